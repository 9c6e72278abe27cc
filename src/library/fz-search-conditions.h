/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"
#include "fz-search-plan.h"

G_BEGIN_DECLS

/* What is asked of each hit, since the index does not know it. */
typedef struct _FzConditions FzConditions;

FzConditions *fz_conditions_new          (FzConnection *reader, const FzSearchPlan *plan, GError **error);
void          fz_conditions_free         (FzConditions *self);
gboolean      fz_conditions_hold         (FzConditions *self, gint64 key, gboolean *out_hold, GError **error);
gboolean      fz_conditions_node_holds   (FzConditions *self, const FzNode *node, gint64 key, gboolean *out_holds, GError **error);
gboolean      fz_conditions_singles_hold (FzConditions *self, gint64 article, gboolean *out_hold, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzConditions, fz_conditions_free)

G_END_DECLS
