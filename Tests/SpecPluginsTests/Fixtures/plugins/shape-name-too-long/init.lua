return { checks = { [("long-"):rep(20) .. "name"] = {} } }
