-- Runs rules. Each call is protected on its own: a rule that errs on one item still looks at the
-- next, and one that errs on many is reported once, with the number of the others.
local sandbox = ...
local host = sandbox.host

-- The blocks that hold running text, in document order.
local function texts(blocks)
  if not blocks.texts then
    local list = {}
    for _, kind in ipairs { "paragraph", "table-cell" } do
      for _, index in ipairs(blocks.kinds[kind] or {}) do list[#list + 1] = index end
    end
    table.sort(list)
    blocks.texts = list
  end
  return blocks.texts
end

-- The things that a rule looks at, as a function of the index.
local function things(state, each, workspace)
  if each == "workspace" then return 1, function() return workspace end end
  if each == "spec" then return 1, function() return state.spec end end
  local frame = state.frame
  if each == "section" or each == "placeholder" or each == "link" then
    return #frame[each .. "s"], function(index) return host[each](state, index) end
  end
  if frame.kinds[each] then
    return #frame.kinds[each], function(n) return host.item(state, each, n) end
  end
  local indices = each == "text" and texts(state.blocks) or state.blocks.kinds[each] or {}
  return #indices, function(n) return host.block(state, indices[n]) end
end

local function failure(rule, state, thing, problem)
  local place = host.place(thing)
  return {
    rule = rule, message = problem.message, chunk = problem.chunk, line = problem.line,
    kind = problem.kind, traceback = problem.traceback, spec = state and state.number,
    what = place and place.what, index = place and place.index, more = 0,
  }
end

local function run_rule(rule, request, state, workspace, result, take)
  local run = host.entry("checks", request.name).run
  local report = host.reporter(result.findings, rule, take)
  local count, get = things(state, request.each, workspace)
  local failed
  for n = 1, count do
    local thing = get(n)
    local place = host.place(thing)
    sandbox.mark(rule, state and state.number or 0, place and place.what, place and place.index)
    local done, problem = sandbox.protect(run, thing, report, request.options)
    if not done and failed then
      failed.more = failed.more + 1
    elseif not done then
      failed = failure(rule, state, thing, problem)
      result.failures[#result.failures + 1] = failed
    end
  end
end

--- Runs checks over the one spec of a frame; `blocks` are those that the rules look at.
function sandbox.exports.check(frame, blocks, requests)
  host.forget()
  local result, take = { findings = {}, failures = {} }, host.budget("findings")
  local state = host.open(frame, 1)
  state.blocks = blocks
  for rule, request in ipairs(requests) do
    run_rule(rule, request, state, nil, result, take)
  end
  host.forget()
  return result
end

--- Runs checks that look at all specs together.
function sandbox.exports.check_workspace(frames, requests)
  host.forget()
  local result, states, take = { findings = {}, failures = {} }, {}, host.budget("findings")
  for number, frame in ipairs(frames) do states[number] = host.open(frame, number) end
  local workspace = host.workspace(states)
  for rule, request in ipairs(requests) do
    run_rule(rule, request, nil, workspace, result, take)
  end
  host.forget()
  return result
end
