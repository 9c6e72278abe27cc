/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-chars.h"

G_BEGIN_DECLS

gboolean fz_credits_is   (FzText text);
FzText   fz_credits_tail (FzText text);
void     fz_credits_read (GPtrArray *authors, FzText text);

G_END_DECLS
