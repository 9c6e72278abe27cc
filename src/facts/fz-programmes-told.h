/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading.h"

G_BEGIN_DECLS

/* Who tells of the programmes of an article, block by block. */
typedef struct {
  const FzFacts   *facts;
  const FzArticle *article;
  const GDate     *page;
  FzReading       *reading;
  guint            block;    /* that is read */
  gboolean         timed;    /* its times are found */
  guint            place;    /* no place before it stands at the name or behind it */
  const char      *at;       /* where the count of code points stands */
  guint            position;
} FzTeller;

gsize    fz_teller_bytes_of     (FzTeller *self, guint position);
void     fz_teller_open_block   (FzTeller *self, guint block);
gboolean fz_teller_has_word     (const char *from, const char *to, const char *list, FzWords **cache);

/* fz-programmes-figures.c */
void     fz_teller_tell_figures (FzTeller *self, const GArray *mentions, GArray *told);

G_END_DECLS
