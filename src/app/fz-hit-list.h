/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"
#include "fz-paged-list.h"

G_BEGIN_DECLS

/* Hits that are asked for at once. */
#define FZ_HIT_LIST_PAGE 50

#define FZ_TYPE_HIT_LIST (fz_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (FzHitList, fz_hit_list, FZ, HIT_LIST, FzPagedList)

FzHitList *fz_hit_list_new         (FzLibrary *library, const FzSearchRequest *request);
gboolean   fz_hit_list_has_all     (FzHitList *self);
gboolean   fz_hit_list_get_by_date (FzHitList *self);
gboolean   fz_hit_list_get_whole   (FzHitList *self);

G_END_DECLS
