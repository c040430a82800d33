local t = require "lib.table"
return { score = function(n) return n * t.factor end }
