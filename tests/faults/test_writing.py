"""A dataset that another program writes to while pages are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.dataset import create_dataset, open_dataset
from pages.shell import store
from tests.faults.conftest import Enter
from tests.scale.kills import DOCUMENTS, begin, write_corpus

PAGES = ("overview", "inconsistencies", "importing", "filing")


@pytest.mark.slow
def test_pages_show_whole_states_while_another_program_imports_and_compacts(tmp_path: Path, enter: Enter) -> None:
    write_corpus(tmp_path / "corpus")
    location = tmp_path / "dataset"
    create_dataset(location)
    writer = begin(tmp_path / "corpus", location)
    seen = [0]
    app = enter(location)
    while writer.is_alive() or seen[-1] < DOCUMENTS:
        for name in PAGES:
            store.look_again()
            app.switch_page(f"pages/{name}/page.py")
            app.run()
            assert not app.exception, name
            assert not app.error, name
        seen.append(open_dataset(location).reports().collect().height)
        assert seen[-1] >= seen[-2]
    writer.join()
    assert writer.exitcode == 0
    assert seen[-1] == DOCUMENTS
