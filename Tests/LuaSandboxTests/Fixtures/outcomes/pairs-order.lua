return function()
  local t = { z = 1, a = 1, ["10"] = 1, [10] = 1, [9] = 1, [-1] = 1, [0.5] = 1, [true] = 1,
    [false] = 1, B = 1, [""] = 1, [math.huge] = 1, [-math.huge] = 1, [1 << 62] = 1 }
  local order = {}
  for key in pairs(t) do order[#order + 1] = math.type(key) and key or tostring(key) end
  return order
end
