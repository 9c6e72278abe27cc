/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cli.h"
#include "fz-json.h"
#include "fz-table.h"

/* Digits behind the point of an em: a 64th has six, and nobody sees a 10,000th. */
#define EM_SCALE 4

/* An em as it is written: no more digits than it has, but one at least behind the
 * point, so that a reader of JSON sees a fraction. */
static FzDecimal
in_em (const FzParagraph *paragraph, gint64 units)
{
  gint64 em = fz_paragraph_get_em (paragraph), scaled = units * 10000;
  FzDecimal value = { .digits = (scaled + (scaled < 0 ? -em : em) / 2) / em, .scale = EM_SCALE };

  while (value.scale > 1 && value.digits % 10 == 0)
    {
      value.digits /= 10;
      value.scale--;
    }
  return value;
}

static void
add_em (FzJson *json, const FzParagraph *paragraph, const char *key, gint64 units)
{
  fz_json_key (json, key);
  fz_json_decimal (json, in_em (paragraph, units));
}

static void
add_adjustments (FzJson *json, const FzParagraph *paragraph, const GArray *adjustments)
{
  fz_json_key (json, "adjust");
  fz_json_open_array (json);
  for (guint i = 0; i < adjustments->len; i++)
    {
      const FzAdjustment *adjustment = &g_array_index (adjustments, FzAdjustment, i);

      fz_json_open_object (json);
      fz_json_add_integer (json, "at", adjustment->at);
      fz_json_add_string (json, "rule", fz_set_rule_name (adjustment->rule));
      add_em (json, paragraph, "em", adjustment->amount);
      fz_json_close_object (json);
    }
  fz_json_close_array (json);
}

/* Where characters stand along the line: from its left end, or from its top. */
static void
add_positions (FzJson *json, const FzParagraph *paragraph, const FzSetLine *line, const GArray *adjustments)
{
  g_autoptr (GArray) positions = fz_set_line_positions (paragraph, line, adjustments);

  fz_json_key (json, "x");
  fz_json_open_array (json);
  for (guint i = 0; i < positions->len; i++)
    fz_json_decimal (json, in_em (paragraph, g_array_index (positions, gint64, i)));
  fz_json_close_array (json);
}

static void
add_line (FzJson *json, const FzParagraph *paragraph, const char *text, const FzSetLine *line, gboolean positions)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (paragraph, line);

  fz_json_add_integer (json, "start", line->start);
  fz_json_add_integer (json, "end", line->stop);
  fz_json_key (json, "text");
  fz_json_string_len (json, text + line->byte, line->byte_end - line->byte);
  add_em (json, paragraph, "measure", line->measure);
  add_em (json, paragraph, "width", line->width);
  fz_json_key (json, "last");
  fz_json_boolean (json, line->last);
  add_adjustments (json, paragraph, adjustments);
  if (positions)
    add_positions (json, paragraph, line, adjustments);
}

/**
 * fz_cli_print_set_json:
 * @number: the paragraph's, from 1
 * @text: of the paragraph
 * @lines: (element-type FzSetLine): of the paragraph
 * @positions: whether the pen's positions are written
 *
 * Writes a line of JSON for each line.
 */
void
fz_cli_print_set_json (const FzParagraph *paragraph, guint number, const char *text, const GArray *lines,
                       gboolean positions, GString *out)
{
  FzJson json = FZ_JSON (out);

  for (guint i = 0; i < lines->len; i++)
    {
      fz_json_open_object (&json);
      fz_json_add_integer (&json, "paragraph", number);
      fz_json_add_integer (&json, "line", i + 1);
      add_line (&json, paragraph, text, &g_array_index (lines, FzSetLine, i), positions);
      fz_json_close_object (&json);
      fz_json_end_line (&json);
    }
}

/* What was done to a line, each rule once with how often and how much in all. */
static void
print_rules (const FzParagraph *paragraph, const FzSetLine *line, GString *out)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (paragraph, line);
  gint64 sums[FZ_N_RULES] = { 0 };
  guint counts[FZ_N_RULES] = { 0 };

  for (guint i = 0; i < adjustments->len; i++)
    {
      const FzAdjustment *adjustment = &g_array_index (adjustments, FzAdjustment, i);

      counts[adjustment->rule]++;
      sums[adjustment->rule] += adjustment->amount;
    }
  for (guint rule = 0; rule < FZ_N_RULES; rule++)
    if (counts[rule] > 0)
      {
        g_autofree char *em = fz_decimal_print (in_em (paragraph, sums[rule]));

        g_string_append_printf (out, "\t%s %u: %s em", fz_set_rule_name (rule), counts[rule], em);
      }
}

/**
 * fz_cli_print_set_text:
 *
 * Writes the lines as they break, and behind each, between tabs, what was done to it;
 * a blank line ends the paragraph.
 */
void
fz_cli_print_set_text (const FzParagraph *paragraph, const char *text, const GArray *lines, GString *out)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const FzSetLine *line = &g_array_index (lines, FzSetLine, i);

      fz_text_append_safe (out, text + line->byte, line->byte_end - line->byte);
      print_rules (paragraph, line, out);
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}
