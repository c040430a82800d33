#!/usr/bin/env python3
"""Writes archives into the current folder: those that are taken, and those that are not. A row each."""
import gzip, io, struct, tarfile

PLUGIN = [("plugin.yml", b"name: rules\n"), ("init.lua", b"return {}\n"), ("rules/a.lua", b"-- a\n")]
LONG = "/".join(["a-folder-of-some-length"] * 8) + "/" + "n" * 40 + ".lua"


def entry(name, data=b"", **fields):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in fields.items(): setattr(info, key, value)
    return info, data


def tar(entries, format=tarfile.USTAR_FORMAT, pax=None):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format, pax_headers=pax or {}) as archive:
        for info, data in entries:
            archive.addfile(info, io.BytesIO(data) if info.isreg() or data else None)
    return out.getvalue()


def write(name, tar_bytes, compress=True):
    data = gzip.compress(tar_bytes, mtime=0) if compress else tar_bytes
    with open(name + ".tar.gz", "wb") as file: file.write(data)


def plugin(prefix=""): return [entry(prefix + name, data) for name, data in PLUGIN]


def raw(name, data=b"", type=b"0", size=None, sum=None, magic=b"ustar\x0000", prefix=b"", size_field=None):
    """A header by hand, and its bytes."""
    size = len(data) if size is None else size
    head = bytearray(512)
    head[0:len(name)] = name
    head[100:108] = b"0000644\0"
    head[124:136] = size_field or b"%011o\0" % size
    head[156:157] = type
    head[257:257 + len(magic)] = magic
    head[345:345 + len(prefix)] = prefix
    head[148:156] = b"        "
    head[148:156] = b"%06o\0 " % __builtins__.sum(head) if sum is None else sum
    return bytes(head) + data + b"\0" * (-len(data) % 512)


def record(key, value):
    """A pax record: its length counts itself."""
    rest = b" " + key + b"=" + value + b"\n"
    length = len(rest) + 1
    while len(b"%d" % length) + len(rest) != length: length += 1
    return b"%d" % length + rest


END = b"\0" * 1024
GOOD = raw(b"init.lua", b"return {}\n")

# What is taken.
write("taken-ustar", tar(plugin()))
write("taken-gnu", tar(plugin(), tarfile.GNU_FORMAT))
write("taken-pax", tar(plugin(), tarfile.PAX_FORMAT, {"comment": "0" * 40}))
write("taken-dot-slash", tar([entry("./", type=tarfile.DIRTYPE)] + plugin("./")))
write("taken-in-a-folder", tar([entry("rules-1.0.0", type=tarfile.DIRTYPE)] + plugin("rules-1.0.0/")))
write("taken-executable", tar([entry(n, d, mode=0o755, mtime=7, uname="x") for n, d in PLUGIN]))
write("taken-two-members", b"", compress=False)
with open("taken-two-members.tar.gz", "wb") as file:
    whole = tar(plugin())
    file.write(gzip.compress(whole[:700]) + gzip.compress(whole[700:]) + b"\0" * 512)
write("taken-long-gnu", tar([entry(LONG, b"x")] + plugin(), tarfile.GNU_FORMAT))
write("taken-long-pax", tar([entry(LONG, b"x")] + plugin(), tarfile.PAX_FORMAT))
write("taken-long-ustar", tar([entry(LONG, b"x")] + plugin(), tarfile.USTAR_FORMAT))
write("taken-accents", tar([entry("ä ö.md", b"x")] + plugin(), tarfile.PAX_FORMAT))
write("taken-pax-size", raw(b"p", record(b"size", b"10"), b"x") + raw(b"init.lua", b"return {}\n", size=0) + END)

# What is no archive, or not all of one.
write("not-empty", b"")
write("not-gzip", b"PK\x03\x04", compress=False)
write("not-tar", b"hello " * 200)
write("not-whole-header", tar(plugin())[:300])
write("not-whole-file", GOOD[:600])
write("not-ended", GOOD)
data = gzip.compress(tar(plugin()), mtime=0)
with open("not-whole-gzip.tar.gz", "wb") as file: file.write(data[:-30])
with open("not-whole-trailer.tar.gz", "wb") as file: file.write(data[:-4])
with open("not-right-sum.tar.gz", "wb") as file: file.write(data[:-8] + b"\1\2\3\4" + data[-4:])
with open("not-right-byte.tar.gz", "wb") as file: file.write(data[:60] + bytes([data[60] ^ 0x55]) + data[61:])
with open("not-only-gzip.tar.gz", "wb") as file: file.write(data + b"more")
write("not-only-tar", GOOD + END + GOOD + END)
write("not-right-header", raw(b"init.lua", b"x", sum=b"000000\0 ") + END)
write("not-a-sum", raw(b"init.lua", b"x", sum=b"99999999") + END)
write("not-a-size", raw(b"init.lua", size_field=b"zzzzzzzzzzz\0") + END)
write("not-a-size-of-256", raw(b"init.lua", size_field=b"\x80" + b"\xff" * 11) + END)
write("not-so-large", raw(b"init.lua", size=0o77777777777) + END)
write("not-a-record", raw(b"p", b"999 path=x\n", b"x") + GOOD + END)
write("not-a-record-length", raw(b"p", b"-1 path=x\n", b"x") + GOOD + END)
write("not-a-record-end", raw(b"p", b"9 path=xy", b"x") + GOOD + END)
write("not-a-record-with-nul", raw(b"p", record(b"path", b"a\0.lua"), b"x") + GOOD + END)
write("not-for-all", raw(b"g", record(b"path", b"a.lua"), b"g") + GOOD + END)
write("not-so-long", raw(b"L", b"a" * 70000, b"L") + GOOD + END)
write("not-a-word", END)

# What a package does not hold.
write("no-symbolic-link", tar(plugin() + [entry("a.lua", type=tarfile.SYMTYPE, linkname="/etc/passwd")]))
write("no-hard-link", tar(plugin() + [entry("a.lua", type=tarfile.LNKTYPE, linkname="init.lua")]))
write("no-device", tar(plugin() + [entry("a.lua", type=tarfile.CHRTYPE)]))
write("no-block-device", tar(plugin() + [entry("a.lua", type=tarfile.BLKTYPE)]))
write("no-pipe", tar(plugin() + [entry("a.lua", type=tarfile.FIFOTYPE)]))
write("no-other-kind", raw(b"a.lua", b"", b"V") + GOOD + END)
write("no-sparse-gnu", raw(b"a.lua", b"", b"S", magic=b"ustar  \0") + GOOD + END)
write("no-sparse-pax", raw(b"p", record(b"GNU.sparse.major", b"1"), b"x") + GOOD + END)
write("no-parent", raw(b"../a.lua", b"x") + GOOD + END)
write("no-parent-of-all", raw(b"../a.lua", b"x") + raw(b"../b.lua", b"x") + END)
write("no-parent-in-pax", raw(b"p", record(b"path", b"a/../../b.lua"), b"x") + GOOD + END)
write("no-parent-in-prefix", raw(b"a.lua", b"x", prefix=b"..") + GOOD + END)
write("no-absolute-path", raw(b"/etc/a.lua", b"x") + GOOD + END)
write("no-empty-part", raw(b"a//b.lua", b"x") + GOOD + END)
write("no-name", raw(b"", b"x") + raw(b"", b"x", type=b"2") + GOOD + END)
write("no-other-encoding", raw(b"\xff.lua", b"x") + GOOD + END)
write("no-git-folder", raw(b".GIT/hooks/a.lua", b"x") + GOOD + END)
write("no-clash", raw(b"Init.lua", b"x") + GOOD + END)
write("no-file-twice", GOOD + GOOD + END)
write("no-file-and-folder", GOOD + raw(b"init.lua/x.md", b"x") + END)
write("no-other-file", tar(plugin() + [entry("run.sh", b"x")]))
write("no-device-name", tar(plugin() + [entry("NUL.lua", b"x")]))
write("no-depth", tar(plugin() + [entry("d/" * 40 + "a.lua", b"x")]))
write("no-many-files", tar([entry(f"f{i}.md") for i in range(2001)]))
write("no-large-file", tar([entry("a.lua", b" " * ((16 << 20) + 1))]))
write("no-bomb", tar([entry("a.lua", b" " * (65 << 20))]))
