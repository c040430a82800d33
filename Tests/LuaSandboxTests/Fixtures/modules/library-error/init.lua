local team = require "team-lib"
return function() return (team.levels.of(nil)) end
