#!/usr/bin/env python3
"""Runs a command at a terminal of its own and types a text as soon as `Password: ` is shown.

    terminal.py TEXT COMMAND…

Prints how the command ended. A backslash and a letter in the text are one key: `\\x03` interrupts.
"""
import os, pty, sys

text, command = sys.argv[1].encode().decode("unicode_escape").encode(), sys.argv[2:]
child, terminal = pty.fork()
if child == 0: os.execvp(command[0], command)
shown, typed = b"", False
while True:
    try: part = os.read(terminal, 1000)
    except OSError: break
    if not part: break
    shown += part
    if not typed and b"Password: " in shown:
        os.write(terminal, text)
        typed = True
status = os.waitpid(child, 0)[1]
print("asked" if typed else "not asked", os.waitstatus_to_exitcode(status))
