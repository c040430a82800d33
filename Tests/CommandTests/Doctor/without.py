"""Runs a program where the kernel refuses some system calls, as some containers do.

    without.py seccomp,landlock_create_ruleset perilune doctor
"""

import ctypes
import os
import struct
import sys

NUMBERS = {
    "x86_64": {"seccomp": 317, "landlock_create_ruleset": 444},
    "aarch64": {"seccomp": 277, "landlock_create_ruleset": 444},
}[os.uname().machine]
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
EPERM, ALLOW = 0x00050000 | 1, 0x7FFF0000

steps = [(LOAD, 0, 0, 0)]
for name in sys.argv[1].split(","):
    steps += [(EQUAL, 0, 1, NUMBERS[name]), (RETURN, 0, 0, EPERM)]
steps.append((RETURN, 0, 0, ALLOW))


class Program(ctypes.Structure):
    _fields_ = [("count", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


program = Program(len(steps), b"".join(struct.pack("=HBBI", *step) for step in steps))
prctl = ctypes.CDLL(None, use_errno=True).prctl
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
if prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or prctl(SECCOMP, FILTER, ctypes.byref(program), 0, 0):
    sys.exit(os.strerror(ctypes.get_errno()))
os.execvp(sys.argv[2], sys.argv[2:])
