#include "CMarkArena.h"

#include <cmark-gfm.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Allocations are aligned to, and preceded by, a header that keeps their size for realloc.
enum { ALIGNMENT = 16, LEAST_BLOCK = 64 << 10, NEXT_BLOCK = 1 << 20, BYTES_FOR_EACH = 12 };

struct block {
    struct block *previous;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

struct header {
    _Alignas(ALIGNMENT) size_t size;
};

static _Thread_local struct {
    struct block *block;
    unsigned char *free;
    unsigned char *end;
} arena;

static bool add_block(size_t size) {
    struct block *block = malloc(sizeof(struct block) + size);
    if (!block) return false;
    block->previous = arena.block;
    arena.block = block;
    arena.free = block->bytes;
    arena.end = block->bytes + size;
    return true;
}

static size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static void *take(size_t size) {
    if (size > SIZE_MAX / 2) abort();
    size = rounded(size) + sizeof(struct header);
    if ((size_t)(arena.end - arena.free) < size
        && !add_block(size > NEXT_BLOCK ? size : NEXT_BLOCK))
        abort();
    struct header *header = (struct header *)arena.free;
    header->size = size - sizeof(struct header);
    arena.free += size;
    return header + 1;
}

static void *take_zeroed(size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) abort();
    return memset(take(total), 0, total);
}

/// The last allocation grows in place, as a text does that is built byte by byte.
static void *resize(void *old, size_t size) {
    if (!old) return take(size);
    struct header *header = (struct header *)old - 1;
    if (size <= header->size) return old;
    unsigned char *bytes = old;
    if (bytes + header->size == arena.free && size <= (size_t)(arena.end - bytes)) {
        size_t whole = rounded(size);
        if (whole <= (size_t)(arena.end - bytes)) {
            header->size = whole;
            arena.free = bytes + whole;
            return old;
        }
    }
    return memcpy(take(size), old, header->size);
}

static void keep(void *pointer) { (void)pointer; }

bool cmark_arena_begin(size_t text_bytes) {
    if (arena.block || text_bytes > SIZE_MAX / (2 * BYTES_FOR_EACH)) return false;
    return add_block(LEAST_BLOCK + text_bytes * BYTES_FOR_EACH);
}

struct cmark_mem *cmark_arena_memory(void) {
    static cmark_mem memory = {take_zeroed, resize, keep};
    return &memory;
}

void cmark_arena_end(void) {
    while (arena.block) {
        struct block *block = arena.block;
        arena.block = block->previous;
        free(block);
    }
    arena.free = arena.end = NULL;
}
