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

static const uint8_t api_code[] = {
#embed "../../plugins/api/code.lua"
};

static const uint8_t api_endpoints[] = {
#embed "../../plugins/api/endpoints.lua"
};

static const uint8_t api_init[] = {
#embed "../../plugins/api/init.lua"
};

static const uint8_t api_plugin[] = {
#embed "../../plugins/api/plugin.yml"
};

static const uint8_t api_sql[] = {
#embed "../../plugins/api/sql.lua"
};

static const uint8_t api_tables[] = {
#embed "../../plugins/api/tables.lua"
};

static const uint8_t dependencies_init[] = {
#embed "../../plugins/dependencies/init.lua"
};

static const uint8_t dependencies_plugin[] = {
#embed "../../plugins/dependencies/plugin.yml"
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

static const uint8_t links_init[] = {
#embed "../../plugins/links/init.lua"
};

static const uint8_t links_plugin[] = {
#embed "../../plugins/links/plugin.yml"
};

static const uint8_t links_references[] = {
#embed "../../plugins/links/references.lua"
};

static const uint8_t links_targets[] = {
#embed "../../plugins/links/targets.lua"
};

static const uint8_t placeholders_init[] = {
#embed "../../plugins/placeholders/init.lua"
};

static const uint8_t placeholders_plugin[] = {
#embed "../../plugins/placeholders/plugin.yml"
};

static const uint8_t plain_language_init[] = {
#embed "../../plugins/plain-language/init.lua"
};

static const uint8_t plain_language_plugin[] = {
#embed "../../plugins/plain-language/plugin.yml"
};

static const uint8_t plan_init[] = {
#embed "../../plugins/plan/init.lua"
};

static const uint8_t plan_plugin[] = {
#embed "../../plugins/plan/plugin.yml"
};

static const uint8_t requirements_ids[] = {
#embed "../../plugins/requirements/ids.lua"
};

static const uint8_t requirements_init[] = {
#embed "../../plugins/requirements/init.lua"
};

static const uint8_t requirements_meaning[] = {
#embed "../../plugins/requirements/meaning.lua"
};

static const uint8_t requirements_plugin[] = {
#embed "../../plugins/requirements/plugin.yml"
};

static const uint8_t review_approval[] = {
#embed "../../plugins/review/approval.lua"
};

static const uint8_t review_days[] = {
#embed "../../plugins/review/days.lua"
};

static const uint8_t review_init[] = {
#embed "../../plugins/review/init.lua"
};

static const uint8_t review_plugin[] = {
#embed "../../plugins/review/plugin.yml"
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

static const uint8_t risk_register_rules[] = {
#embed "../../plugins/risk-register/rules.lua"
};

static const uint8_t risk_register_scoring[] = {
#embed "../../plugins/risk-register/scoring.lua"
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
    ROW("plugins/api/code.lua", api_code),
    ROW("plugins/api/endpoints.lua", api_endpoints),
    ROW("plugins/api/init.lua", api_init),
    ROW("plugins/api/plugin.yml", api_plugin),
    ROW("plugins/api/sql.lua", api_sql),
    ROW("plugins/api/tables.lua", api_tables),
    ROW("plugins/dependencies/init.lua", dependencies_init),
    ROW("plugins/dependencies/plugin.yml", dependencies_plugin),
    ROW("plugins/jira-issues/columns.lua", jira_issues_columns),
    ROW("plugins/jira-issues/descriptions.lua", jira_issues_descriptions),
    ROW("plugins/jira-issues/filled.lua", jira_issues_filled),
    ROW("plugins/jira-issues/init.lua", jira_issues_init),
    ROW("plugins/jira-issues/issues.lua", jira_issues_issues),
    ROW("plugins/jira-issues/phases.lua", jira_issues_phases),
    ROW("plugins/jira-issues/plugin.yml", jira_issues_plugin),
    ROW("plugins/jira-issues/wiki.lua", jira_issues_wiki),
    ROW("plugins/links/init.lua", links_init),
    ROW("plugins/links/plugin.yml", links_plugin),
    ROW("plugins/links/references.lua", links_references),
    ROW("plugins/links/targets.lua", links_targets),
    ROW("plugins/placeholders/init.lua", placeholders_init),
    ROW("plugins/placeholders/plugin.yml", placeholders_plugin),
    ROW("plugins/plain-language/init.lua", plain_language_init),
    ROW("plugins/plain-language/plugin.yml", plain_language_plugin),
    ROW("plugins/plan/init.lua", plan_init),
    ROW("plugins/plan/plugin.yml", plan_plugin),
    ROW("plugins/requirements/ids.lua", requirements_ids),
    ROW("plugins/requirements/init.lua", requirements_init),
    ROW("plugins/requirements/meaning.lua", requirements_meaning),
    ROW("plugins/requirements/plugin.yml", requirements_plugin),
    ROW("plugins/review/approval.lua", review_approval),
    ROW("plugins/review/days.lua", review_days),
    ROW("plugins/review/init.lua", review_init),
    ROW("plugins/review/plugin.yml", review_plugin),
    ROW("plugins/risk-register/init.lua", risk_register_init),
    ROW("plugins/risk-register/matrices.lua", risk_register_matrices),
    ROW("plugins/risk-register/mitigations.lua", risk_register_mitigations),
    ROW("plugins/risk-register/plugin.yml", risk_register_plugin),
    ROW("plugins/risk-register/register.lua", risk_register_register),
    ROW("plugins/risk-register/rules.lua", risk_register_rules),
    ROW("plugins/risk-register/scoring.lua", risk_register_scoring),
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
