// The filter of system calls: a short list, and death for everything else.

#define _GNU_SOURCE  // syscall
#include "lock.h"

#include <errno.h>
#include <stddef.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, field))
// Both machines are little-endian; what is looked at stands in the lower half.
#define LOAD_ARGUMENT(index) LOAD(args[index])
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (count))
#define KILL BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)
#define ALLOW_IT BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define ALLOW(call) SKIP_UNLESS(SYS_##call, 1), ALLOW_IT

int lock_calls(void) {
    unsigned own = (unsigned)getpid();
    struct sock_filter filter[] = {
        // Numbers mean something else to another architecture. x32's are those of x86-64 with a
        // high bit, so that no comparison below takes them for one of the list.
        LOAD(arch),
        SKIP_UNLESS(ARCHITECTURE, 1),
        BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
        KILL,
        LOAD(nr),

        ALLOW(read),
        ALLOW(write),
        // The clock of Lua's deadline, which the vDSO does not know: processor time.
        ALLOW(clock_gettime),
        // Behind the timer that looks after trials of Lua code (`CLuaSandbox/trials.c`), set before
        // this filter: back from its signal.
        ALLOW(rt_sigreturn),
        // The allocator.
        ALLOW(brk),
        ALLOW(munmap),
        ALLOW(mremap),
        ALLOW(madvise),
        // qsort() of glibc, which takes memory where the machine has enough. It learns how much that
        // is and how long the machine has been up.
        ALLOW(sysinfo),
        // Swift's seeds of hash tables.
        ALLOW(getrandom),
        ALLOW(exit),
        ALLOW(exit_group),
        // abort(), the locks of stdio, and the last words of an allocator whose heap is broken:
        // without them its death would not be told from an attempt.
        ALLOW(writev),
        ALLOW(gettid),
        ALLOW(getpid),
        ALLOW(rt_sigprocmask),

        // Memory that nothing is in: no file, no code.
        SKIP_UNLESS(SYS_mmap, 7),
        LOAD_ARGUMENT(2),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
        KILL,
        LOAD_ARGUMENT(3),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, MAP_ANONYMOUS, 0, 1),
        ALLOW_IT,
        KILL,

        // What runs once wakes those who wait for it, although there is nobody.
        SKIP_UNLESS(SYS_futex, 4),
        LOAD_ARGUMENT(1),
        SKIP_UNLESS(FUTEX_WAKE_PRIVATE, 1),
        ALLOW_IT,
        KILL,

        // abort(): a signal to itself, and no other.
        SKIP_UNLESS(SYS_tgkill, 6),
        LOAD_ARGUMENT(0),
        SKIP_UNLESS(own, 3),
        LOAD_ARGUMENT(2),
        SKIP_UNLESS(SIGABRT, 1),
        ALLOW_IT,
        KILL,

        KILL,
    };
    struct sock_fprog program = {
        .len = sizeof filter / sizeof *filter, .filter = filter};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ? 0 : errno;
}

#else

int lock_calls(void) { return ENOTSUP; }

#endif
