-- The same table twice is no cycle.
return function()
  local shared = { 1 }
  return { shared, shared }
end
