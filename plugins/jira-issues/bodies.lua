-- Tickets as the bodies of Jira's REST API, version 3.
local issues = require "issues"

local bodies = {}

-- What Jira takes of a description, in characters of its JSON.
local LONGEST_DESCRIPTION = 32767

local function named(name) return { name = name } end

local function list(names, make)
  local result = {}
  for index, name in ipairs(names) do result[index] = make and make(name) or name end
  return #result > 0 and result or nil
end

--- A label by which a ticket is found again where the links are lost.
function bodies.label(uid) return "spec-" .. hash.sha256(uid):sub(1, 10) end

local function property(ticket)
  return { key = "spec", value = {
    uid = ticket.uid, hash = ticket.hash, path = ticket.item.spec.path } }
end

local function labels(ticket)
  local result = { bodies.label(ticket.uid) }
  for _, label in ipairs(ticket.labels) do result[#result + 1] = label end
  return result
end

-- What Perilune says of an issue; sprint, assignee and all else is the team's.
local function fields(ticket, options)
  local priority = issues.priority(ticket)
  return {
    summary = issues.summary(ticket, options.project),
    description = adf.encode(ticket.body, {
      seed = ticket.uid, limit = LONGEST_DESCRIPTION, source = ticket.item.spec.path }),
    priority = priority ~= "" and named(priority) or nil,
    duedate = ticket.due,
    parent = ticket.parent and ticket.parent.key and { key = ticket.parent.key } or nil,
    components = list(options.components, named), fixVersions = list(ticket.versions, named),
  }
end

--- The body of a ticket that Jira does not have: one of `issueUpdates`.
function bodies.create(ticket, options)
  local body = { fields = fields(ticket, options), properties = { property(ticket) } }
  body.fields.project = { key = options.project }
  body.fields.issuetype = named(options[ticket.kind .. "_type"])
  body.fields.labels = labels(ticket)
  return body
end

--- The body for `PUT /rest/api/3/issue/KEY`: labels of others stay.
function bodies.update(ticket, options)
  local body = { fields = fields(ticket, options), properties = { property(ticket) } }
  body.update = { labels = list(labels(ticket), function(label) return { add = label } end) }
  return body
end

--- The tickets for a tracker that goes by the project, and what is gone.
function bodies.tickets(workspace, options)
  if options.project == "" then
    error("the option \"project\" is empty; set it to the key of the Jira project", 0)
  end
  return workspace:tickets {
    labels = options.labels, skip_done = options.skip_done, tracker = "jira:" .. options.project,
  }
end

return bodies
