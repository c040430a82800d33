-- What an issue says, in wiki markup: paragraphs that are not there leave no trace.
local descriptions = {}

local function add(parts, part) parts[#parts + 1] = part end

-- A term in bold and its text.
local function add_labelled(parts, label, value)
  local plain = text.trim(value or "")
  if plain ~= "" then add(parts, "*" .. jira.escape(label) .. ":* " .. jira.escape(plain)) end
end

local function add_text(parts, value)
  local plain = text.trim(value or "")
  if plain ~= "" then add(parts, jira.escape(plain)) end
end

-- Where the issue comes from: no line number, which changes whenever the spec does.
local function finish(parts, item)
  for column, value in pairs(item.extra) do add_labelled(parts, column, value) end
  local source = "Source: {{" .. jira.escape(item.spec.path) .. "}}"
  if item.section then source = source .. ", " .. jira.escape(item.section.title) end
  add(parts, source)
  return table.concat(parts, "\n\n")
end

local function requirement(item)
  local parts = {}
  add_text(parts, item.text)
  local criteria = text.trim(item.acceptance or "")
  if criteria ~= "" then
    local lines = {}
    for _, line in ipairs(text.lines(criteria)) do
      if not text.is_blank(line) then lines[#lines + 1] = "* " .. jira.escape(text.trim(line)) end
    end
    add(parts, "h3. Acceptance criteria\n" .. table.concat(lines, "\n"))
  end
  return finish(parts, item)
end

local function phase(item)
  local parts = {}
  add_text(parts, item.scope)
  add_labelled(parts, "Duration", item.duration)
  add_labelled(parts, "Depends on", item.dependencies)
  add_labelled(parts, "Rollback trigger", item.trigger)
  return finish(parts, item)
end

local function task(item, ticket)
  local parts = {}
  add_text(parts, item.kind == "task" and item.text or nil)
  if ticket.parent then add_labelled(parts, "Phase", ticket.parent.item.name) end
  return finish(parts, item)
end

local function question(item)
  local parts = {}
  add_text(parts, item.text)
  add_labelled(parts, "Owner", item.owner)
  add_labelled(parts, "Status", item.status)
  return finish(parts, item)
end

local BY_KIND = { epic = phase, story = requirement, task = task, question = question }

--- What a ticket's item says.
function descriptions.of(ticket) return BY_KIND[ticket.kind](ticket.item, ticket) end

return descriptions
