return function(doc)
  table.insert(doc.items[1].tags, "b")
  table.sort(doc.items, function(a, b) return a.text > b.text end)
  local first, second = table.unpack(doc.items)
  return { table.concat(doc.items[3].tags, "+"), first.text, second.text }
end
