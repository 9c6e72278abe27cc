/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article-picker.h"
#include "fz-hit-regions.h"
#include "fz-search-pane.h"

G_BEGIN_DECLS

struct _FzSearchPane {
  GtkWidget           parent_instance;

  GtkWidget          *bar;
  GtkSearchEntry     *entry;
  GtkLabel           *status;
  GtkStack           *pages;
  GtkListView        *view;
  GtkPopover         *menu;

  FzLibrary          *library;   /* (nullable) */
  FzSearchOrder       order;
  FzHitList          *list;      /* (nullable): what is shown */
  FzHitList          *next;      /* (nullable): what is being asked for */
  GtkMultiSelection  *selection; /* (nullable): of @list */
  gboolean            quiet;     /* the same query again: nothing is announced */
  gboolean            open;      /* the first hit, as soon as it is here */
  gboolean            stale;     /* the library changed while nobody looked */

  GtkWidget          *region_scroller;
  GtkListView        *region_view;
  FzHitRegions       *regions;          /* (nullable): of what is looked for */
  GtkTreeListModel   *region_tree;      /* (nullable): not ours */
  GtkSingleSelection *region_selection; /* (nullable) */
  GCancellable       *counting;         /* (nullable) */
  char               *counted;          /* (nullable): the query that @regions and @n_hits are of */
  gint64              n_hits;
  gboolean            n_more;           /* they are more, and are being counted */
  gboolean            next_is_stale;    /* the library changed while it was on its way */
  gboolean            counts_are_stale; /* the library changed while they were counted */
  gboolean            narrowed;
  FzRegion            region;
  FzRegionOrder       region_order;
};

void fz_search_pane_tell           (FzSearchPane *self, const char *text, gboolean wrong);
void fz_search_pane_ask            (FzSearchPane *self, gboolean quiet);
void fz_search_pane_show_count     (FzSearchPane *self);

/* fz-search-pane-found.c */
void fz_search_pane_bind_found     (GtkWidgetClass *klass);
void fz_search_pane_drop_next      (FzSearchPane *self);
void fz_search_pane_drop_list      (FzSearchPane *self);
void fz_search_pane_ask_list       (FzSearchPane *self);
void fz_search_pane_picker_init    (FzArticlePickerInterface *iface);

/* fz-search-pane-regions.c */
void fz_search_pane_bind_regions   (GtkWidgetClass *klass);
void fz_search_pane_set_up_regions (FzSearchPane *self);
void fz_search_pane_drop_regions   (FzSearchPane *self);
void fz_search_pane_count          (FzSearchPane *self, gboolean anew);
void fz_search_pane_stop_counting  (FzSearchPane *self);
void fz_search_pane_reorder        (FzSearchPane *self);

G_END_DECLS
