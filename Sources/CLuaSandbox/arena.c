// The memory of a trial: a pile that only grows, and that is set back as a whole to what it was when
// the plugins were loaded. So nothing is ever freed or collected, and no run sees what an earlier one left.

#define _DEFAULT_SOURCE  // madvise
#include "state.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    ALIGNMENT = 16,
    /// Bytes from which on a chunk is much memory.
    HUGE = 8 << 20,
    /// What a trial of the bundled plugins takes until it looks at a spec, and a little more.
    FIRST = 768 << 10,
    LARGEST = 64 << 20,
    /// What may pile up before it is worth setting back.
    PILE = 1 << 20,
    /// What is too much to be held while nothing runs.
    VAST = 64 << 20,
};

static size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

/// Has the system give memory in few pieces, so that it is asked for it less often: what will be used as a
/// whole at once. Where it cannot, or the size of pages is another, nothing is lost.
static void advise(uint8_t *base, size_t size) {
#if defined MADV_HUGEPAGE && defined MADV_POPULATE_WRITE
    if (size > FIRST && size < HUGE) return;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), start = ((uintptr_t)base + page - 1) & -page;
    uintptr_t end = ((uintptr_t)base + size) & -page;
    madvise((void *)start, end - start, size < HUGE ? MADV_POPULATE_WRITE : MADV_HUGEPAGE);
#else
    (void)base, (void)size;
#endif
}

/// Makes the next chunk the one at hand, new where there is none that is large enough.
static bool advance(arena *a, size_t size) {
    int next = a->count == 0 ? 0 : a->current + 1;
    if (next < a->count && a->chunks[next].size >= size) {
        a->current = next;
        a->chunks[next].used = 0;
        return true;
    }
    // What is behind is too small for this, and nothing of it is in use.
    while (a->count > next) free(a->chunks[--a->count].base);
    if (next == ARENA_CHUNKS) return false;
    size_t room = FIRST;
    for (int i = 0; i < next && room < LARGEST; i += 1) room *= 2;
    if (room < size) room = size;
    uint8_t *base = malloc(room);
    if (!base) return false;
    advise(base, room);
    a->chunks[next] = (arena_chunk){base, room, 0};
    a->current = next;
    a->count = next + 1;
    return true;
}

void *arena_allocate(arena *a, void *block, size_t old_size, size_t new_size) {
    if (new_size <= old_size) return new_size == 0 ? NULL : block;
    size_t old_room = rounded(old_size), room = rounded(new_size);
    if (a->count > 0) {
        arena_chunk *chunk = &a->chunks[a->current];
        bool is_last = block && (uint8_t *)block + old_room == chunk->base + chunk->used;
        size_t more = is_last ? room - old_room : room;
        if (more <= chunk->size - chunk->used) {
            void *at = is_last ? block : chunk->base + chunk->used;
            chunk->used += more;
            a->piled += more;
            if (block && !is_last) memcpy(at, block, old_size);
            return at;
        }
    }
    if (!advance(a, room)) return NULL;
    arena_chunk *chunk = &a->chunks[a->current];
    chunk->used = room;
    a->piled += room;
    if (block) memcpy(chunk->base, block, old_size);
    return chunk->base;
}

bool arena_is_piled(const arena *a) { return a->piled > PILE; }

bool arena_is_vast(const arena *a) { return !a->image && a->piled > VAST; }

void arena_shed(arena *a) {
    while (a->count > 0) free(a->chunks[--a->count].base);
    a->current = 0;
}

bool arena_keep(arena *a) {
    size_t size = 0;
    for (int i = 0; i <= a->current; i += 1) size += a->chunks[i].used;
    uint8_t *image = malloc(size);
    if (!image) return false;
    size_t at = 0;
    for (int i = 0; i <= a->current; i += 1) {
        memcpy(image + at, a->chunks[i].base, a->chunks[i].used);
        a->kept_used[i] = a->chunks[i].used;
        at += a->chunks[i].used;
    }
    free(a->image);
    a->image = image;
    a->kept = a->current;
    a->piled = 0;
    return true;
}

bool arena_rewind(arena *a) {
    if (!a->image) return false;
    size_t at = 0;
    for (int i = 0; i <= a->kept; i += 1) {
        memcpy(a->chunks[i].base, a->image + at, a->kept_used[i]);
        a->chunks[i].used = a->kept_used[i];
        at += a->kept_used[i];
    }
    a->current = a->kept;
    a->piled = 0;
    return true;
}

void arena_free(arena *a) {
    for (int i = 0; i < a->count; i += 1) free(a->chunks[i].base);
    free(a->image);
}
