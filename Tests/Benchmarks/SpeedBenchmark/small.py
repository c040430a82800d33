"""Thousands of small specs."""
import os
import shutil

from . import memory
from .measuring import Row, ratios, run

HERE = os.path.dirname(os.path.abspath(__file__))

# Of ten plugins' rules ten, of all that a rule can look at.
TEN = ",".join([
    "requirements/id-unique", "requirements/acceptance-stated", "risk-register/risk-mitigated",
    "dependencies/dependency-owned", "review/question-answered", "plan/tasks-done",
    "placeholders/placeholder-filled", "links/anchor-exists", "api/endpoint-listed-once",
    "plain-language/word-not-doubled",
])


def _title(bench, text):
    return f"{bench.corpora.count:,} small specs, {text}"


def _cpu(bench, text, most, arguments):
    ours, base = bench.turns(
        [bench.programs.check("--jobs", "1", *arguments), bench.programs.parse("specs")],
        bench.corpora.small)
    yield Row.bound(_title(bench, f"{text}, cpu / parse-only"), ratios("cpu", ours, base), most)


def ten(bench):
    """small specs, ten rules: cpu beside parse-only"""
    yield from _cpu(bench, "ten rules", 2.0, ["--select", TEN])


def all_bundled(bench):
    """small specs, all bundled rules: cpu beside parse-only"""
    yield from _cpu(bench, "all bundled rules", 3.5, [])


def wall(bench):
    """small specs on 2 cores: wall beside rumdl, and parse-only on one thread"""
    programs = bench.programs
    for name, peer, most in [
        ("rumdl without cache", programs.rumdl("--no-cache", "specs"), 0.4),
        ("parse-only on one thread", programs.parse("specs"), 1.8),
    ]:
        case = _title(bench, f"all bundled rules, 2 jobs, wall / {name}")
        if not peer:
            yield Row.missing(case, f"≤ {most} ×", "skipped: rumdl is not installed")
            continue
        ours, theirs = bench.turns([programs.check("--jobs", "2"), peer], bench.corpora.small)
        yield Row.bound(case, ratios("wall", ours, theirs), most)


def jobs(bench):
    """small specs, 1 and 2 jobs: wall, cpu, the same bytes"""
    commands = [bench.programs.check("--jobs", jobs) for jobs in ("1", "2")]
    one, two = bench.turns(commands, bench.corpora.small)
    for kind, most in [("wall", 0.58), ("cpu", 1.08)]:
        yield Row.bound(_title(bench, f"2 jobs / 1 job, {kind}"), ratios(kind, two, one), most)
    outputs = {run([*command, "--format", "json"], bench.corpora.small, keep=True).output
               for command in commands}
    size = len(next(iter(outputs)))
    yield Row(_title(bench, "1 and 2 jobs, JSON"), "the same bytes", f"{size / 1e6:.1f} MB each",
              "", "yes" if len(outputs) == 1 else "no")


def cache(bench):
    """small specs: a warm cache beside a cold one, and beside rumdl's"""
    programs, folder = bench.programs, bench.corpora.small
    case = _title(bench, "warm cache / cold run, wall")
    if not programs.knows("--no-cache"):
        yield Row.missing(case, "≤ 0.15 ×", "not to be had: `check` has no cache")
        return
    kept = os.path.join(folder, ".perilune", "cache")
    warm = programs.check(cached=True)

    def empty(command):
        if command == 0:
            shutil.rmtree(kept, ignore_errors=True)

    cold_runs, warm_runs = bench.turns([warm, warm], folder, before=empty)
    yield Row.bound(case, ratios("wall", warm_runs, cold_runs), 0.15, digits=3)
    size = sum(os.path.getsize(os.path.join(path, name))
               for path, _, names in os.walk(kept) for name in names)
    yield Row(_title(bench, "the cache"), "small", f"{size / 1e6:.1f} MB", "", "")
    case = _title(bench, "warm cache / rumdl's, wall")
    peer = programs.rumdl("--cache-dir", os.path.join(bench.corpora.folder, "rumdl"), "specs")
    if not peer:
        yield Row.missing(case, "≤ 1 ×", "skipped: rumdl is not installed")
    else:
        ours, theirs = bench.turns([warm, peer], folder)
        yield Row.bound(case, ratios("wall", ours, theirs), 1)
    shutil.rmtree(kept, ignore_errors=True)


def workers(bench):
    """small specs: 20 rules of an unbundled plugin in workers, beside the same in this process"""
    folder = bench.corpora.small
    plugin = os.path.join(HERE, "plugins", "twenty")
    configuration = os.path.join(folder, "twenty.yml")
    with open(configuration, "w") as file:
        file.write("specs:\n  - include: \"specs/*.md\"\n"
                   f"plugins:\n  twenty: {{ path: {os.path.relpath(plugin, folder)} }}\n")
    command = bench.programs.check("--config", "twenty.yml", "--jobs", "2")
    inside, outside = bench.turns([[*command, "--sandbox", "off"], command], folder)
    for kind in ("wall", "cpu"):
        yield Row.bound(_title(bench, f"20 rules more, workers / none, {kind}"),
                        ratios(kind, outside, inside), 1.3)


def memory_of_many(bench):
    """small specs, 2 jobs: the memory of all processes at once"""
    command = bench.programs.check("--jobs", "2")
    findings = len(run(command, bench.corpora.small, keep=True).output) / 1e6
    peaks = [memory.peak(command, bench.corpora.small) / 1e6 for _ in range(3)]
    yield Row.bound(
        _title(bench, f"2 jobs, peak memory ({findings:.1f} MB of it findings)"),
        peaks, round(40 + findings, 1), unit="MB", digits=1)


def register(bench):
    """the risk register of small specs, beside check and pandoc"""
    programs, folder = bench.programs, bench.corpora.small
    export = [programs.perilune, "export", "risk-register/csv", "-o", "-", "--jobs", "2"]
    ours, check = bench.turns([export, programs.check("--jobs", "2")], folder)
    yield Row.bound(_title(bench, "risk register / check, wall"), ratios("wall", ours, check), 1.2)
    # pandoc takes milliseconds for each of them; both have a share of the specs.
    share = bench.corpora.specs(folder)[:min(500, bench.corpora.count)]
    names = [os.path.relpath(spec, folder) for spec in share]
    case = f"risk register of {len(names)} of them / pandoc with the batch filter, wall"
    # pandoc reads an empty document, its filter those that the file $LIST names.
    listing = os.path.join(folder, "register.list")
    with open(listing, "w") as file:
        file.writelines(f"{name}\n" for name in names)
    peer = programs.pandoc("-L", programs.filter("pandoc-risk-batch.lua"), os.devnull)
    if not peer:
        yield Row.missing(case, "≤ 0.05 ×", "skipped: pandoc is not installed")
        return
    ours, theirs = bench.turns(
        [[*export, "--files-from", listing], ["env", f"LIST={listing}", *peer]], folder)
    yield Row.bound(case, ratios("wall", ours, theirs), 0.05, digits=3)
