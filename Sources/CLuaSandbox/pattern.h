#pragma once
// Lua patterns, compiled once and matched under the meter.

#include "state.h"

/// What one place of a pattern asks for.
typedef struct pattern_item {
    enum : uint8_t {
        // One byte of the subject; only these may have a quantifier.
        ITEM_BYTE, ITEM_ANY, ITEM_SET,
        ITEM_OPEN, ITEM_POSITION, ITEM_CLOSE, ITEM_BALANCE, ITEM_FRONTIER, ITEM_REFERENCE,
        ITEM_LAST, ITEM_END, ITEM_ERROR,
    } type;
    /// One of "?*+-", or 0.
    char quantifier;
    uint8_t first;
    uint8_t second;
    uint32_t set;
} pattern_item;

typedef struct pattern_set {
    uint64_t bits[4];
} pattern_set;

typedef struct pattern {
    bool anchored;
    const pattern_set *sets;
    pattern_item items[];
} pattern;

enum {
    CAPTURES = 32,
    CAPTURE_OPEN = -1,
    CAPTURE_POSITION = -2,
};

typedef struct matcher {
    lua_State *L;
    const pattern *program;
    const char *start;
    const char *end;
    /// Steps until the meter is asked again.
    int64_t steps;
    int depth;
    int level;
    struct {
        const char *start;
        ptrdiff_t length;
    } capture[CAPTURES];
} matcher;

static inline bool pattern_set_has(const pattern_set *set, uint8_t byte) {
    return set->bits[byte >> 6] >> (byte & 63) & 1;
}

void pattern_open(lua_State *L);
/// Pushes the program of the pattern at `index`. Mistakes in a pattern are items too: as in stock
/// Lua, they are errors when the match comes to them.
const pattern *pattern_push(lua_State *L, int index, bool may_be_anchored);

/// The same without pushing it, where it was asked for lately: for whom runs nothing of Lua's while it matches.
const pattern *pattern_get(lua_State *L, int index);

/// What is wrong with a pattern that has come to an item of the type ITEM_ERROR.
const char *pattern_mistake(const pattern_item *item);

void matcher_start(
    matcher *m, lua_State *L, const pattern *program, const char *text, size_t length);
/// Hands what was not used back to the meter; before anything else may run or raise.
void matcher_stop(matcher *m);
/// Goes on where `matcher_stop` was called.
void matcher_continue(matcher *m);
/// The end of a match that starts at `at`, or NULL.
const char *matcher_match(matcher *m, const char *at);
/// The first place from `at` on where a match may start.
const char *matcher_skip(matcher *m, const char *at);
