--! fuel=100000
return function()
  repeat
    coroutine.resume(coroutine.create(function() coroutine.wrap(function() end)() end))
  until false
end
