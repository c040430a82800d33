return { checks = { rule = function() end } }
