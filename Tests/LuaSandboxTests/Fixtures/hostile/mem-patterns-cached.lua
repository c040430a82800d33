-- expect: contained
for i = 1, 3000 do (""):find(("[%a%d]"):rep(30) .. i .. ".") end
