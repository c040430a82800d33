// Tables that came in a frame. A field is read from the frame when it is first asked for, and stands in the
// table from then on: reading it again costs what it costs in Lua, and what is never read costs
// nothing. Whoever goes through a table has it filled as a whole. Frames may come over a pipe: every length is
// checked before it is believed.

#include "frames.h"

#include <stdlib.h>
#include <string.h>

/// In a table that came in a frame: where it came from (`origin`). Keys that are light userdata
/// cannot be made, seen or removed by a plugin.
static const char LAZY_ORIGIN;
/// Registry key: copies of this call's frames, so that they live as long as it lasts.
static const char FRAMES;

enum {
    FRAME_BITS = 20,
    /// The first fields of a record are read one by one; asking for a later one reads all.
    READ_BITS = 11,
};

static lua_Integer packed(origin from) {
    return (lua_Integer)(from.offset | (uint64_t)from.frame << 32
        | (uint64_t)from.read << (32 + FRAME_BITS) | (uint64_t)from.is_filled << 63);
}

static origin unpacked(lua_Integer packed) {
    uint64_t bits = (uint64_t)packed;
    return (origin){
        .offset = (uint32_t)bits,
        .frame = (uint32_t)(bits >> 32) & ((1u << FRAME_BITS) - 1),
        .read = (uint32_t)(bits >> (32 + FRAME_BITS)) & ((1u << READ_BITS) - 1),
        .is_filled = bits >> 63,
    };
}

void frames_malformed(lua_State *L, const reader *from) {
    failure_raise(L, SANDBOX_SHAPE, "malformed frame: unexpected bytes at %I",
        (LUAI_UACINT)from->at);
    __builtin_unreachable();
}

void lazy_wait(lua_State *L, origin where, const char *class, size_t length) {
    lua_pushinteger(L, packed(where));
    lua_rawsetp(L, -2, &LAZY_ORIGIN);
    classes_push_waiting(L, class, length);
    lua_setmetatable(L, -2);
}

/// Pushes a table that waits for the list or record whose tag stands at `start`.
static void push_waiting(lua_State *L, uint32_t frame, reader *from, uint8_t tag) {
    size_t start = from->at - 1;
    uint32_t length = take_u32(L, from);
    reader inside = *from;
    take(L, from, length);
    inside.end = from->at;
    bool is_record = tag == VALUE_RECORD || tag == VALUE_ALIKE;
    fields of = {0};
    if (is_record) of = fields_open(L, tag, inside);
    else take_count(L, &inside, tag == VALUE_INTEGERS ? 4 : 1);
    // Room for the fields at once, where that is little, and for the key below: so it does
    // not depend on the hashes of the names, which differ from run to run, whether it must grow.
    lua_createtable(L, 0, is_record && of.count <= 32 ? (int)of.count + 1 : 1);
    lazy_wait(L, (origin){.offset = (uint32_t)start, .frame = frame}, of.class, of.class_length);
}

void frames_push(lua_State *L, uint32_t frame, reader *from) {
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
    case VALUE_LIST: case VALUE_RECORD: case VALUE_INTEGERS: case VALUE_ALIKE: case VALUE_ROWS:
        push_waiting(L, frame, from, tag); break;
    default: frames_malformed(L, from);
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

static void fill_list(lua_State *L, int table, uint32_t frame, reader *from) {
    uint32_t count = take_count(L, from, 1);
    meter_charge(L, count);
    for (uint32_t i = 1; i <= count; i += 1) {
        // The host may have read one by itself.
        bool is_there = lua_rawgeti(L, table, i) != LUA_TNIL;
        lua_pop(L, 1);
        if (is_there) {
            frames_skip(L, from);
            continue;
        }
        frames_push(L, frame, from);
        lua_rawseti(L, table, i);
    }
}

static void fill_integers(lua_State *L, int table, reader *from) {
    uint32_t count = take_count(L, from, 4);
    meter_charge(L, count);
    for (uint32_t i = 1; i <= count; i += 1) {
        lua_pushinteger(L, take_u32(L, from));
        lua_rawseti(L, table, i);
    }
}

static void fill_rows(lua_State *L, int table, uint32_t frame, reader from) {
    rows of;
    rows_open(L, frame, from, &of);
    for (uint32_t i = 1; i <= of.count; i += 1) {
        bool is_there = lua_rawgeti(L, table, i) != LUA_TNIL;
        lua_pop(L, 1);
        if (is_there) continue;
        rows_push(L, &of, i);
        lua_rawseti(L, table, i);
    }
}

/// - read: which texts are not to be read again.
static void fill_row(lua_State *L, int table, uint32_t frame, uint32_t read, reader from) {
    rows of;
    uint32_t number = rows_of_row(L, frame, from, &of);
    for (int place = 0; place < of.column_count; place += 1) {
        const column *at = &of.columns[place];
        if (at->type != COLUMN_TEXT || read >> place & 1) continue;
        lua_pushlstring(L, at->key, at->key_length);
        rows_push_text(L, &of, number, at->key, at->key_length);
        lua_rawset(L, table);
    }
}

/// - read: which fields are not to be read again; the plugin may have changed them.
static void fill_record(lua_State *L, int table, uint32_t frame, uint32_t read, fields of) {
    meter_charge(L, of.count);
    uint16_t length;
    for (const char *name; (name = fields_next(L, &of, &length));) {
        uint32_t place = of.read - 1;
        if (place < READ_BITS && read >> place & 1) {
            frames_skip(L, &of.values);
            continue;
        }
        lua_pushlstring(L, name, length);
        frames_push(L, frame, &of.values);
        lua_rawset(L, table);
    }
}

uint8_t frames_open(lua_State *L, origin where, reader *from) {
    sandbox *box = sandbox_of(L);
    uint32_t place = where.frame - box->first_frame;
    if (where.frame < box->first_frame || place >= box->frame_count)
        failure_raise(L, SANDBOX_RUNTIME,
            "an object of an earlier run: keep what it says, not the object");
    *from = (reader){box->frames[place].data, where.offset, box->frames[place].count};
    // Checked when the table was made.
    uint8_t tag = *take(L, from, 1);
    uint32_t length = take_u32(L, from);
    if (length > from->end - from->at) frames_malformed(L, from);
    from->end = from->at + length;
    return tag;
}

bool frames_origin(lua_State *L, int table, origin *where) {
    bool is_known = lua_rawgetp(L, table, &LAZY_ORIGIN) == LUA_TNUMBER;
    *where = unpacked(lua_tointeger(L, -1));
    lua_pop(L, 1);
    return is_known && where->frame >= sandbox_of(L)->first_frame;
}

static origin origin_of(lua_State *L, int table) {
    origin where;
    frames_origin(L, table, &where);
    return where;
}

void lazy_fill(lua_State *L, int table) {
    if (!is_waiting(L, table)) return;
    luaL_checkstack(L, 8, NULL);
    int top = lua_gettop(L);
    origin where = origin_of(L, table);
    reader from;
    uint8_t tag = frames_open(L, where, &from);
    lua_getmetatable(L, table);
    bool has_class = lua_rawgetp(L, -1, &LAZY_FULL) == LUA_TTABLE;
    if (!has_class) {
        lua_pop(L, 1);
        lua_pushnil(L);
    }
    lua_setmetatable(L, table);
    lua_pop(L, 1);
    uint32_t read = where.read;
    where.is_filled = true;
    if (has_class) lua_pushinteger(L, packed(where));
    else lua_pushnil(L);
    lua_rawsetp(L, table, &LAZY_ORIGIN);
    if (tag == VALUE_LIST) fill_list(L, table, where.frame, &from);
    else if (tag == VALUE_INTEGERS) fill_integers(L, table, &from);
    else if (tag == VALUE_ROWS) fill_rows(L, table, where.frame, from);
    else if (tag == VALUE_ROW) fill_row(L, table, where.frame, read, from);
    else fill_record(L, table, where.frame, read, fields_open(L, tag, from));
    lua_settop(L, top);
}

/// The field at the top was read: the table at `table` has it from then on.
/// - place: of the field among those that are read one by one.
static void keep_read(lua_State *L, int table, int key, origin where, uint32_t place) {
    where.read |= 1u << place;
    lua_pushinteger(L, packed(where));
    lua_rawsetp(L, table, &LAZY_ORIGIN);
    lua_pushvalue(L, key);
    lua_pushvalue(L, -2);
    lua_rawset(L, table);
}

/// The same as `lazy_read` of a row, of which only texts are read later.
static bool read_row(
    lua_State *L, int table, int key, origin where, reader from, const char *name, size_t length
) {
    rows of;
    uint32_t number = rows_of_row(L, where.frame, from, &of);
    meter_charge(L, 1);
    int place = rows_push_text(L, &of, number, name, length);
    if (place < 0) return false;
    if (where.read >> place & 1) {
        // Read, and then taken away.
        lua_pop(L, 1);
        return false;
    }
    keep_read(L, table, key, where, (uint32_t)place);
    return true;
}

bool lazy_read(lua_State *L, int table, int key, bool *is_over) {
    origin where;
    *is_over = !frames_origin(L, table, &where);
    if (*is_over) return false;
    size_t length;
    const char *name = lua_type(L, key) == LUA_TSTRING ? lua_tolstring(L, key, &length) : NULL;
    luaL_checkstack(L, 8, NULL);
    reader from;
    uint8_t tag = frames_open(L, where, &from);
    if (tag == VALUE_INTEGERS && lua_isinteger(L, key)) {
        // As cheap as what stands in a table; whoever writes to it has it filled.
        lua_Integer place = lua_tointeger(L, key);
        meter_charge(L, 1);
        if (place < 1 || place > take_count(L, &from, 4)) return false;
        from.at += 4 * ((size_t)place - 1);
        lua_pushinteger(L, take_u32(L, &from));
        return true;
    }
    if (tag == VALUE_ROW && name) return read_row(L, table, key, where, from, name, length);
    if ((tag != VALUE_RECORD && tag != VALUE_ALIKE) || !name) {
        lazy_fill(L, table);
        lua_pushvalue(L, key);
        if (lua_rawget(L, table) != LUA_TNIL) return true;
        lua_pop(L, 1);
        return false;
    }
    fields of = fields_open(L, tag, from);
    bool is_there = fields_find(L, where.frame, &of, name, length);
    meter_charge(L, 1 + of.read / 8);
    if (!is_there) return false;
    uint32_t place = of.read - 1;
    if (place >= READ_BITS) {
        lazy_fill(L, table);
        lua_pushvalue(L, key);
        lua_rawget(L, table);
    } else if (where.read >> place & 1) {
        // Read, and then taken away.
        return false;
    } else {
        frames_push(L, where.frame, &of.values);
        keep_read(L, table, key, where, place);
    }
    if (!lua_isnil(L, -1)) return true;
    lua_pop(L, 1);
    return false;
}

void lazy_begin(lua_State *L) {
    sandbox *box = sandbox_of(L);
    box->first_frame += box->frame_count;
    // Numbers come round again. What a plugin kept for so long reads nonsense at worst, and never
    // beyond a frame.
    if (box->first_frame >= 1u << (FRAME_BITS - 1)) box->first_frame = 0;
    box->frame_count = 0;
    box->walked.frame = UINT32_MAX;
    for (int i = 0; i < KNOWN_KEYS; i += 1) box->known_keys[i].frame = UINT32_MAX;
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &FRAMES);
    owners_begin(L);
}

void *frames_grown(lua_State *L, void *list, uint32_t count, uint32_t *room, size_t size) {
    if (count < *room) return list;
    uint32_t more = *room < 16 ? 16 : *room * 2;
    void *moved = realloc(list, more * size);
    if (!moved) {
        meter_trip(sandbox_of(L), L, SANDBOX_MEMORY);
        meter_raise(L);
    }
    *room = more;
    return moved;
}

void lazy_end(sandbox *box) {
    box->first_frame += box->frame_count;
    box->frame_count = 0;
    memory_return(box);
}

static void push_frame(lua_State *L, const uint8_t *bytes, size_t count) {
    sandbox *box = sandbox_of(L);
    luaL_checkstack(L, 8, NULL);
    box->frames = frames_grown(
        L, box->frames, box->frame_count, &box->frame_room, sizeof *box->frames);
    uint32_t number = box->first_frame + box->frame_count;
    if (number >> FRAME_BITS)
        failure_raise(L, SANDBOX_RUNTIME, "more than half a million answers in one call");
    reader from = {bytes, 0, count};
    // One that is a single value is not needed any more when that is there.
    if (count > 0 && bytes[0] >= VALUE_LIST)
        box->frames[box->frame_count++] = (lazy_frame){bytes, count};
    frames_push(L, number, &from);
    if (from.at != from.end) frames_malformed(L, &from);
}

void lazy_push_lent(lua_State *L, sandbox_bytes frame) {
    // The host decides how long a frame is; it counts as memory all the same.
    memory_borrow(L, frame.count);
    push_frame(L, frame.bytes, frame.count);
}

void lazy_push_frame(lua_State *L, sandbox_bytes frame) {
    sandbox *box = sandbox_of(L);
    luaL_checkstack(L, 8, NULL);
    box->exempt = true;
    void *copy = lua_newuserdatauv(L, frame.count, 0);
    box->exempt = false;
    if (frame.count > 0) memcpy(copy, frame.bytes, frame.count);
    int index = lua_gettop(L);
    if (frame.count > 0 && frame.bytes[0] >= VALUE_LIST) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &FRAMES);
        lua_pushvalue(L, index);
        lua_rawseti(L, -2, box->frame_count + 1);
        lua_pop(L, 1);
    }
    push_frame(L, copy, frame.count);
    lua_remove(L, index);
}
