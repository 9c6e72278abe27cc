/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"

G_BEGIN_DECLS

/* What is said of figures, in the words of the reader's language. */
guint       fz_figure_n_kinds       (void);
FzFigureKind fz_figure_nth_kind     (guint n);
guint       fz_figure_kind_place    (FzFigureKind kind);
const char *fz_figure_kind_label    (FzFigureKind kind);
char       *fz_figure_dup_badges    (FzQualifiers qualifiers);
const char *fz_figure_change_arrow  (FzChange change);
const char *fz_figure_change_label  (FzChange change);
const char *fz_figure_verdict_label (FzVerdict verdict);
const char *fz_figure_verdict_icon  (FzVerdict verdict);
char       *fz_figure_dup_days      (const FzInterval *days);
char       *fz_figure_dup_against   (const FzFigure *figure);
char       *fz_figure_dup_region    (const FzFigure *figure);

G_END_DECLS
