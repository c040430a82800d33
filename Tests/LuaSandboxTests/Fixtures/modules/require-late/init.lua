return function() return require("late").value end
