local function down(n)
  if n == 0 then error("at the bottom") end
  down(n - 1)
  return n
end
return function() down(100) end
