return function(doc)
  return { type(doc), tostring(doc), getmetatable(doc) == nil, getmetatable(doc.items[1]) == nil }
end
