return {
  transforms = {
    mend = {
      summary = "s",
      each = "question",
      run = function(thing, edit)
        edit:set(thing, "done", true)
      end,
    },
  },
}
