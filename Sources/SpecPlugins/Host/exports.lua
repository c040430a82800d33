-- Runs an export: what it writes leaves as pieces of text.
local sandbox = ...
local host = sandbox.host

--- Runs one export over the specs of a frame; the pieces it wrote, in order.
function sandbox.exports.export(frames, name, options)
  host.forget()
  local states = {}
  for number, frame in ipairs(frames) do states[number] = host.open(frame, number, true) end
  local pieces, bytes = {}, 0
  local artifact = {}

  --- Appends a text.
  ---@param piece string
  function artifact:write(piece)
    host.want(piece, "string", "artifact:write")
    local length, wrong = utf8.len(piece)
    if not length then
      host.fail("artifact:write: byte %d of the text is not UTF-8", wrong)
    end
    bytes = bytes + #piece
    if bytes > host.limits.result then sandbox.exceed("result", host.limits.result, "bytes") end
    pieces[#pieces + 1] = piece
  end

  sandbox.mark(1, 0, "", 0)
  host.entry("exports", name).run(host.workspace(states), artifact, options)
  host.forget()
  return pieces
end
