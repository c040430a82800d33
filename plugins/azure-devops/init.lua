local rows = require "rows"

return {
  exports = {
    csv = {
      summary = "work items for the CSV importer of Azure Boards, tasks below their phases",
      extension = "csv",
      run = function(workspace, artifact, options)
        local items = rows.all(workspace, options)
        if #items > rows.most then
          print(string.format("%d work items; the importer takes %d a file", #items, rows.most))
        end
        csv.write(artifact, items, { header = rows.header, guard = false })
      end,
    },
  },
}
