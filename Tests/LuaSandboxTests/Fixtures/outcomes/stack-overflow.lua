local function down(n) return 1 + down(n + 1) end
return function() return down(1) end
