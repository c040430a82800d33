// What went wrong and where, written into fixed room: no line of this file allocates, because it
// runs where memory may be exhausted.

#include "state.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void failure_append(char *text, size_t room, const char *format, ...) {
    size_t length = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + length, room - length, format, arguments);
    va_end(arguments);
}

static void put(char *text, size_t room, const char *source, size_t length) {
    size_t at = 0;
    for (size_t i = 0; i < length && at + sizeof "\\u{0}" < room; i += 1) {
        if (source[i]) text[at++] = source[i];
        else for (const char *shown = "\\u{0}"; *shown; shown += 1) text[at++] = *shown;
    }
    text[at] = 0;
}

bool failure_is_host(const lua_Debug *frame) {
    return frame->source[0] == '@';
}

bool failure_plugin_frame(lua_State *L, int level, lua_Debug *frame) {
    for (; level < 200 && lua_getstack(L, level, frame); level += 1) {
        lua_getinfo(L, "Sl", frame);
        if (frame->source[0] == '=' && frame->currentline > 0) return true;
    }
    return false;
}

/// The place that Lua put in front of a message ("chunk:12: "), as the length of that prefix.
static size_t place_prefix(sandbox *box, const char *message, int *chunk, int *line) {
    for (int i = 0; i < box->chunk_count; i += 1) {
        const char *name = box->chunks[i];
        // Lua cuts the names of chunks: '=' names at their end.
        size_t length = strlen(name);
        if (length > LUA_IDSIZE - 1) length = LUA_IDSIZE - 1;
        if (strncmp(message, name, length) != 0 || message[length] != ':') continue;
        char *end;
        long number = strtol(message + length + 1, &end, 10);
        if (end == message + length + 1 || end[0] != ':' || end[1] != ' ') continue;
        *chunk = i;
        *line = (int)number;
        return (size_t)(end + 2 - message);
    }
    return 0;
}

static void trace(sandbox *box, lua_State *L) {
    failure *into = &box->failure;
    into->traceback[0] = 0;
    int lines = 0;
    resumption *outer = box->resumptions;
    // Of the coroutine at hand, only the resumptions outside of it are its callers.
    for (lua_State *thread = L; thread; thread = outer ? outer->from : NULL,
        outer = outer ? outer->outer : NULL) {
        lua_Debug frame;
        for (int level = 0; lua_getstack(thread, level, &frame); level += 1) {
            lua_getinfo(thread, "Sln", &frame);
            if (frame.source[0] != '=' || frame.currentline <= 0) continue;
            if (strcmp(frame.source, "=[C]") == 0) continue;
            char *text = into->traceback;
            const size_t room = sizeof into->traceback;
            if (lines > 0) failure_append(text, room, "\n");
            if (++lines > TRACEBACK_LINES || level > 10000) {
                failure_append(text, room, "...");
                return;
            }
            failure_append(text, room, "%.200s:%d: in ", frame.source + 1, frame.currentline);
            if (*frame.what == 'm') failure_append(text, room, "the main chunk");
            else if (*frame.namewhat)
                failure_append(text, room, "function '%.60s'", frame.name);
            else failure_append(text, room, "the function at line %d", frame.linedefined);
        }
    }
}

/// The innermost line of the plugin, over all coroutines that wait for this one.
static void place(sandbox *box, lua_State *L) {
    lua_Debug frame;
    bool found = failure_plugin_frame(L, 0, &frame);
    for (resumption *outer = box->resumptions; !found && outer; outer = outer->outer)
        found = failure_plugin_frame(outer->from, 0, &frame);
    if (!found) return;
    put(box->failure.chunk, NAME_LENGTH, frame.source + 1, strlen(frame.source + 1));
    box->failure.line = frame.currentline;
}

/// Names that a plugin of another host would find.
static const char *refused_global(const char *message) {
    static const struct { const char *name, *why; } refused[] = {
        {"io", "plugins read and write no files"},
        {"os", "plugins have no clock, environment or processes"},
        {"debug", "plugins cannot look into the interpreter"},
        {"package", "'require' finds the plugin's own files and nothing else"},
        {"load", "plugins compile no code at run time"},
        {"loadstring", "plugins compile no code at run time"},
        {"loadfile", "'require' finds the plugin's own files"},
        {"dofile", "'require' finds the plugin's own files"},
        {"collectgarbage", "memory is managed by the host"},
        {"warn", "use print"},
    };
    const char *global = strstr(message, "(global '");
    if (!global) return NULL;
    global += strlen("(global '");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i += 1) {
        size_t length = strlen(refused[i].name);
        if (strncmp(global, refused[i].name, length) == 0 && global[length] == '\'')
            return refused[i].why;
    }
    return NULL;
}

static void describe_text(sandbox *box, const char *message, size_t length) {
    failure *into = &box->failure;
    if (box->typed_kind != SANDBOX_OK
        && strncmp(message, box->typed_message, NAME_LENGTH - 1) == 0)
        into->kind = box->typed_kind;
    int chunk, line;
    size_t prefix = place_prefix(box, message, &chunk, &line);
    if (prefix > 0 && (into->line == 0 || box->chunks[chunk][-1] == '=')) {
        put(into->chunk, NAME_LENGTH, box->chunks[chunk], strlen(box->chunks[chunk]));
        into->line = line;
    }
    put(into->message, MESSAGE_LENGTH, message + prefix, length - prefix);
    const char *why = refused_global(into->message);
    if (why && into->kind == SANDBOX_RUNTIME) {
        into->kind = SANDBOX_DENIED;
        failure_append(into->message, MESSAGE_LENGTH, ": %s", why);
    }
}

void failure_describe(sandbox *box, lua_State *L, int error, bool with_stack) {
    failure *into = &box->failure;
    if (box->tripped) return;
    box->described = true;
    *into = (failure){.kind = SANDBOX_RUNTIME};
    if (with_stack) {
        place(box, L);
        trace(box, L);
    }
    switch (lua_type(L, error)) {
    case LUA_TSTRING: {
        size_t length;
        const char *message = lua_tolstring(L, error, &length);
        describe_text(box, message, length);
        break;
    }
    case LUA_TNUMBER:
        if (lua_isinteger(L, error))
            failure_append(into->message, MESSAGE_LENGTH, "%" PRId64,
                (int64_t)lua_tointeger(L, error));
        else failure_append(into->message, MESSAGE_LENGTH, "%.14g",
            lua_tonumber(L, error));
        break;
    default:
        failure_append(into->message, MESSAGE_LENGTH, "the error value is %s%s, expected a string",
            lua_isnil(L, error) ? "" : "a ", luaL_typename(L, error));
    }
    box->typed_kind = SANDBOX_OK;
}

int failure_handler(lua_State *L) {
    sandbox *box = sandbox_of(L);
    if (!box->described) failure_describe(box, L, 1, true);
    return 1;
}

/// 200,000,000
static void append_count(char *text, size_t room, int64_t count) {
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%" PRId64, count);
    for (int i = 0; i < length; i += 1) {
        if (i > 0 && (length - i) % 3 == 0) failure_append(text, room, ",");
        failure_append(text, room, "%c", digits[i]);
    }
}

static void append_size(char *text, size_t room, int64_t size) {
    if (size >= 1 << 20 && size % (1 << 20) == 0)
        failure_append(text, room, "%" PRId64 " MiB", size >> 20);
    else if (size >= 1 << 10 && size % (1 << 10) == 0)
        failure_append(text, room, "%" PRId64 " KiB", size >> 10);
    else {
        append_count(text, room, size);
        failure_append(text, room, " bytes");
    }
}

/// "fuel limit of 200,000,000 instructions reached"
static void describe_reached(
    failure *into, const char *name, int64_t amount, bool is_size, const char *of
) {
    const size_t room = MESSAGE_LENGTH;
    into->limit[0] = 0;
    failure_append(into->limit, sizeof into->limit, "%s", name);
    failure_append(into->message, room, "%s limit of ", name);
    if (is_size) append_size(into->message, room, amount);
    else append_count(into->message, room, amount);
    failure_append(into->message, room, "%s reached", of);
}

void failure_describe_limit(sandbox *box, lua_State *L, sandbox_limit limit) {
    failure *into = &box->failure;
    const sandbox_limits *limits = &box->limits;
    *into = (failure){.kind = SANDBOX_LIMIT};
    box->described = true;
    switch (limit) {
    case SANDBOX_NO_LIMIT: case SANDBOX_HOST: break;
    case SANDBOX_FUEL:
        describe_reached(into, "fuel", limits->fuel, false, " instructions");
        break;
    case SANDBOX_MEMORY:
        describe_reached(into, "memory", limits->memory, true, "");
        break;
    case SANDBOX_BLOCK:
        describe_reached(into, "block", limits->block, true, " for one string or table");
        break;
    case SANDBOX_SOURCE:
        describe_reached(into, "source", limits->source, true, " for one file");
        break;
    case SANDBOX_RESULT:
        describe_reached(into, "result", limits->result, true, "");
        break;
    case SANDBOX_DEADLINE:
        failure_append(into->limit, sizeof into->limit, "deadline");
        failure_append(into->message, MESSAGE_LENGTH,
            "deadline of %g s of processor time reached",
            (double)limits->deadline_nanoseconds / 1e9);
        break;
    }
    if (!L) return;
    place(box, L);
    trace(box, L);
}

int failure_exceed(lua_State *L) {
    sandbox *box = sandbox_of(L);
    static const char *const units[] = {"", "bytes", NULL};
    const char *name = luaL_checkstring(L, 1);
    lua_Integer amount = luaL_checkinteger(L, 2);
    bool is_size = luaL_checkoption(L, 3, "", units) == 1;
    if (!box->tripped) {
        meter_trip(box, L, SANDBOX_HOST);
        describe_reached(&box->failure, name, amount, is_size, "");
    }
    meter_raise(L);
}

static int raise_typed(lua_State *L, sandbox_kind kind) {
    sandbox *box = sandbox_of(L);
    size_t length;
    const char *message = lua_tolstring(L, -1, &length);
    box->typed_kind = kind;
    put(box->typed_message, NAME_LENGTH, message, length);
    return lua_error(L);
}

int failure_raise_at(
    lua_State *L, sandbox_kind kind, const char *chunk, int line, const char *message
) {
    // The name as Lua cuts it, so that the place is recognised again.
    char name[LUA_IDSIZE];
    snprintf(name, sizeof name, "%s", chunk);
    lua_pushfstring(L, "%s:%d: %s", name, line, message);
    return raise_typed(L, kind);
}

int failure_raise(lua_State *L, sandbox_kind kind, const char *format, ...) {
    lua_Debug frame;
    if (failure_plugin_frame(L, 1, &frame))
        lua_pushfstring(L, "%s:%d: ", frame.short_src, frame.currentline);
    else lua_pushliteral(L, "");
    va_list arguments;
    va_start(arguments, format);
    lua_pushvfstring(L, format, arguments);
    va_end(arguments);
    lua_concat(L, 2);
    return raise_typed(L, kind);
}
