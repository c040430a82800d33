"""Holds documents to a JSON Schema (draft 2020-12), and the schema to its metaschema.

hold.py meta FOLDER SCHEMA         the schema is valid, by the metaschema's files in a folder
hold.py valid SCHEMA DOCUMENT...   the documents are valid
hold.py strict SCHEMA DOCUMENT...  and no longer are, once a key is gone or holds what it must not
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator as Validator

# What may be absent, told apart from the schema; NAME stands for names that authors choose.
NAME = "NAME"
OPTIONAL = [
    ["items", "*", "placeholder"], ["items", "*", "extra"], [NAME, "level"], [NAME, "ranges"],
    ["date"], ["inherited"], [NAME, "number"],
]
# Objects whose keys are names that authors choose.
CHOSEN = ["fields", "extra", "value", "ranges"]
CLOSED = [
    ["status", "value"], [NAME, "level"], ["placeholders", "*", "style"],
    ["findings", "*", "severity"], ["failures", "*", "kind"],
]
FROM_ONE = {"line", "column", "end_line", "end_column", "spec_line", "count", "level"}


def load(path):
    def unique(pairs):
        assert len(dict(pairs)) == len(pairs), f"{path}: a key stands twice in {pairs}"
        return dict(pairs)

    return json.loads(pathlib.Path(path).read_text("utf-8"), object_pairs_hook=unique)


def validator(path):
    schema = load(path)
    Validator.check_schema(schema)
    return Validator(schema)


def metaschema(folder):
    paths = [folder / "schema.json", *sorted((folder / "meta").iterdir())]
    files = {file["$id"]: file for file in map(load, paths)}
    root = next(iter(files.values()))
    try:
        from referencing import Registry, Resource
    except ImportError:  # before jsonschema 4.18
        from jsonschema import RefResolver

        return Validator(root, resolver=RefResolver(root["$id"], root, store=files))
    resources = [(name, Resource.from_contents(file)) for name, file in files.items()]
    return Validator(root, registry=Registry().with_resources(resources))


def meta(folder, path):
    judge, schema = metaschema(pathlib.Path(folder)), load(path)
    judge.validate(schema)
    for definition in schema["$defs"].values():
        kind = definition["type"]
        definition["type"] = "thing"
        assert not judge.is_valid(schema), "the metaschema takes any type"
        definition["type"] = kind


def valid(path, *documents):
    judge = validator(path)
    for document in documents:
        for error in judge.iter_errors(load(document)):
            place = "/".join(map(str, error.absolute_path))
            sys.exit(f"{document}: {place}: {error.message[:400]}")


def places(value, shape=()):
    """Every key and index below a value: its shape, and what it is a key of."""
    if isinstance(value, list):
        keys = [(index, "*") for index in range(len(value))]
    elif isinstance(value, dict):
        chosen = shape and shape[-1] in CHOSEN
        keys = [(key, NAME if chosen else key) for key in list(value)]
    else:
        return
    for key, name in keys:
        yield (*shape, name), value, key
        yield from places(value[key], (*shape, name))


def ends(shape, endings):
    return any(list(shape[-len(ending):]) == ending for ending in endings)


def strict(path, *documents):
    judge = validator(path)
    dropped = set()
    for name in documents:
        document, seen = load(name), set()
        assert judge.is_valid(document), f"{name} is not valid to begin with"

        def expect(verdict, shape, change):
            found = judge.is_valid(document)
            assert found is verdict, f"{name}: {'/'.join(shape)}: {change}: valid is {found}"

        for shape, owner, key in list(places(document)):
            value = owner[key]
            if (shape, type(value)) in seen:
                continue
            seen.add((shape, type(value)))
            for wrong in wrongs(shape, value):
                owner[key] = wrong
                expect(False, shape, f"set to {wrong!r}")
            owner[key] = value
            if isinstance(value, dict) and shape[-1] not in CHOSEN:
                value["unheard of"] = 7.5
                expect(True, shape, "a key added")
                del value["unheard of"]
            if shape[-1] not in ("*", NAME):
                del owner[key]
                expect(ends(shape, OPTIONAL), shape, "dropped")
                owner[key] = value
                dropped.add(shape[-1])
    missed = set(properties(judge.schema)) - dropped
    assert not missed, f"no document has {sorted(missed)}"


def wrongs(shape, value):
    if shape[-2:] == (NAME, "number"):
        yield str(value)
        return
    yield 7.5
    if type(value) is int:
        yield -1
        if shape[-1] in FROM_ONE:
            yield 0
    if ends(shape, CLOSED):
        yield "unheard of"
    if shape[-1] == "schema_version":
        yield 2


def properties(schema):
    """The names of all keys that a schema describes."""
    if isinstance(schema, list):
        for part in schema:
            yield from properties(part)
    elif isinstance(schema, dict):
        for key, part in schema.items():
            if key == "properties":
                yield from part
            yield from properties(part)


if __name__ == "__main__":
    {"meta": meta, "valid": valid, "strict": strict}[sys.argv[1]](*sys.argv[2:])
