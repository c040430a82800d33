return { checks = { function() end } }
