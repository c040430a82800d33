#pragma once
// What Swift sees: starting a process at the other end of a channel, bytes over that channel, its
// end; and, inside that process, the lock. Nothing here allocates for long, raises or calls back.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#define WORKER_CLOSED __attribute__((enum_extensibility(closed)))
#pragma clang assume_nonnull begin
#else
#define WORKER_CLOSED
#define _Nullable
#endif

// Outside: the parent's side.

typedef struct worker_process {
    /// Also the number of its process group.
    int32_t id;
    /// The parent's end, non-blocking, closed when the parent executes something else.
    int32_t channel;
} worker_process;

/// Starts a program; 0 or an error number. It has an empty environment, a process group of its own,
/// no blocked or ignored signal, the null device as 0 to 2 and its end of the channel as 3.
/// - program: a path; NULL for the one that runs.
/// - arguments: `count` of them, the first being the program's name, each ended by NUL.
int32_t worker_spawn(const char *_Nullable program, const char *arguments, size_t count,
                     worker_process *process);

/// A channel without a process: both ends of one, the first as the parent has it. For tests.
int32_t worker_channel(int32_t *ours, int32_t *theirs);

enum {
    /// Nothing can be read or written just now.
    WORKER_LATER = -1,
    /// The other end is gone.
    WORKER_GONE = -2,
};

/// How many bytes were read, WORKER_LATER or WORKER_GONE.
int64_t worker_receive(int32_t channel, void *bytes, size_t count);
/// How many bytes of both parts together were written, WORKER_LATER or WORKER_GONE. Never a SIGPIPE.
int64_t worker_send(int32_t channel, const void *_Nullable head, size_t head_count,
                    const void *_Nullable body, size_t body_count);

typedef struct worker_wait {
    int32_t channel;
    /// In: is there something to write?
    bool writes;
    /// Out.
    bool readable;
    bool writable;
} worker_wait;

enum { WORKER_MOST = 256 };

/// Waits until one of at most WORKER_MOST channels is ready or the time is over.
void worker_poll(worker_wait *waits, size_t count, int32_t milliseconds);

/// The number of this process.
int32_t worker_self(void);

/// What an error number means.
const char *worker_reason(int32_t error);

/// Seconds of a clock that only goes forward.
double worker_now(void);

typedef enum WORKER_CLOSED worker_ending : int32_t {
    WORKER_EXITED,
    WORKER_SIGNALLED,
    /// It did not end by itself within the grace, and was killed.
    WORKER_KILLED,
    /// It ended, and somebody else took its status.
    WORKER_LOST,
} worker_ending;

typedef struct worker_end {
    worker_ending ending;
    /// The exit code or the number of the signal.
    int32_t value;
} worker_end;

/// Waits so long for the end of the process, kills what there is of its group, and reaps it.
worker_end worker_reap(int32_t id, int32_t grace_milliseconds);
void worker_close(int32_t channel);

typedef enum WORKER_CLOSED worker_signal : int32_t {
    WORKER_SIGNAL_OTHER,
    WORKER_SIGNAL_SEGMENT,
    WORKER_SIGNAL_BUS,
    WORKER_SIGNAL_ABORT,
    WORKER_SIGNAL_TRAP,
    WORKER_SIGNAL_ARITHMETIC,
    WORKER_SIGNAL_FILTER,
    WORKER_SIGNAL_TIME,
    WORKER_SIGNAL_KILL,
} worker_signal;

/// What a number means on this system.
worker_signal worker_signal_of(int32_t number);

// Inside: the worker's side.

/// The channel's number in a worker.
enum { WORKER_CHANNEL = 3 };

/// The exit code of a worker that the system refused memory.
enum { WORKER_EXIT_MEMORY = 71 };

typedef enum WORKER_CLOSED worker_piece : int32_t {
    WORKER_PARENT,
    WORKER_UNREADABLE,
    WORKER_PRIVILEGES,
    WORKER_DESCRIPTORS,
    WORKER_LIMITS,
    WORKER_FILES,
    WORKER_CALLS,
} worker_piece;

enum { WORKER_PIECES = 7 };

typedef struct worker_limits {
    /// Bytes of data, what is mapped privately included.
    int64_t memory;
    /// Seconds of processor time; 0 for no limit.
    int64_t processor;
} worker_limits;

typedef struct worker_report {
    /// For each piece 0 where it holds, else the error number.
    int32_t errors[WORKER_PIECES];
    /// The version of Landlock's interface that the kernel has; 0 for none.
    int32_t landlock;
    /// Variables of the environment, and open descriptors among the first 1,024.
    int32_t variables;
    int32_t descriptors;
} worker_report;

/// Takes from this process all that a worker does not need, for good. Ends it where `parent` is no
/// longer its parent. To be called before the first byte is read from the channel.
void worker_lock(int32_t parent, const worker_limits *limits, worker_report *report);

/// Reads so many bytes; how many there were before the end.
size_t worker_read(void *bytes, size_t count);
/// False where the parent is gone.
bool worker_write(const void *_Nullable bytes, size_t count);
_Noreturn void worker_exit(int32_t code);

/// What a locked worker must not survive, for those who want to see it.
typedef enum WORKER_CLOSED worker_attempt : int32_t {
    WORKER_ATTEMPT_OPEN,
    WORKER_ATTEMPT_SOCKET,
    WORKER_ATTEMPT_FORK,
    WORKER_ATTEMPT_EXECUTE,
    WORKER_ATTEMPT_CODE,
    WORKER_ATTEMPT_SIGNAL,
} worker_attempt;

/// Tries it; 0 where the system did it, else the error number. No return from most of a lock.
int32_t worker_try(worker_attempt attempt);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif
