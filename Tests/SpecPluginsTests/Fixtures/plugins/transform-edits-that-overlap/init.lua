return {
  transforms = {
    mend = {
      summary = "s",
      each = "risk",
      run = function(thing, edit)
        edit:set(thing, "mitigation", "a")
        edit:replace(thing, "| gone |")
      end,
    },
  },
}
