/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading.h"

#include "fz-chars.h"
#include "fz-numerals.h"
#include "fz-period.h"
#include "fz-qualifiers.h"
#include "fz-times-parts.h"

/* Quotations, sentences and items: what the marks of a text tell; and at which
 * of its characters the other rules have to look. */

typedef enum {
  MARK_OPEN = 1,
  MARK_CLOSE,
  MARK_SENTENCE,
  MARK_ITEM,
  MARK_COMMA,
} MarkClass;

/* Which pairs of quotation marks there are. */
typedef enum {
  PAIR_NONE,
  PAIR_DOUBLE,
  PAIR_SINGLE,
  PAIR_CORNER,
  PAIR_INNER_CORNER,
  PAIR_BOOK,
} Pair;

typedef struct {
  gunichar   character;
  MarkClass  class;
  Pair       pair;
} Mark;

static const Mark marks[] = {
  { 0xff0c, MARK_COMMA, PAIR_NONE },         /* ， */
  { 0x3002, MARK_SENTENCE, PAIR_NONE },      /* 。 */
  { 0x201c, MARK_OPEN, PAIR_DOUBLE },        /* “ */
  { 0x201d, MARK_CLOSE, PAIR_DOUBLE },       /* ” */
  { 0xff1b, MARK_ITEM, PAIR_NONE },          /* ； */
  { 0x300a, MARK_OPEN, PAIR_BOOK },          /* 《 */
  { 0x300b, MARK_CLOSE, PAIR_BOOK },         /* 》 */
  { 0xff01, MARK_SENTENCE, PAIR_NONE },      /* ！ */
  { 0xff1f, MARK_SENTENCE, PAIR_NONE },      /* ？ */
  { 0x2018, MARK_OPEN, PAIR_SINGLE },        /* ‘ */
  { 0x2019, MARK_CLOSE, PAIR_SINGLE },       /* ’ */
  { 0x300c, MARK_OPEN, PAIR_CORNER },        /* 「 */
  { 0x300d, MARK_CLOSE, PAIR_CORNER },       /* 」 */
  { 0x300e, MARK_OPEN, PAIR_INNER_CORNER },  /* 『 */
  { 0x300f, MARK_CLOSE, PAIR_INNER_CORNER }, /* 』 */
  { ',', MARK_COMMA, PAIR_NONE },
  { ';', MARK_ITEM, PAIR_NONE },
  { '!', MARK_SENTENCE, PAIR_NONE },
  { '?', MARK_SENTENCE, PAIR_NONE },
};

/* Returns: (nullable): the mark that @c is */
static const Mark *
mark_of (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].character == c)
      return &marks[i];
  return NULL;
}

typedef struct {
  guint  index;    /* into the quotes */
  Pair   pair;
  gboolean ended;  /* a sentence ended inside */
} OpenQuote;

static void
close_stretch (GArray *array, gsize *start, gsize end)
{
  FzStretch stretch = { *start, end };

  if (end > *start)
    g_array_append_val (array, stretch);
  *start = end;
}

/* A block on its way through the marks. */
typedef struct {
  FzReading *reading;
  OpenQuote  stack[FZ_READING_MAX_DEPTH];
  guint      depth;
  gsize      sentence;   /* where the open one starts */
  gsize      item;
  gsize      last_comma; /* one past it */
} Cutter;

static void
open_quote (Cutter *c, Pair pair, gsize start, gsize inner)
{
  FzQuote quote = { start, inner, 0, 0, pair == PAIR_BOOK ? FZ_QUOTE_BOOK : FZ_QUOTE_NAME };

  if (c->depth == FZ_READING_MAX_DEPTH)
    memmove (c->stack, c->stack + 1, --c->depth * sizeof (OpenQuote));
  c->stack[c->depth++] = (OpenQuote) { c->reading->quotes->len, pair, FALSE };
  g_array_append_val (c->reading->quotes, quote);
}

/* A sentence inside, or a comma at its very end, makes it speech. */
static void
close_quote (Cutter *c, Pair pair, gsize inner_end, gsize end)
{
  guint i = c->depth;
  FzQuote *quote;

  while (i > 0 && c->stack[i - 1].pair != pair)
    i--;
  if (i == 0)
    return;

  c->depth = i - 1;
  quote = &g_array_index (c->reading->quotes, FzQuote, c->stack[i - 1].index);
  quote->inner_end = inner_end;
  quote->end = end;
  if (pair != PAIR_BOOK && (c->stack[i - 1].ended || c->last_comma == inner_end))
    quote->kind = FZ_QUOTE_SPEECH;
}

static void
note_sentence_end (Cutter *c)
{
  for (guint i = 0; i < c->depth; i++)
    c->stack[i].ended = TRUE;
}

static void
drop_unclosed (GArray *quotes)
{
  guint kept = 0;

  for (guint i = 0; i < quotes->len; i++)
    if (g_array_index (quotes, FzQuote, i).end > 0)
      g_array_index (quotes, FzQuote, kept++) = g_array_index (quotes, FzQuote, i);
  g_array_set_size (quotes, kept);
}

/* The closing quote behind 。 belongs to the sentence that it closes. */
static gsize
behind_closing (const char *p, const char *end)
{
  const char *behind = p;
  const Mark *mark = p < end ? mark_of (fz_char_take (&behind)) : NULL;

  return mark != NULL && mark->class == MARK_CLOSE ? (gsize) (behind - p) : 0;
}

/* The characters that numbers begin with, some of them only before others of
 * their kind, as 元 is of all. */
static void
mark_numbers (guint8 *kinds)
{
  for (guint code = 0; code < 0x10000; code++)
    {
      char text[8];
      int length = g_unichar_to_utf8 (code, text);

      memcpy (text + length, "元", strlen ("元"));
      if (fz_number_starts_at (text, text + length + strlen ("元")))
        kinds[code] |= FZ_STOP_NUMBER;
    }
}

/* For each character of the first plane what may begin with it. */
static const guint8 *
kinds_of_all (void)
{
  static guint8 kinds[0x10000];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      mark_numbers (kinds);
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        kinds[marks[i].character] |= FZ_STOP_MARK;
      fz_words_mark_firsts (fz_time_words (), kinds, FZ_STOP_TIME);
      fz_plans_mark_firsts (kinds, FZ_STOP_PLAN);
      g_once_init_leave (&filled, 1);
    }
  return kinds;
}

static void
add_stop (FzReading *self, gsize start, guint kinds)
{
  if (self->n_stops == self->max_stops)
    {
      self->max_stops = MAX (64, self->max_stops * 2);
      self->stops = g_renew (FzStop, self->stops, self->max_stops);
    }
  self->stops[self->n_stops++] = (FzStop) { start, kinds };
}

static void
take_mark (Cutter *c, const Mark *mark, gsize at, gsize behind)
{
  FzReading *self = c->reading;
  const char *end = self->text + self->length;

  switch (mark->class)
    {
    case MARK_OPEN:
      open_quote (c, mark->pair, at, behind);
      break;
    case MARK_CLOSE:
      close_quote (c, mark->pair, at, behind);
      break;
    case MARK_SENTENCE:
      note_sentence_end (c);
      close_stretch (self->items, &c->item, behind + behind_closing (self->text + behind, end));
      close_stretch (self->sentences, &c->sentence, c->item);
      break;
    case MARK_ITEM:
      close_stretch (self->items, &c->item, behind);
      break;
    case MARK_COMMA:
    default:
      c->last_comma = behind;
      break;
    }
}

/* Nearly every character of a text has three bytes. */
static inline gunichar
take_character (const char **p)
{
  const guchar *b = (const guchar *) *p;

  if ((b[0] & 0xf0) != 0xe0)
    return fz_char_take (p);
  *p += 3;
  return (gunichar) (b[0] & 0x0f) << 12 | (gunichar) (b[1] & 0x3f) << 6 | (b[2] & 0x3f);
}

/**
 * fz_reading_cut:
 * @self: a reading of a block
 *
 * Cuts the block into sentences and items, finds its quotations, and notes where
 * something else may begin.
 */
void
fz_reading_cut (FzReading *self)
{
  Cutter c = { .reading = self };
  const char *end = self->text + self->length;
  const guint8 *all = kinds_of_all ();

  for (const char *p = self->text; p < end;)
    {
      gsize at = (gsize) (p - self->text);
      gunichar character = take_character (&p);
      guint kinds = character < 0x10000 ? all[character] : 0;

      if (kinds & ~(guint) FZ_STOP_MARK)
        add_stop (self, at, kinds);
      if (kinds & FZ_STOP_MARK)
        take_mark (&c, mark_of (character), at, (gsize) (p - self->text));
    }
  close_stretch (self->items, &c.item, self->length);
  close_stretch (self->sentences, &c.sentence, self->length);
  drop_unclosed (self->quotes);
}
