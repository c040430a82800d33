"""Documents and plugins that show one thing."""
import os
import statistics
import subprocess
import sys
import tempfile

from .measuring import Row, ratios, run
from .small import HERE, TEN


def large(bench):
    """large specs, ten rules: cpu beside parse-only"""
    ours, base = bench.turns(
        [bench.programs.check("--jobs", "1", "--select", TEN), bench.programs.parse("specs")],
        bench.corpora.large)
    yield Row.bound("large specs, ten rules, cpu / parse-only", ratios("cpu", ours, base), 2.4)


def document(bench):
    """one document of 10 MB: cpu and memory"""
    size = 10_000_000
    path = bench.corpora.document(size)
    ours, base = bench.turns(
        [bench.programs.check("--no-config", path), bench.programs.parse(path)])
    yield Row.bound("one document of 10 MB, cpu / parse-only", ratios("cpu", ours, base), 2.2)
    yield Row.bound("the same, peak memory / its size",
                    [each.peak / size for each in ours], 20, unit="bytes a byte", digits=1)


def limit(bench):
    """one document of 100 MB: refused, and why; cpu with the limit raised"""
    path = bench.corpora.document(100_000_000)
    output = run(bench.programs.check("--no-config", path), keep=True).output.decode()
    message = output.split(": ", 2)[-1].split(",")[0].strip()
    yield Row("one document of 100 MB", "refused, and why", message, "",
              "yes" if "[reading/too-large]" in output else "no")
    # With so much to look at, some rules have more to say than plugins may say by default.
    raised = os.path.join(os.path.dirname(path), "raised.yml")
    with open(raised, "w") as file:
        file.write("limits:\n  reading: { document: 128 MiB }\n" + "".join(
            f"  {plugin}: {{ block: 256 MiB, findings: 1M }}\n"
            for plugin in ["api", "dependencies", "links", "placeholders", "plain-language",
                           "plan", "requirements", "review", "risk-register", "structure"]))
    for text, rules in [("", []), (", ten rules", ["--select", TEN])]:
        ours, base = bench.turns(
            [bench.programs.check("--config", raised, *rules, path), bench.programs.parse(path)])
        yield Row.bound(f"the same with the limit raised{text}, cpu / parse-only",
                        ratios("cpu", ours, base), 3)


def _with_plugin(bench, name, *selected):
    """A check of the small specs with rules of a plugin and no others, in this process."""
    folder = bench.corpora.small
    plugin = os.path.join(HERE, "plugins", name)
    with open(os.path.join(folder, f"{name}.yml"), "w") as file:
        file.write("specs:\n  - include: \"specs/*.md\"\n"
                   f"plugins:\n  {name}: {{ path: {os.path.relpath(plugin, folder)} }}\n")
    return bench.programs.check("--config", f"{name}.yml", "--sandbox", "off", "--jobs", "1",
                                "--select", ",".join(f"{name}/{rule}" for rule in selected))


def _differences(more, less):
    return [a.cpu - b.cpu for a, b in zip(more, less)]


def reads(bench):
    """reading one field from Lua: the first time, and later"""
    rules = ["nothing", "plain", "later", "unread", "first"]
    nothing, plain, later, unread, first = bench.turns(
        [_with_plugin(bench, "reads", rule) for rule in rules], bench.corpora.small)
    yield Row.bound(
        "a field of an item read again / a field of a plain table",
        [a / b for a, b in zip(_differences(later, nothing), _differences(plain, nothing))], 1.1)
    # What the plugin says itself, once a spec.
    counted = run(_with_plugin(bench, "reads", "count"), bench.corpora.small, keep=True).output
    count = sum(int(line.split(b"reads: ")[1].split()[0])
                for line in counted.splitlines() if b"reads: " in line)
    yield Row.bound("a field of an item read first",
                    [each / count * 1e9 for each in _differences(first, unread)], 150,
                    unit="ns", digits=0)


def prose(bench):
    """a rule more over all prose with the host's search helpers, beside parse-only"""
    # One rule is less than what two runs differ by.
    rules = 20
    for name, how in (("says", "that says what it looks for"), ("looks", "that calls text.find_any")):
        names = [f"{name}-{each}" for each in range(1, rules + 1)]
        one, many = (_with_plugin(bench, "prose", *some) for some in (names[:1], names))
        base, few, more = bench.turns(
            [bench.programs.parse("specs"), one, many], bench.corpora.small)
        yield Row.bound(
            f"a rule more over all prose {how}, cpu / parse-only",
            [cost / (rules - 1) / each.cpu for cost, each in zip(_differences(more, few), base)],
            0.1)


def absent(bench):
    """a rule more on a kind that specs lack, for each spec"""
    rules = 100
    one, many = (_with_plugin(bench, "absent", *names)
                 for names in (["rule-1"], [f"rule-{each}" for each in range(1, rules + 1)]))
    few, more = bench.turns([one, many], bench.corpora.small)
    each = (rules - 1) * bench.corpora.count
    yield Row.bound("a rule more on a kind that specs lack, cpu a spec",
                    [seconds / each * 1e6 for seconds in _differences(more, few)], 1, unit="µs")


def pathological(bench):
    """every input of pathological.py up to 1 MB"""
    most = 0.5
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log")
        environment = {**os.environ, "PERILUNE": bench.programs.perilune, "LOG": log}
        # It measures a program that parses one file and prints its seconds: here, a check.
        found = subprocess.run(
            [sys.executable, os.path.join(bench.programs.baseline, "pathological.py"),
             "--bin", os.path.join(HERE, "check-one"), "--max", "60", "--top", str(1 << 20)],
            env=environment, stdout=subprocess.PIPE)
        with open(log) as file:
            runs = [line.split() for line in file]
    if found.returncode != 0 or not runs:
        sys.exit("pathological.py could not be run")
    taken = [float(seconds) for seconds, _ in runs]
    refused = sum(why == "refused" for _, why in runs)
    slow = [seconds for seconds, why in map(tuple, runs)
            if float(seconds) > most and why != "refused"]
    yield Row(f"{len(runs)} inputs of `pathological.py` up to 1 MB, wall",
              f"≤ {most} s, or refused", f"{max(taken):.2f} s at most, {refused} refused",
              f"median {statistics.median(taken):.3f}", "no" if slow else "yes")
