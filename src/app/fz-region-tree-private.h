/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region-tree.h"

G_BEGIN_DECLS

struct _FzRegionTree {
  GtkWidget           parent_instance;

  GtkWidget          *scroller;
  GtkListView        *view;
  FzRegionForest     *forest;
  GtkTreeListModel   *tree;
  GtkSingleSelection *selection;
  FzArticleList      *wanted_in; /* (nullable): where the wanted one should be */
  FzRegion            wanted_region;
  gint64              wanted;
  gboolean            importing;
  FzArticleItem      *pending; /* (nullable): to be opened when its entry has come */
};

void fz_region_tree_activate        (FzRegionTree *self, GtkTreeListRow *row);
void fz_region_tree_select          (FzRegionTree *self, guint position);
void fz_region_tree_show            (FzRegionTree *self, guint position);
void fz_region_tree_install_actions (GtkWidgetClass *klass);
void fz_region_tree_try_wanted      (FzRegionTree *self);
void fz_region_tree_forget_wanted   (FzRegionTree *self);

G_END_DECLS
