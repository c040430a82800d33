local base = require "base-lib"
local levels = require "levels"

local team = {}

function team.says(risk)
  assert(levels == require "team-lib.levels")
  return (template.render("team-lib/words.mustache", {
    risk = risk.title, team = base.quoted(env.get "TEAM"),
  }):gsub("%s+$", ""))
end

return team
