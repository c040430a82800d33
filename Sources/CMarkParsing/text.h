#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// How many bytes at the start of a text cmark's inline parser does nothing with but copy them: up
// to a byte of its table of special characters, but for the `!` that only a bracket makes an image
// of.
static inline size_t plain_count(const char *text) { return strcspn(text, "\r\n\\`&_*[]<"); }

// White space within a line (CommonMark 2.1).
static inline bool is_space(unsigned char byte) {
    return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\f';
}
