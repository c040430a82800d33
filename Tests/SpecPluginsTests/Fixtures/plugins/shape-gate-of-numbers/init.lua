return {
  transforms = {
    fix = { summary = "s", gate = { "structure", 3 }, run = function() end },
  },
}
