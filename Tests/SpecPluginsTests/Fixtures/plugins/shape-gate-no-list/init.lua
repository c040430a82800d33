return {
  transforms = {
    fix = { summary = "s", gate = { structure = true }, run = function() end },
  },
}
