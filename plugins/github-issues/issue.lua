-- A ticket as GitHub wants it.
local issue = {}

-- In characters, as GitHub counts them.
local LONGEST_TITLE, LONGEST_BODY = 256, 65536
local CUT = "\n\n(There is more in the spec.)"

local function body_text(ticket)
  local whole = ticket.marker .. "\n\n" .. ticket.body
  if text.length(whole) <= LONGEST_BODY then return whole end
  return text.cut(whole, LONGEST_BODY - #CUT) .. CUT
end

--- The body of `POST /repos/OWNER/REPO/issues`. Somebody is assigned whose name is written as `@name`.
function issue.body(ticket, options)
  local user = (ticket.owner or ""):match "^@([%w-]+)$"
  return {
    title = text.cut(ticket.title, LONGEST_TITLE), body = body_text(ticket),
    labels = #ticket.labels > 0 and ticket.labels or json.empty_list,
    assignees = user and { user } or json.empty_list,
    milestone = options.milestone > 0 and options.milestone or nil,
  }
end

--- What tells the issue from others, where its body is, and whose sub-issue it is.
function issue.entry(ticket, file)
  return {
    uid = ticket.uid, file = file, parent = ticket.parent and ticket.parent.uid,
    done = ticket.done or false,
  }
end

return issue
