"""Opens CSV in LibreOffice, its columns as text, and compares every cell with what Python reads.

office.py FOLDER FILE...: prints each cell that differs. LibreOffice ends lines in cells with LF, and shows no
character that is none.
"""
import csv, pathlib, subprocess, sys

csv.field_size_limit(1 << 30)
folder = pathlib.Path(sys.argv[1])
texts = "/".join(f"{column}/2" for column in range(1, 40))
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
     f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,{texts}", "--convert-to",
     "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false", "--outdir", str(folder / "read"),
     *sys.argv[2:]], check=True, capture_output=True, timeout=120)


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def plain(cell):
    return cell.replace("\r\n", "\n").replace("\r", "\n").translate({7: None})


for name in sys.argv[2:]:
    written, read = rows(name), rows(folder / "read" / pathlib.Path(name).name)
    if len(written) != len(read) or len(written) < 2:
        print(name, "has", len(read), "rows, not", len(written))
    for number, (one, other) in enumerate(zip(written, read)):
        for column, (expected, found) in enumerate(zip(one, other)):
            if plain(expected) != plain(found):
                print(name, number, column, repr(expected)[:200], repr(found)[:200])
