#pragma once
// The state behind the handle, and what the files of this folder promise each other.

#include "CLuaSandbox.h"
#include "lua_api.h"

/// Bytes in memory of the host's own, never in Lua's.
typedef struct bytes {
    uint8_t *data;
    size_t count;
    size_t capacity;
} bytes;

enum {
    MESSAGE_LENGTH = 4096,
    NAME_LENGTH = 256,
    TRACEBACK_LENGTH = 4096,
    TRACEBACK_LINES = 20,
    MARK_VALUES = 4,
    MARK_LENGTH = 256,
    CHUNK_COUNT = 4096,
    LATE_COUNT = 64,
    ROOM_COUNT = 1024,
    HUGE_COUNT = 128,
    /// What it costs to ask for a module, whatever its name.
    REQUIRE_FUEL = 50,
    ARENA_CHUNKS = 64,
    KNOWN_KEYS = 128,
    KNOWN_PATTERNS = 128,
    KNOWN_LENGTH = 47,
};

typedef enum sandbox_limit {
    SANDBOX_NO_LIMIT = 0,
    SANDBOX_FUEL,
    SANDBOX_MEMORY,
    SANDBOX_BLOCK,
    SANDBOX_SOURCE,
    SANDBOX_RESULT,
    SANDBOX_DEADLINE,
    /// One that the host's chunks hold the plugin to.
    SANDBOX_HOST,
} sandbox_limit;

/// Why the entry did not finish. Fixed room: it is written while memory may be exhausted.
typedef struct failure {
    sandbox_kind kind;
    char limit[32];
    char message[MESSAGE_LENGTH];
    char chunk[NAME_LENGTH];
    int line;
    char traceback[TRACEBACK_LENGTH];
} failure;

/// One coroutine that waits for another; lives in the C frame of `resume`.
typedef struct resumption {
    lua_State *from;
    struct resumption *outer;
} resumption;

typedef struct mark_value {
    enum { MARK_NONE, MARK_BOOLEAN, MARK_INTEGER, MARK_NUMBER, MARK_STRING } type;
    union {
        bool boolean;
        int64_t integer;
        double number;
        struct {
            uint32_t length;
            char text[MARK_LENGTH];
        } string;
    };
} mark_value;

/// The places of a large table's keys, while it has them.
typedef struct room {
    const void *block;
    size_t size;
} room;

/// The bytes of a frame: those that the host lent, or a copy in Lua's memory.
typedef struct lazy_frame {
    const uint8_t *data;
    size_t count;
} lazy_frame;

/// Where the walk through a list of a frame has come to: the number of an element, and its offset.
typedef struct list_walk {
    uint32_t frame;
    uint32_t offset;
    uint32_t number;
    size_t at;
} list_walk;

/// A key that records with the same keys were asked for, and its place among those keys.
typedef struct known_key {
    uint32_t frame;
    uint32_t keys_at;
    uint32_t place;
    bool is_there;
    uint8_t length;
    char name[18];
} known_key;

/// A pattern that was asked for lately, and its program, which the registry holds.
typedef struct known_pattern {
    const struct pattern *program;
    uint8_t length;
    char text[KNOWN_LENGTH];
} known_pattern;

typedef struct arena_chunk {
    uint8_t *base;
    size_t size;
    size_t used;
} arena_chunk;

/// Memory that is never given back piece by piece. Blocks lie in the chunks up to the one at hand.
typedef struct arena {
    arena_chunk chunks[ARENA_CHUNKS];
    int count;
    int current;
    /// Bytes taken since it was kept or rewound.
    size_t piled;
    /// What stood in the chunks when it was kept.
    uint8_t *image;
    size_t kept_used[ARENA_CHUNKS];
    int kept;
} arena;

/// What the sandbox itself knew when it was kept.
typedef struct trial_image {
    size_t used;
    int room_count;
    int huge_count;
    uint32_t first_frame;
    uint32_t frame_count;
} trial_image;

/// Where the time of a call goes, by the number that a mark begins with.
typedef struct times {
    sandbox_time *all;
    uint32_t count;
    uint32_t room;
    /// What is at hand, and since when.
    uint32_t at;
    uint64_t since;
} times;

struct sandbox {
    lua_State *main;
    /// The coroutine that runs, or the main state.
    lua_State *running;
    resumption *resumptions;
    sandbox_limits limits;

    // Meter.
    int64_t fuel;
    /// Instructions of a trial that were counted, after it has taken a while.
    int64_t counted;
    /// Is a trial over, whatever it has counted? Set by a signal.
    volatile bool is_late;
    /// Instructions between two looks at the clock.
    int slice;
    uint64_t wall_checkpoint;
    uint64_t processor_end;
    /// The first limit hit. Never cleared: it decides every later verdict.
    sandbox_limit tripped;

    /// The memory of a trial; NULL under the meter.
    arena *arena;
    trial_image image;

    // Memory.
    size_t used;
    /// Of these, what is the host's.
    size_t borrowed;
    size_t peak;
    size_t threshold;
    int64_t allocations;
    /// The host copies a frame: one block may be as long as the frame.
    bool exempt;
    bool closing;
    bool pressed;
    room rooms[ROOM_COUNT];
    int room_count;
    /// Strings that take long to compare, while they live.
    const void *huge[HUGE_COUNT];
    int huge_count;

    // Failure.
    sandbox_kind status;
    failure failure;
    /// `failure` says what is being raised; handlers further out, who see less, leave it.
    bool described;
    /// The last error that has a kind of its own, recognised by its text: an error value that the
    /// plugin changed or swallowed is an ordinary one.
    sandbox_kind typed_kind;
    char typed_message[NAME_LENGTH];
    mark_value marks[MARK_VALUES];
    int mark_count;
    bytes mark_encoding;
    times times;

    /// Names of the chunks, for places that Lua's own messages cut at 60 bytes.
    char *chunks[CHUNK_COUNT];
    int chunk_count;

    /// Sources of the host that run when they are first wanted, each in memory of its own.
    sandbox_chunk late[LATE_COUNT];
    int late_count;

    /// The frames of this call; those of earlier ones had the numbers below.
    lazy_frame *frames;
    uint32_t first_frame;
    uint32_t frame_count;
    uint32_t frame_room;
    /// The places of records that have an owner, in their order.
    uint64_t *owners;
    uint32_t owner_count;
    uint32_t owner_room;
    list_walk walked;
    /// Keys that were asked for in this call.
    known_key known_keys[KNOWN_KEYS];
    known_pattern known_patterns[KNOWN_PATTERNS];

    // Questions, while a call lasts.
    sandbox_answerer answerer;
    void *answerer_context;
    bytes answer;

    bytes result;
    bytes log;
    bool log_full;
};

static inline sandbox *sandbox_of(lua_State *L) {
    return *(sandbox **)lua_getextraspace(L);
}

// bytes.c
bool bytes_append(bytes *into, const void *data, size_t count);
void bytes_free(bytes *which);

// memory.c
void *memory_allocate(void *context, void *block, size_t old_size, size_t new_size);
void memory_collect_if_pressed(lua_State *L);
/// Called before a library function makes `size` bytes in one block.
void memory_expect(lua_State *L, size_t size);
/// The limit alone, for what grows step by step.
void memory_expect_within(lua_State *L, size_t size);
void memory_rest(sandbox *box);
/// Counts memory that is the host's as Lua's, up to `memory_return`.
void memory_borrow(lua_State *L, size_t size);
void memory_return(sandbox *box);

// arena.c
void *arena_allocate(arena *a, void *block, size_t old_size, size_t new_size);
/// Has so much been taken that rewinding is worth its copy?
bool arena_is_piled(const arena *a);
/// Remembers what is in it now; false where there is no memory for that.
bool arena_keep(arena *a);
/// Makes it what it was when it was kept; false where it never was.
bool arena_rewind(arena *a);
/// Is there more than is to be held while nothing runs, of what was never kept?
bool arena_is_vast(const arena *a);
/// Lets go of all that there is.
void arena_shed(arena *a);
void arena_free(arena *a);

// trials.c
/// From here on time is watched.
void trials_begin(sandbox *box);
void trials_end(void);
/// Lets go of a trial's memory where there is much of it; no call succeeds from then on. It would be
/// rewound in front of the next one anyway, or opened anew.
void trials_shed(sandbox *box);

// times.c
void times_begin(times *of);
/// From here on it is about something else.
void times_mark(times *of, const mark_value *mark);
void times_end(times *of);

// collisions.c
void collisions_remember(sandbox *box, const void *block, size_t size);
void collisions_forget(sandbox *box, const void *block, size_t size);
/// In fuel: what moving a table's keys into a block of that size takes beyond what is usual.
int64_t collisions_cost(sandbox *box, size_t size);

// meter.c
void meter_start(sandbox *box);
/// Looks at the clock more often from now on: one instruction may take long.
void meter_shorten(sandbox *box);
void meter_arm(sandbox *box);
/// Has the instructions of a trial counted from here on, or ends it at the next one. All that a signal
/// may do.
void meter_interrupt(sandbox *box, bool is_late);
void meter_check_clock(sandbox *box, lua_State *L);
bool meter_deadline_passed(sandbox *box);
/// Takes `amount` from the fuel; raises where there is none left.
void meter_charge(lua_State *L, size_t amount);
/// One unit for every sixteen bytes touched.
void meter_charge_bytes(lua_State *L, size_t count);
void meter_trip(sandbox *box, lua_State *L, sandbox_limit limit);
_Noreturn void meter_raise(lua_State *L);
/// Called by everything that caught an error: raises it again where a limit was hit.
void meter_pass_on(lua_State *L);
/// Counts on from here with so much fuel, whatever ran before.
void meter_continue(lua_State *L, int64_t fuel);

// failure.c
int failure_handler(lua_State *L);
void failure_describe(sandbox *box, lua_State *L, int error, bool with_stack);
void failure_describe_limit(sandbox *box, lua_State *L, sandbox_limit limit);
/// `exceed(name, amount, unit)`: a limit of the host's own was hit; never returns.
int failure_exceed(lua_State *L);
/// Raises an error that has a kind, at the caller's line.
int failure_raise(lua_State *L, sandbox_kind kind, const char *format, ...);
/// The same at a line that the caller knows.
int failure_raise_at(
    lua_State *L, sandbox_kind kind, const char *chunk, int line, const char *message);
void failure_append(char *text, size_t room, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/// The innermost frame of the plugin's own code, from `level` up.
bool failure_plugin_frame(lua_State *L, int level, lua_Debug *frame);
bool failure_is_host(const lua_Debug *frame);

// chunks.c
/// A host's code was compiled from its source in this process. Nothing else is run unchecked but the code
/// that a chunk has beside its source.
typedef enum chunk_kind { PLUGIN_SOURCE, HOST_SOURCE, HOST_CODE } chunk_kind;
int chunks_load(lua_State *L, sandbox_chunk chunk, chunk_kind kind);
/// Writes the function at the top of the stack, with its names and lines, to the result.
void chunks_dump(lua_State *L);
bool chunks_keep(sandbox *box, sandbox_chunk chunk);
void chunks_free(sandbox *box);
/// `late(name)` → what a source of the host returned that was kept.
int chunks_late(lua_State *L);

// modules.c
void modules_install(
    lua_State *L, sandbox_chunk entry, const sandbox_chunk *modules, size_t count);
int modules_require(lua_State *L);

// source.c
/// Raises where the text has what the compiler or the interpreter cannot be trusted with.
void source_check(lua_State *L, const char *name, const char *text, size_t length);

// library.c
void library_open(lua_State *L);
/// Pushes the environment of the host's chunks, which no plugin can reach.
void library_push_host(lua_State *L);
/// Sets a function in the library at the top of the stack; `table` is NULL for globals.
void library_set(lua_State *L, const char *table, const char *name, lua_CFunction function);
/// The same with what stood there before as first upvalue.
void library_wrap(lua_State *L, const char *table, const char *name, lua_CFunction function);

/// The stock function that a wrapper set by `library_wrap` stands for, called in its frame, so that
/// errors name the wrapper's caller and arguments.
static inline int library_stock(lua_State *L) {
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

// The families of functions; each sets its own in the library table at the top of the stack.
void base_open(lua_State *L);
void iteration_open(lua_State *L);
void metatables_open(lua_State *L);
void coroutines_open(lua_State *L);
void strings_open(lua_State *L);
/// Sets the operators in the metatable of strings, at the top of the stack.
void strings_open_operators(lua_State *L);
void patterns_open(lua_State *L);
void tables_open(lua_State *L);
void maths_open(lua_State *L);
void unicode_open(lua_State *L);

// base.c
/// Pushes what `tostring` gives: no addresses.
const char *base_tostring(lua_State *L, int index, size_t *length);

// iteration.c
/// Pushes a list of the table's keys in their order and returns its length; or pushes nil and
/// returns the length where the keys are 1…n.
lua_Integer iteration_keys(lua_State *L, int table);
/// Lets go of the table that `next` walked last.
void iteration_forget(lua_State *L);

// chains.c
/// How many links from table to table lead to a table, at most.
int chains_height(lua_State *L, int table);
/// The snapshot at 3 becomes the metatable of the table at 1: where too many tables would follow each
/// other, it gets functions in the place of its tables.
void chains_link(lua_State *L);
/// Does a function of the snapshot stand for the table at `value`?
bool chains_stands_for(lua_State *L, int snapshot, int value);

// graves.c
/// Takes fuel for the places of a table in which no key is, where they are many; `keys` were seen.
void graves_charge(lua_State *L, int table, size_t keys);

// lazy.c
/// Lets go of the frames of earlier calls.
void lazy_begin(lua_State *L);
/// Lets go of all frames: from here on nothing is read of them.
void lazy_end(sandbox *box);
/// Pushes the value of a frame that is there up to `lazy_end`, and that of one which may be gone before.
void lazy_push_lent(lua_State *L, sandbox_bytes frame);
void lazy_push_frame(lua_State *L, sandbox_bytes frame);
/// Pushes a field of a table that waits, which has it from then on; false, and nothing, where the frame
/// does not have it.
/// - is_over: is the call over that the table came in? Nothing more can be read of it then.
bool lazy_read(lua_State *L, int table, int key, bool *is_over);
/// Makes a table that still waits for its content an ordinary one.
void lazy_fill(lua_State *L, int table);
/// Whether the table came in a frame, with what only the host may see in its metatable.
bool lazy_is_host(lua_State *L, int table);

// owners.c
void owners_begin(lua_State *L);
int owners_own(lua_State *L);
int owners_origin(lua_State *L);
/// The index that the frame gave a record; 0 where it gave none.
lua_Integer owners_index(lua_State *L, int table);

// elements.c
int elements_get(lua_State *L);
int elements_all(lua_State *L);
int elements_count(lua_State *L);
int elements_each(lua_State *L);

// words.c
int words_trim(lua_State *L);
int words_collapse(lua_State *L);
int words_phrases(lua_State *L);
int words_find_any(lua_State *L);

// pattern.c
/// Programs that were made since are gone.
void pattern_forget(sandbox *box);

// json.c
int json_read(lua_State *L);

// filters.c
int filters_make(lua_State *L);

// classes.c
extern const char LAZY_CLASS, LAZY_FULL;
void classes_open(lua_State *L);
/// Pushes the metatable of a table that waits.
void classes_push_waiting(lua_State *L, const char *class, size_t length);
int classes_define(lua_State *L);
int classes_class_of(lua_State *L);

// encode.c
void encode_result(lua_State *L, int value);
bool encode_marks(sandbox *box);

// questions.c
/// `ask(number, text)` → what the host answers.
int questions_ask(lua_State *L);

// maths.c
/// Starts the random numbers again, so that no call depends on the ones before it.
void maths_seed(lua_State *L, uint64_t seed);

// privileged.c
void privileged_open(lua_State *L);
void privileged_push(lua_State *L);
void privileged_push_exports(lua_State *L);
/// Pushes { message, chunk, line, traceback } of the error that was caught last.
void privileged_push_failure(lua_State *L);
