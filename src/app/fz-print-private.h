/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "fz-flow.h"

G_BEGIN_DECLS

/* Where a page starts: a line of a passage. */
typedef struct {
  guint passage;
  guint line;
} FzPageStart;

/* fz-print-pages.c */
GArray *fz_print_paginate  (FzFlow *flow, int height);
gint64  fz_print_line_y    (FzFlow *flow, const FzPageStart *line);
void    fz_print_draw_page (FzFlow *flow, const GArray *pages, guint page, cairo_t *cr, double x, double y);

FzPageStart fz_print_end_of_page (FzFlow *flow, const FzPageStart *start, int height);

G_END_DECLS
