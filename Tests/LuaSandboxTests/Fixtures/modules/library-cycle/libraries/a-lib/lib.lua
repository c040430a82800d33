local b = require "b-lib" return b
