local ok = pcall(require, "bad")
require "bad"
