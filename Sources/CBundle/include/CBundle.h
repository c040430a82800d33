#pragma once
#include <stddef.h>
#include <stdint.h>

/// One file that travels inside the executable. The bytes live as long as the process.
typedef struct {
    const char *_Nonnull path;
    const uint8_t *_Nonnull bytes;
    size_t count;
} bundle_file;

/// How many files are inside.
size_t bundle_count(void);

/// The file at an index below `bundle_count()`.
bundle_file bundle_at(size_t index);
