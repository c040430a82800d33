-- What is added to a metatable after it was set reaches nothing.
return function()
  local meta = {}
  local object = setmetatable({}, meta)
  meta.__concat = function() return "reached" end
  meta.__mode = "k"
  return { (pcall(function() return object .. "x" end)), (pcall(setmetatable, {}, meta)) }
end
