"""Holds bodies for Jira's bulk creation against a strict schema.

usage: hold.py SCHEMA PLAN BODY...: prints what is wrong. PLAN is that of jira-issues/plan; each issue that
is to be made there and has no parent is in one of the bodies.
"""
import json, pathlib, sys
from jsonschema import Draft4Validator, RefResolver

path = pathlib.Path(sys.argv[1])
schema = json.loads(path.read_text())
judge = Draft4Validator(
    schema, resolver=RefResolver(path.resolve().as_uri(), schema))
made = []
for name in sys.argv[3:]:
    body = json.loads(pathlib.Path(name).read_text())
    for error in judge.iter_errors(body):
        print(pathlib.Path(name).name, list(error.absolute_path), error.message[:300])
    made += body["issueUpdates"]
planned = []
for line in pathlib.Path(sys.argv[2]).read_text().splitlines():
    entry = json.loads(line)
    if entry["op"] != "create":
        continue
    for error in judge.iter_errors({"issueUpdates": [entry["body"]]}):
        print(entry["uid"], list(error.absolute_path), error.message[:300])
    if len(json.dumps(entry["body"]["fields"]["description"], ensure_ascii=False)) > 32767 * 1.2:
        print(entry["uid"], "has too long a description")
    if "parentUid" not in entry:
        planned.append(entry["body"])
if made != planned:
    print("the bodies are not those of the plan")
if not planned:
    print("there is nothing")
