/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_FIGURE_VERDICTS (fz_figure_verdicts_get_type ())
G_DECLARE_FINAL_TYPE (FzFigureVerdicts, fz_figure_verdicts, FZ, FIGURE_VERDICTS, GObject)

FzFigureVerdicts *fz_figure_verdicts_new      (FzLibrary *library);
void              fz_figure_verdicts_judge    (FzFigureVerdicts *self, gint64 article, const FzFigure *before,
                                               const FzFigure *after);
void              fz_figure_verdicts_undo     (FzFigureVerdicts *self);
void              fz_figure_verdicts_redo     (FzFigureVerdicts *self);
gboolean          fz_figure_verdicts_can_undo (FzFigureVerdicts *self);
gboolean          fz_figure_verdicts_can_redo (FzFigureVerdicts *self);
gboolean          fz_figure_verdicts_is_busy  (FzFigureVerdicts *self);

G_END_DECLS
