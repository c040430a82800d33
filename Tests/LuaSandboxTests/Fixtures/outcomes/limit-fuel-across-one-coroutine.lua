--! fuel=100000
local function spin() while true do end end
return function()
  local co = coroutine.wrap(function() spin() end)
  pcall(co)
  return "resumed past the limit"
end
