-- The questions that nobody has answered yet.
local questions = {}

questions.columns = {
  "Id", "Question", "Owner", "Status", "Since", "Days", "Due", "Title", "Spec", "Section", "Line",
}

local SINCE = { "since", "raised", "raised-on", "opened", "asked", "date", "created" }

-- What a column of such a name says.
local function since(question)
  for _, name in ipairs(SINCE) do
    for column in pairs(question.extra) do
      local said = text.slug(column) == name and question:says(column)
      if said then return said end
    end
  end
end

local function age(day)
  local today = date.today()
  if not (today and day and date.is_valid(day)) then return nil end
  local days = date.days_between(day, today)
  return days >= 0 and days or nil
end

local function row(ticket)
  local question = ticket.item
  local day = since(question)
  return {
    Id = question:says "id", Question = question:says "text", Owner = ticket.owner,
    Status = question:says "status", Since = day, Days = age(day), Due = ticket.due,
    Title = question.spec:says "title", Spec = question.spec.path,
    Section = question.section and question.section.title, Line = question.line,
  }
end

--- One row a question, in the order of the specs.
function questions.rows(workspace)
  local rows = {}
  for _, ticket in ipairs(workspace:tickets()) do
    if ticket.kind == "question" then rows[#rows + 1] = row(ticket) end
  end
  return rows
end

return questions
