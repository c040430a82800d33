-- expect: contained
for i = 1, 100 do pcall(require, "nothing") end
