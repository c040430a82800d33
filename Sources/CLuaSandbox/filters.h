#pragma once
// What a text has to have for a rule to be called at all.

#include "state.h"

typedef struct filter filter;

/// Does a text match one of the patterns, or have one of the phrases?
bool filters_pass(lua_State *L, const filter *filter, const char *text, size_t length);
