/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *fz_article_menu_model          (void);
GtkWidget  *fz_article_menu_row_under      (GtkListView *view, double x, double y);
gboolean    fz_article_menu_popup_at       (GtkPopover *menu, GtkListView *view, double x, double y);
gboolean    fz_article_menu_popup_at_focus (GtkPopover *menu, GtkListView *view);

G_END_DECLS
