"""Every kind of problem: a table or document is malformed, or could not be read, and a figure may be missing."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

PROBLEMS: Final[tuple[Kind, ...]] = (
    Kind(
        "file-empty",
        Severity.UNREADABLE,
        Group.FILE,
        Wording("空文件", "文件没有内容。", "请重新下载原件后再导入。"),
        Wording("Empty file", "The file is empty.", "Download the original again and import it."),
    ),
    Kind(
        "file-unknown",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "无法识别的文件",
            "文件既不是网页、PDF、DOCX，也不是可读的文本。",
            "请导入报告的网页（HTML）、PDF、DOCX 或文本文件。",
        ),
        Wording(
            "Unknown kind of file",
            "The file is neither a web page, PDF or DOCX, nor readable text.",
            "Import the report as a web page (HTML), PDF, DOCX or text file.",
        ),
    ),
    Kind(
        "file-damaged",
        Severity.UNREADABLE,
        Group.FILE,
        Wording("文件损坏", "{format} 文件已损坏或不完整，无法打开。", "请重新下载原件后再导入。"),
        Wording(
            "Damaged file",
            "The {format} file is damaged or incomplete and cannot be opened.",
            "Download the original again and import it.",
        ),
    ),
    Kind(
        "file-not-opened",
        Severity.UNREADABLE,
        Group.FILE,
        Wording("文件无法打开", "文件被占用或没有读取权限，没有读取。", "请关闭占用它的程序或调整权限后重新导入。"),
        Wording(
            "File cannot be opened",
            "The file is locked by another program, or its permissions forbid reading it.",
            "Close that program or change the permissions and import the file again.",
        ),
    ),
    Kind(
        "file-encrypted",
        Severity.UNREADABLE,
        Group.FILE,
        Wording("文件已加密", "文件设有打开密码，无法读取。", "请取消密码后重新导入。"),
        Wording(
            "Encrypted file",
            "The file is protected by a password and cannot be read.",
            "Remove the password and import the file again.",
        ),
    ),
    Kind(
        "file-legacy-word",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "旧版文档格式",
            "文件是旧版 Word 或 WPS 格式（.doc/.wps），不能直接读取。",
            "请用 Word 或 WPS 打开，另存为 .docx 后重新导入。",
        ),
        Wording(
            "Legacy document",
            "The file is in the old Word or WPS format (.doc/.wps), which cannot be read directly.",
            "Open it in Word or WPS, save it as .docx and import that.",
        ),
    ),
    Kind(
        "file-other-document",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "不读取的文档格式",
            "文件是 {format} 文档，不能直接读取。",
            "请打开原件，另存为 .docx 或导出为 PDF 后重新导入；OFD 版式文件可用阅读软件导出为 PDF。",
        ),
        Wording(
            "Kind of document that is not read",
            "The file is an {format} document, which cannot be read directly.",
            "Open it, save it as .docx or export it as PDF, and import that; readers of OFD files export PDF.",
        ),
    ),
    Kind(
        "file-converted",
        Severity.NOTE,
        Group.FILE,
        Wording(
            "旧版文档已转换",
            "文件是旧版 Word 或 WPS 格式（.doc/.wps），已用 LibreOffice 转换为 DOCX 后读取。",
            "如有疑问，请用 Word 或 WPS 打开原件核对。",
        ),
        Wording(
            "Legacy document converted",
            "The file is in the old Word or WPS format (.doc/.wps); it was converted to DOCX by LibreOffice and read.",
            "If in doubt, open the original in Word or WPS and compare.",
        ),
    ),
    Kind(
        "page-data-read",
        Severity.NOTE,
        Group.FILE,
        Wording(
            "正文取自网页数据",
            "网页上没有直接显示的表格，报告正文取自网页脚本或隐藏字段中的数据。",
            "如有疑问，请在浏览器中打开网页核对。",
        ),
        Wording(
            "Text taken from the page's data",
            "The page itself shows no table; the report was taken from data in its scripts or hidden fields.",
            "If in doubt, open the page in a browser and compare.",
        ),
    ),
    Kind(
        "file-scan",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "扫描件，没有文字",
            "文件共 {pages} 页，只有图像，没有文字，数字无法读取。",
            "请向报送单位索取带文字的原件（网页、DOCX 或由文档导出的 PDF）。",
        ),
        Wording(
            "Scan without text",
            "The file ({pages} pages) holds images only and no text, so no figure can be read.",
            "Ask the organ for the original with text (web page, DOCX, or a PDF exported from the document).",
        ),
    ),
    Kind(
        "text-recognised",
        Severity.NOTABLE,
        Group.FILE,
        Wording(
            "文字由扫描识别得出",
            "第 {page} 页是扫描图像，文字由识别程序得出，可能认错；该页读出 {found} 个数字。",
            "请对照图像逐个核对这些数字，或向报送单位索取由文档导出的 PDF、DOCX。",
        ),
        Wording(
            "Text recognised on a scan",
            "Page {page} is an image; its text was recognised by a program, which may have misread it. {found} figures "
            "were taken from it.",
            "Compare each of these figures with the image, or ask the organ for a PDF or DOCX exported from the "
            "document.",
        ),
    ),
    Kind(
        "file-too-large",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "文件过大",
            "文件超过上限（{limit}），没有读取。",
            "请只导入报告本身，不要带图片合集或附件。",
        ),
        Wording(
            "File too large",
            "The file exceeds the limit ({limit}) and was not read.",
            "Import the report alone, without collections of pictures or attachments.",
        ),
    ),
    Kind(
        "file-beyond-limits",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "文件内容超过上限",
            "文件的{extent}超过上限（{limit}），没有读取。",
            "请确认文件是一份年度报告；汇编或者合订本请拆开，每份报告单独导入。",
        ),
        Wording(
            "Contents beyond a limit",
            "The file holds more than {limit} {extent} and was not read.",
            "Check that the file is one annual report; take a collection apart and import each report by itself.",
        ),
    ),
    Kind(
        "file-too-slow",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "读取超时",
            "{seconds} 秒内没有读完，已放弃。",
            "请用 Word、WPS 或浏览器打开文件核对，另存为 DOCX 或网页后重新导入；再次导入同一文件会重新尝试。",
        ),
        Wording(
            "Reading takes too long",
            "The file was not read within {seconds} seconds and was given up.",
            "Open it in Word, WPS or a browser, save it as DOCX or a web page and import that. Importing the same file "
            "again tries again.",
        ),
    ),
    Kind(
        "file-too-demanding",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "读取占用内存过多",
            "读取文件所需的内存超过 {limit}，已放弃。",
            "请用 Word、WPS 或浏览器打开文件核对，另存为 DOCX 或网页后重新导入。",
        ),
        Wording(
            "Reading takes too much memory",
            "Reading the file took more than {limit} of memory and was given up.",
            "Open it in Word, WPS or a browser, save it as DOCX or a web page and import that.",
        ),
    ),
    Kind(
        "file-reader-ended",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "读取中断",
            "读取这份文件的进程意外结束，文件可能已损坏；其他文件不受影响。",
            "请用 Word、WPS 或浏览器打开文件核对，另存为 DOCX 或网页后重新导入。",
        ),
        Wording(
            "Reading ended abruptly",
            "The process that read the file ended unexpectedly; the file may be damaged. Other files are not affected.",
            "Open it in Word, WPS or a browser, save it as DOCX or a web page and import that.",
        ),
    ),
    Kind(
        "file-reader-failed",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "读取时程序出错",
            "读取这份文件时程序出错（{error}）；其他文件不受影响。",
            "请核对文件；如果文件正常而仍不能读取，请反馈。",
        ),
        Wording(
            "The program failed",
            "The program failed on this file ({error}). Other files are not affected.",
            "Check the file; if it is in order and still cannot be read, please report it.",
        ),
    ),
    Kind(
        "file-archive-refused",
        Severity.UNREADABLE,
        Group.FILE,
        Wording(
            "压缩包被拒绝",
            "压缩包没有读取：{reason}。",
            "请只打包报告文件，解压后检查再导入。",
        ),
        Wording(
            "Archive refused",
            "The archive was not read: {reason}.",
            "Pack the report files only, or unpack the archive, check it and import the files.",
        ),
    ),
    Kind(
        "file-encoding",
        Severity.NOTE,
        Group.FILE,
        Wording(
            "文字编码与声明不符",
            "文件声明的编码是 {declared}，实际按 {used} 读取。",
            "一般无需处理；如有乱码，请核对原件。",
        ),
        Wording(
            "Encoding not as declared",
            "The file declares the encoding {declared}; it was read as {used}.",
            "Usually nothing to do; check the original if characters look garbled.",
        ),
    ),
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
            "{table}的表头是“{columns}”，与法定格式不同，又看不出各列的顺序，整张表留空。",
            "请核对原文的表头，更正后重新导入。",
        ),
        Wording(
            "Column order unclear",
            "The header of {table} reads “{columns}”, which is not the form's and does not tell the order of the "
            "columns; the table stays empty.",
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
            "{table} lacks {found} rows; their cells stay empty: {rows}.",
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
            "{found} rows of {table} have a label but no figures. They are not read as 0: {rows}.",
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
            "{found} rows of {table} lack their full label; exactly these rows are missing between their neighbours, "
            "so they were taken in the form's order: {rows}.",
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
            "In {found} rows of {table} labels and figures are torn apart; which belongs to which cannot be told, "
            "so they stay empty: {rows}.",
            "Import the original web page, DOCX or PDF instead.",
        ),
    ),
    Kind(
        "edition-mixed",
        Severity.MALFORMED,
        Group.TABLE,
        Wording(
            "新旧格式混用",
            "{table}同时出现 2019 年和 2021 年格式的标签（{printed}），按 {edition} 年格式读取。",
            "请核对原文使用的格式。",
        ),
        Wording(
            "Two editions mixed",
            "{table} carries labels of both the 2019 and the 2021 form ({printed}); it was read as the {edition} form.",
            "Check which form the original uses.",
        ),
    ),
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
            "In {found} rows of {table} the figures are printed without space; the form's arithmetic leaves one way to "
            "take them apart: {rows}. These figures are not used to check that arithmetic.",
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
            "{found} cells of {table} are blank or hold only a dash or the like. They are not read as 0: {cells}.",
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
            "{table} lacks {found} indicators of the national form; their cells stay empty: {cells}.",
            "Provinces print different indicators; usually nothing to do.",
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
