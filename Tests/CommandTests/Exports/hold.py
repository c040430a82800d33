"""Reads what an export wrote with somebody else's reader.

hold.py FORMAT WORD,WORD... FILE...   the files are of the format, and say each word

FORMAT is csv, people (csv that nothing in a spreadsheet runs), json, jsonl, md, html, xlsx, sqlite or text.
"""

import csv
import html.parser
import json
import re
import sqlite3
import sys

csv.field_size_limit(1 << 30)

# What a spreadsheet takes for a formula, or for the end of a row.
FORMULA = re.compile(r"^[=+\-@\t\r\n]")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}


def rows_of(text):
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    assert rows, "there is no header"
    widths = {len(row) for row in rows}
    assert len(widths) == 1, f"rows of {sorted(widths)} cells"
    assert len(rows) > 1, "there is no row"
    assert text.endswith("\r\n") and "\r\n" in text, "lines do not end with CR LF"
    return rows


def people(text):
    rows = rows_of(text)
    for row in rows[1:]:
        for cell in row:
            number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            assert number or not FORMULA.match(cell), f"a formula: {cell[:40]!r}"
    return "\n".join(map("\n".join, rows))


def of_json(text):
    def unique(pairs):
        assert len(dict(pairs)) == len(pairs), "a key stands twice"
        return dict(pairs)

    def refuse(constant):
        raise AssertionError(f"{constant} is no JSON")

    strings = []

    def walk(value):
        if isinstance(value, dict):
            for key, entry in value.items():
                walk(key)
                walk(entry)
        elif isinstance(value, list):
            for entry in value:
                walk(entry)
        elif isinstance(value, str):
            value.encode("utf-8")  # no lone surrogate
            strings.append(value)

    walk(json.loads(text, object_pairs_hook=unique, parse_constant=refuse))
    return "\n".join(strings)


class Page(html.parser.HTMLParser):
    """The words of a page, in which nothing runs and no element is left open."""

    def __init__(self):
        super().__init__()
        self.open, self.words = [], []

    def handle_starttag(self, tag, attributes):
        assert tag not in {"script", "iframe", "object", "embed", "base"}, f"<{tag}>"
        for name, value in attributes:
            assert not name.startswith("on"), f"{name} of <{tag}>"
            scheme = re.match(r"\s*([a-z+.-]+):", value or "", re.I) if name in {"href", "src"} else None
            assert not scheme or scheme[1].lower() in {"http", "https", "mailto"}, value
            assert name != "src", "something is loaded"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        if tag not in VOID:
            self.handle_starttag(tag, attributes)
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        self.words.append(data)


def of_html(text):
    page = Page()
    page.feed(text)
    page.close()
    assert not page.open, f"{page.open} are left open"
    return "".join(page.words)


def markdown(text):
    tables, width = 0, None
    for line in text.split("\n"):
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", line))
            assert width in (None, cells), f"a row of {cells} bars in a table of {width}: {line[:80]}"
            tables, width = tables + (width is None), cells
        else:
            width = None
            assert line == "" or line[0] in "#-*>" or re.match(r"[\w\\]", line), line[:80]
    assert tables, "there is no table"
    assert "<script" not in text, "raw HTML"
    return text


def workbook(path):
    import openpyxl

    sheets = openpyxl.load_workbook(open(path, "rb"))
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"], "a formula"
    return "\n".join(str(cell.value) for cell in cells)


def database(path):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    said = []
    names = base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    for (name,) in names:
        said += [str(cell) for row in base.execute(f'SELECT * FROM "{name}"') for cell in row]
    return "\n".join(said)


# By their paths.
FILES = {"xlsx": workbook, "sqlite": database}

READERS = {
    "csv": lambda text: "\n".join(map("\n".join, rows_of(text))),
    "people": people,
    "json": of_json,
    "jsonl": lambda text: "\n".join(map(of_json, text.splitlines())),
    "html": of_html,
    "md": markdown,
    "text": lambda text: text,
}


def read(form, path):
    if form in FILES:
        return FILES[form](path)
    return READERS[form](open(path, newline="", encoding="utf-8").read())


def main(form, words, *paths):
    said = "\n".join(read(form, path) for path in paths)
    missing = [word for word in words.split(",") if word not in said]  # an empty word is in all
    assert not missing, f"it does not say {missing}"


main(*sys.argv[1:])
