-- expect: killed-by-limit
repeat math.fmod(1e308, 5e-324) until false
