/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-exchange.h"

#include "fz-stop.h"

static gboolean
names_place (const char *text, gsize length, gpointer user_data)
{
  return fz_region_text_names_one (text, length);
}

/* The year that the page says, and the region that its newspaper is called by:
 * 杭州日报. */
static FzPlaceContext
context_of (const FzPage *page)
{
  FzPlaceContext context = { 0, FZ_REGION_NONE };

  if (page->date != NULL)
    context.year = (guint) g_ascii_strtoull (page->date, NULL, 10);
  if (page->newspaper != NULL)
    context.home = fz_region_of_newspaper (page->newspaper);
  return context;
}

static void
read_away (const FzPage *page, const FzPlaceContext *context, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len && !fz_stop_asked (); i++)
    if (fz_facts_is_away (facts->pdata[i], context->home))
      {
        fz_facts_unref (facts->pdata[i]);
        facts->pdata[i] = fz_facts_read (page->articles->pdata[i], context);
      }
}

/* Where no newspaper says where the page is at home, the articles that settle their
 * places say it for those that don't; the second round knows from the first in which
 * county of the prefecture that is. */
static void
read_at_home (const FzPage *page, FzPlaceContext *context, GPtrArray *facts)
{
  const guint rounds = 2;
  gboolean known = context->home != FZ_REGION_NONE;

  for (guint round = 0; !known && round < rounds; round++)
    {
      FzRegion home = fz_facts_home (facts);

      if (home == FZ_REGION_NONE || home == context->home)
        return;
      context->home = home;
      read_away (page, context, facts);
    }
}

/* Later ones hold.  A code that the gazetteer does not know any more says nothing. */
static void
note_settled (GHashTable *settled, const FzCorrection *correction)
{
  const char *code;
  g_autofree char *name = fz_correction_read_place (correction->value, &code);
  FzRegion region = name != NULL ? fz_region_from_code (code) : FZ_REGION_NONE;

  if (region != FZ_REGION_NONE)
    g_hash_table_replace (settled, g_steal_pointer (&name), g_memdup2 (&region, sizeof region));
}

/* What the reader says of names, by the index of their article.  Returns: (transfer full):
 * of each a table of regions by name */
static GHashTable *
list_settled (const FzPage *page, const GPtrArray *corrections)
{
  GHashTable *articles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; corrections != NULL && i < MIN (corrections->len, FZ_CORRECTIONS_MAX); i++)
    {
      const FzCorrection *one = corrections->pdata[i];
      GHashTable *settled;
      gpointer index;

      if (one->kind != FZ_CORRECTION_PLACE)
        continue;
      index = GUINT_TO_POINTER (fz_articles_find_line (page->articles, one->first_line));
      settled = g_hash_table_lookup (articles, index);
      if (settled == NULL)
        {
          settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          g_hash_table_insert (articles, index, settled);
        }
      note_settled (settled, one);
    }
  return articles;
}

/* An article of which the reader says what a name means is read anew with that: it may
 * be what the article is about. */
static void
read_settled (const FzPage *page, const FzPlaceContext *context, const GPtrArray *corrections, GPtrArray *facts)
{
  g_autoptr (GHashTable) articles = list_settled (page, corrections);
  GHashTableIter iter;
  gpointer index, settled;

  g_hash_table_iter_init (&iter, articles);
  while (g_hash_table_iter_next (&iter, &index, &settled) && !fz_stop_asked ())
    {
      guint i = GPOINTER_TO_UINT (index);
      FzPlaceContext own = *context;

      own.settled = settled;
      fz_facts_unref (facts->pdata[i]);
      facts->pdata[i] = fz_facts_read (page->articles->pdata[i], &own);
    }
}

/* What each article says; %NULL where it is to stop. */
static GPtrArray *
read_facts (const FzPage *page, const GPtrArray *corrections)
{
  const GPtrArray *articles = page->articles;
  FzPlaceContext context = context_of (page);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_full (articles->len, (GDestroyNotify) fz_facts_unref);

  for (guint i = 0; i < articles->len && !fz_stop_asked (); i++)
    g_ptr_array_add (facts, fz_facts_read (articles->pdata[i], &context));
  if (fz_stop_asked ())
    return NULL;
  read_at_home (page, &context, facts);
  read_settled (page, &context, corrections, facts);
  for (guint i = 0; i < facts->len; i++)
    fz_facts_tell_days (facts->pdata[i], page->date, page->date_since, page->date_until);
  return g_steal_pointer (&facts);
}

static void
correct_region (FzFacts *facts, const char *code)
{
  FzRegion region = code != NULL ? fz_region_from_code (code) : FZ_REGION_NONE;

  if (code == NULL || region != FZ_REGION_NONE)
    fz_facts_set_region (facts, region);
}

/* Said of the whole article, it holds over what a name in it means. */
static void
correct_facts (const FzPage *page, GPtrArray *facts, const GPtrArray *corrections)
{
  guint n = corrections != NULL ? MIN (corrections->len, FZ_CORRECTIONS_MAX) : 0;

  for (guint i = 0; i < n; i++)
    {
      const FzCorrection *one = corrections->pdata[i];

      if (one->kind == FZ_CORRECTION_REGION)
        correct_region (facts->pdata[fz_articles_find_line (page->articles, one->first_line)], one->value);
    }
}

static FzAnalysis *
analyze (const char *name, GBytes *bytes, const char *encoding, const GPtrArray *corrections, GError **error)
{
  g_autoptr (FzPage) page = fz_page_read_corrected (bytes, encoding, corrections, names_place, NULL, error);
  g_autoptr (GPtrArray) facts = NULL;
  FzAnalysis *self;

  if (page == NULL)
    return NULL;
  facts = read_facts (page, corrections);
  if (facts == NULL)
    return NULL;
  correct_facts (page, facts, corrections);
  self = g_new0 (FzAnalysis, 1);
  self->name = g_strdup (name);
  self->facts = g_steal_pointer (&facts);
  self->page = g_steal_pointer (&page);
  return self;
}

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* What was made until it was cancelled is no analysis. */
static FzAnalysis *
analyze_or_stop (const char *name, GBytes *bytes, const char *encoding, const GPtrArray *corrections,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  FzAnalysis *self;

  fz_stop_set (is_cancelled, cancellable);
  self = analyze (name, bytes, encoding, corrections, &reason);
  fz_stop_set (NULL, NULL);
  if (!g_cancellable_is_cancelled (cancellable))
    {
      if (reason != NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      return self;
    }
  g_clear_pointer (&self, fz_analysis_free);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

/**
 * fz_analysis_new:
 * @name: what the page is called
 * @bytes: its file
 * @encoding: (nullable): an ICU converter name, or %NULL to guess
 *
 * Cuts a page into its articles and reads what each of them says.  Nothing is
 * shared between two calls: any number may run at once.
 *
 * Cancelled, it ends within a fraction of a second.
 *
 * Returns: (transfer full): the analysis, or %NULL with an error of
 *   %FZ_TEXT_ERROR or %G_IO_ERROR_CANCELLED
 */
FzAnalysis *
fz_analysis_new (const char *name, GBytes *bytes, const char *encoding, GCancellable *cancellable, GError **error)
{
  return analyze_or_stop (name, bytes, encoding, NULL, cancellable, error);
}

/**
 * fz_analysis_new_corrected:
 * @name: what the page is called
 * @bytes: its file
 * @corrections: (nullable) (element-type FzCorrection): what the reader said of it
 *
 * As [func@analysis_new], with what the reader said over what the page says.
 *
 * Returns: (transfer full): the analysis, or %NULL with an error of
 *   %FZ_TEXT_ERROR or %G_IO_ERROR_CANCELLED
 */
FzAnalysis *
fz_analysis_new_corrected (const char *name, GBytes *bytes, const GPtrArray *corrections,
                           GCancellable *cancellable, GError **error)
{
  return analyze_or_stop (name, bytes, NULL, corrections, cancellable, error);
}

void
fz_analysis_free (FzAnalysis *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->facts);
  fz_page_unref (self->page);
  g_free (self);
}
