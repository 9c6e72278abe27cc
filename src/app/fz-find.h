/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-manuscript.h"
#include "fz-ranges.h"

G_BEGIN_DECLS

/* Nobody walks through more. */
#define FZ_FIND_MAX 10000

guint fz_find (const FzManuscript *text, const char *words, FzRanges *hits);

G_END_DECLS
