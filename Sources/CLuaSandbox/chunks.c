// Source text: how it is compiled, what of it was compiled before, and how the host's own waits until
// it is wanted.

#include "state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 512, CODE_PIECE = 4096 };

/// Registry key: name → value of those of the host.
static const char LATE;

typedef struct source {
    const char *text;
    size_t rest;
} source;

typedef struct code {
    const uint8_t *text;
    const uint8_t *end;
    char piece[CODE_PIECE];
} code;

/// Hands the text over in small pieces: the compiler runs no instruction, so the hook cannot end
/// a source that takes it for ever.
static const char *read_piece(lua_State *L, void *context, size_t *size) {
    source *from = context;
    if (sandbox_of(L)->tripped) meter_raise(L);
    meter_check_clock(sandbox_of(L), L);
    size_t length = from->rest < PIECE ? from->rest : PIECE;
    if (length == 0) return NULL;
    meter_charge(L, length);
    const char *piece = from->text;
    from->text += length;
    from->rest -= length;
    *size = length;
    return piece;
}

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "code is packed for little-endian machines");

/// Sixteen characters, as two times eight.
typedef uint64_t words __attribute__((vector_size(16)));

/// The 56 bits that each eight characters of seven bits hold.
static words unpack(words both) {
    both = (both & 0x007F007F007F007F) | (both & 0x7F007F007F007F00) >> 1;
    both = (both & 0x00003FFF00003FFF) | (both & 0x3FFF00003FFF0000) >> 2;
    return (both & 0x000000000FFFFFFF) | (both & 0x0FFFFFFF00000000) >> 4;
}

/// Hands code over in pieces: seven bytes of each eight characters.
static const char *read_code(lua_State *L, void *context, size_t *size) {
    (void)L;
    code *from = context;
    size_t length = 0;
    while (from->end - from->text >= 8 && length + sizeof(words) <= CODE_PIECE) {
        words both = {0};
        size_t count = from->end - from->text >= 16 ? 16 : 8;
        memcpy(&both, from->text, 8);
        if (count == 16) memcpy(&both, from->text, 16);
        both = unpack(both);
        memcpy(from->piece + length, &both, 8);
        memcpy(from->piece + length + 7, (char *)&both + 8, 8);
        from->text += count;
        length += count / 8 * 7;
    }
    *size = length;
    return length > 0 ? from->piece : NULL;
}

/// Pushes a function without compiling it, for the fuel that its source costs.
static int load_code(lua_State *L, sandbox_chunk chunk, const char *name) {
    meter_charge(L, chunk.source.count);
    code from = {.text = chunk.code.bytes, .end = chunk.code.bytes + chunk.code.count};
    return lua_load(L, read_code, &from, name, "b");
}

static int load_source(
    lua_State *L, sandbox_chunk chunk, source *from, const char *name, chunk_kind kind
) {
    if (chunk.code.count > 0) return load_code(L, chunk, name);
    // The host's own sources travel inside the executable and are not an attack.
    if (kind == PLUGIN_SOURCE) source_check(L, name + 1, from->text, from->rest);
    return lua_load(L, read_piece, from, name, kind == HOST_CODE ? "b" : "t");
}

/// The name as Lua wants it: '=' in front of a plugin's, '@' in front of a host's. Tells them
/// apart in every frame of a trace.
static const char *remember(lua_State *L, sandbox_bytes name, bool host) {
    sandbox *box = sandbox_of(L);
    char prefix = host ? '@' : '=';
    for (int i = 0; i < box->chunk_count; i += 1) {
        const char *known = box->chunks[i];
        if (known[-1] == prefix && strlen(known) == name.count
            && memcmp(known, name.bytes, name.count) == 0) return known - 1;
    }
    if (box->chunk_count == CHUNK_COUNT) luaL_error(L, "more than %d files", CHUNK_COUNT);
    char *copy = malloc(name.count + 2);
    if (!copy) {
        meter_trip(box, L, SANDBOX_MEMORY);
        meter_raise(L);
    }
    copy[0] = prefix;
    if (name.count > 0) memcpy(copy + 1, name.bytes, name.count);
    copy[name.count + 1] = 0;
    box->chunks[box->chunk_count++] = copy + 1;
    return copy;
}

int chunks_load(lua_State *L, sandbox_chunk chunk, chunk_kind kind) {
    sandbox *box = sandbox_of(L);
    bool host = kind != PLUGIN_SOURCE;
    const char *name = remember(L, chunk.name, host);
    if (!host && chunk.source.count > (size_t)box->limits.source) {
        meter_trip(box, L, SANDBOX_SOURCE);
        snprintf(box->failure.chunk, NAME_LENGTH, "%s", name + 1);
        meter_raise(L);
    }
    source from = {(const char *)chunk.source.bytes, chunk.source.count};
    if (chunk.code.count > 0) from = (source){0};
    if (from.rest >= 3 && memcmp(from.text, "\xEF\xBB\xBF", 3) == 0) {
        from.text += 3;
        from.rest -= 3;
    }
    const char *start = from.text;
    int status = load_source(L, chunk, &from, name, kind);
    if (status != LUA_OK) {
        int line = 1;
        for (const char *at = start; at < from.text; at += 1) line += *at == '\n';
        if (box->tripped) {
            // A limit hit while compiling has no frame to be named after.
            if (box->failure.line == 0) {
                snprintf(box->failure.chunk, NAME_LENGTH, "%s", name + 1);
                box->failure.line = line;
            }
            meter_raise(L);
        }
        // The handler has seen it, without a place: the compiler is no function of Lua's.
        box->described = false;
        if (status != LUA_ERRSYNTAX)
            return failure_raise_at(L, SANDBOX_SYNTAX, name + 1, line, lua_tostring(L, -1));
        box->typed_kind = SANDBOX_SYNTAX;
        snprintf(box->typed_message, NAME_LENGTH, "%s", lua_tostring(L, -1));
        return lua_error(L);
    }
    if (host) {
        library_push_host(L);
        lua_setupvalue(L, -2, 1);
    }
    return 1;
}

static int write_piece(lua_State *L, const void *piece, size_t size, void *into) {
    (void)L;
    return bytes_append(into, piece, size) ? 0 : 1;
}

void chunks_dump(lua_State *L) {
    sandbox *box = sandbox_of(L);
    if (lua_dump(L, write_piece, &box->result, 0) == 0) return;
    meter_trip(box, L, SANDBOX_MEMORY);
    meter_raise(L);
}

bool chunks_keep(sandbox *box, sandbox_chunk chunk) {
    if (box->late_count == LATE_COUNT) return false;
    size_t copied = chunk.code.count > 0 ? 0 : chunk.source.count;
    uint8_t *copy = malloc(chunk.name.count + copied + 1);
    if (!copy) return false;
    memcpy(copy, chunk.name.bytes, chunk.name.count);
    if (copied > 0) memcpy(copy + chunk.name.count, chunk.source.bytes, copied);
    box->late[box->late_count++] = (sandbox_chunk){
        .name = {copy, chunk.name.count},
        .source = {copy + chunk.name.count, chunk.source.count},
        .code = chunk.code};
    return true;
}

void chunks_free(sandbox *box) {
    for (int i = 0; i < box->late_count; i += 1) free((void *)(uintptr_t)box->late[i].name.bytes);
}

static sandbox_chunk kept(lua_State *L, const char *name, size_t length) {
    sandbox *box = sandbox_of(L);
    for (int i = 0; i < box->late_count; i += 1) {
        sandbox_chunk chunk = box->late[i];
        if (chunk.name.count == length && memcmp(chunk.name.bytes, name, length) == 0)
            return chunk;
    }
    failure_raise(L, SANDBOX_RUNTIME, "the host has no chunk '%s'", name);
    return (sandbox_chunk){0};
}

/// What a call costs does not depend on whether an earlier one ran the chunk: that is free, and
/// counting starts again behind it. So each is charged for what counting loses.
int chunks_late(lua_State *L) {
    size_t length;
    const char *name = luaL_checklstring(L, 1, &length);
    sandbox *box = sandbox_of(L);
    meter_charge(L, REQUIRE_FUEL + 100);
    lua_settop(L, 1);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &LATE) != LUA_TTABLE) {
        lua_newtable(L);
        lua_replace(L, 2);
        lua_pushvalue(L, 2);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &LATE);
    }
    int64_t fuel = box->fuel;
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) == LUA_TNIL) {
        lua_pop(L, 1);
        box->fuel = INT64_MAX / 2;
        chunks_load(L, kept(L, name, length), HOST_SOURCE);
        privileged_push(L);
        lua_call(L, 1, 1);
        lua_pushvalue(L, 1);
        lua_pushvalue(L, -2);
        lua_rawset(L, 2);
    }
    meter_continue(L, fuel);
    return 1;
}
