// Landlock: no path, no port, no signal, also where a system call would get through. It says the
// same as the filter, by other code of the kernel.

#define _GNU_SOURCE  // syscall
#include "lock.h"

#include <errno.h>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>

/// `struct landlock_ruleset_attr` as of version 6: the system's header may be older than its kernel.
typedef struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
} ruleset;

enum { ASK_VERSION = 1 };

int lock_files(int32_t *version) {
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    if (abi < 0) return errno;
    *version = (int32_t)abi;
    // What a rule set handles and no rule allows is forbidden. A kernel refuses bits that it does
    // not know, and takes zeros for fields that it does not know.
    int rights = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
    ruleset nothing = {
        .files = (UINT64_C(1) << rights) - 1,
        .network = abi >= 4 ? 3 : 0,
        .scopes = abi >= 6 ? 3 : 0,
    };
    long rules = syscall(SYS_landlock_create_ruleset, &nothing, sizeof nothing, 0);
    if (rules < 0) return errno;
    int error = syscall(SYS_landlock_restrict_self, rules, 0) == 0 ? 0 : errno;
    close((int)rules);
    return error;
}

#else

int lock_files(int32_t *version) {
    *version = 0;
    return ENOTSUP;
}

#endif
