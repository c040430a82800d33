require "team-lib"
