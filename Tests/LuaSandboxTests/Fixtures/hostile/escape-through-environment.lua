-- expect: contained
local function reach() return _ENV end
local env = reach()
for _, name in ipairs { "io", "os", "debug", "package", "load", "sandbox", "loadstring", "dofile" } do
  assert(env[name] == nil and rawget(env, name) == nil, "HOSTILE-SUCCEEDED " .. name)
end
do local _ENV = { error = error } assert = nil end
setmetatable(_G, { __index = function(_, k) return k end })
if type(undefined) ~= "string" then error("HOSTILE-SUCCEEDED") end
