-- Tells what somebody wrote from what the template left.
local filled = {}

-- spec → the texts of its placeholders.
local left = {}

local function placeholders(spec)
  if not left[spec] then
    left[spec] = {}
    for _, placeholder in ipairs(spec.placeholders) do
      left[spec][text.collapse(placeholder.text)] = true
    end
  end
  return left[spec]
end

--- The text, or nothing where it is a placeholder of the spec.
function filled.text(spec, s)
  local plain = text.collapse(s or "")
  return placeholders(spec)[plain] and "" or plain
end

return filled
