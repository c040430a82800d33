return {
  transforms = {
    mend = {
      summary = "s",
      each = "risk",
      run = function(thing, edit)
        edit:set(thing, "mitigation", "a | b\n*c* and \\| d")
        edit:replace(thing:at "text", "**raw** | x\ny \\| z")
      end,
    },
  },
}
