local levels = require "team-lib.levels"

describe("levels", function()
  it("matter where they are high", function() assert.is_true(levels.matters "high") end)
end)
