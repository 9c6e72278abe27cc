/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of cells that a terminal shows in straight columns. */
typedef struct _FzColumns FzColumns;

FzColumns *fz_columns_new   (guint n_columns);
void       fz_columns_free  (FzColumns *self);
void       fz_columns_add   (FzColumns *self, const char *cell);
void       fz_columns_print (const FzColumns *self, const char *indent, GString *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzColumns, fz_columns_free)

guint      fz_text_width       (const char *text);
void       fz_text_append_safe (GString *out, const char *text, gssize length);

G_END_DECLS
