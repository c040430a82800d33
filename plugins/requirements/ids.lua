-- What ids are: there, each its own, and written one way.
local ids = {}

-- The kinds that share their numbers: a quality is a requirement, too.
local FAMILIES = {
  { "requirement", "quality" }, { "risk" }, { "question" }, { "goal" },
}

local NOUNS = { requirement = "requirement", quality = "requirement" }

local function noun(item) return NOUNS[item.kind] or item.kind end

-- Items of one family that have ids, with these, in document order.
local function identified(spec, family)
  local list = {}
  for _, kind in ipairs(family) do
    for _, item in ipairs(spec:items(kind)) do
      local id = not item.placeholder and item:says "id"
      if id then list[#list + 1] = { item = item, id = id, line = item.line } end
    end
  end
  table.sort(list, function(a, b) return a.line < b.line end)
  return list
end

-- The last spec asked about, and its lists by family: more than one rule asks.
local asked, lists

local function identified_of(spec, family)
  if asked ~= spec then asked, lists = spec, {} end
  lists[family] = lists[family] or identified(spec, family)
  return lists[family]
end

-- An id of digits alone is a row's number.
local function is_name(id) return id:find "%a" ~= nil and id:find "%d" ~= nil end

ids.unique = {
  summary = "an id stands for one thing",
  severity = "error",
  preset = "minimal",
  each = "spec",
  why = "Tests and tickets point at ids; two requirements behind one id cannot be told apart.",
  fix = "Give the later one the next free id.",
  run = function(spec, report)
    for _, family in ipairs(FAMILIES) do
      local first = {}
      for _, entry in ipairs(identified_of(spec, family)) do
        local item, id = entry.item, entry.id
        local same = first[text.lower(id)]
        local is_other_list = same and not is_name(id) and same.section ~= item.section
        if same and not is_other_list then
          report {
            at = item:at "id",
            message = string.format("%s id %s is taken by line %d", noun(item), id, same.line),
            related = { { at = same:at "id", message = "the first one" } },
          }
        else
          first[text.lower(id)] = item
        end
      end
    end
  end,
}

ids.unique_in_workspace = {
  summary = "an id stands for one thing in all specs",
  severity = "warning",
  preset = "strict",
  each = "workspace",
  reads = { "items" },
  why = "Where tickets and tests name ids without the spec, two specs must not share one.",
  fix = "Number on from the other spec, or put the feature's name in front.",
  run = function(workspace, report)
    local first = {}
    for _, spec in ipairs(workspace.specs) do
      for _, entry in ipairs(identified_of(spec, FAMILIES[1])) do
        local item, id = entry.item, entry.id
        local same = first[text.lower(id)]
        if not same then
          first[text.lower(id)] = item
        elseif same.spec ~= spec and is_name(id) then
          report {
            at = item:at "id",
            message = string.format("%s id %s is taken by %s:%d", noun(item), id, same.spec.path,
              same.line),
            related = { { at = same:at "id", message = "the first one" } },
          }
        end
      end
    end
  end,
}

-- "FR-12" → "FR", "-", "12"; "FR 3" → "FR", " ", "3".
local function parts(id) return id:match "^(%a[%a%d]-)([^%a%d]*)(%d+)$" end

-- How most ids with a prefix are written: its case and what parts it from the number.
local function usual_forms(list)
  local counts, usual = {}, {}
  for _, entry in ipairs(list) do
    local prefix, separator = parts(entry.id)
    if prefix then
      local key, form = text.lower(prefix), prefix .. separator
      counts[key] = counts[key] or {}
      counts[key][form] = (counts[key][form] or 0) + 1
    end
  end
  for key, forms in pairs(counts) do
    local best, total = nil, 0
    for form, count in pairs(forms) do
      total = total + count
      if not best or count > forms[best] then best = form end
    end
    -- Where no form has most, none is the usual one.
    if forms[best] * 2 > total then usual[key] = best end
  end
  return usual
end

ids.well_formed = {
  summary = "ids are written one way",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "FR-3 and FR3 are one id to a reader and two to a search.",
  fix = "Write it like the others.",
  run = function(spec, report)
    for _, family in ipairs(FAMILIES) do
      local list = identified_of(spec, family)
      local usual = #list > 2 and usual_forms(list) or {}
      local seen = {}
      for _, entry in ipairs(list) do
        local item, id = entry.item, entry.id
        local prefix, separator, number = parts(id)
        local form = prefix and usual[text.lower(prefix)]
        -- One that stands there twice is the business of id-unique.
        local twice = seen[text.lower(id)]
        seen[text.lower(id)] = true
        if form and form ~= prefix .. separator and not twice then
          report {
            at = item:at "id",
            message = string.format("%s id %s is not written like the others: %s%s", noun(item), id,
              form, number),
            -- Tests and tickets may name the old one.
            unsafe_fix = function(edit) edit:set(item, "id", form .. number) end,
          }
        end
      end
    end
  end,
}

ids.given = {
  summary = "where requirements have ids, each has one",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "What has no id cannot be named in a test, a ticket or a review.",
  fix = "Give it the next free id.",
  run = function(spec, report)
    local list = spec:items "requirement"
    local has = {}
    for _, item in ipairs(list) do
      if item.section and item:says "id" then has[item.section] = true end
    end
    for _, item in ipairs(list) do
      local blank = item.raw.id and text.is_blank(item.raw.id)
      if blank and not item.placeholder and has[item.section] then
        report {
          at = item:at "id",
          message = string.format('the requirement "%s" has no id', text.cut(item.title or "", 60)),
          -- Other specs may have it; number-requirements looks.
          unsafe_fix = function(edit) edit:set(item, "id", spec:id_for(item, "FR")) end,
        }
      end
    end
  end,
}

return ids
