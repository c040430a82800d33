#include "CBundle.h"

// Every file of plugins/ and the data of our own targets, one block and one row each; a test
// compares the rows with the folders. `#embed` keeps the build free of generated code.

static const uint8_t vocabulary[] = {
#embed "../SpecReading/vocabulary.yml"
};

#define ROW(path, array) { path, array, sizeof array }

static const bundle_file files[] = {
    ROW("vocabulary.yml", vocabulary),
};

size_t bundle_count(void) { return sizeof files / sizeof files[0]; }

bundle_file bundle_at(size_t index) { return files[index]; }
