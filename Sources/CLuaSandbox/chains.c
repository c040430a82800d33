// How far one instruction follows `__index` and `__newindex` from table to table. Lua goes up to 2,000
// tables in an instruction, and no hook counts them. So no more than three tables follow each
// other that way; where a fourth would, the snapshot has a function of ours instead, which goes on
// from there, does the same, and is paid for every table that it looks at.
//
// Metatables may be set in any order. So each table that is behind others knows how many links lead to
// it, and who is given a metatable later sees that.

#include "state.h"

enum {
    /// Links that Lua itself follows.
    LONGEST = 3,
    /// Links after which Lua gives up: `MAXTAGLOOP` of lvm.c.
    LAST = 2000,
    /// Fuel for the call of a function, and for each table that it looks at.
    CALL = 16,
    STEP = 8,
};

/// In a table: how many links lead to it, at most. Never too few; too many where a metatable was replaced.
static const char HEIGHT;
/// In a snapshot: the tables for which functions stand in it.
static const char INDEX, NEWINDEX;

static int follow_index(lua_State *L);
static int follow_newindex(lua_State *L);

static const struct link {
    const char *event;
    const char *hidden;
    lua_CFunction follow;
} links[] = {{"__index", &INDEX, follow_index}, {"__newindex", &NEWINDEX, follow_newindex}};

enum { LINK_COUNT = sizeof links / sizeof *links };

/// Pushes what a metatable says of an event, as the plugin said it; returns its type.
static int push_target(lua_State *L, int metatable, const struct link *link) {
    if (lua_rawgetp(L, metatable, link->hidden) != LUA_TNIL) return LUA_TTABLE;
    lua_pop(L, 1);
    lua_pushstring(L, link->event);
    return lua_rawget(L, metatable);
}

/// Pushes the table that Lua itself goes on to from a table's metatable; false where there is none.
static bool push_next(lua_State *L, int metatable, const struct link *link) {
    lua_pushstring(L, link->event);
    if (lua_rawget(L, metatable) == LUA_TTABLE && !lazy_is_host(L, lua_gettop(L))) return true;
    lua_pop(L, 1);
    return false;
}

int chains_height(lua_State *L, int table) {
    lua_rawgetp(L, table, &HEIGHT);
    int height = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    return height;
}

/// How many links lead on from a table; more than `most` where there are more, or where one leads
/// to the table at 1.
static int depth(lua_State *L, int table, int most) {
    if (lua_rawequal(L, table, 1)) return most + 1;
    if (!lua_getmetatable(L, table)) return 0;
    int metatable = lua_gettop(L);
    int found = 0;
    for (int i = 0; i < LINK_COUNT && found <= most; i += 1) {
        if (!push_next(L, metatable, &links[i])) continue;
        int next = most == 0 ? 1 : 1 + depth(L, metatable + 1, most - 1);
        if (next > found) found = next;
        lua_settop(L, metatable);
    }
    lua_settop(L, metatable - 1);
    return found;
}

/// Notes that so many links lead to a table, and as many more to those behind it.
static void raise_to(lua_State *L, int table, int height) {
    if (chains_height(L, table) >= height) return;
    lua_pushinteger(L, height);
    lua_rawsetp(L, table, &HEIGHT);
    if (!lua_getmetatable(L, table)) return;
    int metatable = lua_gettop(L);
    for (int i = 0; i < LINK_COUNT; i += 1) {
        if (!push_next(L, metatable, &links[i])) continue;
        raise_to(L, metatable + 1, height + 1);
        lua_settop(L, metatable);
    }
    lua_settop(L, metatable - 1);
}

void chains_link(lua_State *L) {
    luaL_checkstack(L, 8 * LONGEST, NULL);
    int height = chains_height(L, 1);
    for (int i = 0; i < LINK_COUNT; i += 1) {
        const struct link *link = &links[i];
        if (!push_next(L, 3, link)) continue;
        int most = LONGEST - height - 1;
        if (most >= 0 && depth(L, 4, most) <= most) {
            raise_to(L, 4, height + 1);
        } else {
            lua_pushvalue(L, 4);
            lua_rawsetp(L, 3, link->hidden);
            lua_pushstring(L, link->event);
            lua_pushvalue(L, 4);
            lua_pushcclosure(L, link->follow, 1);
            lua_rawset(L, 3);
        }
        lua_settop(L, 3);
    }
}

bool chains_stands_for(lua_State *L, int snapshot, int value) {
    for (int i = 0; i < LINK_COUNT; i += 1) {
        lua_rawgetp(L, snapshot, links[i].hidden);
        bool same = lua_rawequal(L, -1, value);
        lua_pop(L, 1);
        if (same) return true;
    }
    return false;
}

/// Replaces the table at the top of the stack with the one that it leads on to. False where it leads
/// to none: then what its metatable says stands above it, nil for nothing.
static bool step(lua_State *L, const struct link *link) {
    int table = lua_gettop(L);
    meter_charge(L, STEP);
    if (!lua_getmetatable(L, table)) {
        lua_pushnil(L);
        return false;
    }
    int type = push_target(L, table + 1, link);
    lua_remove(L, table + 1);
    if (type != LUA_TTABLE) return false;
    lua_remove(L, table);
    return true;
}

static int too_long(lua_State *L, const struct link *link) {
    return luaL_error(L, "'%s' chain too long; possible loop", link->event);
}

/// `__index`: the table asked and the key. Upvalue: the table to go on with.
static int follow_index(lua_State *L) {
    meter_charge(L, CALL);
    lua_settop(L, 2);
    lua_pushvalue(L, lua_upvalueindex(1));
    for (int i = 0; i < LAST; i += 1) {
        if (lazy_is_host(L, 3)) {
            lua_pushvalue(L, 2);
            lua_gettable(L, 3);
            return 1;
        }
        lua_pushvalue(L, 2);
        if (lua_rawget(L, 3) != LUA_TNIL) return 1;
        lua_pop(L, 1);
        if (step(L, &links[0])) continue;
        if (lua_isnil(L, 4)) return 1;
        if (lua_isfunction(L, 4)) {
            lua_insert(L, 3);
            lua_pushvalue(L, 2);
            lua_call(L, 2, 1);
            return 1;
        }
        lua_pushvalue(L, 2);
        lua_gettable(L, 4);
        return 1;
    }
    return too_long(L, &links[0]);
}

/// `__newindex`: the table written to, the key and the value. Upvalue: the table to go on with.
static int follow_newindex(lua_State *L) {
    meter_charge(L, CALL);
    lua_settop(L, 3);
    lua_pushvalue(L, lua_upvalueindex(1));
    for (int i = 0; i < LAST; i += 1) {
        bool is_host = lazy_is_host(L, 4);
        if (!is_host) {
            lua_pushvalue(L, 2);
            bool is_there = lua_rawget(L, 4) != LUA_TNIL;
            lua_pop(L, 1);
            if (!is_there && step(L, &links[1])) continue;
            if (!is_there && lua_isfunction(L, 5)) {
                lua_insert(L, 4);
                lua_pushvalue(L, 2);
                lua_pushvalue(L, 3);
                lua_call(L, 3, 0);
                return 0;
            }
            if (is_there || lua_isnil(L, 5)) {
                lua_settop(L, 4);
                lua_pushvalue(L, 2);
                lua_pushvalue(L, 3);
                lua_rawset(L, 4);
                return 0;
            }
        }
        lua_pushvalue(L, 2);
        lua_pushvalue(L, 3);
        lua_settable(L, -3);
        return 0;
    }
    return too_long(L, &links[1]);
}
