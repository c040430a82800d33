return {
  transforms = {
    mend = {
      summary = "s",
      each = "risk",
      run = function(thing, edit)
        edit:set(thing, "owner", "R. Osei")
      end,
    },
  },
}
