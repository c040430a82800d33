// Matches a compiled pattern. The structure, and so every result and every error, is that of
// `lstrlib.c`: which alternatives are tried, in which order, and what counts as too complex.
// Every step is paid for.

#include "pattern.h"

#include <string.h>

enum {
    /// As `MAXCCALLS` of `lstrlib.c`.
    DEPTH = 200,
    /// Steps between two looks at the clock.
    STEPS = 1 << 18,
};

static const char *match(matcher *m, const char *s, const pattern_item *item);

void matcher_continue(matcher *m) {
    sandbox *box = sandbox_of(m->L);
    m->steps = box->fuel < STEPS ? box->fuel : STEPS;
    box->fuel -= m->steps;
}

void matcher_start(
    matcher *m, lua_State *L, const pattern *program, const char *text, size_t length
) {
    m->L = L;
    m->program = program;
    m->start = text;
    m->end = text + length;
    matcher_continue(m);
}

void matcher_stop(matcher *m) {
    sandbox_of(m->L)->fuel += m->steps;
    m->steps = 0;
}

/// No step is left: takes more from the meter, which raises where it has none.
static void refill(matcher *m) {
    lua_State *L = m->L;
    sandbox *box = sandbox_of(L);
    box->fuel += m->steps;
    m->steps = 0;
    meter_charge(L, 0);
    meter_check_clock(box, L);
    matcher_continue(m);
}

static inline void pay(matcher *m, int64_t steps) {
    m->steps -= steps;
    if (m->steps < 0) refill(m);
}

static int fail(matcher *m, const char *message) {
    matcher_stop(m);
    return luaL_error(m->L, message);
}

static inline bool matches_one(const matcher *m, const char *s, const pattern_item *item) {
    if (s >= m->end) return false;
    switch (item->type) {
    case ITEM_ANY: return true;
    case ITEM_BYTE: return (uint8_t)*s == item->first;
    default: return pattern_set_has(&m->program->sets[item->set], (uint8_t)*s);
    }
}

/// Whether what follows a repetition may start at `s`: saves the call where it cannot.
static inline bool may_follow(const matcher *m, const char *s, const pattern_item *next) {
    if (next->type != ITEM_BYTE || (next->quantifier && next->quantifier != '+')) return true;
    return s < m->end && (uint8_t)*s == next->first;
}

static const char *match_longest(matcher *m, const char *s, const pattern_item *item) {
    const char *last = s;
    switch (item->type) {
    case ITEM_ANY: last = m->end; break;
    case ITEM_BYTE:
        while (last < m->end && (uint8_t)*last == item->first) last += 1;
        break;
    default: {
        const pattern_set set = m->program->sets[item->set];
        while (last < m->end && pattern_set_has(&set, (uint8_t)*last)) last += 1;
    }
    }
    pay(m, item->type == ITEM_ANY ? 1 : last - s + 1);
    for (; last >= s; last -= 1) {
        if (may_follow(m, last, item + 1)) {
            const char *end = match(m, last, item + 1);
            if (end) return end;
        } else {
            pay(m, 1);
        }
    }
    return NULL;
}

static const char *match_shortest(matcher *m, const char *s, const pattern_item *item) {
    for (;; s += 1) {
        if (may_follow(m, s, item + 1)) {
            const char *end = match(m, s, item + 1);
            if (end) return end;
        } else {
            pay(m, 1);
        }
        if (!matches_one(m, s, item)) return NULL;
    }
}

static const char *match_balance(matcher *m, const char *s, const pattern_item *item) {
    if (s >= m->end || (uint8_t)*s != item->first) return NULL;
    const char *from = s;
    const char *found = NULL;
    int depth = 1;
    while (++s < m->end) {
        uint8_t byte = (uint8_t)*s;
        if (byte == item->second) {
            if (--depth == 0) {
                found = s + 1;
                break;
            }
        } else if (byte == item->first) {
            depth += 1;
        }
    }
    pay(m, s - from);
    return found;
}

static bool at_frontier(const matcher *m, const char *s, const pattern_item *item) {
    const pattern_set *set = &m->program->sets[item->set];
    uint8_t before = s == m->start ? 0 : (uint8_t)s[-1];
    // The byte after the last one of a Lua string is 0.
    return !pattern_set_has(set, before) && pattern_set_has(set, (uint8_t)*s);
}

static const char *open_capture(
    matcher *m, const char *s, const pattern_item *item, ptrdiff_t length
) {
    if (m->level >= CAPTURES) fail(m, "too many captures");
    m->capture[m->level].start = s;
    m->capture[m->level].length = length;
    m->level += 1;
    const char *end = match(m, s, item + 1);
    if (!end) m->level -= 1;
    return end;
}

static const char *close_capture(matcher *m, const char *s, const pattern_item *item) {
    int level = m->level - 1;
    while (level >= 0 && m->capture[level].length != CAPTURE_OPEN) level -= 1;
    if (level < 0) fail(m, "invalid pattern capture");
    m->capture[level].length = s - m->capture[level].start;
    const char *end = match(m, s, item + 1);
    if (!end) m->capture[level].length = CAPTURE_OPEN;
    return end;
}

static const char *match_reference(matcher *m, const char *s, const pattern_item *item) {
    int level = item->first - '1';
    if (level < 0 || level >= m->level || m->capture[level].length == CAPTURE_OPEN) {
        matcher_stop(m);
        luaL_error(m->L, "invalid capture index %%%d", level + 1);
    }
    // A position has no text: as in stock Lua, its length is one that never fits.
    size_t length = (size_t)m->capture[level].length;
    if ((size_t)(m->end - s) < length) return NULL;
    pay(m, (int64_t)(length / 16));
    return memcmp(m->capture[level].start, s, length) == 0 ? s + length : NULL;
}

static const char *match_items(matcher *m, const char *s, const pattern_item *item) {
    for (;; item += 1) {
        pay(m, 1);
        switch (item->type) {
        case ITEM_END: return s;
        case ITEM_LAST: return s == m->end ? s : NULL;
        case ITEM_OPEN: return open_capture(m, s, item, CAPTURE_OPEN);
        case ITEM_POSITION: return open_capture(m, s, item, CAPTURE_POSITION);
        case ITEM_CLOSE: return close_capture(m, s, item);
        case ITEM_BALANCE:
            s = match_balance(m, s, item);
            if (!s) return NULL;
            break;
        case ITEM_FRONTIER:
            if (!at_frontier(m, s, item)) return NULL;
            break;
        case ITEM_REFERENCE:
            s = match_reference(m, s, item);
            if (!s) return NULL;
            break;
        case ITEM_ERROR: fail(m, pattern_mistake(item)); break;
        case ITEM_BYTE: case ITEM_ANY: case ITEM_SET:
            switch (item->quantifier) {
            case '*': return match_longest(m, s, item);
            case '+': return matches_one(m, s, item) ? match_longest(m, s + 1, item) : NULL;
            case '-': return match_shortest(m, s, item);
            case '?':
                if (matches_one(m, s, item)) {
                    const char *end = match(m, s + 1, item + 1);
                    if (end) return end;
                }
                break;
            default:
                if (!matches_one(m, s, item)) return NULL;
                s += 1;
            }
        }
    }
}

static const char *match(matcher *m, const char *s, const pattern_item *item) {
    if (m->depth-- == 0) fail(m, "pattern too complex");
    s = match_items(m, s, item);
    m->depth += 1;
    return s;
}

const char *matcher_match(matcher *m, const char *at) {
    m->level = 0;
    m->depth = DEPTH;
    return match(m, at, m->program->items);
}

const char *matcher_skip(matcher *m, const char *at) {
    const pattern_item *item = m->program->items;
    while (item->type == ITEM_OPEN && item - m->program->items < 4) item += 1;
    if (item->quantifier && item->quantifier != '+') return at;
    const char *from = at;
    if (item->type == ITEM_BYTE) {
        const char *found = memchr(at, item->first, (size_t)(m->end - at));
        at = found ? found : m->end;
        pay(m, (at - from) / 16);
    } else if (item->type == ITEM_SET) {
        const pattern_set set = m->program->sets[item->set];
        while (at < m->end && !pattern_set_has(&set, (uint8_t)*at)) at += 1;
        pay(m, (at - from) / 2);
    }
    return at;
}
