#!/usr/bin/env python3
"""The outputs of `renda extract`, read by the programs that people use: openpyxl, LibreOffice, Miller; and the data package held against
its published schema. Needs what `./quickstart test --full` installs; without RENDA_FULL=1 it is skipped (exit status 77).

usage: full.py RENDA SAMPLES
"""
import copy
import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from tables import Package, make_reports, read_csv, run, same_value, unguarded

PROFILES = Path(__file__).parent / "profiles"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def check_openpyxl(book, tables):
    import openpyxl

    workbook = openpyxl.load_workbook(book)
    for sheet, expected in tables.items():
        worksheet = workbook[sheet]
        assert worksheet.freeze_panes == "B2" and worksheet.auto_filter.ref == worksheet.dimensions, sheet
        rows = list(worksheet.iter_rows())
        assert len(rows) == len(expected), sheet
        for row, record in zip(rows, expected):
            for cell, text in zip(row, record):
                assert cell.data_type in "sn" and not cell.is_date, cell
                # openpyxl leaves _xHHHH_ in inline texts as it finds it.
                value = cell.value.replace("_x005F_", "_") if isinstance(cell.value, str) else cell.value
                assert same_value(None if value is None else (cell.data_type, value), text), f"{sheet} {cell.coordinate}: {value!r} for {text!r}"
        codes = [row[column] for row in rows[1:] for column, name in enumerate(expected[0]) if name == "division_code"]
        assert all(cell.value is None or (isinstance(cell.value, str) and cell.number_format == "@") for cell in codes)
    data = workbook["数据"]
    assert data.column_dimensions["U"].width > 40 > 20 > data.column_dimensions["N"].width  # sentence, unit
    assert {cell.number_format for cell in data["J"][1:]} >= {"#,##0_ ", "#,##0.0_ "}


def convert(scratch, source, kind, *options):
    """What LibreOffice makes of a file."""
    out = scratch / f"office-{source.stem}"
    done = subprocess.run(["soffice", f"-env:UserInstallation=file://{scratch}/office", "--headless", *options, "--convert-to", kind, "--outdir", out, source],
                          capture_output=True, text=True)
    result = out / (source.stem + "." + kind.split(":")[0])
    assert result.exists(), done.stdout + done.stderr
    return result


def read_fods(path):
    """Tables by name: rows of (type, value); no formula anywhere."""
    tables = {}
    for table in ElementTree.parse(path).iter(TABLE + "table"):
        rows = []
        for row in table.iter(TABLE + "table-row"):
            cells = []
            for cell in row.findall(TABLE + "table-cell"):
                assert cell.get(TABLE + "formula") is None, ElementTree.tostring(cell)
                kind = cell.get(OFFICE + "value-type")
                text = "\n".join("".join(paragraph.itertext()) for paragraph in cell.findall(TEXT + "p"))
                value = None if kind is None else (kind, cell.get(OFFICE + "value") if kind == "float" else text)
                cells += [value] * min(int(cell.get(TABLE + "number-columns-repeated", "1")), 200)
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                rows.append(cells)
        tables[table.get(TABLE + "name")] = rows
    return tables


def check_office_rows(rows, expected, guard):
    assert len(rows) == len(expected), f"{len(rows)} rows for {len(expected)}"
    for row, record in zip(rows, expected):
        row = row + [None] * (len(record) - len(row))
        for name, cell, text in zip(expected[0], row, record):
            if cell is None:
                assert text == "", f"{name}: empty for {text!r}"
                continue
            kind, value = cell
            assert kind in ("string", "float"), f"{name}: {cell}"
            if name in ("division_code", "period_start", "period_end"):
                assert kind == "string" and value == text, f"{name}: {cell} for {text!r}"
            elif kind == "float":
                # Of a CSV, LibreOffice keeps 15 digits; the workbook has longer values as texts.
                assert math.isclose(float(value), float(text), rel_tol=1e-14 if guard else 0), f"{name}: {cell} for {text!r}"
            else:
                # A space before or between spaces is an element of its own in this format.
                wanted = text if guard else unguarded(text)
                assert value.replace(" ", "") == wanted.replace(" ", ""), f"{name}: {cell} for {text!r}"


def check_office(scratch, book, tables, folder):
    sheets = read_fods(convert(scratch, book, "fods"))
    assert list(sheets) == ["数据", "对比", "来源", "说明"]
    for sheet, expected in tables.items():
        check_office_rows(sheets[sheet], expected, guard=False)
    names = [row[0] for row in sheets["来源"]]
    assert ("string", "0012") in names and ("string", "2024-01-02") in names and ("string", "=1+1") in names
    # The recipe of docs/tables.md: UTF-8, and the columns of codes and dates as Text (format 2), the file's name as well.
    formats = "/".join(f"{column}/2" for column in (1, 2, 6, 7))
    opened = read_fods(convert(scratch, folder / "observations.csv", "fods", f"--infilter=CSV:44,34,76,1,{formats}"))
    check_office_rows(next(iter(opened.values())), read_csv(folder / "observations.csv"), guard=True)


def check_miller(folder):
    for path in sorted(folder.glob("*.csv")):
        heading, *records = read_csv(path)
        done = subprocess.run(["mlr", "--icsv", "--ojson", "--no-auto-unflatten", "-S", "cat", path], capture_output=True, text=True, check=True)
        rows = json.loads(done.stdout)
        assert [list(row.values()) for row in rows] == records, path
        assert not rows or list(rows[0]) == heading, path


def check_schema(package):
    import jsonschema

    profiles = [("datapackage-2.0.json", jsonschema.Draft7Validator)]
    if "profile" in package.descriptor:  # version 1 knows tables in CSV alone
        profiles.append(("tabular-data-package-1.0.json", jsonschema.Draft4Validator))
    for name, validator in profiles:
        schema = json.loads((PROFILES / name).read_text(encoding="utf-8"))
        validator.check_schema(schema)
        errors = [f"{list(error.path)}: {error.message}" for error in validator(schema).iter_errors(package.descriptor)]
        assert not errors, f"{name}: {errors[:5]}"
        # The schema sees a mistake.
        wrong = copy.deepcopy(package.descriptor)
        wrong["resources"][0]["schema"]["fields"][0]["type"] = "text"
        assert list(validator(schema).iter_errors(wrong)), name


def main():
    if os.environ.get("RENDA_FULL") != "1":
        print("skipped: ./quickstart test --full runs it")
        sys.exit(77)
    renda, samples = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(temporary)
        reports, folder, book = scratch / "reports", scratch / "out", scratch / "book.xlsx"
        make_reports(reports, samples)
        run(renda, "extract", reports, "-o", folder)
        run(renda, "extract", reports, "-o", book)
        tables = {sheet: read_csv(folder / f"{name}.csv") for sheet, name in (("数据", "observations"), ("对比", "comparison"), ("来源", "reports"))}
        check_openpyxl(book, tables)
        check_office(scratch, book, tables, folder)
        check_miller(folder)
        for number, options in enumerate(([], ["--headers", "zh"], ["--format", "jsonl"])):
            run(renda, "extract", reports, "-o", scratch / f"package{number}", *options)
            package = Package(scratch / f"package{number}")
            assert ("profile" in package.descriptor) == (number < 2)
            check_schema(package)
    print("openpyxl, LibreOffice, Miller and the published schema agree")


main()
