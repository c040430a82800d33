local function name(dependency) return text.cut(dependency.title or "", 60) end

-- Is one of the words said, and not denied: "blocked", but neither "unblocked" nor "not blocked"?
local function says_one(status, words)
  local said, word = text.find_any(status, words)
  if not said then return nil end
  local lower = text.collapse(text.lower(status))
  for _, denial in ipairs { "not ", "no longer ", "never ", "isn't ", "un" } do
    if lower:find(denial .. text.lower(word), 1, true) then return nil end
  end
  return said, word
end

local unblocked = {
  summary = "a dependency is not blocked",
  severity = "warning",
  preset = "recommended",
  each = "dependency",
  why = "A plan that waits for something that cannot come is not a plan.",
  fix = "Unblock the dependency, plan without it, or update its status.",
  run = function(dependency, report, options)
    -- Of an approved spec, review/blocker-resolved says it.
    local status = dependency.spec.status
    if status == "approved" or status == "implemented" then return end
    local _, word = says_one(dependency:says "status", options.words)
    if not word then return end
    local owner = dependency:says "owner"
    report(dependency:at "status", 'dependency "%s" is %s%s', name(dependency), word,
      owner and ", ask " .. owner or "")
  end,
}

local owned = {
  summary = "where dependencies have owners, each has one",
  severity = "warning",
  preset = "recommended",
  each = "dependency",
  why = "Somebody has to be asked when it is late.",
  fix = "Name the team or the person who delivers it.",
  run = function(dependency, report)
    if dependency.placeholder or dependency.owner == nil then return end
    if not text.is_blank(dependency.owner) then return end
    report(dependency:at "owner", 'nobody owns the dependency "%s"', name(dependency))
  end,
}

local version_pinned = {
  summary = "the version of a dependency is a version",
  severity = "warning",
  preset = "recommended",
  each = "dependency",
  why = '"latest" is another version for whoever builds next week.',
  fix = "Write the version or the range that was tested: 2.3, ^2.3, >= 2.3.",
  run = function(dependency, report, options)
    local version = not dependency.placeholder and dependency:says "version"
    if not version or version:find "%d" then return end
    for _, word in ipairs(options.words) do
      if text.lower(version) == text.lower(word) then
        report(dependency:at "version", 'the version of "%s" is "%s"', name(dependency), version)
        return
      end
    end
  end,
}

-- The name of a list entry holds what follows it: "Ledger API: books refunds".
local function own_name(dependency)
  local said, purpose = dependency:says "name", dependency:says "purpose"
  if said and purpose and said ~= purpose and text.ends_with(said, purpose) then
    said = said:sub(1, -#purpose - 1):gsub("[%s:–—-]+$", "")
  end
  return said
end

-- Takes an item away that says, letter for letter, what another one does; nothing where they differ.
local function removal(item, same)
  if item:markdown() ~= same:markdown() then return nil end
  local form = item.shape.form
  if form ~= "table" and form ~= "list" and form ~= "ordered" then return nil end
  return function(edit) edit:remove(item) end
end

local listed_once = {
  summary = "a dependency is listed once",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "Of two entries one will be updated, and then they contradict each other.",
  fix = "Make one of both.",
  run = function(spec, report)
    local first = {}
    for _, dependency in ipairs(spec:items "dependency") do
      local said = not dependency.placeholder and own_name(dependency)
      local key = said and text.lower(said)
      local same = key and first[key]
      if same and same.section == dependency.section then
        report {
          at = dependency:at "name",
          message = string.format('the dependency "%s" is listed in line %d, too',
            name(dependency), same.line),
          related = { { at = same:at "name", message = "the first one" } },
          fix = removal(dependency, same),
        }
      elseif key then
        first[key] = dependency
      end
    end
  end,
}

return {
  checks = {
    ["dependency-listed-once"] = listed_once,
    ["dependency-owned"] = owned,
    ["dependency-unblocked"] = unblocked,
    ["version-pinned"] = version_pinned,
  },
}
