require "a-lib"
