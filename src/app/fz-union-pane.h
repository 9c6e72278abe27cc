/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-article-list.h"

G_BEGIN_DECLS

#define FZ_TYPE_UNION_PANE (fz_union_pane_get_type ())
G_DECLARE_FINAL_TYPE (FzUnionPane, fz_union_pane, FZ, UNION_PANE, GtkWidget)

void           fz_union_pane_set_regions (FzUnionPane *self, FzLibrary *library, GArray *spans);
void           fz_union_pane_refresh     (FzUnionPane *self);
void           fz_union_pane_step        (FzUnionPane *self, int step);
gboolean       fz_union_pane_has_selected (FzUnionPane *self);
FzArticleList *fz_union_pane_get_list    (FzUnionPane *self);

G_END_DECLS
