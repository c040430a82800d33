-- expect: killed-by-limit
local function h(m) return h2(m) end
function h2(m) error(m) end
repeat xpcall(error, h, "x") until false
