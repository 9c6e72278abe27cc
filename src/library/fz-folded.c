/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-folded.h"

#include "fz-fold.h"

/* Of a longer text its beginning says what it is. */
#define MOST_CHARS 20000
/* And nobody reads two of this length beside each other. */
#define MOST_WHOLE (1 << 20)

/* What the story is told in.  Headline and names of who wrote it are each paper's
 * own; a picture has its caption alone. */
static const FzRole telling[] = { FZ_ROLE_BODY, FZ_ROLE_CAPTION };

/**
 * fz_folded_new:
 *
 * Returns: (transfer full): nothing yet
 */
FzFolded *
fz_folded_new (void)
{
  FzFolded *self = g_new0 (FzFolded, 1);

  self->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->most = MOST_CHARS;
  return self;
}

/**
 * fz_folded_free:
 */
void
fz_folded_free (FzFolded *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->chars);
  g_array_unref (self->places);
  g_free (self);
}

/* Makes room for so many characters more. */
static void
reserve (FzFolded *self,
         guint     n)
{
  g_array_set_size (self->chars, self->chars->len + n);
  g_array_set_size (self->places, self->places->len + n);
}

/**
 * fz_folded_take:
 * @self: what was taken so far
 * @text: UTF-8
 * @length: its bytes
 * @place: where its first character stands
 *
 * Takes what is word or number of a text, as long as there is room.
 */
void
fz_folded_take (FzFolded   *self,
                const char *text,
                gsize       length,
                guint       place)
{
  guint n = self->chars->len, room = (guint) MIN (length, self->most - MIN (n, self->most)), taken;

  reserve (self, room);
  taken = (guint) fz_fold_words (text, length, place, &g_array_index (self->chars, gunichar, n),
                                 &g_array_index (self->places, guint, n), room);
  g_array_set_size (self->chars, n + taken);
  g_array_set_size (self->places, n + taken);
}

static void
take_role (FzFolded        *self,
           const FzArticle *article,
           FzRole           role)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      if (block->role == role)
        fz_folded_take (self, article->text + block->byte_start, block->byte_end - block->byte_start, block->start);
    }
}

static FzFolded *
fold (const FzArticle *article,
      guint            most)
{
  FzFolded *self = fz_folded_new ();

  self->most = most;
  for (guint i = 0; i < G_N_ELEMENTS (telling) && self->chars->len == 0; i++)
    take_role (self, article, telling[i]);
  return self;
}

/**
 * fz_folded_of:
 * @article: an article
 *
 * Returns: (transfer full): its body, or what it has instead; of a long one the
 *   beginning, by which it is told from others
 */
FzFolded *
fz_folded_of (const FzArticle *article)
{
  return fold (article, MOST_CHARS);
}

/**
 * fz_folded_whole:
 * @article: an article
 *
 * Returns: (transfer full): all of its body, or of what it has instead
 */
FzFolded *
fz_folded_whole (const FzArticle *article)
{
  return fold (article, MOST_WHOLE);
}

/**
 * fz_folded_chars:
 * @self: a text
 * @out_length: (out): how many they are
 *
 * Returns: (transfer none): its characters
 */
const gunichar *
fz_folded_chars (const FzFolded *self,
                 guint          *out_length)
{
  *out_length = self->chars->len;
  return (const gunichar *) (gpointer) self->chars->data;
}
