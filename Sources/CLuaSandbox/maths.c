// math, with random numbers that are the same in every run.

#include "state.h"

/// Registry key: Lua's own `randomseed`, which shares its state with `random`.
static const char SEED;

static int randomseed(lua_State *L) {
    (void)L;
    return 0;
}

void maths_seed(lua_State *L, uint64_t seed) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &SEED);
    lua_pushinteger(L, (lua_Integer)seed);
    lua_call(L, 1, 0);
}

void maths_open(lua_State *L) {
    lua_getfield(L, -1, "math");
    lua_getfield(L, -1, "randomseed");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &SEED);
    lua_pop(L, 1);
    library_set(L, "math", "randomseed", randomseed);
}
