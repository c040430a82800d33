return function() return "caf\xe9 \xff" end
