-- Runs an export: what it writes leaves as pieces of each of its files.
local sandbox = ...
local host = sandbox.host

local exports = {}

local MOST_FILES, LONGEST_NAME = 10000, 200

-- Names that Windows keeps for devices.
local DEVICES = { con = true, prn = true, aux = true, nul = true }
for number = 1, 9 do DEVICES["com" .. number], DEVICES["lpt" .. number] = true, true end

-- A name that is one file on every system.
local function want_name(name)
  if #name > LONGEST_NAME then
    host.fail("artifact:write: the name of an output is longer than %d bytes", LONGEST_NAME)
  end
  for part in (name .. "/"):gmatch "([^/]*)/" do
    if not part:find "^[%w_][%w._-]*$" or part:find "%.$" then
      host.fail('artifact:write: "%s" is no name of a file; expected letters, digits, ".", "_" and '
        .. '"-", with "/" between folders', name)
    end
    if DEVICES[part:match("^[^.]*"):lower()] then
      host.fail('artifact:write: "%s" has a name that Windows keeps for a device', name)
    end
  end
end

-- Is a file of this name one that an output declares?
local function covers(output, name)
  local head, tail = output.name:match "^([^*]*)%*(.*)$"
  if not head then return output.name == name end
  return #name > #head + #tail and name:sub(1, #head) == head
    and (tail == "" or name:sub(-#tail) == tail)
    and not name:sub(#head + 1, -#tail - 1):find("/", 1, true)
end

-- The output that a file is of: the one that names it, else the first family that covers it.
local function declared(outputs, name)
  for _, output in ipairs(outputs) do
    if output.name == name then return output end
  end
  for _, output in ipairs(outputs) do
    if covers(output, name) then return output end
  end
  -- One that makes one file has no folder for others.
  local has_folder = #outputs > 1 or outputs[1].name:find("*", 1, true) ~= nil
  if has_folder and host.given(">", name, "artifact:write") then
    return { name = name, bytes = true }
  end
  local names = {}
  for index, output in ipairs(outputs) do names[index] = output.name end
  local near = host.text.nearest(name, names)
  host.fail('artifact:write: the export declares no output "%s"%s', name,
    near and string.format('; did you mean "%s"?', near)
      or "; it declares " .. table.concat(names, ", "))
end

-- Where pieces are kept, by the names of the files.
local function writer(outputs)
  local files, folded, folders = {}, {}, {}
  local count, bytes = 0, 0

  local function file(name)
    if files[name] then return files[name] end
    want_name(name)
    local output = declared(outputs, name)
    local low = name:lower()
    if folded[low] then
      host.fail('artifact:write: "%s" and "%s" are one file where letter case is folded',
        folded[low], name)
    end
    if folders[low] then
      host.fail('artifact:write: "%s" is the folder of "%s"', name, folders[low])
    end
    for at in low:gmatch "()/" do
      local folder = low:sub(1, at - 1)
      if folded[folder] then
        host.fail('artifact:write: "%s" is the folder of "%s"', folded[folder], name)
      end
      folders[folder] = name
    end
    count = count + 1
    if count > MOST_FILES then
      host.fail("artifact:write: more than %d files", MOST_FILES)
    end
    folded[low], files[name] = name, { name = name, pieces = {}, bytes = output.bytes }
    return files[name]
  end

  local artifact = {}

  --- Appends to a file, which `name` names where the export declares several. What is not declared
  --- as `bytes` is UTF-8.
  ---@overload fun(self: perilune.Artifact, piece: string)
  ---@param name string
  ---@param piece string
  function artifact:write(name, piece)
    if piece == nil and #outputs == 1 and not outputs[1].name:find("*", 1, true) then
      name, piece = outputs[1].name, name
    end
    host.want(name, "string", "artifact:write")
    host.want(piece, "string", "artifact:write")
    local into = file(name)
    local length, wrong = utf8.len(piece)
    if not length and not into.bytes then
      host.fail("artifact:write: byte %d of the text is not UTF-8", wrong)
    end
    bytes = bytes + #piece
    if bytes > host.limits.result then sandbox.exceed("result", host.limits.result, "bytes") end
    into.pieces[#into.pieces + 1] = piece
  end

  return artifact, files
end

--- Runs one export over the workspace of a frame; the files that it wrote, with their pieces in order, and
--- what is to be done in trackers.
--- @param links table which ticket stands for what: `list`, `matches`, `whole`
function exports.export(frame, name, options, links)
  host.forget()
  host.links, host.plan = links, {}
  sandbox.mark(1, 0, "", 0)
  local entry = host.entry("exports", name)
  local artifact, files = writer(entry.outputs)
  entry.run(host.workspace(frame, true), artifact, options)
  host.forget()
  local list = {}
  for _, file in pairs(files) do list[#list + 1] = { name = file.name, pieces = file.pieces } end
  return { files = list, plan = host.plan }
end

return exports
