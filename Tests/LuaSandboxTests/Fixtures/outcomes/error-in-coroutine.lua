local function inner() error("inside") end
return function()
  local step = coroutine.wrap(function() inner() end)
  step()
end
