// table.sort as a merge sort. Stock Lua's takes its pivots from the clock, so that elements that
// are equal come out in another order each time, and its time can be quadratic. This one is
// stable and takes n log n comparisons at most; the list changes only when all is compared.

#include "state.h"

#include <limits.h>
#include <string.h>

void sort_open(lua_State *L);

/// As `<` does in the C locale, which compares from zero byte to zero byte, and far more slowly.
static bool is_text_before(lua_State *L, int a, int b) {
    size_t left, right;
    const char *first = lua_tolstring(L, a, &left), *second = lua_tolstring(L, b, &right);
    size_t shared = left < right ? left : right;
    meter_charge_bytes(L, shared);
    int order = memcmp(first, second, shared);
    return order < 0 || (order == 0 && left < right);
}

/// Whether the value at `a` comes before that at `b`; the comparison stands at 2, or nil.
static bool is_before(lua_State *L, int a, int b) {
    if (lua_isnil(L, 2)) {
        if (lua_type(L, a) == LUA_TSTRING && lua_type(L, b) == LUA_TSTRING)
            return is_text_before(L, a, b);
        return lua_compare(L, a, b, LUA_OPLT);
    }
    lua_pushvalue(L, 2);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

/// Merges from[start..<middle] and from[middle..<end], 1-based, into `into`.
static void merge(
    lua_State *L, int from, int into, lua_Integer start, lua_Integer middle, lua_Integer end
) {
    lua_Integer left = start, right = middle, at = start;
    lua_rawgeti(L, from, left);
    int a = lua_gettop(L), b = a + 1;
    if (right < end) lua_rawgeti(L, from, right);
    else lua_pushnil(L);
    while (left < middle && right < end) {
        // Equal ones keep their order: the right one goes first only if it comes before.
        if (is_before(L, b, a)) {
            lua_rawseti(L, into, at++);
            right += 1;
            if (right < end) lua_rawgeti(L, from, right);
            else lua_pushnil(L);
        } else {
            lua_pushvalue(L, a);
            lua_rawseti(L, into, at++);
            left += 1;
            if (left < middle) {
                lua_rawgeti(L, from, left);
                lua_replace(L, a);
            }
        }
    }
    lua_settop(L, a - 1);
    for (; left < middle; left += 1) {
        lua_rawgeti(L, from, left);
        lua_rawseti(L, into, at++);
    }
    for (; right < end; right += 1) {
        lua_rawgeti(L, from, right);
        lua_rawseti(L, into, at++);
    }
}

static int table_sort(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lazy_fill(L, 1);
    lua_Integer count = luaL_len(L, 1);
    if (count < 2) return 0;
    luaL_argcheck(L, count < INT_MAX, 1, "array too big");
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    meter_charge(L, (size_t)count);
    memory_expect(L, (size_t)count * 16);
    int from = 3, into = 4;
    lua_createtable(L, (int)count, 0);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 1; i <= count; i += 1) {
        lua_geti(L, 1, i);
        lua_rawseti(L, from, i);
    }
    for (lua_Integer width = 1; width < count; width *= 2) {
        meter_charge(L, (size_t)count);
        for (lua_Integer start = 1; start <= count; start += 2 * width) {
            lua_Integer middle = start + width, end = start + 2 * width;
            if (middle > count + 1) middle = count + 1;
            if (end > count + 1) end = count + 1;
            merge(L, from, into, start, middle, end);
        }
        int other = from;
        from = into;
        into = other;
    }
    for (lua_Integer i = 1; i <= count; i += 1) {
        lua_rawgeti(L, from, i);
        lua_seti(L, 1, i);
    }
    return 0;
}

void sort_open(lua_State *L) {
    library_set(L, "table", "sort", table_sort);
}
