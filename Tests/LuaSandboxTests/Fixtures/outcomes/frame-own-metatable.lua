return function(doc)
  local object = setmetatable(doc.empty, { __index = function(_, key) return key .. "!" end })
  local replaced = pcall(setmetatable, doc.items[1], {})
  return { object.hello, object == doc.empty, replaced }
end
