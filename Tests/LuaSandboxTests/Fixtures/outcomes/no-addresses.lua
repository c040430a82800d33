return function()
  return { tostring({}), tostring(print), tostring(coroutine.create(print)),
    ("%s %s"):format({}, print), tostring(setmetatable({}, { __name = "Risk" })) }
end
