-- expect: denied
return function(doc)
  for k, v in pairs(doc) do if type(k) ~= "string" then error("HOSTILE-SUCCEEDED") end end
  local m = {}
  setmetatable({}, m)
  for k in pairs(m) do error("HOSTILE-SUCCEEDED") end
  if next(m) ~= nil then error("HOSTILE-SUCCEEDED") end
end
