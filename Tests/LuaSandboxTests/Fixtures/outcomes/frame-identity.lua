return function(doc)
  local items = doc.items
  return { doc.items == items, items[1] == doc.items[1], items[1] ~= items[2] }
end
