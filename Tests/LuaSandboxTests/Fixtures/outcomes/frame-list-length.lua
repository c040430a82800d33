return function(doc)
  return { #doc.items, rawlen(doc.items[1].tags), #doc.empty, doc.holes[3], doc.holes[2] == nil }
end
