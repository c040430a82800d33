return {
  transforms = {
    mend = {
      summary = "s",
      each = "requirement",
      run = function(thing, edit)
        edit:replace(thing:at "Team", "Payments")
      end,
    },
  },
}
