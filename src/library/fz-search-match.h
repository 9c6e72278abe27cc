/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-atoms.h"

G_BEGIN_DECLS

/* Something that is looked for in a text. */
typedef struct {
  FzAtoms  *atoms;
  gboolean  open; /* the last word may go on: GD* */
} FzPhrase;

gboolean fz_phrase_stands_at (const FzPhrase *self, const FzAtoms *text, guint at, guint *end);
gboolean fz_phrase_find      (const FzPhrase *self, const FzAtoms *text, guint from, guint *start, guint *end);

G_END_DECLS
