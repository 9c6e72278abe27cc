/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/* Makes one source anew from its bytes, its corrections, and those put in and
 * taken out with it. */
gboolean fz_revise (FzLibrary *library, gint64 source, GPtrArray *add, const GArray *remove, guint *out_articles,
                    GCancellable *cancellable, GError **error);

/* Whether the library would refuse every other source for the same reason. */
gboolean fz_error_ends_work (const GError *error);

G_END_DECLS
