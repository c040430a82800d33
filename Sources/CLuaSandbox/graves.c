// What it costs Lua to go through a table that had more keys than it has: their places stay until it
// grows again, and each is stepped over, in one call and at nobody's cost.

#include "state.h"

/// The head of a table, as all of Lua 5.4 lays it out.
typedef struct head {
    const void *next;
    uint8_t type;
    uint8_t mark;
    uint8_t flags;
    /// The logarithm of the number of places for keys.
    uint8_t places;
    /// Of the list, or up to half of that.
    uint32_t length;
} head;

enum {
    /// Empty places for each key, and more besides, that any table may come to have.
    USUAL = 16,
    LEAST = 4096,
    /// Places that one unit of fuel pays for.
    STEPS = 4,
};

void graves_charge(lua_State *L, int table, size_t keys) {
    const head *at = lua_topointer(L, table);
    if (!at || at->places >= 32) return;
    size_t places = ((size_t)1 << at->places) + at->length;
    // How large a table is can depend on the hashes of its keys where many come and go. So what is
    // usual is free, lest the same work cost something else in the next run.
    if (places > USUAL * keys + LEAST) meter_charge(L, (places - keys) / STEPS);
}
