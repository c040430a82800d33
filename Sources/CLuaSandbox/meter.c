// Instructions, the clock behind them, and the trip.
//
// One counter serves all coroutines. The trip is sticky: the verdict is read from the state, never
// from the error value, so that a plugin can neither swallow nor forge one.

#define _DEFAULT_SOURCE  // clock_gettime
#include "state.h"

#include <time.h>

enum { SLICE = 100, SHORT_SLICE = 10 };

/// Instructions of a trial that are counted together, once they are.
enum { COUNTED = 1000 };

/// What a library function is charged for at once before it looks at the clock.
enum { LONG_WORK = 1 << 14 };

/// What a limit raises; plugins cannot make light userdata, and it would gain them nothing.
static const char sentinel;

static uint64_t nanoseconds(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) return 0;
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t sandbox_clock(void) { return nanoseconds(CLOCK_MONOTONIC); }

static void hook(lua_State *L, lua_Debug *frame) {
    (void)frame;
    sandbox *box = sandbox_of(L);
    if (box->tripped) {
        meter_arm(box);
        meter_raise(L);
    }
    if (box->arena) {
        box->counted += COUNTED;
        if (!box->is_late && box->counted < box->limits.fuel / 4) return;
        meter_trip(box, L, box->is_late ? SANDBOX_DEADLINE : SANDBOX_FUEL);
        meter_raise(L);
    }
    int counted = lua_gethookcount(L);
    // Armed early, the count before it is lost, and was a slice at most.
    box->fuel -= counted == 1 ? SLICE : counted;
    if (counted != box->slice) lua_sethook(L, hook, LUA_MASKCOUNT, box->slice);
    if (box->pressed) memory_collect_if_pressed(L);
    if (box->fuel < 0) {
        meter_trip(box, L, SANDBOX_FUEL);
        meter_raise(L);
    }
    meter_check_clock(box, L);
}

void meter_interrupt(sandbox *box, bool is_late) {
    box->is_late = is_late;
    if (is_late) lua_sethook(box->running, hook, LUA_MASKCOUNT, 1);
    else if (lua_gethookcount(box->running) != COUNTED)
        lua_sethook(box->running, hook, LUA_MASKCOUNT, COUNTED);
}

void meter_start(sandbox *box) {
    if (box->arena) {
        // For what is charged; a quarter is for what is counted, and one for what nobody counts.
        box->fuel = box->limits.fuel / 2;
        box->counted = 0;
        box->is_late = false;
        box->wall_checkpoint = UINT64_MAX;
        lua_sethook(box->main, NULL, 0, 0);
        return;
    }
    box->fuel = box->limits.fuel;
    box->slice = box->huge_count > 0 ? SHORT_SLICE : SLICE;
    uint64_t deadline = (uint64_t)box->limits.deadline_nanoseconds;
    box->wall_checkpoint = sandbox_clock() + deadline;
    box->processor_end = nanoseconds(CLOCK_THREAD_CPUTIME_ID) + deadline;
    // Also starts the count again, so that a call costs the same wherever it stands in a run.
    lua_sethook(box->main, hook, LUA_MASKCOUNT, box->slice);
}

void meter_arm(sandbox *box) {
    if (box->running && !box->closing) lua_sethook(box->running, hook, LUA_MASKCOUNT, 1);
}

void meter_shorten(sandbox *box) {
    if (box->arena || box->slice == SHORT_SLICE) return;
    box->slice = SHORT_SLICE;
    box->fuel -= SLICE;
    if (!box->pressed && !box->tripped)
        lua_sethook(box->running, hook, LUA_MASKCOUNT, SHORT_SLICE);
}

bool meter_deadline_passed(sandbox *box) {
    // Reading the processor's clock is a system call, reading the wall's is not; and no more
    // processor time than wall time can have passed.
    uint64_t now = sandbox_clock();
    if (now < box->wall_checkpoint) return false;
    uint64_t used = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
    if (used >= box->processor_end) return true;
    box->wall_checkpoint = now + (box->processor_end - used);
    return false;
}

void meter_check_clock(sandbox *box, lua_State *L) {
    if (!meter_deadline_passed(box)) return;
    meter_trip(box, L, SANDBOX_DEADLINE);
    meter_raise(L);
}

void meter_charge(lua_State *L, size_t amount) {
    sandbox *box = sandbox_of(L);
    if (box->fuel >= 0 && amount <= (size_t)box->fuel) {
        box->fuel -= (int64_t)amount;
        if (amount >= LONG_WORK) meter_check_clock(box, L);
        return;
    }
    box->fuel = -1;
    meter_trip(box, L, SANDBOX_FUEL);
    meter_raise(L);
}

void meter_charge_bytes(lua_State *L, size_t count) {
    if (count >= 16) meter_charge(L, count / 16);
}

void meter_trip(sandbox *box, lua_State *L, sandbox_limit limit) {
    if (!box->tripped) {
        box->tripped = limit;
        failure_describe_limit(box, L, limit);
    }
    meter_arm(box);
}

_Noreturn void meter_raise(lua_State *L) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)&sentinel);
    lua_error(L);
    __builtin_unreachable();
}

void meter_pass_on(lua_State *L) {
    sandbox *box = sandbox_of(L);
    if (box->tripped) meter_raise(L);
    box->described = false;
}

void meter_continue(lua_State *L, int64_t fuel) {
    sandbox *box = sandbox_of(L);
    box->fuel = fuel;
    if (box->pressed || box->tripped) meter_arm(box);
    else if (!box->arena) lua_sethook(L, hook, LUA_MASKCOUNT, box->slice);
}
