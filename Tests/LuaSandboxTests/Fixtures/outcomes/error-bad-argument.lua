return function() return ("x"):rep({}) end
