// Compiles patterns. The grammar is that of Lua 5.4's lstrlib.c, to the letter: what it takes for
// a quantifier, a range or the end of a set is what this file takes for it.

#include "pattern.h"

#include <string.h>

enum { CACHED_LENGTH = 256, CACHED_COUNT = 256 };

/// Registry keys: programs by pattern, and how many there are.
static const char PROGRAMS, COUNT;

typedef struct compiler {
    const char *text;
    size_t length;
    size_t at;
    pattern_item *items;
    pattern_set *sets;
    uint32_t item_count;
    uint32_t set_count;
} compiler;

static const char *const mistakes[] = {
    "malformed pattern (ends with '%%')",
    "malformed pattern (missing ']')",
    "malformed pattern (missing arguments to '%%b')",
    "missing '[' after '%%f' in pattern",
};

enum { ENDS_WITH_ESCAPE, MISSING_BRACKET, MISSING_ARGUMENTS, MISSING_FRONTIER };

const char *pattern_mistake(const pattern_item *item) {
    return mistakes[item->first];
}

static void set_add(pattern_set *set, uint8_t byte) {
    set->bits[byte >> 6] |= (uint64_t)1 << (byte & 63);
}

static void set_add_range(pattern_set *set, int from, int to) {
    for (int word = from >> 6; from <= to && word <= to >> 6; word += 1) {
        int low = word == from >> 6 ? from & 63 : 0, high = word == to >> 6 ? to & 63 : 63;
        set->bits[word] |= UINT64_MAX << low & UINT64_MAX >> (63 - high);
    }
}

/// The classes of the C locale, whatever the locale of the process; false where the letter names
/// none.
static bool set_add_class(pattern_set *into, char letter) {
    pattern_set set = {0};
    switch (letter | 0x20) {
    case 'a': set_add_range(&set, 'A', 'Z'); set_add_range(&set, 'a', 'z'); break;
    case 'c': set_add_range(&set, 0, 31); set_add(&set, 127); break;
    case 'd': set_add_range(&set, '0', '9'); break;
    case 'g': set_add_range(&set, 33, 126); break;
    case 'l': set_add_range(&set, 'a', 'z'); break;
    case 'p':
        set_add_range(&set, 33, 47); set_add_range(&set, 58, 64);
        set_add_range(&set, 91, 96); set_add_range(&set, 123, 126);
        break;
    case 's': set_add_range(&set, 9, 13); set_add(&set, ' '); break;
    case 'u': set_add_range(&set, 'A', 'Z'); break;
    case 'w':
        set_add_range(&set, '0', '9'); set_add_range(&set, 'A', 'Z');
        set_add_range(&set, 'a', 'z');
        break;
    case 'x':
        set_add_range(&set, '0', '9'); set_add_range(&set, 'A', 'F');
        set_add_range(&set, 'a', 'f');
        break;
    // Deprecated, and still there.
    case 'z': set_add(&set, 0); break;
    default: return false;
    }
    bool complement = letter >= 'A' && letter <= 'Z';
    for (int i = 0; i < 4; i += 1) into->bits[i] |= complement ? ~set.bits[i] : set.bits[i];
    return true;
}

static pattern_item *add(compiler *c, uint8_t type) {
    pattern_item *item = &c->items[c->item_count++];
    *item = (pattern_item){.type = type};
    return item;
}

static void add_mistake(compiler *c, uint8_t mistake) {
    add(c, ITEM_ERROR)->first = mistake;
    c->at = c->length;
}

/// Reads the set whose '[' stands at `at`, as `lstrlib.c` finds its end and its members.
static bool read_set(compiler *c, pattern_set *set) {
    size_t end = c->at + 1;
    if (end < c->length && c->text[end] == '^') end += 1;
    do {
        if (end == c->length) return false;
        if (c->text[end++] == '%' && end < c->length) end += 1;
    } while (end == c->length || c->text[end] != ']');
    size_t at = c->at + 1;
    bool complement = c->text[at] == '^';
    *set = (pattern_set){0};
    for (at += complement; at < end; at += 1) {
        char byte = c->text[at];
        if (byte == '%') {
            at += 1;
            if (!set_add_class(set, c->text[at])) set_add(set, (uint8_t)c->text[at]);
        } else if (c->text[at + 1] == '-' && at + 2 < end) {
            set_add_range(set, (uint8_t)byte, (uint8_t)c->text[at + 2]);
            at += 2;
        } else {
            set_add(set, (uint8_t)byte);
        }
    }
    if (complement) for (int i = 0; i < 4; i += 1) set->bits[i] = ~set->bits[i];
    c->at = end + 1;
    return true;
}

static void add_single(compiler *c) {
    char byte = c->text[c->at];
    pattern_item *item;
    if (byte == '[') {
        pattern_set *set = &c->sets[c->set_count];
        if (!read_set(c, set)) return add_mistake(c, MISSING_BRACKET);
        item = add(c, ITEM_SET);
        item->set = c->set_count++;
    } else if (byte == '%') {
        if (c->at + 1 == c->length) return add_mistake(c, ENDS_WITH_ESCAPE);
        char class = c->text[c->at + 1];
        pattern_set *set = &c->sets[c->set_count];
        *set = (pattern_set){0};
        if (set_add_class(set, class)) {
            item = add(c, ITEM_SET);
            item->set = c->set_count++;
        } else {
            item = add(c, ITEM_BYTE);
            item->first = (uint8_t)class;
        }
        c->at += 2;
    } else {
        item = add(c, byte == '.' ? ITEM_ANY : ITEM_BYTE);
        item->first = (uint8_t)byte;
        c->at += 1;
    }
    if (c->at < c->length && strchr("?*+-", c->text[c->at]) && c->text[c->at])
        item->quantifier = c->text[c->at++];
}

static void add_balance(compiler *c) {
    if (c->at + 3 >= c->length) return add_mistake(c, MISSING_ARGUMENTS);
    pattern_item *item = add(c, ITEM_BALANCE);
    item->first = (uint8_t)c->text[c->at + 2];
    item->second = (uint8_t)c->text[c->at + 3];
    c->at += 4;
}

static void add_frontier(compiler *c) {
    c->at += 2;
    if (c->at == c->length || c->text[c->at] != '[') return add_mistake(c, MISSING_FRONTIER);
    if (!read_set(c, &c->sets[c->set_count])) return add_mistake(c, MISSING_BRACKET);
    add(c, ITEM_FRONTIER)->set = c->set_count++;
}

static void add_next(compiler *c) {
    char byte = c->text[c->at];
    char next = c->at + 1 < c->length ? c->text[c->at + 1] : 0;
    if (byte == '(') {
        add(c, next == ')' ? ITEM_POSITION : ITEM_OPEN);
        c->at += next == ')' ? 2 : 1;
    } else if (byte == ')') {
        add(c, ITEM_CLOSE);
        c->at += 1;
    } else if (byte == '$' && c->at + 1 == c->length) {
        add(c, ITEM_LAST);
        c->at += 1;
    } else if (byte == '%' && next == 'b') {
        add_balance(c);
    } else if (byte == '%' && next == 'f') {
        add_frontier(c);
    } else if (byte == '%' && next >= '0' && next <= '9') {
        add(c, ITEM_REFERENCE)->first = (uint8_t)next;
        c->at += 2;
    } else {
        add_single(c);
    }
}

static const pattern *compile(lua_State *L, const char *text, size_t length, bool anchored) {
    size_t sets = 0;
    for (size_t i = 0; i < length; i += 1) sets += text[i] == '[' || text[i] == '%';
    meter_charge(L, length);
    size_t items_size = sizeof(pattern) + (length + 1) * sizeof(pattern_item);
    size_t size = items_size + (sets + 1) * sizeof(pattern_set);
    memory_expect(L, size);
    pattern *program = lua_newuserdatauv(L, size, 0);
    compiler c = {text, length, anchored, program->items, NULL, 0, 0};
    c.sets = (pattern_set *)((char *)program + items_size);
    program->anchored = anchored;
    program->sets = c.sets;
    while (c.at < c.length) add_next(&c);
    add(&c, ITEM_END);
    return program;
}

void pattern_open(lua_State *L) {
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &PROGRAMS);
    lua_pushinteger(L, 0);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &COUNT);
    pattern_forget(sandbox_of(L));
}

void pattern_forget(sandbox *box) {
    memset(box->known_patterns, 0, sizeof box->known_patterns);
}

const pattern *pattern_push(lua_State *L, int index, bool may_be_anchored) {
    size_t length;
    const char *text = lua_tolstring(L, index, &length);
    bool caret = length > 0 && text[0] == '^';
    if (length > CACHED_LENGTH || (caret && !may_be_anchored))
        return compile(L, text, length, caret && may_be_anchored);
    luaL_checkstack(L, 6, NULL);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &PROGRAMS);
    lua_pushvalue(L, index);
    if (lua_rawget(L, -2) == LUA_TUSERDATA) {
        lua_remove(L, -2);
        return lua_touserdata(L, -1);
    }
    lua_pop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &COUNT);
    lua_Integer count = lua_tointeger(L, -1) + 1;
    lua_pop(L, 1);
    if (count > CACHED_COUNT) {
        lua_pop(L, 1);
        pattern_open(L);
        lua_rawgetp(L, LUA_REGISTRYINDEX, &PROGRAMS);
        count = 1;
    }
    lua_pushinteger(L, count);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &COUNT);
    const pattern *program = compile(L, text, length, caret);
    lua_pushvalue(L, index);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
    lua_remove(L, -2);
    return program;
}

const pattern *pattern_get(lua_State *L, int index) {
    size_t length;
    const char *text = lua_tolstring(L, index, &length);
    if (length == 0 || length > KNOWN_LENGTH) return pattern_push(L, index, true);
    known_pattern *known =
        &sandbox_of(L)->known_patterns[((uintptr_t)text >> 4) % KNOWN_PATTERNS];
    if (known->length == length && memcmp(known->text, text, length) == 0) return known->program;
    const pattern *program = pattern_push(L, index, true);
    *known = (known_pattern){.length = (uint8_t)length, .program = program};
    memcpy(known->text, text, length);
    return program;
}
