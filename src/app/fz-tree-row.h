/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_TREE_ROW (fz_tree_row_get_type ())
G_DECLARE_FINAL_TYPE (FzTreeRow, fz_tree_row, FZ, TREE_ROW, GtkWidget)

GtkWidget *fz_tree_row_new    (void);
void       fz_tree_row_bind   (FzTreeRow *self, GtkListItem *list_item);
void       fz_tree_row_unbind (FzTreeRow *self);
guint      fz_tree_row_get_position (FzTreeRow *self);

G_END_DECLS
