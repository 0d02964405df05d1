from __future__ import annotations

import json
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.proto.PageLink_pb2 import PageLink
from streamlit.testing.v1 import AppTest

from data.ingest import Outcome
from data.intake import Arrival
from data.sample import DOCUMENTS
from data.schema import REPORTS
from pages.importing.sections import first_to_look_at
from pages.shell import store
from tests.made_up_reports import filled, imbalance, late, row, scan
from tests.pages.conftest import ROOT, Open, go, reports, small_print, titles, written_rows

REMEDIES = filled("remedies", "2021", 0, administrative_review__upheld=9, administrative_review__corrected=3)
DEADLINE = 60  # seconds


def test_a_correction_rate_stands_with_its_base(open_app: Open) -> None:
    app = go(open_app([row("甲局", 2022, **REMEDIES)]), "remedies")
    assert written_rows(app, "纠正率") == [["2022", "25.0%（3/12）", "基数不足（0/0）", "基数不足（0/0）"]]


def test_whom_to_ask_is_listed_for_the_chosen_year(open_app: Open) -> None:
    rows = [row("甲局", 2020), row("甲局", 2022), row("乙局", 2021, **late(date(2022, 5, 1))), row("乙局", 2022)]
    app = go(open_app(rows), "filing", year="2021")
    listed = app.dataframe[-1].value
    assert list(zip(listed["agency"], listed["filing"], strict=True)) == [("乙局", "△ 晚于期限"), ("甲局", "✕ 缺少")]


def test_leaving_out_unsound_reports_makes_nobody_a_defaulter(open_app: Open) -> None:
    rows = [row("甲局", year) for year in (2020, 2022)]
    rows.append(row("甲局", 2021, worst="inconsistent", issues=[imbalance(0, 6)]))
    app = go(open_app(rows, sound="1"), "filing", year="2021")
    assert any("没有缺报" in text.value for text in app.success)


def test_a_rule_leads_to_the_reports_that_break_it(open_app: Open) -> None:
    app = go(open_app(reports()), "rules", rule="applications-balance")
    assert any("勾稽关系" in text.value for text in app.markdown)
    assert "{" not in "".join(text.value for text in app.markdown)


def until(app: AppTest, label: str) -> None:
    """Run until a button with these words is there."""
    ends = time.monotonic() + DEADLINE
    while time.monotonic() < ends and not any(label in button.label for button in app.button):
        time.sleep(0.2)
        app.run()


def test_files_are_read_looked_at_and_committed(open_app: Open) -> None:
    app = go(open_app([]), "importing")
    document = min((DOCUMENTS / "synthetic").glob("*.txt"))
    app.file_uploader[0].upload(document.name, document.read_bytes(), "text/plain").run()
    app.button("importing.start").click().run()
    until(app, "写入数据集")
    assert [metric.value for metric in app.metric] == ["1", "0", "0", "0"]
    assert app.dataframe[0].value["source"].to_list() == [document.name]
    app.button("importing.commit").click().run()
    assert not app.exception
    assert any("已写入 1 份报告" in text.value for text in app.success)
    links = [(link.proto.page, link.proto.label) for link in app.get("page_link")]
    assert links == [
        ("", "在总览看这次导入带来的变化"),
        ("problems", "查看表格问题"),
        ("inconsistencies", "查看数据不一致"),
    ]


def test_of_new_reports_the_worst_come_first() -> None:
    def arrival(organ: str, year: int, worst: str | None) -> Arrival:
        told = row(organ, year, worst=worst)
        return Arrival(name=organ, outcome=Outcome.NEW, values=tuple(told[column] for column in REPORTS))

    came = [
        arrival("甲局", 2022, None),
        arrival("乙局", 2022, "note"),
        arrival("乙局", 2021, None),
        arrival("丙局", 2021, "inconsistent"),
        arrival("丁局", 2021, "malformed"),
        Arrival(name="扫描件", outcome=Outcome.UNREADABLE),
    ]
    ordered = sorted(came, key=first_to_look_at)
    assert [(each.name, each.value("fiscal_year")) for each in ordered] == [
        ("扫描件", None),
        ("丁局", 2021),
        ("丙局", 2021),
        ("乙局", 2021),
        ("乙局", 2022),
        ("甲局", 2022),
    ]


def test_a_file_that_cannot_be_read_is_committed_and_not_counted_as_a_report(open_app: Open) -> None:
    app = go(open_app([]), "importing")
    document = min((DOCUMENTS / "synthetic").glob("*.txt"))
    readable = app.file_uploader[0].upload(document.name, document.read_bytes(), "text/plain")
    readable.upload("坏.pdf", b"%PDF-1.4 broken", "application/pdf").run()
    app.button("importing.start").click().run()
    until(app, "写入数据集")
    app.button("importing.commit").click().run()
    assert any("已写入 1 份报告" in text.value for text in app.success)
    assert any("另有 1 个文件无法读取" in text.value for text in app.warning)
    assert any(link.page == "problems" for link in doors(app))


def test_files_that_cannot_be_read_are_told_beside_the_reports(open_app: Open) -> None:
    app = go(open_app(reports()), "overview")
    assert {metric.label: metric.value for metric in app.metric}["报告"] == "5"
    assert [link.label for link in doors(app) if "无法读取" in link.label] == ["另有 1 个文件无法读取"]
    assert any("所选 5 份报告" in text.value and "另有 1 个文件" in text.value for text in app.caption)


def test_where_no_report_names_its_organ_no_organs_are_counted_off(open_app: Open) -> None:
    nobody = row("无名", None, agency=None, organ_id=None, worst="unreadable", issues=[scan()])
    app = go(open_app([nobody]), "overview")
    assert any(
        "没有单位名称和年度都已读出的报告" in str(json.loads(chart.proto.spec)) for chart in app.get("plotly_chart")
    )
    assert not any("共 0 个" in told or "– 年" in told for told in [*small_print(app), *(d.label for d in doors(app))])


def doors(app: AppTest) -> list[PageLink]:
    """The links of the page to other pages."""
    return [element.proto for element in app.get("page_link")]


def test_the_sample_offers_to_make_a_dataset_of_ones_own(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app([])
    monkeypatch.setattr(store, "is_sample", lambda: True)
    go(app, "importing")
    assert not app.file_uploader
    app.text_input("importing.folder").set_value(str(tmp_path / "新 数据集"))
    app.button("importing.make").click().run()
    assert (tmp_path / "新 数据集" / "reports").is_dir()


def test_a_folder_that_is_named_but_not_there_can_be_made_a_dataset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "新 数据集"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert any("数据集不存在" in error.value for error in app.error)
    app.button("frame.make").click().run()
    assert not app.error
    assert any("数据集里还没有报告" in info.value for info in app.info)
    assert (tmp_path / "新 数据集" / "reports").is_dir()


def test_titles_say_which_level_is_shown(open_app: Open) -> None:
    app = open_app(reports(), levels="city", kinds="emergency")
    assert any("三项数量的变化，应急管理 · 市级" in text.value for text in app.subheader)


def test_the_small_trends_count_the_reports_in_doubt(open_app: Open) -> None:
    app = go(open_app(reports()), "overview")
    told = [text.value for text in app.caption if "份报告有此数字" in text.value]
    assert ["空心标记" in text for text in told] == [False, False, True]


def test_who_filed_nothing_for_the_chosen_year_counts_in_the_coverage(open_app: Open) -> None:
    rows = [row("甲局", 2021), row("甲局", 2022), row("乙局", 2021)]
    app = go(open_app(rows, years="2022-2022"), "overview")
    shown = {metric.label: metric.value for metric in app.metric}
    assert (shown["单位"], shown["覆盖率"]) == ("1", "50.0%")


def test_charts_of_applications_say_what_they_rest_on(open_app: Open) -> None:
    whole = filled("applications", "2021", 2)
    rows = [
        row("甲局", 2022, **whole, issues=[imbalance(4, 10)], worst="inconsistent"),
        row("乙局", 2022, **whole | {"applications__denied_state_secret__total": None}),
    ]
    app = go(open_app(rows), "outcomes")
    told = small_print(app)
    assert sum("其中 1 份的表三有问题" in text for text in told) == 5
    assert any("有 1 份缺少某个环节的数字，没有计入" in text for text in told)
    assert [box.label for box in app.expander] == ["没有计入的 1 份报告"]


def test_titles_of_one_year_say_scope_and_unit(open_app: Open) -> None:
    rows = [row("甲局", year, proactive__fees__amount_10k_yuan=Decimal("156.458")) for year in (2021, 2022)]
    app = go(open_app(rows), "licensing", measure="fees")
    assert "行政事业性收费金额，全部单位，2022 年与上年比较（万元）" in titles(app)
    assert "行政事业性收费金额，全部单位，2022 年各单位的分布（万元）" in titles(app)
    assert any("三项数量的变化，全部单位，2021–2022（件）" in text.value for text in go(app, "overview").subheader)
    go(app, "licensing", measure="fees")
    config = json.loads(app.dataframe[0].proto.columns)
    assert config["change"]["type_config"]["format"] == "%+,.12g"
