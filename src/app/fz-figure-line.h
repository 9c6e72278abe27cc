/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-figure-item.h"

G_BEGIN_DECLS

#define FZ_TYPE_FIGURE_LINE (fz_figure_line_get_type ())
G_DECLARE_FINAL_TYPE (FzFigureLine, fz_figure_line, FZ, FIGURE_LINE, GtkWidget)

GtkWidget *fz_figure_line_new      (void);
void       fz_figure_line_set_item (FzFigureLine *self, FzFigureItem *item);

G_END_DECLS
