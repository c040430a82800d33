local function shown(ticket)
  local line = { ticket.kind, ticket.uid, ticket.title, ticket.priority or "-",
    table.concat(ticket.labels, " "), ticket.owner or "-", ticket.due or "-",
    table.concat(ticket.versions, " "), ticket.parent and ticket.parent.uid or "-" }
  return table.concat(line, " | ") .. "\n" .. ticket.body:gsub("[^\n]+", "    %0") .. "\n\n"
end

return {
  exports = {
    list = {
      summary = "s",
      extension = "txt",
      run = function(workspace, artifact)
        for _, ticket in ipairs(workspace:tickets { labels = { "of spec", "task" } }) do
          artifact:write(shown(ticket))
        end
        artifact:write(#workspace:tickets { skip_done = true } .. " are not done\n")
        artifact:write(select(2, pcall(workspace.tickets, workspace, { label = {} })) .. "\n")
      end,
    },
  },
}
