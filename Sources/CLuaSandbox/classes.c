// The metatables of tables that came in a frame: while they wait, to fill them; afterwards, to
// find the methods that the host gave their class.

#include "state.h"

/// In a host's metatable: the class; in that of a table that waits, the metatable for later.
const char LAZY_CLASS, LAZY_FULL;

/// Registry keys: the metatable of tables without a class, and those of the classes by name.
static const char PLAIN, CLASSES;

void classes_push_waiting(lua_State *L, const char *class, size_t length) {
    if (length > 0) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &CLASSES);
        lua_pushlstring(L, class, length);
        if (lua_rawget(L, -2) == LUA_TTABLE) {
            lua_remove(L, -2);
            return;
        }
        lua_pop(L, 2);
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &PLAIN);
}

// The events of a table that waits: whoever writes to it or asks for its length has it filled.

static int waiting_newindex(lua_State *L) {
    lua_settop(L, 3);
    lazy_fill(L, 1);
    lua_rawset(L, 1);
    return 0;
}

static int waiting_length(lua_State *L) {
    lazy_fill(L, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

/// Pushes what the class of the object at 1 computes for the key at 2, which the object has from then on. At
/// `get` stands the function.
static int compute(lua_State *L, int get) {
    lua_pushvalue(L, get);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_call(L, 2, 1);
    if (!lua_isnil(L, -1)) {
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -2);
        lua_rawset(L, 1);
    }
    return 1;
}

/// Of an object whose class computes fields. Upvalues: the methods, `__get`.
static int computed_index(lua_State *L) {
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    return compute(L, lua_upvalueindex(2));
}

/// Upvalues: the metatable for later, or false; the methods, and `__get`, where there are any.
static int waiting_index(lua_State *L) {
    lua_settop(L, 2);
    // A method says itself whose call is over.
    bool is_over;
    if (lazy_read(L, 1, 2, &is_over)) return 1;
    if (lua_istable(L, lua_upvalueindex(2))) {
        lua_pushvalue(L, 2);
        if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) return 1;
    }
    if (is_over) lazy_fill(L, 1);
    if (lua_isnil(L, lua_upvalueindex(3))) return 0;
    return compute(L, lua_upvalueindex(3));
}

/// Makes the value at the top the full metatable of a new one for tables that wait; `methods` and `get` are
/// where what stands in it is found, or 0.
static void push_waiting_events(lua_State *L, int methods, int get) {
    lua_createtable(L, 0, 6);
    lua_insert(L, -2);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, -3, &LAZY_FULL);
    for (int i = 0; i < 2; i += 1) {
        int from = i == 0 ? methods : get;
        if (from) lua_pushvalue(L, from);
        else lua_pushnil(L);
    }
    lua_pushcclosure(L, waiting_index, 3);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, waiting_newindex);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, waiting_length);
    lua_setfield(L, -2, "__len");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
}

/// `sandbox.class(name, methods)`
int classes_define(lua_State *L) {
    luaL_checktype(L, 1, LUA_TSTRING);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    lua_pushliteral(L, "__get");
    bool computes = lua_rawget(L, 2) == LUA_TFUNCTION;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &CLASSES);
    lua_pushvalue(L, 1);
    lua_createtable(L, 0, 3);
    lua_pushvalue(L, 2);
    if (computes) {
        lua_pushvalue(L, 3);
        lua_pushcclosure(L, computed_index, 2);
    }
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_pushvalue(L, 1);
    lua_rawsetp(L, -2, &LAZY_CLASS);
    push_waiting_events(L, 2, computes ? 3 : 0);
    lua_pushvalue(L, 1);
    lua_rawsetp(L, -2, &LAZY_CLASS);
    lua_rawset(L, 4);
    return 0;
}

/// `sandbox.class_of(value)`: the class that the frame gave it, which no plugin can forge.
int classes_class_of(lua_State *L) {
    luaL_checkany(L, 1);
    if (!lua_istable(L, 1) || !lua_getmetatable(L, 1)) return 0;
    if (lua_rawgetp(L, -1, &LAZY_CLASS) != LUA_TSTRING) return 0;
    return 1;
}

void classes_open(lua_State *L) {
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &CLASSES);
    lua_pushboolean(L, false);
    push_waiting_events(L, 0, 0);
    lua_pushboolean(L, true);
    lua_rawsetp(L, -2, &LAZY_CLASS);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &PLAIN);
}
