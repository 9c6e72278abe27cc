/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-buffer.h"

#include "fz-language.h"
#include "fz-reading-tags.h"

/* An article as a text of GTK.
 *
 * The text of the buffer is the canonical text of the article, character for
 * character, so that an offset here is a position there.  All distance between
 * paragraphs, all indents and sizes come from tags, one a role.
 *
 * A long article is filled in slices from an idle source that stands behind
 * drawing and the view's own layout, so that its first screen is there at once
 * and the window stays awake. */
struct _FzReadingBuffer {
  GtkTextBuffer  parent_instance;

  FzArticle     *article;
  FzFacts       *facts;
  guint          next_block;
  guint          next_figure;
  guint          next_place;
  guint          idle;
};

G_DEFINE_FINAL_TYPE (FzReadingBuffer, fz_reading_buffer, GTK_TYPE_TEXT_BUFFER)

enum { FILLED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define SLICE_BLOCKS 64
#define SLICE_USEC 4000

static void
apply (FzReadingBuffer *self, GtkTextTag *tag, guint start, guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &to, end);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), tag, &from, &to);
}

static void
apply_span (FzReadingBuffer *self, GtkTextTag *tag, const FzSpan *span)
{
  apply (self, tag,
         fz_reading_position (self->article, span->block, span->start),
         fz_reading_position (self->article, span->block, span->end));
}

static void
apply_facts (FzReadingBuffer *self)
{
  for (; self->next_figure < self->facts->figures->len; self->next_figure++)
    {
      const FzFigure *figure = &g_array_index (self->facts->figures, FzFigure, self->next_figure);

      if (figure->span.block >= self->next_block)
        break;
      apply_span (self, fz_reading_tags_mark (GTK_TEXT_BUFFER (self), FZ_READING_FIGURE), &figure->span);
    }
  for (; self->next_place < self->facts->places->len; self->next_place++)
    {
      const FzPlace *place = &g_array_index (self->facts->places, FzPlace, self->next_place);

      if (place->span.block >= self->next_block)
        break;
      apply_span (self, fz_reading_tags_mark (GTK_TEXT_BUFFER (self), FZ_READING_PLACE), &place->span);
    }
}

static void
insert_blocks (FzReadingBuffer *self, guint first, guint end)
{
  const FzBlock *from = fz_article_block (self->article, first);
  const FzBlock *last = fz_article_block (self->article, end - 1);
  gsize bytes = last->byte_end - from->byte_start + 1; /* with its '\n' */
  GtkTextIter at;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &at);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &at, self->article->text + from->byte_start, bytes);
  for (guint i = first; i < end; i++)
    {
      const FzBlock *block = fz_article_block (self->article, i);

      apply (self, fz_reading_tags_role (GTK_TEXT_BUFFER (self), block->role), block->start, block->end + 1);
    }
  apply (self, fz_reading_tags_text (GTK_TEXT_BUFFER (self)), from->start, last->end + 1);
}

static gboolean
fill_slice (gpointer user_data)
{
  FzReadingBuffer *self = user_data;
  gint64 until = g_get_monotonic_time () + SLICE_USEC;
  guint n_blocks = self->article->blocks->len;

  while (self->next_block < n_blocks && g_get_monotonic_time () < until)
    {
      guint end = MIN (self->next_block + SLICE_BLOCKS, n_blocks);

      insert_blocks (self, self->next_block, end);
      self->next_block = end;
      apply_facts (self);
    }
  if (self->next_block < n_blocks)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  g_signal_emit (self, signals[FILLED], 0);
  return G_SOURCE_REMOVE;
}

/* Not before: GtkTextBuffer takes its table of tags while it is constructed. */
static void
fz_reading_buffer_constructed (GObject *object)
{
  G_OBJECT_CLASS (fz_reading_buffer_parent_class)->constructed (object);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (object), FALSE);
  fz_reading_tags_add (GTK_TEXT_BUFFER (object));
}

static void
fz_reading_buffer_dispose (GObject *object)
{
  FzReadingBuffer *self = FZ_READING_BUFFER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->article, fz_article_unref);
  g_clear_pointer (&self->facts, fz_facts_unref);
  G_OBJECT_CLASS (fz_reading_buffer_parent_class)->dispose (object);
}

static void
fz_reading_buffer_class_init (FzReadingBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = fz_reading_buffer_constructed;
  G_OBJECT_CLASS (klass)->dispose = fz_reading_buffer_dispose;

  /* The whole article is in. */
  signals[FILLED] = g_signal_new ("filled", FZ_TYPE_READING_BUFFER, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_reading_buffer_init (FzReadingBuffer *self)
{
}

/**
 * fz_reading_buffer_new:
 *
 * Returns: (transfer full): an empty text
 */
FzReadingBuffer *
fz_reading_buffer_new (void)
{
  return g_object_new (FZ_TYPE_READING_BUFFER, NULL);
}

/**
 * fz_reading_buffer_clear:
 *
 * Takes the text out, and stops filling it in.
 */
void
fz_reading_buffer_clear (FzReadingBuffer *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->article, fz_article_unref);
  g_clear_pointer (&self->facts, fz_facts_unref);
  self->next_block = self->next_figure = self->next_place = 0;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
}

/**
 * fz_reading_buffer_fill:
 * @article: what is to be read
 * @facts: what it says
 *
 * Puts the first slice in at once and the rest when there is time; "filled" is
 * emitted when all is in, which for an ordinary article is before this returns.
 */
void
fz_reading_buffer_fill (FzReadingBuffer *self, FzArticle *article, FzFacts *facts)
{
  fz_reading_buffer_clear (self);
  self->article = fz_article_ref (article);
  self->facts = fz_facts_ref (facts);
  g_object_set (fz_reading_tags_text (GTK_TEXT_BUFFER (self)), "language", fz_text_language (article->text), NULL);
  if (fill_slice (self) == G_SOURCE_CONTINUE)
    self->idle = g_idle_add (fill_slice, self);
}

/**
 * fz_reading_buffer_is_filled:
 *
 * Returns: whether the whole article is in
 */
gboolean
fz_reading_buffer_is_filled (FzReadingBuffer *self)
{
  return self->article != NULL && self->idle == 0;
}

/**
 * fz_reading_buffer_mark:
 * @start: first code point
 * @end: one past the last; @start takes the mark away
 *
 * Draws the one mark that says "here".
 */
void
fz_reading_buffer_mark (FzReadingBuffer *self, guint start, guint end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *mark = fz_reading_tags_mark (buffer, FZ_READING_MARK);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, mark, &from, &to);
  gtk_text_tag_set_priority (mark, gtk_text_tag_table_get_size (table) - 1);
  if (start < end)
    apply (self, mark, start, end);
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
