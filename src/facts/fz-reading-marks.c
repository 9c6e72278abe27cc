/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading.h"

#include "fz-chars.h"
#include "fz-numerals-symbols.h"
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

/* The kinds of a stop have the bits below. */
#define MARK 3
#define STOP_KINDS ((1u << MARK) - 1)

/* So many bytes of a text are looked through at once. */
#define STEP 256

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
  { u'，', MARK_COMMA, PAIR_NONE },
  { u'。', MARK_SENTENCE, PAIR_NONE },
  { u'“', MARK_OPEN, PAIR_DOUBLE },
  { u'”', MARK_CLOSE, PAIR_DOUBLE },
  { u'；', MARK_ITEM, PAIR_NONE },
  { u'《', MARK_OPEN, PAIR_BOOK },
  { u'》', MARK_CLOSE, PAIR_BOOK },
  { u'！', MARK_SENTENCE, PAIR_NONE },
  { u'？', MARK_SENTENCE, PAIR_NONE },
  { u'‘', MARK_OPEN, PAIR_SINGLE },
  { u'’', MARK_CLOSE, PAIR_SINGLE },
  { u'「', MARK_OPEN, PAIR_CORNER },
  { u'」', MARK_CLOSE, PAIR_CORNER },
  { u'『', MARK_OPEN, PAIR_INNER_CORNER },
  { u'』', MARK_CLOSE, PAIR_INNER_CORNER },
  { ',', MARK_COMMA, PAIR_NONE },
  { ';', MARK_ITEM, PAIR_NONE },
  { '!', MARK_SENTENCE, PAIR_NONE },
  { '?', MARK_SENTENCE, PAIR_NONE },
};

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

/* The characters that numbers begin with, some of them only before others of
 * their kind. */
static void
mark_numbers (guint8 *kinds)
{
  for (guint code = FZ_SYMBOL_FIRST; code <= FZ_SYMBOL_LAST; code++)
    {
      guint class = fz_symbols[code - FZ_SYMBOL_FIRST] & FZ_SYMBOL_CLASS;

      if (class >= FZ_SYMBOL_DIGIT && class <= FZ_SYMBOL_SEVERAL)
        kinds[code] |= FZ_STOP_NUMBER;
    }
  for (guint digit = 0; digit < 10; digit++)
    kinds['0' + digit] |= FZ_STOP_NUMBER, kinds[u'０' + digit] |= FZ_STOP_NUMBER;
}

/* For each character of the first plane what may begin with it, and above that,
 * from MARK on, which mark it is, counted from one. */
static const guint8 *
kinds_of_all (void)
{
  static guint8 kinds[0x10000];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      mark_numbers (kinds);
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        kinds[marks[i].character] |= (guint8) ((i + 1) << MARK);
      fz_words_mark_firsts (fz_time_words (), kinds, FZ_STOP_TIME);
      fz_plans_mark_firsts (kinds, FZ_STOP_PLAN);
      g_once_init_leave (&filled, 1);
    }
  return kinds;
}

/* Returns: (nullable): the mark at @p, moved behind its character */
static const Mark *
take_mark_at (const char **p)
{
  gunichar c = fz_char_take (p);
  guint mark = c < 0x10000 ? kinds_of_all ()[c] >> MARK : 0;

  return mark > 0 ? &marks[mark - 1] : NULL;
}

/* The closing quote behind 。 belongs to the sentence that it closes. */
static gsize
behind_closing (const char *p, const char *end)
{
  const char *behind = p;
  const Mark *mark = p < end ? take_mark_at (&behind) : NULL;

  return mark != NULL && mark->class == MARK_CLOSE ? (gsize) (behind - p) : 0;
}

/* Room for a stop at each of @n characters more. */
static void
reserve_stops (FzReading *self, gsize n)
{
  if (self->max_stops - self->n_stops >= n)
    return;
  self->max_stops = MAX (64, MAX (self->max_stops * 2, self->n_stops + (guint) n));
  self->stops = g_renew (FzStop, self->stops, self->max_stops);
}

static void
take_mark (Cutter *c, const Mark *mark, const char *p)
{
  FzReading *self = c->reading;
  gsize behind = (gsize) (p - self->text), at = behind - (mark->character < 0x80 ? 1 : 3);
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

/* What the character at @p is, moved behind it. */
static guint
take_kinds (const guint8 *all, const char **p)
{
  gunichar c = fz_char_take (p);

  return c < 0x10000 ? all[c] : 0;
}

/* Up to the next mark.  Returns: (nullable): it, @p moved behind it */
static const Mark *
pass_over (FzReading *self, const guint8 *all, const char **p, const char *end)
{
  const char *q = *p, *text = self->text;
  FzStop *stop;
  guint kinds = 0;

  reserve_stops (self, STEP);
  stop = self->stops + self->n_stops;
  end = MIN (end, q + STEP);
  while (q < end)
    {
      const gsize start = (gsize) (q - text);

      /* Nearly every character of a text has three bytes. */
      if (fz_has_three_bytes (*q))
        {
          kinds = all[fz_code_of_three (q)];
          q += 3;
        }
      else
        kinds = take_kinds (all, &q);
      /* Written in any case, and kept where something may begin: a branch less. */
      *stop = (FzStop) { start, kinds & STOP_KINDS, 0 };
      stop += (kinds & STOP_KINDS) != 0;
      if (kinds > STOP_KINDS)
        break;
    }
  self->n_stops = (guint) (stop - self->stops);
  *p = q;
  return kinds >> MARK > 0 ? &marks[(kinds >> MARK) - 1] : NULL;
}

/* Of what it read before. */
static void
empty (FzReading *self)
{
  GArray *const arrays[] = {
    self->sentences, self->items, self->quotes, self->places, self->regions, self->times, self->plans, self->carried,
  };

  /* They end in no zero and what is in them owns nothing. */
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    arrays[i]->len = 0;
  self->n_stops = 0;
}

/**
 * fz_reading_cut:
 * @self: a reading, whose text was set
 *
 * Forgets what was read before, cuts the block into sentences and items, finds its quotations, and notes where
 * something else may begin.
 */
void
fz_reading_cut (FzReading *self)
{
  Cutter c = { .reading = self };
  const char *end = self->text + self->length;
  const guint8 *all = kinds_of_all ();

  empty (self);
  for (const char *p = self->text; p < end;)
    {
      const Mark *mark = pass_over (self, all, &p, end);

      if (mark != NULL)
        take_mark (&c, mark, p);
    }
  close_stretch (self->items, &c.item, self->length);
  close_stretch (self->sentences, &c.sentence, self->length);
  drop_unclosed (self->quotes);
}
