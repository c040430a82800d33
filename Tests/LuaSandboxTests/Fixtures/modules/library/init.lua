local team = require "team-lib"

return function()
  local late = team.late()
  return {
    team.name, team.levels, team.lost, late, require("levels"), require("team-lib.levels"),
    team == require "team-lib", select(2, pcall(team.plugins)),
    select(2, pcall(require, "team-lib.lib")), (pcall(require, "team-lib\0")),
  }
end
