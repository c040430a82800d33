// What the lock forbids, done: for tests and for `perilune doctor`, which has workers die of it.

#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static int copy_of_itself(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child;
}

static int code(void) {
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANON, -1, 0);
    return memory == MAP_FAILED ? -1 : 0;
}

static int attempt(worker_attempt attempt) {
    char *nothing[] = {NULL};
    switch (attempt) {
        case WORKER_ATTEMPT_OPEN: return open("/dev/null", O_RDONLY);
        case WORKER_ATTEMPT_SOCKET: return socket(AF_INET, SOCK_STREAM, 0);
        case WORKER_ATTEMPT_FORK: return copy_of_itself();
        case WORKER_ATTEMPT_EXECUTE: return execve("/bin/true", nothing, nothing);
        case WORKER_ATTEMPT_CODE: return code();
        case WORKER_ATTEMPT_SIGNAL: return kill(getppid(), 0);
    }
    return -1;
}

int32_t worker_try(worker_attempt what) { return attempt(what) == -1 ? errno : 0; }
