// The `sandbox` table: what the host's own chunks may do and plugins may not.

#include "state.h"

#include <string.h>

static const char PRIVILEGED;

/// `mark(a, b, c)`: notes what is at hand; survives every error, and limits too.
static int mark(lua_State *L) {
    sandbox *box = sandbox_of(L);
    int count = lua_gettop(L);
    if (count > MARK_VALUES) count = MARK_VALUES;
    for (int i = 0; i < count; i += 1) {
        mark_value *into = &box->marks[i];
        switch (lua_type(L, i + 1)) {
        case LUA_TBOOLEAN:
            into->type = MARK_BOOLEAN;
            into->boolean = lua_toboolean(L, i + 1);
            break;
        case LUA_TNUMBER:
            into->type = lua_isinteger(L, i + 1) ? MARK_INTEGER : MARK_NUMBER;
            if (into->type == MARK_INTEGER) into->integer = lua_tointeger(L, i + 1);
            else into->number = lua_tonumber(L, i + 1);
            break;
        case LUA_TSTRING: {
            size_t length;
            const char *text = lua_tolstring(L, i + 1, &length);
            if (length > MARK_LENGTH) length = MARK_LENGTH;
            into->type = MARK_STRING;
            into->string.length = (uint32_t)length;
            memcpy(into->string.text, text, length);
            break;
        }
        default: into->type = MARK_NONE;
        }
    }
    box->mark_count = count;
    times_mark(&box->times, &box->marks[0]);
    return 0;
}

void privileged_push_failure(lua_State *L) {
    sandbox *box = sandbox_of(L);
    const failure *from = &box->failure;
    static const char *const kinds[] = {
        [SANDBOX_OK] = "runtime", [SANDBOX_SYNTAX] = "syntax", [SANDBOX_RUNTIME] = "runtime",
        [SANDBOX_LIMIT] = "limit", [SANDBOX_DENIED] = "denied", [SANDBOX_SHAPE] = "shape"};
    lua_createtable(L, 0, 5);
    lua_pushstring(L, from->message);
    lua_setfield(L, -2, "message");
    lua_pushstring(L, kinds[from->kind]);
    lua_setfield(L, -2, "kind");
    if (from->line > 0) {
        lua_pushstring(L, from->chunk);
        lua_setfield(L, -2, "chunk");
        lua_pushinteger(L, from->line);
        lua_setfield(L, -2, "line");
    }
    lua_newtable(L);
    lua_Integer count = 0;
    for (const char *line = from->traceback; *line;) {
        size_t length = strcspn(line, "\n");
        lua_pushlstring(L, line, length);
        lua_rawseti(L, -2, ++count);
        line += length + (line[length] == '\n');
    }
    lua_setfield(L, -2, "traceback");
}

/// `protect(f, ...)` → true, results… or false, failure.
static int protect(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushcfunction(L, failure_handler);
    lua_insert(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 1);
    if (status != LUA_OK) {
        sandbox *box = sandbox_of(L);
        if (box->tripped) meter_raise(L);
        if (!box->described) failure_describe(box, L, -1, false);
        lua_settop(L, 0);
        lua_pushboolean(L, false);
        privileged_push_failure(L);
        meter_pass_on(L);
        return 2;
    }
    meter_pass_on(L);
    lua_pushboolean(L, true);
    lua_replace(L, 1);
    return lua_gettop(L);
}

static bool frame_at(lua_State *L, int argument, lua_Debug *frame) {
    if (lua_isnoneornil(L, argument)) return failure_plugin_frame(L, 1, frame);
    if (!lua_getstack(L, (int)luaL_checkinteger(L, argument), frame)) return false;
    lua_getinfo(L, "Sl", frame);
    return frame->currentline > 0;
}

/// `where(level)` → chunk, line; the innermost line of the plugin without a level.
static int where(lua_State *L) {
    lua_Debug frame;
    if (!frame_at(L, 1, &frame)) return 0;
    lua_pushstring(L, frame.source + 1);
    lua_pushinteger(L, frame.currentline);
    return 2;
}

/// `fail(message, level, kind)`: an error at the plugin's line; never returns.
static int fail(lua_State *L) {
    static const char *const names[] = {"runtime", "shape", "denied", NULL};
    static const sandbox_kind kinds[] = {SANDBOX_RUNTIME, SANDBOX_SHAPE, SANDBOX_DENIED};
    lua_Debug frame;
    const char *message = luaL_checkstring(L, 1);
    sandbox_kind kind = kinds[luaL_checkoption(L, 3, "runtime", names)];
    if (!frame_at(L, 2, &frame)) return failure_raise(L, kind, "%s", message);
    return failure_raise_at(L, kind, frame.source + 1, frame.currentline, message);
}

static int raw_next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lazy_fill(L, 1);
    while (lua_next(L, 1)) {
        if (!lua_islightuserdata(L, -2)) return 2;
        lua_pop(L, 1);
    }
    lua_pushnil(L);
    return 1;
}

static int charge(lua_State *L) {
    lua_Integer amount = luaL_checkinteger(L, 1);
    if (amount > 0) meter_charge(L, (size_t)amount);
    return 0;
}

void privileged_open(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"ask", questions_ask}, {"charge", charge}, {"class", classes_define},
        {"class_of", classes_class_of}, {"collapse", words_collapse}, {"count", elements_count}, {"each", elements_each},
        {"element", elements_get}, {"elements", elements_all}, {"exceed", failure_exceed}, {"fail", fail},
        {"json", json_read}, {"late", chunks_late}, {"mark", mark}, {"filter", filters_make}, {"find_any", words_find_any},
        {"phrases", words_phrases}, {"trim", words_trim}, {"origin", owners_origin}, {"own", owners_own},
        {"protect", protect},
        {"raw_next", raw_next}, {"where", where}, {NULL, NULL}};
    luaL_newlib(L, functions);
    lua_newtable(L);
    lua_setfield(L, -2, "exports");
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_setfield(L, -2, "globals");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &PRIVILEGED);
}

void privileged_push(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &PRIVILEGED);
}

void privileged_push_exports(lua_State *L) {
    privileged_push(L);
    lua_getfield(L, -1, "exports");
    lua_remove(L, -2);
}
