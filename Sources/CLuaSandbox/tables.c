#include "state.h"
void tables_open(lua_State *L) { (void)L; }
