/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

static void
bind_asked_for (FzStatement *rows, const FzFigureQuery *query)
{
  FzRegion first, last;

  fz_statement_bind_text (rows, query->kind >= 0 ? fz_figure_kind_name ((FzFigureKind) query->kind) : NULL);
  fz_statement_bind_text (rows, query->indicator);
  fz_statement_bind_text (rows, query->since);
  fz_statement_bind_text (rows, query->until);
  fz_query_span (query->region == FZ_REGION_NONE, query->region, TRUE, &first, &last);
  fz_statement_bind_int (rows, (gint64) first);
  fz_statement_bind_int (rows, (gint64) last);
}

/**
 * fz_store_articles_of_figures:
 * @reader: a connection
 * @query: which figures
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type gint64): ids of the articles that are
 *   filed in the query's region or have a figure of it, and that have figures of
 *   those that it asks for,
 *   in library order; or %NULL
 */
GArray *
fz_store_articles_of_figures (FzConnection         *reader,
                              const FzFigureQuery  *query,
                              GError              **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_ARTICLES_WITH_FIGURES, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (rows == NULL)
    return NULL;
  bind_asked_for (rows, query);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 id = fz_statement_take_int (rows);

      g_array_append_val (ids, id);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
get_matching (FzConnection         *reader,
              const FzFigureQuery  *query,
              gint64                article,
              FzFacts              *facts,
              GError              **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_MATCHING_FIGURES, error);

  if (rows == NULL)
    return FALSE;
  bind_asked_for (rows, query);
  fz_statement_bind_int (rows, article);
  return fz_store_take_figures (rows, facts, error);
}

/**
 * fz_store_get_figures:
 * @reader: a connection
 * @query: which figures
 * @article: id of an article
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): the article's entry, and facts with those of its
 *   figures that @query lets through; or %NULL
 */
FzStored *
fz_store_get_figures (FzConnection         *reader,
                      const FzFigureQuery  *query,
                      gint64                article,
                      GError              **error)
{
  g_autoptr (FzStored) stored = g_new0 (FzStored, 1);

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  stored->facts = fz_facts_new ();
  if (!get_matching (reader, query, article, stored->facts, error))
    return NULL;
  stored->entry = fz_store_get_entry (reader, article, error);
  return stored->entry != NULL ? g_steal_pointer (&stored) : NULL;
}
