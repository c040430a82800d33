// What the host's `text` library is asked most often, without patterns.

#include "phrases.h"

#include <string.h>

static inline bool is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }

/// `trim(s)`: without white space at both ends.
int words_trim(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    size_t from = 0, to = length;
    while (from < to && is_space(text[from])) from += 1;
    while (to > from && is_space(text[to - 1])) to -= 1;
    meter_charge_bytes(L, length);
    if (from == 0 && to == length) lua_settop(L, 1);
    else lua_pushlstring(L, text + from, to - from);
    return 1;
}

/// Is there nothing to collapse?
static bool is_collapsed(const char *text, size_t length) {
    if (length == 0) return true;
    if (is_space(text[0]) || is_space(text[length - 1])) return false;
    for (size_t i = 1; i < length; i += 1)
        if (is_space(text[i]) && (text[i] != ' ' || text[i - 1] == ' ')) return false;
    return true;
}

/// `collapse(s)`: runs of white space become one space, none at the ends.
int words_collapse(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    meter_charge_bytes(L, length);
    if (is_collapsed(text, length)) {
        lua_settop(L, 1);
        return 1;
    }
    memory_expect(L, length);
    luaL_Buffer made;
    char *into = luaL_buffinitsize(L, &made, length);
    size_t count = 0;
    bool gap = false;
    for (size_t i = 0; i < length; i += 1) {
        if (is_space(text[i])) {
            gap = count > 0;
            continue;
        }
        if (gap) into[count++] = ' ';
        gap = false;
        into[count++] = text[i];
    }
    luaL_pushresultsize(&made, count);
    return 1;
}

/// `phrases(list, known)`: what `find_any` looks for; `known` where that was made of the same list. Nothing
/// where the list holds anything but strings.
int words_phrases(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lazy_fill(L, 1);
    const phrases *known = lua_touserdata(L, 2);
    bool is_same = known != NULL;
    lua_Integer count = 0;
    int type;
    // Long strings that say the same may be two; they are looked for anew.
    while ((type = lua_rawgeti(L, 1, count + 1)) == LUA_TSTRING) {
        count += 1;
        is_same = is_same && phrases_has(known, (uint32_t)count, lua_topointer(L, -1));
        // To pop each by itself would take as long as to look at it.
        if (count % 8 == 0) lua_settop(L, 2);
    }
    if (type != LUA_TNIL) return 0;
    meter_charge(L, (size_t)count);
    if (is_same && phrases_count(known) == count) {
        lua_settop(L, 2);
        return 1;
    }
    lua_settop(L, 1);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 1; i <= count; i += 1) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 2, i);
    }
    phrases_push(L, 2);
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, 3, 1);
    return 1;
}

/// `find_any(s, phrases)` → the text as it stands, and the number of the phrase; nothing where none does.
int words_find_any(lua_State *L) {
    size_t length, from, to;
    const char *text = luaL_checklstring(L, 1, &length);
    luaL_checktype(L, 2, LUA_TUSERDATA);
    lua_Integer number =
        phrases_find(L, lua_touserdata(L, 2), text, length, false, &from, &to);
    if (number == 0) return 0;
    lua_pushlstring(L, text + from, to - from);
    lua_pushinteger(L, number);
    return 2;
}
