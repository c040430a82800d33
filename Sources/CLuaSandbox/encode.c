// A result on its way out, written into bytes of the host's own. Only raw reads: no code of the
// plugin runs any more, whatever metatables the values have.

#include "codec.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

enum { DEPTH = 32 };

typedef struct step {
    const void *table;
    const char *name;
    lua_Integer index;
} step;

typedef struct writer {
    lua_State *L;
    bytes *into;
    size_t limit;
    step path[DEPTH];
    int depth;
} writer;

/// Where in the result: `result.findings[3].place`.
static const char *path_of(const writer *to, char *text, size_t room) {
    snprintf(text, room, to->depth > 0 && (to->path[0].name || to->path[0].index > 0)
        ? "result" : "the result");
    for (int i = 0; i < to->depth; i += 1) {
        const step *at = &to->path[i];
        if (at->name) failure_append(text, room, "%s%.40s", ".", at->name);
        else if (at->index > 0) failure_append(text, room, "[%lld]", (long long)at->index);
    }
    return text;
}

static int refuse(writer *to, const char *what) {
    char path[NAME_LENGTH];
    return failure_raise(
        to->L, SANDBOX_SHAPE, "%s %s", path_of(to, path, sizeof path), what);
}

static void put(writer *to, const void *data, size_t count) {
    if (count > to->limit - to->into->count) {
        meter_trip(sandbox_of(to->L), to->L, SANDBOX_RESULT);
        meter_raise(to->L);
    }
    if (!bytes_append(to->into, data, count)) {
        meter_trip(sandbox_of(to->L), to->L, SANDBOX_MEMORY);
        meter_raise(to->L);
    }
}

static void put_number(writer *to, uint64_t value, size_t count) {
    uint8_t octets[8];
    for (size_t i = 0; i < count; i += 1) octets[i] = (uint8_t)(value >> 8 * i);
    put(to, octets, count);
}

static void put_tag(writer *to, uint8_t tag) {
    put(to, &tag, 1);
}

static void patch(writer *to, size_t at) {
    size_t length = to->into->count - at - 4;
    for (size_t i = 0; i < 4; i += 1) to->into->data[at + i] = (uint8_t)(length >> 8 * i);
}

static void put_value(writer *to, int index);

static void put_list(writer *to, int table, lua_Integer count) {
    lua_State *L = to->L;
    put_tag(to, VALUE_LIST);
    size_t at = to->into->count;
    put_number(to, 0, 4);
    put_number(to, (uint64_t)count, 4);
    for (lua_Integer i = 1; i <= count; i += 1) {
        to->path[to->depth - 1].index = i;
        lua_rawgeti(L, table, i);
        put_value(to, lua_gettop(L));
        lua_pop(L, 1);
    }
    patch(to, at);
}

static void put_record(writer *to, int table, int keys, lua_Integer count) {
    lua_State *L = to->L;
    put_tag(to, VALUE_RECORD);
    size_t at = to->into->count;
    put_number(to, 0, 4);
    put_number(to, (uint64_t)count, 4);
    put_number(to, 0, 2);
    for (lua_Integer i = 1; i <= count; i += 1) {
        if (lua_rawgeti(L, keys, i) != LUA_TSTRING) {
            lua_pop(L, 1);
            refuse(to, "has keys that are neither 1..n nor all strings");
        }
        size_t length;
        const char *name = lua_tolstring(L, -1, &length);
        to->path[to->depth - 1].name = name;
        if (length > UINT16_MAX) refuse(to, "has a key of more than 65,535 bytes");
        put_number(to, length, 2);
        put(to, name, length);
        lua_pushvalue(L, -1);
        lua_rawget(L, table);
        put_value(to, lua_gettop(L));
        lua_pop(L, 2);
    }
    patch(to, at);
}

static void put_table(writer *to, int table) {
    lua_State *L = to->L;
    const void *identity = lua_topointer(L, table);
    for (int i = 0; i < to->depth; i += 1)
        if (to->path[i].table == identity) refuse(to, "contains itself");
    if (to->depth == DEPTH) refuse(to, "is nested more than 32 deep");
    luaL_checkstack(L, 12, NULL);
    lazy_fill(L, table);
    to->path[to->depth++] = (step){identity, NULL, 0};
    lua_Integer count = iteration_keys(L, table);
    int keys = lua_gettop(L);
    meter_charge(L, (size_t)count);
    if (lua_isnil(L, keys)) put_list(to, table, count);
    else put_record(to, table, keys, count);
    to->depth -= 1;
    lua_pop(L, 1);
}

static void put_value(writer *to, int index) {
    lua_State *L = to->L;
    switch (lua_type(L, index)) {
    case LUA_TNIL: put_tag(to, VALUE_NONE); break;
    case LUA_TBOOLEAN: put_tag(to, lua_toboolean(L, index) ? VALUE_TRUE : VALUE_FALSE); break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            put_tag(to, VALUE_INTEGER);
            put_number(to, (uint64_t)lua_tointeger(L, index), 8);
        } else {
            double number = lua_tonumber(L, index);
            uint64_t bits;
            memcpy(&bits, &number, sizeof bits);
            put_tag(to, VALUE_NUMBER);
            put_number(to, bits, 8);
        }
        break;
    case LUA_TSTRING: {
        size_t length;
        const char *text = lua_tolstring(L, index, &length);
        meter_charge_bytes(L, length);
        put_tag(to, VALUE_STRING);
        put_number(to, length, 4);
        put(to, text, length);
        break;
    }
    case LUA_TTABLE: put_table(to, index); break;
    default: {
        char what[64];
        snprintf(what, sizeof what, "is a %s, expected a plain value", luaL_typename(L, index));
        refuse(to, what);
    }
    }
}

void encode_result(lua_State *L, int value) {
    sandbox *box = sandbox_of(L);
    box->result.count = 0;
    writer to = {.L = L, .into = &box->result, .limit = (size_t)box->limits.result};
    put_value(&to, value);
}

static bool append_number(bytes *into, uint64_t value, size_t count) {
    uint8_t octets[8];
    for (size_t i = 0; i < count; i += 1) octets[i] = (uint8_t)(value >> 8 * i);
    return bytes_append(into, octets, count);
}

static bool append_mark(bytes *into, const mark_value *mark) {
    static const uint8_t tags[] = {
        [MARK_NONE] = VALUE_NONE, [MARK_INTEGER] = VALUE_INTEGER, [MARK_NUMBER] = VALUE_NUMBER,
        [MARK_STRING] = VALUE_STRING};
    uint8_t tag = mark->type == MARK_BOOLEAN
        ? (mark->boolean ? VALUE_TRUE : VALUE_FALSE) : tags[mark->type];
    if (!bytes_append(into, &tag, 1)) return false;
    switch (mark->type) {
    case MARK_NONE: case MARK_BOOLEAN: return true;
    case MARK_INTEGER: return append_number(into, (uint64_t)mark->integer, 8);
    case MARK_NUMBER: {
        uint64_t bits;
        memcpy(&bits, &mark->number, sizeof bits);
        return append_number(into, bits, 8);
    }
    case MARK_STRING:
        return append_number(into, mark->string.length, 4)
            && bytes_append(into, mark->string.text, mark->string.length);
    }
    return false;
}

bool encode_marks(sandbox *box) {
    bytes *into = &box->mark_encoding;
    into->count = 0;
    uint8_t tag = VALUE_LIST;
    bool fits = bytes_append(into, &tag, 1) && append_number(into, 0, 4)
        && append_number(into, (uint64_t)box->mark_count, 4);
    for (int i = 0; fits && i < box->mark_count; i += 1)
        fits = append_mark(into, &box->marks[i]);
    if (!fits) return false;
    size_t length = into->count - 5;
    for (size_t i = 0; i < 4; i += 1) into->data[1 + i] = (uint8_t)(length >> 8 * i);
    return true;
}
