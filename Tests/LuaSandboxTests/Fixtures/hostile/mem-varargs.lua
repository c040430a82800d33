-- expect: killed-by-limit
local kept = {}
local function keep(...) kept[#kept + 1] = { ... } return keep(0, ...) end
keep()
