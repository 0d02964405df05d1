"""argparse in the user's language: headings, usage and errors, which the standard library says in English alone."""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from data.commands.language import users_language
from data.commands.words import Words

Subparsers: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - the type has no public name

_HEADINGS: Final = (("positional arguments:", "arguments"), ("options:", "options"))
_ERRORS: Final = (  # what argparse says, and the same in Chinese
    (r"the following arguments are required: (.+)", r"缺少参数 \1"),
    (r"unrecognized arguments: (.+)", r"无法识别的参数 \1"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"参数 \1 的值 \2 无效，可选：\3"),
    (r"argument (.+): invalid .+ value: (.+)", r"参数 \1 的值 \2 无效"),
    (r"argument (.+): expected .*argument.*", r"参数 \1 缺少值"),
    (r"argument (.+): (.+)", r"参数 \1：\2"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the user's language and shows its epilog as written."""

    def __init__(self, **settings: object) -> None:
        defaults = {"formatter_class": _Formatter, "add_help": False, "allow_abbrev": False}
        super().__init__(**{**settings, **defaults})  # type: ignore[arg-type]  # argparse's own keywords, passed on
        self.words = Words(users_language())
        self.add_argument("-h", "--help", action="help", help=self.words("help"))

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace("usage: ", self.words("usage"), 1)

    def format_help(self) -> str:
        """The whole help."""
        text = super().format_help().replace("usage: ", self.words("usage"), 1)
        for english, key in _HEADINGS:
            text = text.replace(f"\n{english}\n", f"\n{self.words(key)}:\n", 1)
        return text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and leave with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, self.words("error", program=self.prog, message=self._told(message)) + "\n")

    def _told(self, message: str) -> str:
        if self.words.language == "zh":
            for english, chinese in _ERRORS:
                if re.fullmatch(english, message):
                    return re.sub(english, chinese, message)
        return message


def add_command(subparsers: Subparsers, name: str, example: str) -> Parser:
    """Add a command whose summary is among the words, with an example below its help."""
    words = Words(users_language())
    return subparsers.add_parser(
        name, help=words(name), description=words(name), epilog=f"{words('example')}\n  {example}"
    )


def add_paths(parser: Parser) -> None:
    """Have a command take files and folders to read, all of which must exist."""
    parser.add_argument("paths", nargs="+", type=_existing, metavar="PATH", help=parser.words("path.help"))


def years(text: str) -> range:
    """The type of an argument that is a fiscal year or a range of them: ``2024``, ``2019-2024``.

    Raises:
        ArgumentTypeError: it is neither, or the range ends before it begins.
    """
    words = Words(users_language())
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", text)
    if found is None:
        raise argparse.ArgumentTypeError(words("years.wrong", value=text))
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise argparse.ArgumentTypeError(words("years.reversed", value=text, first=first, last=last))
    return range(first, last + 1)


def _existing(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(Words(users_language())("path.missing", path=path))
    return path


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Breaks lines by the columns that they take on a terminal, where a Chinese character takes two."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for word in re.findall(r"[!-~]+\s*|.", text):
            if _columns(lines[-1] + word.rstrip()) > width:
                lines.append("")
            lines[-1] += word
        return [line.strip() for line in lines]


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
