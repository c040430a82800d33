// The fields of a record where it stands in its frame: keys and values one behind the other, or values alone behind
// another record's keys. Every length is checked before it is believed.

#include "frames.h"

#include <string.h>

fields fields_open(lua_State *L, uint8_t tag, reader from) {
    fields of = {.keys = from, .values = from};
    if (tag == VALUE_ALIKE) {
        uint32_t model = take_u32(L, &of.values);
        of.index = take_u32(L, &of.values);
        of.are_keys_elsewhere = true;
        // In front of this one, so that no two can be models of each other.
        if (model >= from.at) frames_malformed(L, &from);
        of.keys = (reader){from.start, model, from.at};
        if (*take(L, &of.keys, 1) != VALUE_RECORD) frames_malformed(L, &from);
        take_u32(L, &of.keys);
    }
    reader *head = of.are_keys_elsewhere ? &of.keys : &of.values;
    of.count = take_count(L, head, 3);
    of.class_length = take_u16(L, head);
    of.class = (const char *)take(L, head, of.class_length);
    uint32_t index = of.class_length > 0 ? take_u32(L, head) : 0;
    if (!of.are_keys_elsewhere) of.index = index;
    of.keys_at = (uint32_t)head->at;
    return of;
}

const char *fields_next(lua_State *L, fields *of, uint16_t *length) {
    if (of->read == of->count) return NULL;
    reader *keys = of->are_keys_elsewhere ? &of->keys : &of->values;
    if (of->are_keys_elsewhere && of->read > 0) frames_skip(L, keys);
    *length = take_u16(L, keys);
    of->read += 1;
    return (const char *)take(L, keys, *length);
}

/// Goes through the keys up to one of that name.
static bool search(lua_State *L, fields *of, const char *name, size_t length) {
    uint16_t other;
    for (const char *known; (known = fields_next(L, of, &other)); frames_skip(L, &of->values))
        if (other == length && memcmp(known, name, length) == 0) return true;
    return false;
}

/// Goes to the value of the key with a place, from 0; all keys have been read once.
static void go_to(lua_State *L, fields *of, uint32_t place) {
    for (uint32_t i = 0; i <= place; i += 1) {
        if (!of->are_keys_elsewhere) take(L, &of->values, take_u16(L, &of->values));
        if (i < place) frames_skip(L, &of->values);
    }
    of->read = place + 1;
}

bool fields_find(lua_State *L, uint32_t frame, fields *of, const char *name, size_t length) {
    if (length == 0 || length > sizeof (known_key){0}.name) return search(L, of, name, length);
    // Records that are like each other are asked for the same few fields, and for methods.
    uint32_t mixed = of->keys_at * 31 + (uint32_t)length * 7 + (uint8_t)name[0] * 3
        + (uint8_t)name[length - 1];
    known_key *known = &sandbox_of(L)->known_keys[mixed % KNOWN_KEYS];
    if (known->frame != frame || known->keys_at != of->keys_at || known->length != length
        || memcmp(known->name, name, length) != 0) {
        *known = (known_key){.frame = UINT32_MAX, .keys_at = of->keys_at, .length = (uint8_t)length};
        memcpy(known->name, name, length);
        known->is_there = search(L, of, name, length);
        known->place = of->read - 1;
        known->frame = frame;
    } else if (known->is_there) {
        go_to(L, of, known->place);
    } else {
        of->read = of->count;
    }
    return known->is_there;
}
