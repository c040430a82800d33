#pragma once
#include <stdbool.h>
#include <stddef.h>

/// The memory that one parse of cmark takes: blocks that are filled from one end and given back at
/// once. One arena a thread at a time, because cmark's allocator functions get no context.

struct cmark_mem;

/// Begins an arena for a text of so many bytes; false where there is no memory for its first block
/// or the thread has an arena already.
bool cmark_arena_begin(size_t text_bytes);

/// cmark's allocator over the arena of the calling thread. Blocks that cannot be had end the
/// process, as they do in cmark's own allocator.
struct cmark_mem *cmark_arena_memory(void);

/// Gives back all that was allocated since the arena began.
void cmark_arena_end(void);

/// The length of a C string, with the C library's own loop.
static inline size_t cmark_text_count(const char *text) { return __builtin_strlen(text); }
