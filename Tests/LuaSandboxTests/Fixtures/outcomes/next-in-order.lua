return function()
  local t, seen = { c = 1, a = 2, b = 3, 10, 20 }, {}
  local key, value = next(t)
  while key ~= nil do
    seen[#seen + 1] = key .. "=" .. value
    key, value = next(t, key)
  end
  for k in next, { x = 1, y = 2 } do seen[#seen + 1] = k end
  return seen
end
