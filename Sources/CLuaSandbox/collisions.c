// What it costs Lua to move a large table's keys into more room, foreseen. A key that is a number
// stands where its value says, so a plugin can choose numbers that spread in one table and all meet
// in the next larger one. Moving them takes quadratic time in one instruction: 20 seconds for 131,072.
//
// The allocator sees the new room asked for while the old one is still there. Strings and objects
// need no look: where they stand depends on a seed and on addresses, which no plugin knows.

#include "state.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/// A place of a table's hash part, as all of Lua 5.4 lays it out. Were it laid out otherwise, the
/// cost would be misjudged: nothing outside of the block is read.
typedef struct node {
    union {
        lua_Integer integer;
        lua_Number number;
    } value;
    uint8_t type;
    uint8_t key_type;
    int32_t next;
    union {
        lua_Integer integer;
        lua_Number number;
    } key;
} node;

enum {
    /// Places in the least room that is looked at; what moves into less takes a tenth of a second.
    LEAST = 1 << 14,
    /// Steps along a chain that one unit of fuel pays for.
    STEPS = 4,
    /// Of a value that is not there, and of keys: the types without their variants.
    TYPE = 0x0F,
    KEY_INTEGER = LUA_TNUMBER,
    KEY_FLOAT = LUA_TNUMBER | 1 << 4,
};

static size_t places_of(size_t size) {
    size_t count = size / sizeof(node);
    bool is_room = size % sizeof(node) == 0 && (count & (count - 1)) == 0;
    return is_room && count >= LEAST / 2 ? count : 0;
}

void collisions_remember(sandbox *box, const void *block, size_t size) {
    if (places_of(size) == 0 || box->room_count == ROOM_COUNT) return;
    box->rooms[box->room_count++] = (room){block, size};
}

void collisions_forget(sandbox *box, const void *block, size_t size) {
    if (places_of(size) == 0) return;
    for (int i = box->room_count - 1; i >= 0; i -= 1) {
        if (box->rooms[i].block != block) continue;
        box->rooms[i] = box->rooms[--box->room_count];
        return;
    }
}

/// The place of an integer among so many: `hashint` of ltable.c.
static size_t place_of_integer(lua_Integer key, size_t count) {
    return (lua_Unsigned)key % ((count - 1) | 1);
}

/// The place of a float: `l_hashfloat` of ltable.c.
static size_t place_of_float(lua_Number key, size_t count) {
    int exponent;
    lua_Number scaled = frexp(key, &exponent) * -(lua_Number)INT_MIN;
    if (!(scaled >= -0x1p63 && scaled < 0x1p63)) return 0;
    unsigned hash = (unsigned)exponent + (unsigned)(lua_Integer)floor(scaled);
    return (hash <= INT_MAX ? hash : ~hash) % ((count - 1) | 1);
}

/// Steps along chains when the keys of a room move into one of `count` places. What each key finds
/// in its place is added up as it comes.
static uint64_t steps_into(size_t count, const room *from, uint32_t *found) {
    uint64_t steps = 0;
    const node *nodes = from->block;
    memset(found, 0, count * sizeof *found);
    for (size_t i = 0; i < from->size / sizeof(node); i += 1) {
        const node *at = &nodes[i];
        if ((at->type & TYPE) == LUA_TNIL) continue;
        if (at->key_type == KEY_INTEGER)
            steps += found[place_of_integer(at->key.integer, count)]++;
        else if (at->key_type == KEY_FLOAT)
            steps += found[place_of_float(at->key.number, count)]++;
    }
    return steps;
}

int64_t collisions_cost(sandbox *box, size_t size) {
    size_t count = places_of(size);
    if (count < LEAST) return 0;
    uint32_t *found = NULL;
    uint64_t most = 0;
    for (int i = 0; i < box->room_count; i += 1) {
        // Keys that fill more than half of the new room come from one at least half as large.
        if (box->rooms[i].size < size / 2) continue;
        if (!found && !(found = malloc(count * sizeof *found))) return 0;
        uint64_t steps = steps_into(count, &box->rooms[i], found);
        if (steps > most) most = steps;
    }
    free(found);
    // Chance makes some meet: a quarter of a step for each place.
    return most > count ? (int64_t)(most / STEPS) : 0;
}
