// Source text: how it is compiled, and how a plugin's files find each other.

#include "state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 512, REQUIRE = 50 };

/// Registry keys: name → source, name → value, list of the modules being loaded, and name → value of
/// those of the host.
static const char MODULES, LOADED, LOADING, LATE;

typedef struct source {
    const char *text;
    size_t rest;
} source;

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
    if (from.rest >= 3 && memcmp(from.text, "\xEF\xBB\xBF", 3) == 0) {
        from.text += 3;
        from.rest -= 3;
    }
    const char *start = from.text;
    // The host's own sources travel inside the executable and are not an attack.
    if (!host) source_check(L, name + 1, start, from.rest);
    int status = lua_load(L, read_piece, &from, name, kind == HOST_CODE ? "b" : "t");
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

/// `risk-register/lib/table.lua` beside `risk-register/init.lua` → `lib.table`; false where no
/// name leads to the file.
static bool module_name(sandbox_chunk entry, sandbox_chunk module, char *name, size_t room) {
    size_t folder = entry.name.count;
    while (folder > 0 && entry.name.bytes[folder - 1] != '/') folder -= 1;
    if (module.name.count < folder + 5 || module.name.count - folder - 4 >= room) return false;
    if (memcmp(module.name.bytes, entry.name.bytes, folder) != 0) return false;
    const char *path = (const char *)module.name.bytes + folder;
    size_t length = module.name.count - folder - 4;
    if (memcmp(path + length, ".lua", 4) != 0) return false;
    bool after_dot = true;
    for (size_t i = 0; i < length; i += 1) {
        char c = path[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        if (!plain && (c != '/' || after_dot)) return false;
        name[i] = plain ? c : '.';
        after_dot = !plain;
    }
    name[length] = 0;
    return !after_dot;
}

void chunks_install_modules(
    lua_State *L, sandbox_chunk entry, const sandbox_chunk *modules, size_t count
) {
    lua_createtable(L, 0, (int)count);
    for (size_t i = 0; i < count; i += 1) {
        char name[NAME_LENGTH];
        bool is_entry = modules[i].name.count == entry.name.count
            && memcmp(modules[i].name.bytes, entry.name.bytes, entry.name.count) == 0;
        if (is_entry || !module_name(entry, modules[i], name, sizeof name)) continue;
        lua_createtable(L, 2, 0);
        lua_pushlstring(L, (const char *)modules[i].name.bytes, modules[i].name.count);
        lua_rawseti(L, -2, 1);
        lua_pushlstring(L, (const char *)modules[i].source.bytes, modules[i].source.count);
        lua_rawseti(L, -2, 2);
        lua_setfield(L, -2, name);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, &MODULES);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &LOADED);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &LOADING);
}

static int missing(lua_State *L, const char *whole) {
    char name[NAME_LENGTH];
    snprintf(name, sizeof name, "%s", whole);
    luaL_Buffer names;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &MODULES);
    int modules = lua_gettop(L);
    if (lua_istable(L, modules)) iteration_keys(L, modules);
    else lua_newtable(L);
    int keys = lua_gettop(L);
    lua_Integer count = lua_istable(L, keys) ? (lua_Integer)lua_rawlen(L, keys) : 0;
    luaL_buffinit(L, &names);
    for (lua_Integer i = 1; i <= count && i <= 20; i += 1) {
        if (i > 1) luaL_addstring(&names, ", ");
        lua_rawgeti(L, keys, i);
        luaL_addvalue(&names);
    }
    if (count > 20) luaL_addstring(&names, ", ...");
    luaL_pushresult(&names);
    if (count == 0)
        return failure_raise(L, SANDBOX_RUNTIME,
            "no module '%s': the plugin has no file beside this one to require", name);
    return failure_raise(L, SANDBOX_RUNTIME,
        "no module '%s' in this plugin, which has: %s", name, lua_tostring(L, -1));
}

static int cycle(lua_State *L, int loading, lua_Integer depth, const char *name) {
    luaL_Buffer chain;
    luaL_buffinit(L, &chain);
    for (lua_Integer i = 1; i <= depth; i += 1) {
        lua_rawgeti(L, loading, i);
        luaL_addvalue(&chain);
        luaL_addstring(&chain, " -> ");
    }
    luaL_addstring(&chain, name);
    luaL_pushresult(&chain);
    return failure_raise(L, SANDBOX_RUNTIME,
        "modules require each other in a circle: %s", lua_tostring(L, -1));
}

static int run_module(lua_State *L) {
    sandbox_chunk chunk;
    lua_rawgeti(L, 1, 1);
    chunk.name.bytes = (const uint8_t *)lua_tolstring(L, -1, &chunk.name.count);
    lua_rawgeti(L, 1, 2);
    chunk.source.bytes = (const uint8_t *)lua_tolstring(L, -1, &chunk.source.count);
    chunks_load(L, chunk, PLUGIN_SOURCE);
    lua_call(L, 0, 1);
    return 1;
}

int chunks_require(lua_State *L) {
    if (lua_type(L, 1) != LUA_TSTRING)
        return failure_raise(L, SANDBOX_RUNTIME,
            "require takes the name of a module, got a %s", luaL_typename(L, 1));
    const char *name = lua_tostring(L, 1);
    meter_charge(L, REQUIRE + lua_rawlen(L, 1));
    lua_settop(L, 1);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &LOADED) != LUA_TTABLE) return missing(L, name);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) != LUA_TNIL) return 1;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &MODULES);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, -2) != LUA_TTABLE) return missing(L, name);
    int module = lua_gettop(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &LOADING);
    int loading = lua_gettop(L);
    lua_Integer depth = (lua_Integer)lua_rawlen(L, loading);
    for (lua_Integer i = 1; i <= depth; i += 1) {
        lua_rawgeti(L, loading, i);
        if (lua_rawequal(L, -1, 1)) return cycle(L, loading, depth, name);
        lua_pop(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_rawseti(L, loading, depth + 1);
    lua_pushcfunction(L, failure_handler);
    lua_pushcfunction(L, run_module);
    lua_pushvalue(L, module);
    int status = lua_pcall(L, 1, 1, -3);
    lua_pushnil(L);
    lua_rawseti(L, loading, depth + 1);
    // What the handler wrote stays: it saw the module's own frames.
    if (status != LUA_OK && sandbox_of(L)->tripped) meter_raise(L);
    if (status != LUA_OK) return lua_error(L);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, true);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}

bool chunks_keep(sandbox *box, sandbox_chunk chunk) {
    if (box->late_count == LATE_COUNT) return false;
    uint8_t *copy = malloc(chunk.name.count + chunk.source.count + 1);
    if (!copy) return false;
    memcpy(copy, chunk.name.bytes, chunk.name.count);
    memcpy(copy + chunk.name.count, chunk.source.bytes, chunk.source.count);
    box->late[box->late_count++] = (sandbox_chunk){
        .name = {copy, chunk.name.count},
        .source = {copy + chunk.name.count, chunk.source.count}};
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
    meter_charge(L, REQUIRE + 100);
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
