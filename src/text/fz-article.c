/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article.h"

#include "fz-chars.h"

#include <string.h>

/* The spellings of the JSON contract and of the store, in the order of the
 * enumerations. */
static const char * const role_names[] = {
  "title", "kicker", "subtitle", "byline", "body", "heading",
  "caption", "credit", "masthead", "jump", "noise",
};

static const char * const kind_names[] = {
  "article", "photo", "continuation", "stub",
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == FZ_ROLE_NOISE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (kind_names) == FZ_ARTICLE_KIND_STUB + 1);

static int
find_name (const char * const *names,
           guint               n_names,
           const char         *name)
{
  for (guint i = 0; name && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;

  return -1;
}

static void
block_clear (gpointer data)
{
  FzBlock *block = data;

  g_clear_pointer (&block->pieces, g_free);
}

/* In one piece of memory, of which there is one a block. */
static FzPieces *
pieces_new (const FzPiece *pieces,
            guint          n)
{
  FzPieces *self = g_malloc (sizeof *self + n * sizeof *pieces);

  self->len = n;
  if (n > 0)
    memcpy (self->data, pieces, n * sizeof *pieces);

  return self;
}

static gsize
text_capacity (gsize size)
{
  return (gsize) 1 << g_bit_storage (size);
}

/**
 * fz_author_new:
 * @role: the role word, in Chinese
 * @name: the person, or for 供图 also an office
 *
 * Returns: (transfer full): a new author
 */
FzAuthor *
fz_author_new (const char *role,
               const char *name)
{
  FzAuthor *self = g_new0 (FzAuthor, 1);

  self->role = g_strdup (role);
  self->name = g_strdup (name);

  return self;
}

/**
 * fz_author_free:
 * @self: (transfer full): an author
 */
void
fz_author_free (FzAuthor *self)
{
  g_free (self->role);
  g_free (self->name);
  g_free (self);
}

/**
 * fz_article_new:
 *
 * Returns: (transfer full): an article without text, blocks and authors
 */
FzArticle *
fz_article_new (void)
{
  return fz_article_new_sized (0, 0);
}

/**
 * fz_article_new_sized:
 * @size: bytes of the text that it will have, with the line ends
 * @n_blocks: how many blocks it will have, or a few more
 *
 * Makes room for all of it at once.  Without being told, the text grows by powers of
 * two, so that a million blocks cost a million appends and not a million copies.
 *
 * Returns: (transfer full): an article without text, blocks and authors
 */
FzArticle *
fz_article_new_sized (gsize size,
                      guint n_blocks)
{
  FzArticle *self = g_new0 (FzArticle, 1);

  g_ref_count_init (&self->refs);
  self->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_author_free);
  self->capacity = size + 1;
  self->text = g_malloc (self->capacity);
  self->text[0] = '\0';
  self->blocks = g_array_sized_new (FALSE, FALSE, sizeof (FzBlock), n_blocks);
  g_array_set_clear_func (self->blocks, block_clear);

  return self;
}

/**
 * fz_article_ref:
 * @self: an article
 *
 * Returns: (transfer full): @self
 */
FzArticle *
fz_article_ref (FzArticle *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

/**
 * fz_article_unref:
 * @self: (transfer full): an article
 */
void
fz_article_unref (FzArticle *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_free (self->title);
  g_free (self->kicker);
  g_free (self->subtitle);
  g_free (self->dateline);
  g_free (self->text);
  g_ptr_array_unref (self->authors);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * fz_article_block:
 * @self: an article
 * @index: which block, from 0
 *
 * Returns: (transfer none): the block, good until the next block is appended
 */
FzBlock *
fz_article_block (const FzArticle *self,
                  guint            index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, FzBlock, index);
}

/**
 * fz_article_dup_block:
 * @self: an article
 * @index: which block, from 0
 *
 * Returns: (transfer full): the block's text, without the '\n' that ends it
 */
char *
fz_article_dup_block (const FzArticle *self,
                      guint            index)
{
  const FzBlock *block = fz_article_block (self, index);

  g_return_val_if_fail (block != NULL, NULL);

  return g_strndup (self->text + block->byte_start, block->byte_end - block->byte_start);
}

/**
 * fz_article_append_block:
 * @self: an article
 * @role: what the block is
 * @flags: what is doubtful about it
 * @text: valid UTF-8 without NUL and '\n'
 * @length: bytes of @text, or -1 where it ends with NUL
 * @pieces: (array length=n_pieces): the physical lines joined into it, in order
 * @n_pieces: how many they are
 *
 * Appends a block and its text; the positions follow from the blocks before.
 */
void
fz_article_append_block (FzArticle     *self,
                         FzRole         role,
                         FzBlockFlags   flags,
                         const char    *text,
                         gssize         length,
                         const FzPiece *pieces,
                         guint          n_pieces)
{
  FzBlock block = { .role = role, .flags = flags };
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (self->blocks->len > 0)
    {
      const FzBlock *last = fz_article_block (self, self->blocks->len - 1);

      block.start = last->end + 1;
      block.byte_start = last->byte_end + 1;
    }

  block.end = block.start + fz_text_chars ((FzText) { text, n_bytes });
  block.byte_end = block.byte_start + n_bytes;
  block.pieces = pieces_new (pieces, n_pieces);
  g_array_append_val (self->blocks, block);

  if (block.byte_end + 1 >= self->capacity)
    {
      self->capacity = text_capacity (block.byte_end + 1) + 1;
      self->text = g_realloc (self->text, self->capacity);
    }
  memcpy (self->text + block.byte_start, text, n_bytes);
  self->text[block.byte_end] = '\n';
  self->text[block.byte_end + 1] = '\0';
}

/**
 * fz_block_line_at:
 * @self: a block
 * @position: a code point of the block, from 0
 *
 * Returns: the physical line that the code point was printed on
 */
guint
fz_block_line_at (const FzBlock *self,
                  guint          position)
{
  guint low = 0, high = self->pieces->len;

  g_return_val_if_fail (high > 0, 0);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->pieces->data[middle].start <= position)
        low = middle;
      else
        high = middle;
    }

  return self->pieces->data[low].line;
}

/**
 * fz_role_name:
 * @role: a role
 *
 * Returns: (transfer none): its name in JSON and in the store
 */
const char *
fz_role_name (FzRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_names), NULL);

  return role_names[role];
}

/**
 * fz_role_from_name:
 * @name: (nullable): a name of JSON or of the store
 *
 * Returns: the role, or -1 for a stranger
 */
int
fz_role_from_name (const char *name)
{
  return find_name (role_names, G_N_ELEMENTS (role_names), name);
}

/**
 * fz_article_kind_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in JSON and in the store
 */
const char *
fz_article_kind_name (FzArticleKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * fz_article_kind_from_name:
 * @name: (nullable): a name of JSON or of the store
 *
 * Returns: the kind, or -1 for a stranger
 */
int
fz_article_kind_from_name (const char *name)
{
  return find_name (kind_names, G_N_ELEMENTS (kind_names), name);
}
