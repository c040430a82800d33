return { transforms = { fix = { summary = "s", each = "section", run = print } } }
