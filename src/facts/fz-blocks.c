/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-blocks.h"

#include "fz-stop.h"

/* Goes through an article block by block: each is read once, for its figures
 * and for its names. */

/** fz_role_may_hold_facts: */
gboolean
fz_role_may_hold_facts (FzRole role)
{
  switch (role)
    {
    case FZ_ROLE_BYLINE:
    case FZ_ROLE_CREDIT:
    case FZ_ROLE_MASTHEAD:
    case FZ_ROLE_JUMP:
    case FZ_ROLE_NOISE:
      return FALSE;
    case FZ_ROLE_TITLE:
    case FZ_ROLE_KICKER:
    case FZ_ROLE_SUBTITLE:
    case FZ_ROLE_BODY:
    case FZ_ROLE_HEADING:
    case FZ_ROLE_CAPTION:
    default:
      return TRUE;
    }
}

/**
 * fz_blocks_read:
 * @self: the facts of @article, its places already found
 * @article: an article
 *
 * Appends the figures of @article in text order, and its named programmes, each
 * once; of fewer blocks where the thread is asked to stop, by fz_stop_set().
 */
void
fz_blocks_read (FzFacts *self, const FzArticle *article)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  FzNames *names = fz_names_new ();

  for (guint i = 0; i < article->blocks->len && !fz_stop_asked (); i++)
    if (fz_role_may_hold_facts (fz_article_block (article, i)->role))
      {
        fz_reading_open (reading, self, article, i);
        fz_names_note (names, reading, i);
        fz_figures_find (self, article, i, reading);
      }
  fz_names_hand_over (names, self, article);
}
