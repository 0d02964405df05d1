"""The command line: ``gongkai``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

from data.commands.arguments import Parser
from data.commands.language import users_language
from data.faults import DatasetError

_COMMANDS: Final[Mapping[str, str]] = {
    "parse": "data.commands.parse",
    "ingest": "data.commands.ingest",
    "check": "data.commands.check",
    "export": "data.commands.export",
    "demo": "data.synthetic.command",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _write_utf_8()
    given = sys.argv[1:] if arguments is None else list(arguments)
    chosen = _parser(given).parse_args(given)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except DatasetError as error:
        print(error.message(users_language()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read the output has left (`| head`); the interpreter would complain when it flushes on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _write_utf_8() -> None:
    """Have the same bytes everywhere: on Windows a redirected stream has the local code page and line ends."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _parser(given: Sequence[str]) -> Parser:
    """The parser of the command that is given, or of all: what others import would cost it a second."""
    parser = Parser(prog="gongkai")
    parser.description = parser.words("gongkai")
    subparsers = parser.add_subparsers(
        title=parser.words("commands"), dest="command", required=True, metavar=parser.words("command")
    )
    for name in [name for name in given[:1] if name in _COMMANDS] or _COMMANDS:
        import_module(_COMMANDS[name]).add_parser(subparsers)
    return parser
