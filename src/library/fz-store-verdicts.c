/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader says of a figure.  A figure of the reader's own has two rows:
 * one in `figure`, which a new analysis makes again, and its verdict. */

#include "config.h"

#include "fz-store.h"

#include "fz-error.h"
#include "fz-search-index.h"

/**
 * fz_store_take_judgement:
 * @row: one that %FZ_SQL_VERDICTS_OF_SOURCE answers, its article taken
 * @out: an empty figure: where it stood, and what the reader says of it
 *
 * Returns: whether it makes sense
 */
gboolean
fz_store_take_judgement (FzStatement *row,
                         FzFigure    *out)
{
  int verdict, kind;
  const char *exact;
  gboolean good;

  out->surface = fz_statement_dup_text (row);
  verdict = fz_verdict_from_name (fz_statement_take_text (row));
  out->verdict = (FzVerdict) MAX (verdict, 0);
  out->span.line = fz_statement_take_uint (row);
  out->span.start = fz_statement_take_uint (row);
  out->words = fz_statement_dup_text (row);
  kind = fz_figure_kind_from_name (fz_statement_take_text (row));
  out->kind = (FzFigureKind) MAX (kind, 0);
  exact = fz_statement_take_text (row);
  good = exact == NULL || fz_decimal_parse (exact, -1, &out->value);
  exact = fz_statement_take_text (row);
  good &= exact == NULL || fz_decimal_parse (exact, -1, &out->max);
  out->unit = fz_statement_dup_text (row);
  out->qualifiers = (FzQualifiers) fz_statement_take_uint (row);
  out->indicator = fz_statement_dup_text (row);
  out->period = fz_statement_dup_text (row);
  out->rule = FZ_RULE_READER;
  out->ordinal = FZ_FIGURE_NEW;
  return good && verdict >= 0 && out->surface != NULL;
}

/**
 * fz_store_check_verdicts:
 * @reader: a connection
 * @error: %FZ_LIBRARY_ERROR_DAMAGED where one of them makes no sense, and others
 *
 * Reads all that the reader said of figures.
 */
gboolean
fz_store_check_verdicts (FzConnection  *reader,
                         GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_ALL_VERDICTS, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (rows == NULL)
    return FALSE;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      g_autoptr (FzFigure) figure = g_new0 (FzFigure, 1);

      fz_statement_take_int (rows);
      if (!fz_store_take_judgement (rows, figure))
        return fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, "verdict");
    }
  return step == FZ_STEP_DONE;
}

static gboolean
says_more (const FzFigure *figure)
{
  return figure->verdict == FZ_VERDICT_CORRECTED || figure->verdict == FZ_VERDICT_ADDED;
}

static void
bind_saying (FzStatement    *put,
             const FzFigure *figure)
{
  gboolean is_range = (figure->qualifiers & FZ_QUALIFIER_RANGE) != 0;

  fz_statement_bind_text (put, figure->words);
  fz_statement_bind_text (put, fz_figure_kind_name (figure->kind));
  fz_statement_bind_own_text (put, fz_decimal_print (figure->value));
  fz_statement_bind_own_text (put, is_range ? fz_decimal_print (figure->max) : NULL);
  fz_statement_bind_text (put, figure->unit);
  fz_statement_bind_int (put, figure->qualifiers);
  fz_statement_bind_text (put, figure->indicator);
  fz_statement_bind_text (put, figure->period);
  fz_store_bind_days (put, &figure->days);
}

/**
 * fz_store_put_verdict:
 * @writer: the connection that writes
 * @article: id of the article
 * @ordinal: of a figure that has none yet, or below 0 where it waits for its figure
 * @figure: the verdict, and with it what the reader says instead
 * @error: a #FzLibraryError
 */
gboolean
fz_store_put_verdict (FzConnection    *writer,
                      gint64           article,
                      gint64           ordinal,
                      const FzFigure  *figure,
                      GError         **error)
{
  g_autoptr (FzStatement) put = fz_connection_statement (writer, FZ_SQL_ADD_VERDICT, error);

  if (put == NULL)
    return FALSE;
  fz_statement_bind_int (put, article);
  fz_statement_bind_int (put, ordinal);
  fz_statement_bind_text (put, figure->surface);
  fz_statement_bind_text (put, fz_verdict_name (figure->verdict));
  fz_statement_bind_int (put, figure->span.line);
  if (says_more (figure))
    bind_saying (put, figure);
  return fz_statement_run (put, error);
}

static gboolean
ask_number (FzConnection  *writer,
            FzSql          sql,
            gint64         article,
            gint64         number,
            gint64        *out,
            GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (writer, sql, error);
  FzStep step;

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  if (number >= 0)
    fz_statement_bind_int (ask, number);
  step = fz_statement_step (ask, error);
  *out = step == FZ_STEP_ROW ? fz_statement_take_int (ask) : -1;
  return step != FZ_STEP_ERROR;
}

/* The number that a figure of the reader's has had, as long as it is free. */
static gboolean
choose_ordinal (FzConnection    *writer,
                gint64           article,
                const FzFigure  *figure,
                gint64          *out,
                GError         **error)
{
  gint64 taken;

  if (!ask_number (writer, FZ_SQL_NEXT_FIGURE, article, -1, out, error) ||
      !ask_number (writer, FZ_SQL_HAS_FIGURE, article, figure->ordinal, &taken, error))
    return FALSE;
  if (figure->ordinal != FZ_FIGURE_NEW && taken < 0)
    *out = figure->ordinal;
  return TRUE;
}

/* How many figures an article has stands in its row, and whether it has any in
 * the index. */
static gboolean
count_figures (FzConnection  *writer,
               gint64         article,
               GError       **error)
{
  return fz_connection_run_on (writer, FZ_SQL_COUNT_FIGURES, article, error) &&
         fz_search_index_retake (writer, article, error);
}

/**
 * fz_store_add_own_figure:
 * @writer: the connection that writes
 * @article: id of the article
 * @figure: what the reader adds
 * @out_ordinal: (out): its number from now on
 * @error: a #FzLibraryError
 *
 * Adds a figure of the reader's own behind those that were found, and its
 * verdict.
 */
gboolean
fz_store_add_own_figure (FzConnection    *writer,
                         gint64           article,
                         const FzFigure  *figure,
                         guint           *out_ordinal,
                         GError         **error)
{
  gint64 ordinal;

  if (!choose_ordinal (writer, article, figure, &ordinal, error) ||
      !fz_store_add_figure (writer, article, (guint) ordinal, figure, error) ||
      !fz_store_put_verdict (writer, article, ordinal, figure, error) ||
      !count_figures (writer, article, error))
    return FALSE;
  *out_ordinal = (guint) ordinal;
  return TRUE;
}

/* Whether the figure is the one that the reader saw, and whether it is the
 * reader's own. */
static gboolean
look (FzConnection    *writer,
      gint64           article,
      const FzFigure  *figure,
      gboolean        *out_is_it,
      gboolean        *out_own,
      GError         **error)
{
  g_autoptr (FzStatement) find = fz_connection_statement (writer, FZ_SQL_FIND_FIGURE, error);
  FzStep step;

  if (find == NULL)
    return FALSE;
  fz_statement_bind_int (find, article);
  fz_statement_bind_int (find, figure->ordinal);
  step = fz_statement_step (find, error);
  *out_is_it = step == FZ_STEP_ROW && g_strcmp0 (fz_statement_take_text (find), figure->surface) == 0;
  *out_own = *out_is_it && g_strcmp0 (fz_statement_take_text (find), FZ_RULE_READER) == 0;
  return step != FZ_STEP_ERROR;
}

static gboolean
tell_days (FzConnection  *writer,
           gint64         article,
           FzFigure      *figure,
           GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (writer, FZ_SQL_DATE_OF_ARTICLE, error);
  FzStep step;

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  step = fz_statement_step (ask, error);
  if (step == FZ_STEP_ROW)
    {
      const char *date = fz_statement_take_text (ask);
      const char *since = fz_statement_take_text (ask);

      fz_figure_tell_days (figure, date, since, fz_statement_take_text (ask));
    }
  return step != FZ_STEP_ERROR;
}

static gboolean
add_own (FzConnection    *writer,
         gint64           article,
         const FzFigure  *figure,
         guint           *out_ordinal,
         GError         **error)
{
  const FzSpan *span = &figure->span;
  gint64 length;

  if (!ask_number (writer, FZ_SQL_LENGTH_OF_BLOCK, article, span->block, &length, error))
    return FALSE;
  if (span->start >= span->end || span->end > length)
    return fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  return fz_store_add_own_figure (writer, article, figure, out_ordinal, error);
}

static gboolean
remove_own (FzConnection  *writer,
            gint64         article,
            guint          ordinal,
            GError       **error)
{
  return fz_connection_run_on_two (writer, FZ_SQL_REMOVE_FIGURE, article, ordinal, error) &&
         count_figures (writer, article, error);
}

/**
 * fz_store_judge:
 * @writer: the connection that writes
 * @article: id of the article
 * @figure: a figure of it with the reader's verdict, found by its ordinal and
 *   its surface; one that is added needs no ordinal
 * @out_ordinal: (out): its number from now on
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where the article has no such figure (any
 *   more), and others
 *
 * Puts the verdict in the place of the one that was there.  %FZ_VERDICT_AUTO
 * takes it back; a figure of the reader's own goes with it, and stays one that is
 * added whatever else is said of it.
 */
gboolean
fz_store_judge (FzConnection    *writer,
                gint64           article,
                const FzFigure  *figure,
                guint           *out_ordinal,
                GError         **error)
{
  g_autoptr (FzFigure) now = fz_figure_copy (figure);
  gboolean is_it, own;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  *out_ordinal = figure->ordinal;
  if (!look (writer, article, figure, &is_it, &own, error))
    return FALSE;
  if (!is_it && figure->verdict != FZ_VERDICT_ADDED)
    return fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  if ((is_it && !fz_connection_run_on_two (writer, FZ_SQL_REMOVE_VERDICT, article, figure->ordinal, error)) ||
      (own && !remove_own (writer, article, figure->ordinal, error)) ||
      !tell_days (writer, article, now, error))
    return FALSE;
  if (figure->verdict == FZ_VERDICT_ADDED || (own && figure->verdict != FZ_VERDICT_AUTO))
    {
      now->verdict = FZ_VERDICT_ADDED;
      now->rule = FZ_RULE_READER;
      return add_own (writer, article, now, out_ordinal, error);
    }
  return figure->verdict == FZ_VERDICT_AUTO || fz_store_put_verdict (writer, article, figure->ordinal, now, error);
}
