"""Holds reports to what their readers ask for.

hold.py schema SCHEMA DOCUMENT      the document is valid
hold.py lines SCHEMA DOCUMENT       each of its lines is, by $defs/line, and the last one is the end
hold.py items SCHEMA DOCUMENT       each element of its array is
hold.py sarif DOCUMENT FINDINGS     what the schema of SARIF cannot say; FINDINGS is --format json
hold.py github DOCUMENT FINDINGS    read as the runner of GitHub Actions does
hold.py gitlab DOCUMENT FINDINGS    fingerprints are unique, and what they are said to be made of
"""

import json
import pathlib
import re
import sys
import urllib.parse

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def load(path):
    def unique(pairs):
        assert len(dict(pairs)) == len(pairs), f"{path}: a key stands twice in {pairs}"
        return dict(pairs)

    return json.loads(pathlib.Path(path).read_text("utf-8"), object_pairs_hook=unique)


def validator(schema):
    from jsonschema import validators

    judge = validators.validator_for(schema)
    judge.check_schema(schema)
    return judge(schema)


def schema(path, document):
    hold(validator(load(path)), [load(document)])


def items(path, document):
    hold(validator(load(path)), load(document))


def lines(path, document):
    rules = load(path)
    text = pathlib.Path(document).read_text("utf-8")
    assert text.endswith("\n")
    found = [json.loads(line) for line in text[:-1].split("\n")]
    judge = validator({"$schema": rules["$schema"], "$ref": "#/$defs/line", "$defs": rules["$defs"]})
    hold(judge, found)
    *findings, end = found
    assert "summary" in end and not any("summary" in line for line in findings)
    summary = end["summary"]
    assert len(findings) == summary["errors"] + summary["warnings"] + summary["infos"]


def hold(judge, documents):
    for document in documents:
        for error in judge.iter_errors(document):
            place = "/".join(map(str, error.absolute_path))
            sys.exit(f"{place}: {error.message[:400]}")


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def sarif(document, findings):
    log, known = load(document), load(findings)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(set(ids)) == len(ids)
    assert all(strings(log)), "an empty string"
    for rule in rules:
        assert len(rule["shortDescription"]["text"]) <= 1024 >= len(rule["fullDescription"]["text"])
        assert rule["help"]["text"] and len(rule["properties"]["tags"]) <= 20
    (invocation,) = run["invocations"]
    notes = invocation["toolExecutionNotifications"]
    assert len(notes) == len(known["failures"]), notes
    assert invocation["executionSuccessful"] is (not notes)
    assert (invocation["exitCode"] == 3) is bool(notes)
    for note, failure in zip(notes, known["failures"]):
        assert failure["message"] in note["message"]["text"]
        assert ids[note["associatedRule"]["index"]] == note["associatedRule"]["id"] == failure["rule"]
        (place,) = note["locations"]
        assert file(place["physicalLocation"]) == failure["path"]
        assert place["physicalLocation"]["region"]["startLine"] == failure["line"]

    order = lambda finding: (
        finding["path"].encode(), finding["line"], finding["column"], finding["rule"].encode())
    findings = sorted(known["findings"] + known["suppressed"], key=order)
    assert len(run["results"]) == len(findings)
    seen = set()
    for result, finding in zip(run["results"], findings):
        suppression = finding.get("suppression")
        assert ("suppressions" in result) is (suppression is not None)
        if suppression:
            (said,) = result["suppressions"]
            assert said["kind"] == "inSource"
            assert said.get("justification", "") == suppression["reason"]
            place = said["location"]["physicalLocation"]
            assert file(place) == finding["path"]
            text = marked_utf16(finding["path"], place["region"])
            assert text.startswith("<!-- perilune-disable") and text.endswith("-->"), text
        assert result["ruleId"] == finding["rule"] == ids[result["ruleIndex"]]
        assert result["level"] == LEVELS[finding["severity"]]
        text = result["message"]["text"]
        assert not re.search(r"(?<!\{)(\{\{)*\{(?!\{)", text) and "](" not in text, text
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert file(place) == finding["path"]
        names = [part["fullyQualifiedName"] for part in location.get("logicalLocations", [])]
        assert names == ([finding["item"]] if finding["item"] else [])
        assert marked_utf16(finding["path"], place["region"]) == marked(finding), finding
        prints = result["partialFingerprints"]
        assert re.fullmatch(r"[0-9a-f]{1,16}:[1-9][0-9]*", prints["primaryLocationLineHash"])
        assert prints["periluneFinding/v1"] not in seen
        seen.add(prints["periluneFinding/v1"])


def file(place):
    location = place["artifactLocation"]
    assert location["uriBaseId"] == "%SRCROOT%"
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", location["uri"]), location
    assert not location["uri"].startswith("/")
    return urllib.parse.unquote(location["uri"], errors="strict")


def split(text):
    """Lines, each with its end."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)


def cut(parts, place, size):
    """The text of a range whose columns count `size` of each character."""
    def offset(line, column):
        before, units = "", 1
        for character in parts[line - 1]:
            if units >= column:
                break
            before, units = before + character, units + size(character)
        assert units == column, f"{line}:{column} is within a character"
        return len("".join(parts[: line - 1])) + len(before)

    text = "".join(parts)
    return text[offset(place["startLine"], place["startColumn"]):
                offset(place["endLine"], place["endColumn"])]


def marked_utf16(path, region):
    parts = split(pathlib.Path(path).read_bytes().decode())
    return cut(parts, region, lambda character: len(character.encode("utf-16-le")) // 2)


def marked(finding):
    parts = split(pathlib.Path(finding["path"]).read_bytes().decode())
    place = {
        "startLine": finding["line"], "startColumn": finding["column"],
        "endLine": finding["end_line"], "endColumn": finding["end_column"],
    }
    return cut(parts, place, lambda character: len(character.encode()))


def commands(document):
    """What the runner makes of a log: ActionCommand.TryParseV2 of actions/runner."""
    def value(text, also=()):
        for escape, scalar in [("%0D", "\r"), ("%0A", "\n"), *also, ("%25", "%")]:
            text = text.replace(escape, scalar)
        return text

    text = pathlib.Path(document).read_bytes().decode()
    for line in re.split(r"\r\n|\r|\n", text[:-1]):
        line = line.lstrip()
        assert line.startswith("::") and "::" in line[2:], line
        head, _, message = line[2:].partition("::")
        name, _, rest = head.partition(" ")
        properties = {}
        for part in filter(None, rest.split(",")):
            key, _, text = part.partition("=")
            properties[key] = value(text, [("%3A", ":"), ("%2C", ",")])
        yield name, properties, value(message)


def github(document, findings):
    known = load(findings)
    found = list(commands(document))
    failures, rest = found[: len(known["failures"])], found[len(known["failures"]):]
    for (name, properties, message), failure in zip(failures, known["failures"]):
        assert name == "error" and failure["message"] in message
        assert properties["file"] == failure["path"]
        assert properties["line"] == str(failure["line"])
    assert len(rest) == len(known["findings"]), rest
    for (name, properties, message), finding in zip(rest, known["findings"]):
        assert name == COMMANDS[finding["severity"]] and properties["title"] == finding["rule"]
        assert properties["file"] == finding["path"] and message == finding["message"]
        assert properties["line"] == str(finding["line"])
        assert properties["endLine"] == str(finding["end_line"])
        if finding["line"] != finding["end_line"]:
            assert "col" not in properties and "endColumn" not in properties
            continue
        place = {key: int(properties[name]) for key, name in [
            ("startLine", "line"), ("startColumn", "col"), ("endLine", "endLine"),
            ("endColumn", "endColumn"),
        ]}
        parts = split(pathlib.Path(finding["path"]).read_bytes().decode())
        assert cut(parts, place, lambda character: 1) == marked(finding)


def gitlab(document, findings):
    issues, known = load(document), load(findings)["findings"]
    assert len(issues) == len(known)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    counts = {}
    for issue, finding in zip(issues, known):
        kind, subject = ("item", finding["item"]) if finding["item"] else (
            "text", " ".join(re.split(r"[\r\n]", marked(finding))[0].split()))
        name = 0x6C62272E07BB014262B821756295C58D
        for text in [finding["rule"], finding["path"], kind, subject]:
            for byte in text.encode() + b"\xFF":
                name = (name ^ byte) * 0x0000000001000000000000000000013B % 2**128
        counts[name] = counts.get(name, 0) + 1
        assert issue["fingerprint"] == f"{name:032x}:{counts[name]}"
        assert issue["location"]["path"] == finding["path"]
        assert issue["location"]["lines"] == {"begin": finding["line"], "end": finding["end_line"]}


if __name__ == "__main__":
    {
        "schema": schema, "lines": lines, "items": items, "sarif": sarif, "github": github,
        "gitlab": gitlab,
    }[sys.argv[1]](*sys.argv[2:])
