#!/usr/bin/env python3
"""CPU time of renda on a generated corpus against a Python peer and ripgrep, interleaved, medians; docs/benchmark.md.

usage: whole_program.py RENDA BENCH_FOLDER [--files N] [--rounds N]
BENCH_FOLDER holds make_corpus.py and python_peer.py."""
import argparse, os, pathlib, re, resource, statistics, subprocess, sys, tempfile


LINE = 20_000_000  # bytes of a line without any punctuation


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    p = argparse.ArgumentParser()
    p.add_argument("renda"), p.add_argument("bench", type=pathlib.Path)
    p.add_argument("--files", type=int, default=2000), p.add_argument("--rounds", type=int, default=3)
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, a.bench / "make_corpus.py", "--out", folder, "--files", str(a.files)], check=True, stdout=subprocess.DEVNULL)
        corpus = os.path.join(folder, "utf8")
        size = sum(f.stat().st_size for f in pathlib.Path(corpus).rglob("*") if f.is_file())
        dump = subprocess.run([sys.executable, a.bench / "python_peer.py", "--dump", "forward"], capture_output=True, text=True, check=True).stdout
        words = "|".join(line.split("\t")[1] for line in dump.splitlines()[:20])
        marks = re.compile(r"[^\u4e00-\u9fff0-9]")
        without = "".join(marks.sub("", f.read_text("utf-8")) for f in sorted(pathlib.Path(corpus).rglob("*.txt")))
        line = pathlib.Path(folder, "line.txt")
        line.write_text((without * (1 + LINE // len(without.encode())))[: LINE // 3], "utf-8")
        small = next(iter(sorted(pathlib.Path(corpus).rglob("*.txt"))))
        runs = {
            "renda -j1": [a.renda, "extract", "-j1", corpus],
            "renda -j1, GB18030": [a.renda, "extract", "-j1", os.path.join(folder, "gb18030")],
            "line without marks": [a.renda, "extract", "-j1", str(line)],
            "one small file": [a.renda, "extract", str(small)],
            "Python peer": [sys.executable, str(a.bench / "python_peer.py"), corpus],
            "ripgrep, 20 patterns": ["rg", "-j1", "-c", words, corpus],
        }
        times = {name: [] for name in runs}
        for _ in range(a.rounds):
            for name, command in runs.items():
                times[name].append(cpu(command))
        base = statistics.median(times["renda -j1"])
        print(f"{a.files} files, {size / 1e6:.1f} MB, {a.rounds} rounds, CPU seconds (user + sys), medians")
        for name, values in times.items():
            middle = statistics.median(values)
            print(f"{name:22} {middle:8.3f} s  {middle / base:6.2f} of renda -j1")
        per_byte = statistics.median(times["line without marks"]) / line.stat().st_size / (base / size)
        print(f"line without marks: {per_byte:.1f} times the cost per byte")


main()
