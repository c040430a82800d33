#pragma once
#include <zlib.h>

// A macro, which Swift does not see: it names the size of the structure.
static inline int zlib_begin_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
