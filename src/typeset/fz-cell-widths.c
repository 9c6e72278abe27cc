/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lengths.h"
#include "fz-paragraph-private.h"

#define KIND(name) FZ_KINDS (FZ_KIND_ ## name)

/* Two marks, which of them gives up its empty half, and the rule's name: CLREQ's
 * adjustment of adjacent marks.  What closes gives up what stands behind it, what
 * opens what stands before it. */
static const struct {
  guint     before;
  guint     after;
  FzSetRule rule;
  gboolean  second; /* the second gives way, else the first */
} pairs[] = {
  { KIND (CLOSE) | KIND (PAUSE) | KIND (STOP), KIND (OPEN), FZ_RULE_CLOSE_BEFORE_OPEN, FALSE },
  { KIND (CLOSE), KIND (CLOSE) | KIND (PAUSE) | KIND (STOP), FZ_RULE_CLOSE_BEFORE_CLOSE, FALSE },
  { KIND (PAUSE) | KIND (STOP), KIND (CLOSE), FZ_RULE_CLOSE_BEFORE_CLOSE, FALSE },
  { KIND (CLOSE), KIND (MIDDLE), FZ_RULE_CLOSE_BEFORE_MIDDLE, FALSE },
  { KIND (STOP) | KIND (PAUSE), KIND (STOP) | KIND (PAUSE), FZ_RULE_STOP_BEFORE_STOP, FALSE },
  { KIND (OPEN), KIND (OPEN), FZ_RULE_OPEN_AFTER_OPEN, TRUE },
  { KIND (MIDDLE), KIND (OPEN), FZ_RULE_OPEN_AFTER_MIDDLE, TRUE },
};

static void
compress_pair (FzCell *before, FzCell *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (fz_kind_is (before->kind, pairs[i].before) && fz_kind_is (cell->kind, pairs[i].after))
      {
        FzCell *giving = pairs[i].second ? cell : before;

        if (giving->flags & FZ_CELL_FULL)
          giving->halved = pairs[i].rule;
        return;
      }
}

static void
compress (FzParagraph *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (fz_kind_is (self->cells[i].kind, FZ_KINDS_HALVED) && self->cells[i].advance >= FZ_FULL_WIDTH (self->em)
        && (!self->setting.vertical || fz_cell_is_half_empty (self, i)))
      self->cells[i].flags |= FZ_CELL_FULL;
  for (guint i = 1; i < self->n_cells; i++)
    if (fz_kind_is (self->cells[i - 1].kind, FZ_KINDS_HALVED) && fz_kind_is (self->cells[i].kind, FZ_KINDS_HALVED))
      compress_pair (&self->cells[i - 1], &self->cells[i]);
}

/**
 * fz_cell_half:
 *
 * Returns: what a full-width mark gives up to be half as wide; 0 for any other cell
 */
int
fz_cell_half (const FzParagraph *self, guint cell)
{
  return self->cells[cell].flags & FZ_CELL_FULL ? self->cells[cell].advance - self->em / 2 : 0;
}

/**
 * fz_cell_inner:
 *
 * Returns: how wide a cell is within a line, and how far it gives
 */
FzTrim
fz_cell_inner (const FzParagraph *self, guint i)
{
  const FzCell *cell = &self->cells[i];
  int half = fz_cell_half (self, i), advance = cell->advance + fz_cell_pad (self, i);

  if (cell->halved == FZ_RULE_LINE_START_SPACE)
    return (FzTrim) { 0, 0, 0 };
  if (cell->kind == FZ_KIND_SPACE && cell->advance < FZ_SPACE_MOST (self->em))
    return (FzTrim) {
      cell->advance, FZ_SPACE_MOST (self->em) - cell->advance, MAX (0, cell->advance - FZ_SPACE_LEAST (self->em)),
    };
  if (cell->halved)
    return (FzTrim) { advance - half, 0, 0 };
  return (FzTrim) { advance, 0, half };
}

/**
 * fz_cell_before:
 *
 * Returns: what stands between a cell and the one before it
 */
FzTrim
fz_cell_before (const FzParagraph *self, guint i)
{
  if (self->cells[i].flags & FZ_CELL_GAP)
    return (FzTrim) { FZ_GAP (self->em), FZ_GAP_STRETCH (self->em), FZ_GAP_SHRINK (self->em) };
  if (self->cells[i].flags & FZ_CELL_STRETCH)
    return (FzTrim) { 0, FZ_HAN_STRETCH (self->em), 0 };
  return (FzTrim) { 0, 0, 0 };
}

/**
 * fz_cell_end_rule:
 * @i: a cell that ends a line
 *
 * Returns: the rule by which it is narrower there than elsewhere, or 0
 */
FzSetRule
fz_cell_end_rule (const FzParagraph *self, guint i)
{
  const FzCell *cell = &self->cells[i];

  if (self->setting.hang && fz_kind_is (cell->kind, KIND (STOP) | KIND (PAUSE)))
    return FZ_RULE_HANG;
  return cell->flags & FZ_CELL_FULL && !cell->halved && cell->kind != FZ_KIND_OPEN ? FZ_RULE_LINE_END_HALF : 0;
}

/**
 * fz_cell_edge:
 * @i: a cell that ends a line
 *
 * Returns: what it gives up more than half of its em, where nothing else helps
 */
int
fz_cell_edge (const FzParagraph *self, guint i)
{
  gboolean stop = fz_kind_is (self->cells[i].kind, KIND (STOP) | KIND (PAUSE));

  return self->edge > 0 && stop && fz_cell_end_rule (self, i) == FZ_RULE_LINE_END_HALF ? self->edge : 0;
}

/* Stops stand in the first half of their em, or in its middle as in Taiwan and Hong Kong,
 * where no more of it is empty: the first of a paragraph tells. */
static void
find_edge (FzParagraph *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (fz_kind_is (self->cells[i].kind, KIND (STOP) | KIND (PAUSE)) && self->cells[i].flags & FZ_CELL_FULL)
      {
        self->edge = fz_cell_before_ink (self, i, self->em) == 0 ? FZ_EDGE (self->em) : 0;
        return;
      }
}

/* A line that starts with it has no gap before it, and an opening mark stands on half
 * an em. */
static FzTrim
trim_head (const FzParagraph *self, guint i)
{
  FzTrim trim = fz_cell_before (self, i);

  if (self->cells[i].kind == FZ_KIND_OPEN && !self->cells[i].halved)
    {
      trim.width += fz_cell_half (self, i);
      trim.shrink += fz_cell_half (self, i);
    }
  return trim;
}

static FzTrim
trim_tail (const FzParagraph *self, guint i)
{
  FzTrim inner = fz_cell_inner (self, i);

  switch ((int) fz_cell_end_rule (self, i))
    {
    case FZ_RULE_HANG:
      return inner;
    case FZ_RULE_LINE_END_HALF:
      return (FzTrim) { fz_cell_half (self, i), 0, inner.shrink };
    default:
      return (FzTrim) { 0, 0, 0 };
    }
}

/* Spaces that open a paragraph are its indent by other means. */
static void
drop_first_spaces (FzParagraph *self)
{
  if (self->setting.indent > 0)
    for (guint i = 0; i < self->n_cells && self->cells[i].kind == FZ_KIND_SPACE; i++)
      self->cells[i].halved = FZ_RULE_LINE_START_SPACE;
}

/**
 * fz_cells_measure:
 *
 * Sums up the widths, so that the length of any line is four look-ups.
 */
void
fz_cells_measure (FzParagraph *self)
{
  FzGlue sum = { 0, 0, 0 };

  if (self->setting.compress)
    {
      compress (self);
      find_edge (self);
    }
  drop_first_spaces (self);
  self->sums = g_new0 (FzGlue, self->n_cells + 1);
  self->head = g_new0 (FzTrim, self->n_cells + 1);
  self->tail = g_new0 (FzTrim, self->n_cells + 1);
  for (guint i = 0; i < self->n_cells; i++)
    {
      FzTrim before = fz_cell_before (self, i);
      FzTrim inner = fz_cell_inner (self, i);

      self->sums[i] = sum;
      self->head[i] = trim_head (self, i);
      self->tail[i + 1] = trim_tail (self, i);
      sum.width += before.width + inner.width;
      sum.stretch += before.stretch + inner.stretch;
      sum.shrink += before.shrink + inner.shrink;
    }
  self->sums[self->n_cells] = sum;
}
