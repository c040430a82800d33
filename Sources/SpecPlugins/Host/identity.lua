-- Which ticket of a tracker stands for which of a workspace: what is new, what changed, what is as it
-- was, what is gone. `workspace:tickets { tracker = … }` asks.
local sandbox = ...
local host = sandbox.host
local text = host.text

local identity = {}

-- What two titles must have in common for one to be the other in other words.
local ALIKE = 0.6

-- Names of the document ids that a spec may give itself.
local OWN_NAMES = { ["spec id"] = true, ["document id"] = true, ["doc id"] = true }

local function own_id(spec)
  for _, field in ipairs(spec.metadata) do
    local id = text.trim(field.value or "")
    if OWN_NAMES[text.lower(text.collapse(field.name))] and id:find "^%w[%w._-]*$" then return id end
  end
end

--- What the ids of each spec begin with: the id that it gives itself, so that it may be moved, else its
--- path. An id that two specs give themselves is nobody's.
function identity.namespaces(states)
  local counts, names = {}, {}
  for _, state in ipairs(states) do
    local id = own_id(state.spec)
    if id then counts[id] = (counts[id] or 0) + 1 end
  end
  for _, state in ipairs(states) do
    local id = own_id(state.spec)
    names[state.spec] = id and counts[id] == 1 and id or state.spec.path
  end
  return names
end

local function namespace(uid) return uid:match "^(.-)#" or uid end

-- What a tracker is told of a ticket; where that is the same, there is nothing to do. Its parent is
-- told by its name, in the body.
local function digest(ticket)
  return host.late("hash").sha256(host.json.encode {
    kind = ticket.kind, title = ticket.title, body = ticket.body, priority = ticket.priority,
    labels = #ticket.labels > 0 and ticket.labels or nil, owner = ticket.owner, due = ticket.due,
    versions = #ticket.versions > 0 and ticket.versions or nil, done = ticket.done,
  }):sub(1, 16)
end

-- The words of a title, each with how often it stands there, and how many there are.
local function words(title)
  local counts, count = {}, 0
  for word in text.lower(title):gmatch "[%w\128-\255]+" do
    counts[word], count = (counts[word] or 0) + 1, count + 1
  end
  return { counts = counts, count = count }
end

-- Twice the words that both have, of all words of both: from 0 to 1.
local function likeness(one, other)
  local shared = 0
  for word, count in pairs(one.counts) do shared = shared + math.min(count, other.counts[word] or 0) end
  return one.count + other.count == 0 and 1 or 2 * shared / (one.count + other.count)
end

-- Pairs of a ticket that no link knows and a link whose ticket is gone, the likest first, and of those
-- that are equally like the ones in one spec.
local function pairs_of(new, gone)
  local by_kind, found = {}, {}
  for _, link in ipairs(gone) do
    by_kind[link.kind] = by_kind[link.kind] or {}
    table.insert(by_kind[link.kind], { link = link, words = words(link.title) })
  end
  for _, ticket in ipairs(new) do
    local own = by_kind[ticket.kind] and words(ticket.title)
    for _, other in ipairs(own and by_kind[ticket.kind] or {}) do
      local score = likeness(own, other.words)
      if score >= ALIKE then
        local near = namespace(ticket.uid) == namespace(other.link.uid) and 0 or 1
        found[#found + 1] = { ticket = ticket, link = other.link, score = score, near = near }
      end
    end
  end
  table.sort(found, function(a, b)
    if a.score ~= b.score then return a.score > b.score end
    if a.near ~= b.near then return a.near < b.near end
    if a.link.uid ~= b.link.uid then return a.link.uid < b.link.uid end
    return a.ticket.uid < b.ticket.uid
  end)
  return found
end

-- Each ticket and each link is in one pair at most.
local function matched(new, gone)
  local by_ticket, taken = {}, {}
  for _, pair in ipairs(pairs_of(new, gone)) do
    if not by_ticket[pair.ticket] and not taken[pair.link] then
      by_ticket[pair.ticket], taken[pair.link] = pair, true
    end
  end
  return by_ticket, taken
end

-- The links of a tracker by uid, and those in the order in which they came.
local function links_of(tracker)
  local by_uid, list = {}, {}
  for _, link in ipairs(host.links.list) do
    if link.tracker == tracker then
      by_uid[link.uid] = link
      list[#list + 1] = link
    end
  end
  return by_uid, list
end

-- Links that no ticket has, as far as this run would know: one that is not about all specs knows of
-- those that it read.
local function gone_of(list, tickets, states, names)
  local there, read, gone = {}, {}, {}
  for _, ticket in ipairs(tickets) do there[ticket.uid] = true end
  for _, state in ipairs(states) do read[names[state.spec]] = true end
  for _, link in ipairs(list) do
    if not there[link.uid] and (host.links.whole or read[namespace(link.uid)]) then
      gone[#gone + 1] = link
    end
  end
  return gone
end

local function planned(ticket, op, link, score)
  return { op = op, uid = ticket.uid, kind = ticket.kind, title = ticket.title, hash = ticket.hash,
    parent = ticket.parent and ticket.parent.uid, key = link and link.key,
    was = link and link.uid ~= ticket.uid and link.uid or nil, score = score }
end

--- Gives each ticket `hash`, `op` (`create update noop`) and, where the tracker has it, `key`; `was` is
--- the uid that it had before it was said in other words. The second list is what is gone:
--- `{ uid, key, kind, title }`.
function identity.of(tickets, tracker, states, names)
  host.want(tracker, "string", "workspace:tickets: tracker")
  local by_uid, list = links_of(tracker)
  local new, gone = {}, gone_of(list, tickets, states, names)
  for _, ticket in ipairs(tickets) do
    if not by_uid[ticket.uid] then new[#new + 1] = ticket end
  end
  local matches, taken = matched(new, gone)
  local plan, vanished = host.plan, {}
  for _, ticket in ipairs(tickets) do
    local link, pair = by_uid[ticket.uid], matches[ticket]
    if not link and pair and host.links.matches == "accept" then
      link, ticket.was = pair.link, pair.link.uid
    end
    ticket.hash = digest(ticket)
    ticket.key = link and link.key
    ticket.op = not link and "create" or link.hash == ticket.hash and "noop" or "update"
    plan[#plan + 1] = planned(ticket, ticket.op, link, ticket.was and pair.score)
    if not link and pair and host.links.matches == "ask" then
      plan[#plan].op = "match"
      plan[#plan].key, plan[#plan].was, plan[#plan].score = pair.link.key, pair.link.uid, pair.score
    end
    plan[#plan].tracker = tracker
  end
  for _, link in ipairs(gone) do
    if not (taken[link] and host.links.matches ~= "reject") then
      vanished[#vanished + 1] = { uid = link.uid, key = link.key, kind = link.kind, title = link.title }
      plan[#plan + 1] = { op = "vanished", uid = link.uid, key = link.key, kind = link.kind,
        title = link.title, hash = link.hash, tracker = tracker }
    end
  end
  return vanished
end

return identity
