"""``gongkai export``: the figures of a dataset as CSV, XLSX or Parquet."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

import polars as pl

from data import damage, sheets
from data.commands.arguments import Subparsers, add_command, years
from data.commands.language import users_language
from data.commands.where import chosen_dataset
from data.commands.words import Words
from data.companion import SUFFIX, companion
from data.dataset import Dataset
from data.export import Choice, headed, in_parts, long, metadata, wide
from data.filters import Filters
from data.places import place
from data.whole_files import whole_file
from parsing.catalogue import Language
from parsing.identity.kinds import KINDS, LEVELS

_CODED: Final = ".parquet"  # for programs: columns are called by their ids
_SUFFIXES: Final = (".csv", ".xlsx", _CODED)


def add_parser(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "export", "gongkai export liaoning.csv --division 21 --years 2021-2024 --long")
    words = parser.words
    parser.add_argument("out", type=_target, metavar="OUT", help=words("export.out.help"))
    parser.add_argument("--dataset", type=place, metavar="DIR", help=words("dataset.help.sample"))
    parser.add_argument("--years", type=years, metavar="A-B", help=words("export.years.help"))
    parser.add_argument("--agency", action="append", default=[], metavar="TEXT", help=words("export.agency.help"))
    parser.add_argument("--division", type=_division, metavar="CODE", help=words("export.division.help"))
    for option, values in (("level", LEVELS), ("kind", KINDS)):
        told = words(f"export.{option}.help", values=", ".join(values))
        parser.add_argument(f"--{option}", action="append", default=[], choices=[*values], metavar="ID", help=told)
    parser.add_argument("--long", action="store_true", help=words("export.long.help"))
    parser.add_argument("--lang", choices=("zh", "en"), default=words.language, help=words("export.lang.help"))
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the file and its companion."""
    dataset = chosen_dataset(chosen.dataset)
    with damage.told(dataset):
        return _export(chosen, dataset, Words(users_language()))


def _export(chosen: argparse.Namespace, dataset: Dataset, words: Words) -> int:
    choice = Choice(
        filters=Filters(years=_ends(chosen.years), levels=tuple(chosen.level), kinds=tuple(chosen.kind)),
        agencies=tuple(chosen.agency),
        division=chosen.division,
    )
    reports = choice.apply(dataset.reports())
    frames = long(dataset, reports) if chosen.long else in_parts(wide(reports))
    first = next(frames)
    suffix = chosen.out.suffix.lower()
    head = first.head(0) if suffix == _CODED else headed(first.head(0), chosen.lang)
    try:
        with whole_file(chosen.out) as file:
            rows = _write(chain((first,), frames), file, suffix, chosen.lang)
        with whole_file(chosen.out.with_name(f"{chosen.out.name}{SUFFIX}")) as file:
            file.write(companion(chosen.out.name, head, chosen.lang, metadata(dataset, choice, rows)))
    except sheets.TooLongError as error:
        print(words("export.too-long", rows=error.rows, most=sheets.MOST_ROWS), file=sys.stderr)
        return 2
    except OSError as error:
        print(words("export.unwritable", path=chosen.out, error=error), file=sys.stderr)
        return 2
    print(words("export.summary", path=chosen.out, rows=rows))
    return 0


def _write(frames: Iterator[pl.DataFrame], file: BinaryIO, suffix: str, language: Language) -> int:
    """Write in the format that the suffix names; the number of rows."""
    if suffix == ".csv":
        return sheets.csv((headed(frame, language) for frame in frames), file)
    whole = pl.concat(frames)
    if suffix == ".xlsx":
        sheets.xlsx(headed(whole, language), file)
    else:
        whole.write_parquet(file)
    return whole.height


def _target(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _SUFFIXES:
        raise _wrong("export.suffix")
    return path


def _ends(chosen: range | None) -> tuple[int, int] | None:
    return (chosen[0], chosen[-1]) if chosen else None


def _division(text: str) -> str:
    """The significant digits of a code: a province's are two, a city's four."""
    if not re.fullmatch(r"(?:[0-9]{2}){1,3}", text):
        raise _wrong("export.division.wrong", value=text)
    if text.startswith("00"):  # which every division would begin with once the zeros at its end are left out
        raise _wrong("export.division.none", value=text)
    return re.sub(r"(?:00)+$", "", text)


def _wrong(key: str, **values: object) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(Words(users_language())(key, **values))
