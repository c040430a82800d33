// How long each of the things took that the host's Lua marked, by the number that a mark begins with. Goes to the
// host alone: no plugin has a clock.

#include "state.h"

#include <stdlib.h>
#include <string.h>

/// Numbers that are told apart; larger ones are none.
enum { MOST = 1 << 16 };

/// Makes room for a number; false where the system has no memory.
static bool has_room(times *of, uint32_t number) {
    if (number < of->room) return true;
    uint32_t room = number + 64;
    sandbox_time *all = realloc(of->all, room * sizeof *all);
    if (!all) return false;
    of->all = all;
    of->room = room;
    return true;
}

static void turn(times *of, uint32_t number) {
    uint64_t now = sandbox_clock();
    if (of->at < of->count) of->all[of->at].nanoseconds += now - of->since;
    of->since = now;
    of->at = number;
    if (number < of->count || !has_room(of, number)) return;
    memset(of->all + of->count, 0, (number + 1 - of->count) * sizeof *of->all);
    of->count = number + 1;
}

void times_begin(times *of) {
    of->count = 0;
    of->at = 0;
    turn(of, 0);
}

void times_mark(times *of, const mark_value *mark) {
    bool is_number = mark->type == MARK_INTEGER && mark->integer > 0 && mark->integer < MOST;
    turn(of, is_number ? (uint32_t)mark->integer : 0);
    if (of->at < of->count) of->all[of->at].runs += 1;
}

void times_end(times *of) { turn(of, 0); }

const sandbox_time *sandbox_last_times(const sandbox *box, size_t *count) {
    *count = box->times.count;
    return box->times.all;
}
