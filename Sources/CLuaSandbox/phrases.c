// Phrases that are looked for all at once: a text is gone through one time, whatever their number.

#include "phrases.h"

#include <string.h>

/// A phrase, in lower case.
typedef struct phrase {
    /// Lua's own string, for as long as that lives.
    const void *source;
    uint32_t offset;
    uint32_t length;
    /// The next phrase that begins with the same byte, from 1; 0 at the end.
    uint32_t next;
} phrase;

struct phrases {
    uint32_t count;
    /// By first byte, of either case, the first phrase, from 1.
    uint32_t first[256];
    phrase all[];
    // Behind them their bytes.
};

static inline uint8_t lower(uint8_t byte) {
    return byte >= 'A' && byte <= 'Z' ? byte + 32 : byte;
}

/// What words are made of, where a phrase must not begin or end beside it.
static const bool OF_WORD[256] = {
    ['A' ... 'Z'] = true, ['a' ... 'z'] = true, ['0' ... '9'] = true, ['_'] = true,
    ['-'] = true, [128 ... 255] = true,
};

const phrases *phrases_push(lua_State *L, int index) {
    luaL_checkstack(L, 4, NULL);
    lua_Integer count = (lua_Integer)lua_rawlen(L, index);
    size_t bytes = 0;
    for (lua_Integer i = 1; i <= count; i += 1) {
        lua_rawgeti(L, index, i);
        bytes += lua_rawlen(L, -1);
        lua_pop(L, 1);
    }
    size_t size = sizeof(phrases) + (size_t)count * sizeof(phrase) + bytes;
    memory_expect(L, size);
    meter_charge(L, (size_t)count + bytes / 4);
    phrases *made = lua_newuserdatauv(L, size, 1);
    memset(made, 0, sizeof *made);
    made->count = (uint32_t)count;
    uint8_t *at = (uint8_t *)(made->all + count);
    // From the last one, so that those of one first byte come in their order.
    for (lua_Integer i = count; i >= 1; i -= 1) {
        size_t length;
        lua_rawgeti(L, index, i);
        const char *text = lua_tolstring(L, -1, &length);
        phrase *into = &made->all[i - 1];
        *into = (phrase){lua_topointer(L, -1), (uint32_t)(at - (uint8_t *)made), (uint32_t)length, 0};
        for (size_t j = 0; j < length; j += 1) at[j] = lower((uint8_t)text[j]);
        if (length > 0) {
            into->next = made->first[at[0]];
            made->first[at[0]] = (uint32_t)i;
        }
        at += length;
        lua_pop(L, 1);
    }
    for (int upper = 'A'; upper <= 'Z'; upper += 1)
        made->first[upper] = made->first[lower((uint8_t)upper)];
    return made;
}

uint32_t phrases_count(const phrases *which) { return which->count; }

bool phrases_has(const phrases *which, uint32_t number, const void *source) {
    return number >= 1 && number <= which->count && which->all[number - 1].source == source;
}

enum { MANY = 1 << 16 };

/// Charges for steps that were taken; none are left.
static size_t pay(lua_State *L, size_t steps) {
    meter_charge(L, steps / 4);
    meter_check_clock(sandbox_of(L), L);
    return 0;
}

lua_Integer phrases_find(
    lua_State *L, const phrases *which, const char *text, size_t length, bool any,
    size_t *from, size_t *to
) {
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t best = 0;
    size_t steps = 0;
    for (size_t at = 0; at < length; at += 1) {
        for (uint32_t i = which->first[bytes[at]]; i; i = which->all[i - 1].next) {
            if (best && i >= best) break;
            steps += 1;
            const phrase *phrase = &which->all[i - 1];
            const uint8_t *wanted = (const uint8_t *)which + phrase->offset;
            if (steps > MANY) steps = pay(L, steps);
            if (phrase->length > length - at) continue;
            size_t same = 1;
            while (same < phrase->length && lower(bytes[at + same]) == wanted[same]) same += 1;
            steps += same;
            if (same < phrase->length) continue;
            if (at + same < length && OF_WORD[bytes[at + same]]) continue;
            best = i;
            *from = at;
            *to = at + same;
            if (any) {
                meter_charge(L, at / 8 + steps / 4);
                return best;
            }
            break;
        }
        // The next one begins behind what is of no word.
        while (at < length && OF_WORD[bytes[at]]) at += 1;
    }
    meter_charge(L, length / 8 + steps / 4);
    return best;
}
