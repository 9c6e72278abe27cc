/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-text.h"

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
