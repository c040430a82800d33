-- Runs transforms, on one spec or on all.
local sandbox = ...
local host = sandbox.host

local transforms = {}

--- Runs one transform on the one spec of a frame; the edits it asked for, in order.
function transforms.transform(frame, name, options, reserved)
  host.forget()
  host.reserved = reserved
  local transform = host.entry("transforms", name)
  local state = host.open(frame, 1, true)
  local edits = {}
  local edit = host.late("edits")(edits, state, host.budget("edits"))
  local each = transform.each or "spec"
  local list = each == "spec" and { state.spec } or host.items(state, each, "transform")
  for _, thing in ipairs(list) do
    local place = host.place(thing)
    sandbox.mark(1, 1, place.what, place.index)
    transform.run(thing, edit, options)
  end
  host.forget()
  return edits
end

--- Runs one transform on all specs together; for each of them the edits it asked for.
--- @param selected boolean[] by spec: is the run about it?
function transforms.transform_workspace(frame, name, options, reserved, selected)
  host.forget()
  host.reserved = reserved
  local edits = {}
  for number = 1, frame.count do edits[number] = {} end
  local edit = host.late("edits")(edits, nil, host.budget("edits"))
  sandbox.mark(1, 0, "", 0)
  host.entry("transforms", name).run(host.workspace(frame, true, selected), edit, options)
  host.forget()
  return edits
end

return transforms
