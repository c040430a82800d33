local a = 1
local words = require "words"
return words