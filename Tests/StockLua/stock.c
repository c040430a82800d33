#include "StockLua.h"

#if __has_include(<lua5.4/lua.h>)
#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>
#include <lua5.4/lualib.h>
#else
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#endif

static lua_State *state(stock_lua *lua) { return (lua_State *)lua; }

stock_lua *stock_open(stock_bytes source) {
    lua_State *L = luaL_newstate();
    if (!L) return NULL;
    luaL_openlibs(L);
    const char *text = (const char *)source.bytes;
    if (luaL_loadbufferx(L, text, source.count, "=matching.lua", "t") || lua_pcall(L, 0, 1, 0) ||
        !lua_isfunction(L, -1)) {
        lua_close(L);
        return NULL;
    }
    return (stock_lua *)L;
}

stock_bytes stock_call(stock_lua *lua, int64_t number, const stock_bytes *strings, size_t count) {
    lua_State *L = state(lua);
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, number);
    for (size_t index = 0; index < count; index++)
        lua_pushlstring(L, (const char *)strings[index].bytes, strings[index].count);
    if (lua_pcall(L, (int)count + 1, 1, 0)) return (stock_bytes){0};
    stock_bytes result = {0};
    result.bytes = (const uint8_t *)lua_tolstring(L, -1, &result.count);
    return result;
}

void stock_close(stock_lua *lua) { lua_close(state(lua)); }
