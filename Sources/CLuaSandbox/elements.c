// Elements of lists that came in frames, one by one, for the host alone: a plugin that is given such a list
// may change it, and then has it whole.

#include "filters.h"
#include "frames.h"

/// An element to which a walk may always begin anew.
enum { NEAR = 32 };

/// Goes to the element with a number, from 1, of a list that has been opened; false where it ends before
/// that. Elements are mostly asked for one after the other, so that the walk goes on where it was.
/// - goes_back: may it begin anew? That costs as much as there is in front of the element.
static bool find(
    lua_State *L, origin where, list_walk *walk, lua_Integer number, bool goes_back, reader *from
) {
    uint32_t count = take_count(L, from, 1);
    if (number < 1 || number > count) return false;
    bool goes_on = walk->frame == where.frame && walk->offset == where.offset
        && walk->number <= (uint32_t)number;
    if (!goes_on && !goes_back && number > NEAR) return false;
    if (!goes_on) *walk = (list_walk){where.frame, where.offset, 1, from->at};
    from->at = walk->at;
    for (; walk->number < (uint32_t)number; walk->number += 1) frames_skip(L, from);
    walk->at = from->at;
    return true;
}

/// Pushes an element of the list at `list`, which has it from then on. A list that is not gone through in
/// its order is filled: else each of its elements could cost a walk through all of it.
/// - is_in_order: is the next one to come behind this one?
static void push(
    lua_State *L, int list, list_walk *walk, lua_Integer number, bool is_in_order
) {
    if (lua_rawgeti(L, list, number) != LUA_TNIL) return;
    origin where;
    reader from;
    if (!frames_origin(L, list, &where) || where.is_filled) return;
    lua_pop(L, 1);
    uint8_t tag = frames_open(L, where, &from);
    if (tag == VALUE_ROWS) {
        rows of;
        rows_open(L, where.frame, from, &of);
        rows_push(L, &of, number);
    } else if (tag == VALUE_LIST && find(L, where, walk, number, is_in_order, &from)) {
        frames_push(L, where.frame, &from);
    } else {
        lazy_fill(L, list);
        lua_rawgeti(L, list, number);
        return;
    }
    lua_pushvalue(L, -1);
    lua_rawseti(L, list, number);
}

static lua_Integer length_of(lua_State *L, int list) {
    origin where;
    reader from;
    uint8_t tag = frames_origin(L, list, &where) ? frames_open(L, where, &from) : VALUE_NONE;
    bool is_framed = tag == VALUE_LIST || tag == VALUE_INTEGERS || tag == VALUE_ROWS;
    return is_framed ? take_u32(L, &from) : (lua_Integer)lua_rawlen(L, list);
}

/// `element(list, number)`
int elements_get(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer number = luaL_checkinteger(L, 2);
    lua_settop(L, 1);
    meter_charge(L, 1);
    push(L, 1, &sandbox_of(L)->walked, number, false);
    return 1;
}

/// `elements(list)`: a list of its own with all elements of one.
int elements_all(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_Integer count = length_of(L, 1);
    meter_charge(L, (size_t)count);
    memory_expect(L, (size_t)count * sizeof(void *) * 2);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 1; i <= count; i += 1) {
        push(L, 1, &sandbox_of(L)->walked, i, true);
        lua_rawseti(L, 2, i);
    }
    return 1;
}

/// `count(list)`: its length, without filling it.
int elements_count(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushinteger(L, length_of(L, 1));
    return 1;
}

enum { WALK_LIST = 4, WALK_WORDS, WALK_FILTER, WALK_RANGE };

typedef struct range {
    lua_Integer at;
    lua_Integer count;
    /// How far the list was gone through: a walk of its own, for what rules look at in between goes through
    /// other lists.
    list_walk walked;
    /// NULL where the list is none of rows; those that are meant, and up to where no text of them passes.
    const rows *rows;
    uint64_t words;
    size_t clear_to;
} range;

/// Is a row one that is meant, and does the filter let its text pass?
static bool passes(lua_State *L, range *on, const filter *filter) {
    const rows *of = on->rows;
    uint32_t number = (uint32_t)on->at;
    if (number > of->count) return true;
    if (lua_istable(L, WALK_WORDS)) {
        uint32_t word = of->word ? rows_cell(of, number, of->word->cell) : 64;
        if (word >= 64 || !(on->words >> word & 1)) return false;
    }
    if (!filter || !of->prose) return true;
    size_t length;
    const char *text = rows_text(L, of, number, of->prose, &length);
    size_t start = (size_t)(text - of->text);
    if (on->clear_to < start) on->clear_to = filters_skip(L, filter, of->text, start, of->text_length);
    return start + length > on->clear_to && filters_pass(L, filter, text, length);
}

/// Pushes the element at hand.
static void push_next(lua_State *L, range *on) {
    if (!on->rows) {
        push(L, WALK_LIST, &on->walked, on->at, true);
    } else if (lua_rawgeti(L, WALK_LIST, on->at) == LUA_TNIL) {
        lua_pop(L, 1);
        rows_push(L, on->rows, on->at);
        lua_pushvalue(L, -1);
        lua_rawseti(L, WALK_LIST, on->at);
    }
}

static int walk(lua_State *L) {
    range *on = lua_touserdata(L, WALK_RANGE);
    const filter *filter = lua_touserdata(L, WALK_FILTER);
    mark_value *index = &sandbox_of(L)->marks[MARK_VALUES - 1];
    for (; on->at <= on->count; on->at += 1) {
        if (on->rows && on->at % 64 == 0) meter_charge(L, 8);
        if (on->rows && !passes(L, on, filter)) continue;
        lua_pushvalue(L, 1);
        push_next(L, on);
        lua_Integer known = lua_istable(L, -1) ? owners_index(L, lua_gettop(L)) : 0;
        *index = (mark_value){.type = MARK_INTEGER, .integer = known};
        lua_pushvalue(L, 2);
        lua_pushvalue(L, 3);
        lua_call(L, 3, 0);
    }
    return 0;
}

/// Opens the list where it is one of rows.
static bool open_rows(lua_State *L, rows *into) {
    origin list;
    reader inside;
    if (!frames_origin(L, WALK_LIST, &list) || frames_open(L, list, &inside) != VALUE_ROWS)
        return false;
    rows_open(L, list.frame, inside, into);
    return true;
}

/// `each(f, a, b, list, words, filter, count, from)`: calls `f(list[n], a, b)` for each n from `from` to
/// `count`; of rows, for those whose first column of words has one of these, or any where there are none, and
/// the text of which the filter lets pass. The fourth mark is the index that a frame gave the element. Nothing, or
/// the n at which f erred and what `protect` says of that.
int elements_each(lua_State *L) {
    luaL_checktype(L, WALK_LIST, LUA_TTABLE);
    lua_settop(L, 8);
    range on = {
        .at = luaL_optinteger(L, 8, 1), .count = luaL_checkinteger(L, 7),
        .walked = {.frame = UINT32_MAX}};
    rows of;
    if (open_rows(L, &of)) on.rows = &of;
    if (on.rows && lua_istable(L, WALK_WORDS)) on.words = rows_words(L, &of, WALK_WORDS);
    lua_settop(L, WALK_FILTER);
    luaL_checkstack(L, 12, NULL);
    lua_pushlightuserdata(L, &on);
    lua_pushcfunction(L, failure_handler);
    lua_insert(L, 1);
    lua_pushcfunction(L, walk);
    lua_insert(L, 2);
    sandbox *box = sandbox_of(L);
    if (box->mark_count < MARK_VALUES) box->mark_count = MARK_VALUES;
    int status = lua_pcall(L, WALK_RANGE, 0, 1);
    if (status == LUA_OK) {
        meter_pass_on(L);
        return 0;
    }
    if (box->tripped) meter_raise(L);
    if (!box->described) failure_describe(box, L, -1, false);
    lua_settop(L, 0);
    lua_pushinteger(L, on.at);
    privileged_push_failure(L);
    meter_pass_on(L);
    return 2;
}
