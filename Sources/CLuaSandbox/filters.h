#pragma once
// What a text has to have for a rule to be called at all.

#include "state.h"

typedef struct filter filter;

/// Does a text match one of the patterns, or have one of the phrases?
bool filters_pass(lua_State *L, const filter *filter, const char *text, size_t length);
/// The offset, from `from` to `to`, up to which no text passes that begins at `from` or behind it and ends there:
/// most texts are told so without being looked at one by one.
size_t filters_skip(lua_State *L, const filter *filter, const char *bytes, size_t from, size_t to);
