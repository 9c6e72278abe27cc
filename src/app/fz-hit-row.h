/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_HIT_ROW (fz_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (FzHitRow, fz_hit_row, FZ, HIT_ROW, GtkWidget)

GtkWidget *fz_hit_row_new    (void);
void       fz_hit_row_bind   (FzHitRow *self, GtkListItem *list_item);
guint      fz_hit_row_get_position (FzHitRow *self);
void       fz_hit_row_unbind (FzHitRow *self);

G_END_DECLS
