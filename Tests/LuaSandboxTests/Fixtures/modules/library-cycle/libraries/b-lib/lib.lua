local c = require "deep" return c
