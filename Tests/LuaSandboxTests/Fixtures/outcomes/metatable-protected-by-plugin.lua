return function()
  local t = setmetatable({}, { __metatable = "mine" })
  local replaced, message = pcall(setmetatable, t, nil)
  return { getmetatable(t), replaced, message }
end
