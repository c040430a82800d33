-- expect: killed-by-limit
for _ in (("a"):rep(1000)):gmatch(".-.-.-b") do end
