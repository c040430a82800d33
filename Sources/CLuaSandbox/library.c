// What a plugin finds: a whitelist of Lua's own functions, ours where its own can loop, leak an
// address or depend on the machine, and nothing else.
//
// There are two copies. The host's chunks see the first, which methods of strings use as well;
// the plugin sees the second, and lies only to itself if it changes it.

#include "state.h"

static const char HOST;

typedef struct family {
    const char *table;
    lua_CFunction open;
    const char *const *names;
} family;

static const char *const base_names[] = {
    "assert", "error", "ipairs", "select", "type", "rawequal", "tonumber", "_VERSION", NULL};
static const char *const string_names[] = {
    "byte", "char", "format", "len", "lower",
    "pack", "packsize", "rep", "reverse", "sub", "unpack", "upper", NULL};
static const char *const table_names[] = {"pack", NULL};
static const char *const math_names[] = {
    "abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "modf",
    "pi", "sqrt", "tointeger", "type", "ult", "acos", "asin", "atan", "cos", "deg", "exp", "log",
    "rad", "sin", "tan", "random", "randomseed", NULL};
static const char *const utf8_names[] = {
    "char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
static const char *const coroutine_names[] = {"isyieldable", "running", "status", "yield", NULL};

static const family families[] = {
    {NULL, luaopen_base, base_names},
    {"string", luaopen_string, string_names},
    {"table", luaopen_table, table_names},
    {"math", luaopen_math, math_names},
    {"utf8", luaopen_utf8, utf8_names},
    {"coroutine", luaopen_coroutine, coroutine_names},
};

enum { FAMILIES = sizeof families / sizeof *families };

void library_set(lua_State *L, const char *table, const char *name, lua_CFunction function) {
    if (table) lua_getfield(L, -1, table);
    else lua_pushvalue(L, -1);
    lua_pushcfunction(L, function);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

void library_wrap(lua_State *L, const char *table, const char *name, lua_CFunction function) {
    if (table) lua_getfield(L, -1, table);
    else lua_pushvalue(L, -1);
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

/// Leaves a table with the whitelisted names at the top.
static void pick(lua_State *L) {
    lua_newtable(L);
    int library = lua_gettop(L);
    for (int i = 0; i < FAMILIES; i += 1) {
        lua_pushcfunction(L, families[i].open);
        lua_call(L, 0, 1);
        if (families[i].table) lua_newtable(L);
        else lua_pushvalue(L, library);
        for (const char *const *name = families[i].names; *name; name += 1) {
            lua_getfield(L, -2, *name);
            lua_setfield(L, -2, *name);
        }
        if (families[i].table) lua_setfield(L, library, families[i].table);
        lua_settop(L, library);
    }
}

static int refuse_field(lua_State *L) {
    return failure_raise(L, SANDBOX_DENIED,
        "the library table '%s' takes no new fields: keep functions of your own in a local table",
        lua_tostring(L, lua_upvalueindex(1)));
}

/// Pushes the plugin's copy of the library at the top of the stack.
static void copy(lua_State *L) {
    int library = lua_gettop(L);
    lua_newtable(L);
    int globals = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, library)) {
        lua_pushvalue(L, -2);
        if (lua_istable(L, -2)) {
            lua_newtable(L);
            lua_pushnil(L);
            while (lua_next(L, -4)) {
                lua_pushvalue(L, -2);
                lua_insert(L, -2);
                lua_rawset(L, -4);
            }
            lua_createtable(L, 0, 2);
            lua_pushvalue(L, -3);
            lua_pushcclosure(L, refuse_field, 1);
            lua_setfield(L, -2, "__newindex");
            lua_pushboolean(L, false);
            lua_setfield(L, -2, "__metatable");
            lua_setmetatable(L, -2);
        } else {
            lua_pushvalue(L, -2);
        }
        lua_rawset(L, globals);
        lua_pop(L, 1);
    }
    lua_pushvalue(L, globals);
    lua_setfield(L, globals, "_G");
}

/// A global that a host's chunk sets is the plugin's too; the host keeps reading its own.
static int set_global(lua_State *L) {
    lua_settop(L, 3);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    lua_rawset(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_replace(L, 1);
    lua_rawset(L, 1);
    return 0;
}

/// Where `luaL_argerror` looks up what a function is called; also drops what `luaopen` left there.
static void name_functions(lua_State *L, int library) {
    lua_newtable(L);
    lua_pushvalue(L, library);
    lua_setfield(L, -2, LUA_GNAME);
    for (int i = 0; i < FAMILIES; i += 1) {
        if (!families[i].table) continue;
        lua_getfield(L, library, families[i].table);
        lua_setfield(L, -2, families[i].table);
    }
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}

void library_push_host(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &HOST);
}

void library_open(lua_State *L) {
    pick(L);
    int library = lua_gettop(L);
    base_open(L);
    iteration_open(L);
    metatables_open(L);
    coroutines_open(L);
    strings_open(L);
    patterns_open(L);
    tables_open(L);
    maths_open(L);
    unicode_open(L);

    copy(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_getfield(L, library, "string");
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    strings_open_operators(L);
    lua_pop(L, 2);

    name_functions(L, library);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, set_global);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, library);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &HOST);
}
