"""Every kind of finding that needs several reports: other years of the same organ, other organs, the level above."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

ACROSS: Final[tuple[Kind, ...]] = (
    Kind(
        "year-carry-over",
        Severity.INCONSISTENT,
        Group.YEARS,
        Wording(
            "上年结转与上年报告不符",
            "{table}“{column}”一列：{year} 年度填报上年结转 {left} 件，{other_year} 年度填报结转下年度 {right} 件，"
            "相差 {difference} 件。",
            "上年结转应等于上一年度报告的结转下年度继续办理，请报送单位核实哪一年度的数字有误。",
            basis="格式表三：上年结转即上一年度报告的结转下年度继续办理",
            tolerance="无，差 1 即为问题",
            example="2023 年度结转下年度 3 件，2024 年度上年结转填 5 件",
            sides=("本年报告", "上年报告"),
        ),
        Wording(
            "Carry-over does not match",
            "{table}, {column}: {year} states {left} carried in, {other_year} stated {right} carried out; "
            "they differ by {difference}.",
            "What is carried in must be what the last report carried out; ask the organ which of the years is wrong.",
            basis="Table three of the form: what is carried in is what the last report carried out",
            tolerance="None: a difference of one is a finding",
            example="3 carried out in 2023, but 5 carried in in 2024",
            sides=("This report", "Last report"),
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
            basis="现行有效件数 = 上年 + 本年制发 − 本年废止（2019 年格式：对外公开总数量 = 上年 + 本年新公开）；"
            "两种格式口径不同，不跨格式比较",
            tolerance="无，差 1 即提示",
            example="上年现行有效 10 件，本年制发 4 件、废止 1 件，现行有效填 12 件",
            sides=("填报", "应为"),
        ),
        Wording(
            "Stock not continued",
            "{table}, {row}, {column}: {year} states {left}; {other_year} stated {before}, with {plus} added and "
            "{minus} repealed in the year it would be {right}; they differ by {difference}.",
            "Stocks are often counted anew; ask the organ for the reason.",
            basis="In force = last year's + issued - repealed (2019 form: disclosed in all = last year's + "
            "disclosed); the two forms count other things and are not compared",
            tolerance="None: a difference of one is shown",
            example="10 in force, 4 issued and 1 repealed in the year, but 12 in force",
            sides=("Stated", "Expected"),
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
            basis="2019 年格式：上一年项目数量 = 上年报告的上一年项目数量 + 本年增/减",
            tolerance="无，差 1 即提示",
            example="2019 年度项目 40 项、减 3 项，2020 年度上一年项目数量填 40 项",
            sides=("填报", "应为"),
        ),
        Wording(
            "Items not continued",
            "{table}, {row}: {year} states {left} items of the previous year; {other_year} stated {before} with a "
            "change of {change}, which makes {right}; they differ by {difference}.",
            "The catalogue may have been counted otherwise; ask the organ for the reason.",
            basis="2019 form: items of the previous year = those of the last report + its change",
            tolerance="None: a difference of one is shown",
            example="40 items with a change of -3 in 2019, but 40 items of the previous year in 2020",
            sides=("Stated", "Expected"),
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
            basis="《条例》第五十条：每年公布上一年度的报告",
            tolerance="不适用",
            example="有 2019 年度和 2022 年度的报告，没有 2020、2021 年度的报告",
        ),
        Wording(
            "A year is missing",
            "The dataset holds the organ's reports for {other_year} and {year}, but none for {missing}.",
            "Check whether it was not filed, or import it.",
            basis="Article 50 of the Regulations: a report is published every year",
            tolerance="Does not apply",
            example="Reports for 2019 and 2022, but none for 2020 and 2021",
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
            basis="同一机关、同一格式的相邻两年，每一格都相同；不为零的数字要多到偶然相同的机会小于百万分之一",
            tolerance="全部相同才提示",
            example="许可 412、处罚 96、予以公开 31 等二十多格与上年一格不差",
        ),
        Wording(
            "Same figures as last year",
            "All figures of {year} are those of {other_year}; {count} of them are not zero.",
            "Last year's tables may have been filed again; ask the organ to verify.",
            basis="Two years in a row on one form, alike in every cell; with so many figures that chance would "
            "repeat them less than once in a million",
            tolerance="Every figure must be the same",
            example="412 licences, 96 penalties, 31 granted and all else as in the year before",
        ),
    ),
    Kind(
        "figures-jump",
        Severity.NOTABLE,
        Group.YEARS,
        Wording(
            "数字异常变动",
            "{table}“{row} · {column}”：{year} 年度为 {left}，该机关其他 {years} 个年度在 {lowest} 至 {highest} 之间；"
            "可比的同级同类机关 {peers} 个，当年约为各自常年水平的 {peers_percent}%。",
            "请核对原文，并向报送单位了解变动原因。",
            basis="该机关其他至少三个年度的最高值和最低值，同年同级同类机关的变动（至少 8 个）",
            tolerance="超过最高值 5 倍或不足最低值五分之一，且相差至少 50；变动与同类机关相近的不提示",
            example="其他年度处罚 31 至 43 件，本年 1209 件",
            sides=("本年度", "其他年度极值"),
        ),
        Wording(
            "Figure far outside its history",
            "{table}, {row}, {column}: {left} in {year}, against {lowest} to {highest} in the organ's {years} other "
            "years; comparable peers: {peers}, in that year at {peers_percent}% of their usual level.",
            "Check the original and ask the organ for the reason.",
            basis="The highest and lowest of at least three other years of the organ, and the change of its peers "
            "in that year (at least 8)",
            tolerance="Five times the highest or a fifth of the lowest, and at least 50 apart; not where the "
            "peers changed alike",
            example="31 to 43 penalties in other years, 1,209 in this one",
            sides=("This year", "Extreme before"),
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
            basis="第一、第五部分与上年同一部分的四字组重合程度，不计数字、年份、标点和机关名称；少于 80 字的不比较",
            tolerance="重合 85% 以上才提示",
            example="第五部分只改了年份",
        ),
        Wording(
            "Text copied from last year",
            "About {percent}% of section {section} is the organ's own text of {other_year}, figures left out.",
            "Compare the two; problems and measures should not be the same every year.",
            basis="How many groups of four characters sections 一 and 五 share with last year's, without figures, "
            "years, punctuation and the organ's name; under 80 characters nothing is compared",
            tolerance="From 85 % in common on",
            example="Section 五 with nothing but the year changed",
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
            basis="第一、第五部分与其他机关最早的同一部分的四字组重合程度，不计数字、标点和各自名称；少于 200 "
            "字的不比较",
            tolerance="重合 85% 以上才提示",
            example="两个镇的总体情况除名称和数字外一字不差",
        ),
        Wording(
            "Text like another organ's",
            "About {percent}% of section {section} is the text of {other_agency}, {other_year}, names and figures left "
            "out.",
            "Compare the two reports.",
            basis="How many groups of four characters sections 一 and 五 share with the earliest like it of "
            "another organ, without figures, punctuation and names; under 200 characters nothing is compared",
            tolerance="From 85 % in common on",
            example="Two townships whose overviews differ in names and figures only",
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
            basis="本级政府报告是所属部门和下级的汇总；税务、海关、气象等垂直管理机关不计",
            tolerance="下属之和大于汇总数即提示；小于汇总数只在已知下属机关至少 20 个且全部填报时提示",
            example="三个部门共收到申请 12 件，县政府汇总填 11 件",
            sides=("本级填报", "下属之和"),
        ),
        Wording(
            "Roll-up and parts differ",
            "{table}, {row}, {column}: the government states {left}; its organs' reports that state it ({stated}) add "
            "up to {right}, a difference of {difference} (reports of that year in the dataset: {present}, organs "
            "known: {known}).",
            "Check what was added up; the parts should not exceed the whole.",
            basis="A government's report is the sum of its organs and the level below; organs under vertical "
            "leadership (tax, customs, meteorology and others) stay out",
            tolerance="Parts that exceed the whole; parts that fall short only when at least 20 are known and all "
            "of them report",
            example="Three departments received 12 applications, their county states 11",
            sides=("Stated", "Parts"),
        ),
    ),
)
