/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A table of tests/data/gold: one row a line, cells apart by tabs, the first
 * row naming the columns.  There is no quoting; "-" is none. */
typedef struct {
  GStrv      columns;
  GPtrArray *rows; /* (element-type GStrv) */
} GoldTable;

GoldTable  *gold_table_read (const char *folder, const char *page, const char *name);
void        gold_table_free (GoldTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GoldTable, gold_table_free)

const char *gold_table_cell (const GoldTable *self, guint row, const char *column);
guint       gold_table_line (const GoldTable *self, guint row, const char *column);
