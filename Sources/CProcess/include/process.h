#pragma once
// Starting another program and seeing its end. Nothing here allocates for long, raises or calls back.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#else
#define _Nullable
#endif

// Children of any kind.

/// A process that was started with SIGCHLD ignored has no children to wait for: from now on it has.
void process_keep_children(void);
/// Has a child ended? It is not reaped, so that its number, and its group's, stay its own.
bool process_has_ended(int32_t id);
/// What an error number means.
const char *process_reason(int32_t error);
/// Seconds of a clock that only goes forward.
double process_now(void);

/// A variable of this process's environment, as `NAME=value`; NULL behind the last.
const char *_Nullable process_variable(size_t index);

// A program that is named by its path.

typedef struct program_rules {
    /// May it ask at the terminal? Then it stays in our group, which alone may read there and which an
    /// interrupt there reaches; else it has a session of its own, where there is no terminal.
    bool asks;
    /// Bytes of a file that it or its children may write, beyond which writing fails.
    int64_t file_bytes;
} program_rules;

typedef struct program {
    /// Its number; without `asks` also that of its group.
    int32_t id;
    bool asks;
    /// Our ends, non-blocking; -1 for one that was closed.
    int32_t input;
    int32_t output;
    int32_t errors;
} program;

/// Starts a program that dies with the thread that starts it (on Linux); 0 or an error number.
/// - arguments, variables: each ended by NUL, the first argument being its name.
/// - has_input: false for the null device.
int32_t program_start(const char *path, const char *arguments, size_t argument_count,
                      const char *variables, size_t variable_count, bool has_input,
                      const program_rules *rules, program *started);

/// Is there a file of that path which we may execute?
bool program_is_there(const char *path);

enum {
    /// Nothing can be read or written just now.
    PROGRAM_LATER = -1,
    /// The other end is gone.
    PROGRAM_GONE = -2,
};

/// How many bytes were read, PROGRAM_LATER or PROGRAM_GONE.
int64_t program_read(int32_t descriptor, void *bytes, size_t count);
/// How many bytes were written, PROGRAM_LATER or PROGRAM_GONE. Never a SIGPIPE.
int64_t program_write(int32_t descriptor, const void *bytes, size_t count);
/// Closes one of our ends, if it is open.
void program_close(int32_t *descriptor);
/// Waits so long for something to read, or for room where there is something to write.
void program_poll(const program *started, int32_t milliseconds);

typedef struct program_end {
    /// The exit code; -1 where a signal ended it.
    int32_t code;
    /// The signal, or 0.
    int32_t signal;
} program_end;

/// Reaps it once it has ended.
program_end program_reap(const program *started);
/// Ends it and what it has started, first by a signal that lets it tidy up, and reaps it.
void program_kill(const program *started);

/// The signals that ask this process to end, kept waiting.
typedef struct process_signals {
    uint64_t before[16];
} process_signals;

/// Keeps them waiting in this thread.
void process_hold(process_signals *signals);
void process_release(const process_signals *signals);
/// Is one of them waiting that would end this process?
bool process_is_asked_to_end(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif
