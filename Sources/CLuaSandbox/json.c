// JSON text (RFC 8259, nothing more) as values. What is wrong is told by its place and its words; the host
// makes a message of them.

#include "state.h"

#include <string.h>

enum {
    DEEPEST = 64,
    /// Slots of the stack that a list or an object takes while what is in it is read.
    SLOTS = 3,
    /// Bytes between two looks at the meter.
    STRETCH = 1 << 14,
    NULL_VALUE = 2,
    EMPTY_LIST = 3,
};

typedef struct json {
    lua_State *L;
    const char *text;
    size_t length;
    size_t at;
    /// Up to where it is paid for.
    size_t paid;
    /// What is wrong at `at`.
    const char *wrong;
} json;

static bool value(json *j, int depth);

/// False, so that who finds something wrong returns it.
static bool fail(json *j, size_t at, const char *wrong) {
    j->at = at;
    j->wrong = wrong;
    return false;
}

/// A value is paid for as an element, and what was read of the text. No instruction of the interpreter comes
/// in between, so that memory is looked at here as well.
static void pay(json *j) {
    sandbox *box = sandbox_of(j->L);
    meter_charge(j->L, 1 + (j->at - j->paid) / 16);
    if (j->at - j->paid >= STRETCH) meter_check_clock(box, j->L);
    j->paid = j->at;
    if (box->pressed) memory_collect_if_pressed(j->L);
}

static bool is_next(const json *j, char byte) {
    return j->at < j->length && j->text[j->at] == byte;
}

static void skip_space(json *j) {
    for (; j->at < j->length; j->at += 1) {
        char byte = j->text[j->at];
        if (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t') return;
    }
}

static int digit(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/// The number of four hex digits; -1 where they are none.
static int four_digits(const json *j, size_t at) {
    if (j->length - at < 4) return -1;
    int number = 0;
    for (size_t i = 0; i < 4; i += 1) {
        int next = digit(j->text[at + i]);
        if (next < 0) return -1;
        number = number << 4 | next;
    }
    return number;
}

/// Reads what stands behind `\u`: `\uD83D\uDE00` is one character written as two halves.
static bool code_point(json *j, uint32_t *into) {
    int high = four_digits(j, j->at);
    if (high < 0) return fail(j, j->at, "expected four hex digits");
    j->at += 4;
    *into = (uint32_t)high;
    if (high < 0xD800 || high > 0xDFFF) return true;
    bool goes_on = j->length - j->at >= 6 && memcmp(j->text + j->at, "\\u", 2) == 0;
    int low = goes_on ? four_digits(j, j->at + 2) : -1;
    if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
        return fail(j, j->at, "half a surrogate pair");
    j->at += 6;
    *into = 0x10000 + (((uint32_t)high - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
    return true;
}

static size_t put_character(char *into, uint32_t code) {
    if (code < 0x80) {
        into[0] = (char)code;
        return 1;
    }
    size_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    for (size_t i = more; i > 0; i -= 1, code >>= 6) into[i] = (char)(0x80 | (code & 0x3F));
    into[0] = (char)((0xF00 >> (more + 1) & 0xFF) | code);
    return more + 1;
}

/// Reads an escape whose `\` was read.
static bool escape(json *j, uint32_t *into) {
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char name = j->at < j->length ? j->text[j->at] : 0;
    j->at += 1;
    if (name == 'u') return code_point(j, into);
    const char *known = name ? strchr(names, name) : NULL;
    if (!known) return fail(j, j->at - 2, "an unknown escape");
    *into = (uint8_t)meant[known - names];
    return true;
}

/// Goes to the end of a string whose first quote was read.
static bool find_end(json *j, bool *has_escapes) {
    while (j->at < j->length && j->text[j->at] != '"') {
        uint8_t byte = (uint8_t)j->text[j->at];
        if (byte < 0x20) return fail(j, j->at, "a control character in a string");
        j->at += 1;
        uint32_t code;
        if (byte != '\\') continue;
        *has_escapes = true;
        if (!escape(j, &code)) return false;
    }
    return j->at < j->length || fail(j, j->length, "a string has no end");
}

/// Pushes a string whose first quote was read.
static bool string(json *j) {
    size_t start = j->at;
    bool has_escapes = false;
    if (!find_end(j, &has_escapes)) return false;
    size_t end = j->at, count = 0;
    memory_expect(j->L, end - start);
    if (!has_escapes) {
        lua_pushlstring(j->L, j->text + start, end - start);
        j->at = end + 1;
        return true;
    }
    // No character is longer than its escape.
    luaL_Buffer made;
    char *into = luaL_buffinitsize(j->L, &made, end - start);
    for (j->at = start; j->at < end;) {
        uint32_t code;
        if (j->text[j->at++] != '\\') into[count++] = j->text[j->at - 1];
        else if (escape(j, &code)) count += put_character(into + count, code);
    }
    luaL_pushresultsize(&made, count);
    j->at = end + 1;
    return true;
}

/// Pushes a number, as `tonumber` reads it.
static bool number(json *j) {
    size_t from = j->at, at = from + is_next(j, '-'), whole = at;
    while (at < j->length && j->text[at] >= '0' && j->text[at] <= '9') at += 1;
    size_t digits = at - whole;
    if (digits == 0 || (digits > 1 && j->text[whole] == '0')) return fail(j, from, "expected a value");
    while (at < j->length && j->text[at] && strchr("0123456789.eE+-", j->text[at])) {
        bool is_point = j->text[at++] == '.';
        bool has_digit = at < j->length && j->text[at] >= '0' && j->text[at] <= '9';
        if (is_point && !has_digit) return fail(j, from, "expected a value");
    }
    meter_charge_bytes(j->L, (at - from) * 8);
    memory_expect(j->L, at - from);
    const char *text = lua_pushlstring(j->L, j->text + from, at - from);
    bool is_number = lua_stringtonumber(j->L, text) != 0;
    if (is_number) lua_remove(j->L, -2);
    j->at = at;
    return is_number || fail(j, from, "not a number");
}

/// Pushes a list whose bracket was read.
static bool list(json *j, int depth) {
    skip_space(j);
    if (is_next(j, ']')) {
        j->at += 1;
        lua_pushvalue(j->L, EMPTY_LIST);
        return true;
    }
    lua_newtable(j->L);
    for (lua_Integer count = 0;; j->at += 1) {
        if (!value(j, depth)) return false;
        // A plugin may have taken the list away that stands for empty ones.
        if (lua_isnil(j->L, -1)) lua_pop(j->L, 1);
        else lua_rawseti(j->L, -2, ++count);
        skip_space(j);
        if (is_next(j, ']')) break;
        if (!is_next(j, ',')) return fail(j, j->at, "expected \",\" or \"]\"");
    }
    j->at += 1;
    return true;
}

/// Pushes an object whose brace was read.
static bool object(json *j, int depth) {
    lua_newtable(j->L);
    skip_space(j);
    for (bool is_open = !is_next(j, '}'); is_open; j->at += is_open) {
        skip_space(j);
        if (!is_next(j, '"')) return fail(j, j->at, "expected a name in quotes");
        j->at += 1;
        if (!string(j)) return false;
        skip_space(j);
        if (!is_next(j, ':')) return fail(j, j->at, "expected \":\"");
        j->at += 1;
        if (!value(j, depth)) return false;
        lua_rawset(j->L, -3);
        skip_space(j);
        is_open = is_next(j, ',');
        if (!is_open && !is_next(j, '}')) return fail(j, j->at, "expected \",\" or \"}\"");
    }
    j->at += 1;
    return true;
}

static bool is_literal(json *j, const char *word) {
    size_t count = strlen(word);
    if (j->length - j->at < count || memcmp(j->text + j->at, word, count) != 0) return false;
    j->at += count;
    return true;
}

/// Pushes the next value. Calls itself as deep as it stands in others, which is bounded.
static bool value(json *j, int depth) {
    pay(j);
    if (depth > DEEPEST) return fail(j, j->at, "deeper than 64 levels");
    skip_space(j);
    char first = j->at < j->length ? j->text[j->at] : 0;
    if (first == '{' || first == '[' || first == '"') j->at += 1;
    if (first == '{') return object(j, depth + 1);
    if (first == '[') return list(j, depth + 1);
    if (first == '"') return string(j);
    if (is_literal(j, "true")) lua_pushboolean(j->L, true);
    else if (is_literal(j, "false")) lua_pushboolean(j->L, false);
    else if (is_literal(j, "null")) lua_pushvalue(j->L, NULL_VALUE);
    else return number(j);
    return true;
}

/// `json(text, null, empty)`: the value of a text, in which these stand for `null` and for a list without
/// elements; or nil, and the place and the words for what is wrong.
int json_read(lua_State *L) {
    json j = {.L = L};
    j.text = luaL_checklstring(L, 1, &j.length);
    lua_settop(L, 3);
    luaL_checkstack(L, SLOTS * (DEEPEST + 2) + LUA_MINSTACK, NULL);
    bool is_read = value(&j, 0);
    if (is_read) skip_space(&j);
    if (is_read && j.at < j.length) is_read = fail(&j, j.at, "something stands after the value");
    j.paid = j.paid < j.at ? j.paid : j.at;
    pay(&j);
    if (is_read) return 1;
    lua_pushnil(L);
    lua_pushinteger(L, (lua_Integer)j.at + 1);
    lua_pushstring(L, j.wrong);
    return 3;
}
