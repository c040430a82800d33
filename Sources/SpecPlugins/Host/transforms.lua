-- Runs a transform on one spec.
local sandbox = ...
local host = sandbox.host

--- Runs one transform on the one spec of a frame; the edits it asked for, in order.
function sandbox.exports.transform(frame, name, options)
  host.forget()
  local transform = host.entry("transforms", name)
  local state = host.open(frame, 1, true)
  local edits = {}
  local edit = host.editor(edits, state, host.budget("edits"))
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
