-- 150,000 names and numbers as keys of one table, some of them gone again.
return function()
  local seen, found = {}, 0
  for i = 1, 100000 do
    seen["FR-" .. i] = i
    seen[i * 64] = i
    if i % 3 == 0 then seen["FR-" .. i - 1] = nil end
  end
  for _ in pairs(seen) do found = found + 1 end
  return found
end
