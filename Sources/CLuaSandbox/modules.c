// How a plugin's files find each other, and those of the libraries that it requires. A file is known
// by where it stands: those of the plugin beside its entry, those of a library in a folder of their own,
// `team-lib/levels.lua`.

#include "state.h"

#include <stdio.h>
#include <string.h>

/// Registry keys: name → { chunk, source }, name → value, list of the modules being loaded, and the
/// folder of the plugin's entry.
static const char MODULES, LOADED, LOADING, OWN;

/// What stands in front of the first '/'.
static size_t package_length(const char *chunk, size_t length) {
    size_t at = 0;
    while (at < length && chunk[at] != '/') at += 1;
    return at < length ? at : 0;
}

/// `lib/table.lua` → `lib.table`; false where no name leads to the file.
static bool dotted_name(const char *path, size_t length, char *name, size_t room) {
    if (length < 5 || length - 4 >= room) return false;
    length -= 4;
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

/// The name by which the plugin requires a file: `risk-register/lib/table.lua` beside
/// `risk-register/init.lua` is `lib.table`, `team-lib/levels.lua` of a library `team-lib.levels` and its
/// `team-lib/lib.lua` is `team-lib`. False where no name leads to it.
static bool module_name(sandbox_chunk entry, sandbox_chunk module, char *name, size_t room) {
    const char *own = (const char *)entry.name.bytes, *path = (const char *)module.name.bytes;
    size_t folder = entry.name.count;
    while (folder > 0 && own[folder - 1] != '/') folder -= 1;
    if (module.name.count > folder && memcmp(path, own, folder) == 0)
        return dotted_name(path + folder, module.name.count - folder, name, room);
    size_t package = package_length(path, module.name.count);
    if (package == 0 || package + 1 >= room) return false;
    if (package == package_length(own, entry.name.count) && memcmp(path, own, package) == 0)
        return false;
    memcpy(name, path, package);
    name[package] = '.';
    char *rest = name + package + 1;
    if (!dotted_name(path + package + 1, module.name.count - package - 1, rest,
            room - package - 1)) return false;
    if (strcmp(rest, "lib") == 0) name[package] = 0;
    return true;
}

/// Pushes the source of a module; of one that has code the chunk without its name, which is lent.
static void push_text(lua_State *L, const sandbox_chunk *module) {
    if (module->code.count == 0) {
        lua_pushlstring(L, (const char *)module->source.bytes, module->source.count);
        return;
    }
    sandbox_chunk *kept = lua_newuserdatauv(L, sizeof *kept, 0);
    *kept = (sandbox_chunk){.source = {NULL, module->source.count}, .code = module->code};
}

void modules_install(
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
        push_text(L, &modules[i]);
        lua_rawseti(L, -2, 2);
        lua_setfield(L, -2, name);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, &MODULES);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &LOADED);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &LOADING);
    const char *own = (const char *)entry.name.bytes;
    lua_pushlstring(L, own, package_length(own, entry.name.count));
    lua_rawsetp(L, LUA_REGISTRYINDEX, &OWN);
}

/// Pushes the package that a chunk is of.
static void push_package(lua_State *L, const char *chunk) {
    lua_pushlstring(L, chunk, package_length(chunk, strlen(chunk)));
}

/// Pushes the library whose code calls `require`; false, and nothing, where that is the plugin.
static bool push_library(lua_State *L) {
    lua_Debug frame;
    int top = lua_gettop(L);
    bool is_found = false, is_lost = false;
    for (int level = 0; !is_found && !is_lost && lua_getstack(L, level, &frame); level += 1) {
        lua_getinfo(L, "Slt", &frame);
        is_found = frame.source[0] == '=' && frame.currentline > 0;
        is_lost = !is_found && frame.istailcall;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &LOADING);
    lua_Integer depth = (lua_Integer)lua_rawlen(L, -1);
    if (is_lost && depth > 0) {
        // `return require "levels"` leaves no frame; it is the file that is being loaded.
        lua_rawgetp(L, LUA_REGISTRYINDEX, &MODULES);
        lua_rawgeti(L, -2, depth);
        lua_rawget(L, -2);
        lua_rawgeti(L, -1, 1);
        push_package(L, lua_tostring(L, -1));
    } else if (is_found || (is_lost && failure_plugin_frame(L, 1, &frame))) {
        push_package(L, frame.source + 1);
    } else {
        lua_settop(L, top);
        return false;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &OWN);
    bool is_own = lua_rawequal(L, -1, -2);
    lua_pop(L, 1);
    if (is_own) {
        lua_settop(L, top);
        return false;
    }
    lua_replace(L, top + 1);
    lua_settop(L, top + 1);
    return true;
}

/// Is the module on top of the stack of another package than the plugin's own?
static bool is_of_library(lua_State *L) {
    int top = lua_gettop(L);
    lua_rawgeti(L, top, 1);
    push_package(L, lua_tostring(L, -1));
    lua_rawgetp(L, LUA_REGISTRYINDEX, &OWN);
    bool is_own = lua_rawequal(L, -1, -2);
    lua_settop(L, top);
    return !is_own;
}

/// Replaces the name at 1 with the whole name of the module that is meant, and pushes the module; false,
/// and nothing, where there is none. The code of a library finds its own files by their own names, and
/// libraries, but no file of the plugin.
static bool find(lua_State *L, const char *library) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &MODULES);
    int modules = lua_gettop(L);
    if (library) {
        lua_pushfstring(L, "%s.%s", library, lua_tostring(L, 1));
        lua_pushvalue(L, -1);
        if (lua_rawget(L, modules) == LUA_TTABLE) {
            lua_insert(L, modules);
            lua_replace(L, 1);
            lua_settop(L, modules);
            return true;
        }
        lua_settop(L, modules);
    }
    lua_pushvalue(L, 1);
    if (lua_rawget(L, modules) == LUA_TTABLE && (!library || is_of_library(L))) {
        lua_replace(L, modules);
        return true;
    }
    lua_settop(L, modules - 1);
    return false;
}

/// Adds the names in the list at the top that `library` can require, as it requires them; how many.
static lua_Integer add_names(lua_State *L, luaL_Buffer *names, int keys, const char *library) {
    enum { SHOWN = 20 };
    size_t length = library ? strlen(library) : 0;
    lua_Integer count = (lua_Integer)lua_rawlen(L, keys), shown = 0;
    for (lua_Integer i = 1; i <= count; i += 1) {
        lua_rawgeti(L, keys, i);
        const char *name = lua_tostring(L, -1);
        bool own = !library || (strncmp(name, library, length) == 0 && name[length] == '.');
        char copy[NAME_LENGTH];
        snprintf(copy, sizeof copy, "%s", own && library ? name + length + 1 : name);
        lua_pop(L, 1);
        if (!own) continue;
        shown += 1;
        if (shown > SHOWN + 1) continue;
        if (shown > 1) luaL_addstring(names, ", ");
        luaL_addstring(names, shown > SHOWN ? "..." : copy);
    }
    return shown;
}

static int missing(lua_State *L, const char *whole, const char *of) {
    char name[NAME_LENGTH], library[NAME_LENGTH];
    snprintf(name, sizeof name, "%s", whole);
    snprintf(library, sizeof library, "%s", of ? of : "");
    luaL_Buffer names;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &MODULES);
    int modules = lua_gettop(L);
    if (lua_istable(L, modules)) iteration_keys(L, modules);
    else lua_newtable(L);
    int keys = lua_gettop(L);
    if (!lua_istable(L, keys)) {
        lua_newtable(L);
        keys = lua_gettop(L);
    }
    luaL_buffinit(L, &names);
    lua_Integer count = add_names(L, &names, keys, of ? library : NULL);
    luaL_pushresult(&names);
    if (of && count == 0)
        return failure_raise(L, SANDBOX_RUNTIME,
            "no module '%s' in the library '%s', and no library of this name", name, library);
    if (of)
        return failure_raise(L, SANDBOX_RUNTIME,
            "no module '%s' in the library '%s', which has: %s", name, library,
            lua_tostring(L, -1));
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
    sandbox_chunk chunk = {0};
    lua_rawgeti(L, 1, 2);
    if (lua_isuserdata(L, -1)) chunk = *(sandbox_chunk *)lua_touserdata(L, -1);
    else chunk.source.bytes = (const uint8_t *)lua_tolstring(L, -1, &chunk.source.count);
    lua_rawgeti(L, 1, 1);
    chunk.name.bytes = (const uint8_t *)lua_tolstring(L, -1, &chunk.name.count);
    chunks_load(L, chunk, PLUGIN_SOURCE);
    lua_call(L, 0, 1);
    return 1;
}

int modules_require(lua_State *L) {
    if (lua_type(L, 1) != LUA_TSTRING)
        return failure_raise(L, SANDBOX_RUNTIME,
            "require takes the name of a module, got a %s", luaL_typename(L, 1));
    meter_charge(L, REQUIRE_FUEL + lua_rawlen(L, 1));
    lua_settop(L, 1);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &LOADED) != LUA_TTABLE)
        return missing(L, lua_tostring(L, 1), NULL);
    const char *library = push_library(L) ? lua_tostring(L, -1) : NULL;
    bool is_whole = strlen(lua_tostring(L, 1)) == lua_rawlen(L, 1);
    if (!is_whole || !find(L, library)) return missing(L, lua_tostring(L, 1), library);
    const char *name = lua_tostring(L, 1);
    int module = lua_gettop(L);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) != LUA_TNIL) return 1;
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
