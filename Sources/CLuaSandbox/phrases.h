#pragma once
// Phrases, looked for all at once.

#include "state.h"

typedef struct phrases phrases;

/// Pushes a userdata that holds the phrases of the list at `index`, all of them strings.
const phrases *phrases_push(lua_State *L, int index);
uint32_t phrases_count(const phrases *which);
/// Is the phrase of a number, from 1, the very string that `lua_topointer` gives this for? Only while Lua has
/// the strings that they were made of.
bool phrases_has(const phrases *which, uint32_t number, const void *source);
/// The phrase of the lowest number that stands in a text as whole words, whatever the case of its ASCII letters,
/// from 1, and where it first does; 0 where none does. With `any`, the first that is found.
lua_Integer phrases_find(
    lua_State *L, const phrases *which, const char *text, size_t length, bool any,
    size_t *from, size_t *to);
