/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-blocks.h"

#include "fz-programmes.h"

#include <string.h>

/* Named programmes, platforms, campaigns and documents.
 *
 *   book          《…》, unless it is said to be a short name
 *   head-behind   “…”平台, “…”共富驿站, “…”的品牌
 *   head-inside   “…空间”
 *   list          “…”“…”等…政策: each of them, where one of the others holds
 *   verb-before   打造“…”, 开设“…”
 *   plain         a region or a year up to 平台 系统 行动 工程 计划 方案
 *
 * A quotation without one of these is a figure of speech.  Each name is given
 * once for the article, where it stands first. */

#define MAX_TITLE_BYTES (72 * 3)
/* An article that names more than this is no article. */
#define MAX_NAMES 1000

typedef struct {
  FzProgramme  programme;
  gsize        start;  /* of the first mention, in bytes of its block */
  gboolean     named;  /* a rule held at one of its mentions */
  gboolean     alias;  /* a short name for another */
  gboolean     plain;  /* without quotation marks */
} Mention;

struct _FzNames {
  GArray          *mentions; /* of Mention, by first appearance */
  FzProgrammeKeys *keys;     /* of their names */
};

/* Another spelling of a name that only leaves out a noun or a region is one
 * where that is a programme already: quoted words may be just those. */
static Mention *
find_mention (FzNames *names, const char *text, gsize length, gsize region)
{
  gboolean by_stem;
  guint at = fz_programme_keys_find (names->keys, text, length, region, &by_stem);
  Mention *old = at != FZ_NO_PROGRAMME ? &g_array_index (names->mentions, Mention, at) : NULL;

  return old != NULL && by_stem && !old->named ? NULL : old;
}

static void
note_mention (FzNames *names, const char *text, Mention mention, gsize length, gsize region)
{
  Mention *old = find_mention (names, text, length, region);

  if (old == NULL)
    {
      if (names->mentions->len >= MAX_NAMES)
        return;
      mention.programme.name = g_strndup (text, length);
      fz_programme_keys_add (names->keys, names->mentions->len);
      g_array_append_val (names->mentions, mention);
      return;
    }
  if (mention.named && !old->named && !old->alias)
    {
      old->named = TRUE;
      old->programme.kind = mention.programme.kind;
    }
}

/* The region that a title opens with: 《金华市养犬管理条例》. */
static gsize
region_length (const FzReading *reading, const FzQuote *quote)
{
  guint i = fz_reading_last (reading->places, quote->inner);
  const FzStretch *place = i != FZ_NOT_FOUND ? &g_array_index (reading->places, FzStretch, i) : NULL;

  return place != NULL && place->start == quote->inner && place->end < quote->inner_end ? place->end - place->start : 0;
}

static void
note_book (FzNames *names, const FzReading *reading, const FzQuote *quote, guint block)
{
  gsize length = quote->inner_end - quote->inner;
  Mention mention = {
    .programme = { .span = { .block = block }, .kind = FZ_PROGRAMME_DOCUMENT }, .start = quote->inner,
    .alias = fz_quote_is_alias (reading, quote),
  };

  mention.named = !mention.alias;
  if (length > 0 && length <= MAX_TITLE_BYTES)
    note_mention (names, reading->text + quote->inner, mention, length, region_length (reading, quote));
}

static void
note_row (FzNames *names, const FzReading *reading, guint from, guint to, guint block)
{
  FzProgrammeKind row_kind = FZ_PROGRAMME_PROGRAMME;
  gboolean row = fz_quote_row_head (reading, from, to, &row_kind);

  for (guint i = from; i < to; i++)
    {
      const FzQuote *quote = &g_array_index (reading->quotes, FzQuote, i);
      Mention mention = { .programme = { .span = { .block = block } }, .start = quote->inner };

      if (!fz_quote_may_be_name (reading, quote))
        continue;
      mention.alias = fz_quote_renames (reading, quote);
      mention.named = !mention.alias && fz_quote_is_programme (reading, quote, &mention.programme.kind);
      if (!mention.named && !mention.alias && row)
        {
          mention.named = TRUE;
          mention.programme.kind = row_kind;
        }
      note_mention (names, reading->text + quote->inner, mention, quote->inner_end - quote->inner, 0);
    }
}

static void
note_quotes (FzNames *names, const FzReading *reading, guint block)
{
  for (guint i = 0; i < reading->quotes->len;)
    {
      const FzQuote *quote = &g_array_index (reading->quotes, FzQuote, i);
      guint next = i + 1;

      if (quote->kind == FZ_QUOTE_BOOK)
        note_book (names, reading, quote, block);
      else if (quote->kind == FZ_QUOTE_NAME)
        {
          next = fz_quote_row_end (reading, i);
          note_row (names, reading, i, next, block);
        }
      i = next;
    }
}

/* A year right before the region belongs to the name: 2024某省春风行动. */
static gsize
with_year (const FzReading *reading, gsize start)
{
  const char *p = reading->text + start;

  if (start < 4)
    return start;
  for (gsize i = 1; i <= 4; i++)
    if (!g_ascii_isdigit (p[-(gssize) i]))
      return start;
  return start == 4 || !g_ascii_isdigit (p[-5]) ? start - 4 : start;
}

static void
note_plain (FzNames *names, const FzReading *reading, guint block)
{
  gsize behind = 0;

  for (guint i = 0; i < reading->places->len; i++)
    {
      const FzStretch *place = &g_array_index (reading->places, FzStretch, i);
      gsize start = with_year (reading, place->start), end;
      Mention mention = {
        .programme = { .span = { .block = block } }, .start = start, .named = TRUE, .plain = TRUE,
      };

      if (start < behind || fz_reading_in_name (reading, start))
        continue;
      end = fz_plain_programme_at (reading, start, place->end, &mention.programme.kind);
      if (end == 0)
        continue;
      behind = end;
      note_mention (names, reading->text + start, mention, end - start, 0);
    }
}

/* 某区“…”工程 once without its marks is no name of its own. */
static gboolean
repeats_other (const FzNames *names, const Mention *plain)
{
  for (guint i = 0; i < names->mentions->len; i++)
    {
      const Mention *other = &g_array_index (names->mentions, Mention, i);

      if (!other->plain && strstr (plain->programme.name, other->programme.name) != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const Mention *x = a, *y = b;

  if (x->programme.span.block != y->programme.span.block)
    return x->programme.span.block < y->programme.span.block ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* One walk over each block counts the code points of all its names. */
static void
hand_over (FzFacts *self, const FzArticle *article, FzNames *names)
{
  gsize bytes = 0;
  guint position = 0, at = G_MAXUINT;

  for (guint i = 0; i < names->mentions->len; i++)
    {
      FzProgramme one = g_array_index (names->mentions, Mention, i).programme;
      gsize start = g_array_index (names->mentions, Mention, i).start;
      const FzBlock *block = fz_article_block (article, one.span.block);

      if (one.span.block != at)
        {
          at = one.span.block;
          bytes = position = 0;
        }
      position += (guint) g_utf8_strlen (article->text + block->byte_start + bytes, (gssize) (start - bytes));
      bytes = start;
      one.span.start = position;
      one.span.end = position + (guint) g_utf8_strlen (one.name, -1);
      one.span.line = fz_block_line_at (block, position);
      g_array_append_val (self->programmes, one);
    }
}

static void
drop_unnamed (FzNames *names)
{
  guint kept = 0;

  for (guint i = 0; i < names->mentions->len; i++)
    {
      Mention *mention = &g_array_index (names->mentions, Mention, i);

      mention->named = mention->named && !(mention->plain && repeats_other (names, mention));
    }
  for (guint i = 0; i < names->mentions->len; i++)
    {
      Mention *mention = &g_array_index (names->mentions, Mention, i);

      if (mention->named)
        g_array_index (names->mentions, Mention, kept++) = *mention;
      else
        g_free (mention->programme.name);
    }
  g_array_set_size (names->mentions, kept);
  g_array_sort (names->mentions, compare_mentions);
}

/**
 * fz_names_new:
 *
 * Returns: (transfer full): the names of an article, none as yet
 */
FzNames *
fz_names_new (void)
{
  FzNames *self = g_new (FzNames, 1);

  self->mentions = g_array_new (FALSE, TRUE, sizeof (Mention));
  self->keys = fz_programme_keys_new ();
  return self;
}

/**
 * fz_names_note:
 * @self: the names of an article
 * @reading: the next of its blocks, as it is read
 * @block: its index
 *
 * Notes the names that stand in the block.
 */
void
fz_names_note (FzNames *self, const FzReading *reading, guint block)
{
  note_quotes (self, reading, block);
  note_plain (self, reading, block);
}

/**
 * fz_names_hand_over:
 * @self: (transfer full): the names of @article, all blocks noted
 * @facts: the facts of @article
 * @article: an article
 *
 * Appends the named programmes of @article in text order, each once.
 */
void
fz_names_hand_over (FzNames *self, FzFacts *facts, const FzArticle *article)
{
  fz_programme_keys_free (self->keys);
  drop_unnamed (self);
  hand_over (facts, article, self);
  g_array_unref (self->mentions);
  g_free (self);
}
