"""Cells could not be read, or were read in a way that has to be told."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

CELLS: Final[tuple[Kind, ...]] = (
    Kind(
        "cells-missing",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "数字个数不符",
            "{table}（{rows}）应有 {expected} 个数字，原文有 {found} 个，无法判断各数字属于哪一格，因此留空。",
            "请核对原文后以完整的文件重新导入。",
        ),
        Wording(
            "Wrong number of figures",
            "{table} ({rows}) should have {expected} figures, the document shows {found}; "
            "which belongs where cannot be told, so they stay empty.",
            "Check the original and import a complete file.",
        ),
    ),
    Kind(
        "cells-glued",
        Severity.NOTE,
        Group.CELLS,
        Wording(
            "数字连写，按勾稽关系拆开",
            "{table}有 {found} 行的数字连写在一起，按表内勾稽关系只有一种拆法，已拆开：{rows}。"
            "这些数字不再用于核对勾稽关系。",
            "请抽查原文。",
        ),
        Wording(
            "Glued digits taken apart",
            "In {found} of the rows of {table} the figures are printed without space; the form's arithmetic leaves one "
            "way to take them apart: {rows}. These figures are not used to check that arithmetic.",
            "Check the original.",
        ),
    ),
    Kind(
        "columns-one-by-one",
        Severity.NOTE,
        Group.CELLS,
        Wording(
            "数字按列排列，按勾稽关系归位",
            "{table}的数字不是逐行、而是逐列印在全部行名之后，按表内勾稽关系只有一种归位方法，已归位 {found} 个。"
            "这些数字不再用于核对勾稽关系。",
            "请抽查原文。",
        ),
        Wording(
            "Figures column by column",
            "The figures of {table} stand behind all labels, not row by row but column by column; the form's "
            "arithmetic leaves one way to place {found} of them. These figures are not used to check that arithmetic.",
            "Check the original.",
        ),
    ),
    Kind(
        "cells-glued-unclear",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "数字连写，无法拆开",
            "{table}（{rows}）的数字连写成“{printed}”，有多种拆法，留空。",
            "请改用原始网页、DOCX 或 PDF 重新导入。",
        ),
        Wording(
            "Glued digits",
            "The figures of {table} ({rows}) are printed without space as “{printed}”, which can be taken apart in "
            "more than one way; they stay empty.",
            "Import the original web page, DOCX or PDF instead.",
        ),
    ),
    Kind(
        "cells-blank",
        Severity.NOTE,
        Group.CELLS,
        Wording(
            "空白格",
            "{table}有 {found} 格空白或只有横线、斜线等符号，不当作 0，留空：{cells}。",
            "如果空白表示零，请报送单位填写 0。",
        ),
        Wording(
            "Blank cells",
            "In {found} of the cells of {table} nothing is printed, or only a dash or the like. That is not read as 0: "
            "{cells}.",
            "If blank means zero, the organ should fill in 0.",
        ),
    ),
    Kind(
        "indicator-unclear",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "指标没有可以确定的数字",
            "{table}“{cells}”之后印的是“{printed}”，不是可以确定的数字，留空。",
            "请核对原文。",
        ),
        Wording(
            "Indicator without a certain figure",
            "Behind “{cells}” of {table} stands “{printed}”, which is no certain figure; it stays empty.",
            "Check the original.",
        ),
    ),
    Kind(
        "row-continued",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "行后另有一行数字",
            "{table}“{rows}”一行之下另有一行没有名称的数字“{printed}”，可能是被换行拆开的数字，无法判断，因此该行留空。",
            "请核对原文，或另存为 DOCX、网页后重新导入。",
        ),
        Wording(
            "Row of figures without a label",
            "Behind “{rows}” of {table} stands a row of figures without a label, “{printed}”: they may be parts of "
            "figures broken over two lines. That cannot be told, so the row stays empty.",
            "Check the original, or save it as DOCX or a web page and import that.",
        ),
    ),
    Kind(
        "figure-stray",
        Severity.NOTABLE,
        Group.CELLS,
        Wording(
            "行后多出一个数字",
            "{table}“{rows}”一行之后单独印有“{printed}”，可能是页码，也可能是被换行拆开的数字；该行按原样读取。",
            "请核对原文这一行的最后一个数字。",
        ),
        Wording(
            "Stray figure behind a row",
            "Behind “{rows}” of {table} stands “{printed}” by itself: a page number, or part of a figure broken over "
            "two lines. The row was read as printed.",
            "Check the last figure of the row in the original.",
        ),
    ),
    Kind(
        "cell-not-a-number",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "不是数字",
            "{table}“{row} · {column}”印的是“{printed}”，不是可以确定的数字，留空。",
            "请核对原文。",
        ),
        Wording(
            "Not a number",
            "{table}, {row} · {column} reads “{printed}”, which is no certain figure; it stays empty.",
            "Check the original.",
        ),
    ),
    Kind(
        "cell-negative",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "负数",
            "{table}“{row} · {column}”印的是“{printed}”，数量不能为负，留空。",
            "请核对原文。",
        ),
        Wording(
            "Negative count",
            "{table}, {row} · {column} reads “{printed}”; a count cannot be negative, so it stays empty.",
            "Check the original.",
        ),
    ),
    Kind(
        "cell-fraction",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "数量不是整数",
            "{table}“{row} · {column}”印的是“{printed}”，数量应为整数，留空。",
            "请核对原文。",
        ),
        Wording(
            "Fractional count",
            "{table}, {row} · {column} reads “{printed}”; a count must be whole, so it stays empty.",
            "Check the original.",
        ),
    ),
    Kind(
        "cell-unit-missing",
        Severity.MALFORMED,
        Group.CELLS,
        Wording(
            "金额单位不明",
            "{table}“{row} · {column}”印的是“{printed}”，没有印单位，或者印有不同的单位，可能是元也可能是万元，留空。",
            "请报送单位注明单位。",
        ),
        Wording(
            "Amount of unknown unit",
            "{table}, {row} · {column} reads “{printed}”; no unit is printed, or several (yuan, 10,000 yuan), so it "
            "stays empty.",
            "Ask the organ for the unit.",
        ),
    ),
    Kind(
        "cell-unit-converted",
        Severity.NOTE,
        Group.CELLS,
        Wording(
            "金额单位已换算",
            "{table}“{row} · {column}”印的是“{printed}”，换算为 {value}{unit}。",
            "无需处理。",
        ),
        Wording(
            "Unit converted",
            "{table}, {row} · {column} reads “{printed}”; it was converted to {value} {unit}.",
            "Nothing to do.",
        ),
    ),
    Kind(
        "cell-annotated",
        Severity.NOTE,
        Group.CELLS,
        Wording(
            "数字带有说明",
            "{table}“{row} · {column}”印的是“{printed}”，取其中的数字 {value}。",
            "无需处理。",
        ),
        Wording(
            "Figure with a remark",
            "{table}, {row} · {column} reads “{printed}”; the figure {value} was taken.",
            "Nothing to do.",
        ),
    ),
    Kind(
        "cell-digits-joined",
        Severity.NOTE,
        Group.CELLS,
        Wording(
            "数字中间有空格",
            "{table}“{row} · {column}”印的是“{printed}”，合并读作 {value}。",
            "请抽查原文。",
        ),
        Wording(
            "Digits joined",
            "{table}, {row} · {column} reads “{printed}”; the digits were joined to {value}.",
            "Check the original.",
        ),
    ),
)
