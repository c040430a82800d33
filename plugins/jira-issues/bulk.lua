-- The bodies of `POST /rest/api/3/issue/bulk`: at most 50 issues each, and no issue with its parent in
-- one body, for nobody knows the parent's key before it is made.
local bodies = require "bodies"

local bulk = {}

local MOST = 50

-- 1 for what has no parent, 2 for its children; none for a child whose parent Jira does not have yet.
local function level(ticket)
  if not ticket.parent then return 1 end
  return ticket.parent.key and 2
end

local function write(artifact, number, updates)
  for first = 1, #updates, MOST do
    local chunk = table.move(updates, first, math.min(first + MOST - 1, #updates), 1, {})
    local name = string.format("level-%d-%03d.json", number, first // MOST + 1)
    artifact:write(name, json.encode({ issueUpdates = chunk }, { indent = 2 }) .. "\n")
  end
end

--- Writes the bodies of the tickets that are to be made, level by level.
function bulk.write(workspace, artifact, options)
  local levels, waiting = { {}, {} }, 0
  for _, ticket in ipairs((bodies.tickets(workspace, options))) do
    local number = level(ticket)
    if ticket.op == "create" and number then
      table.insert(levels[number], bodies.create(ticket, options))
    elseif ticket.op == "create" then
      waiting = waiting + 1
    end
  end
  for number, updates in ipairs(levels) do write(artifact, number, updates) end
  if waiting > 0 then
    print(waiting .. " issues wait for the keys of their parents: record these, and export again")
  end
end

return bulk
