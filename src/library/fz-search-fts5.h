/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-node.h"

G_BEGIN_DECLS

char *fz_fts5_all    (FzNode *const *nodes, guint n, GHashTable *instead);
void  fz_fts5_narrow (char **match, FzRegion region);

G_END_DECLS
