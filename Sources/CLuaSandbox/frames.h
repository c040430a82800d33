#pragma once
// Bytes of frames, as the files that make tables of them read them.

#include "codec.h"
#include "state.h"

/// What is still to be read of a frame, or of a part of it.
typedef struct reader {
    const uint8_t *start;
    size_t at;
    size_t end;
} reader;

/// Where a table stands in a frame, which of its fields have been read, whether all have.
typedef struct origin {
    uint32_t offset;
    uint32_t frame;
    uint32_t read;
    bool is_filled;
} origin;

/// Raises: bytes that are no frame.
_Noreturn void frames_malformed(lua_State *L, const reader *from);

static inline const uint8_t *take(lua_State *L, reader *from, size_t count) {
    if (count > from->end - from->at) frames_malformed(L, from);
    const uint8_t *bytes = from->start + from->at;
    from->at += count;
    return bytes;
}

static inline uint16_t take_u16(lua_State *L, reader *from) {
    const uint8_t *bytes = take(L, from, 2);
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static inline uint32_t take_u32(lua_State *L, reader *from) {
    const uint8_t *bytes = take(L, from, 4);
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16
        | (uint32_t)bytes[3] << 24;
}

static inline uint64_t take_u64(lua_State *L, reader *from) {
    uint64_t low = take_u32(L, from);
    return low | (uint64_t)take_u32(L, from) << 32;
}

/// The number of values to come, each of which takes `least` bytes.
static inline uint32_t take_count(lua_State *L, reader *from, size_t least) {
    uint32_t count = take_u32(L, from);
    if (count > (from->end - from->at) / least) frames_malformed(L, from);
    return count;
}

/// A record on its way out of a frame.
typedef struct fields {
    const char *class;
    size_t class_length;
    /// Which of its class it is, as the frame says; 0 where it says nothing.
    uint32_t index;
    /// How many there are, and how many have been read.
    uint32_t count;
    uint32_t read;
    /// The next value; where the keys are another's, the next of them stands in `keys`.
    reader values;
    reader keys;
    bool are_keys_elsewhere;
    /// Where the first of those keys stands.
    uint32_t keys_at;
} fields;

/// Passes over a value.
static inline void frames_skip(lua_State *L, reader *from) {
    switch (*take(L, from, 1)) {
    case VALUE_NONE: case VALUE_FALSE: case VALUE_TRUE: break;
    case VALUE_INTEGER: case VALUE_NUMBER: take(L, from, 8); break;
    case VALUE_STRING: case VALUE_LIST: case VALUE_RECORD: case VALUE_INTEGERS:
    case VALUE_ALIKE: case VALUE_ROWS:
        take(L, from, take_u32(L, from)); break;
    default: frames_malformed(L, from);
    }
}

/// Begins a record whose tag and length have been read: `from` is what it holds.
fields fields_open(lua_State *L, uint8_t tag, reader from);
/// The next key; its value is next in `values`. NULL at the end.
const char *fields_next(lua_State *L, fields *of, uint16_t *length);
/// Goes to the value of a field, which is next in `values` then; false where there is none of that name.
/// - of: as it was opened.
bool fields_find(lua_State *L, uint32_t frame, fields *of, const char *name, size_t length);

/// What the rows of a list have by one key.
typedef struct column {
    const char *key;
    uint16_t key_length;
    uint8_t type;
    /// Its words: how many, and the first.
    uint8_t word_count;
    reader words;
    /// Its first cell.
    uint32_t cell;
} column;

enum {
    MOST_COLUMNS = 8,
    /// Bytes of a row in front of its cells: a tag, a length, an index, an offset.
    ROW_HEAD = 13,
};

/// A list of records that are alike, each as long as the others, so that any of them is found at once.
typedef struct rows {
    uint32_t frame;
    uint32_t count;
    /// Bytes of a row, and where the first one begins.
    uint32_t width;
    const uint8_t *first;
    size_t first_at;
    const char *class;
    size_t class_length;
    const char *text;
    size_t text_length;
    uint8_t column_count;
    column columns[MOST_COLUMNS];
    /// Of these, the first that hold words and text, or NULL: rows stay where they were opened.
    const column *word, *prose;
} rows;

/// Begins rows whose tag and length have been read: `from` is what they hold.
void rows_open(lua_State *L, uint32_t frame, reader from, rows *into);
/// Opens the rows that a row belongs to, which is what `from` holds, and says which of them it is.
uint32_t rows_of_row(lua_State *L, uint32_t frame, reader from, rows *into);
/// Pushes the record of a number, from 1, which waits for its texts alone; nil where there is none.
void rows_push(lua_State *L, const rows *of, lua_Integer number);
/// Pushes a text of a row by its key, and says which of the columns it is, from 0; or -1, and nothing.
int rows_push_text(
    lua_State *L, const rows *of, uint32_t number, const char *key, size_t length);
/// What a row has of the text, by a column that holds text.
const char *rows_text(
    lua_State *L, const rows *of, uint32_t number, const column *by, size_t *length);
/// A cell of a row that there is.
static inline uint32_t rows_cell(const rows *of, uint32_t number, uint32_t cell) {
    const uint8_t *at = of->first + (size_t)(number - 1) * of->width + ROW_HEAD + 4 * (size_t)cell;
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}
/// The words, as bits, of the first column of words that stand in the list at `list`.
uint64_t rows_words(lua_State *L, const rows *of, int list);

/// The bytes of a list or record behind its tag, which is given back. Raises where its call is over.
uint8_t frames_open(lua_State *L, origin where, reader *from);
/// Where a table came from; false where that was no frame of this call.
bool frames_origin(lua_State *L, int table, origin *where);
/// Pushes the next value.
void frames_push(lua_State *L, uint32_t frame, reader *from);
/// Has the table at the top wait for what a frame still has of it.
void lazy_wait(lua_State *L, origin where, const char *class, size_t length);
/// Makes room for one more in a list of the host's own.
void *frames_grown(lua_State *L, void *list, uint32_t count, uint32_t *room, size_t size);
