from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.reviews import reviewed
from pages.shell import working_list
from pages.shell.words import sentences
from parsing import form
from tests.made_up_reports import Row, blank, entries, filled, imbalance, issue, row, scan
from tests.pages.conftest import Open, address, go, titles, written_doors, written_rows

LATE = {"what": "published", "day": "2022-02-15", "limit": "2022-01-31"}


def faulty() -> list[Row]:
    new = filled("applications", "2021", 2)
    return [
        row("甲局", 2021, **new, worst="inconsistent", issues=[imbalance(0, 6)]),
        row(
            "乙局",
            2021,
            **new,
            worst="inconsistent",
            issues=[imbalance(0, 60), blank("remedies.litigation_direct.total")],
        ),
    ]


def test_the_largest_difference_comes_first_with_both_sides(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    assert [metric.value for metric in app.metric] == ["0", "60", "60"]
    assert any("相差 60" in element.value for element in app.markdown)


def test_shares_keep_their_decimals_and_are_called_by_what_they_are(open_app: Open) -> None:
    values = json.dumps({"part": 258, "base": 805, "percent": "33.9", "computed": "32.05"})
    share = issue("narrative-percent", table=None, left="33.9", right="32.05", values=values)
    app = go(open_app([row("甲局", 2021, worst="inconsistent", issues=[share])]), "inconsistencies")
    assert [(metric.label, metric.value) for metric in app.metric][:2] == [("所写", "33.9%"), ("按数量计算", "32.05%")]
    assert app.metric[2].value == "1.85%"


def test_the_next_entry_is_one_click_away_and_has_an_address(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    before = address(app)["item"]
    app.button("inconsistencies.next").click().run()
    assert [metric.value for metric in app.metric] == ["0", "6", "6"]
    assert address(app)["item"] != before
    assert app.button("inconsistencies.next").disabled


def test_an_entry_is_found_again_by_its_address(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    app.button("inconsistencies.next").click().run()
    item = address(app)["item"]
    app.button("inconsistencies.previous").click().run()
    app.query_params["item"] = item
    app.run()
    assert [metric.value for metric in app.metric] == ["0", "6", "6"]


def test_problems_and_findings_are_two_lists(open_app: Open) -> None:
    app = go(open_app(faulty()), "problems", severity="note")
    assert not app.metric
    assert any("空白" in element.value for element in app.subheader)


def test_kinds_are_offered_with_their_counts(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    assert list(app.pills("inconsistencies.rule").options) == ["全部（2）", "收办不平衡（2）"]


def test_a_kind_stays_chosen_where_another_year_has_none_of_it(open_app: Open) -> None:
    late = issue("date-late", "notable", table=None, values=json.dumps(LATE))
    rows = [row("甲局", 2021, issues=[imbalance(0, 6)]), row("甲局", 2022, issues=[late])]
    app = go(open_app(rows), "inconsistencies", years="2021-2021", severity="inconsistent", rule="applications-balance")
    app.selectbox("filters.last_year").set_value(2022).run()
    app.selectbox("filters.first_year").set_value(2022).run()
    assert address(app)["rule"] == "applications-balance"
    assert address(app)["severity"] == "inconsistent"
    assert list(app.pills("inconsistencies.rule").options) == ["全部（0）", "收办不平衡（0）"]
    assert titles(app)[0].startswith("0 条，")
    assert [info.value for info in app.info] == ["所选报告中没有这样的条目。其他条目可在“程度”和“类别”中选“全部”查看。"]
    app.selectbox("filters.first_year").set_value(2021).run()
    assert titles(app)[0].startswith("数据不一致 1 条")


def test_a_kind_of_the_other_list_is_not_offered(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies", rule="rows-missing")
    assert list(app.pills("inconsistencies.rule").options) == ["全部（2）", "收办不平衡（2）"]


def decide(app: AppTest, decision: str, *, reason: str, name: str) -> AppTest:
    """Fill in the form below an entry and press one of its buttons."""
    reasons = [field for field in app.text_input if str(field.key).startswith("review.reason")]
    reasons[0].set_value(reason)
    app.text_input("review.name").set_value(name)
    app.button(f"review.{decision}").click()
    return app.run()


def test_a_dismissed_entry_is_kept_with_reason_and_name(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    decide(app, "dismissed", reason="已电话核实", name="张三")
    assert not app.exception
    assert any("已排除：张三" in text.value and "已电话核实" in text.value for text in app.markdown)
    app.segmented_control("choice.state").set_value("open").run()
    assert [metric.value for metric in app.metric] == ["0", "6", "6"]
    assert address(app)["state"] == "open"


def test_a_decision_can_be_taken_back(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    assert "review.withdrawn" not in {str(button.key) for button in app.button}
    decide(app, "dismissed", reason="已电话核实", name="张三")
    [reason] = [field for field in app.text_input if str(field.key).startswith("review.reason")]
    assert not reason.value
    decide(app, "withdrawn", reason="看错一行", name="张三")
    assert not app.exception
    assert not any("已排除：" in text.value for text in app.markdown)
    app.segmented_control("choice.state").set_value("dismissed").run()
    assert any("没有已排除" in info.value for info in app.info)


def test_a_decision_needs_a_reason_and_a_name(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    decide(app, "confirmed", reason=" ", name="张三")
    assert len(app.warning) == 1
    app.segmented_control("choice.state").set_value("confirmed").run()
    assert any("没有已确认" in info.value for info in app.info)


def test_a_finding_across_years_leads_to_the_other_report(open_app: Open) -> None:
    columns = [column.id for column in form.APPLICANTS]
    before = filled("applications", "2021", 0)
    after = before | {f"applications__carried_in__{column}": 0 for column in columns}
    after |= {"applications__carried_in__natural_person": 2}
    older, newer = row("甲局", 2021, **before), row("甲局", 2022, **after)
    app = go(open_app([older, newer]), "inconsistencies", rule="year-carry-over")
    assert [(metric.label, metric.value) for metric in app.metric] == [
        ("本年报告", "2"),
        ("上年报告", "0"),
        ("相差", "2"),
    ]
    links = [str(link.proto) for link in app.get("page_link")]
    assert [str(older["report_id"]) in link for link in links] == [False, True]


def test_a_note_is_taken_away_as_a_note(tmp_path: Path) -> None:
    noted = row("甲局", issues=[imbalance(0, 6), blank("remedies.litigation_direct.total")])
    taken = working_list.for_download(reviewed(entries([noted]).collect(), tmp_path), sentences("zh"))
    assert taken["severity"].to_list() == ["≠ 数据不一致", "ⓘ 说明"]


def of_two_severities() -> list[Row]:
    share = issue("date-late", "notable", table=None, values=json.dumps(LATE))
    return [
        row("甲局", 2021, issues=[imbalance(0, 6), share]),
        row("乙局", 2021, issues=[imbalance(0, 60), blank("remedies.litigation_direct.total"), scan()]),
    ]


def test_what_is_listed_is_counted_by_severity(open_app: Open) -> None:
    app = go(open_app(of_two_severities()), "inconsistencies")
    assert titles(app)[0].startswith("数据不一致 2 条、值得关注 1 条")
    severities = app.segmented_control("inconsistencies.severity")
    assert list(severities.options) == ["说明以外（3）", "≠ 数据不一致（2）", "△ 值得关注（1）", "全部（3）"]


def test_another_severity_is_one_click_away_with_its_own_kinds(open_app: Open) -> None:
    app = go(open_app(of_two_severities()), "inconsistencies")
    app.segmented_control("inconsistencies.severity").set_value("notable").run()
    assert address(app)["severity"] == "notable"
    assert titles(app)[0].startswith("值得关注 1 条")
    assert list(app.pills("inconsistencies.rule").options) == ["全部（1）", "晚于法定期限（1）"]


def test_notes_are_counted_but_not_listed_until_asked_for(open_app: Open) -> None:
    app = go(open_app(of_two_severities()), "problems")
    assert list(app.segmented_control("problems.severity").options)[-2:] == ["ⓘ 说明（1）", "全部（2）"]
    assert titles(app)[0].startswith("无法读取 1 条，")
    app.segmented_control("problems.severity").set_value("every").run()
    assert titles(app)[0].startswith("无法读取 1 条、说明 1 条")


def test_where_there_are_only_notes_the_list_says_so(open_app: Open) -> None:
    app = go(open_app(faulty()), "problems")
    assert [info.value for info in app.info] == ["没有需要处理的条目，只有 1 条说明；在“程度”中选“说明”可以查看。"]


def test_a_link_to_a_kind_of_note_shows_its_entries(open_app: Open) -> None:
    app = go(open_app(of_two_severities()), "problems", rule="cells-blank")
    assert address(app)["severity"] == "note"
    assert titles(app)[0].startswith("说明 1 条")


def test_a_file_without_an_organ_is_known_by_its_name(open_app: Open) -> None:
    nobody = {"agency": None, "organ_id": None, "issues": [scan()]}
    files = [row(name, None, **nobody, source=f"一月/{name}.pdf") for name in ("扫描一", "扫描二")]
    app = go(open_app(files), "problems")
    assert set(app.dataframe[0].value["agency"]) == {"扫描一.pdf", "扫描二.pdf"}
    assert any("一月/扫描" in text.value.replace("\\", "") for text in app.caption)


@pytest.mark.parametrize("name", ["inconsistencies", "problems"])
def test_where_no_report_is_chosen_nothing_is_called_clear(open_app: Open, name: str) -> None:
    app = go(open_app(faulty()), name, sound="1")
    assert not app.success
    assert [info.value for info in app.info] == ["所选年份和单位没有报告。请放宽筛选，或导入报告。"]


def test_what_to_look_at_first_leads_to_the_faults_of_its_report(open_app: Open) -> None:
    rows = faulty()
    app = open_app(rows)
    assert [agency for agency, *_ in written_rows(app, "首先查看")] == ["乙局", "甲局"]
    doors = written_doors(app, "首先查看")
    assert {name: codes["report"] for name, codes in doors.items()} == {
        str(each["agency"]): each["report_id"] for each in rows
    }
    assert {codes["part"] for codes in doors.values()} == {"faults"}


@pytest.mark.parametrize("name", ["overview", "inconsistencies", "problems", "report"])
def test_an_empty_dataset_leads_to_the_import(open_app: Open, name: str) -> None:
    app = go(open_app([]), name)
    assert not app.success
    assert [info.value for info in app.info][-1] == "数据集里还没有报告。请先导入报告。"
    assert [link.proto.label for link in app.get("page_link")] == ["导入报告"]


def test_the_next_entry_is_also_beside_the_decision_and_on_a_key(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    shortcuts = {way: app.button(f"inconsistencies.{way}").proto.shortcut for way in ("previous", "next")}
    assert shortcuts == {"previous": "alt+up", "next": "alt+down"}
    assert app.button("inconsistencies.previous.below").disabled
    app.button("inconsistencies.next.below").click().run()
    assert [metric.value for metric in app.metric] == ["0", "6", "6"]
    assert app.button("inconsistencies.next.below").disabled
