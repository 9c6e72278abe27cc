/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-story.h"

#include "fz-reading-folio.h"

/* A story that goes on on another page is read as one text: its parts follow each
 * other, each under a line that names the page it was printed on.  The library
 * knows the parts alone, so that a position in the story is one in a part, less
 * where the part starts. */

static void
append_head (FzStory *self, const FzEntry *entry)
{
  g_autofree char *head = fz_reading_origin (entry);

  fz_article_append_block (self->article, FZ_ROLE_HEADING, 0, head, -1, NULL, 0);
}

static void
append_blocks (FzStory *self, const FzArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      fz_article_append_block (self->article, block->role, block->flags, article->text + block->byte_start,
                               (gssize) (block->byte_end - block->byte_start),
                               block->pieces->data, block->pieces->len);
    }
}

/* The view marks where facts stand that the reader did not reject; what they say is asked of the article itself. */
static void
append_spans (FzStory *self, const FzFacts *facts, guint first_block)
{
  for (guint i = 0; i < facts->places->len; i++)
    {
      FzPlace place = { .span = g_array_index (facts->places, FzPlace, i).span };

      place.span.block += first_block;
      g_array_append_val (self->facts->places, place);
    }
  for (guint i = 0; i < facts->figures->len; i++)
    {
      const FzFigure *stated = &g_array_index (facts->figures, FzFigure, i);
      FzFigure figure = { .span = stated->span, .verdict = stated->verdict };

      figure.span.block += first_block;
      g_array_append_val (self->facts->figures, figure);
    }
}

static guint
end_of (const FzArticle *article)
{
  return article->blocks->len > 0 ? fz_article_block (article, article->blocks->len - 1)->end + 1 : 0;
}

static void
append_part (FzStory *self, const FzStored *stored)
{
  FzStoryPart part = { .article = stored->entry->id, .text = fz_article_ref (stored->article) };
  guint first_block;

  append_head (self, stored->entry);
  first_block = self->article->blocks->len;
  part.start = end_of (self->article);
  append_blocks (self, stored->article);
  part.end = end_of (self->article);
  append_spans (self, stored->facts, first_block);
  g_array_append_val (self->parts, part);
}

static void
take_alone (FzStory *self, const FzStored *stored)
{
  const FzStoryPart part = {
    .article = stored->entry->id,
    .text = fz_article_ref (stored->article),
    .end = end_of (stored->article),
  };

  self->article = fz_article_ref (stored->article);
  self->facts = fz_facts_ref (stored->facts);
  g_array_append_val (self->parts, part);
}

static void
part_clear (gpointer data)
{
  fz_article_unref (((FzStoryPart *) data)->text);
}

/**
 * fz_story_new:
 * @stored: an article, with its other parts
 *
 * An article without other parts is its own story, and nothing is copied.
 *
 * Returns: (transfer full): it, as it is read
 */
FzStory *
fz_story_new (const FzStored *stored)
{
  FzStory *self = g_new0 (FzStory, 1);

  g_ref_count_init (&self->refs);
  self->parts = g_array_new (FALSE, FALSE, sizeof (FzStoryPart));
  g_array_set_clear_func (self->parts, part_clear);
  self->own = stored->before->len;
  if (stored->before->len + stored->after->len == 0)
    {
      take_alone (self, stored);
      return self;
    }
  self->article = fz_article_new ();
  self->facts = fz_facts_new ();
  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    append_part (self, fz_story_nth_stored (stored, i));
  return self;
}

/** fz_story_ref: */
FzStory *
fz_story_ref (FzStory *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

/** fz_story_unref: */
void
fz_story_unref (FzStory *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  fz_article_unref (self->article);
  fz_facts_unref (self->facts);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * fz_story_part:
 * @index: of a part
 *
 * Returns: (transfer none): the part
 */
const FzStoryPart *
fz_story_part (const FzStory *self, guint index)
{
  return &g_array_index (self->parts, FzStoryPart, index);
}

/**
 * fz_story_part_of:
 * @article: id of an article
 *
 * Returns: (transfer none) (nullable): the part that it is
 */
const FzStoryPart *
fz_story_part_of (const FzStory *self, gint64 article)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (fz_story_part (self, i)->article == article)
      return fz_story_part (self, i);
  return NULL;
}

/**
 * fz_story_part_at:
 * @position: in the text of the story
 *
 * Returns: (transfer none): the part that holds it; of the line that names the
 *   page of a part, that part
 */
const FzStoryPart *
fz_story_part_at (const FzStory *self, guint position)
{
  guint index = 0;

  while (index < self->parts->len - 1 && position >= fz_story_part (self, index)->end)
    index++;
  return fz_story_part (self, index);
}

/**
 * fz_story_n_stored:
 * @stored: an article, with its other parts
 *
 * Returns: how many parts its story has, itself included
 */
guint
fz_story_n_stored (const FzStored *stored)
{
  return stored->before->len + 1 + stored->after->len;
}

/**
 * fz_story_nth_stored:
 * @stored: an article, with its other parts
 * @n: which part, in reading order
 *
 * Returns: (transfer none): that part as the library has it
 */
const FzStored *
fz_story_nth_stored (const FzStored *stored, guint n)
{
  if (n < stored->before->len)
    return stored->before->pdata[n];
  n -= stored->before->len;
  return n == 0 ? stored : stored->after->pdata[n - 1];
}
