local approval = require "approval"
local days = require "days"
local states = require "states"

return {
  checks = {
    ["blocker-resolved"] = approval.blocker_resolved,
    ["date-past"] = days.past,
    ["date-real"] = days.real,
    ["dates-in-order"] = days.in_order,
    ["question-answered"] = approval.question_answered,
    ["question-owned"] = approval.question_owned,
    ["review-fresh"] = days.review_fresh,
    ["signoff-given"] = approval.signoff_given,
  },
  transforms = {
    ["bump-status"] = states.bump,
    ["close-answered-questions"] = states.close_questions,
  },
}
