/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-phrase.h"

G_BEGIN_DECLS

const char      *fz_links_skip        (const FzReading *reading, const char *p, const char *limit, FzPhrase *phrase);
const char      *fz_link_each_at      (const char *p, const char *end);
const char      *fz_link_skip_article (const char *p, const char *end, const char *limit);
gsize            fz_link_brackets_before (const char *limit, const char *p);
gsize            fz_link_same_span_before (const char *limit, const char *p);
const FzTime    *fz_link_time         (const FzReading *reading, const char *p);
const FzStretch *fz_link_place        (const FzReading *reading, const char *p);

G_END_DECLS
