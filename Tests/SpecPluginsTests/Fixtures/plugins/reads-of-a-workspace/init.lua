-- A rule over all specs sees of each what it says that it reads, and nothing else, whatever others read.
local function tries(reads)
  return {
    summary = "s", severity = "info", each = "workspace", reads = reads,
    run = function(workspace, report)
      local spec = workspace.specs[1]
      local looks = {
        { "anchors", function() return spec.anchors["links"] end },
        { "fields", function() return spec.title .. " " .. tostring(spec.status) end },
        { "file links", function() return #workspace:file_links() end },
        { "ids", function() return #spec.ids.items end },
        { "items", function() return #spec:items() end },
        { "items of all", function() return #workspace:items "risk" end },
        { "link", function() return #spec.links end },
        { "markdown", function() return #spec:markdown() end },
        { "next id", function() return workspace:next_id "R" end },
        { "placeholders", function() return #spec.placeholders end },
        { "query", function() return #workspace:query "risk" end },
        { "says", function() return spec:says "title" end },
        { "schema", function() return tostring(spec.schema) end },
        { "section of a file link", function() return workspace:file_links()[1].section.title end },
        { "section of a link", function() return spec.links[1].section.title end },
        { "sections", function() return #spec.sections end },
        { "spec", function() return workspace:spec(workspace.paths[1]).path end },
        { "title of an item", function() return spec:items("risk")[1].section.title end },
      }
      for _, look in ipairs(looks) do
        local done, said = pcall(look[2])
        report(spec, "%s: %s", look[1], done and said or tostring(said):match "[^:]*$")
      end
    end,
  }
end

return {
  checks = {
    all = tries(nil), ["file-links"] = tries { "file_links" }, items = tries { "items" },
    links = tries { "links", "anchors" },
    sections = tries { "links", "sections" },
  },
}
