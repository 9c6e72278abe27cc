/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading-pane.h"

G_BEGIN_DECLS

#define FZ_TYPE_FIGURES_PANE (fz_figures_pane_get_type ())
G_DECLARE_FINAL_TYPE (FzFiguresPane, fz_figures_pane, FZ, FIGURES_PANE, GtkWidget)

GtkWidget    *fz_figures_pane_new                (void);
void          fz_figures_pane_set_pane           (FzFiguresPane *self, FzReadingPane *pane);
GActionGroup *fz_figures_pane_get_figure_actions (FzFiguresPane *self);
gboolean      fz_figures_pane_is_writing         (FzFiguresPane *self);
guint         fz_figures_pane_get_refusals       (FzFiguresPane *self);

G_END_DECLS
