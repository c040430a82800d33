"""A stand-in for Jira's REST API, version 3, as far as its documents say how it answers.

usage: stand-in.py STATE: prints the port that it listens at; issues go to the file STATE, one line of
JSON each, in the order in which they were made. It refuses a summary with the word "refused".
"""
import base64, http.server, json, sys

STATE = sys.argv[1]
issues = []


def wrong(fields):
    errors = {}
    if "refused" in fields.get("summary", ""):
        errors["summary"] = "Nobody wants that."
    parent = fields.get("parent")
    if parent and parent["key"] not in [issue["key"] for issue in issues]:
        errors["parent"] = "There is no such issue."
    if any(" " in label for label in fields.get("labels", [])):
        errors["labels"] = "The label contains spaces which is invalid."
    return errors


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, value=None):
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def is_allowed(self):
        expected = "Basic " + base64.b64encode(b"me@acme.org:secret").decode()
        return self.headers.get("Authorization") == expected

    def do_POST(self):
        body = self.body()
        if not self.is_allowed():
            return self.answer(401, {"errorMessages": ["You are not authenticated."]})
        if self.path != "/rest/api/3/issue/bulk" or len(body["issueUpdates"]) > 50:
            return self.answer(400, {"errorMessages": ["No."], "errors": {}})
        made, errors, parents = [], [], [issue["key"] for issue in issues]
        for number, update in enumerate(body["issueUpdates"]):
            why = wrong(update["fields"])
            if why:
                errors.append({"status": 400, "failedElementNumber": number,
                               "elementErrors": {"errorMessages": [], "errors": why}})
                continue
            key = "%s-%d" % (update["fields"]["project"]["key"], len(issues) + 1)
            issues.append({"key": key, **update})
            made.append({"id": str(10000 + len(issues)), "key": key, "self": "http://localhost/" + key})
        self.save()
        self.answer(201 if made else 400, {"issues": made, "errors": errors})

    def do_PUT(self):
        body = self.body()
        key = self.path.rsplit("/", 1)[1]
        for issue in issues:
            if issue["key"] == key:
                issue["fields"].update(body["fields"])
                issue["properties"] = body["properties"]
                self.save()
                return self.answer(204)
        self.answer(404, {"errorMessages": ["Issue does not exist."], "errors": {}})

    def save(self):
        with open(STATE, "w") as file:
            for issue in issues:
                file.write(json.dumps(issue, sort_keys=True) + "\n")


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
