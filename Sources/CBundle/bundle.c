#include "CBundle.h"

#include <string.h>

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

static const uint8_t report_timings[] = {
#embed "../Perilune/Report/timings.schema.json"
};

static const uint8_t testing_testing[] = {
#embed "../Perilune/Testing/testing.lua"
};

static const uint8_t library_perilune[] = {
#embed "../SpecPlugins/Library/perilune.d.lua"
};

static const uint8_t man_perilune[] = {
#embed "../PeriluneCommand/Man/perilune.1"
};

static const uint8_t host_adf[] = {
#embed "../SpecPlugins/Host/adf.lua"
};

static const uint8_t host_adf_blocks[] = {
#embed "../SpecPlugins/Host/adf_blocks.lua"
};

static const uint8_t host_adf_inlines[] = {
#embed "../SpecPlugins/Host/adf_inlines.lua"
};

static const uint8_t host_bodies[] = {
#embed "../SpecPlugins/Host/bodies.lua"
};

static const uint8_t host_checks[] = {
#embed "../SpecPlugins/Host/checks.lua"
};

static const uint8_t host_clean[] = {
#embed "../SpecPlugins/Host/clean.lua"
};

static const uint8_t host_csv[] = {
#embed "../SpecPlugins/Host/csv.lua"
};

static const uint8_t host_csv_decode[] = {
#embed "../SpecPlugins/Host/csv_decode.lua"
};

static const uint8_t host_date[] = {
#embed "../SpecPlugins/Host/date.lua"
};

static const uint8_t host_edits[] = {
#embed "../SpecPlugins/Host/edits.lua"
};

static const uint8_t host_env[] = {
#embed "../SpecPlugins/Host/env.lua"
};

static const uint8_t host_exports[] = {
#embed "../SpecPlugins/Host/exports.lua"
};

static const uint8_t host_failing[] = {
#embed "../SpecPlugins/Host/failing.lua"
};

static const uint8_t host_files[] = {
#embed "../SpecPlugins/Host/files.lua"
};

static const uint8_t host_hash[] = {
#embed "../SpecPlugins/Host/hash.lua"
};

static const uint8_t host_html[] = {
#embed "../SpecPlugins/Host/html.lua"
};

static const uint8_t host_ids[] = {
#embed "../SpecPlugins/Host/ids.lua"
};

static const uint8_t host_items[] = {
#embed "../SpecPlugins/Host/items.lua"
};

static const uint8_t host_jira[] = {
#embed "../SpecPlugins/Host/jira.lua"
};

static const uint8_t host_jira_text[] = {
#embed "../SpecPlugins/Host/jira_text.lua"
};

static const uint8_t host_json[] = {
#embed "../SpecPlugins/Host/json.lua"
};


static const uint8_t host_late[] = {
#embed "../SpecPlugins/Host/late.lua"
};

static const uint8_t host_markdown[] = {
#embed "../SpecPlugins/Host/markdown.lua"
};

static const uint8_t host_markdown_tree[] = {
#embed "../SpecPlugins/Host/markdown_tree.lua"
};

static const uint8_t host_phases[] = {
#embed "../SpecPlugins/Host/phases.lua"
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

static const uint8_t host_rows[] = {
#embed "../SpecPlugins/Host/rows.lua"
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

static const uint8_t host_sqlite[] = {
#embed "../SpecPlugins/Host/sqlite.lua"
};

static const uint8_t host_sqlite_pages[] = {
#embed "../SpecPlugins/Host/sqlite_pages.lua"
};

static const uint8_t host_sqlite_record[] = {
#embed "../SpecPlugins/Host/sqlite_record.lua"
};

static const uint8_t host_template[] = {
#embed "../SpecPlugins/Host/template.lua"
};

static const uint8_t host_template_parse[] = {
#embed "../SpecPlugins/Host/template_parse.lua"
};

static const uint8_t host_text[] = {
#embed "../SpecPlugins/Host/text.lua"
};

static const uint8_t host_identity[] = {
#embed "../SpecPlugins/Host/identity.lua"
};

static const uint8_t host_tickets[] = {
#embed "../SpecPlugins/Host/tickets.lua"
};

static const uint8_t host_transforms[] = {
#embed "../SpecPlugins/Host/transforms.lua"
};

static const uint8_t host_workspace[] = {
#embed "../SpecPlugins/Host/workspace.lua"
};

static const uint8_t host_xlsx[] = {
#embed "../SpecPlugins/Host/xlsx.lua"
};

static const uint8_t host_xlsx_book[] = {
#embed "../SpecPlugins/Host/xlsx_book.lua"
};

static const uint8_t host_xlsx_sheet[] = {
#embed "../SpecPlugins/Host/xlsx_sheet.lua"
};

static const uint8_t host_zip[] = {
#embed "../SpecPlugins/Host/zip.lua"
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

static const uint8_t api_rules_column_named_once[] = {
#embed "../../plugins/api/rules/column-named-once.md"
};

static const uint8_t api_rules_endpoint_listed_once[] = {
#embed "../../plugins/api/rules/endpoint-listed-once.md"
};

static const uint8_t api_rules_error_code_listed_once[] = {
#embed "../../plugins/api/rules/error-code-listed-once.md"
};

static const uint8_t api_rules_json_parses[] = {
#embed "../../plugins/api/rules/json-parses.md"
};

static const uint8_t api_rules_path_parameter_documented[] = {
#embed "../../plugins/api/rules/path-parameter-documented.md"
};

static const uint8_t api_rules_sql_parses[] = {
#embed "../../plugins/api/rules/sql-parses.md"
};

static const uint8_t api_rules_table_known[] = {
#embed "../../plugins/api/rules/table-known.md"
};

static const uint8_t api_sql[] = {
#embed "../../plugins/api/sql.lua"
};

static const uint8_t api_tables[] = {
#embed "../../plugins/api/tables.lua"
};

static const uint8_t azure_devops_init[] = {
#embed "../../plugins/azure-devops/init.lua"
};

static const uint8_t azure_devops_plugin[] = {
#embed "../../plugins/azure-devops/plugin.yml"
};

static const uint8_t azure_devops_rows[] = {
#embed "../../plugins/azure-devops/rows.lua"
};

static const uint8_t dependencies_init[] = {
#embed "../../plugins/dependencies/init.lua"
};

static const uint8_t dependencies_plugin[] = {
#embed "../../plugins/dependencies/plugin.yml"
};

static const uint8_t dependencies_rules_dependency_listed_once[] = {
#embed "../../plugins/dependencies/rules/dependency-listed-once.md"
};

static const uint8_t dependencies_rules_dependency_owned[] = {
#embed "../../plugins/dependencies/rules/dependency-owned.md"
};

static const uint8_t dependencies_rules_dependency_unblocked[] = {
#embed "../../plugins/dependencies/rules/dependency-unblocked.md"
};

static const uint8_t dependencies_rules_version_pinned[] = {
#embed "../../plugins/dependencies/rules/version-pinned.md"
};

static const uint8_t github_issues_init[] = {
#embed "../../plugins/github-issues/init.lua"
};

static const uint8_t github_issues_issue[] = {
#embed "../../plugins/github-issues/issue.lua"
};

static const uint8_t github_issues_plugin[] = {
#embed "../../plugins/github-issues/plugin.yml"
};

static const uint8_t gitlab_issues_init[] = {
#embed "../../plugins/gitlab-issues/init.lua"
};

static const uint8_t gitlab_issues_plugin[] = {
#embed "../../plugins/gitlab-issues/plugin.yml"
};

static const uint8_t gitlab_issues_quick[] = {
#embed "../../plugins/gitlab-issues/quick.lua"
};

static const uint8_t glossary_init[] = {
#embed "../../plugins/glossary/init.lua"
};

static const uint8_t glossary_plugin[] = {
#embed "../../plugins/glossary/plugin.yml"
};

static const uint8_t glossary_terms[] = {
#embed "../../plugins/glossary/terms.lua"
};

static const uint8_t graph_dot[] = {
#embed "../../plugins/graph/dot.lua"
};

static const uint8_t graph_init[] = {
#embed "../../plugins/graph/init.lua"
};

static const uint8_t graph_mermaid[] = {
#embed "../../plugins/graph/mermaid.lua"
};

static const uint8_t graph_model[] = {
#embed "../../plugins/graph/model.lua"
};

static const uint8_t graph_plugin[] = {
#embed "../../plugins/graph/plugin.yml"
};

static const uint8_t jira_issues_bodies[] = {
#embed "../../plugins/jira-issues/bodies.lua"
};

static const uint8_t jira_issues_bulk[] = {
#embed "../../plugins/jira-issues/bulk.lua"
};

static const uint8_t jira_issues_columns[] = {
#embed "../../plugins/jira-issues/columns.lua"
};

static const uint8_t jira_issues_dates[] = {
#embed "../../plugins/jira-issues/dates.lua"
};

static const uint8_t jira_issues_import[] = {
#embed "../../plugins/jira-issues/import.lua"
};

static const uint8_t jira_issues_init[] = {
#embed "../../plugins/jira-issues/init.lua"
};

static const uint8_t jira_issues_issues[] = {
#embed "../../plugins/jira-issues/issues.lua"
};

static const uint8_t jira_issues_plan[] = {
#embed "../../plugins/jira-issues/plan.lua"
};

static const uint8_t jira_issues_plugin[] = {
#embed "../../plugins/jira-issues/plugin.yml"
};

static const uint8_t linear_init[] = {
#embed "../../plugins/linear/init.lua"
};

static const uint8_t linear_plugin[] = {
#embed "../../plugins/linear/plugin.yml"
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

static const uint8_t links_rules_anchor_exists[] = {
#embed "../../plugins/links/rules/anchor-exists.md"
};

static const uint8_t links_rules_file_exists[] = {
#embed "../../plugins/links/rules/file-exists.md"
};

static const uint8_t links_rules_id_known[] = {
#embed "../../plugins/links/rules/id-known.md"
};

static const uint8_t links_rules_link_has_target[] = {
#embed "../../plugins/links/rules/link-has-target.md"
};

static const uint8_t links_rules_link_portable[] = {
#embed "../../plugins/links/rules/link-portable.md"
};

static const uint8_t links_rules_reference_defined[] = {
#embed "../../plugins/links/rules/reference-defined.md"
};

static const uint8_t links_rules_section_known[] = {
#embed "../../plugins/links/rules/section-known.md"
};

static const uint8_t links_rules_spec_link_exists[] = {
#embed "../../plugins/links/rules/spec-link-exists.md"
};

static const uint8_t links_targets[] = {
#embed "../../plugins/links/targets.lua"
};

static const uint8_t open_questions_init[] = {
#embed "../../plugins/open-questions/init.lua"
};

static const uint8_t open_questions_page[] = {
#embed "../../plugins/open-questions/page.lua"
};

static const uint8_t open_questions_plugin[] = {
#embed "../../plugins/open-questions/plugin.yml"
};

static const uint8_t open_questions_questions[] = {
#embed "../../plugins/open-questions/questions.lua"
};

static const uint8_t openapi_document[] = {
#embed "../../plugins/openapi/document.lua"
};

static const uint8_t openapi_init[] = {
#embed "../../plugins/openapi/init.lua"
};

static const uint8_t openapi_operations[] = {
#embed "../../plugins/openapi/operations.lua"
};

static const uint8_t openapi_paths[] = {
#embed "../../plugins/openapi/paths.lua"
};

static const uint8_t openapi_plugin[] = {
#embed "../../plugins/openapi/plugin.yml"
};

static const uint8_t openapi_schemas[] = {
#embed "../../plugins/openapi/schemas.lua"
};

static const uint8_t openapi_security[] = {
#embed "../../plugins/openapi/security.lua"
};

static const uint8_t placeholders_init[] = {
#embed "../../plugins/placeholders/init.lua"
};

static const uint8_t placeholders_plugin[] = {
#embed "../../plugins/placeholders/plugin.yml"
};

static const uint8_t placeholders_rules_choice_made[] = {
#embed "../../plugins/placeholders/rules/choice-made.md"
};

static const uint8_t placeholders_rules_placeholder_filled[] = {
#embed "../../plugins/placeholders/rules/placeholder-filled.md"
};

static const uint8_t placeholders_rules_section_written[] = {
#embed "../../plugins/placeholders/rules/section-written.md"
};

static const uint8_t plain_language_init[] = {
#embed "../../plugins/plain-language/init.lua"
};

static const uint8_t plain_language_plugin[] = {
#embed "../../plugins/plain-language/plugin.yml"
};

static const uint8_t plain_language_rules_quality_precise[] = {
#embed "../../plugins/plain-language/rules/quality-precise.md"
};

static const uint8_t plain_language_rules_requirement_precise[] = {
#embed "../../plugins/plain-language/rules/requirement-precise.md"
};

static const uint8_t plain_language_rules_term_defined_once[] = {
#embed "../../plugins/plain-language/rules/term-defined-once.md"
};

static const uint8_t plain_language_rules_word_not_doubled[] = {
#embed "../../plugins/plain-language/rules/word-not-doubled.md"
};

static const uint8_t plan_init[] = {
#embed "../../plugins/plan/init.lua"
};

static const uint8_t plan_plugin[] = {
#embed "../../plugins/plan/plugin.yml"
};

static const uint8_t plan_rules_phase_known[] = {
#embed "../../plugins/plan/rules/phase-known.md"
};

static const uint8_t plan_rules_phase_numbered_once[] = {
#embed "../../plugins/plan/rules/phase-numbered-once.md"
};

static const uint8_t plan_rules_rollback_trigger_named[] = {
#embed "../../plugins/plan/rules/rollback-trigger-named.md"
};

static const uint8_t plan_rules_tasks_done[] = {
#embed "../../plugins/plan/rules/tasks-done.md"
};

static const uint8_t plan_rules_weeks_in_order[] = {
#embed "../../plugins/plan/rules/weeks-in-order.md"
};

static const uint8_t requirements_export[] = {
#embed "../../plugins/requirements/export.lua"
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

static const uint8_t requirements_mentions[] = {
#embed "../../plugins/requirements/mentions.lua"
};

static const uint8_t requirements_numbering[] = {
#embed "../../plugins/requirements/numbering.lua"
};

static const uint8_t requirements_plugin[] = {
#embed "../../plugins/requirements/plugin.yml"
};

static const uint8_t requirements_rules_acceptance_stated[] = {
#embed "../../plugins/requirements/rules/acceptance-stated.md"
};

static const uint8_t requirements_rules_id_given[] = {
#embed "../../plugins/requirements/rules/id-given.md"
};

static const uint8_t requirements_rules_id_unique_in_workspace[] = {
#embed "../../plugins/requirements/rules/id-unique-in-workspace.md"
};

static const uint8_t requirements_rules_id_unique[] = {
#embed "../../plugins/requirements/rules/id-unique.md"
};

static const uint8_t requirements_rules_id_well_formed[] = {
#embed "../../plugins/requirements/rules/id-well-formed.md"
};

static const uint8_t requirements_rules_quality_measurable[] = {
#embed "../../plugins/requirements/rules/quality-measurable.md"
};

static const uint8_t requirements_rules_requirement_stated_once[] = {
#embed "../../plugins/requirements/rules/requirement-stated-once.md"
};

static const uint8_t requirements_rules_requirement_tested[] = {
#embed "../../plugins/requirements/rules/requirement-tested.md"
};

static const uint8_t requirements_trace[] = {
#embed "../../plugins/requirements/trace.lua"
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

static const uint8_t review_rules_blocker_resolved[] = {
#embed "../../plugins/review/rules/blocker-resolved.md"
};

static const uint8_t review_rules_date_past[] = {
#embed "../../plugins/review/rules/date-past.md"
};

static const uint8_t review_rules_date_real[] = {
#embed "../../plugins/review/rules/date-real.md"
};

static const uint8_t review_rules_dates_in_order[] = {
#embed "../../plugins/review/rules/dates-in-order.md"
};

static const uint8_t review_rules_question_answered[] = {
#embed "../../plugins/review/rules/question-answered.md"
};

static const uint8_t review_rules_question_owned[] = {
#embed "../../plugins/review/rules/question-owned.md"
};

static const uint8_t review_rules_review_fresh[] = {
#embed "../../plugins/review/rules/review-fresh.md"
};

static const uint8_t review_rules_signoff_given[] = {
#embed "../../plugins/review/rules/signoff-given.md"
};

static const uint8_t review_states[] = {
#embed "../../plugins/review/states.lua"
};

static const uint8_t risk_register_custom[] = {
#embed "../../plugins/risk-register/custom.lua"
};

static const uint8_t risk_register_init[] = {
#embed "../../plugins/risk-register/init.lua"
};

static const uint8_t risk_register_map[] = {
#embed "../../plugins/risk-register/map.lua"
};

static const uint8_t risk_register_matrices[] = {
#embed "../../plugins/risk-register/matrices.lua"
};

static const uint8_t risk_register_mitigations[] = {
#embed "../../plugins/risk-register/mitigations.lua"
};

static const uint8_t risk_register_numbering[] = {
#embed "../../plugins/risk-register/numbering.lua"
};

static const uint8_t risk_register_page[] = {
#embed "../../plugins/risk-register/page.lua"
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

static const uint8_t risk_register_rules_risk_level_known[] = {
#embed "../../plugins/risk-register/rules/risk-level-known.md"
};

static const uint8_t risk_register_rules_risk_mitigated[] = {
#embed "../../plugins/risk-register/rules/risk-mitigated.md"
};

static const uint8_t risk_register_rules_risk_owned[] = {
#embed "../../plugins/risk-register/rules/risk-owned.md"
};

static const uint8_t risk_register_rules_risk_rated[] = {
#embed "../../plugins/risk-register/rules/risk-rated.md"
};

static const uint8_t risk_register_scoring[] = {
#embed "../../plugins/risk-register/scoring.lua"
};

static const uint8_t risk_register_style[] = {
#embed "../../plugins/risk-register/style.lua"
};

static const uint8_t risk_register_tables[] = {
#embed "../../plugins/risk-register/tables.lua"
};

static const uint8_t sqlite_init[] = {
#embed "../../plugins/sqlite/init.lua"
};

static const uint8_t sqlite_plugin[] = {
#embed "../../plugins/sqlite/plugin.yml"
};

static const uint8_t sqlite_tables[] = {
#embed "../../plugins/sqlite/tables.lua"
};

static const uint8_t sqlite_views[] = {
#embed "../../plugins/sqlite/views.lua"
};

static const uint8_t status_report_init[] = {
#embed "../../plugins/status-report/init.lua"
};

static const uint8_t status_report_markup[] = {
#embed "../../plugins/status-report/markup.lua"
};

static const uint8_t status_report_page[] = {
#embed "../../plugins/status-report/page.lua"
};

static const uint8_t status_report_parts[] = {
#embed "../../plugins/status-report/parts.lua"
};

static const uint8_t status_report_plugin[] = {
#embed "../../plugins/status-report/plugin.yml"
};

static const uint8_t status_report_progress[] = {
#embed "../../plugins/status-report/progress.lua"
};

static const uint8_t status_report_risks[] = {
#embed "../../plugins/status-report/risks.lua"
};

static const uint8_t status_report_style[] = {
#embed "../../plugins/status-report/style.lua"
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

static const uint8_t structure_rules_duplicate_section[] = {
#embed "../../plugins/structure/rules/duplicate-section.md"
};

static const uint8_t structure_rules_empty_required_section[] = {
#embed "../../plugins/structure/rules/empty-required-section.md"
};

static const uint8_t structure_rules_extra_column[] = {
#embed "../../plugins/structure/rules/extra-column.md"
};

static const uint8_t structure_rules_misplaced_section[] = {
#embed "../../plugins/structure/rules/misplaced-section.md"
};

static const uint8_t structure_rules_missing_column[] = {
#embed "../../plugins/structure/rules/missing-column.md"
};

static const uint8_t structure_rules_missing_metadata[] = {
#embed "../../plugins/structure/rules/missing-metadata.md"
};

static const uint8_t structure_rules_missing_section[] = {
#embed "../../plugins/structure/rules/missing-section.md"
};

static const uint8_t structure_rules_renamed_section[] = {
#embed "../../plugins/structure/rules/renamed-section.md"
};

static const uint8_t structure_rules_unknown_choice[] = {
#embed "../../plugins/structure/rules/unknown-choice.md"
};

static const uint8_t structure_sections[] = {
#embed "../../plugins/structure/sections.lua"
};

static const uint8_t structure_tables[] = {
#embed "../../plugins/structure/tables.lua"
};

static const uint8_t templates_cells[] = {
#embed "../../plugins/templates/cells.lua"
};

static const uint8_t templates_compare[] = {
#embed "../../plugins/templates/compare.lua"
};

static const uint8_t templates_headings[] = {
#embed "../../plugins/templates/headings.lua"
};

static const uint8_t templates_init[] = {
#embed "../../plugins/templates/init.lua"
};

static const uint8_t templates_layout[] = {
#embed "../../plugins/templates/layout.lua"
};

static const uint8_t templates_links[] = {
#embed "../../plugins/templates/links.lua"
};

static const uint8_t templates_metadata[] = {
#embed "../../plugins/templates/metadata.lua"
};

static const uint8_t templates_missing[] = {
#embed "../../plugins/templates/missing.lua"
};

static const uint8_t templates_outline[] = {
#embed "../../plugins/templates/outline.lua"
};

static const uint8_t templates_plugin[] = {
#embed "../../plugins/templates/plugin.yml"
};

static const uint8_t templates_report[] = {
#embed "../../plugins/templates/report.lua"
};

static const uint8_t templates_reshape[] = {
#embed "../../plugins/templates/reshape.lua"
};

static const uint8_t templates_upgrade[] = {
#embed "../../plugins/templates/upgrade.lua"
};

static const uint8_t tidy_dates[] = {
#embed "../../plugins/tidy/dates.lua"
};

static const uint8_t tidy_glossary[] = {
#embed "../../plugins/tidy/glossary.lua"
};

static const uint8_t tidy_init[] = {
#embed "../../plugins/tidy/init.lua"
};

static const uint8_t tidy_levels[] = {
#embed "../../plugins/tidy/levels.lua"
};

static const uint8_t tidy_plugin[] = {
#embed "../../plugins/tidy/plugin.yml"
};

static const uint8_t tidy_sections[] = {
#embed "../../plugins/tidy/sections.lua"
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

/// By their paths, byte by byte.
static const bundle_file files[] = {
    ROW("host/adf.lua", host_adf),
    ROW("host/adf_blocks.lua", host_adf_blocks),
    ROW("host/adf_inlines.lua", host_adf_inlines),
    ROW("host/bodies.lua", host_bodies),
    ROW("host/checks.lua", host_checks),
    ROW("host/clean.lua", host_clean),
    ROW("host/csv.lua", host_csv),
    ROW("host/csv_decode.lua", host_csv_decode),
    ROW("host/date.lua", host_date),
    ROW("host/edits.lua", host_edits),
    ROW("host/env.lua", host_env),
    ROW("host/exports.lua", host_exports),
    ROW("host/failing.lua", host_failing),
    ROW("host/files.lua", host_files),
    ROW("host/hash.lua", host_hash),
    ROW("host/html.lua", host_html),
    ROW("host/identity.lua", host_identity),
    ROW("host/ids.lua", host_ids),
    ROW("host/items.lua", host_items),
    ROW("host/jira.lua", host_jira),
    ROW("host/jira_text.lua", host_jira_text),
    ROW("host/json.lua", host_json),
    ROW("host/late.lua", host_late),
    ROW("host/markdown.lua", host_markdown),
    ROW("host/markdown_tree.lua", host_markdown_tree),
    ROW("host/phases.lua", host_phases),
    ROW("host/places.lua", host_places),
    ROW("host/plain.lua", host_plain),
    ROW("host/record.lua", host_record),
    ROW("host/report.lua", host_report),
    ROW("host/rows.lua", host_rows),
    ROW("host/schema.lua", host_schema),
    ROW("host/sections.lua", host_sections),
    ROW("host/specs.lua", host_specs),
    ROW("host/sqlite.lua", host_sqlite),
    ROW("host/sqlite_pages.lua", host_sqlite_pages),
    ROW("host/sqlite_record.lua", host_sqlite_record),
    ROW("host/template.lua", host_template),
    ROW("host/template_parse.lua", host_template_parse),
    ROW("host/text.lua", host_text),
    ROW("host/tickets.lua", host_tickets),
    ROW("host/transforms.lua", host_transforms),
    ROW("host/workspace.lua", host_workspace),
    ROW("host/xlsx.lua", host_xlsx),
    ROW("host/xlsx_book.lua", host_xlsx_book),
    ROW("host/xlsx_sheet.lua", host_xlsx_sheet),
    ROW("host/zip.lua", host_zip),
    ROW("library/perilune.d.lua", library_perilune),
    ROW("man/perilune.1", man_perilune),
    ROW("plugins/api/code.lua", api_code),
    ROW("plugins/api/endpoints.lua", api_endpoints),
    ROW("plugins/api/init.lua", api_init),
    ROW("plugins/api/plugin.yml", api_plugin),
    ROW("plugins/api/rules/column-named-once.md", api_rules_column_named_once),
    ROW("plugins/api/rules/endpoint-listed-once.md", api_rules_endpoint_listed_once),
    ROW("plugins/api/rules/error-code-listed-once.md", api_rules_error_code_listed_once),
    ROW("plugins/api/rules/json-parses.md", api_rules_json_parses),
    ROW("plugins/api/rules/path-parameter-documented.md", api_rules_path_parameter_documented),
    ROW("plugins/api/rules/sql-parses.md", api_rules_sql_parses),
    ROW("plugins/api/rules/table-known.md", api_rules_table_known),
    ROW("plugins/api/sql.lua", api_sql),
    ROW("plugins/api/tables.lua", api_tables),
    ROW("plugins/azure-devops/init.lua", azure_devops_init),
    ROW("plugins/azure-devops/plugin.yml", azure_devops_plugin),
    ROW("plugins/azure-devops/rows.lua", azure_devops_rows),
    ROW("plugins/dependencies/init.lua", dependencies_init),
    ROW("plugins/dependencies/plugin.yml", dependencies_plugin),
    ROW("plugins/dependencies/rules/dependency-listed-once.md", dependencies_rules_dependency_listed_once),
    ROW("plugins/dependencies/rules/dependency-owned.md", dependencies_rules_dependency_owned),
    ROW("plugins/dependencies/rules/dependency-unblocked.md", dependencies_rules_dependency_unblocked),
    ROW("plugins/dependencies/rules/version-pinned.md", dependencies_rules_version_pinned),
    ROW("plugins/github-issues/init.lua", github_issues_init),
    ROW("plugins/github-issues/issue.lua", github_issues_issue),
    ROW("plugins/github-issues/plugin.yml", github_issues_plugin),
    ROW("plugins/gitlab-issues/init.lua", gitlab_issues_init),
    ROW("plugins/gitlab-issues/plugin.yml", gitlab_issues_plugin),
    ROW("plugins/gitlab-issues/quick.lua", gitlab_issues_quick),
    ROW("plugins/glossary/init.lua", glossary_init),
    ROW("plugins/glossary/plugin.yml", glossary_plugin),
    ROW("plugins/glossary/terms.lua", glossary_terms),
    ROW("plugins/graph/dot.lua", graph_dot),
    ROW("plugins/graph/init.lua", graph_init),
    ROW("plugins/graph/mermaid.lua", graph_mermaid),
    ROW("plugins/graph/model.lua", graph_model),
    ROW("plugins/graph/plugin.yml", graph_plugin),
    ROW("plugins/jira-issues/bodies.lua", jira_issues_bodies),
    ROW("plugins/jira-issues/bulk.lua", jira_issues_bulk),
    ROW("plugins/jira-issues/columns.lua", jira_issues_columns),
    ROW("plugins/jira-issues/dates.lua", jira_issues_dates),
    ROW("plugins/jira-issues/import.lua", jira_issues_import),
    ROW("plugins/jira-issues/init.lua", jira_issues_init),
    ROW("plugins/jira-issues/issues.lua", jira_issues_issues),
    ROW("plugins/jira-issues/plan.lua", jira_issues_plan),
    ROW("plugins/jira-issues/plugin.yml", jira_issues_plugin),
    ROW("plugins/linear/init.lua", linear_init),
    ROW("plugins/linear/plugin.yml", linear_plugin),
    ROW("plugins/links/init.lua", links_init),
    ROW("plugins/links/plugin.yml", links_plugin),
    ROW("plugins/links/references.lua", links_references),
    ROW("plugins/links/rules/anchor-exists.md", links_rules_anchor_exists),
    ROW("plugins/links/rules/file-exists.md", links_rules_file_exists),
    ROW("plugins/links/rules/id-known.md", links_rules_id_known),
    ROW("plugins/links/rules/link-has-target.md", links_rules_link_has_target),
    ROW("plugins/links/rules/link-portable.md", links_rules_link_portable),
    ROW("plugins/links/rules/reference-defined.md", links_rules_reference_defined),
    ROW("plugins/links/rules/section-known.md", links_rules_section_known),
    ROW("plugins/links/rules/spec-link-exists.md", links_rules_spec_link_exists),
    ROW("plugins/links/targets.lua", links_targets),
    ROW("plugins/open-questions/init.lua", open_questions_init),
    ROW("plugins/open-questions/page.lua", open_questions_page),
    ROW("plugins/open-questions/plugin.yml", open_questions_plugin),
    ROW("plugins/open-questions/questions.lua", open_questions_questions),
    ROW("plugins/openapi/document.lua", openapi_document),
    ROW("plugins/openapi/init.lua", openapi_init),
    ROW("plugins/openapi/operations.lua", openapi_operations),
    ROW("plugins/openapi/paths.lua", openapi_paths),
    ROW("plugins/openapi/plugin.yml", openapi_plugin),
    ROW("plugins/openapi/schemas.lua", openapi_schemas),
    ROW("plugins/openapi/security.lua", openapi_security),
    ROW("plugins/placeholders/init.lua", placeholders_init),
    ROW("plugins/placeholders/plugin.yml", placeholders_plugin),
    ROW("plugins/placeholders/rules/choice-made.md", placeholders_rules_choice_made),
    ROW("plugins/placeholders/rules/placeholder-filled.md", placeholders_rules_placeholder_filled),
    ROW("plugins/placeholders/rules/section-written.md", placeholders_rules_section_written),
    ROW("plugins/plain-language/init.lua", plain_language_init),
    ROW("plugins/plain-language/plugin.yml", plain_language_plugin),
    ROW("plugins/plain-language/rules/quality-precise.md", plain_language_rules_quality_precise),
    ROW("plugins/plain-language/rules/requirement-precise.md", plain_language_rules_requirement_precise),
    ROW("plugins/plain-language/rules/term-defined-once.md", plain_language_rules_term_defined_once),
    ROW("plugins/plain-language/rules/word-not-doubled.md", plain_language_rules_word_not_doubled),
    ROW("plugins/plan/init.lua", plan_init),
    ROW("plugins/plan/plugin.yml", plan_plugin),
    ROW("plugins/plan/rules/phase-known.md", plan_rules_phase_known),
    ROW("plugins/plan/rules/phase-numbered-once.md", plan_rules_phase_numbered_once),
    ROW("plugins/plan/rules/rollback-trigger-named.md", plan_rules_rollback_trigger_named),
    ROW("plugins/plan/rules/tasks-done.md", plan_rules_tasks_done),
    ROW("plugins/plan/rules/weeks-in-order.md", plan_rules_weeks_in_order),
    ROW("plugins/requirements/export.lua", requirements_export),
    ROW("plugins/requirements/ids.lua", requirements_ids),
    ROW("plugins/requirements/init.lua", requirements_init),
    ROW("plugins/requirements/meaning.lua", requirements_meaning),
    ROW("plugins/requirements/mentions.lua", requirements_mentions),
    ROW("plugins/requirements/numbering.lua", requirements_numbering),
    ROW("plugins/requirements/plugin.yml", requirements_plugin),
    ROW("plugins/requirements/rules/acceptance-stated.md", requirements_rules_acceptance_stated),
    ROW("plugins/requirements/rules/id-given.md", requirements_rules_id_given),
    ROW("plugins/requirements/rules/id-unique-in-workspace.md", requirements_rules_id_unique_in_workspace),
    ROW("plugins/requirements/rules/id-unique.md", requirements_rules_id_unique),
    ROW("plugins/requirements/rules/id-well-formed.md", requirements_rules_id_well_formed),
    ROW("plugins/requirements/rules/quality-measurable.md", requirements_rules_quality_measurable),
    ROW("plugins/requirements/rules/requirement-stated-once.md", requirements_rules_requirement_stated_once),
    ROW("plugins/requirements/rules/requirement-tested.md", requirements_rules_requirement_tested),
    ROW("plugins/requirements/trace.lua", requirements_trace),
    ROW("plugins/review/approval.lua", review_approval),
    ROW("plugins/review/days.lua", review_days),
    ROW("plugins/review/init.lua", review_init),
    ROW("plugins/review/plugin.yml", review_plugin),
    ROW("plugins/review/rules/blocker-resolved.md", review_rules_blocker_resolved),
    ROW("plugins/review/rules/date-past.md", review_rules_date_past),
    ROW("plugins/review/rules/date-real.md", review_rules_date_real),
    ROW("plugins/review/rules/dates-in-order.md", review_rules_dates_in_order),
    ROW("plugins/review/rules/question-answered.md", review_rules_question_answered),
    ROW("plugins/review/rules/question-owned.md", review_rules_question_owned),
    ROW("plugins/review/rules/review-fresh.md", review_rules_review_fresh),
    ROW("plugins/review/rules/signoff-given.md", review_rules_signoff_given),
    ROW("plugins/review/states.lua", review_states),
    ROW("plugins/risk-register/custom.lua", risk_register_custom),
    ROW("plugins/risk-register/init.lua", risk_register_init),
    ROW("plugins/risk-register/map.lua", risk_register_map),
    ROW("plugins/risk-register/matrices.lua", risk_register_matrices),
    ROW("plugins/risk-register/mitigations.lua", risk_register_mitigations),
    ROW("plugins/risk-register/numbering.lua", risk_register_numbering),
    ROW("plugins/risk-register/page.lua", risk_register_page),
    ROW("plugins/risk-register/plugin.yml", risk_register_plugin),
    ROW("plugins/risk-register/register.lua", risk_register_register),
    ROW("plugins/risk-register/rules.lua", risk_register_rules),
    ROW("plugins/risk-register/rules/risk-level-known.md", risk_register_rules_risk_level_known),
    ROW("plugins/risk-register/rules/risk-mitigated.md", risk_register_rules_risk_mitigated),
    ROW("plugins/risk-register/rules/risk-owned.md", risk_register_rules_risk_owned),
    ROW("plugins/risk-register/rules/risk-rated.md", risk_register_rules_risk_rated),
    ROW("plugins/risk-register/scoring.lua", risk_register_scoring),
    ROW("plugins/risk-register/style.lua", risk_register_style),
    ROW("plugins/risk-register/tables.lua", risk_register_tables),
    ROW("plugins/sqlite/init.lua", sqlite_init),
    ROW("plugins/sqlite/plugin.yml", sqlite_plugin),
    ROW("plugins/sqlite/tables.lua", sqlite_tables),
    ROW("plugins/sqlite/views.lua", sqlite_views),
    ROW("plugins/status-report/init.lua", status_report_init),
    ROW("plugins/status-report/markup.lua", status_report_markup),
    ROW("plugins/status-report/page.lua", status_report_page),
    ROW("plugins/status-report/parts.lua", status_report_parts),
    ROW("plugins/status-report/plugin.yml", status_report_plugin),
    ROW("plugins/status-report/progress.lua", status_report_progress),
    ROW("plugins/status-report/risks.lua", status_report_risks),
    ROW("plugins/status-report/style.lua", status_report_style),
    ROW("plugins/structure/init.lua", structure_init),
    ROW("plugins/structure/metadata.lua", structure_metadata),
    ROW("plugins/structure/plugin.yml", structure_plugin),
    ROW("plugins/structure/rules/duplicate-section.md", structure_rules_duplicate_section),
    ROW("plugins/structure/rules/empty-required-section.md", structure_rules_empty_required_section),
    ROW("plugins/structure/rules/extra-column.md", structure_rules_extra_column),
    ROW("plugins/structure/rules/misplaced-section.md", structure_rules_misplaced_section),
    ROW("plugins/structure/rules/missing-column.md", structure_rules_missing_column),
    ROW("plugins/structure/rules/missing-metadata.md", structure_rules_missing_metadata),
    ROW("plugins/structure/rules/missing-section.md", structure_rules_missing_section),
    ROW("plugins/structure/rules/renamed-section.md", structure_rules_renamed_section),
    ROW("plugins/structure/rules/unknown-choice.md", structure_rules_unknown_choice),
    ROW("plugins/structure/sections.lua", structure_sections),
    ROW("plugins/structure/tables.lua", structure_tables),
    ROW("plugins/templates/cells.lua", templates_cells),
    ROW("plugins/templates/compare.lua", templates_compare),
    ROW("plugins/templates/headings.lua", templates_headings),
    ROW("plugins/templates/init.lua", templates_init),
    ROW("plugins/templates/layout.lua", templates_layout),
    ROW("plugins/templates/links.lua", templates_links),
    ROW("plugins/templates/metadata.lua", templates_metadata),
    ROW("plugins/templates/missing.lua", templates_missing),
    ROW("plugins/templates/outline.lua", templates_outline),
    ROW("plugins/templates/plugin.yml", templates_plugin),
    ROW("plugins/templates/report.lua", templates_report),
    ROW("plugins/templates/reshape.lua", templates_reshape),
    ROW("plugins/templates/upgrade.lua", templates_upgrade),
    ROW("plugins/tidy/dates.lua", tidy_dates),
    ROW("plugins/tidy/glossary.lua", tidy_glossary),
    ROW("plugins/tidy/init.lua", tidy_init),
    ROW("plugins/tidy/levels.lua", tidy_levels),
    ROW("plugins/tidy/plugin.yml", tidy_plugin),
    ROW("plugins/tidy/sections.lua", tidy_sections),
    ROW("report/findings.schema.json", report_findings),
    ROW("report/model.schema.json", report_model),
    ROW("report/query.schema.json", report_query),
    ROW("report/timings.schema.json", report_timings),
    ROW("templates/bundled/engineering.md", template_engineering),
    ROW("templates/bundled/feature.md", template_feature),
    ROW("templates/bundled/formal.md", template_formal),
    ROW("templates/bundled/numbered.md", template_numbered),
    ROW("templates/bundled/proposal.md", template_proposal),
    ROW("testing/testing.lua", testing_testing),
};

size_t bundle_count(void) { return sizeof files / sizeof files[0]; }

bundle_file bundle_at(size_t index) { return files[index]; }

bool bundle_is_below(size_t index, const char *folder, size_t length) {
    const char *path = files[index].path;
    return strncmp(path, folder, length) == 0 && path[length] == '/';
}

bool bundle_ends(size_t index, const char *suffix) {
    const char *path = files[index].path;
    size_t count = strlen(path), length = strlen(suffix);
    return count >= length && memcmp(path + count - length, suffix, length) == 0;
}

size_t bundle_first_below(const char *folder, size_t length) {
    size_t low = 0, high = bundle_count();
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *path = files[middle].path;
        int order = strncmp(path, folder, length);
        if (order < 0 || (order == 0 && path[length] < '/')) low = middle + 1;
        else high = middle;
    }
    return low;
}
