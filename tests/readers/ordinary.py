#!/usr/bin/env python3
"""The outputs of `renda extract`, read by readers that are not ours: Python's csv, json, zipfile and XML.

usage: ordinary.py RENDA SAMPLES
"""
import sys
import tempfile
from pathlib import Path

from tables import NAMES, Package, Workbook, make_reports, read_csv, run, same_value

CODES = ("file", "division_code", "period_start", "period_end", "report_date", "congress", "session")


def check_packages(renda, reports, scratch):
    for number, options in enumerate(([], ["--headers", "zh"], ["--excel", "--no-bom"], ["--format", "jsonl"], ["--format", "jsonl", "--headers", "zh"])):
        out = scratch / f"package{number}"
        run(renda, "extract", reports, "-o", out, *options)
        package = Package(out)
        package.check()
        names = [resource["name"] for resource in package.descriptor["resources"]]
        assert names == ["observations", "reports", "ledger", "indicators", "comparison"], names
        assert package.descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
        assert "primaryKey" in package.descriptor["resources"][1]["schema"]
        assert len(package.tables["reports"]) == len(list(reports.iterdir()))
    # The same report twice has two rows of one name: no key then.
    twice = scratch / "twice"
    run(renda, "extract", reports / "0012", reports / "0012", "-o", twice)
    package = Package(twice)
    package.check()
    assert [r["name"] for r in package.descriptor["resources"] if "primaryKey" in r["schema"]] == ["indicators"]


def check_table(workbook, sheet, expected):
    """Cell by cell what the CSV says; numbers are numbers, codes and names are texts."""
    rows = workbook.rows(sheet)
    heading = expected[0]
    assert len(rows) == len(expected), f"{sheet}: {len(rows)} rows for {len(expected)}"
    for number, (row, record) in enumerate(zip(rows, expected)):
        for column, cell, text in zip(heading, row, record):
            assert same_value(cell, text), f"{sheet} {number + 1} {column}: {cell} for {text!r}"
            if cell is not None and (column in CODES or number == 0):
                assert cell[0] == "s", f"{sheet} {number + 1} {column}: {cell}"


def check_numbers(workbook, observations):
    heading = observations[0]
    value = heading.index("value")
    rows = workbook.rows("数据")
    kinds = {len(record[value].replace(".", "")) > 15: row[value][0] for row, record in zip(rows[1:], observations[1:])}
    assert kinds == {False: "n", True: "s"}, kinds
    for name in ("line", "column", "page", "primary"):
        assert all(row[heading.index(name)][0] == "n" for row in rows[1:]), name


def target(workbook, location):
    sheet, cell = location.rsplit("!", 1)
    return workbook.sheets[sheet.strip("'")][cell]


def check_links(workbook, observations, comparison):
    """A value leads to its report, a cell of the comparison to the statement it is taken from."""
    heading = observations[0]
    at = {name: heading.index(name) for name in ("file", "indicator", "value", "primary", "scope")}
    data, links = workbook.rows("数据"), workbook.links["数据"]
    assert len(links) == len(data) - 1
    for number, row in enumerate(data[1:], 2):
        assert target(workbook, links[f"J{number}"]) == row[at["file"]], number
    compared, found = workbook.links["对比"], 0
    for ref, location in compared.items():
        number, column = int(ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), ref.rstrip("0123456789")
        sheet, cell = location.rsplit("!", 1)
        assert sheet == "'数据'" and cell[0] == "J", location
        statement = observations[int(cell[1:]) - 1]
        assert statement[at["file"]] == comparison[number - 1][0]
        assert ("s", statement[at["indicator"]]) == workbook.sheets["对比"][column + "1"]
        assert (statement[at["primary"]], statement[at["scope"]]) == ("1", "own")
        assert workbook.sheets["对比"][ref] == workbook.sheets["数据"][cell]
        found += 1
    assert found == sum(cell != "" for record in comparison[1:] for cell in record[11:]) > 50


def check_workbook(renda, reports, scratch):
    run(renda, "extract", reports, "-o", scratch / "tables")
    run(renda, "extract", reports, "-o", scratch / "tables_zh", "--headers", "zh")
    book = scratch / "book.xlsx"
    run(renda, "extract", reports, "-o", book)
    workbook = Workbook(book)
    assert workbook.names == ["数据", "对比", "来源", "说明"]
    observations, comparison, sources = (read_csv(scratch / "tables" / f"{name}.csv") for name in ("observations", "comparison", "reports"))
    assert {name for name in NAMES} <= {row[0][1] for row in workbook.rows("来源")}
    check_table(workbook, "数据", observations)
    check_table(workbook, "对比", comparison)
    check_table(workbook, "来源", sources)
    check_numbers(workbook, observations)
    check_links(workbook, observations, comparison)
    guide = {value for _, value in workbook.sheets["说明"].values()}
    indicators = read_csv(scratch / "tables" / "indicators.csv")
    for record in indicators[1:]:
        assert set(record) - {""} <= guide, record
    assert {"other_unit", "session-date", "not_a_report", "township"} <= guide
    # Twice the same bytes, whatever the number of threads, the time zone and the options of CSV.
    run(renda, "extract", reports, "-o", scratch / "again.xlsx", "--format", "xlsx", "-j", "1", "--excel", "--no-bom")
    assert (scratch / "again.xlsx").read_bytes() == book.read_bytes()
    core = workbook.parts["docProps/core.xml"].decode()
    assert core.count("2000-01-01T00:00:00Z") == 2, core
    # Own statements are not among the rows of --scope lower: the comparison has its values, but nothing to lead to.
    run(renda, "extract", reports, "-o", scratch / "lower.xlsx", "--scope", "lower")
    lower = Workbook(scratch / "lower.xlsx")
    assert lower.links["对比"] == {} and len(lower.rows("对比")) == len(comparison)
    # No report at all: the headings.
    (scratch / "none").mkdir()
    run(renda, "extract", scratch / "none", "-o", scratch / "none.xlsx")
    assert [len(Workbook(scratch / "none.xlsx").rows(sheet)) for sheet in ("数据", "对比", "来源")] == [1, 1, 1]
    chinese = scratch / "chinese.xlsx"
    run(renda, "extract", reports, "-o", chinese, "--headers", "zh")
    check_table(Workbook(chinese), "对比", read_csv(scratch / "tables_zh" / "comparison.csv"))
    check_table(Workbook(chinese), "数据", read_csv(scratch / "tables_zh" / "observations.csv"))


def main():
    renda, samples = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        reports = scratch / "reports"
        make_reports(reports, samples)
        check_packages(renda, reports, scratch)
        check_workbook(renda, reports, scratch)
    print("the tables, the workbook and the data package read as they should")


main()
