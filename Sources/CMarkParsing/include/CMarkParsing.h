#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Parses of cmark-gfm that cost less than its own: their memory is an arena's, and text without
/// markup has no inlines made of it.

struct cmark_node;

/// Parses a text with tables and task lists, and footnotes if asked for.
///
/// One tree a thread at a time, because cmark's allocator functions get no context. Memory that
/// cannot be had ends the process, as it does in cmark's own allocator.
/// - Returns: the document, valid until `cmark_parsing_end`; NULL where the thread has a tree
///   already or there is no memory to begin with.
struct cmark_node *cmark_parsing_begin(const char *text, size_t bytes, bool has_footnotes);

/// Gives back all memory of the thread's tree.
void cmark_parsing_end(void);

/// Is a node a leaf without inlines, whose text is its content as it stands?
bool cmark_parsing_is_plain(struct cmark_node *node);

/// Are so many bytes the same?
static inline bool cmark_text_equals(const void *left, const void *right, size_t bytes) {
    return __builtin_memcmp(left, right, bytes) == 0;
}

/// The length of a C string, with the C library's own loop.
static inline size_t cmark_text_count(const char *text) { return __builtin_strlen(text); }
