return function(doc)
  local seen = {}
  for key, value in pairs(doc) do seen[#seen + 1] = key .. " " .. type(value) end
  for key in pairs(doc.items[2]) do seen[#seen + 1] = key end
  for index in pairs(doc.items) do seen[#seen + 1] = index end
  return seen
end
