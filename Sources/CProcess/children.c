// What is true of every child, whatever it runs.

#define _GNU_SOURCE  // sigaction, waitid
#include "process.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

void process_keep_children(void) {
    struct sigaction action;
    if (sigaction(SIGCHLD, NULL, &action) == 0 && action.sa_handler == SIG_IGN) {
        signal(SIGCHLD, SIG_DFL);
    }
}

bool process_has_ended(int32_t id) {
    siginfo_t info = {.si_pid = 0};
    int code;
    do code = waitid(P_PID, (id_t)id, &info, WEXITED | WNOWAIT | WNOHANG);
    while (code == -1 && errno == EINTR);
    return code == -1 || info.si_pid != 0;
}

const char *process_reason(int32_t error) {
    const char *reason = strerror(error);
    return reason == NULL ? "unknown error" : reason;
}

double process_now(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) return 0;
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

extern char **environ;

const char *process_variable(size_t index) { return environ == NULL ? NULL : environ[index]; }

// Signals that ask for an end.

static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
enum { ENDS = sizeof ends / sizeof *ends };

static_assert(sizeof(sigset_t) <= sizeof(process_signals), "the mask has room");

void process_hold(process_signals *signals) {
    sigset_t held, before;
    sigemptyset(&held);
    for (int index = 0; index < ENDS; index++) sigaddset(&held, ends[index]);
    sigemptyset(&before);
    pthread_sigmask(SIG_BLOCK, &held, &before);
    memcpy(signals, &before, sizeof before);
}

void process_release(const process_signals *signals) {
    sigset_t before;
    memcpy(&before, signals, sizeof before);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

bool process_is_asked_to_end(void) {
    sigset_t waiting;
    if (sigpending(&waiting) != 0) return false;
    for (int index = 0; index < ENDS; index++) {
        struct sigaction action;
        // Under nohup the terminal's end is no reason.
        if (sigismember(&waiting, ends[index]) == 1 && sigaction(ends[index], NULL, &action) == 0
            && action.sa_handler != SIG_IGN) {
            return true;
        }
    }
    return false;
}
