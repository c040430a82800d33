-- Runs rules. Each call is protected on its own: a rule that errs on one item still looks at the
-- next, and one that errs on many is reported once, with the number of the others.
local sandbox = ...
local host, each, count, element = sandbox.host, sandbox.each, sandbox.count, sandbox.element

-- What running text stands in, wherever that is.
local TEXT = { "paragraph", "table-cell" }

-- The blocks that a rule looks at.
local function blocks_for(state, each)
  local blocks = state.blocks
  if not blocks then return {}, nil, 0 end
  local kinds, of_kinds = blocks.kinds, each == "text" and TEXT or { each }
  for _, kind in ipairs(of_kinds) do
    if kinds[kind] then return blocks.all, of_kinds, count(blocks.all), "block" end
  end
  return {}, nil, 0
end

-- The things that a rule looks at: a list, of blocks the kinds that are meant, how long the list is,
-- and what they are.
local function things(state, each, workspace)
  if each == "workspace" then return { workspace }, nil, 1 end
  if each == "spec" then return { state.spec }, nil, 1, "spec" end
  if each == "section" or each == "placeholder" or each == "link" then
    local list = host.part(state, each .. "s").list
    return list, nil, count(list), each
  end
  local kind = state.frame.kinds[each]
  if kind then return host.items_of(state, each), nil, count(kind), "item" end
  return blocks_for(state, each)
end

local function failure(rule, state, thing, problem)
  local place = host.place(thing)
  return {
    rule = rule, message = problem.message, chunk = problem.chunk, line = problem.line,
    kind = problem.kind, traceback = problem.traceback, spec = state and state.number,
    what = place and place.what, index = place and place.index, more = 0,
  }
end

-- Runs a rule on all that it looks at, and tells of those on which it errs.
local function run_rule(rule, state, failures, list, kinds, count, what)
  sandbox.mark(rule.number, state and state.number or 0, what)
  local from, failed = 1, nil
  while true do
    local at, problem = each(
      rule.run, rule.report, rule.options, list, kinds, rule.filter, count, from)
    if not at then return end
    if failed then
      failed.more = failed.more + 1
    else
      failed = failure(rule.number, state, element(list, at), problem)
      failures[#failures + 1] = failed
    end
    from = at + 1
  end
end

-- A rule that was asked for, by its place among all that were.
local function rule_of(request, number)
  local entry = host.entry("checks", request.name, request.plugin)
  return {
    number = number, options = host.copied(request.options), report = host.reporter(number),
    run = entry.run, reads = entry.reads,
    filter = sandbox.filter(entry.matching, entry.containing),
  }
end

-- What was asked for last, by what is looked at, and the order of that.
local plan, order = {}, {}

--- Takes the rules that `check_prepared` is to run. Of several plugins that share a state, each says
--- whose it is.
function sandbox.exports.prepare(requests)
  plan, order = {}, {}
  for number, request in ipairs(requests) do
    local rules = plan[request.each]
    if not rules then
      rules = {}
      plan[request.each], order[#order + 1] = rules, request.each
    end
    rules[#rules + 1] = rule_of(request, number)
  end
end

-- The state of the one spec of a frame.
local function open(frame, blocks)
  host.forget()
  local state = host.open(frame, 1)
  if blocks then
    state.blocks = blocks
    sandbox.own(blocks, state)
  end
  return state
end

--- Runs the rules that were prepared over the one spec of a frame; `blocks` are its blocks, where a rule
--- looks at them.
function sandbox.exports.check_prepared(frame, blocks)
  local state, result = open(frame, blocks), { findings = {}, failures = {} }
  host.begin(result.findings, host.budget "findings")
  for _, name in ipairs(order) do
    local list, positions, count, what = things(state, name)
    if count > 0 then
      for _, rule in ipairs(plan[name]) do
        run_rule(rule, state, result.failures, list, positions, count, what)
      end
    end
  end
  host.forget()
  return result
end

--- Runs checks over the one spec of a frame, as `check_prepared` does.
function sandbox.exports.check(frame, requests, blocks)
  local state, result = open(frame, blocks), { findings = {}, failures = {} }
  host.begin(result.findings, host.budget "findings")
  for number, request in ipairs(requests) do
    run_rule(rule_of(request, number), state, result.failures, things(state, request.each))
  end
  host.forget()
  return result
end

--- Runs checks that look at all specs together.
function sandbox.exports.check_workspace(frame, requests)
  host.forget()
  local result = { findings = {}, failures = {} }
  host.begin(result.findings, host.budget "findings")
  local workspace = host.workspace(frame)
  for number, request in ipairs(requests) do
    local rule = rule_of(request, number)
    host.reading(rule.reads)
    run_rule(rule, nil, result.failures, things(nil, "workspace", workspace))
  end
  host.reading(nil)
  host.forget()
  return result
end
