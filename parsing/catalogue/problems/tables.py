"""A table is not the form's, or could not be found."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

TABLES: Final[tuple[Kind, ...]] = (
    Kind(
        "table-missing",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "缺少表格",
            "没有找到{table}，全部 {expected} 格留空。",
            "请核对原文；如果该表是图片或附件，请导入附件本身。",
        ),
        Wording(
            "Table missing",
            "{table} was not found; all {expected} of its cells stay empty.",
            "Check the original; if the table is a picture or an attachment, import that instead.",
        ),
    ),
    Kind(
        "table-repeated",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "表格重复且数字不同",
            "{table}在文件中出现不止一次，数字不同的格留空：{cells}。",
            "请核对原文，确认以哪一张表为准。",
        ),
        Wording(
            "Table repeated and different",
            "{table} occurs more than once; the cells that differ stay empty: {cells}.",
            "Check in the original which of the tables counts.",
        ),
    ),
    Kind(
        "table-repeated-alike",
        Severity.NOTE,
        Group.TABLE,
        Wording("表格重复", "{table}在文件中出现不止一次，数字相同。", "无需处理。"),
        Wording("Table repeated", "{table} occurs more than once with the same figures.", "Nothing to do."),
    ),
    Kind(
        "header-missing",
        Severity.NOTE,
        Group.TABLE,
        Wording(
            "表头不完整",
            "{table}的表头不完整（未见：{columns}），各列按法定格式的顺序读取。",
            "请抽查一行，核对各列是否对应。",
        ),
        Wording(
            "Header incomplete",
            "The header of {table} is incomplete (not seen: {columns}); columns were read in the form's order.",
            "Check one row to see that the columns match.",
        ),
    ),
    Kind(
        "column-order",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "列的顺序与法定格式不同",
            "{table}的表头顺序是“{columns}”，与法定格式不同，数字按表头读取。",
            "请核对原文的表头，确认各列数字没有错位。",
        ),
        Wording(
            "Columns out of order",
            "The header of {table} reads “{columns}”, which is not the form's order; figures were read by the header.",
            "Check in the original that the figures stand under the right headings.",
        ),
    ),
    Kind(
        "column-order-unclear",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "列的顺序无法确定",
            "{table}的表头是“{columns}”，与法定格式不同，又看不出各列的顺序，各列数字不同的行留空。",
            "请核对原文的表头，更正后重新导入。",
        ),
        Wording(
            "Column order unclear",
            "The header of {table} reads “{columns}”, which is not the form's and does not tell the order of the "
            "columns; rows whose figures differ stay empty.",
            "Check the header of the original, correct it and import again.",
        ),
    ),
    Kind(
        "rows-missing",
        Severity.MALFORMED,
        Group.TABLE,
        Wording("缺少行", "{table}缺 {found} 行，相应各格留空：{rows}。", "请核对原文是否漏列这些行，或文件是否完整。"),
        Wording(
            "Rows missing",
            "{table} lacks {found} of the form's rows; what belongs there stays empty: {rows}.",
            "Check whether the original leaves them out, or whether the file is complete.",
        ),
    ),
    Kind(
        "rows-empty",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "行内没有数字",
            "{table}有 {found} 行只有行名，没有数字，不当作 0，留空：{rows}。",
            "请核对原文；如果为零，请报送单位填写 0。",
        ),
        Wording(
            "Rows without figures",
            "In {found} of the rows of {table} a label stands without figures. That is not read as 0: {rows}.",
            "Check the original; if the figures are zero, the organ should fill in 0.",
        ),
    ),
    Kind(
        "row-repeated",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "同一行出现多次",
            "{table}的“{row}”出现 {found} 次且数字不同，整行留空。",
            "请核对原文，确认以哪一行为准。",
        ),
        Wording(
            "Row repeated",
            "“{row}” of {table} occurs {found} times with different figures; its cells stay empty.",
            "Check in the original which of the rows counts.",
        ),
    ),
    Kind(
        "row-unknown",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "法定格式以外的行",
            "{table}有一行不属于法定格式：“{printed}”，没有读取。",
            "请核对原文；如果是漏写或改写了行名，请更正后重新导入。",
        ),
        Wording(
            "Row not of the form",
            "{table} has a row that is not of the form: “{printed}”. It was not read.",
            "Check the original; if a label was left out or reworded, correct it and import again.",
        ),
    ),
    Kind(
        "rows-split",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "一行被拆成多行",
            "{table}的“{rows}”被拆成几行，无法确定合计口径，整行留空。",
            "请核对原文，由报送单位给出该行的数字。",
        ),
        Wording(
            "Row split",
            "“{rows}” of {table} is split into several rows, so that its own figures cannot be told; they stay empty.",
            "Check the original and ask the organ for the figures of the row.",
        ),
    ),
    Kind(
        "row-restored",
        Severity.NOTE,
        Group.TABLE,
        Wording(
            "行名缺失，按顺序认定",
            "{table}有 {found} 行没有完整的行名，前后行之间恰好缺这些行，按法定格式的顺序认定：{rows}。",
            "请抽查这些行。",
        ),
        Wording(
            "Row labels restored",
            "In {found} of the rows of {table} the full label is lacking; exactly as many are missing between the rows "
            "around, so the form's order was followed: {rows}.",
            "Check these rows.",
        ),
    ),
    Kind(
        "rows-torn",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "行名与数字脱节",
            "{table}有 {found} 行的行名与数字对不上，无法确定归属，留空：{rows}。",
            "请改用原始网页、DOCX 或 PDF 重新导入。",
        ),
        Wording(
            "Labels torn from their figures",
            "In {found} of the rows of {table} label and figures are torn apart; which belongs to which cannot be "
            "told, so they stay empty: {rows}.",
            "Import the original web page, DOCX or PDF instead.",
        ),
    ),
    Kind(
        "edition-mixed",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "新旧格式混用",
            "{table}同时出现 2019 年和 2021 年格式的标签（{printed}），按 {edition} 年格式读取，"
            "表头属于另一格式的各列留空。",
            "请核对原文使用的格式。",
        ),
        Wording(
            "Two editions mixed",
            "{table} carries labels of both the 2019 and the 2021 form ({printed}); it was read as the {edition} "
            "form, and columns under heads of the other stay empty.",
            "Check which form the original uses.",
        ),
    ),
    Kind(
        "indicators-missing",
        Severity.NOTE,
        Group.TABLE,
        Wording(
            "统计表缺少指标",
            "{table}没有全国统一格式中的 {found} 项指标，相应各格留空：{cells}。",
            "各省的统计表指标不尽相同，一般无需处理。",
        ),
        Wording(
            "Indicators missing",
            "{table} lacks {found} of the national form's indicators; what belongs there stays empty: {cells}.",
            "Provinces print different indicators; usually nothing to do.",
        ),
    ),
)
