#pragma once
#include <stdint.h>

/// A system call by its number, with as many arguments as one can have.
int64_t system_call(int64_t number, const int64_t arguments[_Nonnull 6]);
