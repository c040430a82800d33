return function()
  local meta = getmetatable("")
  return { meta, (pcall(setmetatable, "", {})), ("x"):upper() }
end
