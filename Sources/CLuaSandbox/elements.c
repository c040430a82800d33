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
    lua_State *L, origin where, lua_Integer number, bool goes_back, reader *from
) {
    list_walk *walk = &sandbox_of(L)->walked;
    uint8_t tag = frames_open(L, where, from);
    if (tag != VALUE_LIST) return false;
    uint32_t count = take_count(L, from, 1);
    if (number < 1 || number > count) return false;
    bool goes_on = walk->frame == where.frame && walk->offset == where.offset
        && walk->number <= (uint32_t)number;
    if (!goes_on && !goes_back && number > NEAR) return false;
    if (!goes_on) *walk = (list_walk){where.frame, where.offset, 1, from->at};
    from->at = walk->at;
    while (walk->number < (uint32_t)number) {
        frames_skip(L, from);
        walk->number += 1;
        walk->at = from->at;
    }
    return true;
}

/// Pushes an element of the list at `list`, which has it from then on. A list that is not gone through in
/// its order is filled: else each of its elements could cost a walk through all of it.
/// - is_in_order: is the next one to come behind this one?
static void push(lua_State *L, int list, lua_Integer number, bool is_in_order) {
    if (lua_rawgeti(L, list, number) != LUA_TNIL) return;
    origin where;
    reader from;
    if (!frames_origin(L, list, &where) || where.is_filled) return;
    lua_pop(L, 1);
    if (!find(L, where, number, is_in_order, &from)) {
        lazy_fill(L, list);
        lua_rawgeti(L, list, number);
        return;
    }
    frames_push(L, where.frame, &from);
    lua_pushvalue(L, -1);
    lua_rawseti(L, list, number);
}

/// `element(list, number)`
int elements_get(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer number = luaL_checkinteger(L, 2);
    lua_settop(L, 1);
    meter_charge(L, 1);
    push(L, 1, number, false);
    return 1;
}

/// `count(list)`: its length, without filling it.
int elements_count(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    origin where;
    reader from;
    uint8_t tag = frames_origin(L, 1, &where) ? frames_open(L, where, &from) : VALUE_NONE;
    if (tag == VALUE_LIST || tag == VALUE_INTEGERS) lua_pushinteger(L, take_u32(L, &from));
    else lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

/// Opens an element that is a record, where it stands in its frame, without making a table of it. False
/// where it is none, or came in no frame.
static bool open_record(
    lua_State *L, int list, lua_Integer number, uint8_t *tag, reader *from
) {
    origin where;
    bool is_made = lua_rawgeti(L, list, number) == LUA_TTABLE;
    bool is_known = is_made && frames_origin(L, lua_gettop(L), &where);
    lua_pop(L, 1);
    if (is_known) {
        *tag = frames_open(L, where, from);
        return *tag == VALUE_RECORD || *tag == VALUE_ALIKE;
    }
    if (is_made || !frames_origin(L, list, &where) || !find(L, where, number, true, from))
        return false;
    *tag = *take(L, from, 1);
    if (*tag != VALUE_RECORD && *tag != VALUE_ALIKE) return false;
    uint32_t length = take_u32(L, from);
    if (length > from->end - from->at) frames_malformed(L, from);
    from->end = from->at + length;
    return true;
}

/// Has an element no text, or one that passes?
static bool passes(lua_State *L, int list, lua_Integer number, const filter *filter) {
    reader from;
    uint8_t tag;
    if (!open_record(L, list, number, &tag, &from)) return true;
    fields of = fields_open(L, tag, from);
    uint16_t name_length;
    for (const char *name; (name = fields_next(L, &of, &name_length));) {
        if (name_length != 4 || memcmp(name, "text", 4) != 0) {
            frames_skip(L, &of.values);
            continue;
        }
        if (*take(L, &of.values, 1) != VALUE_STRING) return true;
        uint32_t size = take_u32(L, &of.values);
        return filters_pass(L, filter, (const char *)take(L, &of.values, size), size);
    }
    return true;
}

enum { WALK_LIST = 4, WALK_POSITIONS, WALK_FILTER, WALK_RANGE };

typedef struct range {
    lua_Integer at;
    lua_Integer count;
} range;

static int walk(lua_State *L) {
    range *on = lua_touserdata(L, WALK_RANGE);
    const filter *filter = lua_touserdata(L, WALK_FILTER);
    bool has_positions = lua_istable(L, WALK_POSITIONS);
    sandbox *box = sandbox_of(L);
    mark_value *index = &box->marks[MARK_VALUES - 1];
    // What a rule looks at in between goes through other lists.
    list_walk walked = box->walked;
    for (; on->at <= on->count; on->at += 1) {
        lua_Integer number = on->at;
        if (has_positions) {
            lua_rawgeti(L, WALK_POSITIONS, number);
            number = lua_tointeger(L, -1);
            lua_pop(L, 1);
        }
        box->walked = walked;
        bool is_meant = !filter || passes(L, WALK_LIST, number, filter);
        if (!is_meant) {
            walked = box->walked;
            continue;
        }
        lua_pushvalue(L, 1);
        push(L, WALK_LIST, number, true);
        walked = box->walked;
        lua_Integer known = lua_istable(L, -1) ? owners_index(L, lua_gettop(L)) : 0;
        *index = (mark_value){.type = MARK_INTEGER, .integer = known};
        lua_pushvalue(L, 2);
        lua_pushvalue(L, 3);
        lua_call(L, 3, 0);
    }
    return 0;
}

/// `each(f, a, b, list, positions, filter, count, from)`: calls `f(list[n], a, b)` for each n from `from` to
/// `count`, or for what stands at these positions of the list, where the filter lets its text pass. The fourth
/// mark is the index that a frame gave the element. Nothing, or the n at which f erred and what `protect`
/// says of that.
int elements_each(lua_State *L) {
    luaL_checktype(L, WALK_LIST, LUA_TTABLE);
    lua_settop(L, 8);
    range on = {luaL_optinteger(L, 8, 1), luaL_checkinteger(L, 7)};
    lua_settop(L, WALK_FILTER);
    if (lua_istable(L, WALK_POSITIONS)) lazy_fill(L, WALK_POSITIONS);
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
