-- Ids for risks that have none.
local numbering = {}

-- Is there a place for an id, in a cell or in front of the text?
local function has_room(risk)
  if risk.raw.id ~= nil then return true end
  local form = risk.shape.form
  if form == "list" or form == "ordered" or form == "tasks" then return true end
  if form ~= "headings" and form ~= "paragraphs" then return false end
  -- "### Refund", but not "### Requirement: Refund".
  local line = risk:markdown():match "^[#*_%s]*([^\n]*)"
  return text.starts_with(line, risk:markdown "text" or "\n")
end

local function number(workspace, spec, edit, options)
  local numbers = options.scope == "spec" and spec or workspace
  for _, risk in ipairs(spec:items "risk") do
    if not risk:says "id" and has_room(risk) then
      edit:set(risk, "id", numbers:id_for(risk, options.prefix))
    end
  end
end

numbering.risks = {
  summary = "gives risks without an id the next free one",
  each = "workspace",
  run = function(workspace, edit, options)
    for _, spec in ipairs(workspace.specs) do
      if spec.selected then number(workspace, spec, edit, options) end
    end
  end,
}

-- How most tables of risks call the column of ids; the first of those that are as many.
local function usual_name(workspace)
  local counts, best = {}, nil
  for _, risk in ipairs(workspace:items "risk") do
    for _, label in ipairs(risk.shape.form == "table" and risk.shape.labels or {}) do
      if label.field == "id" then
        counts[label.name] = (counts[label.name] or 0) + 1
        if not best or counts[label.name] > counts[best] then best = label.name end
      end
    end
  end
  return best
end

-- A table without a column of ids gets one in front; what has one is numbered. Tables of one section
-- get theirs one after the other.
numbering.columns = {
  summary = "adds a column of ids to tables of risks that have none, and fills it",
  each = "workspace",
  run = function(workspace, edit, options)
    local name = options.column
    if name == "" then name = usual_name(workspace) or "ID" end
    for _, spec in ipairs(workspace.specs) do
      local widened, is_wider = {}, false
      for _, risk in ipairs(spec.selected and spec:items "risk" or {}) do
        local first = risk.shape.labels[1]
        local lacks = risk.shape.form == "table" and risk.raw.id == nil and first
        if lacks and not widened[risk.section or spec] then
          widened[risk.section or spec], is_wider = true, true
          edit:insert("column", { name = name }, { before = risk:at(first.field or first.name) })
        end
      end
      if spec.selected and not is_wider then number(workspace, spec, edit, options) end
    end
  end,
}

return numbering
