#!/usr/bin/env python3
"""A floor includes only itself and the floors below it. Public headers belong to the floor named in their first line.

usage: architecture.py SOURCE_ROOT"""
import pathlib, re, sys

FLOORS = ["text", "input", "layout", "structure", "quantities", "facts", "patterns", "resolve", "tables", "compare", "run", "cli"]
PUBLIC = {"span.h": "text", "diagnostic.h": "text", "input.h": "input", "document.h": "input", "layout.h": "layout", "structure.h": "structure", "quantity.h": "quantities",
          "division.h": "facts", "facts.h": "facts", "manifest.h": "facts", "pattern.h": "patterns", "observation.h": "resolve", "table.h": "tables", "compare.h": "compare", "extract.h": "resolve", "batch.h": "run"}

root = pathlib.Path(sys.argv[1])
wrong = []
headers = {p.name for p in (root / "include/renda").glob("*.h")}
for missing in headers ^ set(PUBLIC):
    wrong.append(f"include/renda/{missing}: tests/architecture.py does not say to which floor it belongs, or it is gone")
files = [(p, FLOORS.index(p.parent.name)) for p in (root / "src").glob("*/*.*")] + [(root / "include/renda" / h, FLOORS.index(f)) for h, f in PUBLIC.items() if h in headers]
for path, floor in files:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'#include "([^/"]+)/([^"]+)"', line)
        if not found:
            continue
        folder, name = found.groups()
        target = FLOORS.index(PUBLIC[name]) if folder == "renda" else FLOORS.index(folder)
        if target > floor:
            wrong.append(f"{path.relative_to(root)}:{number}: error: {FLOORS[floor]} includes {folder}/{name}, which lies above it")
print("\n".join(wrong) or f"{len(files)} files: no include points up")
sys.exit(1 if wrong else 0)
