local settings = nil
return { checks = settings.checks }
