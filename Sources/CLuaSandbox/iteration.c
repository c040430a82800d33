// `pairs` and `next` in an order that depends on the keys alone: numbers, then strings by their
// bytes, then false and true. Lua's own order changes with addresses and with the clock.

#include "state.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/// Registry key of the walk that `next` is on: { table, keys or their number, position }.
static const char WALK;

typedef struct key {
    // In the order of iteration; the first two are ordered together.
    enum { KEY_INTEGER, KEY_FLOAT, KEY_STRING, KEY_BOOLEAN, KEY_HIDDEN } type;
    union {
        lua_Integer integer;
        lua_Number number;
        bool boolean;
        struct {
            const char *text;
            size_t length;
        };
    };
    lua_Integer ordinal;
} key;

/// Reads a key from the stack; raises where it has no place in any order.
static key key_at(lua_State *L, int index) {
    key read = {.type = KEY_HIDDEN};
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            read.type = KEY_INTEGER;
            read.integer = lua_tointeger(L, index);
        } else {
            read.type = KEY_FLOAT;
            read.number = lua_tonumber(L, index);
        }
        break;
    case LUA_TSTRING:
        read.type = KEY_STRING;
        read.text = lua_tolstring(L, index, &read.length);
        break;
    case LUA_TBOOLEAN:
        read.type = KEY_BOOLEAN;
        read.boolean = lua_toboolean(L, index);
        break;
    case LUA_TLIGHTUSERDATA:
        break;
    default:
        failure_raise(L, SANDBOX_RUNTIME,
            "cannot go through a table with a %s as key, which has no stable order: keep such"
            " keys in a list", luaL_typename(L, index));
    }
    return read;
}

static int compare_integer_float(lua_Integer integer, lua_Number number) {
    if (number >= 0x1p63) return -1;
    if (number < -0x1p63) return 1;
    // A float key has no integer value, so that the two are never equal.
    return integer <= (lua_Integer)floor(number) ? -1 : 1;
}

static int compare(const void *left, const void *right) {
    const key *a = left, *b = right;
    bool numbers = a->type <= KEY_FLOAT && b->type <= KEY_FLOAT;
    if (a->type != b->type && !numbers) return (int)a->type - (int)b->type;
    switch (a->type) {
    case KEY_INTEGER:
        if (b->type == KEY_FLOAT) return compare_integer_float(a->integer, b->number);
        return a->integer < b->integer ? -1 : a->integer > b->integer;
    case KEY_FLOAT:
        if (b->type == KEY_INTEGER) return -compare_integer_float(b->integer, a->number);
        return a->number < b->number ? -1 : a->number > b->number;
    case KEY_STRING: {
        size_t shared = a->length < b->length ? a->length : b->length;
        int order = memcmp(a->text, b->text, shared);
        if (order != 0) return order;
        return a->length < b->length ? -1 : a->length > b->length;
    }
    case KEY_BOOLEAN: return (int)a->boolean - (int)b->boolean;
    case KEY_HIDDEN: break;
    }
    return 0;
}

lua_Integer iteration_keys(lua_State *L, int table) {
    luaL_checkstack(L, 8, NULL);
    lua_Integer count = 0, lowest = LUA_MAXINTEGER, highest = LUA_MININTEGER;
    bool integers = true;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        key k = key_at(L, -1);
        if (k.type == KEY_HIDDEN) continue;
        count += 1;
        if (k.type == KEY_INTEGER) {
            if (k.integer < lowest) lowest = k.integer;
            if (k.integer > highest) highest = k.integer;
        } else {
            integers = false;
        }
    }
    meter_charge(L, (size_t)count * 4);
    graves_charge(L, table, (size_t)count);
    if (integers && (count == 0 || (lowest == 1 && highest == count))) {
        lua_pushnil(L);
        return count;
    }
    size_t levels = 1;
    for (lua_Integer n = count; n > 1; n /= 2) levels += 1;
    meter_charge(L, (size_t)count * levels * 4);
    memory_expect(L, (size_t)count * sizeof(key));
    key *keys = lua_newuserdatauv(L, (size_t)count * sizeof(key), 0);
    lua_createtable(L, (int)count, 0);
    int unsorted = lua_gettop(L);
    lua_Integer found = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        key k = key_at(L, -1);
        if (k.type == KEY_HIDDEN) continue;
        k.ordinal = found + 1;
        keys[found++] = k;
        lua_pushvalue(L, -1);
        lua_rawseti(L, unsorted, found);
    }
    qsort(keys, (size_t)count, sizeof *keys, compare);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 0; i < count; i += 1) {
        lua_rawgeti(L, unsorted, keys[i].ordinal);
        lua_rawseti(L, -2, i + 1);
    }
    lua_replace(L, unsorted - 1);
    lua_settop(L, unsorted - 1);
    return count;
}

/// Upvalue: the number of elements when the walk began.
static int step_list(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(1));
    for (lua_Integer i = luaL_optinteger(L, 2, 0) + 1; i <= count; i += 1) {
        lua_pushinteger(L, i);
        if (lua_rawgeti(L, 1, i) != LUA_TNIL) return 2;
        lua_pop(L, 2);
        meter_charge(L, 1);
    }
    lua_pushnil(L);
    return 1;
}

/// Upvalues: the keys when the walk began, their number, the position.
static int step_keys(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(2));
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(3)) + 1;
    for (; i <= count; i += 1) {
        lua_rawgeti(L, lua_upvalueindex(1), i);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) {
            lua_pushinteger(L, i);
            lua_replace(L, lua_upvalueindex(3));
            return 2;
        }
        lua_pop(L, 2);
        meter_charge(L, 1);
    }
    lua_pushnil(L);
    return 1;
}

static int iteration_pairs(lua_State *L) {
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    if (lua_istable(L, 1) && lazy_is_host(L, 1)) {
        lazy_fill(L, 1);
    } else if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_insert(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer count = iteration_keys(L, 1);
    if (lua_isnil(L, 2)) {
        lua_pushinteger(L, count);
        lua_pushcclosure(L, step_list, 1);
    } else {
        lua_pushinteger(L, count);
        lua_pushinteger(L, 0);
        lua_pushcclosure(L, step_keys, 3);
    }
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

/// The least key, without a list of all: `next(t) == nil` asks whether a table is empty.
static int first(lua_State *L) {
    key least = {.type = KEY_HIDDEN};
    size_t seen = 0;
    lua_settop(L, 1);
    lua_pushnil(L);
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        seen += 1;
        key k = key_at(L, -1);
        if (k.type == KEY_HIDDEN || (least.type != KEY_HIDDEN && compare(&least, &k) < 0))
            continue;
        least = k;
        lua_pushvalue(L, -1);
        lua_replace(L, 2);
    }
    meter_charge(L, seen * 8);
    graves_charge(L, 1, seen);
    if (least.type == KEY_HIDDEN) return 1;
    lua_pushvalue(L, 2);
    lua_rawget(L, 1);
    return 2;
}

/// The place of the key at 2 among the keys at `keys`, or of the last one before it.
static lua_Integer find(lua_State *L, int keys, lua_Integer hint) {
    lua_rawgeti(L, keys, hint);
    bool there = lua_rawequal(L, -1, 2);
    lua_pop(L, 1);
    if (there) return hint;
    key wanted = key_at(L, 2);
    lua_Integer low = 0, high = (lua_Integer)lua_rawlen(L, keys);
    while (low < high) {
        lua_Integer middle = low + (high - low + 1) / 2;
        lua_rawgeti(L, keys, middle);
        key k = key_at(L, -1);
        lua_pop(L, 1);
        if (compare(&k, &wanted) <= 0) low = middle;
        else high = middle - 1;
    }
    return low;
}

void iteration_forget(lua_State *L) {
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &WALK);
}

static int iteration_next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lazy_fill(L, 1);
    if (lua_isnil(L, 2)) return first(L);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &WALK) != LUA_TTABLE
        || (lua_rawgeti(L, 3, 1), !lua_rawequal(L, -1, 1))) {
        lua_settop(L, 2);
        lua_createtable(L, 3, 0);
        lua_pushvalue(L, 1);
        lua_rawseti(L, 3, 1);
        lua_Integer count = iteration_keys(L, 1);
        if (lua_isnil(L, -1)) lua_pushinteger(L, count);
        lua_rawseti(L, 3, 2);
        lua_pushinteger(L, 1);
        lua_rawseti(L, 3, 3);
        lua_pushvalue(L, 3);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &WALK);
    }
    lua_settop(L, 3);
    if (lua_rawgeti(L, 3, 2) == LUA_TNUMBER) {
        lua_Integer count = lua_tointeger(L, 4);
        if (!lua_isinteger(L, 2)) return luaL_error(L, "invalid key to 'next'");
        lua_pushinteger(L, count);
        lua_pushcclosure(L, step_list, 1);
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, LUA_MULTRET);
        return lua_gettop(L) - 4;
    }
    lua_rawgeti(L, 3, 3);
    lua_Integer position = find(L, 4, lua_tointeger(L, -1)) + 1;
    lua_settop(L, 4);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 4);
    for (; position <= count; position += 1) {
        lua_rawgeti(L, 4, position);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) {
            lua_pushinteger(L, position);
            lua_rawseti(L, 3, 3);
            return 2;
        }
        lua_settop(L, 4);
        meter_charge(L, 1);
    }
    lua_pushnil(L);
    return 1;
}

void iteration_open(lua_State *L) {
    library_set(L, NULL, "pairs", iteration_pairs);
    library_set(L, NULL, "next", iteration_next);
}
