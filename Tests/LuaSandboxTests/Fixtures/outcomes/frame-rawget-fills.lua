return function(doc)
  return { rawget(doc, "count"), rawget(doc.items[1], "text"), rawequal(doc, doc) }
end
