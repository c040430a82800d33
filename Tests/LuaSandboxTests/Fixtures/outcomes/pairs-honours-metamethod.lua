return function()
  local t = setmetatable({}, { __pairs = function(t) return function(_, k) if not k then return 1, "x" end end, t, nil end })
  local seen = {}
  for k, v in pairs(t) do seen[k] = v end
  return seen
end
