return {
  checks = {
    x = { summary = "x" severity = "error" },
  },
}
