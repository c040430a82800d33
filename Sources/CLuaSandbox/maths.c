// math, with random numbers that are the same in every run.

#include "state.h"

/// Registry key: Lua's own `randomseed`, which shares its state with `random`.
static const char SEED;

static int randomseed(lua_State *L) {
    (void)L;
    return 0;
}

/// Numbers may come as texts, however long. Not for `random`, which needs an upvalue of its own.
static int by_numerals(lua_State *L) {
    int count = lua_gettop(L);
    if (count > 4) meter_charge(L, (size_t)count);
    for (int i = 1; i <= count; i += 1)
        if (lua_type(L, i) == LUA_TSTRING) meter_charge_bytes(L, lua_rawlen(L, i) + 64);
    return library_stock(L);
}

/// Of two floats, it takes a step for each power of two between them.
static int fmod_of(lua_State *L) {
    meter_charge(L, 64);
    return by_numerals(L);
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
    static const char *const functions[] = {
        "abs", "ceil", "floor", "max", "min", "modf", "sqrt", "tointeger", "ult", "acos", "asin",
        "atan", "cos", "deg", "exp", "log", "rad", "sin", "tan", NULL};
    for (const char *const *name = functions; *name; name += 1)
        library_wrap(L, "math", *name, by_numerals);
    library_wrap(L, "math", "fmod", fmod_of);
}
