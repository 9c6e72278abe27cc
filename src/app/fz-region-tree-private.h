/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article-picker.h"
#include "fz-region-tree.h"
#include "fz-union-pane.h"

G_BEGIN_DECLS

struct _FzRegionTree {
  GtkWidget           parent_instance;

  GtkSearchEntry     *entry;
  GtkStack           *pages;
  GtkWidget          *bar;
  GtkWidget          *paned;
  GtkListView        *view;
  GtkListView        *found_view;
  GtkSingleSelection *found_selection;
  GListStore         *found; /* (element-type FzRegionNode) */
  GtkLabel           *nothing;
  FzUnionPane        *pane;
  GtkPopover         *menu;         /* of the row of an article */
  GMenuModel         *article_menu;
  GMenuModel         *search_menu;
  GMenuModel         *bin_menu;
  gint64              menu_search;  /* whose it is, 0 for no search's */
  FzRegionForest     *forest;
  GtkTreeListModel   *tree;
  GtkMultiSelection  *selection;
  FzRegionOrder       order;
  FzSort              sort;
  gboolean            whole;
  GArray             *spans; /* (nullable) (element-type FzRegionSpan): of several regions that are selected */
  FzArticleList      *wanted_in; /* (nullable): where the wanted one should be */
  FzRegion            wanted_region;
  gint64              wanted;
  gboolean            importing;
  FzArticleItem      *pending; /* (nullable): to be opened when its entry has come */
};

void            fz_region_tree_activate         (FzRegionTree *self, GtkTreeListRow *row);
void            fz_region_tree_open_item        (FzRegionTree *self, FzArticleItem *item);
guint           fz_region_tree_cursor           (FzRegionTree *self);
void            fz_region_tree_select           (FzRegionTree *self, guint position);
void            fz_region_tree_show             (FzRegionTree *self, guint position);
void     fz_region_tree_keep_top (FzRegionTree *self, guint position, guint removed, guint added);
void            fz_region_tree_install_actions  (GtkWidgetClass *klass);
void            fz_region_tree_try_wanted       (FzRegionTree *self);
void            fz_region_tree_forget_wanted    (FzRegionTree *self);
GtkTreeListRow *fz_region_tree_open_region      (FzRegionTree *self, FzRegion region);

typedef void (*FzRegionRowFunc) (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node, gpointer user_data);
void            fz_region_tree_each_region      (FzRegionTree *self, FzRegionRowFunc func, gpointer user_data);
void            fz_region_tree_reorder          (FzRegionTree *self);

/* fz-region-tree-find.c */
void            fz_region_tree_bind_finder      (GtkWidgetClass *klass);

/* fz-region-tree-file.c */
void            fz_region_tree_bind_filing      (GtkWidgetClass *klass);

/* fz-region-tree-mark.c */
void            fz_region_tree_bind_marking     (GtkWidgetClass *klass);
void            fz_region_tree_picker_init      (FzArticlePickerInterface *iface);

/* fz-region-tree-union.c */
void            fz_region_tree_bind_union       (GtkWidgetClass *klass);
void            fz_region_tree_selection_changed (FzRegionTree *self);
void            fz_region_tree_select_one       (FzRegionTree *self);

G_END_DECLS
