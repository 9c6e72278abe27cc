/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-hit-list.h"

G_BEGIN_DECLS

#define FZ_TYPE_SEARCH_PANE (fz_search_pane_get_type ())
G_DECLARE_FINAL_TYPE (FzSearchPane, fz_search_pane, FZ, SEARCH_PANE, GtkWidget)

void        fz_search_pane_set_library (FzSearchPane *self, FzLibrary *library);
void        fz_search_pane_focus       (FzSearchPane *self);
void        fz_search_pane_step        (FzSearchPane *self, int step);
FzHitList  *fz_search_pane_get_list    (FzSearchPane *self);
const char *fz_search_pane_get_query  (FzSearchPane *self);

FzSearchOrder fz_search_pane_get_order (FzSearchPane *self);
void          fz_search_pane_set_query (FzSearchPane *self, const char *query, FzSearchOrder order);

G_END_DECLS
