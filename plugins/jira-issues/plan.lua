-- What is to be done in Jira, a line of JSON each: parents before their children.
local bodies = require "bodies"

local plan = {}

local function line(ticket, options)
  local entry = {
    op = ticket.op, tracker = "jira:" .. options.project, uid = ticket.uid, was = ticket.was,
    parentUid = ticket.parent and ticket.parent.uid, key = ticket.key or json.null,
    hash = ticket.hash, kind = ticket.kind, title = ticket.title,
  }
  if ticket.op ~= "noop" then entry.body = bodies[ticket.op](ticket, options) end
  return entry
end

--- Writes the plan; what vanished comes last.
function plan.write(workspace, artifact, options)
  local tickets, vanished = bodies.tickets(workspace, options)
  for _, ticket in ipairs(tickets) do artifact:write(json.encode(line(ticket, options)) .. "\n") end
  for _, gone in ipairs(vanished) do
    gone.op, gone.tracker = "vanished", "jira:" .. options.project
    artifact:write(json.encode(gone) .. "\n")
  end
end

return plan
