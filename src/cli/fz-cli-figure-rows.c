/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cli-figure-rows.h"

#include <string.h>

#include "fz-article-json.h"
#include "fz-article-text.h"
#include "fz-table.h"

/* The CSV is that of RFC 4180: a header, lines ended by CRLF, quotes where a
 * cell has a comma, a quote or a line's end.  What is not known is an empty
 * cell.  The columns are those of the JSON, in its order, with the region's
 * path for its object and the qualifiers joined by spaces; value, unit,
 * indicator and period are the reader's where the verdict is "corrected".
 */

struct _FzFigureRows {
  FzFormat   format;
  gint64     article; /* whose figures are collected, in text */
  FzTable *table;
};

static const char csv_header[] =
  "article,source,newspaper,date,title,region,"
  "block,start,end,line,surface,kind,value,max,unit,qualifiers,change,indicator,period,rule,"
  "since,until,doubt,verdict,against,against_since,against_until,against_doubt,indicator_region\r\n";

/**
 * fz_figure_rows_new:
 *
 * Returns: (transfer full): rows in @format
 */
FzFigureRows *
fz_figure_rows_new (FzFormat format)
{
  FzFigureRows *self = g_new0 (FzFigureRows, 1);

  self->format = format;
  return self;
}

void
fz_figure_rows_free (FzFigureRows *self)
{
  g_clear_pointer (&self->table, fz_table_free);
  g_free (self);
}

/* The days of the period, as far as they can be told, and the reader's word. */
static void
add_judgement (FzJson *json, const FzFigure *figure)
{
  g_autofree char *since = fz_interval_dup_day (&figure->days.since);
  g_autofree char *until = fz_interval_dup_day (&figure->days.until);

  fz_json_add_string (json, "since", since);
  fz_json_add_string (json, "until", until);
  fz_json_key (json, "doubt");
  if (fz_interval_is_known (&figure->days))
    fz_json_boolean (json, figure->days.doubt);
  else
    fz_json_null (json);
  fz_json_add_string (json, "verdict", fz_verdict_name (figure->verdict));
}

static void
add_json (const FzFigureRow *row, GString *out)
{
  FzJson json = FZ_JSON (out);

  fz_json_open_object (&json);
  fz_json_add_integer (&json, "article", row->article);
  fz_json_add_string (&json, "source", row->source_name);
  fz_json_add_string (&json, "newspaper", row->newspaper);
  fz_json_add_string (&json, "date", row->date);
  fz_json_add_string (&json, "title", row->title);
  fz_json_add_region (&json, "region", row->region);
  fz_json_figure_fields (&json, row->figure);
  add_judgement (&json, row->figure);
  fz_json_figure_more (&json, row->figure);
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

static void
add_quoted (GString *out, const char *cell)
{
  g_string_append_c (out, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
add_cell (GString *out, const char *cell)
{
  if (cell != NULL && strpbrk (cell, ",\"\r\n") != NULL)
    add_quoted (out, cell);
  else if (cell != NULL)
    g_string_append (out, cell);
  g_string_append_c (out, ',');
}

static void
add_number_cell (GString *out, gint64 number)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT ",", number);
}

static void
add_decimal_cell (GString *out, FzDecimal value)
{
  g_autofree char *digits = fz_decimal_print (value);

  add_cell (out, digits);
}

static void
add_origin_cells (GString *out, const FzFigureRow *row)
{
  g_autofree char *region = fz_region_dup_path (row->region);

  add_number_cell (out, row->article);
  add_cell (out, row->source_name);
  add_cell (out, row->newspaper);
  add_cell (out, row->date);
  add_cell (out, row->title);
  add_cell (out, region);
}

static void
add_figure_cells (GString *out, const FzFigure *figure)
{
  g_autofree char *qualifiers = fz_figure_dup_qualifiers (figure, " ");

  add_cell (out, figure->surface);
  add_cell (out, fz_figure_kind_name (figure->kind));
  add_decimal_cell (out, figure->value);
  if (figure->qualifiers & FZ_QUALIFIER_RANGE)
    add_decimal_cell (out, figure->max);
  else
    add_cell (out, NULL);
  add_cell (out, figure->unit);
  add_cell (out, qualifiers);
  add_cell (out, figure->change != FZ_CHANGE_NONE ? fz_change_name (figure->change) : NULL);
  add_cell (out, figure->indicator);
  add_cell (out, figure->period);
  add_cell (out, figure->rule);
}

static void
add_days_cells (GString *out, const FzInterval *days)
{
  g_autofree char *since = fz_interval_dup_day (&days->since);
  g_autofree char *until = fz_interval_dup_day (&days->until);

  add_cell (out, since);
  add_cell (out, until);
  add_cell (out, !fz_interval_is_known (days) ? NULL : days->doubt ? "true" : "false");
}

static void
add_judgement_cells (GString *out, const FzFigure *figure)
{
  add_days_cells (out, &figure->days);
  add_cell (out, fz_verdict_name (figure->verdict));
}

/* With what a change is compared, and of which region it is. */
static void
add_more_cells (GString *out, const FzFigure *figure)
{
  g_autofree char *region = figure->region != FZ_REGION_NONE ? fz_region_dup_path (figure->region) : NULL;

  add_cell (out, figure->against);
  add_days_cells (out, &figure->against_days);
  add_cell (out, region);
}

static void
add_csv (const FzFigureRow *row, GString *out)
{
  const FzSpan *span = &row->figure->span;

  add_origin_cells (out, row);
  add_number_cell (out, span->block);
  add_number_cell (out, span->start);
  add_number_cell (out, span->end);
  add_number_cell (out, span->line);
  add_figure_cells (out, row->figure);
  add_judgement_cells (out, row->figure);
  add_more_cells (out, row->figure);
  g_string_truncate (out, out->len - 1);
  g_string_append (out, "\r\n");
}

static void
print_collected (FzFigureRows *self, GString *out)
{
  if (self->table == NULL)
    return;
  fz_table_print (self->table, "  ", out);
  g_clear_pointer (&self->table, fz_table_free);
}

static void
print_heading (FzFigureRows *self, const FzFigureRow *row, GString *out)
{
  g_autofree char *region = fz_region_dup_path (row->region);
  const char *words[] = { row->date, region, row->title != NULL ? row->title : row->source_name };

  g_string_append_printf (out, "%s%" G_GINT64_FORMAT, self->article != 0 ? "\n" : "", row->article);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      {
        g_string_append (out, "  ");
        fz_text_append_safe (out, words[i], -1);
      }
  g_string_append_c (out, '\n');
}

static void
add_text (FzFigureRows *self, const FzFigureRow *row, GString *out)
{
  g_autofree char *qualifiers = fz_figure_dup_qualifiers (row->figure, " ");
  FzVerdict verdict = row->figure->verdict;

  if (row->article != self->article)
    {
      print_collected (self, out);
      print_heading (self, row, out);
      self->article = row->article;
    }
  if (self->table == NULL)
    self->table = fz_table_new (6);
  fz_table_add (self->table, row->figure->words != NULL ? row->figure->words : row->figure->surface);
  fz_table_add (self->table, row->figure->indicator);
  fz_table_add (self->table, row->figure->period);
  fz_table_add (self->table, fz_figure_kind_name (row->figure->kind));
  fz_table_add (self->table, qualifiers);
  fz_table_add (self->table, verdict != FZ_VERDICT_AUTO ? fz_verdict_name (verdict) : NULL);
}

/**
 * fz_figure_rows_start:
 *
 * Appends what stands before the rows.
 */
void
fz_figure_rows_start (FzFigureRows *self, GString *out)
{
  if (self->format == FZ_FORMAT_CSV)
    g_string_append (out, csv_header);
}

/**
 * fz_figure_rows_add:
 *
 * Appends @row, or keeps it for a table that is not complete yet.
 */
void
fz_figure_rows_add (FzFigureRows *self, const FzFigureRow *row, GString *out)
{
  if (self->format == FZ_FORMAT_CSV)
    add_csv (row, out);
  else if (self->format == FZ_FORMAT_JSON)
    add_json (row, out);
  else
    add_text (self, row, out);
}

/**
 * fz_figure_rows_end:
 *
 * Appends what was kept.
 */
void
fz_figure_rows_end (FzFigureRows *self, GString *out)
{
  print_collected (self, out);
}
