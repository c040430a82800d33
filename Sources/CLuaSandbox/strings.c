#include "state.h"
void strings_open(lua_State *L) { (void)L; }
