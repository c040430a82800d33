"""Runs commands in turn, and says what came of it as rows of a table."""
import os
import statistics
import subprocess
import sys
import time
from typing import NamedTuple

MIB = 1 << 20


class Run(NamedTuple):
    wall: float
    cpu: float
    peak: int
    output: bytes


class Row(NamedTuple):
    case: str
    reach: str
    measured: str
    spread: str
    holds: str

    @staticmethod
    def missing(case, reach, why):
        return Row(case, reach, why, "", "")

    @staticmethod
    def bound(case, values, most, unit="×", digits=2):
        """A row of values, the median of which must not be above `most`."""
        median = statistics.median(values)
        return Row(case, f"≤ {most:g} {unit}", f"{median:.{digits}f} {unit}",
                   f"{min(values):.{digits}f} to {max(values):.{digits}f}",
                   "yes" if median <= most else "no")


def run(command, folder=None, environment=None, keep=False):
    """One run of a command; ends this program where it fails. Its output is thrown away unless it
    is to be kept."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if keep else subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    output = process.stdout.read() if keep else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    # 1: findings, of ours and of rumdl.
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)[:200]} ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output)


class Bench:
    """The programs, what they read, and how often."""

    def __init__(self, programs, corpora, rounds):
        self.programs, self.corpora, self.rounds = programs, corpora, rounds

    def turns(self, commands, folder=None, rounds=None, before=None):
        """The runs of commands, in turn, after one of each that does not count: by command, in
        order. `before` is called in front of each run, with the number of the command."""
        runs = [[] for _ in commands]
        for turn in range((rounds or self.rounds) + 1):
            for index, command in enumerate(commands):
                if before:
                    before(index)
                result = run(command, folder)
                if turn > 0:
                    runs[index].append(result)
        return runs


def ratios(kind, ours, theirs):
    """Round by round, of wall, cpu or peak."""
    return [getattr(a, kind) / getattr(b, kind) for a, b in zip(ours, theirs)]
