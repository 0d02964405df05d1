"""Every kind of finding that needs several reports: other years of the same organ, other organs, the level above."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

FINDINGS_ACROSS: Final[tuple[Kind, ...]] = (
    Kind(
        "year-carry-over",
        Severity.INCONSISTENT,
        Group.YEARS,
        Wording(
            "上年结转与上年报告不符",
            "{table}“{column}”一列：{year} 年度填报上年结转 {left} 件，{other_year} 年度填报结转下年度 {right} 件，"
            "相差 {difference} 件。",
            "上年结转应等于上一年度报告的结转下年度继续办理，请报送单位核实哪一年度的数字有误。",
        ),
        Wording(
            "Carried in is not what was carried out",
            "{table}, {column}: {year} states {left} carried in, {other_year} stated {right} carried out; "
            "they differ by {difference}.",
            "What is carried in must be what the last report carried out; ask the organ which of the years is wrong.",
        ),
    ),
    Kind(
        "year-stock",
        Severity.NOTABLE,
        Group.YEARS,
        Wording(
            "文件总数与上年不衔接",
            "{table}“{row}”的“{column}”：{year} 年度填报 {left} 件；{other_year} 年度为 {before} 件，本年新增 "
            "{plus} 件、废止 {minus} 件，应为 {right} 件，相差 {difference} 件。",
            "可能是清理或重新统计的结果，请向报送单位了解原因。",
        ),
        Wording(
            "Stock does not continue last year's",
            "{table}, {row}, {column}: {year} states {left}; {other_year} stated {before}, with {plus} added and "
            "{minus} repealed in the year it would be {right}; they differ by {difference}.",
            "Stocks are often counted anew; ask the organ for the reason.",
        ),
    ),
    Kind(
        "year-items",
        Severity.NOTABLE,
        Group.YEARS,
        Wording(
            "上一年项目数量与上年报告不衔接",
            "{table}“{row}”：{year} 年度填报上一年项目数量 {left} 项；{other_year} 年度报告的项目数量 {before} 项，"
            "加上当年增减 {change} 项，应为 {right} 项，相差 {difference} 项。",
            "可能是事项目录调整或口径不同，请向报送单位了解原因。",
        ),
        Wording(
            "Items do not continue last year's",
            "{table}, {row}: {year} states {left} items of the previous year; {other_year} stated {before} with a "
            "change of {change}, which makes {right}; they differ by {difference}.",
            "The catalogue may have been counted otherwise; ask the organ for the reason.",
        ),
    ),
    Kind(
        "year-missing",
        Severity.NOTABLE,
        Group.YEARS,
        Wording(
            "缺少年度报告",
            "数据集中有该机关 {other_year} 年度和 {year} 年度的报告，没有 {missing} 年度的报告。",
            "请核对是否漏报，或补充导入。",
        ),
        Wording(
            "A year is missing",
            "The dataset holds the organ's reports for {other_year} and {year}, but none for {missing}.",
            "Check whether it was not filed, or import it.",
        ),
    ),
    Kind(
        "figures-repeated",
        Severity.NOTABLE,
        Group.YEARS,
        Wording(
            "数字与上年完全相同",
            "{year} 年度的全部数字与 {other_year} 年度完全相同，其中 {count} 格不为零。",
            "可能是误用了上年的表格，请报送单位核实。",
        ),
        Wording(
            "Figures repeated from last year",
            "All figures of {year} are those of {other_year}; {count} of them are not zero.",
            "Last year's tables may have been filed again; ask the organ to verify.",
        ),
    ),
    Kind(
        "figures-jump",
        Severity.NOTABLE,
        Group.YEARS,
        Wording(
            "数字异常变动",
            "{table}“{row} · {column}”：{year} 年度为 {left}，该机关其他 {years} 个年度在 {lowest} 至 {highest} 之间；"
            "同年同级同类机关（{peers} 个）约为各自常年水平的 {peers_percent}%（0 个表示没有足够的同类机关可比）。",
            "请核对原文，并向报送单位了解变动原因。",
        ),
        Wording(
            "Figure far outside its history",
            "{table}, {row}, {column}: {left} in {year}, against {lowest} to {highest} in the organ's {years} other "
            "years; its peers of that year ({peers}) were at {peers_percent}% of their usual level (0 peers: too few "
            "to compare with).",
            "Check the original and ask the organ for the reason.",
        ),
    ),
    Kind(
        "text-copied-last-year",
        Severity.NOTABLE,
        Group.TEXT,
        Wording(
            "文字照搬上年",
            "第{section}部分的文字与本机关 {other_year} 年度报告约有 {percent}% 相同（不计数字）。",
            "请对照两年的原文；问题和改进措施不应年年相同。",
        ),
        Wording(
            "Text copied from last year",
            "About {percent}% of section {section} is the organ's own text of {other_year}, figures left out.",
            "Compare the two; problems and measures should not be the same every year.",
        ),
    ),
    Kind(
        "text-copied-organ",
        Severity.NOTABLE,
        Group.TEXT,
        Wording(
            "文字与其他机关雷同",
            "第{section}部分的文字与“{other_agency}”{other_year} 年度报告约有 {percent}% 相同（不计机关名称和数字）。",
            "请对照两份报告的原文。",
        ),
        Wording(
            "Text like another organ's",
            "About {percent}% of section {section} is the text of {other_agency}, {other_year}, names and figures left "
            "out.",
            "Compare the two reports.",
        ),
    ),
    Kind(
        "rollup-sum",
        Severity.NOTABLE,
        Group.ROLLUP,
        Wording(
            "汇总数与下属机关之和不符",
            "{table}“{row} · {column}”：本级政府填报 {left}，数据集中 {stated} 份下属报告之和为 {right}，"
            "相差 {difference}（该年度有 {present} 份下属报告，数据集共知 {known} 个下属机关）。",
            "请核对汇总口径；下属报告之和不应超过本级政府的汇总数。",
        ),
        Wording(
            "Roll-up differs from the sum of its parts",
            "{table}, {row}, {column}: the government states {left}; {stated} reports of its organs in the dataset add "
            "up to {right}, a difference of {difference} (reports of that year: {present}, organs known: {known}).",
            "Check what was added up; the parts should not exceed the whole.",
        ),
    ),
)
