"""The memory of a command and of all its processes at once."""
import os
import subprocess
import time


def _resident(process):
    """Bytes of one process, what it shares divided among those that share it; 0 once it is gone."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:
            for line in file:
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _below(process):
    try:
        with open(f"/proc/{process}/task/{process}/children") as file:
            children = file.read().split()
    except OSError:
        return []
    return [each for child in children for each in [int(child), *_below(child)]]


def peak(command, folder):
    """The most that a command and its processes held at once, looked at every ten milliseconds."""
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        held = sum(_resident(each) for each in [process.pid, *_below(process.pid)])
        most = max(most, held)
        time.sleep(0.01)
    return most
