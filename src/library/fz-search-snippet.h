/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-record.h"
#include "fz-search-plan.h"

G_BEGIN_DECLS

void fz_search_fill_hit (FzHit *hit, const FzSearchPlan *plan, const char *text, guint body,
                         const FzAtoms *atoms);

G_END_DECLS
