#!/usr/bin/env python3
# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SFTP costs, against OpenSSH's sftp (and lftp, where it is installed) on the same sshd in the same run.

    sftp.py BIN [--runs N] [--only NAME] [--large MB] [--middle MB] [--one-way MS] [--no-lftp] [--folder DIR]

BIN holds bench_sftp and bench_relay. "Far" is through the relay, which holds every byte back for 25 ms each way. Every
figure is the median of whole programs, connection and sign-in included, whose runs take turns: wall time, and CPU time
(user and system) of the client with the ssh it starts. What arrived is compared with what was sent, every byte, outside
the measured time; a wrong one ends all with exit code 1, whoever it was. A ratio that is missed does not.

The files are on a memory disk where the system has one: a disk would be measured otherwise, and Navette alone writes
through to it.
"""
import argparse
import hashlib
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sftpserver import Lftp, OpenSsh, Ours, Server


class Wrong(Exception):
    """Other bytes, or other names, than there should be."""


def cost(command, text):
    """What one run wrote, its wall seconds and CPU seconds."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        given.write((text or "").encode())
        given.seek(0)
        before = time.monotonic()
        process = subprocess.Popen(command, stdin=given, stdout=output, stderr=errors)
        # The children that it has waited for, such as sftp's ssh, count as its own.
        _, status, usage = os.wait4(process.pid, 0)
        passed = time.monotonic() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            raise Wrong(f"{' '.join(map(str, command))[:200]} … ended with {process.returncode}:\n"
                        + errors.read().decode(errors="replace"))
        output.seek(0)
        return output.read().decode(), passed, usage.ru_utime + usage.ru_stime


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(2**20):
            digest.update(piece)
    return digest.digest()


def make_file(path, size, seed):
    """Always the same bytes, which nothing can press together."""
    source = random.Random(seed)
    with open(path, "wb") as file:
        while size > 0:
            file.write(source.randbytes(min(size, 2**20)))
            size -= 2**20


class Files:
    """What is sent, fetched and listed, on both sides."""

    def __init__(self, folder, remote, large, middle):
        self.local, self.remote, self.received = folder / "local", remote, folder / "received"
        self.local.mkdir()
        self.sums = {}
        for directory in ("in", "out"):
            (remote / directory).mkdir()
        sizes = {"large": large * 10**6, "middle": middle * 10**6} | {f"small-{i:03}": 10_000 for i in range(200)}
        for seed, (name, size) in enumerate(sizes.items()):
            make_file(self.local / name, size, seed)
            self.sums[name] = sha256(self.local / name)
            if size > 10_000:
                shutil.copyfile(self.local / name, remote / "out" / name)
        self.small = [name for name in sizes if name.startswith("small")]
        self.names = self.make_directory("names", 10_000)
        self.board = {f"board/{i:02}": self.make_directory(f"board/{i:02}", 5) for i in range(40)}

    def make_directory(self, name, count):
        (self.remote / name).mkdir(parents=True)
        names = [f"contacts-{name.replace('/', '-')}-{i:05}.csv" for i in range(count)]
        for entry in names:
            (self.remote / name / entry).touch()
        return names

    def clear(self):
        for directory in (self.remote / "in", self.received):
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir()

    def compare(self, directory, names):
        if sorted(os.listdir(directory)) != sorted(names):
            raise Wrong(f"{len(os.listdir(directory))} files instead of {len(names)}")
        for name in names:
            if sha256(directory / name) != self.sums[name]:
                raise Wrong(f"{name} has other bytes")


def compare_names(output, wanted):
    """Each client prints a name per line; some put the directory before it, or repeat their orders."""
    lines = (line for line in output.splitlines() if line and not line.startswith("sftp>"))
    if sorted(line.rsplit("/", 1)[-1] for line in lines) != sorted(wanted):
        raise Wrong("the names listed are not those that are there")


class Work:
    """A row: `start(client)` gives the command, `check(output)` looks at what it did."""

    def __init__(self, name, wanted_wall, wanted_cpu, start, check):
        self.name, self.wanted_wall, self.wanted_cpu = name, wanted_wall, wanted_cpu
        self.start, self.check = start, check
        self.wall, self.cpu = {}, {}

    def run(self, client, counts):
        output, passed, used = cost(*self.start(client))
        try:
            self.check(output)
        except Wrong as wrong:
            raise Wrong(f"{self.name}, {client.name}: {wrong}") from wrong
        if counts:
            self.wall.setdefault(client.name, []).append(passed)
            self.cpu.setdefault(client.name, []).append(used)

    def medians(self, client_name):
        wall, cpu = self.wall.get(client_name), self.cpu.get(client_name)
        return (statistics.median(wall), statistics.median(cpu)) if wall else (None, None)


def works_of(files, server, sizes):
    def put(names, port):
        sources = [files.local / name for name in names]
        return lambda client: client.put(port, "in", sources), lambda _: files.compare(files.remote / "in", names)

    def get(names, port):
        sources = [f"out/{name}" for name in names]
        return (lambda client: client.get(port, str(files.received), sources),
                lambda _: files.compare(files.received, names))

    def listed(directories, names, port):
        return lambda client: client.list(port, directories), lambda output: compare_names(output, names)

    def connected(port):
        return lambda client: client.connect(port), lambda _: None

    board = [name for names in files.board.values() for name in names]
    return [
        Work(f"{sizes.large} MB up, near", 0.65, 0.6, *put(["large"], server.near)),
        Work(f"{sizes.large} MB down, near", 0.50, 0.4, *get(["large"], server.near)),
        Work(f"{sizes.middle} MB up, far", 0.72, 0.5, *put(["middle"], server.far)),
        Work(f"{sizes.middle} MB down, far", 0.90, 0.5, *get(["middle"], server.far)),
        Work("10,000 names, far", 0.18, None, *listed(["names"], files.names, server.far)),
        Work("40 directories, far", 0.07, None, *listed(list(files.board), board, server.far)),
        Work("200 × 10 kB up, far", 0.04, None, *put(files.small, server.far)),
        Work("connection, far", 0.6, None, *connected(server.far)),
        Work("connection, near", None, None, *connected(server.near)),
    ]


def judged(ratio, wanted):
    if ratio is None or wanted is None:
        return f"{ratio:>7.3f}{'':>9}" if ratio is not None else f"{'':>16}"
    return f"{ratio:>7.3f}{wanted:>5.2f}{'  ok' if ratio <= wanted else '  NO'}"


def print_row(work):
    def shown(value, width):
        return f"{value:>{width}.3f}" if value is not None else f"{'–':>{width}}"

    (wall, cpu), (their_wall, their_cpu), (lftp_wall, _) = (work.medians(name) for name in ("Navette", "sftp", "lftp"))
    # lftp leaves its ssh to end by itself, so that its CPU time cannot be told.
    print(f"{work.name:<21}{shown(wall, 8)}{shown(cpu, 8)}{shown(their_wall, 9)}{shown(their_cpu, 8)}"
          f"{shown(lftp_wall, 8)}  {judged(wall / their_wall, work.wanted_wall)}"
          f"  {judged(cpu / their_cpu, work.wanted_cpu)}".rstrip())


def print_again(times, one_way):
    if times:
        trips = statistics.median(times) * 1000 / (2 * one_way)
        print(f"the board again on the open connection, far: {statistics.median(times):.3f} s = {trips:.1f} round trips"
              f" (wanted: 4) {'ok' if trips <= 4 else 'NO'}")


def print_connection(works, one_way):
    """How often the two sides waited for one another until they could work; TCP's own is not delayed by the relay."""
    by_name = {work.name: work for work in works}
    far, near = by_name.get("connection, far"), by_name.get("connection, near")
    for name in ("Navette", "sftp") if far and near else ():
        trips = (far.medians(name)[0] - near.medians(name)[0]) * 1000 / (2 * one_way)
        print(f"round trips of {name} to connect, sign in and leave: {trips:.1f}")


def memory_disk(megabytes):
    """A folder that no disk is behind, with room for so much; else wherever temporary files go."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() and shutil.disk_usage(shared).free > megabytes * 2**20 else None


def measure(options, folder):
    server = Server(folder, options.binaries.resolve() / "bench_relay", options.one_way)
    try:
        files = Files(folder, server.files, options.large, options.middle)
        ours = Ours(server, options.binaries.resolve() / "bench_sftp")
        clients = [ours, OpenSsh(server)] + ([Lftp(server)] if shutil.which("lftp") and not options.no_lftp else [])
        works = [work for work in works_of(files, server, options) if options.only in work.name]
        again = []
        for turn in range(options.runs + 1):
            for work in works:
                # The first turn warms what can be warmed; nothing is cold about a distance.
                for client in clients if turn > 0 or "near" in work.name else ():
                    files.clear()
                    work.run(client, turn > 0)
            if turn > 0 and options.only in "board again":
                again.append(float(cost(*ours.list_again(server.far, list(files.board)))[0]))
            print(f"turn {turn} of {options.runs}", file=sys.stderr)
        print(f"{'seconds':<21}{'ours':>8}{'CPU':>8}{'sftp':>9}{'CPU':>8}{'lftp':>8}"
              f"  {'wall':>7} wanted    {'CPU':>7} wanted")
        for work in works:
            print_row(work)
        print_again(again, options.one_way)
        print_connection(works, options.one_way)
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="rows whose name holds this")
    parser.add_argument("--large", type=int, default=500, metavar="MB")
    parser.add_argument("--middle", type=int, default=20, metavar="MB")
    parser.add_argument("--one-way", type=int, default=25, metavar="MS")
    parser.add_argument("--no-lftp", action="store_true")
    parser.add_argument("--folder", type=Path, help="for the files, instead of a memory disk")
    options = parser.parse_args()
    os.environ["USER"] = Server.user
    where = options.folder or memory_disk(4 * options.large + 500)
    with tempfile.TemporaryDirectory(prefix="navette-bench-", dir=where) as folder:
        try:
            measure(options, Path(folder))
        except Wrong as wrong:
            sys.exit(str(wrong))


main()
