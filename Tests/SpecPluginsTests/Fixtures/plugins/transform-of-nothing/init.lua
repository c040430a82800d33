return {
  transforms = {
    mend = {
      summary = "s",
      each = "risk",
      run = function(thing, edit)
        edit:set("risk", "mitigation", "x")
      end,
    },
  },
}
