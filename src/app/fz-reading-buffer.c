/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-buffer.h"

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

  GtkTextTag    *text;
  GtkTextTag    *figure;
  GtkTextTag    *place;
  GtkTextTag    *mark;
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

typedef enum { TONE_FULL, TONE_DIM, TONE_FAINT } Tone;

/* At least 4.5:1 on the view background of either scheme. */
static const struct {
  const char *light;
  const char *dark;
} tones[] = {
  [TONE_FULL]  = { "#1d1c22", "#f2f1ef" },
  [TONE_DIM]   = { "#5e5c64", "#c0bfbc" },
  [TONE_FAINT] = { "#716f77", "#9a9996" },
};

static const struct {
  const char *light;
  const char *dark;
} figure_line = { "#1a5fb480", "#99c1f180" },
  place_line = { "#26a26980", "#8ff0a466" },
  mark_fill = { "#ffcf8f", "#7a4b0c" };

/* How each role is set; @above, @below and @indent in em of the body. */
static const struct {
  const char *name;
  double      scale;
  int         weight;
  double      above;
  double      below;
  double      indent;
  Tone        tone;
} styles[] = {
  [FZ_ROLE_TITLE]    = { "title",    1.75, PANGO_WEIGHT_BOLD,   0.1, 0.5, 0, TONE_FULL },
  [FZ_ROLE_KICKER]   = { "kicker",   1.05, PANGO_WEIGHT_NORMAL, 0.0, 0.2, 0, TONE_DIM },
  [FZ_ROLE_SUBTITLE] = { "subtitle", 1.1,  PANGO_WEIGHT_MEDIUM, 0.0, 0.4, 0, TONE_DIM },
  [FZ_ROLE_BYLINE]   = { "byline",   0.9,  PANGO_WEIGHT_NORMAL, 0.0, 0.6, 0, TONE_DIM },
  [FZ_ROLE_BODY]     = { "body",     1.0,  PANGO_WEIGHT_NORMAL, 0.0, 0.3, 2, TONE_FULL },
  [FZ_ROLE_HEADING]  = { "heading",  1.05, PANGO_WEIGHT_BOLD,   0.9, 0.3, 0, TONE_FULL },
  [FZ_ROLE_CAPTION]  = { "caption",  0.85, PANGO_WEIGHT_NORMAL, 0.3, 0.2, 0, TONE_DIM },
  [FZ_ROLE_CREDIT]   = { "credit",   0.8,  PANGO_WEIGHT_NORMAL, 0.0, 0.4, 0, TONE_DIM },
  [FZ_ROLE_MASTHEAD] = { "masthead", 0.8,  PANGO_WEIGHT_NORMAL, 0.0, 0.3, 0, TONE_FAINT },
  [FZ_ROLE_JUMP]     = { "jump",     0.85, PANGO_WEIGHT_NORMAL, 0.0, 0.3, 0, TONE_FAINT },
  [FZ_ROLE_NOISE]    = { "noise",    0.8,  PANGO_WEIGHT_NORMAL, 0.0, 0.3, 0, TONE_FAINT },
};

#define FONTS "Noto Serif CJK SC, Noto Sans CJK SC, serif"
/* What a line of the Noto CJK faces takes of itself, in em. */
#define NATURAL_LINE_HEIGHT 1.448
#define SLICE_BLOCKS 64
#define SLICE_USEC 4000
/* As much of a text as shows its script. */
#define SCRIPT_SAMPLE 2000

/* Frequent characters that only one of the two scripts uses. */
static const char simplified_only[] = "这个们来时国说对会为学发经动业产农乡镇东车门开间关书长";
static const char traditional_only[] = "這個們來時國說對會為學發經動業產農鄉鎮東車門開間關書長";

static GtkTextTag *
role_tag (FzReadingBuffer *self, FzRole role)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));

  return gtk_text_tag_table_lookup (table, styles[role].name);
}

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
      apply_span (self, self->figure, &figure->span);
    }
  for (; self->next_place < self->facts->places->len; self->next_place++)
    {
      const FzPlace *place = &g_array_index (self->facts->places, FzPlace, self->next_place);

      if (place->span.block >= self->next_block)
        break;
      apply_span (self, self->place, &place->span);
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

      apply (self, role_tag (self, block->role), block->start, block->end + 1);
    }
  apply (self, self->text, from->start, last->end + 1);
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
  FzReadingBuffer *self = FZ_READING_BUFFER (object);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  G_OBJECT_CLASS (fz_reading_buffer_parent_class)->constructed (object);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  self->text = gtk_text_buffer_create_tag (buffer, "text", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_text_buffer_create_tag (buffer, styles[i].name,
                                "scale", styles[i].scale,
                                "weight", styles[i].weight,
                                NULL);
  self->place = gtk_text_buffer_create_tag (buffer, "place", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->figure = gtk_text_buffer_create_tag (buffer, "figure", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->mark = gtk_text_buffer_create_tag (buffer, "mark", NULL);
  fz_reading_buffer_set_dark (self, FALSE);
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
 * fz_reading_buffer_set_em:
 * @em: the size of the body, in pixels
 */
void
fz_reading_buffer_set_em (FzReadingBuffer *self, double em)
{
  PangoFontDescription *font = pango_font_description_from_string (FONTS);

  pango_font_description_set_absolute_size (font, em * PANGO_SCALE);
  g_object_set (self->text, "font-desc", font, NULL);
  pango_font_description_free (font);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      /* What is set large needs less air than the body. */
      double height = styles[i].scale > 1.5 ? 1.5 : FZ_READING_LINE_HEIGHT;
      int leading = (height - NATURAL_LINE_HEIGHT) * styles[i].scale * em + 0.5;

      g_object_set (role_tag (self, i),
                    "pixels-inside-wrap", leading,
                    "pixels-above-lines", (int) (styles[i].above * em),
                    "pixels-below-lines", (int) (styles[i].below * em) + leading,
                    "indent", (int) (styles[i].indent * em),
                    NULL);
    }
}

static void
set_color (GtkTextTag *tag, const char *property, const char *color)
{
  GdkRGBA rgba;

  if (gdk_rgba_parse (&rgba, color))
    g_object_set (tag, property, &rgba, NULL);
}

/**
 * fz_reading_buffer_set_dark:
 * @dark: whether the text stands light on dark
 */
void
fz_reading_buffer_set_dark (FzReadingBuffer *self, gboolean dark)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    set_color (role_tag (self, i), "foreground-rgba",
               dark ? tones[styles[i].tone].dark : tones[styles[i].tone].light);
  set_color (self->figure, "underline-rgba", dark ? figure_line.dark : figure_line.light);
  set_color (self->place, "underline-rgba", dark ? place_line.dark : place_line.light);
  set_color (self->mark, "background-rgba", dark ? mark_fill.dark : mark_fill.light);
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
 * @stored: the article to show; its text and facts are kept
 *
 * Puts the first slice in at once and the rest when there is time; "filled" is
 * emitted when all is in, which for an ordinary article is before this returns.
 */
void
fz_reading_buffer_fill (FzReadingBuffer *self, const FzStored *stored)
{
  fz_reading_buffer_clear (self);
  self->article = fz_article_ref (stored->article);
  self->facts = fz_facts_ref (stored->facts);
  g_object_set (self->text, "language", fz_reading_language (stored->article->text), NULL);
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
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, self->mark, &from, &to);
  gtk_text_tag_set_priority (self->mark, gtk_text_tag_table_get_size (table) - 1);
  if (start < end)
    apply (self, self->mark, start, end);
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

/**
 * fz_reading_language:
 * @text: UTF-8
 *
 * Which forms the glyphs should have.  Pango knows "zh-cn" and "zh-tw"; the
 * script subtags of BCP 47 choose no font.
 *
 * Returns: "zh-tw" for a text in traditional characters, else "zh-cn"
 */
const char *
fz_reading_language (const char *text)
{
  int balance = 0;
  guint n = 0;

  for (const char *p = text; *p && n < SCRIPT_SAMPLE; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x4e00)
        continue;
      balance += g_utf8_strchr (traditional_only, -1, c) != NULL;
      balance -= g_utf8_strchr (simplified_only, -1, c) != NULL;
    }
  return balance > 0 ? "zh-tw" : "zh-cn";
}
