return function() return os.getenv("HOME") end
