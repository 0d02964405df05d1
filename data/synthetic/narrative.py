"""The words of a synthetic report. Whatever they claim of a figure agrees with the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Final

from data.synthetic import phrases
from data.synthetic.chance import chance_of
from data.synthetic.draft import Draft, Section, choose_style, print_figures
from data.synthetic.world import Filing
from parsing import form
from parsing.form import cell_id

_HEADINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "一": "总体情况",
        **{name.ordinal: name.title for name in form.TABLE_NAMES.values()},
        "五": "存在的主要问题及改进情况",
        "六": "其他需要报告的事项",
    }
)
_ORDER: Final = "一二三四五六"
_TITLES: Final = ("年政府信息公开工作年度报告", "年度政府信息公开工作年度报告", "年政府信息公开年度报告")
# The outcomes that a text lists, by the first letters of their rows' ids.
_OUTCOMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "granted": "予以公开",
        "partially_granted": "部分公开",
        "denied": "不予公开",
        "unable": "无法提供",
        "unprocessed": "不予处理",
        "other": "其他处理",
    }
)
_DECISIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"licensing": "行政许可决定", "penalties": "行政处罚决定", "coercion": "行政强制决定"}
)

_Slots = dict[str, str]


def draft(filing: Filing, seed: int) -> Draft:
    """The report that an organ files for a year, without any fault."""
    chance = chance_of(seed, filing.organ.name, filing.fiscal_year)
    printed = print_figures(filing, choose_style(chance))
    return Draft(
        organ=filing.organ,
        fiscal_year=filing.fiscal_year,
        title=f"{filing.organ.name}{filing.fiscal_year}{chance.choice(_TITLES)}",
        lead=(phrases.NOTICE + _say(phrases.OPENINGS, _slots(filing, chance), chance),),
        sections=_sections(filing, chance),
        tables={table: form.TABLES[table, edition] for table, edition in filing.editions.items()},
        printed=printed,
        cells={cell: filing.figures[cell] for cell in filing.cells},
        signed=filing.signed,
        published=filing.published,
    )


def _sections(filing: Filing, chance: Random) -> dict[str, Section]:
    bodies = {
        "一": tuple(_overview(filing, chance)),
        "五": tuple(_problems(filing, chance)),
        "六": (_say(phrases.FEES, _slots(filing, chance), chance),),
    }
    return {ordinal: Section(f"{ordinal}、{_HEADINGS[ordinal]}", bodies.get(ordinal, ())) for ordinal in _ORDER}


# ---- Section one ----------------------------------------------------------------------------------------------------


def _overview(filing: Filing, chance: Random) -> Iterator[str]:
    aspects = (
        (
            "主动公开",
            _turn(phrases.PROACTIVE, filing, chance) + _documents(filing, chance) + _decisions(filing, chance),
        ),
        ("依申请公开", _applications(filing, chance) + _remedies(filing, chance)),
        ("政府信息管理", _turn(phrases.MANAGEMENT, filing, chance)),
        ("平台建设", _turn(phrases.PLATFORM, filing, chance)),
        ("监督保障", _turn(phrases.SUPERVISION, filing, chance)),
    )
    for ordinal, (aspect, text) in zip(_ORDER, aspects, strict=False):
        yield f"（{ordinal}）{aspect}。{text}"


def _documents(filing: Filing, chance: Random) -> str:
    """Documents issued, repealed and in force; the form of 2019 counts other things."""
    row = {column: _figure(filing, "proactive", "normative_documents", column) for column in ("issued", "repealed")}
    if filing.editions["proactive"] == "2019" or not any(row.values()):
        return ""
    in_force = _figure(filing, "proactive", "normative_documents", "in_force")
    return _say(phrases.DOCUMENTS, {key: f"{value}" for key, value in (*row.items(), ("in_force", in_force))}, chance)


def _decisions(filing: Filing, chance: Random) -> str:
    counted = {name: _figure(filing, "proactive", row, "decisions") for row, name in _DECISIONS.items()}
    listed = _listed(counted)
    return _say(phrases.DECISIONS, _slots(filing, chance) | {"list": listed}, chance) if listed else ""


def _applications(filing: Filing, chance: Random) -> str:
    """What became of the applications; the parts of a list add up to its total."""
    rows = ("new_received", "carried_in", "total_processed", "carried_out")
    new, carried_in, processed, carried_out = (_figure(filing, "applications", row, "total") for row in rows)
    slots = _slots(filing, chance) | {"new": f"{new}", "carried_in": f"{carried_in}", "processed": f"{processed}"}
    slots |= {"carried_out": f"{carried_out}", "list": _listed(_outcomes(filing))}
    if not new + carried_in:
        return _say(phrases.NO_APPLICATIONS, slots, chance)
    return (
        _say(phrases.RECEIVED if carried_in else phrases.RECEIVED_FRESH, slots, chance)
        + (_say(phrases.PROCESSED, slots, chance) if processed else "")
        + _say(phrases.CARRIED_OUT if carried_out else phrases.SETTLED, slots, chance)
    )


def _outcomes(filing: Filing) -> dict[str, int | Decimal]:
    rows = [row.id for row in form.outcome_rows(filing.editions["applications"])]
    return {
        name: sum(_figure(filing, "applications", row, "total") for row in rows if row.startswith(beginning))
        for beginning, name in _OUTCOMES.items()
    }


def _remedies(filing: Filing, chance: Random) -> str:
    reviews, direct, after = (_figure(filing, "remedies", way, "total") for way in form.REMEDY_WAYS)
    suits = direct + after
    pool = phrases.REMEDIES if reviews + suits else phrases.NO_REMEDIES
    return _say(pool, {"reviews": f"{reviews}", "suits": f"{suits}"}, chance)


# ---- Section five ---------------------------------------------------------------------------------------------------


def _problems(filing: Filing, chance: Random) -> Iterator[str]:
    """Two shortcomings and what will be done about them, others than the year before."""
    order = _order(phrases.PROBLEMS, filing)
    first, second = (order[(2 * filing.fiscal_year + step) % len(order)] for step in range(2))
    for pool, parts in ((phrases.SHORTCOMINGS, phrases.PROBLEMS), (phrases.NEXT_STEPS, phrases.MEASURES)):
        slots = _slots(filing, chance)
        slots |= {"first": parts[first].format(**slots), "second": parts[second].format(**slots)}
        yield _say(pool, slots, chance)


# ---- Sentences ------------------------------------------------------------------------------------------------------


def _say(pool: Sequence[str], slots: _Slots, chance: Random) -> str:
    return chance.choice(pool).format(**slots)


def _turn(pool: Sequence[str], filing: Filing, chance: Random) -> str:
    """Another sentence of the pool than in the years around."""
    order = _order(pool, filing)
    return pool[order[filing.fiscal_year % len(order)]].format(**_slots(filing, chance))


def _order(pool: Sequence[str], filing: Filing) -> list[int]:
    """The organ's own order through a pool."""
    return chance_of(filing.organ.name, pool[0]).sample(range(len(pool)), len(pool))


def _slots(filing: Filing, chance: Random) -> _Slots:
    topic, other = chance.sample(filing.organ.trade.topics, 2)
    return {
        "name": filing.organ.name,
        "we": filing.organ.trade.we,
        "year": f"{filing.fiscal_year}",
        "next": f"{filing.fiscal_year + 1}",
        "topic": topic,
        "other": other,
        "posts": f"{chance.randrange(60, 900) * filing.organ.scale}",
    }


def _listed(counted: Mapping[str, int | Decimal]) -> str:
    return "、".join(f"{name}{count}件" for name, count in counted.items() if count)


def _figure(filing: Filing, table: str, row: str, column: str) -> int | Decimal:
    return filing.figures[cell_id(table, row, column)]
