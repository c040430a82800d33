#pragma once
// Values on their way in (frames) and out (results): a tag, then what the tag says, little-endian.
// `Sources/LuaSandbox` has the other half.

#include <stdint.h>

enum {
    VALUE_NONE = 0,
    VALUE_FALSE = 1,
    VALUE_TRUE = 2,
    VALUE_INTEGER = 3,  // 8 bytes
    VALUE_NUMBER = 4,   // 8 bytes
    VALUE_STRING = 5,   // u32 length, bytes
    VALUE_LIST = 6,     // u32 length of the rest, u32 count, values
    VALUE_RECORD = 7,   // u32 length of the rest, u32 count, class, count times key and value
    VALUE_INTEGERS = 8, // u32 length of the rest, u32 count, u32 each: a list
    VALUE_ALIKE = 9,    // u32 length of the rest, u32 offset of a record, u32 index, a value for each of its keys
    // class: u16 length, bytes, and where there are any a u32 index; key: u16 length, bytes
};
