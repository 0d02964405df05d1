"""What a report is of, whose and of which year, could not be told."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

REPORTS: Final[tuple[Kind, ...]] = (
    Kind(
        "report-not-found",
        Severity.UNREADABLE,
        Group.REPORT,
        Wording(
            "不是年度报告",
            "文件中没有找到政府信息公开年度报告的任何一张表。",
            "请确认文件是否为年度报告；如果表格是图片或附件，请导入附件本身。",
        ),
        Wording(
            "Not an annual report",
            "None of the tables of the annual report was found in the file.",
            "Check that the file is an annual report; if its tables are pictures or attachments, import those instead.",
        ),
    ),
    Kind(
        "agency-not-found",
        Severity.MALFORMED,
        Group.REPORT,
        Wording("未找到单位名称", "标题、正文和落款中都没有找到报送单位的名称。", "请核对原文的标题。"),
        Wording(
            "Organ not found",
            "Neither the title, the text nor the signature names the reporting organ.",
            "Check the title of the original.",
        ),
    ),
    Kind(
        "year-not-found",
        Severity.MALFORMED,
        Group.REPORT,
        Wording("未找到报告年度", "标题、正文和统计期限中都没有找到完整的年度。", "请核对原文的标题和统计期限。"),
        Wording(
            "Year not found",
            "Neither the title, the text nor the reporting period gives a complete year.",
            "Check the title and the reporting period of the original.",
        ),
    ),
    Kind(
        "year-ambiguous",
        Severity.MALFORMED,
        Group.REPORT,
        Wording(
            "报告年度不一致",
            "原文出现不同的年度（{candidates}），无法确定报告年度。",
            "请核对原文的标题和统计期限。",
        ),
        Wording(
            "Year ambiguous",
            "The text gives different years ({candidates}); the year of the report cannot be told.",
            "Check the title and the reporting period of the original.",
        ),
    ),
    Kind(
        "region-not-found",
        Severity.NOTE,
        Group.REPORT,
        Wording(
            "未能确定行政区划",
            "单位名称和网站信息都没有说明所属的行政区划。",
            "按地区筛选时不会包含这份报告。",
        ),
        Wording(
            "Region not determined",
            "Neither the organ's name nor the site tells its administrative division.",
            "The report is left out when filtering by region.",
        ),
    ),
    Kind(
        "region-ambiguous",
        Severity.NOTE,
        Group.REPORT,
        Wording(
            "行政区划有多种可能",
            "单位名称中的行政区划不止一处（{divisions}），原文和网站信息不能确定是哪一处。",
            "按地区筛选时不会包含这份报告。",
        ),
        Wording(
            "Region ambiguous",
            "The organ's name fits several administrative divisions ({divisions}); neither the text nor the site tells "
            "which.",
            "The report is left out when filtering by region.",
        ),
    ),
    Kind(
        "parts-not-read",
        Severity.MALFORMED,
        Group.REPORT,
        Wording(
            "嵌入的内容没有读取",
            "文件缺少表格，并且嵌有不能读取的内容（{parts}），缺少的表格可能就在其中。",
            "请把嵌入的内容改成文档自身的表格，或导入其原件。",
        ),
        Wording(
            "Embedded content not read",
            "A table is missing, and the document embeds content that is not read ({parts}); the table may be in it.",
            "Turn the embedded content into a table of the document itself, or import what was embedded.",
        ),
    ),
)
