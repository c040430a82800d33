--! fuel=100000
return function()
  local t = { 1, 2, 3 }
  repeat pcall(table.move, t, 1, 1 << 55, 5, {}) until false
end
