"""What it costs to start: one spec, and none."""
import os

from .measuring import Row, ratios

# Runs are short, so there are more of them.
ROUNDS = 3


def one(bench):
    """one spec of 5 KB, beside rumdl, pandoc and cmark-gfm"""
    programs, folder = bench.programs, bench.corpora.one
    for name, peer, most in [
        ("rumdl without cache", programs.rumdl("--no-cache", "one.md"), 0.4),
        ("pandoc with a Lua filter",
         programs.pandoc("-L", programs.filter("pandoc-risk.lua"), "one.md"), 0.08),
        ("cmark-gfm", programs.cmark_gfm("one.md"), 3.5),
    ]:
        case = f"one 5 KB spec, wall / {name}"
        if not peer:
            yield Row.missing(case, f"≤ {most} ×", f"skipped: {name.split()[0]} is not installed")
            continue
        ours, theirs = bench.turns([programs.check("one.md"), peer], folder, ROUNDS * bench.rounds)
        yield Row.bound(case, ratios("wall", ours, theirs), most, digits=3)


def version(bench):
    """--version beside a static C hello, and the size of the executable"""
    programs = bench.programs
    ours, hello = bench.turns(
        [[programs.perilune, "--version"], [programs.hello]], rounds=ROUNDS * bench.rounds)
    yield Row.bound("`--version`, wall / static C hello", ratios("wall", ours, hello), 4.5)
    size = os.path.getsize(programs.perilune) / 1e6
    yield Row.bound("stripped executable", [size], 20, unit="MB", digits=1)
