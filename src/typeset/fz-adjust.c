/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lengths.h"
#include "fz-paragraph-private.h"

/* What is done to a line: first what holds wherever it ends, then, in CLREQ's order
 * (6.2.2), what brings it to its measure.  Each is one change of one cell's advance;
 * what stands before a cell belongs to the cell before it. */

static const char * const names[FZ_N_RULES] = {
  [FZ_RULE_INDENT] = "indent",
  [FZ_RULE_FULL_WIDTH] = "full-width",
  [FZ_RULE_VERTICAL_QUOTE] = "vertical-quote",
  [FZ_RULE_GAP] = "gap",
  [FZ_RULE_RUBY] = "ruby",
  [FZ_RULE_CLOSE_BEFORE_OPEN] = "close-before-open",
  [FZ_RULE_CLOSE_BEFORE_CLOSE] = "close-before-close",
  [FZ_RULE_CLOSE_BEFORE_MIDDLE] = "close-before-middle",
  [FZ_RULE_STOP_BEFORE_STOP] = "stop-before-stop",
  [FZ_RULE_OPEN_AFTER_OPEN] = "open-after-open",
  [FZ_RULE_OPEN_AFTER_MIDDLE] = "open-after-middle",
  [FZ_RULE_LINE_START_HALF] = "line-start-half",
  [FZ_RULE_LINE_START_SPACE] = "line-start-space",
  [FZ_RULE_LINE_END_HALF] = "line-end-half",
  [FZ_RULE_LINE_END_SPACE] = "line-end-space",
  [FZ_RULE_HANG] = "hang",
  [FZ_RULE_REDUCE_SPACE] = "reduce-space",
  [FZ_RULE_REDUCE_MIDDLE] = "reduce-middle",
  [FZ_RULE_REDUCE_BRACKET] = "reduce-bracket",
  [FZ_RULE_REDUCE_PAUSE] = "reduce-pause",
  [FZ_RULE_REDUCE_GAP] = "reduce-gap",
  [FZ_RULE_REDUCE_STOP] = "reduce-stop",
  [FZ_RULE_REDUCE_EDGE] = "reduce-edge",
  [FZ_RULE_EXPAND_SPACE] = "expand-space",
  [FZ_RULE_EXPAND_GAP] = "expand-gap",
  [FZ_RULE_EXPAND_HAN] = "expand-han",
  [FZ_RULE_EXPAND_BEYOND] = "expand-beyond",
};

/* Which cells a rule of reduction or expansion takes: by their kind, or by what stands
 * before them.  The order is that of CLREQ's lists. */
static const struct {
  FzSetRule rule;
  guint     kinds;
  guint     flags;
} orders[] = {
  { FZ_RULE_REDUCE_SPACE, FZ_KINDS (FZ_KIND_SPACE), 0 },
  { FZ_RULE_REDUCE_MIDDLE, FZ_KINDS (FZ_KIND_MIDDLE), 0 },
  { FZ_RULE_REDUCE_BRACKET, FZ_KINDS (FZ_KIND_OPEN) | FZ_KINDS (FZ_KIND_CLOSE), 0 },
  { FZ_RULE_REDUCE_PAUSE, FZ_KINDS (FZ_KIND_PAUSE), 0 },
  { FZ_RULE_REDUCE_GAP, 0, FZ_CELL_GAP },
  { FZ_RULE_REDUCE_STOP, FZ_KINDS (FZ_KIND_STOP), 0 },
  { FZ_RULE_REDUCE_EDGE, 0, 0 },
  { FZ_RULE_EXPAND_SPACE, FZ_KINDS (FZ_KIND_SPACE), 0 },
  { FZ_RULE_EXPAND_GAP, 0, FZ_CELL_GAP },
  { FZ_RULE_EXPAND_HAN, 0, FZ_CELL_STRETCH },
  { FZ_RULE_EXPAND_BEYOND, FZ_KINDS (FZ_KIND_SPACE), FZ_CELL_GAP | FZ_CELL_STRETCH },
};

typedef struct {
  const FzParagraph *paragraph;
  const FzSetLine   *line;
  GArray            *out;
} Adjuster;

/**
 * fz_set_rule_name:
 *
 * Returns: the rule's name in JSON
 */
const char *
fz_set_rule_name (FzSetRule rule)
{
  return names[rule];
}

static void
add (Adjuster *self, guint cell, FzSetRule rule, int amount)
{
  FzAdjustment adjustment = {
    .cell = cell, .at = self->paragraph->cells[cell].start, .rule = rule, .amount = amount,
  };

  g_array_append_val (self->out, adjustment);
}

static FzSetRule
rule_of_cell (const Adjuster *self, guint i)
{
  const FzCell *cell = &self->paragraph->cells[i];

  if (i == self->line->first && cell->kind == FZ_KIND_OPEN && cell->flags & FZ_CELL_FULL && !cell->halved)
    return FZ_RULE_LINE_START_HALF;
  if (i + 1 == self->line->visible && fz_cell_end_rule (self->paragraph, i) != 0)
    return fz_cell_end_rule (self->paragraph, i);
  return cell->halved;
}

static void
adjust_cell (Adjuster *self, guint i)
{
  const FzCell *cell = &self->paragraph->cells[i];
  FzSetRule rule = rule_of_cell (self, i);

  if (cell->flags & FZ_CELL_SHOWN)
    add (self, i, cell->flags & FZ_CELL_QUOTE ? FZ_RULE_VERTICAL_QUOTE : FZ_RULE_FULL_WIDTH, 0);
  if (fz_cell_pad (self->paragraph, i) != 0)
    add (self, i, FZ_RULE_RUBY, fz_cell_pad (self->paragraph, i));
  if (rule == FZ_RULE_LINE_START_SPACE)
    add (self, i, rule, -cell->advance - fz_cell_pad (self->paragraph, i));
  else if (rule == FZ_RULE_HANG)
    {
      if (cell->halved)
        add (self, i, cell->halved, -fz_cell_half (self->paragraph, i));
      add (self, i, rule, -fz_cell_inner (self->paragraph, i).width);
    }
  else if (rule != 0)
    add (self, i, rule, -fz_cell_half (self->paragraph, i));
  if (i + 1 < self->line->visible && self->paragraph->cells[i + 1].flags & FZ_CELL_GAP)
    add (self, i, FZ_RULE_GAP, FZ_GAP (self->paragraph->em));
}

static void
adjust_always (Adjuster *self)
{
  const FzSetLine *line = self->line;

  if (line->indent > 0)
    add (self, line->first, FZ_RULE_INDENT, line->indent);
  for (guint i = line->first; i < line->visible; i++)
    adjust_cell (self, i);
  for (guint i = line->visible; i < line->end; i++)
    add (self, i, FZ_RULE_LINE_END_SPACE, -self->paragraph->cells[i].advance);
}

/* How far a rule can change the place of a cell: at most so much, and for the last
 * rule, which has no bound, alike for each. */
static int
give (const Adjuster *self, guint order, guint i)
{
  const FzCell *cell = &self->paragraph->cells[i];
  gboolean inside = i > self->line->first && (cell->flags & orders[order].flags) != 0;
  FzTrim trim = { 0, 0, 0 };

  if (orders[order].rule == FZ_RULE_REDUCE_EDGE)
    return i + 1 == self->line->visible ? fz_cell_edge (self->paragraph, i) : 0;
  if (inside)
    trim = fz_cell_before (self->paragraph, i);
  else if (fz_kind_is (cell->kind, orders[order].kinds) && (cell->kind == FZ_KIND_SPACE || rule_of_cell (self, i) == 0))
    trim = fz_cell_inner (self->paragraph, i);
  else
    return 0;
  if (orders[order].rule == FZ_RULE_EXPAND_BEYOND)
    return inside || trim.stretch > 0;
  return orders[order].rule < FZ_RULE_EXPAND_SPACE ? trim.shrink : trim.stretch;
}

/* Spreads @amount over the cells by what each can give, to the last unit. */
static void
spread (Adjuster *self, guint order, gint64 amount, gint64 total)
{
  gint64 given = 0, done = 0;

  for (guint i = self->line->first; i < self->line->visible; i++)
    {
      int can = give (self, order, i);
      gboolean before = (orders[order].flags & self->paragraph->cells[i].flags) != 0;

      given += can;
      if (can > 0 && given * amount / total != done)
        add (self, before ? i - 1 : i, orders[order].rule, given * amount / total - done);
      done = given * amount / total;
    }
}

static gint64
total_of (const Adjuster *self, guint order)
{
  gint64 total = 0;

  for (guint i = self->line->first; i < self->line->visible; i++)
    total += give (self, order, i);
  return total;
}

/* Rule after rule, until nothing is left to give or to take. */
static void
adjust_to_measure (Adjuster *self)
{
  gint64 need = self->line->width - self->line->natural;

  for (guint i = 0; i < G_N_ELEMENTS (orders) && need != 0; i++)
    if ((need < 0) == (orders[i].rule < FZ_RULE_EXPAND_SPACE))
      {
        gint64 total = total_of (self, i);
        gboolean all = orders[i].rule == FZ_RULE_EXPAND_BEYOND;
        gint64 part = all ? need : CLAMP (need, -total, total);

        if (total > 0)
          {
            spread (self, i, part, total);
            need -= part;
          }
      }
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const FzAdjustment *x = a, *y = b;

  if (x->cell != y->cell)
    return x->cell < y->cell ? -1 : 1;
  return (int) x->rule - (int) y->rule;
}

/**
 * fz_set_line_adjust:
 *
 * Returns: (transfer full) (element-type FzAdjustment): all that makes the line other
 *   than its characters side by side, in the order of the text; the advances of its
 *   cells and these amounts add up to the line's width
 */
GArray *
fz_set_line_adjust (const FzParagraph *self, const FzSetLine *line)
{
  Adjuster adjuster = {
    .paragraph = self, .line = line, .out = g_array_new (FALSE, FALSE, sizeof (FzAdjustment)),
  };

  adjust_always (&adjuster);
  adjust_to_measure (&adjuster);
  g_array_sort (adjuster.out, compare_cells);
  return adjuster.out;
}

/**
 * fz_set_line_positions:
 * @adjustments: as fz_set_line_adjust() gives them
 *
 * Returns: (transfer full) (element-type gint64): where the pen is at each code point
 *   of the line, and last at its end, in Pango units; the code points of one cluster
 *   stand at one place
 */
GArray *
fz_set_line_positions (const FzParagraph *self, const FzSetLine *line, const GArray *adjustments)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (gint64), line->stop - line->start + 1);
  gint64 x = line->indent;
  guint next = line->indent > 0 ? 1 : 0;

  for (guint i = line->first; i < line->end; i++)
    {
      for (guint at = self->cells[i].start; at < self->cells[i + 1].start; at++)
        g_array_append_val (positions, x);
      x += self->cells[i].advance;
      for (; next < adjustments->len && g_array_index (adjustments, FzAdjustment, next).cell == i; next++)
        x += g_array_index (adjustments, FzAdjustment, next).amount;
    }
  g_array_append_val (positions, x);
  return positions;
}
