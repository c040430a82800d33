local team = { name = "team", levels = require "levels", lost = require "deep.tail" }
function team.late() return require "base-lib" .. require("base-lib.more") end
function team.plugins() return require "own" end
return team
