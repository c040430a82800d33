local wide = {}
for i = 1, 20000 do wide[i] = i end

return {
  pcall = {
    work = function() return pcall(select, "#", table.unpack(wide)) end,
    nest = function(again)
      local _, value = pcall(again)
      error(value, 0)
    end,
  },
  xpcall = {
    work = function() return xpcall(error, function(...) return { ... } end, table.unpack(wide)) end,
    nest = function(again)
      local _, value = xpcall(error, again)
      error(value, 0)
    end,
  },
  ["coroutine.create"] = {
    work = function() return coroutine.create(print) end,
    nest = function(again)
      error(select(2, coroutine.resume(coroutine.create(again))), 0)
    end,
  },
  ["coroutine.isyieldable"] = function() return coroutine.isyieldable() end,
  ["coroutine.resume"] = {
    work = function()
      local thread = coroutine.create(function(...) return coroutine.yield(...) end)
      return thread, coroutine.resume(thread, table.unpack(wide))
    end,
    nest = function(again)
      error(select(2, coroutine.resume(coroutine.create(again), 1, 2, 3)), 0)
    end,
  },
  ["coroutine.running"] = function() return coroutine.running() end,
  ["coroutine.status"] = function() return coroutine.status(coroutine.running()) end,
  ["coroutine.wrap"] = {
    work = function()
      local step = coroutine.wrap(function(...) for i = 1, 1e9 do coroutine.yield(i, ...) end end)
      return step, step(table.unpack(wide))
    end,
    nest = function(again) return coroutine.wrap(again)() end,
  },
  ["coroutine.yield"] = {
    work = function()
      local step = coroutine.wrap(function() while true do coroutine.yield(table.unpack(wide)) end end)
      for _ = 1, 100 do step() end
      return step
    end,
    nest = function(again)
      return coroutine.wrap(function() coroutine.yield(again()) end)()
    end,
  },
}
