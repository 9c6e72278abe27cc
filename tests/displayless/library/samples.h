/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/* Sources made by hand, of invented news: what the engine would make of them is
 * not these tests' matter. */

#define SAMPLE_HANGZHOU G_GUINT64_CONSTANT (330100000000)
#define SAMPLE_YUHANG   G_GUINT64_CONSTANT (330110000000)
#define SAMPLE_CHENGDU  G_GUINT64_CONSTANT (510100000000)

FzSource *sample_source      (void);
FzSource *sample_small       (guint number, FzRegion region);
FzSource *sample_large       (guint n_articles);
char     *sample_folder      (void);
void      sample_folder_free (char *folder);
void      sample_cut         (FzSource *source, guint n_facts);

G_END_DECLS
