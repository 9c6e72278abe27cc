/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* Names that nothing in the text settles, and what the reader says of them. */

static int
compare_spans (const FzSpan *a, const FzSpan *b)
{
  if (a->block != b->block)
    return a->block < b->block ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

/**
 * fz_places_told:
 * @self: the mentions of an article
 * @mention: one that nothing in the text settles
 *
 * Returns: what the reader says that it means, or %FZ_REGION_NONE
 */
FzRegion
fz_places_told (const FzMentions *self, const FzMention *mention)
{
  g_autofree char *name = NULL;
  const FzRegion *told;

  if (self->context.settled == NULL)
    return FZ_REGION_NONE;
  name = g_strndup (self->article->text + mention->byte_start, mention->byte_end - mention->byte_start);
  told = g_hash_table_lookup (self->context.settled, name);
  return told != NULL ? *told : FZ_REGION_NONE;
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
