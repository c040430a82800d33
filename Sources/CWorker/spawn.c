// Starting a worker, and its end.

#define _GNU_SOURCE  // posix_spawn_file_actions_addclosefrom_np
#include "process.h"
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#include <sys/param.h>
#endif

/// Only what is listed here is open in the worker. The channel comes first: it may have been given
/// one of the numbers that the null device is to have.
static int list_descriptors(posix_spawn_file_actions_t *files, int channel) {
    int error = posix_spawn_file_actions_adddup2(files, channel, WORKER_CHANNEL);
    for (int number = 0; number < WORKER_CHANNEL && error == 0; number++) {
        error = posix_spawn_file_actions_addopen(files, number, "/dev/null", O_RDWR, 0);
    }
#if !defined(__APPLE__)
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(files, WORKER_CHANNEL + 1);
#endif
    return error;
}

/// What the parent blocks or ignores is nothing to the worker.
static int set_attributes(posix_spawnattr_t *attributes) {
    sigset_t signals;
    sigemptyset(&signals);
    int error = posix_spawnattr_setsigmask(attributes, &signals);
    sigfillset(&signals);
    if (error == 0) error = posix_spawnattr_setsigdefault(attributes, &signals);
    if (error == 0) error = posix_spawnattr_setpgroup(attributes, 0);
    short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#if defined(__APPLE__)
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    if (error == 0) error = posix_spawnattr_setflags(attributes, flags);
    return error;
}

static int spawn(const char *program, char *const arguments[], int channel, pid_t *id) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&files);
    if (error != 0) return error;
    error = posix_spawnattr_init(&attributes);
    if (error == 0) {
        error = list_descriptors(&files, channel);
        if (error == 0) error = set_attributes(&attributes);
        char *environment[] = {NULL};
        if (error == 0) {
            error = posix_spawn(id, program, &files, &attributes, arguments, environment);
        }
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&files);
    return error;
}

int32_t worker_spawn(const char *program, const char *arguments, size_t count,
                     worker_process *process) {
#if defined(__APPLE__)
    char own[MAXPATHLEN];
    uint32_t size = sizeof own;
    if (program == NULL) {
        if (_NSGetExecutablePath(own, &size) != 0) return ENAMETOOLONG;
        program = own;
    }
#else
    // Also where the file has been replaced since: the worker is what its parent is.
    if (program == NULL) program = "/proc/self/exe";
#endif
    char **list = calloc(count + 1, sizeof *list);
    if (list == NULL) return ENOMEM;
    for (size_t index = 0; index < count; index++) {
        list[index] = (char *)arguments;
        arguments += strlen(arguments) + 1;
    }
    int ours, theirs;
    int error = worker_channel(&ours, &theirs);
    if (error == 0) {
        process_keep_children();
        pid_t id = 0;
        error = spawn(program, list, theirs, &id);
        close(theirs);
        if (error == 0) *process = (worker_process){.id = id, .channel = ours};
        else close(ours);
    }
    free(list);
    return error;
}

int32_t worker_self(void) { return getpid(); }

const char *worker_reason(int32_t error) { return process_reason(error); }

worker_end worker_reap(int32_t id, int32_t grace_milliseconds) {
    bool ended = process_has_ended(id);
    for (int32_t waited = 0; !ended && waited < grace_milliseconds; waited++) {
        poll(NULL, 0, 1);
        ended = process_has_ended(id);
    }
    // Also where it has ended: it may have left others of its group.
    kill(-id, SIGKILL);
    int status;
    pid_t got;
    do got = waitpid(id, &status, 0);
    while (got == -1 && errno == EINTR);
    if (got == -1) return (worker_end){.ending = WORKER_LOST};
    if (!WIFSIGNALED(status)) return (worker_end){WORKER_EXITED, WEXITSTATUS(status)};
    bool is_ours = !ended && WTERMSIG(status) == SIGKILL;
    return (worker_end){is_ours ? WORKER_KILLED : WORKER_SIGNALLED, WTERMSIG(status)};
}

worker_signal worker_signal_of(int32_t number) {
    switch (number) {
        case SIGSEGV: return WORKER_SIGNAL_SEGMENT;
        case SIGBUS: return WORKER_SIGNAL_BUS;
        case SIGABRT: return WORKER_SIGNAL_ABORT;
        case SIGILL:
        case SIGTRAP: return WORKER_SIGNAL_TRAP;
        case SIGFPE: return WORKER_SIGNAL_ARITHMETIC;
        case SIGSYS: return WORKER_SIGNAL_FILTER;
        case SIGXCPU: return WORKER_SIGNAL_TIME;
        case SIGKILL: return WORKER_SIGNAL_KILL;
        default: return WORKER_SIGNAL_OTHER;
    }
}
