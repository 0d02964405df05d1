"""Faults of the words and dates: what the text claims, when it was signed, and traces of carelessness."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from data.synthetic.chance import chance_of
from data.synthetic.draft import Draft, Section
from data.synthetic.narrative import draft
from data.synthetic.world import Filing
from parsing.form import cell_id

_RECEIVED: Final = cell_id("applications", "new_received", "total")
_WITH_FIGURES: Final = 2  # paragraphs at the head of section one that claim figures
_ERROR: Final = 7  # by how many applications a text is wrong
_RESIDUE: Final = "（此处填写本单位具体做法，不超过200字）"
_POSTS: Final = re.compile(r"\d+条")
_FIGURES: Final = re.compile(r"\d+")


def claim_differs(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The text claims more applications than the table has."""
    received = filing.figures[_RECEIVED]
    if not received or filing.figures[cell_id("applications", "carried_in", "total")] == _ERROR:
        return None  # with those carried in, the claim would be right
    claiming = draft(replace(filing, figures={**filing.figures, _RECEIVED: received + _ERROR}), seed)
    return replace(draft(filing, seed), sections=claiming.sections).with_planted("narrative-figure", [_RECEIVED])


def contradicts_itself(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Two sentences of the text name different numbers of applications."""
    claimed = filing.figures[_RECEIVED] + filing.figures[cell_id("applications", "carried_in", "total")] + _ERROR
    sentence = f"全年共受理政府信息公开申请{claimed}件，全部按时答复。"
    return (
        _appended(draft(filing, seed), sentence)
        .with_planted("narrative-contradiction", [_RECEIVED])
        .with_planted("narrative-figure", [_RECEIVED])
    )


def parts_exceed_their_total(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """A list of items published adds up to one more than its total."""
    total = _published(filing, seed)
    parts = (total // 2, total // 3, total - total // 2 - total // 3 + 1)
    listed = "、".join(
        f"{name}{part}条" for name, part in zip(("工作动态", "政策文件", "公告公示"), parts, strict=True)
    )
    sentence = f"专题栏目共刊登信息{total}条，其中{listed}。"
    return _appended(draft(filing, seed), sentence).with_planted("narrative-list-sum")


def share_is_wrong(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """A share in percent is not that of the numbers beside it."""
    total = _published(filing, seed)
    sentence = f"专题栏目共刊登信息{total}条，其中政策文件{total // 4}条，占28.7%。"
    return _appended(draft(filing, seed), sentence).with_planted("narrative-percent")


def _published(filing: Filing, seed: int) -> int:
    return 120 + 4 * chance_of(seed, filing.organ.name, filing.fiscal_year, "published").randrange(100)


def signed_too_early(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Signed before the year was over."""
    signed = date(filing.fiscal_year, 1, 27)
    return replace(draft(filing, seed), signed=signed).with_planted("date-before-year-end")


def late(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """Published after every deadline."""
    published = date(filing.fiscal_year + 1, 4, 16)
    return replace(draft(filing, seed), signed=published, published=published).with_planted("date-late")


def stale_year(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The plans for the next year still name a year long past."""
    faulty = draft(filing, seed)
    following, stale = f"{filing.fiscal_year + 1}年，", f"{filing.fiscal_year - 2}年，"
    if following not in "".join(faulty.sections["五"].paragraphs):
        return None
    texts = tuple(text.replace(following, stale) for text in faulty.sections["五"].paragraphs)
    return _rewritten(faulty, "五", texts).with_planted("year-stale")


def broken_title(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The title has lost characters."""
    title = f"{filing.organ.name}{filing.fiscal_year}府信息公开工作报告"
    return replace(draft(filing, seed), title=title).with_planted("title-broken")


def template_residue(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """A hint of the template was left in."""
    return _appended(draft(filing, seed), _RESIDUE).with_planted("template-residue")


def skipped_number(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """一是 is followed by 三是."""
    faulty = draft(filing, seed)
    texts = tuple(text.replace("二是", "三是") for text in faulty.sections["五"].paragraphs)
    return _rewritten(faulty, "五", texts).with_planted("numbering-skipped")


def lost_number(filing: Filing, _before: Filing | None, seed: int) -> Draft | None:
    """The number of items published is missing before its counter."""
    faulty = draft(filing, seed)
    texts = tuple(_POSTS.sub("条", text) for text in faulty.sections["一"].paragraphs)
    return _rewritten(faulty, "一", texts).with_planted("counter-without-number")


def copied(filing: Filing, before: Filing | None, seed: int) -> Draft | None:
    """The words are last year's with the years moved on."""
    if before is None:
        return None
    earlier = draft(before, seed).sections
    faulty = draft(filing, seed)
    own = faulty.sections["一"].paragraphs[:_WITH_FIGURES]
    others = _moved_on(earlier["一"].paragraphs[_WITH_FIGURES:], before.fiscal_year)
    faulty = _rewritten(faulty, "五", _moved_on(earlier["五"].paragraphs, before.fiscal_year))
    return _rewritten(faulty, "一", (*own, *others)).with_planted("text-copied-last-year")


def copied_from_another(filing: Filing, model: Filing | None, seed: int) -> Draft | None:
    """The words are those of another organ's last report, with the years moved on and the organ's own figures."""
    if model is None:
        return None
    copy = draft(replace(model, figures=filing.figures, editions=filing.editions), seed).sections
    if _without_figures(copy["一"]) != _without_figures(draft(model, seed).sections["一"]):
        return None  # other outcomes take other words
    faulty = draft(filing, seed)
    for ordinal in ("一", "五"):
        faulty = _rewritten(faulty, ordinal, _moved_on(copy[ordinal].paragraphs, model.fiscal_year))
    return faulty.with_planted("text-copied-organ")


def _without_figures(section: Section) -> str:
    return _FIGURES.sub("", "".join(section.paragraphs))


def _appended(faulty: Draft, sentence: str) -> Draft:
    """The draft with a sentence at the end of section one."""
    *texts, last = faulty.sections["一"].paragraphs
    return _rewritten(faulty, "一", (*texts, last + sentence))


def _rewritten(faulty: Draft, ordinal: str, paragraphs: tuple[str, ...]) -> Draft:
    section = Section(faulty.sections[ordinal].heading, paragraphs)
    return replace(faulty, sections={**faulty.sections, ordinal: section})


def _moved_on(texts: tuple[str, ...], year: int) -> tuple[str, ...]:
    """The texts with each of the two years that they may name moved on by one."""
    return tuple(text.replace(f"{year + 1}年", f"{year + 2}年").replace(f"{year}年", f"{year + 1}年") for text in texts)
