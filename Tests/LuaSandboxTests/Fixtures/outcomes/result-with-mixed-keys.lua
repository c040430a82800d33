return function() return { 1, 2, name = "x" } end
