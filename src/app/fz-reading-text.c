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

/* A line of the page: its number, and where it was joined with others its words. */
static void
append_printed (FzManuscript *self, GArray *starts, const FzBlock *block, const char *text, guint i)
{
  const FzPiece *piece = &block->pieces->data[i];
  guint length = block->end - block->start, start = MIN (piece->start, length);
  guint end = i + 1 < block->pieces->len ? CLAMP ((piece + 1)->start, start, length) : length;
  const char *from = g_utf8_offset_to_pointer (text, start), *to = g_utf8_offset_to_pointer (from, end - start);
  g_autofree char *words = block->pieces->len > 1 ? g_strndup (from, to - from) : g_strdup ("");
  g_autofree char *line = g_strdup_printf ("%u\u2002%s", piece->line, g_strchomp (words));
  guint position = block->start + start;

  fz_manuscript_append (self, 0, 0, line, strlen (line));
  while (starts->len < fz_manuscript_n_passages (self))
    g_array_append_val (starts, position);
}

/**
 * fz_reading_printed:
 * @article: an article
 * @starts: (out) (transfer full) (element-type guint): of each passage, the position of
 *   the canonical text that it starts with
 *
 * Returns: (transfer full): the physical lines that its blocks were joined from, each
 *   behind its number; of a block of one line the number alone
 */
FzManuscript *
fz_reading_printed (const FzArticle *article, GArray **starts)
{
  FzManuscript *self = fz_manuscript_new ();

  *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      for (guint k = 0; k < block->pieces->len; k++)
        append_printed (self, *starts, block, article->text + block->byte_start, k);
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
