return {
  transforms = {
    mend = {
      summary = "s",
      each = "spec",
      run = function(thing, edit)
        edit:set(thing, "status", "in-review")
        edit:set(thing, "author", "- A. Silva_Souza <a@b.c>")
      end,
    },
  },
}
