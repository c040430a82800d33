// string.find, match, gmatch and gsub over our own matcher: stock Lua's can run for centuries in
// one call that no hook interrupts.

#define _GNU_SOURCE  // memmem
#include "pattern.h"

#include <string.h>

/// A position as `string.find` takes it, as an offset that may lie past the end.
static size_t offset_of(lua_Integer position, size_t length) {
    if (position > 0) return (size_t)position - 1;
    if (position == 0 || position < -(lua_Integer)length) return 0;
    return length - (size_t)-position;
}

static void push_capture(matcher *m, int index, const char *from, const char *to) {
    lua_State *L = m->L;
    if (index >= m->level) {
        if (index != 0) luaL_error(L, "invalid capture index %%%d", index + 1);
        lua_pushlstring(L, from, (size_t)(to - from));
        return;
    }
    ptrdiff_t length = m->capture[index].length;
    if (length == CAPTURE_OPEN) luaL_error(L, "unfinished capture");
    if (length == CAPTURE_POSITION)
        lua_pushinteger(L, m->capture[index].start - m->start + 1);
    else lua_pushlstring(L, m->capture[index].start, (size_t)length);
}

/// The whole match where there are no captures and `from` is given.
static int push_captures(matcher *m, const char *from, const char *to) {
    int count = m->level == 0 && from ? 1 : m->level;
    luaL_checkstack(m->L, count, "too many captures");
    for (int i = 0; i < count; i += 1) push_capture(m, i, from, to);
    return count;
}

static bool is_plain(const char *text, size_t length) {
    static const bool means_more[256] = {
        ['^'] = true, ['$'] = true, ['*'] = true, ['+'] = true, ['?'] = true, ['.'] = true,
        ['('] = true, ['['] = true, ['%'] = true, ['-'] = true,
    };
    for (size_t i = 0; i < length; i += 1)
        if (means_more[(uint8_t)text[i]]) return false;
    return true;
}

static int find_plain(
    lua_State *L, const char *text, size_t length, size_t start, const char *wanted, size_t size
) {
    // memmem is linear, whatever the two are; what is long is prepared for the search first.
    const char *found = memmem(text + start, length - start, wanted, size);
    size_t seen = (found ? (size_t)(found - text) : length) - start;
    meter_charge(L, size > 256 ? seen + size : size > 1 ? seen / 4 : seen / 16);
    if (!found) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, found - text + 1);
    lua_pushinteger(L, found - text + (lua_Integer)size);
    return 2;
}

static int search(lua_State *L, bool find) {
    size_t length, size;
    const char *text = luaL_checklstring(L, 1, &length);
    const char *wanted = luaL_checklstring(L, 2, &size);
    size_t start = offset_of(luaL_optinteger(L, 3, 1), length);
    if (start > length) {
        lua_pushnil(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) || is_plain(wanted, size)))
        return find_plain(L, text, length, start, wanted, size);
    matcher m;
    matcher_start(&m, L, pattern_get(L, 2), text, length);
    for (const char *at = text + start; at <= m.end; at += 1) {
        if (!m.program->anchored) at = matcher_skip(&m, at);
        const char *end = matcher_match(&m, at);
        if (end) {
            matcher_stop(&m);
            if (!find) return push_captures(&m, at, end);
            lua_pushinteger(L, at - text + 1);
            lua_pushinteger(L, end - text);
            return push_captures(&m, NULL, NULL) + 2;
        }
        if (m.program->anchored) break;
    }
    matcher_stop(&m);
    lua_pushnil(L);
    return 1;
}

static int string_find(lua_State *L) { return search(L, true); }

static int string_match(lua_State *L) { return search(L, false); }

/// Upvalues: the text, the program, the offset to go on at, the end of the last match or -1.
static int next_match(lua_State *L) {
    size_t length;
    const char *text = lua_tolstring(L, lua_upvalueindex(1), &length);
    size_t start = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
    if (start > length) return 0;
    matcher m;
    matcher_start(&m, L, lua_touserdata(L, lua_upvalueindex(2)), text, length);
    for (const char *at = text + start; at <= m.end; at += 1) {
        at = matcher_skip(&m, at);
        const char *end = matcher_match(&m, at);
        if (!end || end - text == last) continue;
        matcher_stop(&m);
        lua_pushinteger(L, end - text);
        lua_copy(L, -1, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return push_captures(&m, at, end);
    }
    matcher_stop(&m);
    return 0;
}

static int string_gmatch(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    size_t start = offset_of(luaL_optinteger(L, 3, 1), length);
    lua_settop(L, 2);
    pattern_push(L, 2, false);
    lua_replace(L, 2);
    lua_pushinteger(L, start > length ? (lua_Integer)length + 1 : (lua_Integer)start);
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, next_match, 4);
    return 1;
}

static void add_text(matcher *m, luaL_Buffer *into, const char *from, const char *to) {
    lua_State *L = m->L;
    size_t size;
    const char *text = lua_tolstring(L, 3, &size);
    const char *escape;
    meter_charge_bytes(L, size);
    while ((escape = memchr(text, '%', size))) {
        luaL_addlstring(into, text, (size_t)(escape - text));
        char what = escape[1];
        if (what == '%') {
            luaL_addchar(into, '%');
        } else if (what == '0') {
            luaL_addlstring(into, from, (size_t)(to - from));
        } else if (what >= '1' && what <= '9') {
            push_capture(m, what - '1', from, to);
            meter_charge_bytes(L, lua_rawlen(L, -1));
            luaL_addvalue(into);
        } else {
            luaL_error(L, "invalid use of '%%' in replacement string");
        }
        size -= (size_t)(escape + 2 - text);
        text = escape + 2;
    }
    luaL_addlstring(into, text, size);
}

/// Whether it changed anything.
static bool add_value(
    matcher *m, luaL_Buffer *into, const char *from, const char *to, int type
) {
    lua_State *L = m->L;
    switch (type) {
    case LUA_TFUNCTION: {
        lua_pushvalue(L, 3);
        int count = push_captures(m, from, to);
        lua_call(L, count, 1);
        break;
    }
    case LUA_TTABLE:
        push_capture(m, 0, from, to);
        lua_gettable(L, 3);
        break;
    default:
        add_text(m, into, from, to);
        return true;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(into, from, (size_t)(to - from));
        return false;
    }
    if (!lua_isstring(L, -1))
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    meter_charge_bytes(L, lua_rawlen(L, -1));
    luaL_addvalue(into);
    return true;
}

static int string_gsub(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    int type = lua_type(L, 3);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
    luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION
        || type == LUA_TTABLE, 3, "string/function/table");
    matcher m;
    // What is called in between may ask for so many patterns that this one is let go.
    bool calls = type == LUA_TFUNCTION || type == LUA_TTABLE;
    matcher_start(&m, L, calls ? pattern_push(L, 2, true) : pattern_get(L, 2), text, length);
    luaL_Buffer result;
    luaL_buffinit(L, &result);
    const char *at = text;
    const char *copied = text;
    const char *last = NULL;
    lua_Integer count = 0;
    bool changed = false;
    while (count < most) {
        const char *end = matcher_match(&m, at);
        if (end && end != last) {
            count += 1;
            matcher_stop(&m);
            luaL_addlstring(&result, copied, (size_t)(at - copied));
            changed = add_value(&m, &result, at, end, type) || changed;
            matcher_continue(&m);
            at = last = copied = end;
        } else if (at < m.end) {
            at = m.program->anchored ? at + 1 : matcher_skip(&m, at + 1);
        } else {
            break;
        }
        if (m.program->anchored) break;
    }
    matcher_stop(&m);
    if (changed) {
        luaL_addlstring(&result, copied, (size_t)(m.end - copied));
        luaL_pushresult(&result);
        meter_charge_bytes(L, lua_rawlen(L, -1));
    } else {
        lua_pushvalue(L, 1);
    }
    lua_pushinteger(L, count);
    return 2;
}

void patterns_open(lua_State *L) {
    pattern_open(L);
    library_set(L, "string", "find", string_find);
    library_set(L, "string", "match", string_match);
    library_set(L, "string", "gmatch", string_gmatch);
    library_set(L, "string", "gsub", string_gsub);
}
