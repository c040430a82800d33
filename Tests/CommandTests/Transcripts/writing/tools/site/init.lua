return {
  exports = {
    site = {
      summary = "a page for each spec",
      outputs = { "index.html", "words/*.txt" },
      run = function(workspace, artifact, options)
        artifact:write("index.html", "<h1>Specs</h1>\n")
        for _, spec in ipairs(workspace.specs) do
          artifact:write("pages/" .. text.slug(spec.title) .. "/index.html", spec.title .. "\n")
        end
        if options.also ~= "" then artifact:write(options.also, "x\xFF") end
      end,
    },
    single = {
      summary = "one file",
      extension = "txt",
      run = function(_, artifact)
        artifact:write "one\n"
        artifact:write("pages/two.txt", "two\n")
      end,
    },
  },
}
