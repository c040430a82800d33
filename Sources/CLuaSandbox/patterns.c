#include "state.h"
void patterns_open(lua_State *L) { (void)L; }
