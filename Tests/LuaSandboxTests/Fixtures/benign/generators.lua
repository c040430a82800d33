-- Coroutines as generators: a tree walked by recursion, stages joined into a pipeline.
local function tree(depth) return depth > 0 and { tree(depth - 1), depth, tree(depth - 1) } or false end

local function walk(node)
  if not node then return end
  walk(node[1])
  coroutine.yield(node[2])
  walk(node[3])
end

local function filter(from, keep)
  return coroutine.wrap(function() for value in from do if keep(value) then coroutine.yield(value) end end end)
end

return function()
  local sum = 0
  local values = coroutine.wrap(function() walk(tree(14)) end)
  for value in filter(values, function(v) return v % 2 == 0 end) do sum = sum + value end
  for _ = 1, 20000 do
    local step = coroutine.wrap(function(n) for i = 1, 3 do n = n + coroutine.yield(n + i) end end)
    sum = sum + step(1) + step(2)
  end
  return sum
end
