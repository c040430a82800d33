Lua, but not really
