/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-figure-item.h"

G_BEGIN_DECLS

#define FZ_TYPE_FIGURE_PAGE (fz_figure_page_get_type ())
G_DECLARE_FINAL_TYPE (FzFigurePage, fz_figure_page, FZ, FIGURE_PAGE, GtkWidget)

void          fz_figure_page_set_items    (FzFigurePage *self, GListModel *items);
void          fz_figure_page_set_order    (FzFigurePage *self, FzFigureOrder order);
void          fz_figure_page_select_at    (FzFigurePage *self, guint position);
FzFigureItem *fz_figure_page_get_selected (FzFigurePage *self);
GListModel   *fz_figure_page_get_model    (FzFigurePage *self);
void          fz_figure_page_say          (FzFigurePage *self, AdwToast *toast);

G_END_DECLS
