// Growing bytes outside of Lua's memory: results, logs, marks. They outlive every jump, because
// the handle owns them.

#include "state.h"

#include <stdlib.h>
#include <string.h>

bool bytes_append(bytes *into, const void *data, size_t count) {
    if (count > into->capacity - into->count) {
        size_t capacity = into->capacity * 2 + 256;
        if (capacity - into->count < count) capacity = into->count + count;
        uint8_t *grown = realloc(into->data, capacity);
        if (!grown) return false;
        into->data = grown;
        into->capacity = capacity;
    }
    if (count > 0) memcpy(into->data + into->count, data, count);
    into->count += count;
    return true;
}

void bytes_free(bytes *which) {
    free(which->data);
    *which = (bytes){0};
}
