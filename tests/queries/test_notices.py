from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from data import notices
from data.reviews import Decision, Signed, decide
from tests.made_up_reports import Row, blank, entries, imbalance, row

TODAY = date(2026, 11, 21)


def rows() -> list[Row]:
    return [
        row("甲局", 2021, issues=[imbalance(0, 6)]),
        row("甲局", 2022, issues=[imbalance(0, 7), blank("remedies.litigation_direct.total")]),
        row("乙局", 2022, issues=[blank("remedies.litigation_direct.total")]),
    ]


def text(letter: bytes) -> str:
    return "\n".join(
        re.findall(r"<w:t [^>]*>([^<]*)</w:t>", ZipFile(BytesIO(letter)).read("word/document.xml").decode())
    )


def test_a_letter_tells_every_grave_entry_of_every_year(tmp_path: Path) -> None:
    (letter,) = notices.letters(notices.to_rectify(entries(rows()), tmp_path), TODAY)
    told = text(letter.content)
    assert letter.agency == "甲局"
    assert "甲局：" in told
    assert "2021、2022 年度" in told
    assert "下列 2 处" in told
    assert "一、2021 年度报告" in told
    assert "相差 7" in told
    assert "空白" not in told
    assert "2026年11月21日" in told


def test_what_was_dismissed_is_not_written(tmp_path: Path) -> None:
    asked = notices.to_rectify(entries(rows()), tmp_path)
    for mark in asked["fingerprint"]:
        decide(tmp_path, mark, Decision.DISMISSED, Signed(reason="核实无误", name="张三"))
    assert list(notices.letters(notices.to_rectify(entries(rows()), tmp_path), TODAY)) == []


def test_an_organ_under_two_names_gets_one_letter_under_the_later(tmp_path: Path) -> None:
    both = [
        row("发改委", 2021, organ_id="210100-发展和改革委员会", issues=[imbalance(0, 6)]),
        row("发展和改革委员会", 2023, organ_id="210100-发展和改革委员会", issues=[imbalance(0, 7)]),
        row("发改局", 2022, organ_id="210100-发展和改革委员会", issues=[imbalance(0, 8)]),
    ]
    asked = notices.to_rectify(entries(both), tmp_path)
    (letter,) = notices.letters(asked, TODAY)
    assert letter.agency == "发展和改革委员会"
    told = text(notices.letter(asked, TODAY))
    assert "2021、2022、2023 年度" in told
    assert "下列 3 处" in told
    assert letter.content == notices.letter(asked, TODAY)


def test_a_letter_about_nothing_says_so(tmp_path: Path) -> None:
    nothing = notices.to_rectify(entries([row("甲局", 2021)]), tmp_path)
    assert text(notices.letter(nothing, TODAY)).startswith("该单位现在没有需要核实更正的情况")


def test_all_letters_come_in_one_archive_with_names_for_windows(tmp_path: Path) -> None:
    named = [row(f"{name}局", 2022, issues=[imbalance(0, 6)]) for name in ('甲/"', "乙")]
    package = ZipFile(BytesIO(notices.archive(notices.to_rectify(entries(named), tmp_path), TODAY)))
    assert sorted(package.namelist()) == ["210100_乙局_整改通知.docx", "210100_甲-局_整改通知.docx"]


def test_an_archive_without_letters_says_why(tmp_path: Path) -> None:
    with ZipFile(BytesIO(notices.archive(notices.to_rectify(entries([row("甲局")]), tmp_path), TODAY))) as archive:
        (name,) = archive.namelist()
        assert name == "没有需要通知整改的单位.docx"
        assert "没有需要核实更正的情况" in text(archive.read(name))


def test_the_same_letter_is_always_the_same_bytes(tmp_path: Path) -> None:
    asked = notices.to_rectify(entries(rows()), tmp_path)
    once, again = (list(notices.letters(asked, TODAY)) for _ in range(2))
    assert once == again
