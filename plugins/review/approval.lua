-- What must be settled before a spec is approved.
local approval = {}

local function among(names, name)
  for _, one in ipairs(names) do
    if one == name then return true end
  end
  return false
end

-- Does a status say one of the words? "not answered" and "unanswered" do not say "answered".
local function says_one(status, words)
  local said, word = text.find_any(status, words)
  if not said then return nil end
  local lower = text.collapse(text.lower(status))
  if lower:find("not " .. text.lower(word), 1, true) or lower:find("no longer " .. text.lower(word), 1, true)
  then
    return nil
  end
  return word
end

local function is_open(question, answered)
  if question.placeholder or question.done then return false end
  return not says_one(question:says "status", answered)
end

approval.question_answered = {
  summary = "an approved spec has no open question",
  severity = "error",
  preset = "minimal",
  each = "question",
  why = "Who approves a spec approves answers; what is left open is answered by whoever codes it.",
  fix = "Answer the question and mark it, move it out of the spec, or set the status back.",
  run = function(question, report, options)
    local status = question.spec.status
    if not among(options.statuses, status) or not is_open(question, options.answered) then return end
    report(question:at "text", "the spec is %s, but this question is open: %s", status,
      text.cut(text.collapse(question.text or ""), 80))
  end,
}

approval.question_owned = {
  summary = "where questions have owners, each open one has one",
  severity = "warning",
  preset = "recommended",
  each = "question",
  why = "A question that is nobody's stays open.",
  fix = "Name who finds the answer.",
  run = function(question, report)
    if question.owner == nil or not text.is_blank(question.owner) then return end
    if not is_open(question, { "answered", "closed", "decided", "done", "resolved" }) then return end
    report(question:at "owner", 'nobody owns the question "%s"',
      text.cut(question.title or "", 60))
  end,
}

approval.signoff_given = {
  summary = "an approved spec has all its sign-offs",
  severity = "error",
  preset = "recommended",
  each = "signoff",
  why = "An approval that one of those asked has not given is none.",
  fix = "Get the sign-off, take the line out if nobody needs it, or set the status back.",
  run = function(signoff, report, options)
    local status = signoff.spec.status
    if not among(options.statuses, status) or signoff.placeholder then return end
    local who = signoff:says "role" or signoff:says "name" or "somebody"
    local word = signoff.approved ~= true and says_one(signoff:says "status", options.missing)
    if word then
      report(signoff:at "status", "the spec is %s, but the sign-off of %s is: %s", status, who,
        signoff:says "status")
    elseif signoff.approved == false and not signoff:says "date" and not signoff:says "status" then
      report(signoff:at "approved", "the spec is %s, but %s has not signed off", status, who)
    elseif signoff.approved == nil and not signoff:says "date" and not signoff:says "status"
      and (signoff.date or signoff.status)
    then
      report(signoff:at(signoff.date and "date" or "status"),
        "the spec is %s, but %s has not signed off", status, who)
    end
  end,
}

approval.blocker_resolved = {
  summary = "an approved spec waits for nothing that is blocked",
  severity = "error",
  preset = "recommended",
  each = "dependency",
  why = "An approved spec gets built; one that waits for a blocked dependency gets stuck.",
  fix = "Unblock the dependency, plan without it, or set the status back.",
  run = function(dependency, report, options)
    local status = dependency.spec.status
    if not among(options.statuses, status) or dependency.placeholder then return end
    local word = says_one(dependency:says "status", options.words)
    if not word then return end
    report(dependency:at "status", 'the spec is %s, but the dependency "%s" is %s', status,
      text.cut(dependency.title or "", 60), word)
  end,
}

return approval
