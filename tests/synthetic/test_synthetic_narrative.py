"""What synthetic reports say in words agrees with their tables, and is not said twice."""

from __future__ import annotations

import re
from itertools import pairwise

from data.synthetic.draft import Draft
from data.synthetic.narrative import draft
from data.synthetic.organs import roster
from data.synthetic.world import history

SEED = 5
DRAFTS = [[draft(filing, SEED) for filing in history(organ, 2024, SEED)] for organ in roster(30)]
ALL = [report for reports in DRAFTS for report in reports]
# A number right behind its noun and before its counter: 行政许可决定374件
CLAIMS = {
    "applications.new_received.total": r"(?:收到政府信息公开申请|新收政府信息公开申请|新收申请)(\d+)件",
    "applications.carried_in.total": r"上年结转的?(\d+)件",
    "applications.total_processed.total": r"办结(\d+)件",
    "applications.carried_out.total": r"结转下年度继续办理(\d+)件|另有(\d+)件结转下年度",
    "proactive.licensing.decisions": r"行政许可决定(\d+)件",
    "proactive.penalties.decisions": r"行政处罚决定(\d+)件",
    "proactive.coercion.decisions": r"行政强制决定(\d+)件",
    "proactive.normative_documents.issued": r"制发行政规范性文件(\d+)件",
    "proactive.normative_documents.repealed": r"废止(\d+)件",
}
OUTCOMES = re.compile(r"(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)(\d+)件")


def text(report: Draft) -> str:
    return "".join(paragraph for section in report.sections.values() for paragraph in section.paragraphs)


def test_every_claimed_figure_is_the_one_in_the_table() -> None:
    seen = set()
    for report in ALL:
        for cell, pattern in CLAIMS.items():
            for match in re.finditer(pattern, text(report)):
                seen.add(cell)
                assert int(match[match.lastindex or 0]) == report.cells[cell], (report.title, cell)
    assert seen == set(CLAIMS)


def test_listed_outcomes_add_up_to_what_was_processed() -> None:
    for report in ALL:
        assert sum(map(int, OUTCOMES.findall(text(report)))) == report.cells["applications.total_processed.total"]


def test_a_report_without_applications_says_so() -> None:
    silent = [report for report in ALL if not report.cells["applications.new_received.total"]]
    assert silent
    assert all(re.search("未收到|没有收到|上年结转", text(report)) for report in silent)


def test_every_report_says_first_that_it_is_synthetic() -> None:
    assert all("合成数据" in report.lead[0][:12] for report in ALL)


def test_no_organ_repeats_its_section_five_within_three_years() -> None:
    for reports in DRAFTS:
        for earlier, later in (*pairwise(reports), *zip(reports, reports[2:], strict=False)):
            assert earlier.sections["五"].paragraphs != later.sections["五"].paragraphs


def test_no_placeholder_is_left_open() -> None:
    assert not any("{" in text(report) or "{" in report.lead[0] for report in ALL)
