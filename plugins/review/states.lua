-- Questions and specs that have come further than they say.
local states = {}

-- Columns and labels of a question that hold what was decided.
local ANSWERS = {
  "answer", "answers", "resolution", "decision", "outcome", "conclusion", "antwort", "entscheidung",
  "réponse", "décision", "respuesta", "decisión", "resposta", "decisão",
}

local OPEN = { "open", "pending", "tbd", "to do", "todo", "unanswered", "in progress", "waiting",
  "not answered" }

local function among(list, word)
  for _, one in ipairs(list) do
    if one == word then return true end
  end
  return false
end

local function key(words) return text.collapse(text.lower(words)) end

-- Does the answer itself stand where others have a status?
local function is_answer_its_status(question)
  for _, label in ipairs(question.shape.labels) do
    if label.field == "status" then
      -- In a list the question itself stands in front of the label.
      return among(ANSWERS, key(label.name):match "%S+$" or "")
    end
  end
  return false
end

local function is_open(said) return among(OPEN, (key(said):gsub("[.…]+$", ""))) end

-- Is there an answer, in a column of its own or behind a label in the text?
local function has_answer(question)
  for name in pairs(question.extra) do
    if among(ANSWERS, key(name)) then
      local said = question:says(name)
      if said and not is_open(said) then return true end
    end
  end
  local words = text.collapse(question.text or "")
  for _, name in ipairs(ANSWERS) do
    local _, behind = key(words):find("%f[%w]" .. name .. "%s?: ?")
    local said = behind and words:sub(behind + 1)
    if said and said:find "%w" and not is_open(said) then return true end
  end
  return false
end

-- How the spec calls what is answered; of several words the most frequent.
local function usual_word(spec, answered, closed)
  local counts, best = {}, nil
  for _, question in ipairs(spec:items "question") do
    local said = question:says "status"
    if said and among(answered, key(said)) then
      counts[said] = (counts[said] or 0) + 1
      if not best or counts[said] > counts[best] then best = said end
    end
  end
  return best or closed
end

states.close_questions = {
  summary = "marks questions as closed that have an answer",
  each = "spec",
  run = function(spec, edit, options)
    local word
    for _, question in ipairs(spec:items "question") do
      local said, is_answer = question:says "status", is_answer_its_status(question)
      local is_closed = said and not is_answer and among(options.answered, key(said))
      local is_answered = said and is_answer and not is_open(said)
      if is_closed or is_answered or question.done or has_answer(question) then
        if question.done == false then edit:set(question, "done", true) end
        if question.status and not is_answer and not is_closed and (not said or is_open(said)) then
          word = word or usual_word(spec, options.answered, options.closed)
          edit:set(question, "status", word)
        end
      end
    end
  end,
}

states.bump = {
  summary = "moves drafts on to review, if the rules of the gate find nothing in them",
  each = "spec",
  gate = { "placeholders", "structure", "review", "requirements" },
  run = function(spec, edit, options)
    if spec.status == options.from then edit:set(spec, "status", options.to) end
  end,
}

return states
