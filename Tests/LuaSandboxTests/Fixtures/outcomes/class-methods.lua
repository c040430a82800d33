return function(doc)
  local item = doc.items[1]
  return { item:shout(), item.computed.of, item.computed == item.computed, item.unknown == nil }
end
