return { exports = { csv = { summary = "s", extension = "../x", run = print } } }
