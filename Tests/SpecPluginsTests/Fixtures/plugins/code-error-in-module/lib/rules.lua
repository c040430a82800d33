-- a module
error("not today")
