-- The parts of the page, each of its tables.
local markup = require "markup"
local progress = require "progress"
local risks = require "risks"

local text_of = markup.text
local parts = {}

local STATES = { draft = "Draft", ["in-review"] = "In review", approved = "Approved",
  implemented = "Implemented", rejected = "Rejected", superseded = "Superseded" }

local function state(spec)
  local known = STATES[spec.status or false]
  if not known then return text_of(spec:says "status") end
  return string.format('<span class="state %s">%s</span>', spec.status, known)
end

local function level(risk)
  local function name(field) return text_of(risk:says(field)) end
  return string.format('<span class="rating" style="background: %s">%s × %s</span>',
    risks.colour((risks.score(risk))), name "likelihood", name "impact")
end

-- spec → how many of some things it has.
local function counted(things, spec_of)
  local count = {}
  for _, thing in ipairs(things) do
    local spec = spec_of(thing)
    count[spec] = (count[spec] or 0) + 1
  end
  return count
end

--- How each spec stands.
function parts.specs(workspace, questions, rated)
  local rows = {}
  local open = counted(questions, function(ticket) return ticket.item.spec end)
  local dangers = counted(rated, function(risk) return risk.spec end)
  for number, spec in ipairs(workspace.specs) do
    rows[number] = {
      string.format('<strong id="spec-%d">%s</strong><br /><span class="quiet">%s</span>', number,
        text_of(spec:says "title" or spec.path), text_of(spec.path)),
      state(spec), text_of(spec:says "author"), text_of(spec:says "updated" or spec:says "date"),
      markup.bar(progress.sections(spec)), tostring(#spec.placeholders),
      markup.bar(progress.tasks(spec)), tostring(open[spec] or 0), tostring(dangers[spec] or 0),
    }
  end
  return markup.table({ "Spec", "Status", "Author", "Updated", "Sections", "Placeholders", "Tasks",
    "Questions", "Risks" }, rows)
end

function parts.risks(rated, number_of, most)
  local rows = {}
  for place = 1, math.min(most, #rated) do
    local risk = rated[place]
    rows[place] = {
      level(risk), text_of(risk.title), text_of(risk:says "mitigation" and risk.mitigation),
      text_of(risk:says "owner"), text_of(risk:says "status"), markup.spec(risk.spec, number_of[risk.spec]),
    }
  end
  return markup.table({ "Level", "Risk", "Mitigation", "Owner", "Status", "Spec" }, rows)
end

function parts.questions(questions, number_of)
  local rows = {}
  for place, ticket in ipairs(questions) do
    local spec = ticket.item.spec
    rows[place] = {
      text_of(ticket.title), text_of(ticket.owner), text_of(ticket.item:says "status"),
      text_of(ticket.due), markup.spec(spec, number_of[spec]),
    }
  end
  return markup.table({ "Question", "Owner", "Status", "Due", "Spec" }, rows)
end

--- Who signs, and whether they have.
function parts.signoffs(workspace, number_of)
  local rows, given = {}, 0
  for place, signoff in ipairs(workspace:items "signoff") do
    local status = signoff.approved and "Approved" or signoff:says "status"
    if signoff.approved or text.find_any(status, { "approved", "signed" }) then given = given + 1 end
    rows[place] = {
      text_of(signoff:says "role"), text_of(signoff:says "name"), text_of(status or "Open"),
      text_of(signoff:says "date"), markup.spec(signoff.spec, number_of[signoff.spec]),
    }
  end
  return markup.table({ "Role", "Name", "Status", "Date", "Spec" }, rows), given, #rows
end

local function phase_name(phase)
  local name, scope = phase:says "name", phase:says "scope"
  if name and name:find "^%d+$" then name = "Phase " .. name end
  return name and scope and name .. ": " .. scope or name or scope
end

--- Phases that have something to do yet, in the order of each spec.
function parts.phases(workspace, number_of, tickets)
  local by_phase, rows = {}, {}
  for _, ticket in ipairs(tickets) do
    if ticket.parent then
      local phase = ticket.parent.item
      by_phase[phase] = by_phase[phase] or {}
      table.insert(by_phase[phase], ticket)
    end
  end
  for _, spec in ipairs(workspace.specs) do
    for _, one in ipairs(progress.upcoming(spec, by_phase)) do
      rows[#rows + 1] = {
        text_of(phase_name(one.phase)), text_of(one.phase:says "duration"),
        text_of(one.phase:says "dependencies"), markup.bar(one.done, one.whole),
        text_of(one.phase:says "trigger"), markup.spec(spec, number_of[spec]),
      }
    end
  end
  return markup.table({ "Phase", "Duration", "After", "Tasks", "Rollback trigger", "Spec" }, rows), #rows
end

return parts
