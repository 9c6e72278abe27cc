/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region.h"

G_BEGIN_DECLS

const char *fz_region_pinyin    (FzRegion region);
GArray     *fz_region_search    (const char *query, guint most);
GArray     *fz_region_search_in (const GArray *regions, const char *query, guint most);

G_END_DECLS
