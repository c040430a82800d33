-- The page: one file that loads nothing and runs nothing.
local markup = require "markup"
local parts = require "parts"
local risks = require "risks"
local style = require "style"

local page = {}

local function head(title)
  return '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8" />\n'
    .. '<meta name="viewport" content="width=device-width, initial-scale=1" />\n<title>'
    .. markup.text(title) .. "</title>\n<style>\n" .. style .. "</style>\n</head>\n<body>\n<h1>"
    .. markup.text(title) .. "</h1>\n"
end

local function plural(count, one) return string.format("%d %s%s", count, one, count == 1 and "" or "s") end

local function questions_of(tickets)
  local list = {}
  for _, ticket in ipairs(tickets) do
    if ticket.kind == "question" then list[#list + 1] = ticket end
  end
  return list
end

--- Writes the page of a workspace.
function page.write(artifact, workspace, options)
  local number_of, tickets = {}, workspace:tickets()
  for number, spec in ipairs(workspace.specs) do number_of[spec] = number end
  local questions, rated = questions_of(tickets), risks.rated(workspace)
  local signoffs, given, wanted = parts.signoffs(workspace, number_of)
  local phases, upcoming = parts.phases(workspace, number_of, tickets)
  local function part(title, count, content)
    if count == 0 then return end
    artifact:write("<section>\n<h2>" .. title .. "</h2>\n" .. content .. "</section>\n")
  end
  artifact:write(head(options.title))
  local day = date.today()
  artifact:write("<p>" .. (day and "As of " .. day .. ": " or "") .. table.concat({
    plural(#workspace.specs, "spec"), plural(#questions, "open question"), plural(#rated, "rated risk"),
    string.format("%d of %s", given, plural(wanted, "sign-off")), plural(upcoming, "phase") .. " to come",
  }, ", ") .. ".</p>\n")
  part("Specs", #workspace.specs, parts.specs(workspace, questions, rated))
  part("Risks", #rated, risks.map(rated) .. parts.risks(rated, number_of, options.risks))
  part("Open questions", #questions, parts.questions(questions, number_of))
  part("Sign-offs", wanted, signoffs)
  part("Phases to come", upcoming, phases)
  artifact:write "</body>\n</html>\n"
end

return page
