-- expect: denied
return function(doc)
  local m = getmetatable(doc.items[1])
  if m ~= nil then error("HOSTILE-SUCCEEDED") end
  for _, f in ipairs { rawget, rawset } do pcall(f, doc, "x", 1) end
end
