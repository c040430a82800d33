return { checks = { x = { summary = "x", severity = "info", each = "spec", run = function() end } } }
