#include "state.h"
void unicode_open(lua_State *L) { (void)L; }
