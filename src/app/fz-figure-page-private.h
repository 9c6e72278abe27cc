/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-figure-page.h"
#include "fz-headed-scroller.h"

G_BEGIN_DECLS

struct _FzFigurePage {
  GtkWidget           parent_instance;

  GtkWidget          *content;
  GtkDropDown        *kind;
  AdwToastOverlay    *toasts;
  GtkStack           *stack;
  FzHeadedScroller   *scroller;
  GtkListView        *list;
  GtkActionBar       *bar;
  GtkPopover         *menu;

  GListModel         *items;
  GtkFilter          *filter;
  GtkSorter          *sorter;
  GtkSorter          *sections;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GArray             *kinds; /* FzFigureKind; those that can be chosen, behind the choice of all */
  FzFigureOrder       order;
  gboolean            focused;   /* one of the rows is */
  gboolean            following; /* the caret, or the list itself: nobody chose */
};

/* fz-figure-page.c */
void fz_figure_page_point        (FzFigurePage *self, FzFigureItem *item);

/* fz-figure-page-models.c */
void fz_figure_page_build_models (FzFigurePage *self);
void fz_figure_page_offer_kinds  (FzFigurePage *self);
void fz_figure_page_kind_chosen  (FzFigurePage *self);
void fz_figure_page_show_list    (FzFigurePage *self);

/* fz-figure-page-rows.c */
void fz_figure_page_bind_rows    (GtkWidgetClass *klass);
void fz_figure_page_focus_moved  (FzFigurePage *self);

G_END_DECLS
