"""What can be wrong with a dataset on disk, said in both languages."""

from __future__ import annotations

import re
from enum import Enum
from functools import partial
from typing import Final

from parsing.catalogue import Language

_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*m")  # of a terminal, in what deltalake says


class Fault(Enum):
    """One way in which a dataset cannot be used: the sentence in Chinese and in English."""

    MISSING = (
        "数据集不存在：{place}。请先用 gongkai ingest 导入报告，或核对文件夹名称。",
        "There is no dataset in {place}. Import reports with gongkai ingest first, or check the folder's name.",
    )
    FOREIGN = (
        "{place} 不是数据集，里面有别的文件。请指定一个空文件夹或已有的数据集。",
        "{place} is not a dataset and holds other files. Name an empty folder or an existing dataset.",
    )
    NAME = (
        "数据集不能放在 {place}：路径中不能有 [ ] ^ | \\ 或 %20 一类的编码。请换一个文件夹。",
        (
            "A dataset cannot be kept in {place}: the path must not hold [ ] ^ | \\ or codes such as %20. "
            "Choose another folder."
        ),
    )
    UNWRITABLE = (
        "无法写入 {place}：{detail}。请检查权限和磁盘空间。",
        "{place} cannot be written to: {detail}. Check permissions and disk space.",
    )
    NEWER = (
        "数据集 {place} 由更新版本的程序写成（格式 {found}，本程序支持到 {known}）。请升级程序后再打开。",
        (
            "The dataset {place} was written by a newer version of this program (format {found}; this one knows up to "
            "{known}). Upgrade before opening it."
        ),
    )
    DAMAGED = (
        "数据集 {place} 已损坏：{detail}。请从备份恢复，或用原始报告重新导入到新的文件夹。",
        (
            "The dataset {place} is damaged: {detail}. "
            "Restore it from a backup, or import the original reports into a new folder."
        ),
    )
    NOT_KEPT = (
        "数据集 {place} 中没有这份文件（{detail}）。请重新导入原件。",
        "The dataset {place} does not hold this file ({detail}). Import the original again.",
    )
    NOT_SHARED = (
        "读取报告的进程没有写到数据集 {place}（缺少 {detail}）。各台机器须以同一路径访问它，或改用 s3:// 地址。",
        (
            "The processes that read reports did not write to the dataset {place} ({detail} is missing). All machines "
            "must reach its folder by the same path, or use an s3:// address."
        ),
    )
    UNREACHABLE = (
        "无法连接 {place}：{detail}。请核对地址和网络。",
        "{place} cannot be reached: {detail}. Check the address and the network.",
    )
    BUSY = (
        "其他程序正在频繁写入数据集 {place}，没有写成。请稍后再试。",
        "Other programs keep writing to the dataset {place}; nothing was written. Try again later.",
    )

    def sentence(self, language: Language, **values: object) -> str:
        """The fault told in one language, with its values filled in."""
        chinese, english = self.value
        return str(chinese if language == "zh" else english).format_map(values)


class DatasetError(Exception):
    """A dataset cannot be opened, read or written. Tells why in both languages."""

    def __init__(self, fault: Fault, **values: object) -> None:
        told = {name: _in_one_line(value) for name, value in values.items()}
        super().__init__(fault.sentence("en", **told))
        self.fault = fault
        self.values = told

    def __reduce__(self) -> tuple[partial[DatasetError], tuple[()]]:
        return partial(DatasetError, self.fault, **self.values), ()  # it crosses from a worker process to this one

    def message(self, language: Language) -> str:
        """The sentence for the user."""
        return self.fault.sentence(language, **self.values)


def _in_one_line(value: object) -> str:
    return " ".join(_COLOURS.sub("", str(value)).split())
