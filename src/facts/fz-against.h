/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"

G_BEGIN_DECLS

char    *fz_against_before  (const char *start, const char *p);
gboolean fz_against_resolve (const char *against, const FzInterval *own, const GDate *page, FzInterval *out);

G_END_DECLS
