// Coroutines share the meter of the state: each is charged a slice when it is made, because its
// hook starts counting afresh, and none can end with a limit that its maker does not see.
// `coroutine.close` is left out: with 15,000 of them it overflows the C stack of Lua 5.4.4.

#include "state.h"

enum { SLICE = 100, RESUME = 20, CAUGHT = 50 };

static int create(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    meter_charge(L, SLICE);
    lua_State *made = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, made, 1);
    return 1;
}

/// Pushes results, or the error value where it returns -1.
static int resume(lua_State *L, lua_State *co, int count) {
    sandbox *box = sandbox_of(L);
    meter_charge(L, RESUME + (size_t)count);
    if (!lua_checkstack(co, count)) {
        lua_pushliteral(L, "too many arguments to resume");
        return -1;
    }
    lua_xmove(L, co, count);
    resumption link = {L, box->resumptions};
    box->resumptions = &link;
    box->running = co;
    int results;
    int status = lua_resume(co, L, count, &results);
    box->running = L;
    box->resumptions = link.outer;
    if (box->tripped) meter_raise(L);
    if (status != LUA_OK && status != LUA_YIELD) {
        box->fuel -= CAUGHT;
        // While its frames are there.
        if (!box->described) {
            box->resumptions = &link;
            failure_describe(box, co, -1, true);
            box->resumptions = link.outer;
            // One that could not start has no frames: its caller knows more.
            box->described = box->failure.line > 0;
        }
        lua_xmove(co, L, 1);
        return -1;
    }
    if (!lua_checkstack(L, results + 1)) {
        lua_pop(co, results);
        lua_pushliteral(L, "too many results to resume");
        return -1;
    }
    meter_charge(L, (size_t)results);
    lua_xmove(co, L, results);
    return results;
}

static int coroutine_resume(lua_State *L) {
    lua_State *co = lua_tothread(L, 1);
    luaL_argexpected(L, co, 1, "thread");
    int results = resume(L, co, lua_gettop(L) - 1);
    if (results < 0) {
        meter_pass_on(L);
        lua_pushboolean(L, false);
        lua_insert(L, -2);
        return 2;
    }
    lua_pushboolean(L, true);
    lua_insert(L, -(results + 1));
    return results + 1;
}

static int resume_wrapped(lua_State *L) {
    int results = resume(L, lua_tothread(L, lua_upvalueindex(1)), lua_gettop(L));
    if (results < 0) return lua_error(L);
    return results;
}

static int wrap(lua_State *L) {
    create(L);
    lua_pushcclosure(L, resume_wrapped, 1);
    return 1;
}

void coroutines_open(lua_State *L) {
    library_set(L, "coroutine", "create", create);
    library_set(L, "coroutine", "resume", coroutine_resume);
    library_set(L, "coroutine", "wrap", wrap);
}
