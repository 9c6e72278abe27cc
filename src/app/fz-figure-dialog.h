/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-facts.h"

G_BEGIN_DECLS

#define FZ_TYPE_FIGURE_DIALOG (fz_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FzFigureDialog, fz_figure_dialog, FZ, FIGURE_DIALOG, AdwDialog)

AdwDialog *fz_figure_dialog_new (const FzFigure *figure, const char *context);

G_END_DECLS
