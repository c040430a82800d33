return { checks = { ["My Rule"] = {} } }
