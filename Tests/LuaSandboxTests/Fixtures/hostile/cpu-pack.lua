-- expect: killed-by-limit
repeat pcall(string.pack, "c8000000j", "") until false
