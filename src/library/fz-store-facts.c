/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

static void
bind_place_of_fact (FzStatement  *add,
                    gint64        article,
                    guint         ordinal,
                    const FzSpan *span)
{
  fz_statement_bind_int (add, article);
  fz_statement_bind_int (add, ordinal);
  fz_statement_bind_int (add, span->block);
  fz_statement_bind_int (add, span->start);
  fz_statement_bind_int (add, span->end);
  fz_statement_bind_int (add, span->line);
}

static gboolean
insert_places (FzConnection   *writer,
               gint64          article,
               const FzFacts  *facts,
               GError        **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_PLACE, error);

  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);

      bind_place_of_fact (add, article, i, &place->span);
      fz_statement_bind_text (add, place->surface);
      fz_statement_bind_int (add, (gint64) place->region);
      fz_statement_bind_int (add, place->primary != FALSE);
      if (!fz_statement_run (add, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_store_bind_days:
 * @statement: one that takes an interval
 * @days: the interval
 *
 * Binds its first day, its last and whether it is in doubt.
 */
void
fz_store_bind_days (FzStatement      *statement,
                    const FzInterval *days)
{
  fz_statement_bind_own_text (statement, fz_interval_dup_day (&days->since));
  fz_statement_bind_own_text (statement, fz_interval_dup_day (&days->until));
  fz_statement_bind_int (statement, days->doubt != FALSE);
}

static gboolean
insert_figure (FzStatement     *add,
               gint64           article,
               guint            ordinal,
               const FzFigure  *figure,
               GError         **error)
{
  g_autofree char *value = fz_decimal_print (figure->value);
  g_autofree char *max = NULL;
  gboolean is_range = (figure->qualifiers & FZ_QUALIFIER_RANGE) != 0;

  bind_place_of_fact (add, article, ordinal, &figure->span);
  fz_statement_bind_text (add, figure->surface);
  fz_statement_bind_text (add, fz_figure_kind_name (figure->kind));
  fz_statement_bind_text (add, value);
  fz_statement_bind_real (add, fz_decimal_to_double (figure->value));
  if (is_range)
    max = fz_decimal_print (figure->max);
  fz_statement_bind_text (add, max);
  fz_statement_bind_real (add, fz_decimal_to_double (is_range ? figure->max : figure->value));
  fz_statement_bind_text (add, figure->unit);
  fz_statement_bind_int (add, figure->qualifiers);
  fz_statement_bind_text (add, fz_change_name (figure->change));
  fz_statement_bind_text (add, figure->indicator);
  fz_statement_bind_text (add, figure->period);
  fz_statement_bind_text (add, figure->rule != NULL ? figure->rule : "");
  fz_store_bind_days (add, &figure->days);
  fz_statement_bind_text (add, figure->against);
  fz_store_bind_days (add, &figure->against_days);
  fz_statement_bind_int (add, (gint64) figure->region);
  return fz_statement_run (add, error);
}

/**
 * fz_store_add_figure:
 * @writer: the connection that writes
 * @article: id of the article
 * @ordinal: a number that no other of its figures has
 * @figure: the figure
 * @error: a #FzLibraryError
 */
gboolean
fz_store_add_figure (FzConnection    *writer,
                     gint64           article,
                     guint            ordinal,
                     const FzFigure  *figure,
                     GError         **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_FIGURE, error);

  return add != NULL && insert_figure (add, article, ordinal, figure, error);
}

static gboolean
insert_figures (FzConnection   *writer,
                gint64          article,
                const FzFacts  *facts,
                GError        **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_FIGURE, error);

  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < facts->figures->len; i++)
    if (!insert_figure (add, article, i, &g_array_index (facts->figures, FzFigure, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_programmes (FzConnection   *writer,
                   gint64          article,
                   const FzFacts  *facts,
                   GError        **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_PROGRAMME, error);

  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < facts->programmes->len; i++)
    {
      const FzProgramme *programme = &g_array_index (facts->programmes, FzProgramme, i);

      bind_place_of_fact (add, article, i, &programme->span);
      fz_statement_bind_text (add, programme->name);
      fz_statement_bind_text (add, fz_programme_kind_name (programme->kind));
      if (!fz_statement_run (add, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_store_add_facts:
 * @writer: the connection that writes
 * @article: id of the article
 * @facts: what it says
 * @error: a #FzLibraryError
 */
gboolean
fz_store_add_facts (FzConnection   *writer,
                    gint64          article,
                    const FzFacts  *facts,
                    GError        **error)
{
  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  return insert_places (writer, article, facts, error) &&
         insert_figures (writer, article, facts, error) &&
         insert_programmes (writer, article, facts, error);
}

static FzSpan
take_span (FzStatement *row)
{
  FzSpan span;

  span.block = fz_statement_take_uint (row);
  span.start = fz_statement_take_uint (row);
  span.end = fz_statement_take_uint (row);
  span.line = fz_statement_take_uint (row);
  return span;
}

/* Who draws a fact reaches into the text with its span. */
static gboolean
lies_in (const FzSpan    *span,
         const FzArticle *article)
{
  const FzBlock *block;

  if (span->block >= article->blocks->len)
    return FALSE;
  block = fz_article_block (article, span->block);
  return span->start <= span->end && span->end <= block->end - block->start;
}

typedef gboolean (*TakeFunc) (FzStatement *row, FzFacts *facts);

static gboolean
take_place (FzStatement *row,
            FzFacts     *facts)
{
  FzPlace place = { .span = take_span (row) };

  place.surface = fz_statement_dup_text (row);
  place.region = (FzRegion) fz_statement_take_int (row);
  place.primary = fz_statement_take_int (row) != 0;
  g_array_append_val (facts->places, place);
  return place.surface != NULL;
}

static gboolean
take_second (FzStatement *row,
             FzFacts     *facts)
{
  FzRegion region = (FzRegion) fz_statement_take_int (row);

  g_array_append_val (facts->seconds, region);
  return TRUE;
}

static gboolean
take_decimal (FzStatement *row,
              FzDecimal   *out)
{
  const char *exact = fz_statement_take_text (row);

  return exact == NULL || fz_decimal_parse (exact, -1, out);
}

static void
take_days (FzStatement *row,
           FzInterval  *days)
{
  fz_interval_set_day (&days->since, fz_statement_take_text (row));
  fz_interval_set_day (&days->until, fz_statement_take_text (row));
  days->doubt = fz_statement_take_int (row) != 0;
}

/* No row of the reader's says nothing. */
static gboolean
take_verdict (FzStatement *row,
              FzFigure    *figure)
{
  const char *name = fz_statement_take_text (row);
  int verdict = name != NULL ? fz_verdict_from_name (name) : FZ_VERDICT_AUTO;

  figure->verdict = (FzVerdict) MAX (verdict, 0);
  figure->words = fz_statement_dup_text (row);
  figure->ordinal = fz_statement_take_uint (row);
  return verdict >= 0;
}

/* What the engine could not say is read from the indicator, as that of an older
 * engine or of the reader has it; other days than the engine's are compared with
 * others. */
static void
take_against (FzStatement *row,
              FzFigure    *figure)
{
  figure->against = fz_statement_dup_text (row);
  take_days (row, &figure->against_days);
  figure->region = (FzRegion) fz_statement_take_int (row);
  if (figure->against != NULL && figure->verdict != FZ_VERDICT_CORRECTED)
    return;
  fz_figure_read_against (figure);
  fz_figure_tell_against (figure, fz_statement_take_text (row));
}

/* The rules' names are few, and static in what the engine makes. */
static gboolean
take_figure (FzStatement *row,
             FzFacts     *facts)
{
  FzFigure figure = { .span = take_span (row) };
  g_autofree char *rule = NULL;
  int kind, change;
  gboolean exact, judged;

  figure.surface = fz_statement_dup_text (row);
  kind = fz_figure_kind_from_name (fz_statement_take_text (row));
  exact = take_decimal (row, &figure.value);
  exact &= take_decimal (row, &figure.max);
  figure.unit = fz_statement_dup_text (row);
  figure.qualifiers = (FzQualifiers) fz_statement_take_uint (row);
  change = fz_change_from_name (fz_statement_take_text (row));
  figure.indicator = fz_statement_dup_text (row);
  figure.period = fz_statement_dup_text (row);
  rule = fz_statement_dup_text (row);
  figure.rule = g_intern_string (rule);
  take_days (row, &figure.days);
  judged = take_verdict (row, &figure);
  figure.kind = (FzFigureKind) MAX (kind, 0);
  figure.change = (FzChange) MAX (change, 0);
  take_against (row, &figure);
  g_array_append_val (facts->figures, figure);
  return exact && judged && figure.surface != NULL && kind >= 0 && change >= 0;
}

static gboolean
take_programme (FzStatement *row,
                FzFacts     *facts)
{
  FzProgramme programme = { .span = take_span (row) };
  int kind;

  programme.name = fz_statement_dup_text (row);
  kind = fz_programme_kind_from_name (fz_statement_take_text (row));
  programme.kind = (FzProgrammeKind) MAX (kind, 0);
  g_array_append_val (facts->programmes, programme);
  return programme.name != NULL && kind >= 0;
}

static gboolean
take_rows (FzStatement  *rows,
           TakeFunc      take,
           FzFacts      *facts,
           GError      **error)
{
  FzStep step;

  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    if (!take (rows, facts))
      return fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "facts");
  return step == FZ_STEP_DONE;
}

static gboolean
get_rows (FzConnection  *reader,
          FzSql          sql,
          gint64         article,
          TakeFunc       take,
          FzFacts       *facts,
          GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, sql, error);

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, article);
  return take_rows (rows, take, facts, error);
}

static gboolean
all_lie_in (const FzFacts    *facts,
            const FzArticle  *article,
            GError          **error)
{
  gboolean good = TRUE;

  for (guint i = 0; i < facts->places->len; i++)
    good &= lies_in (&g_array_index (facts->places, FzPlace, i).span, article);
  for (guint i = 0; i < facts->figures->len; i++)
    good &= lies_in (&g_array_index (facts->figures, FzFigure, i).span, article);
  for (guint i = 0; i < facts->programmes->len; i++)
    good &= lies_in (&g_array_index (facts->programmes, FzProgramme, i).span, article);
  return good || fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "facts");
}

/**
 * fz_store_get_facts:
 * @reader: a connection
 * @id: id of the article
 * @article: the article, whose blocks the facts must lie in
 * @facts: where to put them
 * @error: a #FzLibraryError
 */
gboolean
fz_store_get_facts (FzConnection     *reader,
                    gint64            id,
                    const FzArticle  *article,
                    FzFacts          *facts,
                    GError          **error)
{
  return get_rows (reader, FZ_SQL_GET_SECONDS, id, take_second, facts, error) &&
         get_rows (reader, FZ_SQL_GET_PLACES, id, take_place, facts, error) &&
         get_rows (reader, FZ_SQL_GET_FIGURES, id, take_figure, facts, error) &&
         get_rows (reader, FZ_SQL_GET_PROGRAMMES, id, take_programme, facts, error) &&
         all_lie_in (facts, article, error);
}

/**
 * fz_store_take_figures:
 * @statement: one that answers the columns of %FZ_SQL_GET_FIGURES, with its values bound
 * @facts: where to put the figures
 * @error: a #FzLibraryError
 */
gboolean
fz_store_take_figures (FzStatement  *statement,
                       FzFacts      *facts,
                       GError      **error)
{
  return take_rows (statement, take_figure, facts, error);
}
