from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import dataset as datasets
from tests.made_up_reports import dataset, filled, imbalance, row
from tests.pages.conftest import Open, go, small_print, titles, written_doors, written_rows

NEW = filled("applications", "2021", 2) | filled("proactive", "2021", 4) | filled("remedies", "2021", 0)

TOTAL = "applications__new_received__total"


class LastYear(datetime):
    @classmethod
    def now(cls, tz: object = None) -> LastYear:  # noqa: ARG003
        return cls(2025, 1, 5, tzinfo=UTC)


def test_what_the_last_import_changed_is_told(open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as then:
        then.setattr(datasets, "datetime", LastYear)
        dataset(tmp_path / "数据集", [row("甲局", 2021, **NEW, issues=[imbalance(0, 6)], worst="inconsistent")])
    corrected = row("甲局", 2021, **NEW, sha256="f" * 64, report_id="f" * 16)
    app = open_app([corrected, row("乙局", 2022, **NEW)])
    assert not app.exception
    told = "".join(small_print(app))
    assert "新增 1 份，取代旧报告 1 份，无法读取 0 份" in told
    assert "更正后消除 1 处" in told
    arrivals = {agency: arrival for agency, _, arrival, *_ in written_rows(app, "最近一次导入")}
    assert arrivals == {"甲局": "取代旧报告", "乙局": "新报告"}
    doors = written_doors(app, "最近一次导入")
    assert doors["甲局"].items() >= {"report": "f" * 16, "part": "faults", "lang": "zh"}.items()


def test_a_first_import_has_nothing_to_be_compared_with(open_app: Open) -> None:
    app = open_app([row("甲局", 2021, **NEW)])
    assert not any("最近一次导入" in title for title in titles(app))


def test_a_figure_stands_beside_last_year_and_its_peers(open_app: Open) -> None:
    mine = [
        row("甲局", year, **NEW | {"applications__new_received__total": figure})
        for year, figure in ((2021, 5), (2022, 9))
    ]
    peers = [row(f"{name}局", 2022, **NEW | {"applications__new_received__total": 3}) for name in "乙丙丁戊己"]
    codes = {"report": str(mine[1]["report_id"]), "cell": "applications.new_received.total"}
    app = go(open_app([*mine, *peers]), "report", part="source", **codes)
    told = "".join(small_print(app))
    assert "上年 5，5 个同类单位的中位数 3（四分位 3–3）" in told
    app = go(app, "report", part="years", **codes)
    assert not app.exception
    beside = next(frame.value for frame in app.dataframe if "peers" in frame.value.columns)
    received = beside[beside["measure"].str.startswith("本年新收")].iloc[0]
    assert (received["this_year"], received["previous"], received["median"], received["peers"]) == (9, 5, 3, 5)
