"""What is read: generated once, below .build/benchmarks."""
import functools
import os
import shutil
import subprocess

# In front of what the specs are held against; no templates, no baseline.
CONFIGURATION = "specs:\n  - include: \"specs/*.md\"\n"


class Corpora:
    def __init__(self, folder, tools, count):
        self.folder, self.tools, self.count = folder, tools, count

    def workspace(self, size, count):
        """A folder with generated specs in `specs` and a perilune.yml."""
        path = os.path.join(self.folder, f"{size}-{count}")
        if not os.path.isdir(path):
            # Under another name until it is whole.
            partial = path + ".partial"
            shutil.rmtree(partial, ignore_errors=True)
            subprocess.run(
                [os.path.join(self.tools, "generate-specs"), os.path.join(partial, "specs"),
                 "--size", size, "--count", str(count), "--seed", "1"],
                check=True, stdout=subprocess.DEVNULL)
            self.configure(partial, CONFIGURATION)
            os.rename(partial, path)
        return path

    @staticmethod
    def configure(folder, text):
        with open(os.path.join(folder, "perilune.yml"), "w") as file:
            file.write(text)

    @functools.cached_property
    def small(self):
        return self.workspace("small", self.count)

    @functools.cached_property
    def large(self):
        return self.workspace("large", max(1, self.count * 3 // 100))

    @functools.cached_property
    def one(self):
        """A folder with one spec of about 5 KB, `one.md`."""
        path = os.path.join(self.folder, "one")
        os.makedirs(path, exist_ok=True)
        nearest = min(self.specs(self.workspace("small", 100)),
                      key=lambda spec: abs(os.path.getsize(spec) - 5 << 10))
        shutil.copy(nearest, os.path.join(path, "one.md"))
        return path

    def document(self, size):
        """One document of so many bytes, made of generated specs one after the other."""
        path = os.path.join(self.folder, f"document-{size}.md")
        specs = self.specs(self.workspace("small", 2_000))
        if not os.path.exists(path) or os.path.getsize(path) != size:
            with open(path, "wb") as output:
                while output.tell() < size:
                    for spec in specs:
                        with open(spec, "rb") as file:
                            output.write(file.read().removeprefix(b"\xef\xbb\xbf") + b"\n\n")
                        if output.tell() >= size:
                            break
                output.truncate(size)
        return path

    @staticmethod
    def specs(workspace):
        folder = os.path.join(workspace, "specs")
        return sorted(os.path.join(folder, name) for name in os.listdir(folder))
