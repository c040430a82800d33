local questions = {}

local function is_answered(question, words)
  if question.done then return true end
  for _, word in ipairs(words) do
    if text.contains(question.status, word) then return true end
  end
  return false
end

questions.open_in_approved_spec = {
  summary = "an approved spec has no open question",
  severity = "error",
  each = "question",
  why = "Who approves a spec approves answers; what is left open is answered by whoever codes it.",
  fix = "Answer the question and mark it, move it out of the spec, or set the status back.",
  run = function(question, report, options)
    local status = question.spec.status
    if question.placeholder or is_answered(question, options.answered) then return end
    for _, name in ipairs(options.statuses) do
      if status == name then
        report(question:at "text", "the spec is %s, but this question is open: %s", status,
          text.cut(text.collapse(question.text or ""), 80))
      end
    end
  end,
}

return questions
