/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-cli.h"

G_BEGIN_DECLS

/* Figures as rows of CSV, JSON or text, one after the other. */
typedef struct _FzFigureRows FzFigureRows;

FzFigureRows *fz_figure_rows_new   (FzFormat format);
void          fz_figure_rows_free  (FzFigureRows *self);
void          fz_figure_rows_start (FzFigureRows *self, GString *out);
void          fz_figure_rows_add   (FzFigureRows *self, const FzFigureRow *row, GString *out);
void          fz_figure_rows_end   (FzFigureRows *self, GString *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzFigureRows, fz_figure_rows_free)

G_END_DECLS
