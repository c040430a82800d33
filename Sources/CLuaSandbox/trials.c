// A trial runs without the meter: nothing counts instructions, nothing is collected. Whatever would
// be out of the ordinary under the meter ends it, and whoever asked runs the same once more, metered. So what is
// said of limits never comes from a trial, and costs nothing where none is hit.
//
// Only a loop that calls no function would never be seen. A timer of the process ticks while it
// computes; after some ticks it arms the hook, which is all that a signal may do to Lua, and from then on
// instructions are counted. After a tenth of its deadline a trial is over.

#define _DEFAULT_SOURCE  // setitimer
#include "state.h"

#include <errno.h>
#include <signal.h>
#include <sys/time.h>

enum {
    TICK_MICROSECONDS = 10000,
    /// What a trial has before its instructions are counted: less than a quarter of the least fuel on
    /// the fastest machine.
    TICKS = 3,
    /// Nanoseconds of the deadline for each of the ticks before a trial is over: a single instruction may take
    /// long, and few of them be counted.
    DEADLINE_OF_TICK = 100000000,
};

static bool are_allowed;
/// The trial that runs; the process has one thread that runs any.
static sandbox *volatile at_work;
static volatile sig_atomic_t ticks;
/// The tick at which it is over.
static volatile sig_atomic_t last_tick;

static void tick(int number) {
    (void)number;
    int before = errno;
    sandbox *box = at_work;
    if (box && --ticks <= 0) meter_interrupt(box, ticks <= last_tick);
    errno = before;
}

bool sandbox_allow_trials(void) {
    if (are_allowed) return true;
    struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART}, before;
    sigemptyset(&action.sa_mask);
    // Somebody else's signal stays somebody else's.
    if (sigaction(SIGVTALRM, NULL, &before) != 0 || before.sa_handler != SIG_DFL) return false;
    if (sigaction(SIGVTALRM, &action, NULL) != 0) return false;
    struct itimerval timer = {{0, TICK_MICROSECONDS}, {0, TICK_MICROSECONDS}};
    are_allowed = setitimer(ITIMER_VIRTUAL, &timer, NULL) == 0;
    return are_allowed;
}

bool sandbox_are_trials_allowed(void) { return are_allowed; }

void trials_begin(sandbox *box) {
    int64_t most = box->limits.deadline_nanoseconds / DEADLINE_OF_TICK;
    last_tick = -(sig_atomic_t)(most < INT32_MAX ? most : INT32_MAX);
    ticks = TICKS;
    at_work = box;
}

void trials_end(void) { at_work = NULL; }

void trials_shed(sandbox *box) {
    if (!box->arena || !arena_is_vast(box->arena)) return;
    meter_trip(box, box->main, SANDBOX_MEMORY);
    arena_shed(box->arena);
}

/// What beside Lua's own memory says how things were.
static void copy_meters(const sandbox *from, trial_image *into) {
    *into = (trial_image){
        from->used, from->room_count, from->huge_count, from->first_frame, from->frame_count};
}

bool sandbox_keep(sandbox *box) {
    if (!box->arena || box->tripped || !arena_keep(box->arena)) return false;
    copy_meters(box, &box->image);
    return true;
}

bool sandbox_rewind(sandbox *box) {
    if (!box->arena || !arena_rewind(box->arena)) return false;
    pattern_forget(box);
    box->used = box->image.used;
    box->room_count = box->image.room_count;
    box->huge_count = box->image.huge_count;
    box->first_frame = box->image.first_frame;
    box->frame_count = box->image.frame_count;
    return true;
}

bool sandbox_is_piled(const sandbox *box) { return box->arena && arena_is_piled(box->arena); }
