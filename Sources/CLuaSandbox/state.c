// The life of a handle, and the one way into Lua.
//
// Everything that may raise runs inside two protected calls: the outer one catches an
// out-of-memory error that Lua raises while it builds the error of the inner one. So nothing can
// reach `lua_atpanic`, and no jump can pass over the frame of whoever called.

#include "state.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct entry {
    lua_CFunction body;
    void *argument;
    int status;
} entry;

static int panic(lua_State *L) {
    (void)L;
    // Unreachable by design; ending at once is all that is safe if the design is wrong.
    _exit(70);
}

static int guarded(lua_State *L) {
    sandbox *box = sandbox_of(L);
    entry *what = lua_touserdata(L, 1);
    lua_pushcfunction(L, failure_handler);
    lua_pushcfunction(L, what->body);
    lua_pushlightuserdata(L, what->argument);
    what->status = lua_pcall(L, 1, 0, 2);
    if (what->status != LUA_OK && !box->described) failure_describe(box, L, -1, false);
    return 0;
}

static sandbox_kind enter(sandbox *box, lua_CFunction body, void *argument) {
    // The first limit hit decides what every later call says.
    if (box->tripped) return box->failure.kind;
    box->described = false;
    box->typed_kind = SANDBOX_OK;
    box->mark_count = 0;
    box->result.count = 0;
    box->allocations = 0;
    box->peak = box->used;
    box->running = box->main;
    box->resumptions = NULL;
    meter_start(box);
    times_begin(&box->times);
    if (box->arena) trials_begin(box);
    entry what = {body, argument, LUA_OK};
    lua_pushcfunction(box->main, guarded);
    lua_pushlightuserdata(box->main, &what);
    int status = lua_pcall(box->main, 1, 0, 0);
    if (box->arena) trials_end();
    times_end(&box->times);
    if (status != LUA_OK && !box->described) failure_describe(box, box->main, -1, false);
    box->exempt = false;
    lua_settop(box->main, 0);
    bool failed = status != LUA_OK || what.status != LUA_OK || box->tripped;
    box->status = failed ? box->failure.kind : SANDBOX_OK;
    return box->status;
}

static int set_up(lua_State *L) {
    classes_open(L);
    library_open(L);
    privileged_open(L);
    return 0;
}

sandbox *sandbox_open(const sandbox_limits *limits, bool is_trial) {
    sandbox *box = calloc(1, sizeof *box);
    if (!box) return NULL;
    box->limits = *limits;
    if (is_trial && !(sandbox_are_trials_allowed() && (box->arena = calloc(1, sizeof *box->arena)))) {
        free(box);
        return NULL;
    }
    memory_rest(box);
    box->main = lua_newstate(memory_allocate, box);
    if (!box->main) {
        meter_trip(box, NULL, SANDBOX_MEMORY);
        box->status = SANDBOX_LIMIT;
        return box;
    }
    lua_atpanic(box->main, panic);
    *(sandbox **)lua_getextraspace(box->main) = box;
    if (is_trial) lua_gc(box->main, LUA_GCSTOP);
    enter(box, set_up, NULL);
    return box;
}

void sandbox_close(sandbox *box) {
    box->closing = true;
    // No object of ours has a finalizer: a trial's memory just goes.
    if (box->main && !box->arena) lua_close(box->main);
    if (box->arena) arena_free(box->arena);
    free(box->arena);
    for (int i = 0; i < box->chunk_count; i += 1) free(box->chunks[i] - 1);
    chunks_free(box);
    free(box->frames);
    free(box->owners);
    bytes_free(&box->answer);
    bytes_free(&box->result);
    bytes_free(&box->log);
    bytes_free(&box->mark_encoding);
    free(box->times.all);
    free(box);
}

static int compile_host(lua_State *L) {
    sandbox_chunk *chunk = lua_touserdata(L, 1);
    chunks_load(L, *chunk, HOST_SOURCE);
    chunks_dump(L);
    return 0;
}

static int compile_plugin(lua_State *L) {
    sandbox_chunk *chunk = lua_touserdata(L, 1);
    chunks_load(L, *chunk, PLUGIN_SOURCE);
    chunks_dump(L);
    return 0;
}

sandbox_kind sandbox_compile(sandbox *box, sandbox_chunk chunk, bool is_host) {
    return enter(box, is_host ? compile_host : compile_plugin, &chunk);
}

static int run_host(lua_State *L) {
    sandbox_chunk *chunk = lua_touserdata(L, 1);
    chunks_load(L, *chunk, HOST_CODE);
    privileged_push(L);
    lua_call(L, 1, 0);
    return 0;
}

sandbox_kind sandbox_run_host(sandbox *box, sandbox_chunk chunk) {
    return enter(box, run_host, &chunk);
}

bool sandbox_keep_host(sandbox *box, sandbox_chunk chunk) { return chunks_keep(box, chunk); }

typedef struct plugin {
    sandbox_chunk entry;
    const sandbox_chunk *modules;
    size_t count;
} plugin;

static int load_plugin(lua_State *L) {
    plugin *what = lua_touserdata(L, 1);
    modules_install(L, what->entry, what->modules, what->count);
    privileged_push_exports(L);
    int exports = lua_gettop(L);
    chunks_load(L, what->entry, PLUGIN_SOURCE);
    maths_seed(L, 0);
    lua_call(L, 0, 1);
    lua_pushliteral(L, "define");
    if (lua_rawget(L, exports) != LUA_TFUNCTION) return 0;
    lua_insert(L, -2);
    lua_call(L, 1, 0);
    return 0;
}

sandbox_kind sandbox_load(
    sandbox *box, sandbox_chunk entry, const sandbox_chunk *modules, size_t count
) {
    plugin what = {entry, modules, count};
    return enter(box, load_plugin, &what);
}

typedef struct call {
    sandbox_bytes function;
    const sandbox_bytes *frames;
    size_t count;
} call;

static int call_export(lua_State *L) {
    call *what = lua_touserdata(L, 1);
    privileged_push_exports(L);
    lua_pushlstring(L, (const char *)what->function.bytes, what->function.count);
    if (lua_rawget(L, -2) != LUA_TFUNCTION)
        return failure_raise(L, SANDBOX_SHAPE, "the host exports no function '%s'",
            lua_pushlstring(L, (const char *)what->function.bytes, what->function.count));
    luaL_checkstack(L, (int)what->count + 4, "too many arguments");
    maths_seed(L, 0);
    iteration_forget(L);
    lazy_begin(L);
    for (size_t i = 0; i < what->count; i += 1) lazy_push_lent(L, what->frames[i]);
    lua_call(L, (int)what->count, 1);
    encode_result(L, lua_gettop(L));
    return 0;
}

sandbox_kind sandbox_call(
    sandbox *box, sandbox_bytes function, const sandbox_bytes *frames, size_t count,
    sandbox_answerer answerer, void *context
) {
    call what = {function, frames, count};
    box->answerer = answerer;
    box->answerer_context = context;
    sandbox_kind status = enter(box, call_export, &what);
    box->answerer = NULL;
    lazy_end(box);
    // The words of a failure may still stand in Lua's memory.
    if (status == SANDBOX_OK) trials_shed(box);
    return status;
}

sandbox_kind sandbox_last_status(const sandbox *box) {
    return box->status;
}

sandbox_bytes sandbox_result(const sandbox *box) {
    return (sandbox_bytes){box->result.data, box->result.count};
}

static sandbox_bytes text(const char *source) {
    return (sandbox_bytes){(const uint8_t *)source, strlen(source)};
}

sandbox_failure sandbox_last_failure(sandbox *box) {
    failure *from = &box->failure;
    bool marked = box->mark_count > 0 && encode_marks(box);
    return (sandbox_failure){
        .kind = from->kind,
        .limit = text(from->limit),
        .message = text(from->message),
        .chunk = text(from->chunk),
        .line = from->line,
        .traceback = text(from->traceback),
        .mark = {marked ? box->mark_encoding.data : NULL,
                 marked ? box->mark_encoding.count : 0},
    };
}

sandbox_bytes sandbox_log(const sandbox *box) {
    return (sandbox_bytes){box->log.data, box->log.count};
}

void sandbox_clear_log(sandbox *box) {
    box->log.count = 0;
    box->log_full = false;
}

sandbox_usage sandbox_last_usage(const sandbox *box) {
    return (sandbox_usage){
        .fuel = box->limits.fuel - box->fuel,
        .memory = (int64_t)box->used,
        .peak_memory = (int64_t)box->peak,
        .allocations = box->allocations,
    };
}
