"""A file could not be read, or not as a whole."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

FILES: Final[tuple[Kind, ...]] = (
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
            "The file (pages: {pages}) holds images only and no text, so no figure can be read.",
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
            "Page {page} is an image; its text was recognised by a program, which may have misread it. Figures "
            "taken from it: {found}.",
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
)
