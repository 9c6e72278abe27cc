/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"

G_BEGIN_DECLS

/**
 * FzFolded:
 * @chars: (element-type gunichar): the characters of a text, folded, without what
 *   is no word
 * @places: (element-type guint): where each stands in the article's canonical text
 * @most: how many it takes
 *
 * A text as it is compared with another one.
 */
typedef struct {
  GArray *chars;
  GArray *places;
  guint   most;
} FzFolded;

FzFolded       *fz_folded_new   (void);
void            fz_folded_free  (FzFolded *self);
void            fz_folded_take  (FzFolded *self, const char *text, gsize length, guint place);
FzFolded       *fz_folded_of    (const FzArticle *article);
FzFolded       *fz_folded_whole (const FzArticle *article);
const gunichar *fz_folded_chars (const FzFolded *self, guint *out_length);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzFolded, fz_folded_free)

G_END_DECLS
