"""The cases by name. Each makes rows of the table; what a row holds to is what was promised."""
from . import small, special, start

ALL = {
    "one": start.one,
    "version": start.version,
    "ten": small.ten,
    "all": small.all_bundled,
    "wall": small.wall,
    "jobs": small.jobs,
    "cache": small.cache,
    "workers": small.workers,
    "memory": small.memory_of_many,
    "register": small.register,
    "large": special.large,
    "document": special.document,
    "limit": special.limit,
    "reads": special.reads,
    "prose": special.prose,
    "absent": special.absent,
    "pathological": special.pathological,
}
