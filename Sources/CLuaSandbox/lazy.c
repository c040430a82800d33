// Tables that came in a frame. They are filled when they are first touched, and ordinary tables
// from then on: reading a field costs what it costs in Lua, and what is never read costs a few
// bytes. Frames may come over a pipe: every length is checked before it is believed.

#include "codec.h"
#include "state.h"

#include <string.h>

/// In a table that waits: the bytes of its frame, and where it starts there. Keys that are light
/// userdata cannot be made, seen or removed by a plugin.
const char LAZY_FRAME, LAZY_OFFSET;
/// In a host's metatable: the class; in that of a table that waits, the metatable for later.
const char LAZY_CLASS, LAZY_FULL;

/// Registry keys: the metatable of tables without a class, and those of the classes by name.
static const char PLAIN, CLASSES;

typedef struct reader {
    const uint8_t *start;
    size_t at;
    size_t end;
} reader;

static void malformed(lua_State *L, const reader *from) {
    failure_raise(L, SANDBOX_SHAPE, "malformed frame: unexpected bytes at %I",
        (LUAI_UACINT)from->at);
}

static const uint8_t *take(lua_State *L, reader *from, size_t count) {
    if (count > from->end - from->at) malformed(L, from);
    const uint8_t *bytes = from->start + from->at;
    from->at += count;
    return bytes;
}

static uint16_t take_u16(lua_State *L, reader *from) {
    const uint8_t *bytes = take(L, from, 2);
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static uint32_t take_u32(lua_State *L, reader *from) {
    const uint8_t *bytes = take(L, from, 4);
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16
        | (uint32_t)bytes[3] << 24;
}

static uint64_t take_u64(lua_State *L, reader *from) {
    uint64_t low = take_u32(L, from);
    return low | (uint64_t)take_u32(L, from) << 32;
}

/// The number of values to come, each of which takes `least` bytes.
static uint32_t take_count(lua_State *L, reader *from, size_t least) {
    uint32_t count = take_u32(L, from);
    if (count > (from->end - from->at) / least) malformed(L, from);
    return count;
}

/// Pushes the metatable of a table that waits.
static void push_waiting_metatable(lua_State *L, const char *class, size_t length) {
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

/// Pushes a table that waits for the list or record whose tag stands at `start`.
static void push_waiting(lua_State *L, int frame, reader *from, uint8_t tag) {
    size_t start = from->at - 1;
    uint32_t length = take_u32(L, from);
    reader inside = *from;
    take(L, from, length);
    inside.end = from->at;
    uint32_t count = take_count(L, &inside, 1);
    const char *class = NULL;
    size_t class_length = 0;
    if (tag == VALUE_RECORD) {
        class_length = take_u16(L, &inside);
        class = (const char *)take(L, &inside, class_length);
    }
    // Room for the fields at once, where that is little, and for the two keys below: so it does
    // not depend on the hashes of the names, which differ from run to run, whether it must grow.
    bool small = tag == VALUE_RECORD && count <= 32;
    lua_createtable(L, 0, small ? (int)count + 2 : 2);
    lua_pushvalue(L, frame);
    lua_rawsetp(L, -2, &LAZY_FRAME);
    lua_pushinteger(L, (lua_Integer)start);
    lua_rawsetp(L, -2, &LAZY_OFFSET);
    push_waiting_metatable(L, class, class_length);
    lua_setmetatable(L, -2);
}

static void push_value(lua_State *L, int frame, reader *from) {
    uint8_t tag = *take(L, from, 1);
    switch (tag) {
    case VALUE_NONE: lua_pushnil(L); break;
    case VALUE_FALSE: lua_pushboolean(L, false); break;
    case VALUE_TRUE: lua_pushboolean(L, true); break;
    case VALUE_INTEGER: lua_pushinteger(L, (lua_Integer)take_u64(L, from)); break;
    case VALUE_NUMBER: {
        uint64_t bits = take_u64(L, from);
        double number;
        memcpy(&number, &bits, sizeof number);
        lua_pushnumber(L, number);
        break;
    }
    case VALUE_STRING: {
        uint32_t length = take_u32(L, from);
        lua_pushlstring(L, (const char *)take(L, from, length), length);
        meter_charge_bytes(L, length);
        break;
    }
    case VALUE_LIST: case VALUE_RECORD: push_waiting(L, frame, from, tag); break;
    default: malformed(L, from);
    }
}

static bool is_waiting(lua_State *L, int table) {
    if (!lua_getmetatable(L, table)) return false;
    bool waiting = lua_rawgetp(L, -1, &LAZY_FULL) != LUA_TNIL;
    lua_pop(L, 2);
    return waiting;
}

bool lazy_is_host(lua_State *L, int table) {
    if (!lua_getmetatable(L, table)) return false;
    bool host = lua_rawgetp(L, -1, &LAZY_CLASS) != LUA_TNIL;
    lua_pop(L, 2);
    return host;
}

static void fill_list(lua_State *L, int table, int frame, reader *from) {
    uint32_t count = take_count(L, from, 1);
    meter_charge(L, count);
    for (uint32_t i = 1; i <= count; i += 1) {
        push_value(L, frame, from);
        lua_rawseti(L, table, i);
    }
}

static void fill_record(lua_State *L, int table, int frame, reader *from) {
    uint32_t count = take_count(L, from, 3);
    take(L, from, take_u16(L, from));
    meter_charge(L, count);
    for (uint32_t i = 0; i < count; i += 1) {
        uint16_t length = take_u16(L, from);
        lua_pushlstring(L, (const char *)take(L, from, length), length);
        push_value(L, frame, from);
        lua_rawset(L, table);
    }
}

void lazy_fill(lua_State *L, int table) {
    if (!is_waiting(L, table)) return;
    luaL_checkstack(L, 8, NULL);
    int top = lua_gettop(L);
    lua_rawgetp(L, table, &LAZY_FRAME);
    lua_rawgetp(L, table, &LAZY_OFFSET);
    reader from = {
        lua_touserdata(L, top + 1), (size_t)lua_tointeger(L, top + 2), lua_rawlen(L, top + 1)};
    lua_pop(L, 1);
    lua_pushnil(L);
    lua_rawsetp(L, table, &LAZY_FRAME);
    lua_pushnil(L);
    lua_rawsetp(L, table, &LAZY_OFFSET);
    lua_getmetatable(L, table);
    if (lua_rawgetp(L, -1, &LAZY_FULL) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_pushnil(L);
    }
    lua_setmetatable(L, table);
    lua_pop(L, 1);
    // Checked when the table was made.
    uint8_t tag = *take(L, &from, 1);
    uint32_t length = take_u32(L, &from);
    if (length > from.end - from.at) malformed(L, &from);
    from.end = from.at + length;
    if (tag == VALUE_LIST) fill_list(L, table, top + 1, &from);
    else fill_record(L, table, top + 1, &from);
    lua_settop(L, top);
}

void lazy_push_frame(lua_State *L, sandbox_bytes frame) {
    sandbox *box = sandbox_of(L);
    luaL_checkstack(L, 8, NULL);
    // The host decides how long a frame is; it counts as memory all the same.
    box->exempt = true;
    void *copy = lua_newuserdatauv(L, frame.count, 0);
    box->exempt = false;
    if (frame.count > 0) memcpy(copy, frame.bytes, frame.count);
    int index = lua_gettop(L);
    reader from = {copy, 0, frame.count};
    push_value(L, index, &from);
    if (from.at != from.end) malformed(L, &from);
    lua_remove(L, index);
}

// The events of a table that waits: fill it, and do it again.

static int waiting_index(lua_State *L) {
    lua_settop(L, 2);
    lazy_fill(L, 1);
    lua_gettable(L, 1);
    return 1;
}

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

/// Of an object whose class computes fields. Upvalues: the methods, `__get`.
static int computed_index(lua_State *L) {
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    lua_pushvalue(L, lua_upvalueindex(2));
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

/// Makes the value at the top the full metatable of a new one for tables that wait.
static void push_waiting_events(lua_State *L) {
    lua_createtable(L, 0, 6);
    lua_insert(L, -2);
    lua_rawsetp(L, -2, &LAZY_FULL);
    lua_pushcfunction(L, waiting_index);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, waiting_newindex);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, waiting_length);
    lua_setfield(L, -2, "__len");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
}

/// `sandbox.class(name, methods)`
int lazy_define_class(lua_State *L) {
    luaL_checktype(L, 1, LUA_TSTRING);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &CLASSES);
    lua_pushvalue(L, 1);
    lua_createtable(L, 0, 4);
    int full = lua_gettop(L);
    lua_pushliteral(L, "__get");
    if (lua_rawget(L, 2) == LUA_TFUNCTION) {
        lua_pushvalue(L, 2);
        lua_insert(L, -2);
        lua_pushcclosure(L, computed_index, 2);
    } else {
        lua_pop(L, 1);
        lua_pushvalue(L, 2);
    }
    lua_setfield(L, full, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, full, "__metatable");
    lua_pushvalue(L, 1);
    lua_rawsetp(L, full, &LAZY_CLASS);
    push_waiting_events(L);
    lua_pushvalue(L, 1);
    lua_rawsetp(L, -2, &LAZY_CLASS);
    lua_rawset(L, 3);
    return 0;
}

/// `sandbox.class_of(value)`: the class that the frame gave it, which no plugin can forge.
int lazy_class_of(lua_State *L) {
    luaL_checkany(L, 1);
    if (!lua_istable(L, 1) || !lua_getmetatable(L, 1)) return 0;
    if (lua_rawgetp(L, -1, &LAZY_CLASS) != LUA_TSTRING) return 0;
    return 1;
}

void lazy_open(lua_State *L) {
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &CLASSES);
    lua_pushboolean(L, false);
    push_waiting_events(L);
    lua_pushboolean(L, true);
    lua_rawsetp(L, -2, &LAZY_CLASS);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &PLAIN);
}
