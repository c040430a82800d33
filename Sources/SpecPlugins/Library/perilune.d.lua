---@meta perilune
-- What a Perilune plugin finds in its sandbox, for lua-language-server. `perilune plugin types`
-- writes this file; kinds of items are those that the workspace knows. Do not edit it.

---@alias perilune.Severity "error"|"warning"|"info"
---@alias perilune.Preset "minimal"|"recommended"|"strict"
---@alias perilune.Level "very-low"|"low"|"medium"|"high"|"very-high"|"critical"
---@alias perilune.Status "draft"|"in-review"|"approved"|"implemented"|"rejected"|"superseded"
---@alias perilune.ItemKind $kinds
---@alias perilune.Each perilune.ItemKind|$parts

--- Something that stands in a spec: what a finding can point at.
---@alias perilune.Place perilune.Spec|perilune.Section|perilune.Item|perilune.Placeholder|perilune.Link|perilune.Block|perilune.FieldPlace|perilune.ExpectedSection|perilune.ExpectedMetadata|perilune.ExpectedTable|perilune.ExpectedColumn|perilune.ChosenValue

--- Where a field stands, as `:at` gives it.
---@class perilune.FieldPlace

--- What `init.lua` returns.
---@class (exact) perilune.Plugin
---@field checks? table<string, perilune.Check>
---@field transforms? table<string, perilune.Transform>
---@field exports? table<string, perilune.Export>

---@class (exact) perilune.Check
---@field summary string what it holds that
---@field severity perilune.Severity
---@field each perilune.Each what `run` gets, one at a time
---@field matching? string[] patterns: of blocks, `run` gets those whose source matches one of them
---@field containing? string[] phrases: of blocks, `run` gets those in which one of them stands, as `text.find_any` finds it
---@field reads? ("anchors"|"items"|"links"|"placeholders"|"sections")[] what a check of `workspace` reads of each spec; everything where it says none
---@field why? string for `perilune explain`
---@field fix? string for `perilune explain`
---@field preset? perilune.Preset the least that it is on in; `minimal` where it says none
---@field run fun(thing: any, report: perilune.Report, options: table<string, any>)

---@class (exact) perilune.Transform
---@field summary string
---@field each? perilune.ItemKind|"spec"|"workspace" what `run` gets, one at a time; `"spec"` where it says none
---@field gate? string[] rules and plugins that must find nothing in a spec that is changed
---@field run fun(thing: any, edit: perilune.Edit, options: table<string, any>)

---@class (exact) perilune.Export
---@field summary string
---@field extension? string of the one file that it makes, `"csv"`
---@field bytes? boolean true where that file is no UTF-8
---@field outputs? (string|perilune.Output)[] what it makes where that is not one file: names with `/`, and `*` for what is known when it runs
---@field run fun(workspace: perilune.Workspace, artifact: perilune.Artifact, options: table<string, any>)

--- Makes a finding: `report(place, format, …)`, or one table with `at`, `message`, `related`, `help` and
--- `fix` or `unsafe_fix`.
---@alias perilune.Report fun(place: perilune.Place|perilune.Finding, format?: string, ...: any)

---@class (exact) perilune.Finding
---@field at perilune.Place
---@field message string as it stands
---@field related? { at: perilune.Place, message: string }[]
---@field help? string an address, `https://…`
---@field fix? fun(edit: perilune.Edit) what would mend it, in the spec that it is in; runs at once
---@field unsafe_fix? fun(edit: perilune.Edit) the same, where somebody should look at what comes of it

---@class perilune.Edit
local edit = {}

$functions edit

---@class (exact) perilune.Output
---@field name string
---@field bytes? boolean true where it is no UTF-8

---@class perilune.Artifact
local artifact = {}

$functions artifact

--- All specs of a run.
---@class perilune.Workspace
---@field kind "workspace"
---@field specs perilune.Spec[] by path
---@field paths string[] of its specs, in their order
local workspace = {}

$functions workspace

--- Work to be tracked, as `workspace:tickets` makes it of an item. A plain table: it is the caller's.
---@class (exact) perilune.Ticket
---@field uid string the spec's path, or the id that it gives itself, and the item's key: the same while the document around it changes
---@field marker string the uid as an HTML comment, for the first line of a body
---@field kind "epic"|"story"|"task"|"question"
---@field item perilune.Item of an entry of a phase's list, the phase
---@field parent? perilune.Ticket the phase that a task belongs to
---@field id? string the author's
---@field title string one line of plain text, the id in front
---@field body string Markdown: what the item says, and where it stands
---@field priority? perilune.Level
---@field labels string[] without white space, each once
---@field done boolean is it a task that is ticked?
---@field owner? string
---@field due? string the day that a column "Due" says, `2026-03-01`
---@field versions string[] the spec's target release, if it has one
---@field op? "create"|"update"|"noop" what is to be done in the tracker that was named
---@field key? string how that tracker calls it, where it has it
---@field was? string the uid that it had there before it was said in other words
---@field hash? string the digest of what the tracker is to be told

--- What a tracker has and nothing in the specs stands for any more.
---@class (exact) perilune.VanishedTicket
---@field uid string
---@field key string how the tracker calls it
---@field kind "epic"|"story"|"task"|"question"
---@field title string what it was called when the tracker was told

--- One document.
---@class perilune.Spec
---@field kind "spec"
---@field path string
---@field line integer
---@field title? string
---@field status? perilune.Status nil where no choice was made
---@field template? string the family that it is written from
---@field author? string
---@field reviewers? string
---@field project? string
---@field feature? string
---@field created? string
---@field updated? string
---@field date? string
---@field version? string
---@field related_prd? string
---@field target_release? string
---@field metadata perilune.Metadata[]
---@field raw table<string, string> the author's text by role
---@field dates table<string, string> by role, the day of each that says one
---@field sections perilune.Section[]
---@field placeholders perilune.Placeholder[]
---@field links perilune.Link[]
---@field anchors table<string, integer> what links can lead to, and its line
---@field ids { items: string[], titles: string[] } those that items have, and those like FR-3 in titles
---@field tasks { done: integer, open: integer }
---@field code { language: string, line: integer }[]
---@field blocks perilune.Block[] those in no other, headings among them
---@field schema? perilune.Schema what its template asks for; nil where it is held against none
---@field selected boolean false in a transform of `"workspace"` where the run is not about it
local spec = {}

$functions spec

---@class perilune.Metadata
---@field name string as the author wrote it
---@field role? string
---@field value string
---@field date? string the day that it says, `2026-03-01`
---@field markdown string the value as it is written
---@field line integer

---@class perilune.Section
---@field kind "section"
---@field title string
---@field number? string
---@field level integer
---@field role? string what the vocabulary calls it
---@field line integer
---@field parent? perilune.Section
---@field empty boolean
---@field optional boolean
---@field implicit boolean a bold paragraph that acts as a heading
---@field expected? perilune.ExpectedSection the section of the template that it stands for
---@field spec perilune.Spec
local section = {}

$functions section

---@class perilune.Placeholder
---@field kind "placeholder"
---@field text string
---@field style "bracket"|"mustache"|"date"|"angle"|"choice"|"token"
---@field line integer
---@field section? perilune.Section
---@field spec perilune.Spec
local placeholder = {}

---@return perilune.Place
function placeholder:at() end

---@class perilune.Link
---@field kind "link"
---@field style "inline"|"reference"|"autolink"|"image"
---@field text string the words that a reader sees
---@field target string as it is written, without escapes
---@field file? string the file or folder that it leads to, as seen from the folder of its spec, or from some root where it begins with `/`; nil of addresses
---@field exists? boolean is the file or folder there; nil of addresses, outside of the workspace, and but in checks of `"workspace"`
---@field line integer
---@field section? perilune.Section
---@field spec perilune.Spec
local link = {}

$functions link

---@class perilune.Block
---@field kind string
---@field text string its Markdown
---@field line integer
---@field last_line integer
---@field blocks perilune.Block[] those right inside of it
---@field column? integer of a table cell, from 1
---@field section? perilune.Section
---@field spec perilune.Spec
local block = {}

$functions block

--- One thing that a section says, in whatever shape.
---@class perilune.Item
---@field kind perilune.ItemKind
---@field key string stable when the document around it changes
---@field title? string the text that names it
---@field line integer
---@field spec perilune.Spec
---@field section? perilune.Section
---@field placeholder boolean made of template text alone
---@field raw table<string, string> the author's text by field
---@field dates table<string, string> days by field
---@field extra table<string, string> columns that nobody knows
---@field shape perilune.Shape how it is written
local item = {}

$functions item

$items
--- What a template asks for.
---@class perilune.Schema
---@field name string a bundled template's, `plugin/template`, or a path
---@field sections perilune.ExpectedSection[] in the template's order
---@field metadata perilune.ExpectedMetadata[]
---@field tables perilune.ExpectedTable[]
---@field values perilune.ChosenValue[]
local schema = {}

$functions schema

--- How an item is written, and below which columns or labels.
---@class perilune.Shape
---@field kind perilune.ItemKind
---@field form "table"|"list"|"ordered"|"tasks"|"headings"|"paragraphs"|"other"
---@field labels { name: string, field?: string }[] the columns of its table; of other forms the labels

---@class perilune.ExpectedSection
---@field title string
---@field number? string
---@field level integer
---@field role? string
---@field optional boolean
---@field hint string what the template says about it
---@field parent? perilune.ExpectedSection
---@field section? perilune.Section that stands for it
---@field renamed boolean
---@field displaced? "order"|"parent"
---@field after? perilune.ExpectedSection
---@field duplicates perilune.Section[]
---@field shapes perilune.Shape[] of the items that the template has there, one of each kind
---@field spec perilune.Spec
---@field at fun(self: perilune.ExpectedSection): perilune.Place
local expected = {}

$functions expected

---@class perilune.ExpectedMetadata
---@field name string
---@field role? string
---@field optional boolean
---@field hint string
---@field options string[]
---@field value? string the spec's
---@field spec perilune.Spec
---@field at fun(self: perilune.ExpectedMetadata): perilune.Place
local field = {}

$functions field

---@class perilune.ExpectedTable
---@field section perilune.ExpectedSection
---@field missing string[]
---@field columns perilune.ExpectedColumn[]
---@field spec perilune.Spec
---@field at fun(self: perilune.ExpectedTable): perilune.Place

---@class perilune.ExpectedColumn
---@field name string
---@field expected boolean
---@field spec perilune.Spec
---@field at fun(self: perilune.ExpectedColumn): perilune.Place

---@class perilune.ChosenValue
---@field name string
---@field value string
---@field options string[]
---@field fits boolean
---@field item? perilune.Item nil of metadata
---@field spec perilune.Spec
---@field at fun(self: perilune.ChosenValue): perilune.Place

--- One of the plugin's own files: `require "lib.names"` is `lib/names.lua`. Or one of a library that
--- `plugin.yml` requires: `require "team-lib"` is its `lib.lua`, `"team-lib.levels"` its `levels.lua`.
---@param name string
---@return any
function require(name) end

--- Rows as RFC 4180 text, and back.
csv = {}

---@class (exact) perilune.CSVOptions
---@field header? string[]
---@field guard? boolean false for machines: no `'` in front of what a spreadsheet would run
---@field eol? "\r\n"|"\n"
---@field quote? "minimal"|"all"

$functions csv

json = {}

--- Stands for `null`, which nil in a table cannot.
---@type table
json.null = nil

--- An empty table is an object unless it is this list.
---@type any[]
json.empty_list = nil

$functions json

text = {}

$functions text

--- Days of the calendar, `2026-01-31`.
date = {}

$functions date

--- A block or an inline of Markdown, as GitHub reads it.
---@class perilune.Markdown
---@field kind "document"|"paragraph"|"heading"|"quote"|"list"|"item"|"code"|"html"|"rule"|"table"|"row"|"cell"|"footnote"|"text"|"emphasis"|"strong"|"strike"|"link"|"image"|"soft-break"|"hard-break"|"code-span"|"footnote-reference"
---@field text? string of text, code and raw HTML; of an image its description, of a footnote its label
---@field children? perilune.Markdown[] the first row of a table is its header
---@field url? string of a link or an image
---@field language? string of code
---@field level? integer of a heading
---@field start? integer of an ordered list
---@field done? boolean of a list item with a box
---@field align? ("none"|"left"|"center"|"right")[] of a table, one for each column

--- Markdown, read and written.
markdown = {}

---@class (exact) perilune.MarkdownTableOptions
---@field header? string[]
---@field align? ("none"|"left"|"center"|"right")[]
---@field escape? boolean false where cells are Markdown, not texts

$functions markdown

--- HTML in which nothing runs.
html = {}

$functions html

--- Jira's wiki markup.
jira = {}

$functions jira

--- Atlassian's document format.
adf = {}

$functions adf

--- Names made of texts.
hash = {}

$functions hash

--- Files that `plugin.yml` requests and the workspace grants.
files = {}

$functions files

--- Variables of the environment that `plugin.yml` requests and the workspace grants.
env = {}

$functions env

--- Workbooks of spreadsheets.
xlsx = {}

---@class (exact) perilune.Sheet
---@field name? string
---@field header string[]
---@field rows? any[][]|table<string, any>[]
---@field widths? table<string, number> by the names of columns, in characters
---@field lists? table<string, string[]> what may be chosen in the cells of a column
---@field fills? table<string, table<string, string>> colours like "FFC7CE" of the texts in a column

$functions xlsx

--- Databases of SQLite.
sqlite = {}

---@class (exact) perilune.Table
---@field name string
---@field columns? { [1]: string, [2]?: "text"|"integer"|"real" }[] not of a view
---@field rows? any[][]|table<string, any>[]
---@field primary? string|string[]
---@field indexes? (string|string[])[]
---@field references? table<string, string> `"table.column"` by columns
---@field view? string a query: then it has a name and nothing else

$functions sqlite

--- Pages made of Mustache files of the plugin.
template = {}

$functions template
