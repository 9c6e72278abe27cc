/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>

#include "fz-facts.h"

static void
check_span (const FzArticle *article,
            const FzSpan    *span)
{
  const FzBlock *block = fz_article_block (article, span->block);

  g_assert_cmpuint (span->start, <, span->end);
  g_assert_cmpuint (span->end, <=, block->end - block->start);
}

/* The first two bytes are the year of the page; the rest is its text. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const FzPiece piece = { 1, 0 };
  FzPlaceContext context = { size > 1 ? 1900 + data[0] : 0, size > 1 && data[1] % 2 == 0 ? fz_region_from_code ("3301") : FZ_REGION_NONE };
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();

  article->number = 1;
  fz_article_append_block (article, FZ_ROLE_BODY, 0, text, -1, &piece, 1);
  fz_places_find (facts, article, &context);
  for (guint i = 0; i < facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);

      check_span (article, &place->span);
      g_assert_nonnull (fz_region_name (place->region));
      g_assert_cmpuint (place->score, <=, 100);
    }
  for (guint i = 0; i < facts->open_places->len; i++)
    {
      const FzOpenPlace *place = &g_array_index (facts->open_places, FzOpenPlace, i);

      check_span (article, &place->span);
      g_assert_cmpuint (place->candidates->len, >, 1);
    }

  return 0;
}
