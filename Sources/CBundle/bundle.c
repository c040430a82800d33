#include "CBundle.h"

// Every file of plugins/ and the data of our own targets, one block and one row each; a test
// compares the rows with the folders. `#embed` keeps the build free of generated code.

static const uint8_t vocabulary[] = {
#embed "../SpecReading/vocabulary.yml"
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

#define ROW(path, array) { path, array, sizeof array }

static const bundle_file files[] = {
    ROW("vocabulary.yml", vocabulary),
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
    ROW("host/sections.lua", host_sections),
    ROW("host/specs.lua", host_specs),
    ROW("host/text.lua", host_text),
    ROW("host/transforms.lua", host_transforms),
};

size_t bundle_count(void) { return sizeof files / sizeof files[0]; }

bundle_file bundle_at(size_t index) { return files[index]; }
