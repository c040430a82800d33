return {
  transforms = {
    ["rewrite"] = {
      summary = "gives a spec another text",
      each = "spec",
      run = function(spec, edit)
        edit:replace(spec, "\u{FEFF}# Title\r\n\r\nOne.\r\nTwo and a half.\r\n\r\n**Document History**\r\n\r\n## Risks\r\n")
      end,
    },
  },
}
