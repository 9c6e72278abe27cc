/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of cells that a terminal shows in straight columns. */
typedef struct _FzTable FzTable;

FzTable *fz_table_new   (guint n_columns);
void     fz_table_free  (FzTable *self);
void     fz_table_add   (FzTable *self, const char *cell);
void     fz_table_print (const FzTable *self, const char *indent, GString *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzTable, fz_table_free)

guint fz_text_width       (const char *text);
void  fz_text_append_safe (GString *out, const char *text, gssize length);

G_END_DECLS
