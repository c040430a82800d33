// The allocator, and when to collect.
//
// Returning NULL at the limit, the obvious way, makes Lua collect in the middle of the failing
// instruction (which has memory errors in 5.4.4) and lets `pcall` try again for ever. So growth
// past the limit is granted from a reserve, the hook is armed, and garbage is collected between
// two instructions; only what is still too much then is an error, and a final one.

#include "state.h"

#include <stdlib.h>

enum {
    /// Bytes from which a string is paid for.
    PAID = 256,
    /// Bytes from which a block is a reason to look at the clock.
    LARGE = 64 * 1024,
    /// Bytes of a string whose comparison takes milliseconds.
    HUGE = 1 << 20,
};

/// The stack's last growth. Refusing it would turn "stack overflow", an ordinary error that names
/// its place, into a memory limit.
static bool is_largest_stack(size_t size) {
    const size_t slot = sizeof(void *) * 2;
    return size >= LUAI_MAXSTACK * slot && size < (LUAI_MAXSTACK + 300) * slot;
}

static bool refuses(sandbox *box, size_t old_size, size_t new_size) {
    if (box->closing) return false;
    box->allocations += 1;
    sandbox_limit reason = SANDBOX_NO_LIMIT;
    size_t hard = (size_t)box->limits.memory + (size_t)box->limits.reserve;
    if (box->allocations == box->limits.failing_allocation) reason = SANDBOX_MEMORY;
    else if (!box->exempt && new_size / 2 > (size_t)box->limits.block
             && !is_largest_stack(new_size)) reason = SANDBOX_BLOCK;
    else if (new_size - old_size > hard || box->used > hard - (new_size - old_size))
        reason = SANDBOX_MEMORY;
    if (reason == SANDBOX_NO_LIMIT) return false;
    meter_trip(box, box->running, reason);
    return true;
}

/// A loop of concatenations or rehashes spends its time in few instructions. The hook finds what is
/// below zero. When a table grows can depend on the hashes of its keys, which differ from run to
/// run, so that only strings are charged and the deadline looks after tables.
///
/// Comes before the block moves: it may be the stack that the failure's place is read from.
static void pay(sandbox *box, size_t size, bool is_string) {
    if (is_string) box->fuel -= (int64_t)(size / 16);
    if (size < LARGE) return;
    if (meter_deadline_passed(box)) meter_trip(box, box->running, SANDBOX_DEADLINE);
    if (is_string && size >= HUGE) meter_shorten(box);
}

static void remember_huge(sandbox *box, const void *string) {
    if (box->huge_count < HUGE_COUNT) box->huge[box->huge_count++] = string;
}

static void forget_huge(sandbox *box, const void *block) {
    for (int i = 0; i < box->huge_count; i += 1) {
        if (box->huge[i] != block) continue;
        box->huge[i] = box->huge[--box->huge_count];
        return;
    }
}

/// Whether there is not fuel enough for a table's keys to move into a block.
static bool refuses_to_move(sandbox *box, size_t size) {
    int64_t cost = collisions_cost(box, size);
    if (cost > 0 && cost > box->fuel) {
        meter_trip(box, box->running, SANDBOX_FUEL);
        return true;
    }
    box->fuel -= cost;
    return false;
}

void memory_rest(sandbox *box) {
    size_t limit = (size_t)box->limits.memory;
    if (box->arena) {
        box->threshold = limit;
        return;
    }
    size_t next = box->used + limit / 8;
    if (next < limit / 2) next = limit / 2;
    box->threshold = next < limit ? next : limit;
    box->pressed = false;
}

/// A small new block of a trial that is far from its limits, as nearly all are; NULL where this is none.
static void *quick_block(sandbox *box, size_t size) {
    if (!box->arena || size >= PAID || size > box->threshold || box->used > box->threshold - size
        || box->limits.failing_allocation != 0) return NULL;
    void *block = arena_allocate(box->arena, NULL, 0, size);
    if (!block) return NULL;
    box->allocations += 1;
    box->used += size;
    if (box->used > box->peak) box->peak = box->used;
    return block;
}

void *memory_allocate(void *context, void *block, size_t old_size, size_t new_size) {
    sandbox *box = context;
    if (!block && new_size > 0) {
        void *quick = quick_block(box, new_size);
        if (quick) return quick;
    }
    // Of a new block, `old_size` is a type, and 0 of one that is part of an object.
    bool is_string = !block && old_size == LUA_TSTRING;
    bool is_part = !block && old_size == 0;
    if (!block) old_size = 0;
    if (old_size >= LARGE) collisions_forget(box, block, old_size);
    if (old_size >= HUGE) forget_huge(box, block);
    if (new_size == 0) {
        if (!box->arena) free(block);
        box->used -= old_size;
        return NULL;
    }
    if (new_size > old_size && refuses(box, old_size, new_size)) return NULL;
    if (new_size >= PAID && new_size > old_size && box->running && !box->closing) {
        pay(box, new_size, is_string);
        if (is_part && new_size >= LARGE && refuses_to_move(box, new_size)) return NULL;
    }
    void *moved = box->arena ? arena_allocate(box->arena, block, old_size, new_size)
                             : realloc(block, new_size);
    if (!moved) {
        // Lua relies on shrinking.
        if (new_size <= old_size) return block;
        meter_trip(box, box->running, SANDBOX_MEMORY);
        return NULL;
    }
    box->used += new_size - old_size;
    if (is_string && new_size >= HUGE) remember_huge(box, moved);
    if (is_part && new_size >= LARGE) collisions_remember(box, moved, new_size);
    if (new_size <= old_size) return moved;
    if (box->used > box->peak) box->peak = box->used;
    if (box->used > box->threshold && !box->pressed) {
        box->pressed = true;
        meter_arm(box);
    }
    return moved;
}

void memory_collect_if_pressed(lua_State *L) {
    sandbox *box = sandbox_of(L);
    if (box->used <= box->threshold) {
        box->pressed = false;
        return;
    }
    if (box->arena) {
        meter_trip(box, L, SANDBOX_MEMORY);
        meter_raise(L);
    }
    lua_gc(L, LUA_GCCOLLECT);
    memory_rest(box);
    if (box->used > (size_t)box->limits.memory) {
        meter_trip(box, L, SANDBOX_MEMORY);
        meter_raise(L);
    }
    // A collection walks what is there: it is work done for the plugin.
    meter_charge(L, (size_t)box->limits.memory / 128);
}

void memory_borrow(lua_State *L, size_t size) {
    sandbox *box = sandbox_of(L);
    size_t hard = (size_t)box->limits.memory + (size_t)box->limits.reserve;
    if (size > hard || box->used > hard - size) {
        meter_trip(box, L, SANDBOX_MEMORY);
        meter_raise(L);
    }
    box->used += size;
    box->borrowed += size;
    if (box->used > box->peak) box->peak = box->used;
    if (box->used > box->threshold && !box->pressed) {
        box->pressed = true;
        meter_arm(box);
    }
}

void memory_return(sandbox *box) {
    box->used -= box->borrowed;
    box->borrowed = 0;
}

void memory_expect_within(lua_State *L, size_t size) {
    sandbox *box = sandbox_of(L);
    if (size <= (size_t)box->limits.block) return;
    meter_trip(box, L, SANDBOX_BLOCK);
    meter_raise(L);
}

void memory_expect(lua_State *L, size_t size) {
    sandbox *box = sandbox_of(L);
    memory_expect_within(L, size);
    if (size >= LARGE && box->used + size > box->threshold) memory_collect_if_pressed(L);
}
