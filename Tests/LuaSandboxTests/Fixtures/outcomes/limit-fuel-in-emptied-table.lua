--! fuel=1000000
return function()
  local keys = {}
  for i = 1, 20000 do keys["key " .. i] = i end
  for i = 1, 20000 do keys["key " .. i] = nil end
  repeat until next(keys)
end
