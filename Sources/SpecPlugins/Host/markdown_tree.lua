-- Texts as trees of Markdown, for the libraries that write them.
local sandbox = ...
local host = sandbox.host
local clean = host.late "clean"

local read = {}

--- The tree of a text, or nil and why it is not read.
function read.exact(source, who)
  local answer = sandbox.ask(0, "*" .. host.want(source, "string", who))
  if type(answer) == "string" then return nil, answer end
  return answer
end

--- The tree of a text for whoever writes it in another format. What is not read as Markdown, for it
--- would make too much of few bytes, is its lines.
function read.tree(source, who)
  local tree = read.exact(source, who)
  if tree then return tree end
  local children = {}
  for index, line in ipairs(host.text.lines(clean.text(source))) do
    if index > 1 then children[#children + 1] = { kind = "hard-break" } end
    children[#children + 1] = { kind = "text", text = line }
  end
  return { kind = "document", children = { { kind = "paragraph", children = children } } }
end

return read
