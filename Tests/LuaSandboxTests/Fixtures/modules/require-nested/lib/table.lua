return { factor = 5, name = ... or "no argument" }
