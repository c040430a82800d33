#define _DEFAULT_SOURCE  // madvise
#include "arena.h"

#include <cmark-gfm.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Each piece has its size in front of it. cmark asks for pointers, integers and text: 8 bytes align
// them all.
enum {
    ALIGNMENT = 8,
    LEAST_BLOCK = 64 << 10,
    NEXT_BLOCK = 1 << 20,
    // Bytes from which on a block is much memory.
    HUGE = 8 << 20,
    BYTES_FOR_EACH = 12,
    // Pieces of up to so many bytes are used again when cmark frees them.
    LARGEST_KEPT = 1024,
};

struct block {
    struct block *previous;
    unsigned char bytes[];
};

struct piece {
    size_t size;
    // Of a piece that was freed: the one of its size that was freed before.
    struct piece *next;
};

enum { HEADER = offsetof(struct piece, next) };

static _Thread_local struct {
    struct block *block;
    unsigned char *free;
    unsigned char *end;
    struct piece *freed[LARGEST_KEPT / ALIGNMENT + 1];
} arena;

// Has the system give much memory in few pieces: so it is asked for it less often.
static void advise(void *start, size_t size) {
#ifdef MADV_HUGEPAGE
    if (size < HUGE) return;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from = ((uintptr_t)start + page - 1) & -page;
    madvise((void *)from, (uintptr_t)start + size - from, MADV_HUGEPAGE);
#else
    (void)start, (void)size;
#endif
}

static bool add_block(size_t size) {
    struct block *block = malloc(sizeof(struct block) + size);
    if (!block) return false;
    advise(block, sizeof(struct block) + size);
    block->previous = arena.block;
    arena.block = block;
    arena.free = block->bytes;
    arena.end = block->bytes + size;
    return true;
}

static size_t rounded(size_t size) {
    return size == 0 ? ALIGNMENT : (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static void *contents(struct piece *piece) { return &piece->next; }

static struct piece *piece_of(void *contents) {
    return (struct piece *)((unsigned char *)contents - HEADER);
}

static void *take(size_t size) {
    if (size > SIZE_MAX / 2) abort();
    size = rounded(size);
    if (size <= LARGEST_KEPT) {
        struct piece *again = arena.freed[size / ALIGNMENT];
        if (again) {
            arena.freed[size / ALIGNMENT] = again->next;
            return contents(again);
        }
    }
    size_t whole = size + HEADER;
    if ((size_t)(arena.end - arena.free) < whole
        && !add_block(whole > NEXT_BLOCK ? whole : NEXT_BLOCK))
        abort();
    struct piece *piece = (struct piece *)arena.free;
    piece->size = size;
    arena.free += whole;
    return contents(piece);
}

static void *take_zeroed(size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) abort();
    return memset(take(total), 0, total);
}

static void give(void *pointer) {
    if (!pointer) return;
    struct piece *piece = piece_of(pointer);
    if ((unsigned char *)pointer + piece->size == arena.free) {
        arena.free = (unsigned char *)piece;
    } else if (piece->size <= LARGEST_KEPT) {
        piece->next = arena.freed[piece->size / ALIGNMENT];
        arena.freed[piece->size / ALIGNMENT] = piece;
    }
}

// A new piece is the room of a text, which cmark ends with NUL only when it puts something there.
static void *take_empty(size_t size) {
    unsigned char *bytes = take(size);
    bytes[0] = 0;
    return bytes;
}

/// The last piece grows in place, as a text does that is built byte by byte.
static void *resize(void *old, size_t size) {
    if (!old) return take_empty(size);
    struct piece *piece = piece_of(old);
    if (size <= piece->size) return old;
    if (size > SIZE_MAX / 2) abort();
    unsigned char *bytes = old;
    size_t whole = rounded(size);
    if (bytes + piece->size == arena.free && whole <= (size_t)(arena.end - bytes)) {
        piece->size = whole;
        arena.free = bytes + whole;
        return old;
    }
    void *new = memcpy(take(size), old, piece->size);
    give(old);
    return new;
}

bool arena_begin(size_t text_bytes) {
    if (arena.block || text_bytes > SIZE_MAX / (2 * BYTES_FOR_EACH)) return false;
    return add_block(LEAST_BLOCK + text_bytes * BYTES_FOR_EACH);
}

struct cmark_mem *arena_memory(void) {
    static cmark_mem memory = {take_zeroed, resize, give};
    return &memory;
}

void arena_end(void) {
    while (arena.block) {
        struct block *block = arena.block;
        arena.block = block->previous;
        free(block);
    }
    memset(&arena, 0, sizeof arena);
}
