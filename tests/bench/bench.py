#!/usr/bin/env python3
# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the CSV engine costs, against `wc -l` on the same file in the page cache.

    bench.py BIN FILES [--runs N] [--duckdb] [--only NAME]

BIN holds navette-cli, bench_files, bench_empty and bench_window; the files are made in FILES once. Every figure is the median of one
run: CPU time (user and system) of the whole process, all threads, waited for with wait4(). The runs of all programs
take turns, so that a machine that gets slower gets slower for all of them.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def cost(command, cwd=None):
    """CPU seconds and wall seconds of one run."""
    before = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # 1: done, with findings.
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - before


def peak_memory(command):
    """The most that a run had of its own, in MB: what it maps of files is not counted. Linux only."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        try:
            for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
                if line.startswith("RssAnon:"):
                    peak = max(peak, int(line.split()[1]))
        except (FileNotFoundError, ProcessLookupError):
            return None
        time.sleep(0.002)
    return peak / 1024


def make_files(binaries, folder, sizes):
    folder.mkdir(parents=True, exist_ok=True)
    for kind, megabytes in sizes.items():
        path = folder / f"{kind}.csv"
        if not path.exists() or abs(path.stat().st_size - megabytes * 2**20) > 2**20:
            print(f"Writing {path} …", file=sys.stderr)
            subprocess.run([binaries / "bench_files", kind, str(megabytes), path], check=True)
    account = {"name": "Bench", "platform": "digitaleo", "deduplication": "triplet",
               "endpoint": {"host": "sftp.example.org", "port": 22, "user": "bench", "auth": "password"}}
    (folder / "digitaleo.json").write_text(json.dumps(account))
    account |= {"platform": "accengage", "deduplication": "none", "appId": "6",
                "customData": [{"name": "ville", "label": "", "type": "text", "size": 100}]}
    (folder / "accengage.json").write_text(json.dumps(account))


def counted(command):
    """What a check found, by code, and how many rows it saw."""
    done = subprocess.run([*command, "--json"], capture_output=True, text=True)
    report = json.loads(done.stdout)
    counts = {"rows": report["stats"]["rows"]}
    for finding in report["findings"]:
        counts[finding["code"]] = counts.get(finding["code"], 0) + finding["count"]
    return counts


def duckdb_seconds(folder, works, runs):
    """Wall seconds of the same checks in DuckDB, or nothing where its package does not install. What both count has to
    be the same."""
    home = folder / "duckdb"
    home.mkdir(exist_ok=True)
    if not (home / "node_modules/@duckdb/node-api").exists():
        (home / "package.json").write_text('{"private": true, "type": "module"}')
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "@duckdb/node-api"], cwd=home,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode != 0:
            return {}
    script = home / "checks.mjs"
    script.write_text((HERE / "duckdb.mjs").read_text())
    result = {}
    for name in works.keys() & {"check import", "check devices"}:
        command, kind, _ = works[name]
        times = []
        for _ in range(runs):
            done = subprocess.run(["node", script, kind, folder / f"{kind}.csv"], capture_output=True, text=True)
            if done.returncode != 0:
                print(done.stderr, file=sys.stderr)
                break
            answer = json.loads(done.stdout)
            times.append(answer["seconds"])
            ours = counted(command)
            for code, count in answer["counts"].items():
                if count != ours.get(code, 0):
                    sys.exit(f"{name}: {ours.get(code, 0)} × {code}, but DuckDB counts {count}")
        if times:
            result[name] = statistics.median(times)
    return result


def window_waits(binaries, path, flow):
    """What a person waits for who drops the file on the Deposit page."""
    done = subprocess.run([binaries / "bench_window", path, flow], capture_output=True, text=True,
                          env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    if done.returncode != 0:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries", type=Path)
    parser.add_argument("files", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--megabytes", type=int, default=200, help="of the contacts; the devices are five times that")
    parser.add_argument("--duckdb", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    binaries, folder = options.binaries.resolve(), options.files.resolve()
    small = options.megabytes
    sizes = {"import": small, "wrong-form": small, "devices": small * 1024 // 200}
    make_files(binaries, folder, sizes)

    cli = binaries / "navette-cli"
    copy = folder / "copy.csv"
    digitaleo = ["--flow", "digitaleo/import", "--account", folder / "digitaleo.json"]
    accengage = ["--flow", "accengage/exportDevices", "--account", folder / "accengage.json"]
    # name: the command, the file whose `wc -l` it is held against, and the ratio that is wanted
    works = {
        "check import": ([cli, "check", folder / "import.csv", *digitaleo], "import", 6),
        "check wrong-form": ([cli, "check", folder / "wrong-form.csv", *digitaleo], "wrong-form", None),
        "repair wrong-form": ([cli, "repair", folder / "wrong-form.csv", *digitaleo, "-o", copy], "wrong-form", 12),
        "check devices": ([cli, "check", folder / "devices.csv", *accengage], "devices", 4),
    }
    works = {name: work for name, work in works.items() if options.only in name}
    kinds = {work[1] for work in works.values()}
    counts = {kind: ["wc", "-l", folder / f"{kind}.csv"] for kind in kinds}
    starts = {"start": [cli, "--version"], "empty Qt program": [binaries / "bench_empty"]}

    cpu = {name: [] for name in [*works, *counts, *starts]}
    wall = {name: [] for name in cpu}
    for turn in range(options.runs + 1):
        for name, command in [*counts.items(), *((name, work[0]) for name, work in works.items())]:
            copy.unlink(missing_ok=True)
            used, passed = cost(command)
            if turn > 0:  # the first brings the file into the page cache
                cpu[name].append(used)
                wall[name].append(passed)
    for _ in range(options.runs * 3):
        for name, command in starts.items():
            used, passed = cost(command)
            cpu[name].append(used)
            wall[name].append(passed)
    cpu = {name: statistics.median(times) for name, times in cpu.items()}
    wall = {name: statistics.median(times) for name, times in wall.items()}
    duckdb = duckdb_seconds(folder, works, 3) if options.duckdb else {}

    print(f"{'work':<20}{'CPU s':>8}{'wall s':>8}{'wc -l s':>9}{'ratio':>8}{'wanted':>8}{'MB/s':>8}{'own MB':>8}"
          + (f"{'DuckDB':>9}{'share':>8}" if duckdb else ""))
    for name, (command, kind, wanted) in works.items():
        copy.unlink(missing_ok=True)
        memory = peak_memory(command)
        megabytes = (folder / f"{kind}.csv").stat().st_size / 1e6
        line = (f"{name:<20}{cpu[name]:>8.3f}{wall[name]:>8.3f}{cpu[kind]:>9.4f}{cpu[name] / cpu[kind]:>8.1f}"
                f"{wanted or '':>8}{megabytes / cpu[name]:>8.0f}{memory if memory is not None else 0:>8.0f}")
        if name in duckdb:
            line += f"{duckdb[name]:>9.2f}  1/{duckdb[name] / wall[name]:.1f}"
        print(line)
    copy.unlink(missing_ok=True)
    print(f"{'start':<20}{cpu['start']:>8.4f}{wall['start']:>8.4f}{cpu['empty Qt program']:>9.4f}"
          f"{cpu['start'] / cpu['empty Qt program']:>8.1f}{2:>8}   (against an empty Qt Core program)")
    if not options.only or options.only == "window":
        waits = [window_waits(binaries, folder / "devices.csv", "accengage/exportDevices") for _ in range(3)]
        first, everything, slowest, median = (statistics.median(wait[key] for wait in waits) for key in
                                              ("firstRowsMs", "allRowsMs", "slowestJumpMs", "medianJumpMs"))
        print(f"window: first rows of devices.csv painted {first:.0f} ms after the drop (wanted: 100), checked and counted"
              f" after {everything:.0f} ms; a jump to any row takes {median:.1f} ms, at most {slowest:.1f} ms")


main()
