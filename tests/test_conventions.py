"""The rules of ARCHITECTURE.md, read off the files themselves. A failure names every place that breaks the rule."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
CODE: Final = ("parsing", "data", "pages", "tests")
FOLDERS: Final = {*CODE, ".ci", ".streamlit", "docs"}

LINES_PER_MODULE: Final = 300
LINES_PER_FUNCTION: Final = 40

# What each layer must not know of. Pages read what parsing declares; reports are read through data.
FORBIDDEN: Final[Mapping[str, tuple[str, ...]]] = {
    "parsing": ("data", "pages", "streamlit", "plotly", "polars", "deltalake"),
    "data": ("pages", "streamlit", "plotly"),
    "pages": ("parsing.readers", "parsing.tables", "parsing.checks", "parsing.reading", "parsing.read_report"),
}

# The stages of parsing; none imports a later one.
STAGES: Final = (
    ("parsing.model", "parsing.limits"),
    ("parsing.divisions", "parsing.folding", "parsing.form", "parsing.catalogue"),
    ("parsing.readers",),
    ("parsing.tables",),
    ("parsing.identity",),
    ("parsing.narrative",),
    ("parsing.checks",),
    ("parsing.output", "parsing.reading"),
)

FOUND: Final = ("data/samples/documents/", "tests/golden/")  # reports, byte for byte as they were published
BINARY_SUFFIXES: Final = {".docx", ".parquet", ".pdf", ".png", ".zip"}
MACHINE_PATH: Final = re.compile(r"(?<![\w.])(?:/(?:home|root|work|Users)/|[A-Z]:\\Users\\)\w")
REGISTRIES: Final = tuple(
    f"{name}.{domain}"  # put together here, so that this file passes its own test
    for name, domain in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project, as paths from its root."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so the project's files cannot be told from others")
    listing = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    return tuple(path for path in map(Path, sorted(filter(None, listing.split("\0")))) if (ROOT / path).is_file())


def modules(*folders: str) -> Iterator[Path]:
    """Every Python file in these folders, and app.py when all code is meant."""
    places = folders or (*CODE, "app.py")
    return (path for path in tracked() if path.suffix == ".py" and path.parts[0] in places)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=path.as_posix())


def dotted(path: Path) -> str:
    """The name under which a module is imported."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """Everything that a module imports, as dotted names: ``from parsing import form`` is ``parsing.form``."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def offences(paths: Iterator[Path], is_offence: Callable[[ast.AST], bool]) -> list[str]:
    """The places, as ``file:line``, whose syntax breaks a rule."""
    return [
        f"{path.as_posix()}:{getattr(node, 'lineno', 1)}"
        for path in paths
        for node in ast.walk(tree(path))
        if is_offence(node)
    ]


def is_text(path: Path) -> bool:
    """Whether a file is text of the project's own: not a binary, not a report."""
    return not path.as_posix().startswith(FOUND) and path.suffix not in BINARY_SUFFIXES


# ---- Layers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_layers_point_one_way(layer: str) -> None:
    wrong = [
        f"{path.as_posix()} imports {name}"
        for path in modules(layer.partition(".")[0])
        if within(dotted(path), (layer,))
        for name in sorted(imported(path))
        if within(name, FORBIDDEN[layer])
    ]
    assert wrong == []


def stage(name: str) -> int | None:
    """The number of the stage that a module of parsing belongs to."""
    return next((number for number, packages in enumerate(STAGES) if within(name, packages)), None)


def test_parsing_runs_from_stage_to_stage() -> None:
    stages = {path: stage(dotted(path)) for path in modules("parsing") if dotted(path) != "parsing"}
    assert [path.as_posix() for path, number in stages.items() if number is None] == [], "belongs to no stage"
    wrong = [
        f"{path.as_posix()} imports {name}"
        for path, number in stages.items()
        for name in sorted(imported(path))
        if number is not None and (stage(name) or 0) > number
    ]
    assert wrong == []


def test_readers_know_formats_and_not_the_form() -> None:
    allowed = ("parsing.model", "parsing.limits", "parsing.readers")
    wrong = [
        f"{path.as_posix()} imports {name}"
        for path in modules("parsing")
        if within(dotted(path), ("parsing.readers",))
        for name in sorted(imported(path))
        if within(name, ("parsing",)) and name != "parsing" and not within(name, allowed)
    ]
    assert wrong == []


def test_pages_holds_no_script_that_streamlit_would_adopt() -> None:
    """Streamlit serves a script directly in pages/ without app.py, and so without its sign-in and language."""
    assert [path.name for path in modules("pages") if len(path.parts) == 2] == ["__init__.py"]


def test_charts_are_plain_content() -> None:
    drawing = ("plotly.express", "plotly.graph_objects")
    wrong = [
        path.as_posix() for path in modules("pages", "app.py") if any(within(name, drawing) for name in imported(path))
    ]
    assert wrong == []


# ---- Shape of the code ----------------------------------------------------------------------------------------------


def test_modules_stay_short() -> None:
    lengths = {path.as_posix(): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LINES_PER_MODULE} == {}


def test_functions_stay_short() -> None:
    def is_long(node: ast.AST) -> bool:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return False
        return (node.end_lineno or node.lineno) - node.lineno + 1 > LINES_PER_FUNCTION

    assert offences(modules(), is_long) == []


def test_exceptions_are_caught_by_name() -> None:
    def is_blanket(node: ast.AST) -> bool:
        if not isinstance(node, ast.ExceptHandler):
            return False
        caught = ast.walk(node.type) if node.type else ()
        return node.type is None or any(
            isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in caught
        )

    assert offences(modules(), is_blanket) == []


def test_only_commands_print() -> None:
    def is_print(node: ast.AST) -> bool:
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"

    libraries = (path for path in modules() if not within(dotted(path), ("data.commands",)))
    assert offences(libraries, is_print) == []


def test_queries_call_no_python() -> None:
    """Whoever turns a frame into another library's may hold Python's lock while Polars waits for its workers.

    A worker that is in a Python function then waits for the lock, and the whole dashboard stands still for ever.
    """

    def is_callback(node: ast.AST) -> bool:
        callbacks = {"map_elements", "map_batches", "map_groups", "rolling_map"}
        return isinstance(node, ast.Attribute) and node.attr in callbacks

    assert offences(modules(), is_callback) == []


# ---- Files ----------------------------------------------------------------------------------------------------------


def test_top_level_folders_are_the_known_ones() -> None:
    assert {path.parts[0] for path in tracked() if len(path.parts) > 1} <= FOLDERS


def test_code_lives_in_the_four_folders() -> None:
    outside = [path.as_posix() for path in tracked() if path.suffix == ".py" and path.parts[0] not in CODE]
    assert outside in ([], ["app.py"])


def faults(content: bytes) -> Iterator[str]:
    """What keeps a file from being plain UTF-8 text with the line ends of all others."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        yield "is not UTF-8"
    if content.startswith(b"\xef\xbb\xbf"):
        yield "begins with a byte order mark"
    if b"\r" in content:
        yield "has line ends of another system"


def test_text_is_utf_8_with_unix_lines() -> None:
    wrong = [
        f"{path.as_posix()} {fault}"
        for path in tracked()
        if is_text(path)
        for fault in faults((ROOT / path).read_bytes())
    ]
    assert wrong == []


def test_files_name_no_machine_and_no_registry() -> None:
    wrong = [
        f"{path.as_posix()} names {hit}"
        for path in tracked()
        if is_text(path)
        for hit in traces((ROOT / path).read_text(encoding="utf-8"))
    ]
    assert wrong == []


def traces(text: str) -> list[str]:
    """Paths of one machine and hosts of package registries, which mean nothing to others."""
    return MACHINE_PATH.findall(text) + [host for host in REGISTRIES if host in text]
