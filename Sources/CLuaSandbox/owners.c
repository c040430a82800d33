// Whose a record of a frame is: the state that the host keeps for a spec is found from each object of the
// spec, which holds nothing but where it came from.

#include "frames.h"

/// Registry key: the owners, in the order of their places.
static const char OWNERS;

void owners_begin(lua_State *L) {
    sandbox_of(L)->owner_count = 0;
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &OWNERS);
}

/// The place of a record among all frames of the call.
static uint64_t place_of(origin where) { return (uint64_t)where.frame << 32 | where.offset; }

/// `own(record, owner)`: from the record on, up to the next that is given one, what came in a frame is of
/// the owner.
int owners_own(lua_State *L) {
    sandbox *box = sandbox_of(L);
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    origin where;
    if (!frames_origin(L, 1, &where)) return luaL_error(L, "own: the record came in no frame");
    uint64_t place = place_of(where);
    if (box->owner_count > 0 && box->owners[box->owner_count - 1] >= place)
        return luaL_error(L, "own: a record behind this one has an owner");
    box->owners = frames_grown(
        L, box->owners, box->owner_count, &box->owner_room, sizeof *box->owners);
    box->owners[box->owner_count++] = place;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &OWNERS);
    lua_pushvalue(L, 2);
    lua_rawseti(L, -2, box->owner_count);
    return 0;
}

static lua_Integer index_of(lua_State *L, origin where) {
    reader from;
    uint8_t tag = frames_open(L, where, &from);
    if (tag == VALUE_ROW) return take_u32(L, &from);
    if (tag != VALUE_RECORD && tag != VALUE_ALIKE) return 0;
    return fields_open(L, tag, from).index;
}

/// `origin(value)` → its owner, its class and the index that the frame gave it; nothing of what has no
/// class or came in a frame of an earlier call.
int owners_origin(lua_State *L) {
    sandbox *box = sandbox_of(L);
    lua_settop(L, 1);
    if (!lua_istable(L, 1) || !lua_getmetatable(L, 1)) return 0;
    if (lua_rawgetp(L, 2, &LAZY_CLASS) != LUA_TSTRING) return 0;
    origin where;
    if (!frames_origin(L, 1, &where)) return 0;
    uint64_t place = place_of(where);
    uint32_t low = 0, high = box->owner_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (box->owners[middle] <= place) low = middle + 1;
        else high = middle;
    }
    if (low == 0 || box->owners[low - 1] >> 32 != where.frame) return 0;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &OWNERS);
    lua_rawgeti(L, 4, low);
    lua_pushvalue(L, 3);
    lua_pushinteger(L, index_of(L, where));
    return 3;
}

lua_Integer owners_index(lua_State *L, int table) {
    origin where;
    return frames_origin(L, table, &where) ? index_of(L, where) : 0;
}
