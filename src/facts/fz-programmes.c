/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

typedef struct {
  GArray      *mentions; /* of Mention, by first appearance */
  GHashTable  *by_name;  /* name to index + 1 */
} Names;

static void
note_mention (Names *names, const char *text, Mention mention, gsize length)
{
  g_autofree char *name = g_strndup (text, length);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (names->by_name, name));
  Mention *old;

  if (at == 0)
    {
      if (names->mentions->len >= MAX_NAMES)
        return;
      mention.programme.name = g_steal_pointer (&name);
      g_array_append_val (names->mentions, mention);
      g_hash_table_insert (names->by_name, mention.programme.name, GUINT_TO_POINTER (names->mentions->len));
      return;
    }
  old = &g_array_index (names->mentions, Mention, at - 1);
  if (mention.named && !old->named && !old->alias)
    {
      old->named = TRUE;
      old->programme.kind = mention.programme.kind;
    }
}

static void
note_book (Names *names, const FzReading *reading, const FzQuote *quote, guint block)
{
  gsize length = quote->inner_end - quote->inner;
  Mention mention = {
    .programme = { .span = { .block = block }, .kind = FZ_PROGRAMME_DOCUMENT }, .start = quote->inner,
    .alias = fz_quote_is_alias (reading, quote),
  };

  mention.named = !mention.alias;
  if (length > 0 && length <= MAX_TITLE_BYTES)
    note_mention (names, reading->text + quote->inner, mention, length);
}

static void
note_row (Names *names, const FzReading *reading, guint from, guint to, guint block)
{
  FzProgrammeKind row_kind = FZ_PROGRAMME_PROGRAMME;
  gboolean row = fz_quote_row_head (reading, from, to, &row_kind);

  for (guint i = from; i < to; i++)
    {
      const FzQuote *quote = &g_array_index (reading->quotes, FzQuote, i);
      Mention mention = { .programme = { .span = { .block = block } }, .start = quote->inner };

      if (!fz_quote_may_be_name (reading, quote))
        continue;
      mention.named = fz_quote_is_programme (reading, quote, &mention.programme.kind);
      if (!mention.named && row)
        {
          mention.named = TRUE;
          mention.programme.kind = row_kind;
        }
      note_mention (names, reading->text + quote->inner, mention, quote->inner_end - quote->inner);
    }
}

static void
note_quotes (Names *names, const FzReading *reading, guint block)
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
note_plain (Names *names, const FzReading *reading, guint block)
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
      note_mention (names, reading->text + start, mention, end - start);
    }
}

/* 某区“…”工程 once without its marks is no name of its own. */
static gboolean
repeats_other (const Names *names, const Mention *plain)
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
hand_over (FzFacts *self, const FzArticle *article, Names *names)
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
drop_unnamed (Names *names)
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

static gboolean
may_hold_names (FzRole role)
{
  return role != FZ_ROLE_BYLINE && role != FZ_ROLE_CREDIT && role != FZ_ROLE_MASTHEAD &&
         role != FZ_ROLE_JUMP && role != FZ_ROLE_NOISE;
}

/**
 * fz_programmes_find:
 * @self: the facts of @article, its places already found
 * @article: an article
 *
 * Appends the named programmes of @article in text order, each once.
 */
void
fz_programmes_find (FzFacts *self, const FzArticle *article)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (Mention));
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  Names names = { mentions, by_name };

  for (guint i = 0; i < article->blocks->len; i++)
    if (may_hold_names (fz_article_block (article, i)->role))
      {
        fz_reading_open (reading, self, article, i);
        note_quotes (&names, reading, i);
        note_plain (&names, reading, i);
      }
  g_hash_table_remove_all (by_name);
  drop_unnamed (&names);
  hand_over (self, article, &names);
}
