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
    VALUE_ROWS = 10,    // u32 length of the rest, u32 count, class, u8 count of columns, columns, u32 length of a text,
                        // the text, rows: a list of records that are alike
    VALUE_ROW = 11,     // in rows alone: u32 length of the rest, u32 index, u32 offset of the rows, the cells of each column
    // column: u8 what it holds, key; of words u8 count, each u16 length, bytes. Cells are u32.
    // class: u16 length, bytes, and where there are any a u32 index, which rows have one by one; key: u16 length, bytes
};

/// What a column of rows holds.
enum {
    COLUMN_INTEGER = 0, // a number, 0 where there is none
    COLUMN_WORD = 1,    // which of its words, from 0
    COLUMN_TEXT = 2,    // two cells: from where to where it stands in the text of the rows
};
