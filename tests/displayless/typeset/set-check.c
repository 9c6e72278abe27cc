/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-check.h"

/* A person's reading of the levels, apart from the tables that are tested. */
static const struct {
  const char *start;
  const char *end;
} barred[] = {
  [FZ_PROHIBIT_NONE] = { "", "" },
  [FZ_PROHIBIT_BASIC] = { "，。、；：？！”’）》」・～／", "“‘（《「" },
  [FZ_PROHIBIT_GB] = { "，。、；：？！”’）》」・～／", "“‘（《「／" },
  [FZ_PROHIBIT_STRICT] = { "，。、；：？！”’）》」・～／—…", "“‘（《「／" },
};

static gboolean
is_one_of (const char *marks, gunichar c)
{
  return g_utf8_strchr (marks, -1, c) != NULL;
}

static gunichar
char_of (const SetText *self, const FzSetLine *line, guint at)
{
  return g_utf8_get_char (g_utf8_offset_to_pointer (self->text + line->byte, at - line->start));
}

/* The lines are the text, each once. */
static void
check_text (const SetText *self)
{
  guint at = 0;
  gsize byte = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const FzSetLine *line = set_line (self, i);

      g_assert_cmpuint (line->start, ==, at);
      g_assert_cmpuint (line->byte, ==, byte);
      g_assert_cmpuint (line->end, >, line->first);
      g_assert_cmpint (g_utf8_strlen (self->text + byte, line->byte_end - byte), ==, line->stop - line->start);
      g_assert_cmpint (line->last, ==, i + 1 == self->lines->len);
      at = line->stop;
      byte = line->byte_end;
    }
  g_assert_cmpuint (byte, ==, strlen (self->text));
}

static void
check_edges (const SetText *self, FzProhibition level, guint i)
{
  const FzSetLine *before = set_line (self, i - 1), *line = set_line (self, i);
  gunichar start, end;

  if (before->broken)
    return;
  start = g_utf8_get_char (self->text + line->byte);
  end = g_utf8_get_char (g_utf8_prev_char (self->text + line->byte));
  if (is_one_of (barred[level].start, start) || is_one_of (barred[level].end, end)
      /* Behind a space one may open a number: .5 */
      || (level != FZ_PROHIBIT_NONE && end != ' ' && is_one_of (",;:?!)%", start)))
    g_test_fail_printf ("level %d: %.*s|%.*s", level, (int) (before->byte_end - before->byte),
                        self->text + before->byte, (int) (line->byte_end - line->byte), self->text + line->byte);
}

/* Flush within a 64th of an em, as long as the line has a place to be widened. */
static void
check_width (const SetText *self, const FzSetLine *line, const GArray *adjustments, SetTally *tally)
{
  g_autoptr (GArray) positions = fz_set_line_positions (self->paragraph, line, adjustments);
  gint64 end = g_array_index (positions, gint64, positions->len - 1);
  gboolean flush = ABS (line->width - line->measure) * 64 <= fz_paragraph_get_em (self->paragraph);

  g_assert_cmpint (end, ==, line->width);
  g_assert_cmpuint (positions->len, ==, line->stop - line->start + 1);
  if (line->last)
    g_assert_cmpint (line->width, <=, MAX (line->measure, line->natural));
  else if (!flush)
    {
      tally->short_++;
      g_assert_true (line->loose || line->width > line->measure);
    }
}

static gboolean
is_inside (gunichar a, gunichar b)
{
  return a < 0x80 && b < 0x80 && g_ascii_isalnum (a) && (g_ascii_isalnum (b) || b == '%' || b == '.');
}

/* Whether nothing but spaces stands behind it. */
static gboolean
ends_line (const SetText *self, const FzSetLine *line, guint at)
{
  for (at++; at < line->stop; at++)
    if (char_of (self, line, at) != ' ' && char_of (self, line, at) != 0x3000)
      return FALSE;
  return TRUE;
}

static void
check_amounts (const SetText *self, const FzSetLine *line, const GArray *adjustments)
{
  double em = fz_paragraph_get_em (self->paragraph), gap = 0;
  guint beyond = 0, at = G_MAXUINT;

  for (guint i = 0; i < adjustments->len; i++)
    {
      const FzAdjustment *adjustment = &g_array_index (adjustments, FzAdjustment, i);
      double amount = adjustment->amount / em;

      beyond += adjustment->rule == FZ_RULE_EXPAND_BEYOND;
      if (adjustment->rule == FZ_RULE_REDUCE_EDGE)
        {
          g_assert_cmpfloat (amount, >=, -1 / 4. - .001);
          g_assert_true (ends_line (self, line, adjustment->at));
        }
      if (adjustment->rule == FZ_RULE_EXPAND_HAN)
        g_assert_cmpfloat (amount, <=, 1 / 8. + .001);
      if (adjustment->rule == FZ_RULE_GAP || adjustment->rule == FZ_RULE_EXPAND_GAP || adjustment->rule == FZ_RULE_REDUCE_GAP)
        {
          gap = adjustment->at == at ? gap + amount : amount;
          at = adjustment->at;
          g_assert_cmpfloat (gap, <=, 1 / 3. + .001);
          g_assert_cmpfloat (gap, >=, 1 / 8. - .001);
        }
      if (adjustment->rule >= FZ_RULE_REDUCE_SPACE && adjustment->at + 1 < line->stop)
        g_assert_false (is_inside (char_of (self, line, adjustment->at), char_of (self, line, adjustment->at + 1)));
    }
  g_assert_cmpint (beyond > 0, <=, line->loose);
}

void
set_check (const SetText *self, FzProhibition level, SetTally *tally)
{
  check_text (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const FzSetLine *line = set_line (self, i);
      g_autoptr (GArray) adjustments = fz_set_line_adjust (self->paragraph, line);

      tally->lines++;
      tally->loose += line->loose;
      tally->broken += line->broken;
      check_width (self, line, adjustments, tally);
      check_amounts (self, line, adjustments);
      if (i > 0)
        check_edges (self, level, i);
    }
}
