// Where Lua reaches the host in the middle of a call. The host answers with a status and bytes and
// has returned before anything here may raise, so no jump passes over its frames.

#include "state.h"

bool sandbox_answer(sandbox *box, sandbox_bytes frame) {
    box->answer.count = 0;
    return bytes_append(&box->answer, frame.bytes, frame.count);
}

int questions_ask(lua_State *L) {
    sandbox *box = sandbox_of(L);
    sandbox_question question = {.number = luaL_checkinteger(L, 1)};
    question.text.bytes = (const uint8_t *)luaL_checklstring(L, 2, &question.text.count);
    if (!box->answerer) return failure_raise(L, SANDBOX_RUNTIME, "there is nobody to ask now");
    if (box->tripped) meter_raise(L);
    question.fuel = box->fuel > 0 ? box->fuel : 0;
    box->answer.count = 0;
    // The text stays on Lua's stack, which nothing moves while the host looks at it.
    int64_t used = box->answerer(box->answerer_context, box, &question);
    // From here on this may raise.
    if (used < 0) {
        meter_trip(box, L, SANDBOX_MEMORY);
        meter_raise(L);
    }
    meter_charge(L, (size_t)used);
    meter_check_clock(box, L);
    lazy_push_frame(L, (sandbox_bytes){box->answer.data, box->answer.count});
    return 1;
}
