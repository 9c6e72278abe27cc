/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region-node.h"

G_BEGIN_DECLS

struct _FzRegionNode {
  GObject        parent_instance;

  FzLibrary     *library;
  FzRegionCount  count;
  char          *name;
  GListStore    *children; /* (element-type FzRegionNode) */
  FzArticleList *articles; /* (nullable): made when somebody looks */
  GListModel    *model;    /* (nullable): children, then articles */
  gboolean       is_new;
  FzNodeRow      row;
  FzSort         sort;
  FzSavedSearch *saved;    /* (nullable) */
  GCancellable  *counting; /* (nullable) */
  gboolean       stale;    /* the count of the hits may be wrong */
};

void fz_region_node_changed (FzRegionNode *self);

G_END_DECLS
