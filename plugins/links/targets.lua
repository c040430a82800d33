-- Where links lead. Whether a file is there nobody can tell in here; the specs of the run are known.
local targets = {}

-- `%20` → a space.
local function decoded(s)
  return (s:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end))
end

-- Is an anchor one of those that there are? GitHub puts `user-content-` in front of them.
local function is_known(anchors, anchor)
  local plain = anchor:gsub("^user%-content%-", "")
  return anchors[plain] or anchors[text.lower(plain)]
end

-- Names that browsers know, or that are a place in a file of code.
local function is_anywhere(anchor)
  return anchor == "" or text.lower(anchor) == "top" or anchor:find "^L%d+" ~= nil
    or anchor:find "^:~:text=" ~= nil
end

-- The anchor that is meant, and whether it is the same but for capitals and how many "-" it has.
local function meant(anchors, anchor)
  local names, squeezed = {}, text.lower(anchor):gsub("%-+", "-")
  for name in pairs(anchors) do
    if name:gsub("%-+", "-") == squeezed then return name, true end
    names[#names + 1] = name
  end
  return text.nearest(text.lower(anchor), names), false
end

local function hint(anchors, anchor)
  local name = meant(anchors, anchor)
  return name and string.format('; did you mean "#%s"?', name) or ""
end

-- Writes another target into a link; nothing where it does not stand there letter for letter.
local function retarget(link, target)
  if not link:markdown "target" then return nil end
  return function(edit) edit:replace(link:at "target", target) end
end

-- The anchors of the last spec asked about: a rule asks once for each of its links.
local asked, anchors

local function anchors_of(spec)
  if asked ~= spec then asked, anchors = spec, spec.anchors end
  return anchors
end

targets.anchor_exists = {
  summary = "a link into this spec leads to one of its headings",
  severity = "error",
  preset = "minimal",
  each = "link",
  why = "A link that leads nowhere was right once: the heading that it meant has another name now.",
  fix = "Write the anchor as GitHub makes it from the heading: lower case, `-` for each space, no "
    .. "punctuation, `-1` behind the second of two equal ones.",
  run = function(link, report)
    local anchor = link.target:match "^#(.*)$"
    if not anchor then return end
    anchor = decoded(anchor)
    local known = anchors_of(link.spec)
    if is_anywhere(anchor) or is_known(known, anchor) then return end
    local name, is_same = meant(known, anchor)
    local fix = name and retarget(link, "#" .. name)
    report {
      at = link,
      message = string.format('no heading has the anchor "#%s"%s', anchor,
        hint(known, anchor)),
      fix = is_same and fix or nil,
      unsafe_fix = not is_same and fix or nil,
    }
  end,
}

-- "docs/a/b.md" and "../c.md" → "docs/c.md"; nothing where it leaves the workspace.
local function joined(from, path)
  local parts = {}
  if path:sub(1, 1) ~= "/" then
    parts = text.split(from, "/")
    table.remove(parts)
  end
  for _, part in ipairs(text.split(path, "/")) do
    if part == ".." then
      if #parts == 0 or parts[#parts] == ".." then return nil end
      table.remove(parts)
    elseif part ~= "." and part ~= "" then
      parts[#parts + 1] = part
    end
  end
  return table.concat(parts, "/")
end

-- Path and anchor of a link to a Markdown file; nothing of an address.
local function file_of(target)
  if target:find "^%a[%w+.-]*:" or target:find "^//" or target:find "^#" then return nil end
  local path, anchor = target:match "^([^#?]*)[^#]*#?(.*)$"
  path = decoded(path)
  if not text.lower(path):find "%.m%a*d%a*$" and not text.lower(path):find "%.markdown$" then
    return nil
  end
  return path, decoded(anchor)
end

-- The last workspace asked about, and the paths of its specs by how they are written in lower case.
local searched, by_lower

-- The path of a spec that is the same but for its letter case, or nothing.
local function any_case(workspace, path)
  if searched ~= workspace then
    searched, by_lower = workspace, {}
    for _, known in ipairs(workspace.paths) do by_lower[text.lower(known)] = known end
  end
  return by_lower[text.lower(path)]
end

-- Names of files that are made of others when they are published.
local function is_published(name) return name:find "%.html?$" ~= nil or not name:find "%.%w+$" end

targets.file_exists = {
  summary = "a link leads to a file that is there",
  severity = "error",
  preset = "recommended",
  each = "workspace",
  reads = { "file_links" },
  why = "Files are moved and renamed, and nobody reads again what links them.",
  fix = "Write the path as seen from the folder of the spec, or commit the file.",
  run = function(workspace, report)
    for _, link in ipairs(workspace:file_links()) do
      local path = link.exists == false and decoded(link.target:match "^[^#?]*")
      -- Another letter case is what `spec-link-exists` says.
      local place = path and joined(link.spec.path, path)
      if path and not is_published(path) and not (place and any_case(workspace, place)) then
        report(link, 'there is no file "%s"', path)
      end
    end
  end,
}

targets.spec_link_exists = {
  summary = "a link to another spec leads to one of its headings",
  severity = "error",
  preset = "recommended",
  each = "workspace",
  reads = { "file_links", "anchors" },
  why = "A link that leads nowhere was right once: the spec that it meant was changed since.",
  fix = "Write the path as the file is called, and the anchor as GitHub makes it from the heading.",
  run = function(workspace, report)
    for _, link in ipairs(workspace:file_links()) do
      local path, anchor = file_of(link.target)
      local place = path and path ~= "" and joined(link.spec.path, path)
      local other = place and workspace:spec(place)
      local called = place and not other and any_case(workspace, place)
      if called then
        report(link, 'there is no "%s"; the spec is called "%s"', path, called)
      elseif other and not is_anywhere(anchor) then
        local known = anchors_of(other)
        if not is_known(known, anchor) then
          report {
            at = link,
            message = string.format('%s has no heading with the anchor "#%s"%s', other.path, anchor,
              hint(known, anchor)),
            related = { { at = other, message = "the spec that it leads to" } },
          }
        end
      end
    end
  end,
}

targets.has_target = {
  summary = "a link leads somewhere",
  severity = "warning",
  preset = "recommended",
  each = "link",
  why = "A reader clicks, and nothing happens.",
  fix = "Write the address, or take the brackets away.",
  run = function(link, report)
    if link.target ~= "" and link.target ~= "#" then return end
    report(link, 'the link "%s" leads nowhere', text.cut(link.text, 60))
  end,
}

targets.portable = {
  summary = "a link works on other machines",
  severity = "warning",
  preset = "recommended",
  each = "link",
  why = "A path of somebody's own disk, or an address of their own machine, is of use to nobody else.",
  fix = "Write a path from this file, such as ../shop/checkout.md, or an address that others reach.",
  run = function(link, report)
    local target = link.target
    local lower = text.lower(target)
    local top = lower:match "^/(%a+)/%w"
    if lower:find "^file:" or target:find "^%a:[\\/]" or top == "home" or top == "users" then
      report(link, 'the link leads to a disk: "%s"', text.cut(target, 60))
    elseif lower:find "\\" and not lower:find "^%a+:" then
      report {
        at = link,
        message = string.format('the path "%s" has "\\" for "/"', text.cut(target, 60)),
        fix = retarget(link, (target:gsub("\\", "/"))),
      }
    end
  end,
}

return targets
