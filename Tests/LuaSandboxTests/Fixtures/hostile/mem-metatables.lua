-- expect: killed-by-limit
local kept = {}
repeat kept[#kept + 1] = setmetatable({}, { __index = kept, __name = "n" .. #kept }) until false
