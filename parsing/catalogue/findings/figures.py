"""Figures of one report contradict each other or the form."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

FIGURES: Final[tuple[Kind, ...]] = (
    Kind(
        "applications-balance",
        Severity.INCONSISTENT,
        Group.ARITHMETIC,
        Wording(
            "收办不平衡",
            "{table}“{column}”一列：{left_terms} = {left}，{right_terms} = {right}，相差 {difference}。",
            "第一项加第二项之和应等于第三项加第四项之和，请报送单位核实并更正。",
            basis="格式表三所印勾稽关系：第一项加第二项之和，等于第三项加第四项之和",
            tolerance="无，差 1 即为问题",
            example="本年新收 4 + 上年结转 2，办理结果总计 5 + 结转下年度 0",
            sides=("收到合计", "办理合计"),
        ),
        Wording(
            "Received and handled differ",
            "{table}, {column}: {left_terms} = {left}, but {right_terms} = {right}; they differ by {difference}.",
            "Item 1 plus item 2 must equal item 3 plus item 4; ask the organ to verify and correct.",
            basis="Printed on table three of the form: item 1 plus item 2 equals item 3 plus item 4",
            tolerance="None: a difference of one is a finding",
            example="4 received and 2 carried in, but 5 processed and 0 carried out",
            sides=("Received in all", "Accounted for"),
        ),
    ),
    Kind(
        "applications-outcomes",
        Severity.INCONSISTENT,
        Group.ARITHMETIC,
        Wording(
            "办理结果之和不等于总计",
            "{table}“{column}”一列：各项办理结果之和 = {left}，{right_terms}，相差 {difference}。",
            "各项办理结果相加应等于（七）总计，请报送单位核实并更正。",
            basis="格式表三：（七）总计是（一）至（六）各项之和",
            tolerance="无，差 1 即为问题",
            example="各项结果均为 0，（七）总计填 120",
            sides=("各项之和", "总计"),
        ),
        Wording(
            "Outcomes do not sum up",
            "{table}, {column}: the outcomes add up to {left}, against {right_terms}; they differ by {difference}.",
            "The outcomes must add up to （七）总计 (processed in all); ask the organ to verify and correct.",
            basis="Table three of the form: （七）总计 is the sum of （一） to （六）",
            tolerance="None: a difference of one is a finding",
            example="all outcomes are 0, but 120 were processed in all",
            sides=("Outcomes", "Total"),
        ),
    ),
    Kind(
        "applications-row-total",
        Severity.INCONSISTENT,
        Group.ARITHMETIC,
        Wording(
            "申请人各列之和不等于总计",
            "{table}“{row}”一行：{left_terms} = {left}，{right_terms}，相差 {difference}。",
            "六类申请人相加应等于总计，请报送单位核实并更正。",
            basis="格式表三：每行总计是六类申请人之和",
            tolerance="无，差 1 即为问题",
            example="自然人 2，其余为 0，总计填 3",
            sides=("各类之和", "总计"),
        ),
        Wording(
            "Applicants do not sum up",
            "{table}, {row}: {left_terms} = {left}, against {right_terms}; they differ by {difference}.",
            "The six kinds of applicant must add up to the total; ask the organ to verify and correct.",
            basis="Table three of the form: the total of a row is the sum of the six kinds of applicant",
            tolerance="None: a difference of one is a finding",
            example="2 natural persons and no others, but a total of 3",
            sides=("Applicants", "Total"),
        ),
    ),
    Kind(
        "remedies-total",
        Severity.INCONSISTENT,
        Group.ARITHMETIC,
        Wording(
            "复议诉讼各项之和不等于总计",
            "{table}“{row}”：{left_terms} = {left}，{right_terms}，相差 {difference}。",
            "维持、纠正、其他结果与尚未审结相加应等于总计，请报送单位核实并更正。",
            basis="格式表四：总计是结果维持、结果纠正、其他结果与尚未审结之和",
            tolerance="无，差 1 即为问题",
            example="结果维持 10、结果纠正 1，总计填 0",
            sides=("各项之和", "总计"),
        ),
        Wording(
            "Results do not sum up",
            "{table}, {row}: {left_terms} = {left}, against {right_terms}; they differ by {difference}.",
            "Upheld, corrected, other and pending must add up to the total; ask the organ to verify and correct.",
            basis="Table four of the form: the total is the sum of upheld, corrected, other and pending",
            tolerance="None: a difference of one is a finding",
            example="10 upheld and 1 corrected, but a total of 0",
            sides=("Results", "Total"),
        ),
    ),
    Kind(
        "edition-superseded",
        Severity.NOTABLE,
        Group.EDITION,
        Wording(
            "使用了已停用的格式",
            "{year} 年度应使用 {due} 年格式，{table}使用的是 {edition} 年格式。",
            "请提醒报送单位改用现行格式。",
            basis="国办公开办函〔2021〕30号，自 2021 年度报告起施行",
            tolerance="无",
            example="2023 年度报告的表三只有一行“其他处理”",
        ),
        Wording(
            "Superseded form",
            "For {year} the {due} form is due; {table} uses the {edition} form.",
            "Remind the organ to use the current form.",
            basis="Notice 国办公开办函〔2021〕30号, in force from the reports for 2021 on",
            tolerance="None",
            example="table three for 2023 has a single row for other handling",
        ),
    ),
)
