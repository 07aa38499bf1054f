"""The rules of the house: who may import whom, and how large a file may grow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.registry import PAGES
from etl.paths import ROOT

FILES = sorted(p for folder in ("app", "etl", "pages") for p in (ROOT / folder).rglob("*.py"))
FILES.append(ROOT / "dashboard.py")
EVERYWHERE = [*FILES, *sorted((ROOT / "tests").rglob("*.py"))]
STORE, OPENED = ROOT / "app" / "store.py", ROOT / "app" / "opened.py"
ROWS = ROOT / "app" / "records" / "rows.py"
SQL_MAY_STAND_IN = {STORE, OPENED, ROOT / "app" / "conditions.py", ROWS} | {
    ROOT / "etl" / f"{name}.py"
    for name in ("build", "links", "load", "quality", "release", "report")
}
STATEMENT = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.+\bSET\b|\bDELETE FROM\b|\bCREATE TABLE\b",
    re.DOTALL,
)


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=short)


def inside(*parts: str) -> list[Path]:
    folder = ROOT.joinpath(*parts)
    return [path for path in FILES if path.is_relative_to(folder)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> set[str]:
    """Every module a file imports, `from a import b` also as `a.b`."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def imported(path: Path, *packages: str) -> set[str]:
    """Which of the packages a file imports, or something of them."""
    return {p for p in packages for name in imports(path) if name == p or name.startswith(f"{p}.")}


def texts(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@each(inside("etl"))
def test_the_etl_does_not_know_the_app(path):
    assert not imported(path, "app", "streamlit", "pages", "dashboard")


@each(inside("pages"))
def test_a_page_asks_only_the_app(path):
    assert not imported(path, "duckdb", "plotly", "pandas", "etl")


@each(inside("app", "charts"))
def test_a_chart_knows_neither_streamlit_nor_the_warehouse(path):
    assert not imported(path, "streamlit", "duckdb", "app.store", "app.views")


@each(inside("app"))
def test_only_the_store_opens_the_warehouse(path):
    assert bool(imported(path, "duckdb")) == (path == OPENED)


@each(inside("app"))
def test_the_app_uses_of_the_etl_only_what_it_declares(path):
    allowed = ("etl.contract", "etl.tables", "etl.vocab", "etl.fields")
    allowed += ("etl.paths", "etl.release") if path in (STORE, OPENED) else ()
    for name in imports(path):
        if name == "etl" or name.startswith("etl."):
            assert name.startswith(allowed), name


@each(inside("app") + inside("pages"))
def test_the_app_does_not_import_pages_or_tests(path):
    assert not imported(path, "pages", "tests", "dashboard")


@each([path for path in FILES if path not in SQL_MAY_STAND_IN])
def test_sql_stands_where_sql_belongs(path):
    assert not [text for text in texts(path) if STATEMENT.search(text)]


@each([path for path in FILES if path != ROOT / "app" / "filter_bar.py"])
def test_only_the_filter_bar_touches_the_address(path):
    used = [n for n in ast.walk(tree(path)) if getattr(n, "attr", "") == "query_params"]
    streamlit = [n for n in used if isinstance(n.value, ast.Name) and n.value.id == "st"]
    assert not streamlit
    assert "streamlit.query_params" not in imports(path)


@each(inside("pages"))
def test_a_page_is_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= 80


@each(FILES)
def test_a_module_is_not_long(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@each(FILES)
def test_no_function_is_long(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@each(FILES)
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(tree(path))


def test_pages_and_registry_are_the_same():
    files = {path.name for path in inside("pages") if path.stem != "__init__"}
    assert files == {page.file for page in PAGES}
    assert len({page.title for page in PAGES}) == len(PAGES)


def test_no_file_is_a_drawer_for_everything():
    vague = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}
    assert not [short(path) for path in EVERYWHERE if path.name in vague]


def test_the_rules_look_at_real_files():
    assert len(inside("etl")) > 20
    assert len(inside("app", "charts")) > 5
    assert imported(OPENED, "duckdb", "etl.release") == {"duckdb", "etl.release"}
    assert any(STATEMENT.search(text) for text in texts(STORE))
