return {
  transforms = {
    mend = {
      summary = "s",
      each = "risk",
      run = function(thing, edit)
        edit:set(thing, "likelihood", "very-high")
        edit:set(thing, "impact", "medium")
      end,
    },
  },
}
