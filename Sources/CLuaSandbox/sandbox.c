#include "CLuaSandbox.h"
#include <lua5.4/lua.h>
int sandbox_version(void) { return LUA_VERSION_NUM; }
