/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-record.h"

G_BEGIN_DECLS

#define FZ_TYPE_FIGURE_ITEM (fz_figure_item_get_type ())
G_DECLARE_FINAL_TYPE (FzFigureItem, fz_figure_item, FZ, FIGURE_ITEM, GObject)

FzFigureItem   *fz_figure_item_new         (const FzStored *stored, guint index, guint offset);
gint64          fz_figure_item_get_article (FzFigureItem *self);
const FzFigure *fz_figure_item_get_figure  (FzFigureItem *self);
guint           fz_figure_item_get_start   (FzFigureItem *self);
guint           fz_figure_item_get_end     (FzFigureItem *self);
const char     *fz_figure_item_get_section (FzFigureItem *self);
const char     *fz_figure_item_get_context (FzFigureItem *self);
char           *fz_figure_item_dup_spoken  (FzFigureItem *self);

/* In which the figures are listed. */
typedef enum {
  FZ_FIGURE_ORDER_TEXT,
  FZ_FIGURE_ORDER_SIZE,
  FZ_FIGURE_N_ORDERS,
} FzFigureOrder;

void            fz_figure_item_set_place   (FzFigureItem *self, FzFigureOrder order, guint section, guint place);
int             fz_figure_item_compare_sections (FzFigureItem *a, FzFigureItem *b, FzFigureOrder order);
int             fz_figure_item_compare     (FzFigureItem *a, FzFigureItem *b, FzFigureOrder order);

/* fz-figure-groups.c */
GListModel     *fz_figure_groups_new       (const FzStored *stored);

G_END_DECLS
