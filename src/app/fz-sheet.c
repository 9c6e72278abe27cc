/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sheet.h"

#include <string.h>

/* A page as its physical lines, each with what the analysis made of it. */

/* What a row shows of a line; a paragraph saved on one line is shorter. */
#define SHOWN_CHARS 2000

static void
add_line (FzSheet *self, const char *text, const char *start, const char *end)
{
  const FzSheetLine line = {
    .start = (guint32) (start - text),
    .length = (guint32) (end - start),
    .article = FZ_SHEET_NO_ARTICLE,
    .role = -1,
  };

  g_array_append_val (self->lines, line);
}

static void
split (FzSheet *self)
{
  const char *text = self->analysis->page->text;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = strchrnul (p, '\n');

      add_line (self, text, p, end);
      p = *end != '\0' ? end + 1 : end;
    }
}

static void
take_block (FzSheet *self, guint32 article, const FzBlock *block)
{
  for (guint i = 0; i < block->pieces->len; i++)
    {
      guint number = block->pieces->data[i].line;
      FzSheetLine *line;

      if (number == 0 || number > self->lines->len)
        continue;
      line = &g_array_index (self->lines, FzSheetLine, number - 1);
      line->article = article;
      line->role = (gint8) block->role;
      line->flags = (guint8) block->flags;
      line->joined = i > 0 ? block->pieces->data[i - 1].line : 0;
    }
}

static void
take_articles (FzSheet *self)
{
  const GPtrArray *articles = self->analysis->page->articles;

  for (guint32 i = 0; i < articles->len; i++)
    {
      const FzArticle *article = articles->pdata[i];

      for (guint j = 0; j < article->blocks->len; j++)
        take_block (self, i, fz_article_block (article, j));
    }
}

/* Blank lines go with what stands above them, those at the top with the first. */
static void
settle_blanks (FzSheet *self)
{
  guint32 article = FZ_SHEET_NO_ARTICLE;

  for (guint i = 0; i < self->lines->len && article == FZ_SHEET_NO_ARTICLE; i++)
    article = fz_sheet_line (self, i)->article;
  for (guint i = 0; i < self->lines->len; i++)
    {
      FzSheetLine *line = &g_array_index (self->lines, FzSheetLine, i);

      if (line->role < 0)
        line->article = article;
      article = line->article;
    }
}

static void
make_sections (FzSheet *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      guint32 article = fz_sheet_line (self, i)->article;
      FzSheetSection section = { .first = i, .end = i + 1, .article = article };
      FzSheetSection *last = self->sections->len > 0
        ? &g_array_index (self->sections, FzSheetSection, self->sections->len - 1) : NULL;

      if (last != NULL && last->article == article)
        {
          last->end = i + 1;
          continue;
        }
      section.resumed = article != FZ_SHEET_NO_ARTICLE && !g_hash_table_add (seen, GUINT_TO_POINTER (article));
      g_array_append_val (self->sections, section);
    }
}

/* The library and the analysis have the same articles, by their numbers. */
static void
find_ids (FzSheet *self)
{
  const GPtrArray *articles = self->analysis->page->articles, *entries = self->source->entries;
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const FzEntry *entry = entries->pdata[i];

      g_hash_table_insert (ids, GUINT_TO_POINTER (entry->number), (gpointer) entry);
    }
  for (guint i = 0; i < articles->len; i++)
    {
      const FzArticle *article = articles->pdata[i];
      const FzEntry *entry = g_hash_table_lookup (ids, GUINT_TO_POINTER (article->number));
      gint64 id = entry != NULL ? entry->id : 0;

      g_array_append_val (self->ids, id);
    }
}

/**
 * fz_sheet_new:
 * @source: (transfer full): what the library holds of the page; its bytes are dropped
 * @analysis: (transfer full): the page
 *
 * Returns: (transfer full): the page, ready to be shown
 */
FzSheet *
fz_sheet_new (FzStoredSource *source, FzAnalysis *analysis)
{
  FzSheet *self = g_new0 (FzSheet, 1);

  g_ref_count_init (&self->refs);
  self->source = source;
  self->analysis = analysis;
  self->lines = g_array_new (FALSE, FALSE, sizeof (FzSheetLine));
  self->sections = g_array_new (FALSE, FALSE, sizeof (FzSheetSection));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_clear_pointer (&source->bytes, g_bytes_unref);
  split (self);
  take_articles (self);
  settle_blanks (self);
  make_sections (self);
  find_ids (self);
  return self;
}

/** fz_sheet_ref: */
FzSheet *
fz_sheet_ref (FzSheet *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

/** fz_sheet_unref: */
void
fz_sheet_unref (FzSheet *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  fz_stored_source_free (self->source);
  fz_analysis_free (self->analysis);
  g_array_unref (self->lines);
  g_array_unref (self->sections);
  g_array_unref (self->ids);
  g_free (self);
}

/**
 * fz_sheet_line:
 * @index: number of the line, less one
 *
 * Returns: (transfer none): the line
 */
const FzSheetLine *
fz_sheet_line (const FzSheet *self, guint index)
{
  return &g_array_index (self->lines, FzSheetLine, index);
}

/**
 * fz_sheet_section_at:
 * @index: number of a line, less one
 *
 * Returns: (transfer none): the section that holds it
 */
const FzSheetSection *
fz_sheet_section_at (const FzSheet *self, guint index)
{
  guint low = 0, high = self->sections->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sections, FzSheetSection, middle).first <= index)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (self->sections, FzSheetSection, low);
}

/**
 * fz_sheet_dup_text:
 * @index: number of a line, less one
 *
 * Returns: (transfer full): what stands on it, as far as a row can show it
 */
char *
fz_sheet_dup_text (const FzSheet *self, guint index)
{
  const FzSheetLine *line = fz_sheet_line (self, index);
  const char *start = self->analysis->page->text + line->start, *end = start + line->length;
  const char *cut = start;

  for (guint n = 0; n < SHOWN_CHARS && cut < end; n++)
    cut = g_utf8_next_char (cut);
  if (cut < end)
    return g_strdup_printf ("%.*s…", (int) (cut - start), start);
  return g_strndup (start, line->length);
}

/**
 * fz_sheet_article:
 * @article: index of an article
 *
 * Returns: (transfer none) (nullable): the article
 */
const FzArticle *
fz_sheet_article (const FzSheet *self, guint32 article)
{
  const GPtrArray *articles = self->analysis->page->articles;

  return article < articles->len ? articles->pdata[article] : NULL;
}

/**
 * fz_sheet_facts:
 * @article: index of an article
 *
 * Returns: (transfer none) (nullable): what it states
 */
const FzFacts *
fz_sheet_facts (const FzSheet *self, guint32 article)
{
  return article < self->analysis->facts->len ? self->analysis->facts->pdata[article] : NULL;
}

/**
 * fz_sheet_find_article:
 * @id: of an article in the library
 *
 * Returns: its index, %FZ_SHEET_NO_ARTICLE where it is not of this page
 */
guint32
fz_sheet_find_article (const FzSheet *self, gint64 id)
{
  for (guint32 i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return FZ_SHEET_NO_ARTICLE;
}

/**
 * fz_article_anchor:
 * @self: an article
 *
 * Returns: the number of the line that a correction of its head is said of: that
 *   of its title, for another cut is least likely to take it away
 */
guint
fz_article_anchor (const FzArticle *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (self, i);

      if (block->role == FZ_ROLE_TITLE && block->pieces->len > 0)
        return block->pieces->data[0].line;
    }
  return self->first_line;
}
