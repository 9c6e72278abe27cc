/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region-counts.h"
#include "fz-region-forest.h"

G_BEGIN_DECLS

/* What stands beside the regions, each while there is any. */
typedef enum { SHELF_UNREAD, SHELF_STARRED, SHELF_BIN, SHELF_ORPHANS, N_SHELVES } FzForestShelf;

struct _FzRegionForest {
  GObject       parent_instance;

  FzLibrary    *library;
  GListStore   *roots;   /* (element-type FzRegionNode) */
  FzRegionCounts *counts; /* (nullable): until the library has answered */
  GHashTable   *nodes;   /* (element-type FzRegion FzRegionNode): those that somebody looked at */
  GHashTable   *looked;  /* (element-type FzRegion): those that somebody looked below */
  GCancellable *cancellable;
  gint64        total;
  gint64        unread;
  FzRegionOrder order;
  gboolean      whole;
  gboolean      asking;
  gboolean      stale;
  FzSort        sort;
  FzRegionNode *shelves[N_SHELVES]; /* (nullable) */
  GPtrArray    *saved;       /* (element-type FzRegionNode): searches, in their order */
};

void fz_region_forest_fail (FzRegionForest *self, GError *error);
void          fz_region_forest_ask         (FzRegionForest *self);
int           fz_region_forest_compare     (gconstpointer a, gconstpointer b, gpointer user_data);
FzRegionNode *fz_region_forest_new_node    (FzRegionForest *self, FzRegion region);
void          fz_region_forest_add_nodes   (FzRegionForest *self, const GArray *regions);
void          fz_region_forest_add_below   (FzRegionForest *self, FzRegion upper);
void          fz_region_forest_insert_node (FzRegionForest *self, FzRegionNode *node);
void          fz_region_forest_show_unread (FzRegionForest *self);
void          fz_region_forest_marked      (FzRegionForest *self, GArray *articles, guint mark, gboolean on, GArray *counts);
void          fz_region_forest_ask_shelves (FzRegionForest *self);
FzRegionNode *fz_region_forest_ensure_node (FzRegionForest *self, FzRegion region);

G_END_DECLS
