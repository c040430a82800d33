-- A plugin that changes a table lies only to itself, before it was read as well as after.
return function(doc)
  doc.count = 7
  doc.items[1] = nil
  rawset(doc.items[2], "text", "changed")
  return { doc.count, doc.title, doc.items[1] == nil, doc.items[2]:shout(), #doc.items }
end
