/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-record.h"

/* Makes pages of a library as large as is wanted: news of no meaning, of some
 * 1,800 bytes each, from words by how often they come, sentences of the samples,
 * numbers and places. */
typedef struct _Maker Maker;

Maker    *maker_new      (const char *root, guint32 seed);
void      maker_free     (Maker *self);
FzSource *maker_source   (Maker *self, guint number, guint n_articles);
char     *maker_query    (Maker *self, const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Maker, maker_free)
