-- What tests in Lua need: `expect.equal(found, wanted)` and `expect.fails(part, f, …)`.
local expect = {}

local function shown(value) return json.encode(value == nil and json.null or value) end

function expect.equal(found, wanted)
  if shown(found) ~= shown(wanted) then
    error("found " .. shown(found) .. ", expected " .. shown(wanted), 2)
  end
end

--- The call must fail, and its message must hold a part.
function expect.fails(part, f, ...)
  local done, problem = pcall(f, ...)
  if done then error("expected a failure with " .. shown(part), 2) end
  if not tostring(problem):find(part, 1, true) then
    error("failed with " .. shown(tostring(problem)) .. ", expected " .. shown(part), 2)
  end
end

return expect
