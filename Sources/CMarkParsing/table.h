#pragma once

/// Tables of GFM 4.10 as an extension of cmark.
///
/// cmark's own table extension reads each row three times and makes a node of 150 bytes and a copy
/// of each cell. This one opens the same tables at the same lines, but gives nodes only to the
/// cells that have markup, for cmark to parse; where the others stand is seen in the source. Two
/// things are read as GFM says and not as cmark does: white space in front of the first bar of a
/// lazy line is no cell, and lines in front of a table keep their escaped bars in code.

struct cmark_node;
struct cmark_syntax_extension;

/// Makes the extension and its types of node: "table", "table_row" and "table_cell". The user data
/// of a table is its number of columns, that of a cell its number in its row from 0.
struct cmark_syntax_extension *table_extension(void);

/// The document that the calling thread's parse is making: known from the first line on that
/// begins no block of cmark's own; NULL before.
struct cmark_node *table_document(void);

/// Forgets the document.
void table_forget_document(void);
