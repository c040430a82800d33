#pragma once
#include <stdbool.h>
#include <stddef.h>

/// The memory that one parse of cmark takes: blocks that are filled from one end and given back at
/// once. One arena a thread at a time.

struct cmark_mem;

/// Begins an arena for a text of so many bytes; false where there is no memory for its first block
/// or the thread has an arena already.
bool arena_begin(size_t text_bytes);

/// cmark's allocator over the arena of the calling thread.
struct cmark_mem *arena_memory(void);

/// Gives back all that was allocated since the arena began.
void arena_end(void);
