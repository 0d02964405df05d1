"""The dashboard without a browser, on a dataset of made-up reports."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import lxml.html
import pytest
from streamlit.testing.v1 import AppTest

from pages.shell import store
from tests.made_up_reports import Row, blank, dataset, filled, imbalance, row, scan

ROOT: Final = Path(__file__).parents[2]

Open = Callable[..., AppTest]


def reports() -> list[Row]:
    """Two organs over the change of form: sound, inconsistent, with blanks, and one file that cannot be read."""
    old = filled("applications", "2019", 1) | filled("proactive", "2019", 30) | filled("remedies", "2019", 0)
    new = filled("applications", "2021", 2) | filled("proactive", "2021", 40) | filled("remedies", "2021", 0)
    other = {"agency_kind": "police", "division_code": "210102", "county": "210102", "agency_level": "county"}
    return [
        row("甲市应急管理局", 2020, **old),
        row("甲市应急管理局", 2021, **new, worst="inconsistent", issues=[imbalance(0, 6)]),
        row("甲市应急管理局", 2022, **new, worst="note", issues=[blank("remedies.litigation_direct.total")]),
        row("乙区公安局", 2021, **new, **other),
        row("乙区公安局", 2022, **new, **other),
        row("扫描件", None, agency=None, organ_id=None, edition=None, worst="unreadable", issues=[scan()]),
    ]


@pytest.fixture
def open_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """What opens the dashboard on some reports, in a language, at the codes of an address."""

    def opened(rows: Iterable[Row], **codes: str) -> AppTest:
        dataset(tmp_path / "数据集", rows)
        monkeypatch.setenv(store.VARIABLE, str(tmp_path / "数据集"))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for name, code in codes.items():
            app.query_params[name] = code
        return app.run()

    return opened


@pytest.fixture
def streamlit_log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """What Streamlit complains of: it logs deprecations and misuse rather than to raise or warn."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("streamlit")]
    for logger in loggers:
        logger.addHandler(caplog.handler)
    yield caplog
    for logger in loggers:
        logger.removeHandler(caplog.handler)


def go(app: AppTest, name: str, **codes: str) -> AppTest:
    """The page of that name, as by a click in the navigation or by a link with codes."""
    app.switch_page(f"pages/{name}/page.py")
    for param, code in codes.items():
        app.query_params[param] = code
    return app.run()


def address(app: AppTest) -> dict[str, str]:
    """The codes in the address bar."""
    return {name: code if isinstance(code, str) else code[-1] for name, code in app.query_params.items()}


def titles(app: AppTest) -> list[str]:
    """The titles above charts and lists, in their order."""
    return _told(app, ".//h3")


def small_print(app: AppTest) -> list[str]:
    """What stands small on the page: what charts and lists rest on, their sources, and remarks."""
    return [*_told(app, ".//p"), *(caption.value.replace("\\", "") for caption in app.caption)]


def _told(app: AppTest, path: str) -> list[str]:
    return [part.text_content() for part in _pieces(app).iterfind(path)]


def _pieces(app: AppTest) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(f"<div>{''.join(element.proto.body for element in app.get('html'))}</div>")


def written_rows(app: AppTest, title: str) -> list[list[str]]:
    """The rows below the head of the table in the page's text whose description contains a title."""
    return [[cell.text_content() for cell in row] for row in _written(app, title).iter("tr")][1:]


def written_doors(app: AppTest, title: str) -> dict[str, dict[str, str]]:
    """Where the links in such a table lead: what is written on each, and the codes of its address."""
    links = [(link.text_content(), urlsplit(str(link.get("href")))) for link in _written(app, title).iter("a")]
    assert {where.path for _, where in links} <= {"report"}
    return {name: dict(parse_qsl(where.query)) for name, where in links}


def _written(app: AppTest, title: str) -> lxml.html.HtmlElement:
    [table] = [table for table in _pieces(app).iter("table") if title in (table.get("aria-label") or "")]
    return table
