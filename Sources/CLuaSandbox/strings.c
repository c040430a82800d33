// The string functions that are not about patterns: Lua's own, paid for by the bytes they touch,
// and `format` without addresses.

#include "state.h"

#include <string.h>

/// For functions that walk their first argument.
static int by_length(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING) meter_charge_bytes(L, lua_rawlen(L, 1));
    return library_stock(L);
}

/// For functions that walk all of their arguments.
static int by_arguments(lua_State *L) {
    for (int i = lua_gettop(L); i > 0; i -= 1)
        if (lua_type(L, i) == LUA_TSTRING) meter_charge(L, 1 + lua_rawlen(L, i) / 8);
    return library_stock(L);
}

static int string_rep(lua_State *L) {
    size_t length, separator = 0;
    luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    if (!lua_isnoneornil(L, 3)) luaL_checklstring(L, 3, &separator);
    if (count <= 0 || length + separator == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((size_t)count > SIZE_MAX / 2 / (length + separator))
        return luaL_error(L, "resulting string too large");
    size_t size = (size_t)count * length + (size_t)(count - 1) * separator;
    memory_expect(L, size);
    meter_charge(L, (size_t)count);
    meter_charge_bytes(L, size);
    return library_stock(L);
}

static int string_sub(lua_State *L) {
    library_stock(L);
    meter_charge_bytes(L, lua_rawlen(L, -1));
    return 1;
}

/// For functions that give a result for everything they touch.
static int by_results(lua_State *L) {
    int count = library_stock(L);
    meter_charge(L, (size_t)count);
    return count;
}

static int string_char(lua_State *L) {
    meter_charge(L, (size_t)lua_gettop(L));
    return library_stock(L);
}

static int string_format(lua_State *L) {
    size_t length, size = 0;
    const char *format = luaL_checklstring(L, 1, &length);
    const char *end = format + length;
    int top = lua_gettop(L);
    int argument = 1;
    for (const char *at = format; (at = memchr(at, '%', (size_t)(end - at))); at += 1) {
        at += 1;
        if (at < end && *at == '%') continue;
        argument += 1;
        while (at < end && *at && strchr("-+ #0123456789.", *at)) at += 1;
        if (at >= end) break;
        if (*at == 'p')
            return failure_raise(L, SANDBOX_DENIED,
                "'%%p' in string.format is refused: addresses differ from run to run");
        if (argument > top) continue;
        if (*at == 's' && lua_type(L, argument) != LUA_TSTRING) {
            base_tostring(L, argument, NULL);
            lua_replace(L, argument);
            lua_settop(L, top);
        }
        if (lua_type(L, argument) != LUA_TSTRING) continue;
        size += lua_rawlen(L, argument);
        // Escapes byte by byte.
        if (*at == 'q') meter_charge(L, lua_rawlen(L, argument) * 8);
    }
    meter_charge_bytes(L, length + size);
    memory_expect(L, size);
    return library_stock(L);
}

void strings_open(lua_State *L) {
    library_wrap(L, "string", "lower", by_length);
    library_wrap(L, "string", "upper", by_length);
    library_wrap(L, "string", "reverse", by_length);
    library_wrap(L, "string", "pack", by_arguments);
    library_wrap(L, "string", "packsize", by_arguments);
    library_wrap(L, "string", "unpack", by_results);
    library_wrap(L, "string", "rep", string_rep);
    library_wrap(L, "string", "sub", string_sub);
    library_wrap(L, "string", "byte", by_results);
    library_wrap(L, "string", "char", string_char);
    library_wrap(L, "string", "format", string_format);
}
