return function(doc)
  local key = next(doc)
  local second = next(doc, key)
  return { key, second, next(doc.empty) == nil }
end
