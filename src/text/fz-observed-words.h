/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-observations.h"

G_BEGIN_DECLS

void     fz_words_look       (const FzObserver *self, const FzLine *line, FzObserved *observed);
gboolean fz_words_begin_news (FzObserver *self, const FzLine *line);

/* For the looking at lines only: what is seen more than the cap is dropped. */
static inline void
fz_see (FzObserved *observed, guint seen)
{
  if (observed->n < FZ_OBSERVED_MAX)
    observed->seen[observed->n++] = (guint16) seen;
}

static inline void
fz_see_if (FzObserved *observed, gboolean holds, FzObservation seen)
{
  if (holds)
    fz_see (observed, seen);
}

G_END_DECLS
