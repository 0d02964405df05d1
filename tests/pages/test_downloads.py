"""What is taken away says what the page says."""

from __future__ import annotations

import polars as pl

from pages.remedies.sections import taken
from pages.shell import downloads
from pages.shell.words import sentences

CHINESE = sentences("zh")


def test_an_answer_is_taken_away_in_words() -> None:
    frame = pl.DataFrame({"agency": ["甲局", "乙局", "丙局"], "unsound": [True, False, None]})
    made = downloads.made(lambda: frame, CHINESE)()
    assert made.rows() == [("甲局", "是"), ("乙局", "否"), ("丙局", None)]


def test_an_other_result_of_a_review_is_not_called_other_handling() -> None:
    ways = pl.DataFrame({"year": [2022], "way": ["litigation_direct"], "upheld": [1], "corrected": [0], "other": [2]})
    heads = downloads.made(lambda: taken(ways, CHINESE), CHINESE)().columns
    assert heads == ["年度", "途径", "结果维持", "结果纠正", "其他结果"]


def test_a_percentage_is_told_from_a_share_of_one() -> None:
    assert [downloads.head(name, CHINESE) for name in ("share", "share_percent", "change_percent")] == [
        "占比",
        "占比（%）",
        "增减幅度（%）",
    ]
