-- Ids for requirements that have none.
local numbering = {}

-- Is there a place for an id, in a cell or in front of the text?
local function has_room(item)
  if item.raw.id ~= nil then return true end
  local form = item.shape.form
  if form == "list" or form == "ordered" or form == "tasks" then return true end
  if form ~= "headings" and form ~= "paragraphs" then return false end
  -- "### Refund", but not "### Requirement: Refund".
  local line = item:markdown():match "^[#*_%s]*([^\n]*)"
  return text.starts_with(line, item:markdown "text" or "\n")
end

numbering.requirements = {
  summary = "gives requirements without an id the next free one",
  each = "workspace",
  run = function(workspace, edit, options)
    for _, spec in ipairs(workspace.specs) do
      local numbers = options.scope == "spec" and spec or workspace
      for _, item in ipairs(spec.selected and spec:items "requirement" or {}) do
        if not item:says "id" and has_room(item) then
          edit:set(item, "id", numbers:id_for(item, options.prefix))
        end
      end
    end
  end,
}

return numbering
