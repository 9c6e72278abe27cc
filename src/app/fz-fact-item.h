/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FZ_TYPE_FACT_ITEM (fz_fact_item_get_type ())
G_DECLARE_FINAL_TYPE (FzFactItem, fz_fact_item, FZ, FACT_ITEM, GObject)

void     fz_fact_item_add_mention  (FzFactItem *self, guint start, guint end);
guint    fz_fact_item_hash         (gconstpointer item);
gboolean fz_fact_item_equal        (gconstpointer item, gconstpointer other);
guint    fz_fact_item_get_mentions (FzFactItem *self);
gboolean fz_fact_item_walk         (FzFactItem *self, int step, guint *start, guint *end);

G_END_DECLS
