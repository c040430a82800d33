local terms = require "terms"

return {
  exports = {
    csv = {
      summary = "all terms with their definitions, a row for each definition",
      extension = "csv",
      run = function(workspace, artifact)
        csv.write(artifact, terms.rows(workspace), { header = terms.columns })
      end,
    },
    md = {
      summary = "all terms as a page, those with several definitions marked",
      extension = "md",
      run = function(workspace, artifact)
        local rows, conflicts = {}, 0
        for index, row in ipairs(terms.rows(workspace)) do
          rows[index] = { row.Term, row.Definition, row.Conflict, row.Specs }
          if row.Conflict and row.Conflict:find "^1 of" then conflicts = conflicts + 1 end
        end
        artifact:write "# Glossary\n\n"
        if conflicts > 0 then
          artifact:write(string.format("%d %s more than one definition.\n\n", conflicts,
            conflicts == 1 and "term has" or "terms have"))
        end
        artifact:write(markdown.table(rows, { header = { "Term", "Definition", "", "Specs" } }))
      end,
    },
  },
}
