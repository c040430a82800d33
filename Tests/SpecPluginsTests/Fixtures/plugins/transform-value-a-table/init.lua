return {
  transforms = {
    mend = {
      summary = "s",
      each = "risk",
      run = function(thing, edit)
        edit:set(thing, "mitigation", {})
      end,
    },
  },
}
