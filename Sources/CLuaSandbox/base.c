// The basic functions. Protected calls pass limits on, and no text shows an address.

#include "state.h"

#include <string.h>

/// In fuel: calling in protection, an error that is caught, handling one, writing a number.
enum { CATCH = 5, CAUGHT = 50, HANDLER = 100, NUMBER = 10 };

/// Results of a protected call, after an error or a yield as well.
static int finish_call(lua_State *L, int status, lua_KContext extra) {
    if (status != LUA_OK && status != LUA_YIELD) {
        meter_pass_on(L);
        meter_charge(L, CAUGHT);
        lua_pushboolean(L, false);
        lua_pushvalue(L, -2);
        return 2;
    }
    if (sandbox_of(L)->tripped) meter_raise(L);
    return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    meter_charge(L, CATCH + (size_t)lua_gettop(L) / 4);
    lua_pushboolean(L, true);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_call);
    return finish_call(L, status, 0);
}

/// The plugin's message handler, which no limit reaches: the hook is off while one is raised.
static int filter(lua_State *L) {
    if (sandbox_of(L)->tripped) return 1;
    meter_charge(L, HANDLER);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
}

static int base_xpcall(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    meter_charge(L, CATCH + (size_t)count / 4);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, filter, 1);
    lua_replace(L, 2);
    lua_pushboolean(L, true);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);
    int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, finish_call);
    return finish_call(L, status, 2);
}

const char *base_tostring(lua_State *L, int index, size_t *length) {
    index = lua_absindex(L, index);
    if (luaL_callmeta(L, index, "__tostring")) {
        if (lua_type(L, -1) == LUA_TNUMBER) lua_tostring(L, -1);
        if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "'__tostring' must return a string");
        return lua_tolstring(L, -1, length);
    }
    switch (lua_type(L, index)) {
    case LUA_TNUMBER: meter_charge(L, NUMBER); [[fallthrough]];
    case LUA_TSTRING: case LUA_TBOOLEAN: case LUA_TNIL:
        return luaL_tolstring(L, index, length);
    default:
        if (luaL_getmetafield(L, index, "__name") != LUA_TSTRING)
            lua_pushstring(L, luaL_typename(L, index));
        return lua_tolstring(L, -1, length);
    }
}

static int to_string(lua_State *L) {
    luaL_checkany(L, 1);
    base_tostring(L, 1, NULL);
    return 1;
}

static int to_number(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING) meter_charge_bytes(L, lua_rawlen(L, 1) * 8);
    return library_stock(L);
}

/// For functions that give back, or look at, all of their arguments.
static int by_count(lua_State *L) {
    meter_charge(L, (size_t)lua_gettop(L) / 2);
    return library_stock(L);
}

static int raw_equal(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING && lua_type(L, 2) == LUA_TSTRING
        && lua_rawlen(L, 1) == lua_rawlen(L, 2)) meter_charge_bytes(L, lua_rawlen(L, 1));
    return library_stock(L);
}

static int raw_get(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checkany(L, 2);
    lua_settop(L, 2);
    lazy_fill(L, 1);
    lua_rawget(L, 1);
    return 1;
}

static int raw_set(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checkany(L, 3);
    lua_settop(L, 3);
    lazy_fill(L, 1);
    lua_rawset(L, 1);
    return 1;
}

static int raw_len(lua_State *L) {
    if (lua_istable(L, 1)) lazy_fill(L, 1);
    else if (lua_type(L, 1) != LUA_TSTRING) return luaL_typeerror(L, 1, "table or string");
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

static const char dropped[] = "... what follows was dropped: the log is full\n";

static void log_bytes(lua_State *L, const char *text, size_t length) {
    sandbox *box = sandbox_of(L);
    if (box->log_full) return;
    size_t room = (size_t)box->limits.log - box->log.count;
    if (length > room) {
        box->log_full = true;
        if (bytes_append(&box->log, text, room) && bytes_append(&box->log, "\n", 1))
            bytes_append(&box->log, dropped, sizeof dropped - 1);
        return;
    }
    if (!bytes_append(&box->log, text, length)) box->log_full = true;
}

static int print(lua_State *L) {
    int count = lua_gettop(L);
    for (int i = 1; i <= count; i += 1) {
        size_t length;
        const char *text = base_tostring(L, i, &length);
        meter_charge(L, length + 4);
        if (i > 1) log_bytes(L, "\t", 1);
        log_bytes(L, text, length);
        lua_settop(L, count);
    }
    log_bytes(L, "\n", 1);
    return 0;
}

void base_open(lua_State *L) {
    library_set(L, NULL, "pcall", base_pcall);
    library_set(L, NULL, "xpcall", base_xpcall);
    library_set(L, NULL, "tostring", to_string);
    library_wrap(L, NULL, "tonumber", to_number);
    library_wrap(L, NULL, "assert", by_count);
    library_wrap(L, NULL, "select", by_count);
    library_wrap(L, "table", "pack", by_count);
    library_wrap(L, NULL, "rawequal", raw_equal);
    library_set(L, NULL, "rawget", raw_get);
    library_set(L, NULL, "rawset", raw_set);
    library_set(L, NULL, "rawlen", raw_len);
    library_set(L, NULL, "print", print);
    library_set(L, NULL, "require", modules_require);
}
