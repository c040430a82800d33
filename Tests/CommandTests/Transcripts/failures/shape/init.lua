return { checks = { rule = { summary = "for a test", severity = "fatal", each = "spec", run = 3 } } }
