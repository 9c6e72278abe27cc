/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-lines.h"
#include "fz-page.h"

G_BEGIN_DECLS

gboolean fz_masthead_is_line    (FzText text, const gunichar *points, guint chars);
gboolean fz_masthead_is_beside  (FzText text);
gboolean fz_masthead_is_digest  (FzText text);
gboolean fz_masthead_is_date    (FzText text);
void     fz_masthead_read       (FzPage *page, const FzLines *lines);

G_END_DECLS
