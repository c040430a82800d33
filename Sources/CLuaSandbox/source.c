// What is refused in a source text before it is compiled, because Lua 5.4.4 handles it badly:
// `a.x.x.x…` (the interpreter names what is nil in an error by recursing over the links, and
// overflows the C stack at 100,000 of them) and `a or a or…` (compiled in quadratic time, in
// which no instruction runs). Reads tokens, not grammar: it only has to count too much, never too little.

#include "state.h"

#include <string.h>

enum { LINKS = 1000, LOGICALS = 2000, NESTING = 256 };

typedef struct level {
    int links;
    int most_links;
    int logicals;
} level;

typedef struct scan {
    const char *at;
    const char *end;
    int line;
    /// The token before this one ended a value.
    bool after_value;
    bool after_dot;
    int depth;
    level levels[NESTING];
} scan;

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Steps over `[[…]]` or `[=[…]=]`; false where there is none.
static bool skip_long(scan *s) {
    const char *at = s->at + 1;
    while (at < s->end && *at == '=') at += 1;
    if (at == s->end || *at != '[') return false;
    size_t equals = (size_t)(at - s->at - 1);
    for (at += 1; at < s->end; at += 1) {
        if (*at == '\n') s->line += 1;
        if (*at != ']') continue;
        const char *close = at + 1;
        while (close < s->end && *close == '=') close += 1;
        if ((size_t)(close - at - 1) == equals && close < s->end && *close == ']') {
            s->at = close + 1;
            return true;
        }
    }
    s->at = s->end;
    return true;
}

static void skip_comment(scan *s) {
    s->at += 2;
    if (s->at < s->end && *s->at == '[' && skip_long(s)) return;
    while (s->at < s->end && *s->at != '\n') s->at += 1;
}

static void skip_string(scan *s) {
    char quote = *s->at++;
    for (; s->at < s->end && *s->at != quote && *s->at != '\n'; s->at += 1) {
        if (*s->at != '\\' || s->at + 1 == s->end) continue;
        s->at += 1;
        if (*s->at == '\n') s->line += 1;
    }
    if (s->at < s->end && *s->at == quote) s->at += 1;
}

static void link(scan *s, int count) {
    level *now = &s->levels[s->depth];
    now->links += count;
    if (now->links > now->most_links) now->most_links = now->links;
}

static void open_level(scan *s) {
    if (s->depth < NESTING - 1) s->depth += 1;
    s->levels[s->depth] = (level){0};
    s->after_value = false;
}

static void close_level(scan *s) {
    int inside = s->levels[s->depth].most_links;
    if (s->depth > 0) s->depth -= 1;
    link(s, inside);
    s->after_value = true;
}

static void end_expression(scan *s) {
    s->levels[s->depth].links = 0;
    s->levels[s->depth].logicals = 0;
    s->after_value = false;
}

static bool is_one_of(const char *word, size_t length, const char *const *list) {
    for (; *list; list += 1)
        if (strlen(*list) == length && memcmp(*list, word, length) == 0) return true;
    return false;
}

static void word(scan *s) {
    static const char *const logical[] = {"and", "or", NULL};
    static const char *const others[] = {
        "break", "do", "else", "elseif", "end", "for", "function", "goto", "if", "in", "local",
        "repeat", "return", "then", "until", "while", NULL};
    const char *start = s->at;
    while (s->at < s->end && (is_letter(*s->at) || is_digit(*s->at))) s->at += 1;
    size_t length = (size_t)(s->at - start);
    if (s->after_dot) {
        link(s, 1);
        s->after_value = true;
    } else if (is_one_of(start, length, logical)) {
        s->levels[s->depth].logicals += 1;
        s->levels[s->depth].links = 0;
        s->after_value = false;
    } else if (is_one_of(start, length, others)) {
        end_expression(s);
    } else {
        // A name after a value starts another statement.
        if (s->after_value) end_expression(s);
        s->levels[s->depth].links = 0;
        s->after_value = true;
    }
}

static void punctuation(scan *s) {
    char c = *s->at++;
    switch (c) {
    case '[':
        if (s->after_value) link(s, 1);
        open_level(s);
        return;
    case '(': case '{': open_level(s); return;
    case ']': case ')': case '}': close_level(s); return;
    case ',': case ';': end_expression(s); return;
    case '=':
        if (s->at < s->end && *s->at == '=') s->at += 1;
        else end_expression(s);
        break;
    case ':': s->after_value = false; return;
    case '.':
        if (s->at == s->end || *s->at != '.') return;
        while (s->at < s->end && *s->at == '.') s->at += 1;
        break;
    default: break;
    }
    s->levels[s->depth].links = 0;
    s->after_value = false;
}

static void token(scan *s) {
    bool dot = false;
    char c = *s->at;
    if (is_letter(c)) {
        word(s);
    } else if (is_digit(c)) {
        while (s->at < s->end && (is_letter(*s->at) || is_digit(*s->at) || *s->at == '.'))
            s->at += 1;
        s->levels[s->depth].links = 0;
        s->after_value = true;
    } else if (c == '"' || c == '\'') {
        skip_string(s);
        s->after_value = true;
    } else if (c == '[' && skip_long(s)) {
        s->after_value = true;
    } else {
        dot = c == '.' && (s->at + 1 == s->end || s->at[1] != '.');
        punctuation(s);
    }
    s->after_dot = dot;
}

void source_check(lua_State *L, const char *name, const char *text, size_t length) {
    if (length > 0 && text[0] == LUA_SIGNATURE[0])
        failure_raise_at(L, SANDBOX_DENIED, name, 1,
            "precompiled code is refused: only source text is run");
    scan s = {.at = text, .end = text + length, .line = 1};
    while (s.at < s.end) {
        char c = *s.at;
        if (c == '\n') s.line += 1;
        if (c == '\n' || c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
            s.at += 1;
            continue;
        }
        if (c == '-' && s.at + 1 < s.end && s.at[1] == '-') {
            skip_comment(&s);
            continue;
        }
        token(&s);
        const level *now = &s.levels[s.depth];
        if (now->links > LINKS)
            failure_raise_at(L, SANDBOX_SYNTAX, name, s.line,
                "an expression follows more than 1,000 fields or indices in a row");
        if (now->logicals > LOGICALS)
            failure_raise_at(L, SANDBOX_SYNTAX, name, s.line,
                "an expression has more than 2,000 'and' and 'or'");
    }
}
