-- Tells what somebody wrote from what the template left.
local filled = {}

--- The text, or nothing where it is a placeholder of the spec.
function filled.text(spec, s)
  local plain = text.collapse(s or "")
  for _, placeholder in ipairs(spec.placeholders) do
    if text.collapse(placeholder.text) == plain then return "" end
  end
  return plain
end

return filled
