-- expect: killed-by-limit
repeat local x = ("%99.99f"):format(1e308) x = ("%.99g"):format(1e-300) x = ("%99.99a"):format(0.1) until false
