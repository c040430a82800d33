return "of the plugin alone"
