// A plugin never holds a live metatable. `setmetatable` installs a snapshot of the fields that
// are allowed, and `getmetatable` answers with the plugin's own table. So nothing that is added
// later reaches the interpreter, and what corrupts memory in Lua 5.4.4 can be refused at one
// place: __close and __concat (stack), __mode (emergency collections), __gc (runs without hook).

#include "state.h"

#include <string.h>

/// In a plugin's metatable: its last snapshot. In a snapshot: how many fields it was made from,
/// negative where the plugin protects it with a `__metatable` of its own.
static const char SNAPSHOT, FIELDS;

static bool is_listed(const char *name, const char *const *list) {
    for (; *list; list += 1) if (strcmp(name, *list) == 0) return true;
    return false;
}

static const char *const allowed[] = {
    "__index", "__newindex", "__call", "__tostring", "__len", "__eq", "__lt", "__le", "__unm",
    "__add", "__sub", "__mul", "__div", "__mod", "__pow", "__idiv", "__band", "__bor", "__bxor",
    "__shl", "__shr", "__bnot", "__pairs", "__name", "__metatable", NULL};
static const char *const refused[] = {"__gc", "__mode", "__close", "__concat", NULL};

/// The name of the field whose key stands at `index`, its value after it, where it is one that
/// matters; raises where it is refused.
static const char *event(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TSTRING) return NULL;
    const char *name = lua_tostring(L, index);
    if (name[0] != '_' || name[1] != '_') return NULL;
    if (is_listed(name, refused))
        failure_raise(L, SANDBOX_DENIED, "the metatable field '%s' is refused%s", name,
            strcmp(name, "__concat") == 0 ? ": give the object a method, or __tostring" : "");
    // A chain of callable tables costs quadratic time in one call, in which no hook runs.
    if (strcmp(name, "__call") == 0 && !lua_isfunction(L, index + 1))
        failure_raise(L, SANDBOX_DENIED, "the metatable field '__call' takes a function, got a %s",
            luaL_typename(L, index + 1));
    return is_listed(name, allowed) ? name : NULL;
}

/// Whether the snapshot at `snapshot` still says what the metatable at 2 says.
static bool is_current(lua_State *L, int snapshot) {
    lua_Integer fields = 0;
    bool same = true;
    size_t seen = 0;
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        seen += 1;
        if (event(L, -2)) {
            fields += 1;
            lua_pushvalue(L, -2);
            lua_rawget(L, snapshot);
            same = same
                && (lua_rawequal(L, -1, -2)
                    || chains_stands_for(L, snapshot, lua_gettop(L) - 1));
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    meter_charge(L, seen * 8);
    graves_charge(L, 2, seen);
    lua_rawgetp(L, snapshot, &FIELDS);
    lua_Integer known = lua_tointeger(L, -1);
    same = same && (known < 0 ? -known : known) == fields;
    lua_pop(L, 1);
    return same;
}

/// Pushes a snapshot of the metatable at 2.
static void take_snapshot(lua_State *L) {
    lua_newtable(L);
    int snapshot = lua_gettop(L);
    lua_Integer fields = 0;
    size_t seen = 0;
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        seen += 1;
        if (event(L, -2)) {
            fields += 1;
            lua_pushvalue(L, -2);
            lua_pushvalue(L, -2);
            lua_rawset(L, snapshot);
        }
        lua_pop(L, 1);
    }
    graves_charge(L, 2, seen);
    lua_pushliteral(L, "__metatable");
    bool protected = lua_rawget(L, snapshot) != LUA_TNIL;
    if (!protected) {
        lua_pushvalue(L, 2);
        lua_setfield(L, snapshot, "__metatable");
    }
    lua_pushinteger(L, protected ? -fields : fields);
    lua_rawsetp(L, snapshot, &FIELDS);
    lua_settop(L, snapshot);
}

static bool is_protected(lua_State *L) {
    if (!lua_getmetatable(L, 1)) return false;
    bool protected = lua_rawgetp(L, -1, &FIELDS) == LUA_TNIL || lua_tointeger(L, -1) < 0;
    lua_pop(L, 2);
    return protected;
}

static int set_metatable(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_argexpected(L, lua_isnil(L, 2) || lua_istable(L, 2), 2, "nil or table");
    lua_settop(L, 2);
    lazy_fill(L, 1);
    if (is_protected(L)) return luaL_error(L, "cannot change a protected metatable");
    if (lua_isnil(L, 2)) {
        lua_setmetatable(L, 1);
        return 1;
    }
    lazy_fill(L, 2);
    bool is_known = lua_rawgetp(L, 2, &SNAPSHOT) == LUA_TTABLE && is_current(L, 3);
    if (!is_known) {
        lua_settop(L, 2);
        take_snapshot(L);
        lua_pushvalue(L, 3);
        lua_rawsetp(L, 2, &SNAPSHOT);
    }
    // What a known one leads to is known to be behind a table to which no other leads.
    if (!is_known || chains_height(L, 1) > 0) chains_link(L);
    lua_setmetatable(L, 1);
    lua_settop(L, 1);
    return 1;
}

static int get_metatable(lua_State *L) {
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    if (!lua_getmetatable(L, 1)) return 0;
    if (lua_istable(L, 1) && lazy_is_host(L, 1)) return 0;
    lua_pushliteral(L, "__metatable");
    lua_rawget(L, 2);
    return 1;
}

void metatables_open(lua_State *L) {
    library_set(L, NULL, "setmetatable", set_metatable);
    library_set(L, NULL, "getmetatable", get_metatable);
}
