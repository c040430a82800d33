// What a worker gives up before it reads anything, in this order.

#define _GNU_SOURCE  // close_range
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

extern char **environ;

static int attribute(int option, unsigned long value) {
#if defined(__linux__)
    return prctl(option, value, 0, 0, 0) == 0 ? 0 : errno;
#else
    (void)option;
    (void)value;
    return ENOTSUP;
#endif
}

#if !defined(__linux__)
enum { PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS };
#endif

/// The signal comes when the thread ends that started the worker; a parent that ended before it
/// could be asked for is seen by its number.
static int die_with(pid_t parent) {
    int error = attribute(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);
    return error;
}

/// The parent has seen to this when it started the worker; once more, for those who start it by
/// another way.
static int close_others(void) {
#if defined(__linux__)
    if (close_range(WORKER_CHANNEL + 1, ~0u, 0) == 0) return 0;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    if (most < 0 || most > 1 << 16) most = 1 << 16;
    for (int number = WORKER_CHANNEL + 1; number < most; number++) close(number);
    return 0;
}

static int32_t count_descriptors(void) {
    int32_t count = 0;
    for (int number = 0; number < 1024; number++) count += fcntl(number, F_GETFD) != -1;
    return count;
}

static int32_t count_variables(void) {
    int32_t count = 0;
    while (environ != NULL && environ[count] != NULL) count++;
    return count;
}

/// Never more than what was allowed before. The kernel's warning of processor time is a signal that
/// ends the worker; a second later it does not ask.
static void limit(int resource, rlim_t value, rlim_t last, int *error) {
    struct rlimit old;
    if (getrlimit((unsigned)resource, &old) == 0) {
        if (last > old.rlim_max) last = old.rlim_max;
        if (value > last) value = last;
        struct rlimit new = {.rlim_cur = value, .rlim_max = last};
        if (setrlimit((unsigned)resource, &new) == 0) return;
    }
    if (*error == 0) *error = errno;
}

static int limit_resources(const worker_limits *limits) {
    int error = 0;
    limit(RLIMIT_CORE, 0, 0, &error);
    limit(RLIMIT_FSIZE, 0, 0, &error);
    limit(RLIMIT_NPROC, 0, 0, &error);
    // Not the address space: of that Swift's runtime and the allocator take much and use little.
    limit(RLIMIT_DATA, (rlim_t)limits->memory, (rlim_t)limits->memory, &error);
    if (limits->processor > 0) {
        limit(RLIMIT_CPU, (rlim_t)limits->processor, (rlim_t)limits->processor + 1, &error);
    }
    return error;
}

/// Swift's runtime, cmark and the allocator itself answer a refusal of memory with abort(). The
/// refusal has left its error number, which makes a reason of "aborted". Other aborts stay what
/// they are.
static void aborted(int number) {
    if (errno == ENOMEM) _exit(WORKER_EXIT_MEMORY);
    raise(number);
}

/// Crashes are to be seen as what they are, whatever the runtime has set up.
static void reset_signals(void) {
    int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS};
    for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) {
        signal(crashes[index], SIG_DFL);
    }
    struct sigaction action = {
        .sa_handler = aborted, .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)};
    sigemptyset(&action.sa_mask);
    sigaction(SIGABRT, &action, NULL);
}

void worker_lock(int32_t parent, const worker_limits *limits, worker_report *report) {
    memset(report, 0, sizeof *report);
    int32_t *errors = report->errors;
    errors[WORKER_PARENT] = die_with(parent);
    // Nobody with the same user may look into it through /proc or a debugger, nor it into itself.
    errors[WORKER_UNREADABLE] = attribute(PR_SET_DUMPABLE, 0);
    errors[WORKER_PRIVILEGES] = attribute(PR_SET_NO_NEW_PRIVS, 1);
    reset_signals();
    errors[WORKER_DESCRIPTORS] = close_others();
    report->variables = count_variables();
    report->descriptors = count_descriptors();
    int error = limit_resources(limits);
    // A rule set is a descriptor, so no descriptors comes after no files.
    errors[WORKER_FILES] = lock_files(&report->landlock);
    limit(RLIMIT_NOFILE, 0, 0, &error);
    errors[WORKER_LIMITS] = error;
    errors[WORKER_CALLS] = lock_calls();
}
