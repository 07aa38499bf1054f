"""Exports, through the real routes: the same rows as on screen, in files that harm nobody."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from urllib.parse import urljoin

import duckdb
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import exporting, store
from app.filters import LABELS, Filters
from app.opened import TAKES, UNDATED
from app.routes import ROUTES
from etl.release import point_to
from etl.tables import TABLES
from tests.serving import serve, serve_real

CLIENT = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)
KINDS = ["csv", "json", "parquet", "xlsx", "zip"]
RELATIONS = [*TABLES, "agreement_protections", "events", "calendar", "radar", "freshness"]
RELATIONS += ["what_if", *UNDATED, *TAKES]
RELATIONS += ["deals", "incident_links", "case_waits", "settlements", "related_cases"]
RELATIONS += [
    f"company_{part}" for part in ("acts", "suits", "deals", "contracts", "promises", "counts")
]
SCOPED = (
    "coverage",
    "coverage_reasons",
    "coverage_curve",
    "coverage_moves",
    "gap_scores",
    "signer_coverage",
    "state_coverage",
)
RELATIONS += SCOPED
RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
ODD = ["{=1+1}", 'a "quoted", cell', "two\nlines", "voix d’été|日本", "#no comment", "1-1"]


@pytest.fixture(autouse=True, scope="module")
def one_loop():
    """One event loop for all requests, else each would start its own."""
    with CLIENT:
        yield


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    return serve_real(monkeypatch)


@pytest.fixture
def risky(built, monkeypatch):
    """A release whose courts have names that a spreadsheet would run, or trip over."""
    path = shutil.copy(
        next(built.warehouse.glob("atlas-*.duckdb")), built.warehouse / "atlas-r.duckdb"
    )
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE release SET release_id = 'r'")
        connection.execute("DELETE FROM courts")
        rows = [(f"court-{n:02}", name) for n, name in enumerate(RISKY + ODD)]
        connection.executemany("INSERT INTO courts (court_id, name) VALUES (?, ?)", rows)
    point_to(path)
    serve(monkeypatch, built.warehouse)


def get(path: str, status: int = 200):
    answer = CLIENT.get(f"/export/{path}")
    assert answer.status_code == status, answer.text
    return answer


def read_csv(text: str) -> list[dict[str, str]]:
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows)
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def read(kind: str, content: bytes) -> list[dict[str, object]]:
    """The rows of a file of any kind."""
    if kind == "csv":
        return read_csv(content.decode("utf-8"))
    if kind == "json":
        return json.loads(content)
    if kind == "parquet":
        return pq.read_table(io.BytesIO(content)).to_pylist()
    if kind == "zip":
        packed = zipfile.ZipFile(io.BytesIO(content))
        return read_csv(
            packed.read(next(n for n in packed.namelist() if n.endswith("csv"))).decode()
        )
    sheet = openpyxl.load_workbook(io.BytesIO(content))["rows"]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def names(text: str) -> list[str]:
    return [row["name"] for row in read_csv(text)]


def test_every_relation_is_tested(opened):
    assert set(RELATIONS) == set(opened.relations)


ASKED = {
    "nothing": {},
    "words": {"q": ["the"], "confidence": ["official", "confirmed"]},
    "a span": {
        "from": ["2024-03"],
        "to": ["2026-06"],
        "pillar": ["content_data", "guardrails"],
        "craft": ["actor", "writer"],
        "as_of": ["2026-09-20"],
    },
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("relation", RELATIONS)
def test_the_file_has_the_rows_on_screen(relation, asked):
    filters = Filters.of(ASKED[asked]).only(store.applicable(relation))
    frame = store.query(relation, filters)
    rows = list(csv.reader(io.StringIO(get(f"{relation}.csv?{filters.query_string()}").text)))
    assert rows[0] == list(frame.columns)
    first = frame.iloc[:, 0]
    days = pd.api.types.is_datetime64_any_dtype(first)
    told = first.dt.strftime("%Y-%m-%d") if days else first
    assert [row[0] for row in rows[1:]] == told.tolist()


@pytest.mark.parametrize("relation", RELATIONS)
def test_on_an_earlier_day_no_row_is_dated_later(opened, relation):
    date = opened.relations[relation].date
    for row in read_csv(get(f"{relation}.csv?as_of=2024-06-01").text):
        if date and row.get("is_scheduled") != "true":
            assert row[f"{date}_first"] <= "2024-06-01", row


def test_a_csv_is_as_rfc_4180_says(risky):
    answer = get("courts.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    lines = answer.content.split(b"\r\n")
    assert lines[0] == ",".join(store.release().relations["courts"].columns).encode()
    assert lines[-1] == b""
    assert len(lines) == len(RISKY + ODD) + 2
    assert b'"a ""quoted"", cell"' in answer.content
    assert set(ODD) <= set(names(answer.content.decode("utf-8")))


def test_nothing_on_record_is_a_file_with_a_header_alone(opened):
    text = get("bills.csv?q=zzzzzz").text
    assert text == ",".join(opened.relations["bills"].columns) + "\r\n"


def test_the_first_columns_are_those_of_the_contract():
    for name, table in TABLES.items():
        header = get(f"{name}.csv?as_of=1800-01-01").text.split("\r\n")[0].split(",")
        assert header[0] == table.key
        assert set(table.names) <= set(header), name


def test_what_a_spreadsheet_would_run_gets_an_apostrophe(risky):
    assert names(get("courts.csv").text) == [*(f"'{name}" for name in RISKY), *ODD]
    assert [r["name"] for r in read("zip", get("courts.zip").content)] == names(
        get("courts.csv").text
    )


@pytest.mark.parametrize("kind", ["csv", "zip"])
def test_raw_leaves_every_cell_as_it_is(risky, kind):
    found = read(kind, get(f"courts.{kind}?raw=1").content)
    assert [row["name"] for row in found] == RISKY + ODD


@pytest.mark.parametrize("kind", ["json", "parquet"])
def test_files_for_programs_leave_every_cell_as_it_is(risky, kind):
    found = read(kind, get(f"courts.{kind}").content)
    assert [row["name"] for row in found] == RISKY + ODD


def test_a_workbook_never_holds_a_formula(risky):
    book = openpyxl.load_workbook(io.BytesIO(get("courts.xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_lists_stay_in_one_cell():
    topics = {row["bill_id"]: row["topics"] for row in read_csv(get("bills.csv").text)}
    frame = store.query("bills", Filters()).fillna({"topics": ""})
    assert topics == dict(zip(frame["bill_id"], frame["topics"], strict=True))
    assert any("|" in cell for cell in topics.values())


@pytest.mark.parametrize("relation", ["bills", "cases", "events", "practices"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_format_has_the_same_rows(relation, kind):
    expected = read_csv(get(f"{relation}.csv?q=voice").text)
    found = read(kind, get(f"{relation}.{kind}?q=voice").content)
    assert list(found[0]) == list(expected[0])
    first = next(iter(expected[0]))
    assert [row[first] for row in found] == [row[first] for row in expected]


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_can_be_empty(kind):
    assert read(kind, get(f"cases.{kind}?q=zzzzzz").content) == []


def test_json_says_null_and_keeps_numbers():
    rows = json.loads(get("cases.json").content)
    assert {type(row["publishers"]) for row in rows} == {int}
    assert {type(row["is_active"]) for row in rows} == {bool}
    assert None in [row["settlement_usd"] for row in rows]
    assert "" not in [cell for row in rows for cell in row.values()]


def test_rows_are_sent_in_blocks_not_one_by_one():
    for lines in (exporting.csv_lines, exporting.json_lines):
        assert sum(1 for _ in lines("evidence", Filters())) < 100


ARROW = {"varchar": "string", "date": "date32[day]", "bigint": "int64", "double": "double"}
ARROW |= {"boolean": "bool", "integer": "int32"}


@pytest.mark.parametrize("query", ["", "?q=zzzzzz"])
@pytest.mark.parametrize("relation", ["agreements", "bills", "vocabulary", "freshness"])
def test_parquet_has_the_types_that_it_describes(relation, query):
    query = query if "q" in store.applicable(relation) else ""
    schema = pq.read_schema(io.BytesIO(get(f"{relation}.parquet{query}").content))
    about = json.loads(schema.metadata[b"creators_ai_atlas"])
    found = {field.name: str(field.type).removeprefix("large_") for field in schema}
    assert found == {c["name"]: ARROW[c["type"]] for c in about["columns"]}


def test_a_file_points_at_its_description(opened):
    answer = get("bills.csv?state=CA&state=NY&q=50%25+%26+more&as_of=2026-09-20")
    target, _, rest = answer.headers["link"].partition(">")
    assert rest == '; rel="describedby"; type="application/json"'
    about = CLIENT.get(urljoin(str(answer.url), target.removeprefix("<"))).json()
    assert about["filters"] == {
        "state": ["CA", "NY"],
        "q": ["50% & more"],
        "as_of": ["2026-09-20"],
    }
    assert about["release"] == opened.id == answer.headers["x-atlas-release"]
    assert about["as_of"] == "2026-09-20"
    assert about["licence"] == "CC BY 4.0"
    assert opened.id in about["citation"]
    assert "2026-09-20" in about["citation"]
    assert [c["name"] for c in about["columns"]] == list(opened.relations["bills"].columns)


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_column_is_described(opened, relation):
    about = get(f"{relation}.metadata.json").json()
    assert [c["name"] for c in about["columns"]] == list(opened.relations[relation].columns)
    assert all(c["meaning"].endswith((".", "?")) and c["type"] for c in about["columns"])


def test_a_zip_holds_the_csv_and_its_description():
    query = "state=CA&as_of=2026-09-20"
    packed = zipfile.ZipFile(io.BytesIO(get(f"bills.zip?{query}").content))
    assert packed.namelist() == ["bills.csv", "bills.metadata.json"]
    assert packed.read("bills.csv") == get(f"bills.csv?{query}").content
    assert packed.read("bills.metadata.json") == get(f"bills.metadata.json?{query}").content


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_downloaded_under_a_telling_name(kind):
    found = get(f"bill_dates.{kind}?as_of=2026-09-20").headers["content-disposition"]
    assert found == f'attachment; filename="creators-ai-atlas-bill-dates-2026-09-20.{kind}"'


@pytest.mark.parametrize("name, near", [("bilsl.csv", "bills"), ("case.json", "cases")])
def test_an_unknown_table_suggests_the_nearest(name, near):
    text = get(name, 404).text
    assert f"“{name.split('.')[0]}”" in text
    assert f"Did you mean “{near}”?" in text


@pytest.mark.parametrize("name", ["bills.cvs", "bills.xls", "bills", "bills.csv.gz", "bills."])
def test_an_unknown_format_is_not_found(name):
    assert get(name, 404).text.startswith("There is no format called")


@pytest.mark.parametrize("name", ["release.csv", "row_sources.csv", "..%2fbills.csv", "core.csv"])
def test_what_is_not_offered_is_not_found(name):
    assert CLIENT.get(f"/export/{name}").status_code == 404


@pytest.mark.parametrize(
    "query, told",
    [
        ("state=ZZ", "State “ZZ”"),
        ("topics=csam", "“topics”. Did you mean “topic”?"),
        ("nonsense=1", "“nonsense”"),
        ("from=soon", "From “soon”"),
        ("as_of=2026", "As of “2026”"),
        ("union=wga", "“union”"),
        ("letter=ccai-2025", "“letter”"),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "xlsx", "metadata.json"])
def test_a_file_is_never_other_than_what_was_asked_for(kind, query, told):
    text = get(f"bills.{kind}?{query}", 400).text
    assert told in text
    assert text.count("\n") == 1
    assert "left out" not in text


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_filter_that_the_table_cannot_answer_is_refused(relation):
    value = {"from": "2024", "q": "a", "state": "CA", "confidence": "single", "craft": "actor"}
    for name in set(LABELS) & set(value):
        expected = 200 if name in store.applicable(relation) else 400
        answer = CLIENT.get(f"/export/{relation}.metadata.json?{name}={value[name]}")
        assert answer.status_code == expected, name


def test_a_column_that_the_table_has_not_is_refused():
    assert "“bills” has no column “colour”." in get("bills.csv?where=colour:red", 400).text
    assert get("bills.csv?where=status:vetoed").text.count("vetoed")


@pytest.mark.parametrize("kind", [*KINDS, "metadata.json"])
def test_an_unexpected_error_tells_only_a_reference(monkeypatch, caplog, kind):
    def fail(*args: object) -> None:
        raise RuntimeError("secret of the inside")

    for name in ("query", "stream", "select"):
        monkeypatch.setattr(store, name, fail)
    monkeypatch.setattr("app.exporting.description", fail)
    text = get(f"cases.{kind}", 500).text
    assert "secret" not in text
    reference = text.split()[-1].rstrip(".")
    assert reference in caplog.text


def no_release() -> None:
    raise store.NoReleaseError("There is nothing to show yet.")


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_release_it_says_so(monkeypatch, kind):
    monkeypatch.setattr(store, "release", no_release)
    assert get(f"cases.{kind}", 503).text == "There is nothing to show yet.\n"


def test_only_reading_is_allowed():
    assert CLIENT.post("/export/bills.csv").status_code == 405
    assert CLIENT.head("/export/bills.csv").status_code == 200
