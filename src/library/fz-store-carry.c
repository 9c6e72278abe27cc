/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader made of a source, carried over to another analysis of it. */

#include "config.h"

#include "fz-store.h"

#include <string.h>

#include "fz-anchor.h"
#include "fz-error.h"
#include "fz-extents.h"

/* A figure that moved farther than this is another one of the same words. */
#define MOST_LINES 2

static gint64
id_at (const GArray *extents,
       guint         i)
{
  return g_array_index (extents, FzExtent, i).id;
}

/**
 * fz_store_carry_annotations:
 * @writer: the connection that writes
 * @annotations: (element-type FzAnnotation): its marks as they were before
 * @texts: (element-type FzAnchorText): the texts of the articles that there are now
 * @error: a #FzLibraryError
 *
 * Finds the place of each mark again; one that has none any more is kept with
 * its quote and belongs to no article.
 */
gboolean
fz_store_carry_annotations (FzConnection     *writer,
                            const GPtrArray  *annotations,
                            const GArray     *texts,
                            GError          **error)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (FzAnnotation) now = fz_annotation_copy (annotations->pdata[i]);

      fz_anchor_find (now, texts);
      if (!fz_store_move_annotation (writer, now, error))
        return FALSE;
    }
  return TRUE;
}

/* A reader's word on a figure, and where the figure stood: on which line, and
 * where in its block. */
typedef struct {
  gint64    article;
  FzFigure *figure;
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *self = data;

  fz_figure_free (self->figure);
  g_free (self);
}

static gboolean
get_verdicts (FzConnection  *writer,
              gint64         source,
              GPtrArray     *verdicts,
              GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_VERDICTS_OF_SOURCE, error);
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, source);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      Verdict *verdict = g_new0 (Verdict, 1);

      verdict->figure = g_new0 (FzFigure, 1);
      g_ptr_array_add (verdicts, verdict);
      verdict->article = fz_statement_take_int (rows);
      if (!fz_store_take_judgement (rows, verdict->figure))
        return fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, "verdict");
    }
  return step == FZ_STEP_DONE;
}

/**
 * fz_store_take_verdicts:
 * @writer: the connection that writes
 * @source: id of a source whose articles are still the old ones
 * @error: a #FzLibraryError
 *
 * Takes the reader's verdicts on its figures out of the library, to be put back
 * by fz_store_carry_verdicts() in the same transaction.
 *
 * Returns: (transfer full): the verdicts, or %NULL
 */
GPtrArray *
fz_store_take_verdicts (FzConnection  *writer,
                        gint64         source,
                        GError       **error)
{
  g_autoptr (GPtrArray) verdicts = g_ptr_array_new_with_free_func (verdict_free);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!get_verdicts (writer, source, verdicts, error) ||
      !fz_connection_run_on (writer, FZ_SQL_REMOVE_VERDICTS, source, error))
    return NULL;
  return g_steal_pointer (&verdicts);
}

/* Where a figure stands in a source. */
typedef struct {
  guint           article; /* index */
  guint           ordinal;
  const FzFigure *figure;
  gboolean        taken;
} Standing;

static GArray *
list_figures (const FzSource *analysis)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Standing));

  for (guint i = 0; i < analysis->facts->len; i++)
    {
      const FzFacts *facts = analysis->facts->pdata[i];

      for (guint j = 0; j < facts->figures->len; j++)
        {
          Standing standing = { i, j, &g_array_index (facts->figures, FzFigure, j), FALSE };

          g_array_append_val (list, standing);
        }
    }
  return list;
}

/* Lines first, then places in the block. */
static guint64
distance_of (const Verdict *verdict,
             guint          line,
             guint          start)
{
  guint64 lines = (guint64) ABS ((gint64) verdict->figure->span.line - line);

  return lines << 32 | (guint64) ABS ((gint64) verdict->figure->span.start - start);
}

#define TOO_FAR (((guint64) MOST_LINES + 1) << 32)

static Standing *
find_figure (const Verdict *verdict,
             GArray        *figures)
{
  guint64 least = TOO_FAR;
  Standing *nearest = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      Standing *standing = &g_array_index (figures, Standing, i);
      const FzSpan *span = &standing->figure->span;

      if (standing->taken || g_strcmp0 (standing->figure->surface, verdict->figure->surface) != 0 ||
          distance_of (verdict, span->line, span->start) >= least)
        continue;
      least = distance_of (verdict, span->line, span->start);
      nearest = standing;
    }
  return nearest;
}

/* Where the words of a figure stand that the engine does not find. */
typedef struct {
  guint64 distance;
  guint   article; /* index */
  FzSpan  span;
} Words;

static void
find_in_block (const Verdict   *verdict,
               const FzArticle *article,
               guint            block,
               Words           *nearest)
{
  g_autofree char *text = fz_article_dup_block (article, block);
  const char *surface = verdict->figure->surface;
  guint position = 0, length = (guint) g_utf8_strlen (surface, -1);
  const char *from = text;

  for (const char *at = strstr (text, surface); at != NULL; at = strstr (at + 1, surface))
    {
      guint line;

      position += (guint) g_utf8_strlen (from, at - from);
      from = at;
      line = fz_block_line_at (fz_article_block (article, block), position);
      if (distance_of (verdict, line, position) >= nearest->distance)
        continue;
      nearest->distance = distance_of (verdict, line, position);
      nearest->span = (FzSpan) { block, position, position + length, line };
    }
}

static gboolean
find_words (const Verdict   *verdict,
            const GPtrArray *articles,
            Words           *nearest)
{
  nearest->distance = TOO_FAR;
  for (guint i = 0; *verdict->figure->surface != '\0' && i < articles->len; i++)
    {
      const FzArticle *article = articles->pdata[i];
      guint64 before = nearest->distance;

      for (guint block = 0; block < article->blocks->len; block++)
        find_in_block (verdict, article, block, nearest);
      if (nearest->distance < before)
        nearest->article = i;
    }
  return nearest->distance < TOO_FAR;
}

/* What the reader added stands where its words stand; once the engine finds it
 * too, it is a correction of that. */
static gboolean
carry_added (FzConnection     *writer,
             const Verdict    *verdict,
             const GPtrArray  *articles,
             const GArray     *extents,
             gboolean         *out_found,
             GError          **error)
{
  Words words;
  guint ordinal;

  *out_found = verdict->figure->verdict == FZ_VERDICT_ADDED && find_words (verdict, articles, &words);
  if (!*out_found)
    return TRUE;
  verdict->figure->span = words.span;
  return fz_store_add_own_figure (writer, id_at (extents, words.article), verdict->figure, &ordinal, error);
}

static gboolean
carry_verdict (FzConnection     *writer,
               const Verdict    *verdict,
               const FzSource   *analysis,
               const GArray     *extents,
               GArray           *figures,
               gint64           *waiting,
               GError          **error)
{
  const GPtrArray *articles = analysis->page->articles;
  Standing *standing = find_figure (verdict, figures);
  FzFigure *figure = verdict->figure;
  gboolean found;

  fz_figure_tell_days (figure, analysis->date.value, analysis->page->date_since, analysis->page->date_until);
  if (standing != NULL)
    {
      standing->taken = TRUE;
      if (figure->verdict == FZ_VERDICT_ADDED)
        figure->verdict = FZ_VERDICT_CORRECTED;
      return fz_store_put_verdict (writer, id_at (extents, standing->article), standing->ordinal, figure, error);
    }
  if (!carry_added (writer, verdict, articles, extents, &found, error))
    return FALSE;
  return found || fz_store_put_verdict (writer, id_at (extents, fz_articles_find_line (articles, figure->span.line)),
                                        --*waiting, figure, error);
}

/**
 * fz_store_carry_verdicts:
 * @writer: the connection that writes
 * @verdicts: what fz_store_take_verdicts() took
 * @analysis: the new analysis
 * @extents: (element-type FzExtent): its articles with their ids
 * @error: a #FzLibraryError
 *
 * Gives each verdict to the nearest figure of the same words, on its line or
 * close to it; a figure that the reader added goes to the nearest of its words.
 * One whose figure is not there waits for it at the article that holds its
 * line, with an ordinal below 0.
 */
gboolean
fz_store_carry_verdicts (FzConnection     *writer,
                         const GPtrArray  *verdicts,
                         const FzSource   *analysis,
                         const GArray     *extents,
                         GError          **error)
{
  g_autoptr (GArray) figures = list_figures (analysis);
  gint64 waiting = 0;

  for (guint i = 0; i < verdicts->len; i++)
    if (!carry_verdict (writer, verdicts->pdata[i], analysis, extents, figures, &waiting, error))
      return FALSE;
  return TRUE;
}
