#define _GNU_SOURCE  // syscall
#include "system_call.h"

#include <unistd.h>

int64_t system_call(int64_t number, const int64_t arguments[6]) {
    return syscall(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
                   arguments[5]);
}
