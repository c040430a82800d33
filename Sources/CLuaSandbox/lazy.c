// Tables that came in a frame. They are filled when they are first touched, and ordinary tables
// from then on: reading a field costs what it costs in Lua, and what is never read costs a few
// bytes. Frames may come over a pipe: every length is checked before it is believed.

#include "codec.h"
#include "state.h"

#include <string.h>

/// In a table that waits: the bytes of its frame, and where it starts there. Keys that are light
/// userdata cannot be made, seen or removed by a plugin.
static const char LAZY_FRAME, LAZY_OFFSET;
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
    classes_push_waiting(L, class, class_length);
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
