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
    // class, key: u16 length, bytes
};
