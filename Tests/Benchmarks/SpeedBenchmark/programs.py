"""The programs that are compared: ours, what is built for the comparison, and the peers."""
import functools
import os
import shutil
import subprocess

HELLO = '#include <stdio.h>\nint main(void) { puts("hello"); }\n'


def release(root):
    """Builds the executable as it is released; its path."""
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "perilune",
         "-Xswiftc", "-static-executable"], cwd=root, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(root, ".build", "release", "perilune")


class Programs:
    def __init__(self, perilune, folder, tools):
        self.folder = folder
        self.tools = tools
        self.baseline = os.path.join(tools, "baseline")
        self.perilune = os.path.join(folder, "perilune")
        subprocess.run(["strip", "-o", self.perilune, perilune], check=True)

    @functools.cached_property
    def parse_only(self):
        subprocess.run(["make", "-s", "-C", self.baseline, f"B={self.folder}"], check=True,
                       stdout=subprocess.DEVNULL)
        return os.path.join(self.folder, "parse-only")

    @functools.cached_property
    def hello(self):
        path = os.path.join(self.folder, "hello")
        subprocess.run(["cc", "-O2", "-static", "-x", "c", "-", "-o", path], check=True,
                       input=HELLO.encode())
        return path

    @functools.cached_property
    def check_options(self):
        return subprocess.run([self.perilune, "check", "--help"], check=True,
                              stdout=subprocess.PIPE).stdout.decode()

    def knows(self, option):
        """Does `perilune check` have an option?"""
        return option in self.check_options

    def check(self, *arguments, cached=False):
        """A check that says nothing but its findings, with no cache unless one is asked for."""
        uncached = ["--no-cache"] if not cached and self.knows("--no-cache") else []
        return [self.perilune, "check", "--quiet", "--fail-on", "never", *uncached, *arguments]

    def parse(self, *paths):
        return [self.parse_only, "parse", "1", *paths]

    def rumdl(self, *arguments):
        """nil where there is no rumdl. The corpora are below .build, which git ignores."""
        rumdl = shutil.which("rumdl")
        return rumdl and [rumdl, "check", "--no-config",
                          "--respect-gitignore=false", *arguments]

    def cmark_gfm(self, path):
        cmark = shutil.which("cmark-gfm")
        extensions = [word for name in ("table", "tasklist", "autolink", "strikethrough")
                      for word in ("-e", name)]
        return cmark and [cmark, *extensions, path]

    def pandoc(self, *arguments):
        pandoc = shutil.which("pandoc")
        return pandoc and [pandoc, "-f", "gfm", "-t", "json", *arguments]

    def filter(self, name):
        """A pandoc filter that writes a risk register."""
        return os.path.join(self.baseline, name)
