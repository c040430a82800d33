// What a text has to have for a rule to be called at all: most texts have nothing that most rules look at, and
// to call them, for that to be seen in Lua, would cost more than all else.

#include "filters.h"
#include "pattern.h"
#include "phrases.h"

#include <string.h>

enum { LONGEST_NEED = 15 };

/// A pattern, and bytes that stand together in whatever it matches: most texts do not have them.
typedef struct wanted {
    const pattern *program;
    char needed[LONGEST_NEED];
    uint8_t count;
    /// Which of them is the rarest in running text.
    uint8_t rarest;
} wanted;

struct filter {
    int count;
    const phrases *phrases;
    wanted patterns[];
};

/// The longest run of bytes without a quantifier. Patterns have no alternatives, so that all of it is
/// matched or nothing is.
static void note_needed(wanted *of) {
    uint8_t run = 0;
    for (const pattern_item *item = of->program->items; item->type != ITEM_END; item += 1) {
        bool goes_on = item->type == ITEM_BYTE && !item->quantifier && run < LONGEST_NEED;
        run = goes_on ? run + 1 : 0;
        if (run <= of->count) continue;
        of->count = run;
        for (uint8_t i = 0; i < run; i += 1) of->needed[i] = (char)item[i + 1 - run].first;
    }
    static const char by_frequency[] = " etaoinsrhldcumfpgwybvkxjqz";
    size_t best = 0;
    for (uint8_t i = 0; i < of->count; i += 1) {
        const char *known = strchr(by_frequency, of->needed[i]);
        size_t rank = known ? (size_t)(known - by_frequency) + 1 : sizeof by_frequency;
        if (rank <= best) continue;
        best = rank;
        of->rarest = i;
    }
}

/// Where the bytes stand first that a pattern needs; NULL where they do not.
static const char *find_needed(const wanted *which, const char *text, size_t length) {
    if (length < which->count) return NULL;
    const char *end = text + (length - which->count) + 1;
    for (const char *at = text; at < end; at += 1) {
        const char *found =
            memchr(at + which->rarest, which->needed[which->rarest], (size_t)(end - at));
        if (!found) return NULL;
        at = found - which->rarest;
        if (memcmp(at, which->needed, which->count) == 0) return at;
    }
    return NULL;
}

static bool matches(lua_State *L, const wanted *which, const char *text, size_t length) {
    meter_charge_bytes(L, length);
    if (which->count > 0 && !find_needed(which, text, length)) return false;
    matcher m;
    bool found = false;
    matcher_start(&m, L, which->program, text, length);
    for (const char *at = text; at <= m.end && !found; at += 1) {
        if (!m.program->anchored) at = matcher_skip(&m, at);
        found = matcher_match(&m, at) != NULL;
        if (m.program->anchored) break;
    }
    matcher_stop(&m);
    return found;
}

bool filters_pass(lua_State *L, const filter *filter, const char *text, size_t length) {
    size_t from, to;
    if (filter->phrases
        && phrases_find(L, filter->phrases, text, length, true, &from, &to) > 0) return true;
    for (int i = 0; i < filter->count; i += 1)
        if (matches(L, &filter->patterns[i], text, length)) return true;
    return false;
}

size_t filters_skip(lua_State *L, const filter *filter, const char *bytes, size_t from, size_t to) {
    if (filter->phrases) return from;
    size_t first = to;
    for (int i = 0; i < filter->count; i += 1) {
        const wanted *which = &filter->patterns[i];
        if (which->count == 0) return from;
        const char *found = find_needed(which, bytes + from, first - from);
        if (found) first = (size_t)(found - bytes) + which->count - 1;
    }
    meter_charge_bytes(L, (first - from) * (size_t)filter->count);
    return first;
}

/// What is wrong with a pattern, wherever a match would come to it; NULL where nothing is.
static const char *mistake(const pattern *program) {
    for (const pattern_item *item = program->items; item->type != ITEM_END; item += 1)
        if (item->type == ITEM_ERROR) return pattern_mistake(item);
    return NULL;
}

static void check_strings(lua_State *L, int list, lua_Integer count) {
    for (lua_Integer i = 1; i <= count; i += 1) {
        if (lua_rawgeti(L, list, i) != LUA_TSTRING)
            luaL_error(L, "found %s, expected a string", luaL_typename(L, -1));
        lua_pop(L, 1);
    }
}

/// `filter(patterns, phrases)`: for `each`; lists of strings, or nil. Nothing where both are.
int filters_make(lua_State *L) {
    lua_settop(L, 2);
    bool has_patterns = lua_istable(L, 1), has_phrases = lua_istable(L, 2);
    if (!has_patterns && !has_phrases) return 0;
    lua_Integer count = has_patterns ? (lua_Integer)lua_rawlen(L, 1) : 0;
    check_strings(L, 1, count);
    if (has_phrases) check_strings(L, 2, (lua_Integer)lua_rawlen(L, 2));
    filter *made = lua_newuserdatauv(
        L, sizeof(filter) + (size_t)count * sizeof(wanted), (int)count + 1);
    *made = (filter){0};
    for (lua_Integer i = 1; i <= count; i += 1) {
        lua_rawgeti(L, 1, i);
        wanted *into = &made->patterns[i - 1];
        *into = (wanted){.program = pattern_push(L, 4, true)};
        const char *wrong = mistake(into->program);
        if (wrong) return luaL_error(L, wrong, lua_tostring(L, 4));
        note_needed(into);
        lua_setiuservalue(L, 3, (int)i);
        lua_settop(L, 3);
        made->count = (int)i;
    }
    if (has_phrases) {
        made->phrases = phrases_push(L, 2);
        lua_setiuservalue(L, 3, (int)count + 1);
    }
    return 1;
}
