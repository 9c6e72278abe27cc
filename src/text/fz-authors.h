/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-chars.h"

G_BEGIN_DECLS

gboolean fz_authors_is_byline (FzText text);
gboolean fz_authors_is_all    (FzText text);
void     fz_authors_read      (GPtrArray *authors, FzText text);

G_END_DECLS
