/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-hit-item.h"
#include "fz-library.h"

G_BEGIN_DECLS

/* Hits that are asked for at once, and how many such pages are kept. */
#define FZ_HIT_LIST_PAGE  50
#define FZ_HIT_LIST_PAGES 8

#define FZ_TYPE_HIT_LIST (fz_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (FzHitList, fz_hit_list, FZ, HIT_LIST, GObject)

FzHitList *fz_hit_list_new         (FzLibrary *library, const char *query, FzSearchOrder order);
void       fz_hit_list_refresh     (FzHitList *self);
gboolean   fz_hit_list_has_all     (FzHitList *self);
gboolean   fz_hit_list_get_by_date (FzHitList *self);
gboolean   fz_hit_list_get_whole   (FzHitList *self);
guint      fz_hit_list_find        (FzHitList *self, gint64 article);
guint      fz_hit_list_n_held      (FzHitList *self);

G_END_DECLS
