-- Inlines of Markdown as those of Atlassian's document format: texts with marks, and breaks.
local sandbox = ...
local host = sandbox.host
local clean = host.late "clean"

local inlines = {}

local MARKS = { emphasis = "em", strong = "strong", strike = "strike" }

-- In the order of their names, so that equal marks are equal lists. Beside code only a link stands.
local function mark_list(marks)
  local list = {}
  for name, value in pairs(marks) do
    if not marks.code or name == "code" or name == "link" then
      list[#list + 1] = value == true and { type = name }
        or { type = name, attrs = { href = value } }
    end
  end
  return #list > 0 and list or nil
end

local function same_marks(a, b)
  if not a or not b then return a == b end
  if #a ~= #b then return false end
  for index, mark in ipairs(a) do
    local other = b[index]
    if mark.type ~= other.type then return false end
    if mark.attrs and mark.attrs.href ~= other.attrs.href then return false end
  end
  return true
end

-- A text is not empty, and neighbours with the same marks are one.
local function add_text(into, s, marks)
  s = clean.text(s)
  if s == "" then return end
  local list, last = mark_list(marks), into[#into]
  if last and last.type == "text" and same_marks(last.marks, list) then
    last.text = last.text .. s
  else
    into[#into + 1] = { type = "text", text = s, marks = list }
  end
end

local function with(marks, name, value)
  local more = { [name] = value }
  for other, set in pairs(marks) do more[other] = more[other] or set end
  return more
end

local add

-- What leads out of the repository is a link; of what does not, the place is told.
local function add_link(into, node, marks)
  local address, is_relative = clean.address(node.url)
  local leads = address and address ~= "" and not address:find("^#")
  if leads and not is_relative then marks = with(marks, "link", address) end
  local before = #into
  if node.children then add(into, node.children, marks) else add_text(into, node.text, marks) end
  if leads and not is_relative and #into == before then add_text(into, address, marks) end
  if leads and is_relative then
    add_text(into, " (", marks)
    add_text(into, address, with(marks, "code", true))
    add_text(into, ")", marks)
  end
end

function add(into, list, marks)
  for _, node in ipairs(list) do
    local kind = node.kind
    if kind == "text" then
      add_text(into, node.text, marks)
    elseif kind == "code-span" then
      add_text(into, node.text, with(marks, "code", true))
    elseif kind == "soft-break" then
      add_text(into, " ", marks)
    elseif kind == "hard-break" then
      into[#into + 1] = { type = "hardBreak" }
    elseif kind == "link" or kind == "image" then
      add_link(into, node, marks)
    elseif kind == "footnote-reference" then
      add_text(into, "[" .. node.text .. "]", marks)
    else
      add(into, node.children, with(marks, MARKS[kind], true))
    end
  end
end

--- Inlines behind a text.
---@param lead string
---@param is_strong? boolean all of them
function inlines.of(lead, list, is_strong)
  local into = {}
  add_text(into, lead, {})
  add(into, list, is_strong and { strong = true } or {})
  return into
end

return inlines
