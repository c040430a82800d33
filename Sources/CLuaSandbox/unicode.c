// utf8: Lua's own functions, paid for by the bytes they walk.

#include "state.h"

static int by_length(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING) meter_charge_bytes(L, lua_rawlen(L, 1) * 8);
    return library_stock(L);
}

static int by_count(lua_State *L) {
    meter_charge(L, (size_t)lua_gettop(L));
    return library_stock(L);
}

static int codepoint(lua_State *L) {
    int count = library_stock(L);
    meter_charge(L, (size_t)count);
    return count;
}

static int offset(lua_State *L) {
    lua_Integer characters = luaL_checkinteger(L, 2);
    size_t length = lua_type(L, 1) == LUA_TSTRING ? lua_rawlen(L, 1) : 0;
    size_t count = (size_t)(characters < 0 ? -(lua_Unsigned)characters : (lua_Unsigned)characters);
    meter_charge(L, (count < length ? count : length) + length / 256);
    lua_Integer start = luaL_optinteger(L, 3, characters > 0 ? 1 : (lua_Integer)length + 1);
    library_stock(L);
    // What is no character may have any number of bytes.
    lua_Integer end = lua_isnil(L, -1) ? 0 : lua_tointeger(L, -1);
    meter_charge_bytes(L, (size_t)(end > start ? end - start : start - end) * 2);
    return 1;
}

/// One step of `utf8.codes` walks over as many bytes as continue a character.
static int step(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer position = luaL_checkinteger(L, 2);
    size_t at = position < 0 ? 0 : (size_t)position, from = at;
    while (at < length && (text[at] & 0xC0) == 0x80) at += 1;
    meter_charge(L, at - from + 1);
    return library_stock(L);
}

static int codes(lua_State *L) {
    int count = library_stock(L);
    lua_pushvalue(L, -count);
    lua_pushcclosure(L, step, 1);
    lua_replace(L, -count - 1);
    return count;
}

void unicode_open(lua_State *L) {
    library_wrap(L, "utf8", "len", by_length);
    library_wrap(L, "utf8", "codepoint", codepoint);
    library_wrap(L, "utf8", "offset", offset);
    library_wrap(L, "utf8", "char", by_count);
    library_wrap(L, "utf8", "codes", codes);
}
