-- expect: killed-by-limit
local a, b = ("x"):rep(8000000) .. "y", ("x"):rep(8000000) .. "y"
repeat local same = a == b or rawequal(a, b) until not a
