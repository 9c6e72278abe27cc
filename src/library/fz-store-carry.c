/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader made of a source, carried over to another analysis of it. */

#include "config.h"

#include "fz-store.h"

#include "fz-anchor.h"
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
 * @articles: (element-type FzArticle): the articles
 * @extents: (element-type FzExtent): the same, with their ids
 * @error: a #FzLibraryError
 *
 * Finds the place of each mark again; one that has none any more is kept with
 * its quote and belongs to no article.
 */
gboolean
fz_store_carry_annotations (FzConnection     *writer,
                            const GPtrArray  *annotations,
                            const GPtrArray  *articles,
                            const GArray     *extents,
                            GError          **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (FzAnchorText));

  for (guint i = 0; i < articles->len; i++)
    {
      FzAnchorText text = { id_at (extents, i), ((const FzArticle *) articles->pdata[i])->text };

      g_array_append_val (texts, text);
    }
  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (FzAnnotation) now = fz_annotation_copy (annotations->pdata[i]);

      fz_anchor_find (now, texts);
      if (!fz_store_move_annotation (writer, now, error))
        return FALSE;
    }
  return TRUE;
}

/* A reader's word on a figure, and where the figure stood. */
typedef struct {
  gint64  article;
  char   *surface;
  char   *verdict;
  guint   line;
  guint   start;
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *self = data;

  g_free (self->surface);
  g_free (self->verdict);
  g_free (self);
}

static Verdict *
take_verdict (FzStatement *row)
{
  Verdict *self = g_new0 (Verdict, 1);

  self->article = fz_statement_take_int (row);
  self->surface = fz_statement_dup_text (row);
  self->verdict = fz_statement_dup_text (row);
  self->line = fz_statement_take_uint (row);
  self->start = fz_statement_take_uint (row);
  return self;
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
    g_ptr_array_add (verdicts, take_verdict (rows));
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
  g_autoptr (FzStatement) remove = NULL;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!get_verdicts (writer, source, verdicts, error))
    return NULL;
  remove = fz_connection_statement (writer, FZ_SQL_REMOVE_VERDICTS, error);
  if (remove == NULL)
    return NULL;
  fz_statement_bind_int (remove, source);
  return fz_statement_run (remove, error) ? g_steal_pointer (&verdicts) : NULL;
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
distance_of (const Verdict  *verdict,
             const FzFigure *figure)
{
  guint64 lines = (guint64) ABS ((gint64) verdict->line - figure->span.line);

  return lines << 32 | (guint64) ABS ((gint64) verdict->start - figure->span.start);
}

static Standing *
find_figure (const Verdict *verdict,
             GArray        *figures)
{
  guint64 least = ((guint64) MOST_LINES + 1) << 32;
  Standing *nearest = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      Standing *standing = &g_array_index (figures, Standing, i);

      if (standing->taken || g_strcmp0 (standing->figure->surface, verdict->surface) != 0 ||
          distance_of (verdict, standing->figure) >= least)
        continue;
      least = distance_of (verdict, standing->figure);
      nearest = standing;
    }
  return nearest;
}

static gboolean
put_verdict (FzConnection   *writer,
             const Verdict  *verdict,
             gint64          article,
             gint64          ordinal,
             GError        **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_VERDICT, error);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, article);
  fz_statement_bind_int (add, ordinal);
  fz_statement_bind_text (add, verdict->surface);
  fz_statement_bind_text (add, verdict->verdict);
  fz_statement_bind_int (add, verdict->line);
  return fz_statement_run (add, error);
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
 * close to it.  One whose figure is not there waits for it at the article that
 * holds its line, with an ordinal below 0.
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
    {
      const Verdict *verdict = verdicts->pdata[i];
      Standing *standing = find_figure (verdict, figures);
      gint64 article = 0, ordinal = standing != NULL ? (gint64) standing->ordinal : --waiting;

      if (standing != NULL)
        {
          standing->taken = TRUE;
          article = id_at (extents, standing->article);
        }
      else
        article = id_at (extents, fz_articles_find_line (analysis->page->articles, verdict->line));
      if (!put_verdict (writer, verdict, article, ordinal, error))
        return FALSE;
    }
  return TRUE;
}
