return {
  transforms = {
    fix = { summary = "s", gate = "structure", run = function() end },
  },
}
