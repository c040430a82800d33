return { exports = { csv = { summary = "s", run = print } } }
