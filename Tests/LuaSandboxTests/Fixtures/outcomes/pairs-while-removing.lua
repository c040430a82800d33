return function()
  local t, seen = { a = 1, b = 2, c = 3, d = 4 }, {}
  for key in pairs(t) do
    seen[#seen + 1] = key
    t[key] = nil
    if key == "a" then t.c = nil end
  end
  local list = { 1, 2, 3, 4 }
  for index in pairs(list) do list[index] = nil end
  return { seen, next(t) == nil, next(list) == nil }
end
