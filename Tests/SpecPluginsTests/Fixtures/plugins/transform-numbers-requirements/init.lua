return {
  transforms = {
    mend = {
      summary = "s",
      each = "spec",
      run = function(thing, edit)
        for _, requirement in ipairs(thing:items "requirement") do
          if requirement.id == "" then edit:set(requirement, "id", thing:next_id "FR") end
        end
      end,
    },
  },
}
