#pragma once
// Lua as it comes from its makers, without our sandbox: what ours is compared with.

#include <stddef.h>
#include <stdint.h>

typedef struct stock_lua stock_lua;

typedef struct stock_bytes {
    const uint8_t *_Nullable bytes;
    size_t count;
} stock_bytes;

/// A state whose chunk has returned a function; NULL where it is none.
stock_lua *_Nullable stock_open(stock_bytes source);
/// What the function returns for a number and strings, as a string; lent until the next call. No
/// bytes where it erred.
stock_bytes stock_call(
    stock_lua *_Nonnull lua, int64_t number, const stock_bytes *_Nonnull strings, size_t count);
void stock_close(stock_lua *_Nonnull lua);
