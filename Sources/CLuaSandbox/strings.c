// The string functions that are not about patterns: Lua's own, paid for by the bytes they touch,
// and `format` without addresses.

#include "state.h"

#include <string.h>

/// For functions that walk their first argument.
static int by_length(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING) meter_charge_bytes(L, lua_rawlen(L, 1));
    return library_stock(L);
}

/// Numbers may come as texts, however long.
static void charge_numerals(lua_State *L, int from) {
    for (int i = lua_gettop(L); i >= from; i -= 1)
        if (lua_type(L, i) == LUA_TSTRING) meter_charge_bytes(L, lua_rawlen(L, i));
}

/// Arithmetic with texts that are numbers.
static int by_operands(lua_State *L) {
    charge_numerals(L, 1);
    return library_stock(L);
}

/// Pays for reading a format of `pack` and its arguments; the bytes that its `c100` ask for.
static size_t charge_format(lua_State *L) {
    size_t length, wanted = 0;
    const char *format = luaL_checklstring(L, 1, &length);
    meter_charge(L, length + (size_t)lua_gettop(L));
    for (size_t i = 0; i + 1 < length; i += 1) {
        if (format[i] != 'c') continue;
        size_t count = 0;
        for (; i + 1 < length && format[i + 1] >= '0' && format[i + 1] <= '9'; i += 1)
            if (count < SIZE_MAX / 100) count = count * 10 + (size_t)(format[i + 1] - '0');
        wanted += count < SIZE_MAX / 2 - wanted ? count : 0;
    }
    return wanted;
}

static int string_pack(lua_State *L) {
    size_t padding = charge_format(L);
    charge_numerals(L, 2);
    memory_expect(L, padding);
    meter_charge_bytes(L, padding * 2);
    return library_stock(L);
}

static int string_packsize(lua_State *L) {
    charge_format(L);
    return library_stock(L);
}

static int string_unpack(lua_State *L) {
    charge_format(L);
    size_t length, tail = 0;
    const char *data = luaL_checklstring(L, 2, &length);
    // `z` looks for a zero, and where there is none, to the end.
    if (strchr(lua_tostring(L, 1), 'z'))
        while (tail < length && data[length - 1 - tail]) tail += 1;
    meter_charge_bytes(L, tail * 2);
    int count = library_stock(L);
    meter_charge(L, (size_t)count);
    return count;
}

static int string_rep(lua_State *L) {
    size_t length, separator = 0;
    luaL_checklstring(L, 1, &length);
    charge_numerals(L, 2);
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
    charge_numerals(L, 2);
    library_stock(L);
    meter_charge_bytes(L, lua_rawlen(L, -1));
    return 1;
}

static int string_byte(lua_State *L) {
    charge_numerals(L, 2);
    int count = library_stock(L);
    meter_charge(L, (size_t)count);
    return count;
}

static int string_char(lua_State *L) {
    meter_charge(L, (size_t)lua_gettop(L));
    return library_stock(L);
}

/// What writing one number takes: a float may have 300 digits before its point, and as many are
/// written behind it as the directive says.
static size_t number_cost(lua_State *L, int argument, const char *from, const char *to) {
    enum { INTEGER = 10, FLOAT = 40, LONG_FLOAT = 400 };
    if (lua_type(L, argument) != LUA_TNUMBER || !strchr("aAeEfFgG", *to)) return INTEGER;
    lua_Number number = lua_tonumber(L, argument);
    bool is_long = (*to | 0x20) == 'f' && (number > 1e22 || number < -1e22);
    const char *point = memchr(from, '.', (size_t)(to - from));
    // Two digits of precision, beyond 19.
    if (point && to - point > 2 && point[1] > '1') is_long = true;
    return is_long ? LONG_FLOAT : FLOAT;
}

static int string_format(lua_State *L) {
    size_t length, size = 0, cost = 0;
    const char *format = luaL_checklstring(L, 1, &length);
    const char *end = format + length;
    int top = lua_gettop(L);
    int argument = 1;
    for (const char *at = format; (at = memchr(at, '%', (size_t)(end - at))); at += 1) {
        at += 1;
        cost += 2;
        if (at < end && *at == '%') continue;
        argument += 1;
        const char *directive = at;
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
        if (lua_type(L, argument) != LUA_TSTRING) {
            cost += number_cost(L, argument, directive, at);
            continue;
        }
        size += lua_rawlen(L, argument);
        // Escapes byte by byte.
        if (*at == 'q') cost += lua_rawlen(L, argument) * 8;
    }
    meter_charge(L, cost + (length + size) / 16);
    memory_expect(L, size);
    return library_stock(L);
}

void strings_open(lua_State *L) {
    library_wrap(L, "string", "lower", by_length);
    library_wrap(L, "string", "upper", by_length);
    library_wrap(L, "string", "reverse", by_length);
    library_wrap(L, "string", "pack", string_pack);
    library_wrap(L, "string", "packsize", string_packsize);
    library_wrap(L, "string", "unpack", string_unpack);
    library_wrap(L, "string", "rep", string_rep);
    library_wrap(L, "string", "sub", string_sub);
    library_wrap(L, "string", "byte", string_byte);
    library_wrap(L, "string", "char", string_char);
    library_wrap(L, "string", "format", string_format);
}

void strings_open_operators(lua_State *L) {
    static const char *const operators[] = {
        "__add", "__sub", "__mul", "__mod", "__pow", "__div", "__idiv", "__unm", NULL};
    for (const char *const *name = operators; *name; name += 1)
        library_wrap(L, NULL, *name, by_operands);
}
