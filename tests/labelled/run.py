#!/usr/bin/env python3
"""Scores renda on the labelled texts beside this file and fails where a folder falls below its bounds.

usage: run.py RENDA SCORER [FOLDER...] [-v]
Exit status 77 (skipped) where there is no scorer."""
import pathlib, re, subprocess, sys, tempfile

# precision, recall, cells: a little below what the program reached when they were written.
BOUNDS = {
    "counties": (0.96, 0.97, 0.93),
    "cities_and_provinces": (0.95, 0.965, 0.945),
    "press_and_yearbooks": (0.97, 0.96, 0.935),
    "townships_and_stations": (0.89, 0.9, 0.82),
    "mixed_reports": (0.955, 0.955, 0.96),
    "passages": (0.965, 0.905, 0.9),
    "reports_and_passages": (0.95, 0.95, 0.94),
    "stations_press_reports": (0.97, 0.98, 0.96),
    "short_passages": (0.975, 0.955, 0.945),
    "full_reports": (0.975, 0.957, 0.965),
    "ordinary_passages": (0.978, 0.974, 0.945),
    "reports_of_all_levels": (0.963, 0.97, 0.965),
    "townships_and_streets": (0.955, 0.938, 0.95),
    "passages_and_look_alikes": (0.975, 0.972, 0.96),
    "divisions_and_periods": (0, 0, 0),
}
# Facts of the reports right, where a folder is labelled for nothing else.
MIN_FIELDS = {"divisions_and_periods": 0.98, "reports_of_all_levels": 0.99, "townships_and_streets": 0.94, "passages_and_look_alikes": 0.97}


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    renda, scorer, chosen = arguments[0], pathlib.Path(arguments[1]), arguments[2:] or list(BOUNDS)
    if not scorer.is_file():
        print(f"no scorer at {scorer}: skipped")
        sys.exit(77)
    failed = []
    for name in chosen:
        folder = pathlib.Path(__file__).resolve().parent / name
        precision, recall, cells = BOUNDS[name]
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([renda, "extract", folder, "-o", out, "--no-bom"], stderr=subprocess.DEVNULL)  # the tables of labels are read as well and belong to no text
            command = [sys.executable, scorer, folder / "gold.tsv", f"{out}/observations.csv", "--docs", folder / "docs.list",
                       "--reports", folder / "gold_reports.tsv", f"{out}/reports.csv",
                       "--min-precision", str(precision), "--min-recall", str(recall), "--min-cells", str(cells)]
            print(f"== {name}", flush=True)
            scored = subprocess.run(command + (["-v"] if "-v" in sys.argv else []), stdout=subprocess.PIPE, text=True)
            print(scored.stdout, end="")
            fields = float(re.search(r"fields ([0-9.]+)", scored.stdout).group(1))
            if scored.returncode != 0 or fields < MIN_FIELDS.get(name, 0):
                failed.append(name)
    print(f"below the bounds: {', '.join(failed)}" if failed else "all folders reach their bounds")
    sys.exit(1 if failed else 0)


main()
