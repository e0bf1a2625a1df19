"""What the tests of the outputs share: reading tables, checking a data package against its files. Standard library only."""
import csv
import json
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

FORMULA_HEADS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REPORT = "全年共召开常委会会议8次、主任会议13次，办理代表建议219件，代表满意率98.65%。接待群众1234567890123456789人次。\n"
# Names that a careless reader takes for numbers, dates, truths, formulas or escapes.
NAMES = ("0012", "2024-01-02", "1e5", "TRUE", "=1+1", "+7.5", "-2+3", "@x", "_x0041_.txt", "<b>&amp;.txt", '"q",.txt')


def make_reports(folder, samples):
    """The samples, and reports whose names are traps."""
    folder.mkdir(parents=True)
    for sample in sorted(Path(samples).glob("*.txt")):
        (folder / sample.name).write_bytes(sample.read_bytes())
    for name in NAMES:
        (folder / name).write_text("某某市人大常委会工作报告\n\n" + REPORT, encoding="utf-8")


def run(renda, *arguments, status=0):
    done = subprocess.run([renda, *map(str, arguments)], capture_output=True, text=True, env={"LC_ALL": "C"})
    assert done.returncode == status, f"renda {arguments}: {done.returncode}\n{done.stderr}"
    return done


def read_csv(path):
    """Records of cells, the first is the heading."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def read_jsonl(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def unguarded(text):
    """A CSV cell without the apostrophe that keeps spreadsheets from computing."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_HEADS) else text


class Workbook:
    """The sheets of an .xlsx file: cells by name ("B2"), each (kind, value), kind "s" or "n"; links by name of the cell."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.names = [sheet.get("name") for sheet in book.iter(MAIN + "sheet")]
        self.sheets, self.links, self.roots = {}, {}, {}
        for i, name in enumerate(self.names):
            root = ElementTree.fromstring(self.parts[f"xl/worksheets/sheet{i + 1}.xml"])
            self.roots[name] = root
            self.sheets[name] = dict(self._cell(cell) for cell in root.iter(MAIN + "c") if len(cell))
            self.links[name] = {link.get("ref"): link.get("location") for link in root.iter(MAIN + "hyperlink")}

    @staticmethod
    def _cell(cell):
        assert cell.find(MAIN + "f") is None, f"a formula in {cell.get('r')}"
        if cell.get("t") == "inlineStr":
            text = "".join(node.text or "" for node in cell.iter(MAIN + "t"))
            return cell.get("r"), ("s", re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text))
        assert cell.get("t") in (None, "n"), f"a cell of type {cell.get('t')}"
        return cell.get("r"), ("n", cell.find(MAIN + "v").text)

    def rows(self, name):
        """Rows of (kind, value), None for an empty cell, as wide as the heading."""
        width = max(column_number(ref) for ref in self.sheets[name] if re.fullmatch(r"[A-Z]+1", ref))
        height = max(int(re.sub("[A-Z]", "", ref)) for ref in self.sheets[name])
        return [[self.sheets[name].get(f"{column_name(c)}{r}") for c in range(1, width + 1)] for r in range(1, height + 1)]


def column_name(number):
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(ref):
    number = 0
    for letter in re.match("[A-Z]+", ref).group():
        number = number * 26 + ord(letter) - 64
    return number


class Package:
    """A data package: its descriptor, and its tables as columns of text say them."""

    def __init__(self, folder):
        self.folder = Path(folder)
        with open(self.folder / "datapackage.json", encoding="utf-8") as file:
            self.descriptor = json.load(file)
        self.tables = {}
        for resource in self.descriptor["resources"]:
            self.tables[resource["name"]] = self._read(resource)

    def _read(self, resource):
        fields = [field["name"] for field in resource["schema"]["fields"]]
        path = self.folder / resource["path"]
        if resource["format"] == "jsonl":
            rows = read_jsonl(path)
            for row in rows:
                assert list(row) == fields, f"{path}: {list(row)}"
            return rows
        ends = resource["dialect"]["lineTerminator"]
        text = path.read_bytes().decode("utf-8-sig")
        assert text.endswith(ends) and text.count("\r") == text.count("\n") * ends.count("\r")
        heading, *records = read_csv(path)
        assert heading == fields, f"{path}: {heading}"
        return [dict(zip(fields, record, strict=True)) for record in records]

    def check(self):
        """Every file is described, every cell is what its field says, every key holds."""
        described = {resource["path"] for resource in self.descriptor["resources"]} | {"datapackage.json"}
        assert described == {path.name for path in self.folder.iterdir()}, described
        for resource in self.descriptor["resources"]:
            schema = resource["schema"]
            names = [field["name"] for field in schema["fields"]]
            assert len(set(names)) == len(names), "a field twice"
            rows = self.tables[resource["name"]]
            for field in schema["fields"]:
                assert field["title"] and field["description"] and field["name"] != field["title"]
                for row in rows:
                    check_cell(resource["name"], field, row[field["name"]], schema["missingValues"])
            if "primaryKey" in schema:
                keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
                assert len(set(keys)) == len(keys), f"{resource['name']}: {schema['primaryKey']} is no key"
            for foreign in schema.get("foreignKeys", []):
                there = {row[foreign["reference"]["fields"][0]] for row in self.tables[foreign["reference"]["resource"]]}
                for row in rows:
                    assert row[foreign["fields"][0]] in there, f"{resource['name']}: {row}"


def check_cell(table, field, cell, missing):
    """Raises where the cell is not what the field says."""
    where = f"{table}.{field['name']}: {cell!r}"
    constraints = field.get("constraints", {})
    if cell is None or cell in missing:
        assert not constraints.get("required"), where
        return
    kind = field["type"]
    if kind == "boolean":
        assert cell in field.get("trueValues", [True]) + field.get("falseValues", [False]), where
    elif kind in ("integer", "number"):
        if isinstance(cell, str):
            assert re.fullmatch(r"-?[0-9]+" if kind == "integer" else r"-?[0-9]+(\.[0-9]+)?", cell), where
        else:
            assert isinstance(cell, int) or (kind == "number" and isinstance(cell, float)), where
    else:
        assert kind == "string" and isinstance(cell, str), where
    assert "enum" not in constraints or cell in constraints["enum"], where
    assert "pattern" not in constraints or re.fullmatch(constraints["pattern"], cell), where


def same_value(cell, text):
    """A cell (kind, value) of the workbook holds what the CSV says."""
    if cell is None:
        return text == ""
    kind, value = cell
    # Numbers of a workbook are doubles, written with 16 digits: 98.65000000000001 is the double 98.65.
    return float(value) == float(text) if kind == "n" else value == unguarded(text)
