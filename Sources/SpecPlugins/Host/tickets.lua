-- What of a workspace is work to be tracked: `workspace:tickets`.
local sandbox = ...
local host = sandbox.host
local text, bodies, phases = host.text, host.late "bodies", host.late "phases"

local tickets = {}

local function label(s) return (text.trim(s):gsub("%s+", "-")) end

-- Labels without white space, each once.
local function labels(first, second)
  local list, seen = {}, {}
  for _, source in ipairs { first, second } do
    for _, name in ipairs(source) do
      name = label(host.want(name, "string", "workspace:tickets: labels"))
      if name ~= "" and not seen[name] then list[#list + 1], seen[name] = name, true end
    end
  end
  return list
end

-- In an HTML comment, whatever the path is.
local function marker(uid)
  local safe = uid:gsub("[%c<>%%]", function(c) return string.format("%%%02X", c:byte()) end)
  return "<!-- spec:uid=" .. safe:gsub("%-%-", "-%%2D"):gsub("%-$", "%%2D") .. " -->"
end

local DUE = { due = true, ["due-date"] = true, deadline = true, ["target-date"] = true }

-- The day that a column of that name says.
local function due(item)
  for column in pairs(item.extra) do
    local day = DUE[text.slug(column)] and item:says(column)
    if day and host.date.is_valid(day) then return day end
  end
end

-- What the ids of each spec begin with.
local namespaces

local function new(item, kind, fields)
  local release = item.spec:says "target_release"
  fields.kind, fields.item = kind, item
  fields.uid = namespaces[item.spec] .. "#" .. item.key .. (fields.part or "")
  fields.marker, fields.part = marker(fields.uid), nil
  fields.title = text.collapse(fields.title)
  if fields.title == "" then fields.title = "(no text)" end
  fields.owner, fields.due = item:says "owner", due(item)
  fields.versions = release and { release } or {}
  return fields
end

local function phase_name(phase)
  local name, scope = text.collapse(phase.name or ""), text.collapse(phase.scope or "")
  if name:find("^%d+$") then name = "Phase " .. name end
  if scope ~= "" then name = name ~= "" and name .. ": " .. scope or scope end
  return name
end

local function epic(phase)
  local title, name = phase.spec:says "title", phase_name(phase)
  return new(phase, "epic", {
    title = title and title .. ": " .. name or name, body = bodies.of(phase), labels = { "phase" },
  })
end

local function story(requirement)
  local id = requirement:says "id"
  local title = requirement.text or ""
  return new(requirement, "story", {
    id = id, title = id and id .. ": " .. title or title, body = bodies.of(requirement),
    priority = requirement.priority, labels = { "requirement" },
  })
end

local function task(item, parent)
  return new(item, "task", {
    title = item.text or "", body = bodies.of(item, nil, parent and parent.item), parent = parent,
    labels = item.done and { "task", "done" } or { "task" }, done = item.done == true,
  })
end

-- An entry of a phase's list has no key of its own: its text tells it from its neighbours.
local function listed_task(entry, parent)
  return new(parent.item, "task", {
    title = entry, body = bodies.of(parent.item, entry, parent.item), parent = parent,
    labels = { "task" }, part = "/" .. text.slug(entry),
  })
end

local CLOSED = { "answered", "closed", "decided", "done", "resolved" }

-- A question that nobody answered yet.
local function is_open(question)
  if question.placeholder or question.done then return false end
  for _, word in ipairs(CLOSED) do
    if text.contains(question.status, word) then return false end
  end
  return true
end

local function question_task(question)
  return new(question, "question", {
    title = question.text or "", body = bodies.of(question), labels = { "open-question" },
  })
end

-- Epics go into one list, all others into another.
local function add_spec(state, epics, others)
  local function add(ticket) others[#others + 1] = ticket end
  for _, requirement in ipairs(host.items(state, "requirement")) do
    if not requirement.placeholder then add(story(requirement)) end
  end
  local groups, loose = phases.of(state)
  for _, group in ipairs(groups) do
    local parent = epic(group.phase)
    epics[#epics + 1] = parent
    for _, item in ipairs(group.tasks) do add(task(item, parent)) end
    for _, entry in ipairs(group.texts) do add(listed_task(entry, parent)) end
  end
  for _, item in ipairs(loose) do add(task(item)) end
  for _, question in ipairs(host.items(state, "question")) do
    if is_open(question) then add(question_task(question)) end
  end
end

local KNOWN = { "labels", "skip_done", "tracker" }

local function settings(options)
  options = host.want(options or {}, "table", "workspace:tickets")
  host.known(options, KNOWN, "workspace:tickets")
  host.want(options.labels or {}, "table", "workspace:tickets: labels")
  return options
end

--- The tickets of some states: epics first, then spec by spec requirements, tasks and open questions.
function tickets.of(states, options)
  options = settings(options)
  local identity = host.late "identity"
  namespaces = identity.namespaces(states)
  local epics, others = {}, {}
  for _, state in ipairs(states) do add_spec(state, epics, others) end
  for _, ticket in ipairs(others) do
    if not (ticket.done and options.skip_done) then epics[#epics + 1] = ticket end
  end
  for _, ticket in ipairs(epics) do ticket.labels = labels(options.labels or {}, ticket.labels) end
  if not options.tracker then return epics end
  return epics, identity.of(epics, options.tracker, states, namespaces)
end

return tickets
