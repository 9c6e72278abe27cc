/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"
#include "fz-search-plan.h"

G_BEGIN_DECLS

gboolean fz_search_rare_match (FzConnection *reader, const FzSearchPlan *plan, char **out_match, GError **error);
gboolean fz_search_rare_judge (FzConnection *reader, const FzSearchPlan *plan, gint64 article, gboolean *out_fits,
                               double *out_rank, GError **error);

G_END_DECLS
