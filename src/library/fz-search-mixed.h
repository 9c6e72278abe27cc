/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-conditions.h"

G_BEGIN_DECLS

/* The hits of a query that joins what the index knows with what it does not. */
typedef struct _FzMixed FzMixed;

FzMixed  *fz_mixed_new  (FzConnection *reader, const FzSearchPlan *plan, FzConditions *conditions);
void      fz_mixed_free (FzMixed *self);
gboolean  fz_mixed_next (FzMixed *self, gint64 last, gint64 *out_key, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzMixed, fz_mixed_free)

G_END_DECLS
