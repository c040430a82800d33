-- Nothing that reaches the world, the interpreter or other code is there.
return function()
  local found = {}
  for _, name in ipairs { "io", "os", "debug", "package", "load", "loadfile", "loadstring",
    "dofile", "collectgarbage", "warn", "sandbox" } do
    if _G[name] ~= nil then found[#found + 1] = name end
  end
  if string.dump then found[#found + 1] = "string.dump" end
  if coroutine.close then found[#found + 1] = "coroutine.close" end
  return found
end
