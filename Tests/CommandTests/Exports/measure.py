"""Lays pages out in headless Chromium, and prints those that are wider than their window.

measure.py CHROMIUM PAGE...
"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

WIDTHS = 390, 1280

# The pages run nothing, so that they are measured from outside.
SCRIPT = """
addEventListener("load", () => {
  const lines = [...document.querySelectorAll("iframe")].map((frame) => {
    const page = frame.contentDocument.documentElement;
    return `${frame.title} ${page.scrollWidth} ${page.scrollHeight}`;
  });
  document.body.innerHTML = "<pre>" + lines.join("\\n") + "</pre>";
});
"""


def frame(number, page, width):
    content = html.escape(pathlib.Path(page).read_text("utf-8"))
    return f'<iframe title="{number} {width}" width="{width}" height="900" style="border: 0" srcdoc="{content}"></iframe>'


def main(chromium, *pages):
    frames = [frame(number, page, width) for number, page in enumerate(pages) for width in WIDTHS]
    with tempfile.TemporaryDirectory() as folder:
        outside = pathlib.Path(folder, "outside.html")
        outside.write_text(
            "<!DOCTYPE html><meta charset=utf-8><body>" + "".join(frames) + f"<script>{SCRIPT}</script>", "utf-8")
        run = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--virtual-time-budget=10000", "--dump-dom", outside.as_uri()],
            capture_output=True, encoding="utf-8", timeout=100)
    lines = re.search(r"<pre>(.*?)</pre>", run.stdout, re.S)
    assert lines, f"nothing was measured: {run.stderr[-400:]}"
    measured = [list(map(int, line.split())) for line in lines[1].split("\n")]
    assert len(measured) == len(pages) * len(WIDTHS), measured
    for number, width, found, height in measured:
        assert height > 200, f"{pages[number]}: {height} px high"
        if found > width:
            print(f"{pages[number]}: {found} px wide in a window of {width}")


main(*sys.argv[1:])
