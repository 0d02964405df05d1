from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

from data import package
from data.schema import FIGURES
from tests.made_up_reports import Row, entries, filled, frame, imbalance, row

AMOUNT = "proactive.fees.amount_10k_yuan"


def packed(*rows: Row) -> ZipFile:
    target = BytesIO()
    package.write([frame(rows)], entries(rows), (("筛选", "全部"),), target)
    return ZipFile(target)


def table(archive: ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(archive.read(f"{name}.csv").decode("utf-8"))))


def test_every_column_is_described_and_every_description_has_a_column() -> None:
    archive = packed(row("甲局", 2021))
    told = json.loads(archive.read(package.DESCRIPTION))
    for resource in told["resources"]:
        head = archive.read(resource["path"]).decode("utf-8").splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert all(field["titles"]["zh"] and field["titles"]["en"] for field in resource["schema"]["fields"])
    assert told["chosen"] == {"筛选": "全部"}
    assert {field["name"] for field in told["resources"][0]["schema"]["fields"]} >= FIGURES.keys()


def test_figures_are_exact_and_what_was_not_read_is_empty() -> None:
    figures = filled("applications", "2021", 7) | {"proactive__fees__amount_10k_yuan": Decimal("12.50")}
    moment = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
    (written,) = table(packed(row("甲局", 2021, **figures, ingested_at=moment)), "reports")
    assert written["applications.new_received.total"] == "7"
    assert written[AMOUNT] == "12.5"
    assert written["proactive.licensing.decisions"] == ""
    assert written["ingested_at"] == "2026-01-05T08:30:00Z"


def test_text_stays_as_it_is_and_faults_name_their_report() -> None:
    faulty = row("=甲局", 2021, issues=[imbalance(0, 6)], worst="inconsistent")
    archive = packed(faulty)
    assert table(archive, "reports")[0]["agency"] == "=甲局"
    (fault,) = table(archive, "faults")
    assert (fault["report_id"], fault["code"], fault["left"], fault["right"]) == (
        faulty["report_id"],
        "applications-balance",
        "0",
        "6",
    )
    assert fault["cells"].split()[0] == "applications.new_received.natural_person"


def test_a_package_of_nothing_has_heads() -> None:
    archive = packed()
    assert table(archive, "reports") == []
    assert archive.read("reports.csv").startswith(b"report_id,")


def test_types_are_those_of_the_columns() -> None:
    told = json.loads(packed().read(package.DESCRIPTION))
    types = {field["name"]: field["type"] for field in told["resources"][0]["schema"]["fields"]}
    assert types[AMOUNT] == "number"
    assert types["applications.new_received.total"] == "integer"
    faults = {field["name"]: field["type"] for field in told["resources"][1]["schema"]["fields"]}
    assert (faults["finding"], faults["left"]) == ("boolean", "string")
    assert (types["published"], types["synthetic"], types["fiscal_year"]) == ("date", "boolean", "integer")
