return "the levels of the plugin"
