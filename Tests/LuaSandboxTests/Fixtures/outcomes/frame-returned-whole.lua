return function(doc)
  doc.holes = nil
  return doc
end
