// Elements of lists that came in frames, one by one, for the host alone: a plugin that is given such a list
// may change it, and then has it whole.

#include "filters.h"
#include "frames.h"

#include <string.h>

/// An element to which a walk may always begin anew.
enum { NEAR = 32 };

/// Goes to the element with a number, from 1; false where the list ends before it. Elements are mostly
/// asked for one after the other, so that the walk goes on where it was.
/// - goes_back: may it begin anew? That costs as much as there is in front of the element.
static bool find(
    lua_State *L, origin where, list_walk *walk, lua_Integer number, bool goes_back, reader *from
) {
    uint8_t tag = frames_open(L, where, from);
    if (tag != VALUE_LIST) return false;
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
    if (!find(L, where, walk, number, is_in_order, &from)) {
        lazy_fill(L, list);
        lua_rawgeti(L, list, number);
        return;
    }
    frames_push(L, where.frame, &from);
    lua_pushvalue(L, -1);
    lua_rawseti(L, list, number);
}

static lua_Integer length_of(lua_State *L, int list) {
    origin where;
    reader from;
    uint8_t tag = frames_origin(L, list, &where) ? frames_open(L, where, &from) : VALUE_NONE;
    bool is_framed = tag == VALUE_LIST || tag == VALUE_INTEGERS;
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

enum { WALK_LIST = 4, WALK_POSITIONS, WALK_FILTER, WALK_RANGE };

typedef struct range {
    lua_Integer at;
    lua_Integer count;
    /// The positions, where they came in a frame.
    const uint8_t *positions;
    uint32_t position_count;
    /// Where the list stands in its frame, and how far its elements were looked at there: a walk of its own, for
    /// what rules look at in between goes through other lists.
    bool is_framed;
    origin list;
    list_walk walked;
    /// Where the list ends, and up to where no text of it passes.
    size_t list_end;
    size_t clear_to;
} range;

/// The number of the element at hand.
static lua_Integer number_of(lua_State *L, const range *on) {
    if (on->positions) {
        if (on->at < 1 || on->at > on->position_count) return 0;
        reader from = {on->positions, 4 * ((size_t)on->at - 1), 4 * (size_t)on->position_count};
        return take_u32(L, &from);
    }
    if (!lua_istable(L, WALK_POSITIONS)) return on->at;
    lua_rawgeti(L, WALK_POSITIONS, on->at);
    lua_Integer number = lua_tointeger(L, -1);
    lua_pop(L, 1);
    return number;
}

/// Opens an element that is a record, where it stands in its frame, without making a table of it. False
/// where it is none, or came in no frame.
static bool open_record(
    lua_State *L, range *on, lua_Integer number, origin *where, uint8_t *tag, reader *from
) {
    if (!on->is_framed) {
        bool is_known = lua_rawgeti(L, WALK_LIST, number) == LUA_TTABLE
            && frames_origin(L, lua_gettop(L), where);
        lua_pop(L, 1);
        if (is_known) *tag = frames_open(L, *where, from);
        return is_known && (*tag == VALUE_RECORD || *tag == VALUE_ALIKE);
    }
    *where = on->list;
    if (!find(L, on->list, &on->walked, number, true, from)) return false;
    *tag = *take(L, from, 1);
    if (*tag != VALUE_RECORD && *tag != VALUE_ALIKE) return false;
    uint32_t length = take_u32(L, from);
    if (length > from->end - from->at) frames_malformed(L, from);
    from->end = from->at + length;
    return true;
}

/// Has an element a text that passes, or is it none that could have one?
static bool passes(lua_State *L, range *on, lua_Integer number, const filter *filter) {
    origin where;
    reader from;
    uint8_t tag;
    if (!open_record(L, on, number, &where, &tag, &from)) return true;
    if (on->is_framed) {
        if (on->clear_to < from.at)
            on->clear_to =
                filters_skip(L, filter, (const char *)from.start, from.at, on->list_end);
        if (from.end <= on->clear_to) return false;
    }
    fields of = fields_open(L, tag, from);
    if (!fields_find(L, where.frame, &of, "text", 4)) return true;
    if (*take(L, &of.values, 1) != VALUE_STRING) return true;
    uint32_t size = take_u32(L, &of.values);
    return filters_pass(L, filter, (const char *)take(L, &of.values, size), size);
}

static int walk(lua_State *L) {
    range *on = lua_touserdata(L, WALK_RANGE);
    const filter *filter = lua_touserdata(L, WALK_FILTER);
    mark_value *index = &sandbox_of(L)->marks[MARK_VALUES - 1];
    for (; on->at <= on->count; on->at += 1) {
        lua_Integer number = number_of(L, on);
        if (filter && !passes(L, on, number, filter)) continue;
        lua_pushvalue(L, 1);
        push(L, WALK_LIST, &on->walked, number, true);
        lua_Integer known = lua_istable(L, -1) ? owners_index(L, lua_gettop(L)) : 0;
        *index = (mark_value){.type = MARK_INTEGER, .integer = known};
        lua_pushvalue(L, 2);
        lua_pushvalue(L, 3);
        lua_call(L, 3, 0);
    }
    return 0;
}

/// Where the list and the positions came in frames, they are read there.
static range range_over(lua_State *L, lua_Integer from, lua_Integer count) {
    range on = {.at = from, .count = count, .walked = {.frame = UINT32_MAX}};
    origin where;
    reader inside;
    on.is_framed = frames_origin(L, WALK_LIST, &on.list)
        && frames_open(L, on.list, &inside) == VALUE_LIST;
    if (on.is_framed) on.list_end = inside.end;
    if (!lua_istable(L, WALK_POSITIONS)) return on;
    if (frames_origin(L, WALK_POSITIONS, &where)
        && frames_open(L, where, &inside) == VALUE_INTEGERS) {
        on.position_count = take_count(L, &inside, 4);
        on.positions = inside.start + inside.at;
    } else {
        lazy_fill(L, WALK_POSITIONS);
    }
    return on;
}

/// `each(f, a, b, list, positions, filter, count, from)`: calls `f(list[n], a, b)` for each n from `from` to
/// `count`, or for what stands at these positions of the list, where the filter lets its text pass. The fourth
/// mark is the index that a frame gave the element. Nothing, or the n at which f erred and what `protect`
/// says of that.
int elements_each(lua_State *L) {
    luaL_checktype(L, WALK_LIST, LUA_TTABLE);
    lua_settop(L, 8);
    range on = range_over(L, luaL_optinteger(L, 8, 1), luaL_checkinteger(L, 7));
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
