/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-blocks.h"

#include "fz-programmes.h"

#include <string.h>

/* Where an article names its programmes, the first time and again.
 *
 *   marked   its name between marks: “甜甜快办”, 《茶园改造行动方案》
 *   headed   its name without marks that ends in 行动 平台 工程 …, or has one of
 *            those behind it: 甜甜快办平台
 *   alias    the short name that it is given where it stands first:
 *            （以下简称《橘十条》）
 *   short    the last words of a document's title between marks: 《方案》 is the
 *            latest of the documents before it that end so
 *
 *   spelling  another spelling of it between marks: “甜甜 快办”, “甜甜快办平台”
 *
 * A name without marks and without such a noun may as well be the plain words.
 * Of two names at one place the longer counts. */

/* So many names are followed; an article has a handful. */
#define MAX_FOLLOWED 64
#define MAX_HITS 10000
/* As long as a title may be, in bytes. */
#define MAX_MARKED (72 * 3)

typedef struct {
  guint  programme;
  guint  block;
  gsize  start; /* in bytes of the block */
  gsize  end;
} Hit;

/* One spelling of a programme. */
typedef struct {
  guint       programme;
  const char *words;
  gsize       length;
  gboolean    marked; /* counts between marks alone */
  guint       block;  /* counts from here on */
  gsize       from;
} Spelling;

static const struct {
  const char *open;
  const char *close;
} marks[] = {
  { "“", "”" }, { "《", "》" }, { "「", "」" }, { "‘", "’" }, { "『", "』" }, { "〈", "〉" }, { "\"", "\"" },
};

static gboolean
is_marked (const char *start, const char *p, const char *behind, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (fz_text_before (start, p, marks[i].open) && fz_text_at (behind, end, marks[i].close))
      return TRUE;
  return FALSE;
}

static gboolean
is_headed (const char *p, const char *behind, const char *end)
{
  FzProgrammeKind kind;

  return fz_head_at (behind, end, FZ_HEAD_BEHIND, &kind) > 0 || fz_head_before (p, behind, FZ_HEAD_PLAIN, &kind) > 0;
}

static void
note_spelling (const Spelling *spelling, const char *text, gsize length, guint block, GArray *hits)
{
  const char *end = text + length, *p = text;

  if (block == spelling->block)
    p += spelling->from;
  while (hits->len < MAX_HITS && (p = memmem (p, (gsize) (end - p), spelling->words, spelling->length)) != NULL)
    {
      const char *behind = p + spelling->length;
      Hit hit = { spelling->programme, block, (gsize) (p - text), (gsize) (behind - text) };

      if (is_marked (text, p, behind, end) || (!spelling->marked && is_headed (p, behind, end)))
        g_array_append_val (hits, hit);
      p = behind;
    }
}

/* The bytes of the region that the name of a programme opens with. */
static gsize
region_length (const FzFacts *facts, const FzProgramme *programme)
{
  for (guint i = 0; i < facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);

      if (place->span.block == programme->span.block && place->span.start == programme->span.start)
        return g_str_has_prefix (programme->name, place->surface) ? strlen (place->surface) : 0;
    }
  return 0;
}

static FzProgrammeKeys *
keys_of (const FzFacts *facts)
{
  FzProgrammeKeys *keys = fz_programme_keys_new ();

  for (guint i = 0; i < facts->programmes->len && i < MAX_FOLLOWED; i++)
    {
      const FzProgramme *programme = &g_array_index (facts->programmes, FzProgramme, i);

      gboolean by_stem;

      fz_programme_keys_find (keys, programme->name, strlen (programme->name), region_length (facts, programme), &by_stem);
      fz_programme_keys_add (keys, i);
    }
  return keys;
}

/* What stands between marks at @p under any spelling.  Returns: where to go on. */
static const char *
note_marked (FzProgrammeKeys *keys, const char *text, const char *p, const char *end, guint block, GArray *hits)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *inner = p + strlen (marks[i].open), *close;
      guint programme;
      gboolean by_stem;

      if (!fz_text_at (p, end, marks[i].open))
        continue;
      close = memmem (inner, MIN ((gsize) (end - inner), MAX_MARKED), marks[i].close, strlen (marks[i].close));
      programme = close != NULL && close > inner ? fz_programme_keys_find (keys, inner, (gsize) (close - inner), 0, &by_stem) : FZ_NO_PROGRAMME;
      if (programme != FZ_NO_PROGRAMME)
        {
          Hit hit = { programme, block, (gsize) (inner - text), (gsize) (close - text) };

          g_array_append_val (hits, hit);
        }
      return inner;
    }
  return p + 1;
}

static void
note_spelled_anew (FzProgrammeKeys *keys, const char *text, gsize length, guint block, GArray *hits)
{
  const char *end = text + length;

  for (const char *p = text; p < end && hits->len < MAX_HITS;)
    if ((guchar) *p == 0xe2 || (guchar) *p == 0xe3 || *p == '"')
      p = note_marked (keys, text, p, end, block, hits);
    else
      p += fz_byte_is_han (*p) ? 3 : 1;
}

/* Behind “…” and the noun that may follow: （以下简称“…”）.  Returns: whether
 * a short name is given there. */
static gboolean
find_alias (const char *p, const char *end, Spelling *alias)
{
  static const char *const brackets[] = { "（", "(" }, *const closings[] = { "）", ")" };
  FzProgrammeKind kind;
  const char *close = NULL;
  gsize length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (fz_text_at (p, end, marks[i].close))
      length = strlen (marks[i].close);
  p += length;
  p += fz_head_at (p, end, FZ_HEAD_BEHIND, &kind);
  for (gsize i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (fz_text_at (p, end, brackets[i]))
      {
        p = fz_behind_alias_word (p + strlen (brackets[i]), end);
        if (p != NULL)
          close = memmem (p, MIN ((gsize) (end - p), 100), closings[i], strlen (closings[i]));
        break;
      }
  if (close == NULL)
    return FALSE;
  alias->words = p;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (fz_text_at (p, close, marks[i].open) && fz_text_before (p, close, marks[i].close))
      {
        alias->words = p + strlen (marks[i].open);
        close -= strlen (marks[i].close);
      }
  alias->length = close > alias->words ? (gsize) (close - alias->words) : 0;
  return alias->length >= 4;
}

static void
add_spellings (GArray *spellings, const FzArticle *article, const FzProgramme *programme, guint index)
{
  const FzBlock *block = fz_article_block (article, programme->span.block);
  const char *text = article->text + block->byte_start, *end = article->text + block->byte_end;
  const char *behind = g_utf8_offset_to_pointer (text, programme->span.end);
  Spelling full = { .programme = index, .words = programme->name, .length = strlen (programme->name) };
  Spelling alias = { .programme = index, .block = programme->span.block, .from = (gsize) (behind - text) };

  g_array_append_val (spellings, full);
  if (find_alias (behind, end, &alias))
    g_array_append_val (spellings, alias);
  alias.marked = TRUE;
  for (guint next = 0; programme->kind == FZ_PROGRAMME_DOCUMENT &&
                       (alias.words = fz_short_title_of (programme->name, &next)) != NULL;)
    {
      alias.length = strlen (alias.words);
      g_array_append_val (spellings, alias);
    }
}

/* The longer first, and of two documents with one short title the later. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return (x->programme < y->programme) - (x->programme > y->programme);
}

/* One walk over the block counts the code points of all its hits. */
static void
take_hits (const FzArticle *article, guint index, GArray *hits, GArray *mentions)
{
  const FzBlock *block = fz_article_block (article, index);
  const char *text = article->text + block->byte_start;
  gsize bytes = 0, behind = 0;
  guint position = 0;

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      FzProgrammeMention mention = { .programme = hit->programme, .span.block = index };

      if (hit->start < behind)
        continue;
      behind = hit->end;
      position += (guint) g_utf8_strlen (text + bytes, (gssize) (hit->start - bytes));
      bytes = hit->start;
      mention.span.start = position;
      mention.span.end = position + (guint) g_utf8_strlen (text + bytes, (gssize) (hit->end - bytes));
      mention.span.line = fz_block_line_at (block, position);
      g_array_append_val (mentions, mention);
    }
  g_array_set_size (hits, 0);
}

/* The first mention, which a rule of fz-programmes.c has found. */
static void
note_firsts (const FzFacts *facts, const FzArticle *article, guint index, GArray *hits)
{
  const char *text = article->text + fz_article_block (article, index)->byte_start;

  for (guint i = 0; i < facts->programmes->len && i < MAX_FOLLOWED; i++)
    {
      const FzProgramme *programme = &g_array_index (facts->programmes, FzProgramme, i);
      Hit hit = { .programme = i, .block = index };

      if (programme->span.block != index)
        continue;
      hit.start = (gsize) (g_utf8_offset_to_pointer (text, programme->span.start) - text);
      hit.end = hit.start + strlen (programme->name);
      g_array_append_val (hits, hit);
    }
}

/**
 * fz_facts_find_mentions:
 * @self: the facts of @article
 * @article: an article
 *
 * Finds every place where @article names one of its programmes, under any of
 * its spellings.  No two of them overlap.
 *
 * Returns: (transfer full) (element-type FzProgrammeMention): in text order
 */
GArray *
fz_facts_find_mentions (const FzFacts *self, const FzArticle *article)
{
  g_autoptr (GArray) spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (FzProgrammeKeys) keys = keys_of (self);
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (FzProgrammeMention));

  for (guint i = 0; i < self->programmes->len && i < MAX_FOLLOWED; i++)
    add_spellings (spellings, article, &g_array_index (self->programmes, FzProgramme, i), i);
  for (guint i = 0; i < article->blocks->len && spellings->len > 0; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      if (!fz_role_may_hold_facts (block->role))
        continue;
      note_firsts (self, article, i, hits);
      for (guint j = 0; j < spellings->len; j++)
        if (i >= g_array_index (spellings, Spelling, j).block)
          note_spelling (&g_array_index (spellings, Spelling, j), article->text + block->byte_start,
                         block->byte_end - block->byte_start, i, hits);
      note_spelled_anew (keys, article->text + block->byte_start, block->byte_end - block->byte_start, i, hits);
      take_hits (article, i, hits, mentions);
    }
  return mentions;
}
