--! fuel=100000
return function()
  local first = {}
  local last = first
  for i = 1, 100 do
    local next = {}
    setmetatable(last, { __index = next })
    last = next
  end
  repeat local x = first.x until false
end
