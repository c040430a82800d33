return { checks = function() end }
