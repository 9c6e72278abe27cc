/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-region-forest.h"

G_BEGIN_DECLS

#define FZ_TYPE_REGION_TREE (fz_region_tree_get_type ())
G_DECLARE_FINAL_TYPE (FzRegionTree, fz_region_tree, FZ, REGION_TREE, GtkWidget)

GtkWidget *fz_region_tree_new         (void);
void       fz_region_tree_set_library (FzRegionTree *self, FzLibrary *library);
void       fz_region_tree_step        (FzRegionTree *self, int step);
void       fz_region_tree_focus       (FzRegionTree *self);
void       fz_region_tree_find        (FzRegionTree *self);
GtkWidget *fz_region_tree_get_picker  (FzRegionTree *self);
void       fz_region_tree_reveal      (FzRegionTree *self, gint64 article, FzRegion region);

G_END_DECLS
