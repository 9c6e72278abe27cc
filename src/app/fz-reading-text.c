/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-text.h"

#include <string.h>

/**
 * fz_reading_manuscript:
 * @article: an article
 *
 * Returns: (transfer full): its canonical text, position for position, with the role of
 *   each block for its style and the block's flags
 */
FzManuscript *
fz_reading_manuscript (const FzArticle *article)
{
  FzManuscript *self = fz_manuscript_new ();

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      fz_manuscript_append (self, block->role, block->flags, article->text + block->byte_start,
                            block->byte_end - block->byte_start);
    }
  return self;
}

/* One past the last passage of the paragraph that passage @i begins. */
static guint
paragraph_end (const FzManuscript *text, guint i)
{
  guint n = fz_manuscript_n_passages (text);

  for (i++; i < n && fz_manuscript_get_passage (text, i)->goes_on;)
    i++;
  return i;
}

/**
 * fz_reading_in_script:
 * @text: what is read
 * @script: what it is to be shown in
 *
 * Returns: (transfer full): the same text in that script, position for position
 */
FzManuscript *
fz_reading_in_script (const FzManuscript *text, FzScript script)
{
  FzManuscript *self = fz_manuscript_new ();
  gsize length;
  const char *bytes = fz_manuscript_get_text (text, &length);

  for (guint i = 0, n = fz_manuscript_n_passages (text); i < n;)
    {
      const FzPassage *first = fz_manuscript_get_passage (text, i);
      guint end = paragraph_end (text, i);
      gsize size = fz_manuscript_get_passage (text, end - 1)->byte_end - first->byte;
      g_autofree char *shown = fz_script_convert (bytes + first->byte, size, script);

      fz_manuscript_append (self, first->style, first->flags, shown, strlen (shown));
      i = end;
    }
  return self;
}

/**
 * fz_reading_position:
 * @block: index of a block of @article
 * @offset: a position in it
 *
 * Returns: the same position in the canonical text
 */
guint
fz_reading_position (const FzArticle *article, guint block, guint offset)
{
  return fz_article_block (article, block)->start + offset;
}
