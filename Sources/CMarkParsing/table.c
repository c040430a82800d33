#include "table.h"

#include "arena.h"
#include "text.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdint.h>

static cmark_node_type TABLE, ROW, CELL;

// The part of a line that is a row: from its first byte to behind its last one, without white
// space around.
struct row {
    const char *start, *end;
};

static struct row row_of(const char *start, const char *end) {
    while (end > start && (is_space(end[-1]) || end[-1] == '\n' || end[-1] == '\r')) end -= 1;
    while (start < end && is_space(*start)) start += 1;
    return (struct row){start, end};
}

// Takes the next cell from a row, up to a bar that no backslash precedes, and the bar; false where
// no cell is left. The bar in front of the first cell is no cell's.
static bool next_cell(struct row *rest, struct row *cell) {
    if (rest->start == rest->end) return false;
    const char *bar = rest->start;
    while ((bar = memchr(bar, '|', (size_t)(rest->end - bar)))) {
        if (bar == rest->start || bar[-1] != '\\') break;
        bar += 1;
    }
    *cell = row_of(rest->start, bar ? bar : rest->end);
    rest->start = bar ? bar + 1 : rest->end;
    return true;
}

static struct row behind_first_bar(struct row row) {
    if (row.start < row.end && *row.start == '|') row.start += 1;
    return row_of(row.start, row.end);
}

static uintptr_t count_of_cells(struct row row) {
    struct row rest = behind_first_bar(row), cell;
    uintptr_t count = 0;
    while (next_cell(&rest, &cell)) count += 1;
    return count;
}

static bool may_be_delimiters(const char *start) {
    return *start == '|' || *start == ':' || *start == '-';
}

// How many columns a delimiter row says; 0 where a line is none.
static uintptr_t count_of_delimiters(struct row row) {
    struct row rest = behind_first_bar(row), cell;
    uintptr_t count = 0;
    while (next_cell(&rest, &cell)) {
        const char *place = cell.start;
        if (place < cell.end && *place == ':') place += 1;
        const char *dashes = place;
        while (place < cell.end && *place == '-') place += 1;
        if (place == dashes) return 0;
        if (place < cell.end && *place == ':') place += 1;
        if (place != cell.end) return 0;
        count += 1;
    }
    return count;
}

// Both a line and a content end with a byte that is no text.
static bool has_markup(struct row text) { return text.start + plain_count(text.start) < text.end; }

// Gives a node its text: that of a cell, in which `\|` is a bar whatever stands around it.
static void set_content(cmark_node *node, struct row text, bool is_cell) {
    cmark_mem *memory = arena_memory();
    char *content = memory->calloc(1, (size_t)(text.end - text.start) + 1);
    size_t size = 0;
    for (const char *place = text.start; place < text.end; place += 1) {
        if (is_cell && *place == '\\' && place + 1 < text.end && place[1] == '|') place += 1;
        content[size++] = *place;
    }
    cmark_node_set_string_content(node, content);
    memory->free(content);
}

// Adds the cells with markup; a row's cells behind the last column are left out (GFM 4.10).
static void add_cells(
    cmark_syntax_extension *extension, cmark_node *node, struct row row, uintptr_t columns) {
    if (!has_markup(row)) return;
    struct row rest = behind_first_bar(row), cell;
    for (uintptr_t number = 0; number < columns && next_cell(&rest, &cell); number += 1) {
        if (!has_markup(cell)) continue;
        cmark_node *added = cmark_node_new_with_mem_and_ext(CELL, arena_memory(), extension);
        set_content(added, cell, true);
        cmark_node_set_user_data(added, (void *)number);
        cmark_node_append_child(node, added);
    }
}

static cmark_node *add_row(
    cmark_syntax_extension *extension, cmark_parser *parser, cmark_node *table, struct row row) {
    cmark_node *added =
        cmark_parser_add_child(parser, table, ROW, cmark_node_get_start_column(table));
    cmark_node_set_syntax_extension(added, extension);
    add_cells(extension, added, row, (uintptr_t)cmark_node_get_user_data(table));
    return added;
}

// A delimiter row makes a table of the paragraph whose last line has as many cells. The lines in
// front of that one stay a paragraph.
static cmark_node *open_table(
    cmark_syntax_extension *extension, cmark_parser *parser, cmark_node *paragraph,
    struct row delimiters) {
    uintptr_t columns = count_of_delimiters(delimiters);
    if (columns == 0) return NULL;
    const char *content = cmark_node_get_string_content(paragraph);
    const char *end = content + strlen(content);
    if (end > content && end[-1] == '\n') end -= 1;
    const char *line = end;
    while (line > content && line[-1] != '\n') line -= 1;
    struct row header = row_of(line, end);
    if (count_of_cells(header) != columns) return NULL;
    struct row before = {content, line};
    while (before.end > content && (is_space(before.end[-1]) || before.end[-1] == '\n'))
        before.end -= 1;

    if (!cmark_node_set_type(paragraph, TABLE)) return NULL;
    cmark_node *table = paragraph;
    cmark_node_set_syntax_extension(table, extension);
    cmark_node_set_user_data(table, (void *)columns);
    if (before.end > content) {
        cmark_node *rest = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, arena_memory());
        set_content(rest, before, false);
        cmark_node_insert_before(table, rest);
    }
    add_row(extension, parser, table, header);
    return table;
}

static _Thread_local cmark_node *document;

static cmark_node *open_block(
    cmark_syntax_extension *extension, int indented, cmark_parser *parser, cmark_node *container,
    unsigned char *line, int bytes) {
    if (!document) {
        document = container;
        while (cmark_node_parent(document)) document = cmark_node_parent(document);
    }
    cmark_node_type type = cmark_node_get_type(container);
    if (indented || (type != CMARK_NODE_PARAGRAPH && type != TABLE)) return NULL;
    char *start = (char *)line + cmark_parser_get_first_nonspace(parser);
    if (type == CMARK_NODE_PARAGRAPH && !may_be_delimiters(start)) return NULL;
    if (cmark_parser_is_blank(parser)) return NULL;
    struct row row = row_of(start, (const char *)line + bytes);
    cmark_node *opened = type == TABLE ? add_row(extension, parser, container, row)
                                       : open_table(extension, parser, container, row);
    // Nothing else is to be seen in the line: it ends here. cmark's way to pass over it looks at
    // each byte again.
    if (opened) *start = '\n';
    return opened;
}

// A table goes on with each line that has a cell and begins no other block.
static int goes_on(
    cmark_syntax_extension *extension, cmark_parser *parser, unsigned char *line, int bytes,
    cmark_node *container) {
    (void)extension;
    if (cmark_node_get_type(container) != TABLE) return 0;
    const char *text = (const char *)line;
    struct row row = row_of(text + cmark_parser_get_first_nonspace(parser), text + bytes);
    struct row rest = behind_first_bar(row);
    return rest.start < rest.end;
}

static const char *type_string(cmark_syntax_extension *extension, cmark_node *node) {
    (void)extension;
    cmark_node_type type = cmark_node_get_type(node);
    return type == TABLE ? "table" : type == ROW ? "table_row" : "table_cell";
}

static int can_contain(
    cmark_syntax_extension *extension, cmark_node *node, cmark_node_type child) {
    (void)extension;
    cmark_node_type type = cmark_node_get_type(node);
    if (type == TABLE) return child == ROW;
    if (type == ROW) return child == CELL;
    return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

static int contains_inlines(cmark_syntax_extension *extension, cmark_node *node) {
    (void)extension;
    return cmark_node_get_type(node) == CELL;
}

struct cmark_syntax_extension *table_extension(void) {
    cmark_syntax_extension *extension = cmark_syntax_extension_new("perilune-table");
    cmark_syntax_extension_set_open_block_func(extension, open_block);
    cmark_syntax_extension_set_match_block_func(extension, goes_on);
    cmark_syntax_extension_set_get_type_string_func(extension, type_string);
    cmark_syntax_extension_set_can_contain_func(extension, can_contain);
    cmark_syntax_extension_set_contains_inlines_func(extension, contains_inlines);
    TABLE = cmark_syntax_extension_add_node(0);
    ROW = cmark_syntax_extension_add_node(0);
    CELL = cmark_syntax_extension_add_node(0);
    return extension;
}

struct cmark_node *table_document(void) { return document; }

void table_forget_document(void) { document = NULL; }
