-- expect: killed-by-limit
repeat pcall(require, ("x"):rep(100000)) until false
