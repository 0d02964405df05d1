from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import plotly.graph_objects as go
import polars as pl
import pytest

from data.queries.behind import SUMS
from pages.shell import axes, brand, downloads, registry, units
from pages.shell.style import SIGNS, palette
from pages.shell.words import LANGUAGES, number, percent, plain, sentences, signed
from parsing.catalogue import KINDS, Severity


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (0, "0"),
        (1234567, "1,234,567"),
        (12.25, "12.2"),
        (7.0, "7"),
        (Decimal("25.96000000"), "25.96"),
        (Decimal(26799003), "26,799,003"),
    ],
)
def test_a_figure_is_written_out(value: float | Decimal | None, shown: str) -> None:
    assert number(value) == shown


def test_changes_have_a_sign_and_shares_one_decimal() -> None:
    assert [signed(value) for value in (5, -467, 0, None)] == ["+5", "−467", "0", "–"]
    assert [percent(share) for share in (0.375, None)] == ["37.5%", "–"]


def test_text_of_a_report_is_no_markdown() -> None:
    assert plain("*局*[1]_a_ :red[x] $1") == r"\*局\*\[1\]\_a\_ \:red\[x\] \$1"


@pytest.mark.parametrize(
    ("value", "language", "shown"), [(20000, "zh", "2万"), (250_000_000, "zh", "2.5亿"), (20000, "en", "20k")]
)
def test_axes_count_as_readers_do(value: float, language: str, shown: str) -> None:
    words = next(sentences(each) for each in LANGUAGES if each == language)
    assert axes.short(value, words) == shown


def test_the_room_beside_a_chart_fits_its_longest_label() -> None:
    chinese, english = "庐山市演示市场监督管理局", "Public welfare<br>organisations"
    assert 13 * len(chinese) < axes.room(["甲局", chinese]) < 13 * len(chinese) + 30
    assert axes.room([english]) < axes.room([english.replace("<br>", " ")])
    assert axes.room([]) < axes.room(["甲"])


def test_names_at_the_ends_of_lines_take_as_much_room_as_they_are_wide() -> None:
    chinese, english = ("市场监督管理局", "", [1.0]), ("Market regulation", "", [1.0])
    assert 12 * 7 < axes.room_for_ends([chinese, english]) < 12 * 17
    assert axes.room_for_ends([("长" * 90, "", [1.0])]) < 300


def test_names_of_lines_that_end_in_different_years_stay_at_their_lines() -> None:
    ends: list[axes.End] = [
        ("甲", "", [90.0, None]),
        ("乙", "", [80.0, 10.0]),
        ("丙", "", [90.0, 11.0]),
        ("丁", "", [100.0, 100.0]),
    ]
    shifts = {str(note["text"]): note["yshift"] for note in axes.label_ends(ends).annotations}
    assert (shifts["甲"], shifts["乙"], shifts["丁"]) == (0, 0, 0)
    assert 0 < shifts["丙"] < 24, "a line of text above the one that ends a little lower"


def test_names_that_would_stand_far_from_their_lines_are_left_to_a_legend() -> None:
    crowded = [(name, "", [1000.0, float(place)]) for place, name in enumerate("甲乙丙丁")]
    assert axes.ends_fit(crowded[:3])
    assert not axes.ends_fit(crowded)


def test_a_long_name_is_shortened_in_its_middle() -> None:
    long = "呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府综合行政执法局"
    assert axes.shortened(long) == "呼伦贝尔市莫…合行政执法局"
    assert axes.shortened("Market regulation and supervision bureau") == "Market regu…sion bureau"
    assert [axes.shortened(name) for name in ("庐山市演示市场监督管理局", "Market regulation")] == [
        "庐山市演示市场监督管理局",
        "Market regulation",
    ]


def test_the_room_beside_a_chart_grows_with_its_counts() -> None:
    lefts = []
    for largest in (80, 24_000_000):
        counts = axes.count_axis([largest], sentences("zh"))
        figure = go.Figure(axes.chart([], palette("light"), 300, yaxis=counts))
        lefts.append(figure.layout.margin.l)
        assert figure.layout.margin.l >= axes.room(figure.layout.yaxis.ticktext)
    assert lefts[0] < lefts[1]


def test_a_download_opens_in_a_spreadsheet() -> None:
    frame = pl.LazyFrame(
        {"agency": ["=1+1"], "worst": ["inconsistent"], "proactive.penalties.decisions": [5]},
    )
    content = downloads.csv(downloads.table(frame, sentences("zh")))().decode("utf-8")
    assert content.startswith("\ufeff单位,状况,行政处罚 · ")
    assert "[proactive.penalties.decisions]" in content
    assert content.splitlines()[1] == "'=1+1,≠ 数据不一致,5"


def test_a_file_name_is_allowed_on_windows() -> None:
    assert downloads.stem('行政处罚：a/b "c"', "2019–2024") == "行政处罚：a-b-c_2019–2024"


def test_the_name_of_a_file_says_what_was_filtered_and_when() -> None:
    origin = downloads.Origin(about=(), filters=("沈阳市", "县级", "2019–2024"), made=date(2026, 1, 15))
    assert origin.stem("处罚决定数，沈阳市，2019–2024（件）") == "处罚决定数，沈阳市，2019–2024（件）_县级_2026-01-15"


def test_a_long_name_of_a_file_keeps_its_day_and_says_that_it_was_cut() -> None:
    organs = "很长的机关名称" * 6
    origin = downloads.Origin(about=(), filters=(organs, "县级" * 30, "2019–2024"), made=date(2026, 1, 15))
    name = origin.stem(f"行政处罚决定数，{organs}，2019–2024（件）")
    assert len(name) <= 80
    assert len(f"{name}.xlsx".encode()) <= 255
    assert name.count("…") == 2
    assert name.endswith("_2026-01-15")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_name_of_the_product_is_drawn_in_the_colours_of_the_theme(theme: str) -> None:
    drawn = brand.name(palette(theme))
    assert re.sub(r"<[^>]+>", " ", drawn).split() == ["公开", "gongkai"]
    assert re.findall(r'<t\w+ [^>]*fill="([^"]+)"', drawn) == [palette(theme).text, palette(theme).muted]


def test_an_excel_file_tells_what_was_asked_for() -> None:
    make = downloads.table(pl.LazyFrame({"agency": ["甲局"], "year": [2022]}), sentences("zh"))
    file = BytesIO(downloads.xlsx(make, (("年度", "2019–2022"),), sentences("zh"))())
    shown = "".join(ZipFile(file).read(name).decode() for name in ZipFile(file).namelist() if name.endswith(".xml"))
    assert '<sheet name="说明"' in shown
    assert "2019–2022" in shown
    assert "甲局" in shown


@pytest.mark.parametrize("entry", registry.ENTRIES, ids=lambda entry: entry.name)
def test_every_page_has_a_script_and_words(entry: registry.Entry) -> None:
    assert registry.script(entry.name).is_file()
    for language in LANGUAGES:
        word = sentences(language)
        assert word(f"{entry.name}.title")
        assert word(f"{entry.name}.question")


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_a_sign_and_a_word(severity: Severity) -> None:
    assert SIGNS[severity]
    assert all(sentences(language)(f"severity.{severity}") for language in LANGUAGES)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_every_kind_of_problem_has_words() -> None:
    assert all(kind.wording(language).title for kind in KINDS.values() for language in LANGUAGES)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_told_from_their_ground(theme: str) -> None:
    colours = palette(theme)
    texts = [colours.text, colours.muted, colours.accent, *colours.hues.values()]
    assert [text for text in texts if contrast(text, colours.ground) < 4.5] == []
    assert contrast(faded(colours.text, colours.ground), colours.ground) >= 4.5
    assert [mark for mark in colours.scale if contrast(mark, colours.ground) < 3] == []


def faded(text: str, ground: str) -> str:
    """What Streamlit makes of the text's colour in captions and pinned columns: it lets 40 % of the ground through."""
    pairs = [(int(text[place : place + 2], 16), int(ground[place : place + 2], 16)) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(0.6 * one + 0.4 * other):02x}" for one, other in pairs)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2: from 1, the same, to 21, black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", [name for name, part in SUMS.items() if part.cell])
def test_every_sum_has_a_unit_in_both_languages(name: str) -> None:
    assert all(units.of_cell(SUMS[name].cell or "", sentences(language)) for language in LANGUAGES)


def test_the_unit_of_an_amount_is_the_one_that_the_form_declares() -> None:
    fees = "proactive.fees.amount_10k_yuan"
    assert [units.of_cell(fees, sentences(language)) for language in ("zh", "en")] == ["万元", "10,000 yuan"]
    assert units.of_cell("applications.new_received.total", sentences("en")) == "applications"
