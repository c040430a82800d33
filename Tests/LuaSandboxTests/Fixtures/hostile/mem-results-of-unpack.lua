-- expect: killed-by-limit
local kept, format = {}, ("z"):rep(10000)
local data = ("text\0"):rep(10000)
repeat kept[#kept + 1] = { data:sub(2).unpack(format, data) } until false
