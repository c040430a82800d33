// Lists whose records are alike, and mostly not looked at one by one: each stands in a row as long as the others,
// whose text is a piece of one that they share. A record becomes a table with all its fields at once, but for texts,
// which may be long, and one a part of the other: they are read when they are first asked for.

#include "frames.h"

#include <string.h>

static column take_column(lua_State *L, reader *from) {
    column of = {.type = *take(L, from, 1)};
    of.key_length = take_u16(L, from);
    of.key = (const char *)take(L, from, of.key_length);
    if (of.type > COLUMN_TEXT) frames_malformed(L, from);
    if (of.type != COLUMN_WORD) return of;
    of.word_count = *take(L, from, 1);
    of.words = *from;
    for (uint8_t i = 0; i < of.word_count; i += 1) take(L, from, take_u16(L, from));
    of.words.end = from->at;
    return of;
}

void rows_open(lua_State *L, uint32_t frame, reader from, rows *into) {
    *into = (rows){.frame = frame, .count = take_u32(L, &from)};
    into->class_length = take_u16(L, &from);
    into->class = (const char *)take(L, &from, into->class_length);
    into->column_count = *take(L, &from, 1);
    if (into->column_count > MOST_COLUMNS) frames_malformed(L, &from);
    uint32_t cells = 0;
    for (uint8_t i = 0; i < into->column_count; i += 1) {
        column *of = &into->columns[i];
        *of = take_column(L, &from);
        of->cell = cells;
        if (of->type == COLUMN_WORD && !into->word) into->word = of;
        if (of->type == COLUMN_TEXT && !into->prose) into->prose = of;
        cells += of->type == COLUMN_TEXT ? 2 : 1;
    }
    into->text_length = take_u32(L, &from);
    into->text = (const char *)take(L, &from, into->text_length);
    into->width = ROW_HEAD + 4 * cells;
    if (into->count > (from.end - from.at) / into->width) frames_malformed(L, &from);
    into->first = from.start + from.at;
    into->first_at = from.at;
}

const char *rows_text(
    lua_State *L, const rows *of, uint32_t number, const column *by, size_t *length
) {
    uint32_t start = rows_cell(of, number, by->cell), end = rows_cell(of, number, by->cell + 1);
    if (start > end || end > of->text_length)
        frames_malformed(L, &(reader){of->first, of->first_at, of->first_at});
    *length = end - start;
    return of->text + start;
}

/// Pushes one of the words of a column.
static void push_word(lua_State *L, reader words, uint8_t count, uint32_t word) {
    if (word >= count) frames_malformed(L, &words);
    for (; word > 0; word -= 1) take(L, &words, take_u16(L, &words));
    uint16_t length = take_u16(L, &words);
    lua_pushlstring(L, (const char *)take(L, &words, length), length);
}

uint32_t rows_of_row(lua_State *L, uint32_t frame, reader from, rows *into) {
    uint32_t number = take_u32(L, &from);
    origin list = {.offset = take_u32(L, &from), .frame = frame};
    if (list.offset >= from.at || frames_open(L, list, &from) != VALUE_ROWS)
        frames_malformed(L, &from);
    rows_open(L, frame, from, into);
    if (number < 1 || number > into->count) frames_malformed(L, &from);
    return number;
}

void rows_push(lua_State *L, const rows *of, lua_Integer number) {
    if (number < 1 || number > of->count) {
        lua_pushnil(L);
        return;
    }
    luaL_checkstack(L, 8, NULL);
    meter_charge(L, of->column_count);
    lua_createtable(L, 0, of->column_count + 1);
    uint32_t row = (uint32_t)number;
    for (const column *at = of->columns; at < of->columns + of->column_count; at += 1) {
        uint32_t value = rows_cell(of, row, at->cell);
        if (at->type == COLUMN_TEXT || (at->type == COLUMN_INTEGER && value == 0)) continue;
        lua_pushlstring(L, at->key, at->key_length);
        if (at->type == COLUMN_WORD) push_word(L, at->words, at->word_count, value);
        else lua_pushinteger(L, value);
        lua_rawset(L, -3);
    }
    uint32_t offset = (uint32_t)(of->first_at + (size_t)(row - 1) * of->width);
    lazy_wait(L, (origin){.offset = offset, .frame = of->frame}, of->class, of->class_length);
}

int rows_push_text(
    lua_State *L, const rows *of, uint32_t number, const char *key, size_t length
) {
    for (int place = 0; place < of->column_count; place += 1) {
        const column *at = &of->columns[place];
        bool is_meant = at->type == COLUMN_TEXT && at->key_length == length
            && memcmp(at->key, key, length) == 0;
        if (!is_meant) continue;
        size_t size;
        const char *text = rows_text(L, of, number, at, &size);
        lua_pushlstring(L, text, size);
        meter_charge_bytes(L, size);
        return place;
    }
    return -1;
}

uint64_t rows_words(lua_State *L, const rows *of, int list) {
    if (!of->word) return 0;
    uint64_t chosen = 0;
    reader words = of->word->words;
    for (uint8_t word = 0; word < of->word->word_count && word < 64; word += 1) {
        uint16_t length = take_u16(L, &words);
        const char *text = (const char *)take(L, &words, length);
        for (lua_Integer i = (lua_Integer)lua_rawlen(L, list); i >= 1; i -= 1) {
            size_t other;
            lua_rawgeti(L, list, i);
            const char *wanted = lua_tolstring(L, -1, &other);
            if (wanted && other == length && memcmp(wanted, text, length) == 0)
                chosen |= (uint64_t)1 << word;
            lua_pop(L, 1);
        }
    }
    return chosen;
}
