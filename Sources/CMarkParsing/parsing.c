#include "CMarkParsing.h"

#include "arena.h"
#include "table.h"
#include "text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>

static cmark_syntax_extension *table, *tasklist;
// The extension of the leaves that have no inlines.
static cmark_syntax_extension *plain;

static int contains_no_inlines(cmark_syntax_extension *extension, cmark_node *node) {
    (void)extension, (void)node;
    return 0;
}

// Once a process, before the first parse: cmark keeps extensions in a list without a lock.
static void make_extensions(void) {
    cmark_gfm_core_extensions_ensure_registered();
    tasklist = cmark_find_syntax_extension("tasklist");
    table = table_extension();
    plain = cmark_syntax_extension_new("perilune-plain");
    cmark_syntax_extension_set_contains_inlines_func(plain, contains_no_inlines);
}

// A paragraph or heading of one line without a special character.
static bool is_plain(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) return false;
    const char *content = cmark_node_get_string_content(node);
    const char *end = content + plain_count(content);
    return *end == 0 || (*end == '\n' && end[1] == 0);
}

// Takes the leaves without markup away from the inline parser.
static void mark_plain_leaves(cmark_node *document) {
    cmark_node *node = document;
    while (node) {
        if (is_plain(node)) cmark_node_set_syntax_extension(node, plain);
        cmark_node *next = cmark_node_first_child(node);
        while (node && !next) {
            next = cmark_node_next(node);
            node = cmark_node_parent(node);
        }
        node = next;
    }
}

struct cmark_node *cmark_parsing_begin(const char *text, size_t bytes, bool has_footnotes) {
    static pthread_once_t made = PTHREAD_ONCE_INIT;
    pthread_once(&made, make_extensions);
    if (!tasklist || !table || !plain || !arena_begin(bytes)) return NULL;
    int options = has_footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT;
    cmark_parser *parser = cmark_parser_new_with_mem(options, arena_memory());
    cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_attach_syntax_extension(parser, tasklist);
    cmark_parser_feed(parser, text, bytes);
    // A last line without an end waits for it.
    if (bytes > 0 && text[bytes - 1] != '\n') cmark_parser_feed(parser, "\n", 1);
    mark_plain_leaves(table_document());
    return cmark_parser_finish(parser);
}

void cmark_parsing_end(void) {
    table_forget_document();
    arena_end();
}

bool cmark_parsing_is_plain(struct cmark_node *node) {
    return cmark_node_get_syntax_extension(node) == plain;
}
