--! fuel=1000000
return function()
  local keys = {}
  for i = 1, 20000 do keys["key " .. i] = i end
  for i = 1, 20000 do keys["key " .. i] = nil end
  repeat setmetatable({}, keys) until false
end
