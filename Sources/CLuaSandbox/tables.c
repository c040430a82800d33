// The table functions, paid for by the elements they touch before they touch them: a length may
// come from `__len`, and a range from nowhere.

#include "state.h"

#include <limits.h>

/// The length of the list at 1.
static lua_Integer length_of_list(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lazy_fill(L, 1);
    return luaL_len(L, 1);
}

static int table_insert(lua_State *L) {
    lua_Integer end = (lua_Integer)((lua_Unsigned)length_of_list(L) + 1);
    lua_Integer position;
    switch (lua_gettop(L)) {
    case 2: position = end; break;
    case 3:
        position = luaL_checkinteger(L, 2);
        luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2,
            "position out of bounds");
        meter_charge(L, (size_t)(end - position));
        for (lua_Integer i = end; i > position; i -= 1) {
            lua_geti(L, 1, i - 1);
            lua_seti(L, 1, i);
        }
        break;
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    lua_seti(L, 1, position);
    return 0;
}

static int table_remove(lua_State *L) {
    lua_Integer size = length_of_list(L);
    lua_Integer position = luaL_optinteger(L, 2, size);
    if (position != size)
        // Argument 1, says Lua 5.4.4.
        luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)size, 1,
            "position out of bounds");
    lua_geti(L, 1, position);
    if (position < size) meter_charge(L, (size_t)(size - position));
    for (; position < size; position += 1) {
        lua_geti(L, 1, position + 1);
        lua_seti(L, 1, position);
    }
    lua_pushnil(L);
    lua_seti(L, 1, position);
    return 1;
}

static int table_move(lua_State *L) {
    lua_Integer from = luaL_checkinteger(L, 2);
    lua_Integer end = luaL_checkinteger(L, 3);
    lua_Integer to = luaL_checkinteger(L, 4);
    int target = lua_isnoneornil(L, 5) ? 1 : 5;
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, target, LUA_TTABLE);
    lazy_fill(L, 1);
    lazy_fill(L, target);
    if (end >= from) {
        luaL_argcheck(L, from > 0 || end < LUA_MAXINTEGER + from, 3,
            "too many elements to move");
        lua_Integer count = end - from + 1;
        luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
        meter_charge(L, (size_t)count);
        bool upward = to > end || to <= from
            || (target != 1 && !lua_compare(L, 1, target, LUA_OPEQ));
        for (lua_Integer i = 0; i < count; i += 1) {
            lua_Integer at = upward ? i : count - 1 - i;
            lua_geti(L, 1, from + at);
            lua_seti(L, target, to + at);
        }
    }
    lua_pushvalue(L, target);
    return 1;
}

static int table_unpack(lua_State *L) {
    if (lua_istable(L, 1)) lazy_fill(L, 1);
    lua_Integer from = luaL_optinteger(L, 2, 1);
    lua_Integer end = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
    if (from > end) return 0;
    lua_Unsigned count = (lua_Unsigned)end - (lua_Unsigned)from;
    if (count >= INT_MAX || !lua_checkstack(L, (int)(count + 1)))
        return luaL_error(L, "too many results to unpack");
    meter_charge(L, count);
    for (; from < end; from += 1) lua_geti(L, 1, from);
    lua_geti(L, 1, end);
    return (int)count + 1;
}

static int table_concat(lua_State *L) {
    lua_Integer size = length_of_list(L);
    size_t separator_length;
    const char *separator = luaL_optlstring(L, 2, "", &separator_length);
    lua_Integer from = luaL_optinteger(L, 3, 1);
    lua_Integer end = luaL_optinteger(L, 4, size);
    size_t total = 0;
    luaL_Buffer result;
    luaL_buffinit(L, &result);
    for (lua_Integer i = from; i <= end; i += 1) {
        lua_geti(L, 1, i);
        if (!lua_isstring(L, -1))
            return luaL_error(L, "invalid value (%s) at index %I in table for 'concat'",
                luaL_typename(L, -1), (LUAI_UACINT)i);
        size_t length = lua_rawlen(L, -1) + separator_length;
        total += length;
        memory_expect_within(L, total);
        meter_charge(L, (lua_type(L, -1) == LUA_TNUMBER ? 20 : 4) + length / 16);
        luaL_addvalue(&result);
        if (i == end) break;
        luaL_addlstring(&result, separator, separator_length);
    }
    luaL_pushresult(&result);
    return 1;
}

void sort_open(lua_State *L);

void tables_open(lua_State *L) {
    library_set(L, "table", "concat", table_concat);
    library_set(L, "table", "insert", table_insert);
    library_set(L, "table", "move", table_move);
    library_set(L, "table", "remove", table_remove);
    library_set(L, "table", "unpack", table_unpack);
    sort_open(L);
}
