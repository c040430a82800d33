-- The parts of a workbook around its sheets (ECMA-376 part 1 §18.2, §18.8, part 2 §9 and §10).
local sandbox = ...
local sheet = sandbox.host.late "xlsx_sheet"
local concat, format = table.concat, string.format

local book = {}

local XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
local MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
local RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
local PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
local TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."

local function each(count, text)
  local parts = {}
  for index = 1, count do parts[index] = text(index) end
  return concat(parts)
end

local function types(count)
  return XML .. '<Types xmlns="' .. PACKAGE .. 'content-types">'
    .. '<Default Extension="rels" ContentType='
    .. '"application/vnd.openxmlformats-package.relationships+xml"/>'
    .. '<Default Extension="xml" ContentType="application/xml"/>'
    .. '<Override PartName="/xl/workbook.xml" ContentType="' .. TYPE .. 'sheet.main+xml"/>'
    .. '<Override PartName="/xl/styles.xml" ContentType="' .. TYPE .. 'styles+xml"/>'
    .. each(count, function(index)
      return format('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>',
        index, TYPE)
    end) .. "</Types>\n"
end

local function relation(id, kind, target)
  return format('<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>', id, RELATION, kind, target)
end

local function relations(text)
  return XML .. '<Relationships xmlns="' .. PACKAGE .. 'relationships">' .. text
    .. "</Relationships>\n"
end

local function workbook(names, hidden)
  return XML .. format('<workbook xmlns="%s" xmlns:r="%s"><sheets>', MAIN, RELATION)
    .. each(#names, function(index)
      return format('<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>', sheet.escaped(names[index]),
        index, index == hidden and ' state="hidden"' or "", index)
    end) .. "</sheets></workbook>\n"
end

-- Fonts, fills and formats that sheets name by their numbers: 1 a header, 2 a cell, 3 a cell that
-- would be a formula if it were typed in.
local function styles(colours)
  local top = '<alignment vertical="top" wrapText="1"/></xf>'
  return XML .. format('<styleSheet xmlns="%s">', MAIN)
    .. '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    .. '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    .. '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    .. '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
    .. '<fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills>'
    .. '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    .. '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    .. '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    .. '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" '
    .. 'applyAlignment="1">' .. top
    .. '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' .. top
    .. '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" '
    .. 'applyAlignment="1">' .. top .. "</cellXfs>"
    .. '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    .. format('<dxfs count="%d">', #colours)
    .. each(#colours, function(index)
      return format('<dxf><font><color rgb="FF000000"/></font><fill><patternFill '
        .. 'patternType="solid"><fgColor rgb="FF%s"/><bgColor rgb="FF%s"/></patternFill></fill></dxf>',
        colours[index], colours[index])
    end) .. "</dxfs></styleSheet>\n"
end

--- The entries of the archive.
--- @param hidden? integer the sheet that is not shown
function book.entries(names, sheets, colours, hidden)
  local count = #names
  local entries = {
    { name = "[Content_Types].xml", pieces = { types(count) } },
    { name = "_rels/.rels", pieces = { relations(relation(1, "officeDocument", "xl/workbook.xml")) } },
    { name = "xl/workbook.xml", pieces = { workbook(names, hidden) } },
    { name = "xl/_rels/workbook.xml.rels", pieces = { relations(each(count, function(index)
      return relation(index, "worksheet", format("worksheets/sheet%d.xml", index))
    end) .. relation(count + 1, "styles", "styles.xml")) } },
    { name = "xl/styles.xml", pieces = { styles(colours) } },
  }
  for index, pieces in ipairs(sheets) do
    entries[#entries + 1] = { name = format("xl/worksheets/sheet%d.xml", index), pieces = pieces }
  end
  return entries
end

return book
