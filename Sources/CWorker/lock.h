#pragma once
// The parts of a lock that have a file of their own. Each gives 0 or an error number.

#include "worker.h"

/// No file, no port, no signal to others. `version` is set to that of the kernel's interface.
int lock_files(int32_t *version);

/// No system call but those that computing needs. From here on a mistake is death.
int lock_calls(void);
