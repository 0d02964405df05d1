"""Which dataset a command works on."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from data.commands.language import users_language
from data.commands.words import Words
from data.dataset import Dataset, open_dataset
from data.places import Location, place
from data.sample import sample_dataset

VARIABLE: Final = "GONGKAI_DATASET"
DEFAULT: Final = Path("dataset")


def location(named: Location | None) -> Location:
    """The dataset's place: as named, else as the environment says, else ``./dataset``."""
    return named or place(os.environ.get(VARIABLE) or DEFAULT)


def chosen_dataset(named: Location | None) -> Dataset:
    """The dataset to read: as for :func:`location`, and the bundled sample where nothing is named and none is there.

    Raises:
        DatasetError: it cannot be opened.
    """
    if named is None and not os.environ.get(VARIABLE) and not DEFAULT.exists():
        print(Words(users_language())("dataset.sample"), file=sys.stderr)
        return sample_dataset()
    return open_dataset(location(named))
