// A program as a child: forked, since `posix_spawn` sets no limit and no signal of a parent's death.

#define _GNU_SOURCE  // pipe2, closefrom
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

#if defined(__APPLE__)
enum { QUIETLY = 0 };
#else
enum { QUIETLY = MSG_NOSIGNAL };
#endif

bool program_is_there(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode) && access(path, X_OK) == 0;
}

// Before the fork: everything that allocates.

static char **list(const char *texts, size_t count) {
    char **list = calloc(count + 1, sizeof *list);
    if (list == NULL) return NULL;
    for (size_t index = 0; index < count; index++) {
        list[index] = (char *)texts;
        texts += strlen(texts) + 1;
    }
    return list;
}

/// Neither end may have a number that the child gives to something else.
static int raise_number(int *descriptor) {
    int raised = fcntl(*descriptor, F_DUPFD_CLOEXEC, 3);
    if (raised < 0) return errno;
    close(*descriptor);
    *descriptor = raised;
    return 0;
}

static int raise_numbers(int ends[2]) {
    int error = raise_number(&ends[0]);
    if (error == 0) error = raise_number(&ends[1]);
    if (error != 0) {
        close(ends[0]);
        close(ends[1]);
        ends[0] = ends[1] = -1;
    }
    return error;
}

/// Ours is the first.
static int open_pipe(int ends[2]) {
#if defined(__APPLE__)
    if (pipe(ends) != 0) return errno;
#else
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
#endif
    return raise_numbers(ends);
}

/// Ours is the first. No pipe: writing into one whose reader is gone is a signal.
static int open_socket(int ends[2]) {
#if defined(__APPLE__)
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return errno;
    int yes = 1;
    setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#else
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
#endif
    return raise_numbers(ends);
}

static int open_null(int ends[2]) {
    ends[0] = -1;
    ends[1] = open("/dev/null", O_RDONLY | O_CLOEXEC);
    return ends[1] < 0 ? errno : raise_number(&ends[1]);
}

enum { INPUT, OUTPUT, ERRORS, REPORT, CHANNELS };

typedef struct channels {
    int ends[CHANNELS][2];
} channels;

static void close_side(channels *all, int side) {
    for (int index = 0; index < CHANNELS; index++) {
        if (all->ends[index][side] >= 0) close(all->ends[index][side]);
        all->ends[index][side] = -1;
    }
}

static int open_channels(channels *all, bool has_input) {
    memset(all, -1, sizeof *all);
    int error = has_input ? open_socket(all->ends[INPUT]) : open_null(all->ends[INPUT]);
    for (int index = OUTPUT; index < CHANNELS && error == 0; index++) {
        error = open_pipe(all->ends[index]);
    }
    for (int index = 0; index < REPORT && error == 0; index++) {
        int end = all->ends[index][0];
        if (end >= 0 && fcntl(end, F_SETFL, O_NONBLOCK) != 0) error = errno;
    }
    if (error != 0) {
        close_side(all, 0);
        close_side(all, 1);
    }
    return error;
}

// After the fork: calls that are safe in a copy of one thread of many.

static int limit(int resource, int64_t most) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return errno;
    rlim_t wanted = (rlim_t)most;
    if (now.rlim_max == RLIM_INFINITY || wanted < now.rlim_max) now.rlim_max = wanted;
    now.rlim_cur = now.rlim_max;
    return setrlimit(resource, &now) == 0 ? 0 : errno;
}

static void close_others(int kept) {
#if defined(__linux__)
    // `kept` is 3.
    closefrom(kept + 1);
#else
    for (int number = getdtablesize(); --number > kept;) close(number);
#endif
}

static void reset_signals(void) {
    for (int number = 1; number < NSIG; number++) {
        if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
    }
    // A file that is too large is an error that the program can put into words.
    signal(SIGXFSZ, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static int become(const channels *all, const program_rules *rules, pid_t parent) {
    if (!rules->asks && setsid() < 0) return errno;
#if defined(__linux__)
    if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0) return errno;
    if (getppid() != parent) _exit(127);
#else
    (void)parent;
#endif
    int error = limit(RLIMIT_CORE, 0);
    if (error == 0) error = limit(RLIMIT_FSIZE, rules->file_bytes);
    if (error != 0) return error;
    for (int number = 0; number < REPORT; number++) {
        if (dup2(all->ends[number][1], number) < 0) return errno;
    }
    reset_signals();
    return 0;
}

[[noreturn]] static void run(const char *path, char **arguments, char **variables,
                             const channels *all, const program_rules *rules, pid_t parent) {
    int report = all->ends[REPORT][1];
    int error = become(all, rules, parent);
    if (error == 0 && report != 3) {
        if (dup2(report, 3) < 0) error = errno;
        else report = 3;
    }
    if (error == 0 && fcntl(report, F_SETFD, FD_CLOEXEC) != 0) error = errno;
    if (error == 0) {
        close_others(report);
        execve(path, arguments, variables);
        error = errno;
    }
    int32_t told = error;
    while (write(report, &told, sizeof told) < 0 && errno == EINTR) {}
    _exit(127);
}

/// 0 where the program runs; it closes its end of the report by running.
static int hear(int report, pid_t id) {
    int32_t told = 0;
    ssize_t got;
    do got = read(report, &told, sizeof told);
    while (got == -1 && errno == EINTR);
    if (got == 0) return 0;
    while (waitpid(id, NULL, 0) == -1 && errno == EINTR) {}
    return got == sizeof told ? told : EIO;
}

int32_t program_start(const char *path, const char *arguments, size_t argument_count,
                      const char *variables, size_t variable_count, bool has_input,
                      const program_rules *rules, program *started) {
    char **argument_list = list(arguments, argument_count);
    char **variable_list = list(variables, variable_count);
    channels all;
    int error = argument_list == NULL || variable_list == NULL ? ENOMEM : 0;
    if (error == 0) error = open_channels(&all, has_input);
    if (error == 0) {
        process_keep_children();
        // No handler of ours may run in the child.
        sigset_t every, before;
        sigfillset(&every);
        pthread_sigmask(SIG_SETMASK, &every, &before);
        pid_t parent = getpid();
        pid_t id = fork();
        if (id == 0) run(path, argument_list, variable_list, &all, rules, parent);
        error = id < 0 ? errno : 0;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        close_side(&all, 1);
        if (error == 0) error = hear(all.ends[REPORT][0], id);
        close(all.ends[REPORT][0]);
        all.ends[REPORT][0] = -1;
        if (error == 0) {
            *started = (program){
                .id = id,
                .asks = rules->asks,
                .input = all.ends[INPUT][0],
                .output = all.ends[OUTPUT][0],
                .errors = all.ends[ERRORS][0],
            };
        } else {
            close_side(&all, 0);
        }
    }
    free(argument_list);
    free(variable_list);
    return error;
}

// While it runs.

static int64_t outcome(ssize_t count) {
    if (count >= 0) return count;
    return errno == EAGAIN || errno == EWOULDBLOCK ? PROGRAM_LATER : PROGRAM_GONE;
}

int64_t program_read(int32_t descriptor, void *bytes, size_t count) {
    ssize_t got;
    do got = read(descriptor, bytes, count);
    while (got == -1 && errno == EINTR);
    return got == 0 ? PROGRAM_GONE : outcome(got);
}

int64_t program_write(int32_t descriptor, const void *bytes, size_t count) {
    ssize_t sent;
    do sent = send(descriptor, bytes, count, QUIETLY);
    while (sent == -1 && errno == EINTR);
    return outcome(sent);
}

void program_close(int32_t *descriptor) {
    if (*descriptor >= 0) close(*descriptor);
    *descriptor = -1;
}

void program_poll(const program *started, int32_t milliseconds) {
    // What is closed is -1, which is passed over.
    struct pollfd polled[] = {
        {.fd = started->input, .events = POLLOUT},
        {.fd = started->output, .events = POLLIN},
        {.fd = started->errors, .events = POLLIN},
    };
    poll(polled, 3, milliseconds);
}

// Its end.

program_end program_reap(const program *started) {
    int status;
    pid_t got;
    do got = waitpid(started->id, &status, 0);
    while (got == -1 && errno == EINTR);
    if (got == -1) return (program_end){.code = -1};
    if (WIFSIGNALED(status)) return (program_end){.code = -1, .signal = WTERMSIG(status)};
    return (program_end){.code = WEXITSTATUS(status)};
}

void program_kill(const program *started) {
    pid_t all = started->asks ? started->id : -started->id;
    kill(all, SIGTERM);
    for (int waited = 0; waited < 300 && !process_has_ended(started->id); waited++) {
        poll(NULL, 0, 1);
    }
    // Also where it has ended: it may have left others of its group.
    kill(all, SIGKILL);
    program_reap(started);
}
