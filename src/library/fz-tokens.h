/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-atoms.h"

G_BEGIN_DECLS

/* Called for each token; @same_place where it stands where the one before it
 * stands.  Answers other than 0 end the walk. */
typedef int (*FzTokenFunc) (gpointer data, gboolean same_place, const char *token, gsize length,
                            gsize start, gsize end);

int      fz_tokens_of_text   (const FzAtoms *atoms, FzTokenFunc func, gpointer data);
int      fz_tokens_of_phrase (const FzAtoms *atoms, gboolean of_number, FzTokenFunc func, gpointer data);
gboolean fz_tokens_have_other_way (const FzAtoms *atoms);
gboolean fz_tokens_are_open  (const FzAtoms *atoms);

G_END_DECLS
