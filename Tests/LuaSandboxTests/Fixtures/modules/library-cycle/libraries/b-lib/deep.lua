local a = require "a-lib" return a
