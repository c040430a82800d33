local scoring = require "scoring"
local t = require "lib.table"
return function() return { scoring.score(3), t.name, require "scoring" == scoring, require "plain" } end
