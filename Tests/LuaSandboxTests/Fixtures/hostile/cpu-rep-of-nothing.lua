-- expect: contained
local s = ("").rep("", 1 << 62)
if #s ~= 0 then error("HOSTILE-SUCCEEDED") end
