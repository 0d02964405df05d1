from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest

from tests.made_up_reports import blank, filled, imbalance, row, scan, states
from tests.pages.conftest import Open, address, go

NEW = filled("applications", "2021", 2) | filled("proactive", "2021", 4) | filled("remedies", "2021", 0)


def test_a_report_is_found_by_its_permanent_address(open_app: Open) -> None:
    one = row("甲局", 2021, **NEW)
    app = go(open_app([one]), "report", report=str(one["report_id"]))
    assert "甲局，2021 年度" in app.subheader[0].value


def test_an_unknown_report_is_told_and_others_are_offered(open_app: Open) -> None:
    app = go(open_app([row("甲局", 2021)]), "report")
    app.query_params["report"] = "0000000000000000"
    app.run()
    assert "0000000000000000" in app.warning[0].value
    assert len(app.dataframe) == 1


def test_files_that_could_not_be_read_are_not_counted_as_reports(open_app: Open) -> None:
    unread = row("扫描件", None, agency=None, organ_id=None, edition=None, worst="unreadable", issues=[scan()])
    app = go(open_app([row("甲局", 2021), unread]), "report")
    assert "1 份报告。另有 1 个文件无法读取。点击一行打开。" in [caption.value for caption in app.caption]


def test_a_list_that_is_cut_says_how_many_reports_there_are(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app([row("甲局", year) for year in range(2019, 2024)])
    monkeypatch.setattr("pages.report.sections._MOST_LISTED", 3)
    app = go(app, "report")
    told = "5 份报告。先列出前 3 份，其余请用筛选缩小范围。点击一行打开。"
    assert told in [caption.value for caption in app.caption]
    assert len(app.dataframe[0].value) == 3


def test_a_marked_cell_tells_what_is_wrong(open_app: Open) -> None:
    one = row("甲局", 2021, **NEW, worst="inconsistent", issues=[imbalance(0, 6)])
    app = go(open_app([one]), "report", report=str(one["report_id"]))
    drawn = "".join(element.proto.body for element in app.get("html"))
    assert drawn.count('class="gk-sign"') == 4
    assert "相差 6" in drawn


def test_an_entry_of_a_report_leads_to_where_it_is_decided_about(open_app: Open) -> None:
    issues = [imbalance(0, 6), imbalance(0, 60), blank("remedies.litigation_direct.total")]
    one = row("甲局", 2021, **NEW, worst="inconsistent", issues=issues)
    app = go(open_app([one]), "report", report=str(one["report_id"]), part="faults")
    links = [link.proto for link in app.get("page_link")]
    assert [link.label for link in links] == ["在列表中查看和处理这一条"] * 2  # a note asks for nothing
    targets = [str(link.query_string) for link in links]
    assert [f"item={one['report_id']}.{number}" in target for number, target in zip((1, 0), targets, strict=True)] == [
        True,
        True,
    ]
    assert any("整改通知" in str(button.proto) for button in app.get("download_button"))


def test_a_blank_is_no_zero(open_app: Open) -> None:
    cell = "remedies.litigation_direct.total"
    one = row(
        "甲局",
        2021,
        **NEW | {cell.replace(".", "__"): None},
        states=states("2021", remedies__litigation_direct__total="blank"),
    )
    app = go(open_app([one]), "report", report=str(one["report_id"]))
    drawn = "".join(element.proto.body for element in app.get("html"))
    assert 'title="原文空白"' in drawn
    assert any("原文空白" in element.value for element in app.caption)


def test_a_figure_is_traced_to_its_printed_text(open_app: Open) -> None:
    one = row("甲局", 2021, **NEW | {"applications__new_received__natural_person": 12})
    codes = {"report": str(one["report_id"]), "part": "source", "cell": "applications.new_received.natural_person"}
    app = go(open_app([one]), "report", **codes)
    assert [metric.value for metric in app.metric] == ["12", "12"]
    assert any("第 3 行文字" in element.value for element in app.markdown)
    drawn = "".join(element.proto.body for element in app.get("html"))
    assert re.findall(r'<td class="gk-text gk-marked"[^>]*>([^<]*)</td>', drawn) == ["12"]


def test_the_organs_other_years_are_one_click_away(open_app: Open) -> None:
    old, new = row("甲局", 2021, **NEW), row("甲局", 2022, **NEW)
    app = go(open_app([old, new]), "report", report=str(new["report_id"]))
    app.segmented_control("report.year").set_value(str(old["report_id"])).run()
    assert address(app)["report"] == old["report_id"]
    assert "2021" in app.subheader[0].value


def test_the_organs_series_is_drawn(open_app: Open) -> None:
    old, new = row("甲局", 2021, **NEW), row("甲局", 2022, **NEW)
    app = go(open_app([old, new]), "report", report=str(new["report_id"]), part="years")
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1


def test_the_organs_figures_stand_under_their_years(open_app: Open) -> None:
    old, new = row("甲局", 2021, **NEW), row("甲局", 2022, **NEW, worst="inconsistent", issues=[imbalance(0, 6)])
    app = go(open_app([old, new]), "report", report=str(new["report_id"]), part="years")
    table = app.dataframe[0]
    assert list(table.value.columns) == ["measure", "2021", "2022"]
    assert table.value["2022"].to_list() == [4, 4, 4, 2, 2, 2]
    columns = json.loads(table.proto.columns)
    assert [columns[year]["label"] for year in ("2021", "2022")] == ["✓ 2021", "≠ 2022"]


@pytest.mark.parametrize("opened", ["read", "unread"])
def test_a_year_stands_once_when_a_second_report_of_it_cannot_be_read(open_app: Open, opened: str) -> None:
    digest = sha256(b"unread").hexdigest()
    unread = row("甲局", 2021, sha256=digest, report_id=digest[:16], worst="unreadable", issues=[scan()])
    reports = {"read": row("甲局", 2021, **NEW), "unread": unread, "next": row("甲局", 2022, **NEW)}
    app = go(open_app(reports.values()), "report", report=str(reports[opened]["report_id"]), part="years")
    assert not app.exception
    assert app.dataframe[0].value["2021"].to_list() == [4, 4, 4, 2, 2, 2]
    years = app.segmented_control("report.year")
    assert (list(years.options), years.value) == (["2021", "2022"], reports[opened]["report_id"])


def test_figures_are_turned_over_one_by_one(open_app: Open) -> None:
    one = row("甲局", 2021, **NEW)
    app = go(open_app([one]), "report", report=str(one["report_id"]), part="source")
    first = address(app)["cell"]
    assert app.button("report.cell.earlier").disabled
    app.button("report.cell.later").click().run()
    assert address(app)["cell"] != first
    app.button("report.cell.earlier").click().run()
    assert address(app)["cell"] == first


def test_the_outcome_of_every_rule_is_told(open_app: Open) -> None:
    one = row("甲局", 2021, **NEW, verdicts="hhhhhb" + "h" * 13)
    app = go(open_app([one]), "report", report=str(one["report_id"]), part="faults")
    assert not app.exception
    told = app.expander[0].dataframe[0].value.set_index("rule")["judged"]
    assert (told["正文与表格不一致"], told["正文前后矛盾"]) == ("发现", "未发现")
