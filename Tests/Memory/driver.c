// Runs plugins in the sandbox without Swift, for a memory checker: the tests' host, questions that are
// answered, every allocation that fails once. Says what it did; what is wrong, the checker says.

#include "CLuaSandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sandbox_bytes text(const char *source) {
    return (sandbox_bytes){(const uint8_t *)source, strlen(source)};
}

static sandbox_bytes contents(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    size_t size = (size_t)ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) exit(2);
    fclose(file);
    return (sandbox_bytes){bytes, size};
}

/// { 1 }
static const uint8_t frame[] = {6, 13, 0, 0, 0, 1, 0, 0, 0, 3, 1, 0, 0, 0, 0, 0, 0, 0};

static int64_t answer(void *context, sandbox *box, const sandbox_question *question) {
    (void)context;
    (void)question;
    return sandbox_answer(box, (sandbox_bytes){frame, sizeof frame}) ? 10 : -1;
}

static sandbox_limits usual(void) {
    return (sandbox_limits){
        .fuel = 4000000, .memory = 64 << 20, .reserve = 20 << 20, .block = 8 << 20,
        .source = 256 << 10, .result = 64 << 20, .log = 64 << 10,
        .deadline_nanoseconds = 600ll * 1000000000};
}

static sandbox_kind run(sandbox_bytes host, sandbox_bytes plugin, sandbox_limits limits) {
    sandbox *box = sandbox_open(&limits, false);
    if (!box) return SANDBOX_LIMIT;
    sandbox_kind kind = sandbox_last_status(box);
    if (kind == SANDBOX_OK) kind = sandbox_run_host(box, (sandbox_chunk){text("host.lua"), host});
    if (kind == SANDBOX_OK)
        kind = sandbox_load(box, (sandbox_chunk){text("plugin/init.lua"), plugin}, NULL, 0);
    sandbox_bytes frames = {frame, sizeof frame};
    if (kind == SANDBOX_OK) kind = sandbox_call(box, text("run"), &frames, 1, answer, NULL);
    // What is read afterwards is read from the right place, too.
    sandbox_failure failure = sandbox_last_failure(box);
    if (failure.message.count + sandbox_log(box).count > 1 << 20) abort();
    sandbox_close(box);
    return kind;
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    sandbox_limits limits = usual();
    sandbox *compiler = sandbox_open(&limits, false);
    sandbox_bytes source = contents(arguments[1]);
    if (sandbox_compile(compiler, (sandbox_chunk){text("host.lua"), source}, true)) return 2;
    sandbox_bytes host = sandbox_result(compiler);
    for (int i = 2; i < count; i += 1) {
        bool sweeps = strcmp(arguments[i], "--sweep") == 0 && i + 1 < count;
        sandbox_bytes plugin = contents(arguments[i += sweeps]);
        sandbox_kind kind = run(host, plugin, limits);
        int failed = 0, passed = sweeps ? 0 : 20;
        for (limits.failing_allocation = 1; passed < 20; limits.failing_allocation += 1) {
            if (run(host, plugin, limits) == kind) passed += 1;
            else failed += 1, passed = 0;
        }
        limits.failing_allocation = 0;
        printf("%d %s %d\n", (int)kind, arguments[i], failed);
        fflush(stdout);
        free((void *)plugin.bytes);
    }
    sandbox_close(compiler);
    free((void *)source.bytes);
}
