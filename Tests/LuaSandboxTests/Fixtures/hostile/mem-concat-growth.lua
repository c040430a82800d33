-- expect: killed-by-limit
local t = { "x" }
repeat local s = table.concat(t, "yy") for i = 1, 10 do t[i] = s end until false
