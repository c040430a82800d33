#pragma once
// What Swift sees of the sandbox. Nothing here raises or jumps: each function returns after Lua has
// been left, and the one that calls back waits for the answer before it goes on. `lua.h` is not
// included, so that no Swift code can reach a state.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#define SANDBOX_CLOSED __attribute__((enum_extensibility(closed)))
#pragma clang assume_nonnull begin
#else
#define SANDBOX_CLOSED
#define _Nullable
#endif

typedef struct sandbox sandbox;

typedef enum SANDBOX_CLOSED sandbox_kind : int32_t {
    SANDBOX_OK = 0,
    SANDBOX_SYNTAX,
    SANDBOX_RUNTIME,
    SANDBOX_LIMIT,
    SANDBOX_DENIED,
    SANDBOX_SHAPE,
} sandbox_kind;

typedef struct sandbox_limits {
    int64_t fuel;
    int64_t memory;
    int64_t reserve;
    int64_t block;
    int64_t source;
    int64_t result;
    int64_t log;
    int64_t deadline_nanoseconds;
    /// For tests: the ordinal of the one allocation that fails; 0 for none.
    int64_t failing_allocation;
} sandbox_limits;

/// Bytes that somebody else owns: the caller's for the length of a call, the sandbox's until its
/// next call.
typedef struct sandbox_bytes {
    const uint8_t *_Nullable bytes;
    size_t count;
} sandbox_bytes;

typedef struct sandbox_chunk {
    sandbox_bytes name;
    sandbox_bytes source;
    /// What `sandbox_compile` made of the source when the product was built, as text: each eight characters of
    /// seven bits hold seven bytes, the first of them in the lowest bits, and what is behind the code is 0.
    /// Alive as long as the process. Code is not checked, and other code is an attack. Empty
    /// where the source is to be compiled; where it is not, nobody looks at the source's bytes.
    sandbox_bytes code;
} sandbox_chunk;

typedef struct sandbox_failure {
    sandbox_kind kind;
    /// The name of the limit that was hit; empty where none was.
    sandbox_bytes limit;
    sandbox_bytes message;
    sandbox_bytes chunk;
    int32_t line;
    /// Lines separated by '\n', innermost first.
    sandbox_bytes traceback;
    /// An encoded list, or empty where nothing was marked.
    sandbox_bytes mark;
} sandbox_failure;

typedef struct sandbox_usage {
    int64_t fuel;
    int64_t memory;
    int64_t peak_memory;
    int64_t allocations;
} sandbox_usage;

/// What was between one mark and the next of the host's Lua, over one call.
typedef struct sandbox_time {
    uint64_t nanoseconds;
    uint64_t runs;
} sandbox_time;

/// What the host's Lua asks in the middle of a call, with `sandbox.ask`.
typedef struct sandbox_question {
    int64_t number;
    /// Any bytes; lent until the answer.
    sandbox_bytes text;
    /// What is left to be used, and all that answering may cost.
    int64_t fuel;
} sandbox_question;

/// Gives the answer to `sandbox_answer` and returns the fuel that it took: more than there is where
/// that was not enough, less than 0 where the system has no memory. Reaches the box in no other way.
typedef int64_t (*sandbox_answerer)(
    void *_Nullable context, sandbox *box, const sandbox_question *question);

/// NULL where the system has no memory for the handle. A state that could not be set up is a
/// handle all the same, whose every call fails with the reason.
///
/// A trial runs without the meter, and ends with a limit where anything is out of the ordinary: what
/// it says then is worth nothing, and the same is to be run again in a sandbox that is none. NULL where
/// trials are not allowed.
sandbox *_Nullable sandbox_open(const sandbox_limits *limits, bool is_trial);
/// Allows trials in this process, all on one thread; takes its SIGVTALRM for a timer. False where somebody
/// else has that.
bool sandbox_allow_trials(void);
bool sandbox_are_trials_allowed(void);
/// Remembers all of a trial as it is now, between two calls. False where there is no memory for that.
bool sandbox_keep(sandbox *box);
/// Makes a trial what it was when it was kept; false where it never was. It must not have hit a limit.
bool sandbox_rewind(sandbox *box);
/// Has a trial used so much memory that it is time to rewind it?
bool sandbox_is_piled(const sandbox *box);
void sandbox_close(sandbox *box);

/// Compiles a chunk of the host, or else of a plugin; the result is its code.
sandbox_kind sandbox_compile(sandbox *box, sandbox_chunk chunk, bool is_host);
/// Keeps a source of the host's, copied, that runs when another chunk of the host's asks for it with
/// `late(name)`. False where there is no room.
bool sandbox_keep_host(sandbox *box, sandbox_chunk chunk);
/// Runs a chunk of the host with the privileged table as its argument. Where it has no code, its source is
/// what `sandbox_compile` made in this process.
sandbox_kind sandbox_run_host(sandbox *box, sandbox_chunk chunk);
/// Makes modules requirable, runs the entry chunk, hands its value to `exports.define`.
sandbox_kind sandbox_load(
    sandbox *box, sandbox_chunk entry, const sandbox_chunk *_Nullable modules, size_t count);
/// Calls `exports[function]` and encodes its first result. Questions go to the answerer while the
/// call lasts; without one they are errors.
sandbox_kind sandbox_call(
    sandbox *box, sandbox_bytes function, const sandbox_bytes *_Nullable frames, size_t count,
    sandbox_answerer _Nullable answerer, void *_Nullable context);
/// The frame that answers a question, copied; for answerers. False where the system has no memory.
bool sandbox_answer(sandbox *box, sandbox_bytes frame);

/// How the last call, or the opening, ended.
sandbox_kind sandbox_last_status(const sandbox *box);
/// The encoded result, or the code, of the last call that succeeded.
sandbox_bytes sandbox_result(const sandbox *box);
/// Why the last call failed.
sandbox_failure sandbox_last_failure(sandbox *box);
/// What `print` collected since it was last cleared.
sandbox_bytes sandbox_log(const sandbox *box);
void sandbox_clear_log(sandbox *box);
/// What the last call used.
sandbox_usage sandbox_last_usage(const sandbox *box);
/// Where the time of the last call went, by the number that a mark begins with; 0 is what was not marked.
const sandbox_time *_Nullable sandbox_last_times(const sandbox *box, size_t *count);
/// Nanoseconds since some moment.
uint64_t sandbox_clock(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif
