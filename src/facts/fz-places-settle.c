/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-facts.h"

/* Names that nothing in the text settles, and what the reader says of them. */

static int
compare_spans (const FzSpan *a, const FzSpan *b)
{
  if (a->block != b->block)
    return a->block < b->block ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return compare_spans (&((const FzPlace *) a)->span, &((const FzPlace *) b)->span);
}

/* The reader has no doubt. */
static void
settle_open (FzFacts *self, FzOpenPlace *open, FzRegion region)
{
  FzPlace place = {
    .span = open->span,
    .surface = g_steal_pointer (&open->surface),
    .region = region,
    .score = 100,
    .primary = self->region != FZ_REGION_CHINA && fz_region_contains (self->region, region),
  };

  g_array_append_val (self->places, place);
}

/**
 * fz_facts_settle:
 * @self: what an article says
 * @surface: a name in it that was left open
 * @region: what the reader says that it means there
 *
 * Every mention that goes by this name and is open is one of @region from now on.
 */
void
fz_facts_settle (FzFacts *self, const char *surface, FzRegion region)
{
  guint n_places = self->places->len;

  for (guint i = self->open_places->len; i > 0; i--)
    {
      FzOpenPlace *open = &g_array_index (self->open_places, FzOpenPlace, i - 1);

      if (!g_str_equal (open->surface, surface))
        continue;
      settle_open (self, open, region);
      g_array_remove_index (self->open_places, i - 1);
    }
  if (self->places->len > n_places)
    g_array_sort (self->places, compare_places);
}

static gboolean
overlaps (const FzSpan *a, const FzSpan *b)
{
  return a->block == b->block && a->start < b->end && b->start < a->end;
}

/* Both lists are in the order of the text. */
static gboolean
is_settled (const FzFacts *self, const FzSpan *span, guint *next)
{
  while (*next < self->places->len)
    {
      const FzSpan *place = &g_array_index (self->places, FzPlace, *next).span;

      if (overlaps (place, span))
        return TRUE;
      if (compare_spans (place, span) > 0)
        return FALSE;
      ++*next;
    }
  return FALSE;
}

/**
 * fz_places_find_open:
 * @self: what an article says, its places known
 * @article: the article
 * @context: (nullable): what is known of the page
 *
 * Finds the names again that are left open, for these are not kept.  What the
 * other articles of its page or the reader settled stands among the places of
 * @self, and is none of them.
 */
void
fz_places_find_open (FzFacts *self, const FzArticle *article, const FzPlaceContext *context)
{
  g_autoptr (FzFacts) found = fz_facts_new ();
  guint next = 0;

  fz_places_find (found, article, context);
  for (guint i = 0; i < found->open_places->len; i++)
    {
      FzOpenPlace *open = &g_array_index (found->open_places, FzOpenPlace, i);
      FzOpenPlace own = *open;

      if (is_settled (self, &open->span, &next))
        continue;
      own.surface = g_strdup (open->surface);
      own.candidates = g_array_ref (open->candidates);
      g_array_append_val (self->open_places, own);
    }
}
