"""Every kind of finding within one report: figures or words that were read, and contradict each other or the form."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

FINDINGS_IN_REPORT: Final[tuple[Kind, ...]] = (
    Kind(
        "applications-balance",
        Severity.INCONSISTENT,
        Group.ARITHMETIC,
        Wording(
            "收办不平衡",
            "{table}“{column}”一列：{left_terms} = {left}，{right_terms} = {right}，相差 {difference}。",
            "第一项加第二项之和应等于第三项加第四项之和，请报送单位核实并更正。",
        ),
        Wording(
            "Received and handled do not balance",
            "{table}, {column}: {left_terms} = {left}, but {right_terms} = {right}; they differ by {difference}.",
            "Item 1 plus item 2 must equal item 3 plus item 4; ask the organ to verify and correct.",
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
        ),
        Wording(
            "Outcomes do not add up to the total",
            "{table}, {column}: the outcomes add up to {left}, but {right_terms}; they differ by {difference}.",
            "The outcomes must add up to （七）总计 (processed in all); ask the organ to verify and correct.",
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
        ),
        Wording(
            "Applicants do not add up to the total",
            "{table}, {row}: {left_terms} = {left}, but {right_terms}; they differ by {difference}.",
            "The six kinds of applicant must add up to the total; ask the organ to verify and correct.",
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
        ),
        Wording(
            "Results do not add up to the total",
            "{table}, {row}: {left_terms} = {left}, but {right_terms}; they differ by {difference}.",
            "Upheld, corrected, other and pending must add up to the total; ask the organ to verify and correct.",
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
        ),
        Wording(
            "Superseded form",
            "For {year} the {due} form is due; {table} uses the {edition} form.",
            "Remind the organ to use the current form.",
        ),
    ),
)
