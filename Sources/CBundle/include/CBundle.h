#pragma once
#include <stdbool.h>
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

/// Where the files below a folder of so many bytes begin, one behind the other; anywhere where there are none.
size_t bundle_first_below(const char *_Nonnull folder, size_t length);

/// Does the file at an index below `bundle_count()` stand below a folder of so many bytes?
bool bundle_is_below(size_t index, const char *_Nonnull folder, size_t length);

/// Does the path of the file at an index below `bundle_count()` end so?
bool bundle_ends(size_t index, const char *_Nonnull suffix);
