-- Quick actions: lines of a description that GitLab obeys.
local quick = {}

-- A line of the spec that begins with a slash says something, and asks for nothing.
local function tame(body)
  return (("\n" .. body):gsub("\n([ \t]*)/", "\n%1\\/"):sub(2))
end

local function actions(ticket)
  local list, labels = {}, {}
  for _, label in ipairs(ticket.labels) do
    labels[#labels + 1] = '~"' .. label:gsub('["\\]', "") .. '"'
  end
  if #labels > 0 then list[1] = "/label " .. table.concat(labels, " ") end
  local user = (ticket.owner or ""):match "^@[%w_.-]+$"
  if user then list[#list + 1] = "/assign " .. user end
  if ticket.done then list[#list + 1] = "/close" end
  return list
end

--- The marker of the ticket, what its item says, and what GitLab is to do with it.
function quick.description(ticket)
  local parts = { ticket.marker, tame(ticket.body) }
  local list = actions(ticket)
  if #list > 0 then parts[3] = table.concat(list, "\n") end
  return table.concat(parts, "\n\n")
end

return quick
