return function()
  local co = coroutine.create(function() error("inside") end)
  local ok, message = coroutine.resume(co)
  return { ok, message, coroutine.status(co) }
end
