"""Every sentence that the command line says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from parsing.catalogue import Language

_WORDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        # ---- The parser of arguments
        "gongkai": (
            "读取政府信息公开工作年度报告，核对数字，写入数据集。",
            (
                "Reads annual reports on government information disclosure, checks their figures and keeps them in a "
                "dataset."
            ),
        ),
        "usage": ("用法：", "usage: "),
        "arguments": ("参数", "arguments"),
        "options": ("选项", "options"),
        "commands": ("命令", "commands"),
        "command": ("命令", "COMMAND"),
        "help": ("显示帮助后退出", "show this help and exit"),
        "example": ("示例：", "example:"),
        "error": ("{program}：错误：{message}", "{program}: error: {message}"),
        "dataset.help": (
            "数据集文件夹（默认取环境变量 GONGKAI_DATASET，否则为 ./dataset）",
            "folder of the dataset (default: the environment variable GONGKAI_DATASET, else ./dataset)",
        ),
        "dataset.help.sample": (
            "数据集文件夹（默认取环境变量 GONGKAI_DATASET，否则为 ./dataset，都没有时用自带的示例数据集）",
            (
                "folder of the dataset (default: the environment variable GONGKAI_DATASET, else ./dataset, else the "
                "bundled sample)"
            ),
        ),
        "dataset.sample": (
            "没有指定数据集，以下是自带的示例数据集。",
            "No dataset is named; this is the bundled sample.",
        ),
        "path.help": (
            "报告文件（HTML、PDF、DOCX、TXT/MD）、ZIP 压缩包或文件夹（含子文件夹）",
            "a report (HTML, PDF, DOCX, TXT/MD), a ZIP archive, or a folder with all that is in it",
        ),
        "path.missing": ("找不到文件或文件夹“{path}”", "there is no file or folder “{path}”"),
        "years.wrong": (
            "年度应写成 2024 或 2019-2024，不是“{value}”",
            "years are written 2024 or 2019-2024, not “{value}”",
        ),
        "years.reversed": (
            "“{value}”的起始年度晚于终止年度，请写成 {last}-{first}",
            "“{value}” begins after it ends; write {last}-{first}",
        ),
        # ---- parse
        "parse": ("读取报告并显示数字、问题和矛盾", "read reports and show figures, problems and contradictions"),
        "parse.json.help": ("每份报告输出一行 JSON", "print one JSON object a line"),
        "parse.agency.unknown": ("（未认定机关）", "(organ not known)"),
        "parse.year": ("{year} 年度", "fiscal year {year}"),
        "parse.year.unknown": ("年度未认定", "fiscal year not known"),
        "parse.edition": ("{edition} 年格式", "{edition} form"),
        "parse.edition.unknown": ("格式未认定", "form not known"),
        "parse.figures": (
            "  读出 {read} 格，共 {expected} 格",
            "  {read} of {expected} figures read",
        ),
        # ---- ingest
        "ingest": ("把报告读入数据集", "take reports into a dataset"),
        "ingest.workers.help": (
            "同时读取的进程数（默认 {default}）",
            "processes that read at the same time (default: {default})",
        ),
        "ingest.scheduler.help": (
            "在这个地址的 Dask 集群上读取，例如 tcp://10.0.0.1:8786（需安装 cluster 附加组件）",
            "read on the Dask cluster at this address, such as tcp://10.0.0.1:8786 (needs the extra “cluster”)",
        ),
        "ingest.scheduler.missing": (
            "没有安装 Dask。请用 pip install gongkai[cluster] 安装后再用 --scheduler。",
            "Dask is not installed. Install gongkai[cluster] to use --scheduler.",
        ),
        "ingest.progress": (
            "{files}/{all} 个文件 · {read} 份 · 每秒 {rate} 份",
            "{files} of {all} files · {read} reports · {rate} a second",
        ),
        "ingest.survey": (
            "正在核对各报告之间的数据：{done}/{all}",
            "checking reports against each other: {done} of {all}",
        ),
        "ingest.progress.left": (" · 剩余 {time}", " · {time} left"),
        "ingest.summary": (
            "新增 {new}，更正 {supersedes}，已有 {same}，无法读取 {unreadable}。数据集：{place}（版本 {version}）",
            (
                "{new} new, {supersedes} superseding, {same} already there, {unreadable} unreadable. "
                "Dataset: {place} (version {version})"
            ),
        ),
        "ingest.interrupted": (
            "已中断。已写入的报告都在；再次运行同一命令即可继续。",
            "Interrupted. What was stored stays; run the same command again to go on.",
        ),
        # ---- check
        "check": ("列出数据集中的全部问题和矛盾", "list every problem and contradiction in a dataset"),
        "check.json.help": ("每条输出一行 JSON", "print one JSON object a line"),
        "check.fail-on.help": (
            "有这一级或更严重的条目时以 1 退出，已排除的不计：{severities}",
            "exit with 1 when anything is at least that severe, what was dismissed left out: {severities}",
        ),
        "check.count-dismissed.help": (
            "--fail-on 把已排除的条目也计算在内",
            "have --fail-on count what was dismissed too",
        ),
        "check.rules.help": (
            "改为列出每条规则成立、不成立和无法判断的报告数及原因",
            "tell instead for how many reports each rule holds, is broken or cannot be judged, and why",
        ),
        "check.rule": (
            "{title}（{code}）：成立 {holds}，不成立 {broken}，无法判断 {not_assessable}",
            "{title} ({code}): holds {holds}, broken {broken}, not assessable {not_assessable}",
        ),
        "check.reason": ("{reason}：{reports}", "{reason}: {reports}"),
        "check.summary": (
            "共 {reports} 份报告，{affected} 份有问题：{counts}",
            "{affected} of {reports} reports have entries: {counts}",
        ),
        "check.clean": ("共 {reports} 份报告，没有问题", "{reports} reports, no entries"),
        # ---- export
        "export": ("把数字导出为 CSV、XLSX 或 Parquet", "export the figures as CSV, XLSX or Parquet"),
        "export.out.help": (
            "输出文件，后缀 .csv、.xlsx 或 .parquet 决定格式；旁边另写 -metadata.json，说明导出的时间、数据集和条件",
            (
                "the file to write; its suffix .csv, .xlsx or .parquet decides the format. "
                "A -metadata.json beside it tells when, from which dataset and with which filters"
            ),
        ),
        "export.years.help": ("年度或年度范围，如 2024 或 2019-2024", "a fiscal year or a range: 2024, 2019-2024"),
        "export.agency.help": (
            "机关名称包含这些字（可重复）",
            "the organ's name holds this text (may be repeated)",
        ),
        "export.division.help": (
            "行政区划代码或其前几位，如 21、2101、210102",
            "code of a division, or how it begins: 21, 2101, 210102",
        ),
        "export.level.help": ("机关层级（可重复）：{values}", "level of the organ (may be repeated): {values}"),
        "export.kind.help": ("机关类别（可重复）：{values}", "kind of organ (may be repeated): {values}"),
        "export.long.help": (
            "每个数字一行，带有格的状态和原文；不加时每份报告一行",
            "a row for each figure, with its state and what is printed; else a row for each report",
        ),
        "export.lang.help": ("表头和名称的语言（默认随界面语言）", "language of heads and names (default: yours)"),
        "export.suffix": (
            "输出文件的后缀必须是 .csv、.xlsx 或 .parquet",
            "the file's suffix must be .csv, .xlsx or .parquet",
        ),
        "export.division.wrong": (
            "行政区划代码是 2、4 或 6 位数字，不是“{value}”",
            "the code of a division has 2, 4 or 6 digits; “{value}” is none",
        ),
        "export.division.none": (
            "没有行政区划“{value}”：代码以省级的两位数字开头，如 21；要导出全部报告，请去掉 --division",
            "there is no division “{value}”: codes begin with a province's, such as 21; leave --division out for all",
        ),
        "export.too-long": (
            "共 {rows} 行，超过 Excel 一张表的 {most} 行上限。请缩小范围，或导出为 .csv。",
            "{rows} rows are more than the {most} that an Excel sheet can hold. Narrow the choice or export a .csv.",
        ),
        "export.unwritable": ("无法写入 {path}：{error}", "{path} cannot be written: {error}"),
        "export.summary": ("已写入 {path}：{rows} 行", "{path}: {rows} rows"),
        # ---- Severities
        "unreadable": ("无法读取", "unreadable"),
        "malformed": ("格式异常", "malformed"),
        "inconsistent": ("数字矛盾", "inconsistent"),
        "notable": ("值得注意", "notable"),
        "note": ("说明", "note"),
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences in one language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """A sentence with its values filled in."""
        chinese, english = _WORDS[key]
        return (chinese if self.language == "zh" else english).format_map(values)
