"""``gongkai demo``: writes a synthetic corpus."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from data.commands.arguments import Subparsers, years
from data.commands.language import users_language
from data.synthetic import corpus
from data.synthetic.organs import MOST
from data.synthetic.world import FIRST_YEAR

AGENCIES: Final = 12
YEARS: Final = range(2019, 2025)
SEED: Final = 2024
_LAST_YEAR: Final = 2099

_EXAMPLE: Final = "gongkai demo demo --agencies 40 --years 2019-2024"
_ZH: Final[Mapping[str, str]] = {
    "help": "生成合成的年度报告和答案，供演示和测试",
    "description": (
        "生成一批合成的年度报告（HTML、PDF、DOCX、文本），并写出答案 key.jsonl。\n"
        "单位都是虚构的，名称中带有“演示”二字；部分报告有意带有错误，答案中逐一列明。"
    ),
    "example": f"示例：\n  {_EXAMPLE}",
    "dir": "写入的文件夹，须不存在或为空",
    "agencies": "单位数，最多 {most}（默认 {default}）",
    "years": "年度范围，{first} 年起（默认 {default}）",
    "seed": "随机种子，相同的种子得到相同的文件（默认 {default}）",
    "years.wrong": "“{value}”超出范围：只有 {first} 年以来的年度",
    "count.wrong": "“{value}”不是 1 到 {most} 之间的整数",
    "not-empty": "文件夹 {folder} 不是空的，没有写入。请另选一个文件夹。",
    "unwritable": "无法写入 {folder}：{reason}",
    "done": "已写入 {count} 份合成报告和答案 {answers}。",
}
_EN: Final[Mapping[str, str]] = {
    "help": "write synthetic annual reports with an answer key, for demonstration and tests",
    "description": (
        "Writes synthetic annual reports (HTML, PDF, DOCX, text) and their answers, key.jsonl.\n"
        "The organs are invented, their names hold 演示 (demonstration). Some reports are faulty on purpose;\n"
        "the key names each fault."
    ),
    "example": f"example:\n  {_EXAMPLE}",
    "dir": "folder to write to; must be empty or not exist",
    "agencies": "number of organs, at most {most} (default: {default})",
    "years": "fiscal years, from {first} on (default: {default})",
    "seed": "the same seed gives the same files (default: {default})",
    "years.wrong": "“{value}” is out of range: there are years from {first} on only",
    "count.wrong": "“{value}” is no whole number from 1 to {most}",
    "not-empty": "The folder {folder} is not empty; nothing was written. Choose another one.",
    "unwritable": "{folder} cannot be written: {reason}",
    "done": "Wrote {count} synthetic reports and their key {answers}.",
}


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "demo", help=_word("help"), description=_word("description"), epilog=_word("example")
    )
    parser.add_argument("dir", metavar="DIR", type=Path, help=_word("dir"))
    parser.add_argument(
        "--agencies", metavar="N", type=_count, default=AGENCIES, help=_word("agencies", default=AGENCIES, most=MOST)
    )
    told = _word("years", first=FIRST_YEAR, default=f"{YEARS[0]}-{YEARS[-1]}")
    parser.add_argument("--years", metavar="A-B", type=_years, default=YEARS, help=told)
    parser.add_argument("--seed", metavar="S", type=int, default=SEED, help=_word("seed", default=SEED))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the corpus; 2 when the folder cannot take it."""
    folder: Path = arguments.dir
    try:
        if folder.exists() and any(folder.iterdir()):
            return _refuse(_word("not-empty", folder=folder))
        count = corpus.write(folder, agencies=arguments.agencies, years=arguments.years, seed=arguments.seed)
    except OSError as error:
        return _refuse(_word("unwritable", folder=folder, reason=error.strerror or error))
    sys.stdout.write(_word("done", count=count, answers=folder / corpus.KEY_NAME) + "\n")
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2


def _count(value: str) -> int:
    if not (_is_number(value) and 1 <= int(value) <= MOST):
        raise argparse.ArgumentTypeError(_word("count.wrong", value=value, most=MOST))
    return int(value)


def _years(value: str) -> range:
    """Fiscal years for which there is a form."""
    chosen = years(value)
    if chosen[0] < FIRST_YEAR or chosen[-1] > _LAST_YEAR:
        raise argparse.ArgumentTypeError(_word("years.wrong", value=value, first=FIRST_YEAR))
    return chosen


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _word(key: str, **values: object) -> str:
    """A sentence in the user's language."""
    words = _ZH if users_language() == "zh" else _EN
    return words[key].format_map(values)
