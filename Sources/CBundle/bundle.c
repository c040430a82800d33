#include "CBundle.h"

// Every file of plugins/ and the data of our own targets, one block and one row each; a test
// compares the rows with the folders. `#embed` keeps the build free of generated code.

static const uint8_t report_findings[] = {
#embed "../Perilune/Report/findings.schema.json"
};

static const uint8_t report_model[] = {
#embed "../Perilune/Report/model.schema.json"
};

static const uint8_t report_query[] = {
#embed "../Perilune/Report/query.schema.json"
};

static const uint8_t host_checks[] = {
#embed "../SpecPlugins/Host/checks.lua"
};

static const uint8_t host_csv[] = {
#embed "../SpecPlugins/Host/csv.lua"
};

static const uint8_t host_date[] = {
#embed "../SpecPlugins/Host/date.lua"
};

static const uint8_t host_exports[] = {
#embed "../SpecPlugins/Host/exports.lua"
};

static const uint8_t host_failing[] = {
#embed "../SpecPlugins/Host/failing.lua"
};

static const uint8_t host_items[] = {
#embed "../SpecPlugins/Host/items.lua"
};

static const uint8_t host_json[] = {
#embed "../SpecPlugins/Host/json.lua"
};

static const uint8_t host_json_decode[] = {
#embed "../SpecPlugins/Host/json_decode.lua"
};

static const uint8_t host_places[] = {
#embed "../SpecPlugins/Host/places.lua"
};

static const uint8_t host_plain[] = {
#embed "../SpecPlugins/Host/plain.lua"
};

static const uint8_t host_record[] = {
#embed "../SpecPlugins/Host/record.lua"
};

static const uint8_t host_report[] = {
#embed "../SpecPlugins/Host/report.lua"
};

static const uint8_t host_schema[] = {
#embed "../SpecPlugins/Host/schema.lua"
};

static const uint8_t host_sections[] = {
#embed "../SpecPlugins/Host/sections.lua"
};

static const uint8_t host_specs[] = {
#embed "../SpecPlugins/Host/specs.lua"
};

static const uint8_t host_text[] = {
#embed "../SpecPlugins/Host/text.lua"
};

static const uint8_t host_transforms[] = {
#embed "../SpecPlugins/Host/transforms.lua"
};

static const uint8_t jira_issues_columns[] = {
#embed "../../plugins/jira-issues/columns.lua"
};

static const uint8_t jira_issues_descriptions[] = {
#embed "../../plugins/jira-issues/descriptions.lua"
};

static const uint8_t jira_issues_filled[] = {
#embed "../../plugins/jira-issues/filled.lua"
};

static const uint8_t jira_issues_init[] = {
#embed "../../plugins/jira-issues/init.lua"
};

static const uint8_t jira_issues_issues[] = {
#embed "../../plugins/jira-issues/issues.lua"
};

static const uint8_t jira_issues_phases[] = {
#embed "../../plugins/jira-issues/phases.lua"
};

static const uint8_t jira_issues_plugin[] = {
#embed "../../plugins/jira-issues/plugin.yml"
};

static const uint8_t jira_issues_wiki[] = {
#embed "../../plugins/jira-issues/wiki.lua"
};

static const uint8_t risk_register_init[] = {
#embed "../../plugins/risk-register/init.lua"
};

static const uint8_t risk_register_matrices[] = {
#embed "../../plugins/risk-register/matrices.lua"
};

static const uint8_t risk_register_mitigations[] = {
#embed "../../plugins/risk-register/mitigations.lua"
};

static const uint8_t risk_register_plugin[] = {
#embed "../../plugins/risk-register/plugin.yml"
};

static const uint8_t risk_register_register[] = {
#embed "../../plugins/risk-register/register.lua"
};

static const uint8_t risk_register_scoring[] = {
#embed "../../plugins/risk-register/scoring.lua"
};

static const uint8_t spec_hygiene_init[] = {
#embed "../../plugins/spec-hygiene/init.lua"
};

static const uint8_t spec_hygiene_placeholders[] = {
#embed "../../plugins/spec-hygiene/placeholders.lua"
};

static const uint8_t spec_hygiene_plugin[] = {
#embed "../../plugins/spec-hygiene/plugin.yml"
};

static const uint8_t spec_hygiene_questions[] = {
#embed "../../plugins/spec-hygiene/questions.lua"
};

static const uint8_t spec_hygiene_requirements[] = {
#embed "../../plugins/spec-hygiene/requirements.lua"
};

static const uint8_t spec_hygiene_sections[] = {
#embed "../../plugins/spec-hygiene/sections.lua"
};

static const uint8_t structure_init[] = {
#embed "../../plugins/structure/init.lua"
};

static const uint8_t structure_metadata[] = {
#embed "../../plugins/structure/metadata.lua"
};

static const uint8_t structure_plugin[] = {
#embed "../../plugins/structure/plugin.yml"
};

static const uint8_t structure_sections[] = {
#embed "../../plugins/structure/sections.lua"
};

static const uint8_t structure_tables[] = {
#embed "../../plugins/structure/tables.lua"
};

static const uint8_t template_engineering[] = {
#embed "../SpecTemplates/Templates/Bundled/engineering.md"
};

static const uint8_t template_feature[] = {
#embed "../SpecTemplates/Templates/Bundled/feature.md"
};

static const uint8_t template_formal[] = {
#embed "../SpecTemplates/Templates/Bundled/formal.md"
};

static const uint8_t template_numbered[] = {
#embed "../SpecTemplates/Templates/Bundled/numbered.md"
};

static const uint8_t template_proposal[] = {
#embed "../SpecTemplates/Templates/Bundled/proposal.md"
};

#define ROW(path, array) { path, array, sizeof array }

static const bundle_file files[] = {
    ROW("report/findings.schema.json", report_findings),
    ROW("report/model.schema.json", report_model),
    ROW("report/query.schema.json", report_query),
    ROW("host/checks.lua", host_checks),
    ROW("host/csv.lua", host_csv),
    ROW("host/date.lua", host_date),
    ROW("host/exports.lua", host_exports),
    ROW("host/failing.lua", host_failing),
    ROW("host/items.lua", host_items),
    ROW("host/json.lua", host_json),
    ROW("host/json_decode.lua", host_json_decode),
    ROW("host/places.lua", host_places),
    ROW("host/plain.lua", host_plain),
    ROW("host/record.lua", host_record),
    ROW("host/report.lua", host_report),
    ROW("host/schema.lua", host_schema),
    ROW("host/sections.lua", host_sections),
    ROW("host/specs.lua", host_specs),
    ROW("host/text.lua", host_text),
    ROW("host/transforms.lua", host_transforms),
    ROW("plugins/jira-issues/columns.lua", jira_issues_columns),
    ROW("plugins/jira-issues/descriptions.lua", jira_issues_descriptions),
    ROW("plugins/jira-issues/filled.lua", jira_issues_filled),
    ROW("plugins/jira-issues/init.lua", jira_issues_init),
    ROW("plugins/jira-issues/issues.lua", jira_issues_issues),
    ROW("plugins/jira-issues/phases.lua", jira_issues_phases),
    ROW("plugins/jira-issues/plugin.yml", jira_issues_plugin),
    ROW("plugins/jira-issues/wiki.lua", jira_issues_wiki),
    ROW("plugins/risk-register/init.lua", risk_register_init),
    ROW("plugins/risk-register/matrices.lua", risk_register_matrices),
    ROW("plugins/risk-register/mitigations.lua", risk_register_mitigations),
    ROW("plugins/risk-register/plugin.yml", risk_register_plugin),
    ROW("plugins/risk-register/register.lua", risk_register_register),
    ROW("plugins/risk-register/scoring.lua", risk_register_scoring),
    ROW("plugins/spec-hygiene/init.lua", spec_hygiene_init),
    ROW("plugins/spec-hygiene/placeholders.lua", spec_hygiene_placeholders),
    ROW("plugins/spec-hygiene/plugin.yml", spec_hygiene_plugin),
    ROW("plugins/spec-hygiene/questions.lua", spec_hygiene_questions),
    ROW("plugins/spec-hygiene/requirements.lua", spec_hygiene_requirements),
    ROW("plugins/spec-hygiene/sections.lua", spec_hygiene_sections),
    ROW("plugins/structure/init.lua", structure_init),
    ROW("plugins/structure/metadata.lua", structure_metadata),
    ROW("plugins/structure/plugin.yml", structure_plugin),
    ROW("plugins/structure/sections.lua", structure_sections),
    ROW("plugins/structure/tables.lua", structure_tables),
    ROW("templates/bundled/engineering.md", template_engineering),
    ROW("templates/bundled/feature.md", template_feature),
    ROW("templates/bundled/formal.md", template_formal),
    ROW("templates/bundled/numbered.md", template_numbered),
    ROW("templates/bundled/proposal.md", template_proposal),
};

size_t bundle_count(void) { return sizeof files / sizeof files[0]; }

bundle_file bundle_at(size_t index) { return files[index]; }
