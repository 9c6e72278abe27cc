/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraph-private.h"

/* What a last line has at least. */
#define LAST_LINE_CHARS 2

/* Where neither side is Chinese, or one keeps to a number, Unicode's line breaking
 * (UAX 14) knows better. */
#define ASKED (FZ_KINDS (FZ_KIND_SYMBOL) | FZ_KINDS (FZ_KIND_PREFIX) | FZ_KINDS (FZ_KIND_SUFFIX) | FZ_KINDS (FZ_KIND_OTHER))

static gboolean
is_pair (const FzCell *before, const FzCell *cell)
{
  guint pairs = FZ_KINDS (FZ_KIND_DASH) | FZ_KINDS (FZ_KIND_ELLIPSIS);

  return before->kind == cell->kind && fz_kind_is (cell->kind, pairs);
}

static gboolean
is_letter_or_digit (FzMarkKind kind)
{
  return kind == FZ_KIND_WORD || kind == FZ_KIND_DIGIT;
}

static gboolean
is_held (FzMarkKind before, FzMarkKind kind)
{
  return (before == FZ_KIND_PREFIX && kind == FZ_KIND_DIGIT) || (before == FZ_KIND_DIGIT && kind == FZ_KIND_SUFFIX);
}

static FzCellBreak
weigh_latin (FzMarkKind before, FzMarkKind kind, FzCellFlags flags)
{
  if (flags & FZ_CELL_UNICODE)
    return FZ_BREAK_FREE;
  return is_letter_or_digit (before) && is_letter_or_digit (kind) ? FZ_BREAK_WORD : FZ_BREAK_BARRED;
}

static FzCellBreak
weigh (const FzParagraph *self, const FzCell *before, const FzCell *cell)
{
  if (cell->kind == FZ_KIND_SPACE)
    return FZ_BREAK_NONE;
  if (cell->flags & FZ_CELL_INSIDE && is_pair (before, cell))
    return FZ_BREAK_BARRED;
  if (fz_mark_barred_start (cell->kind, self->setting.level) || fz_mark_barred_end (before->kind, self->setting.level)
      || is_held (before->kind, cell->kind))
    return FZ_BREAK_BARRED;
  if (fz_kind_is (before->kind, FZ_KINDS_MARKS) || fz_kind_is (cell->kind, FZ_KINDS_MARKS))
    return FZ_BREAK_FREE;
  if (fz_kind_is (before->kind, ASKED) || fz_kind_is (cell->kind, ASKED)
      || (is_letter_or_digit (before->kind) && is_letter_or_digit (cell->kind)))
    return weigh_latin (before->kind, cell->kind, cell->flags);
  return FZ_BREAK_FREE;
}

/* A gap stands between Han and what is Latin by its look: not beside the Latin that
 * is drawn a whole em wide. */
static gboolean
has_gap (const FzParagraph *self, const FzCell *before, const FzCell *cell)
{
  guint sides = FZ_KINDS (FZ_KIND_WORD) | FZ_KINDS (FZ_KIND_DIGIT) | FZ_KINDS (FZ_KIND_PREFIX) | FZ_KINDS (FZ_KIND_SUFFIX);
  const FzCell *latin = cell->kind == FZ_KIND_HAN ? before : cell;
  const FzCell *han = cell->kind == FZ_KIND_HAN ? cell : before;

  return self->setting.gap && han->kind == FZ_KIND_HAN && fz_kind_is (latin->kind, sides)
         && ABS (latin->advance - self->em) > self->em / 64;
}

static FzCellFlags
flags_between (const FzParagraph *self, const FzCell *before, const FzCell *cell)
{
  guint stiff = FZ_KINDS (FZ_KIND_SPACE) | FZ_KINDS (FZ_KIND_CONNECTOR) | FZ_KINDS (FZ_KIND_SOLIDUS);
  gboolean latin = fz_kind_is (before->kind, FZ_KINDS_LATIN) && fz_kind_is (cell->kind, FZ_KINDS_LATIN);
  /* A dash of two cells is one thing, a row of four is two. */
  gboolean paired = is_pair (before, cell) && !(before->flags & FZ_CELL_INSIDE) && before->advance < self->em * 3 / 2;

  if (latin || paired)
    return FZ_CELL_INSIDE;
  if (has_gap (self, before, cell))
    return FZ_CELL_GAP;
  return fz_kind_is (before->kind, stiff) || fz_kind_is (cell->kind, stiff) ? 0 : FZ_CELL_STRETCH;
}

static gboolean
counts_on_last_line (const FzCell *cell)
{
  return !fz_kind_is (cell->kind, FZ_KINDS_MARKS | FZ_KINDS (FZ_KIND_SPACE));
}

static void
keep_last_line (FzParagraph *self)
{
  guint chars = 0;

  for (guint i = self->n_cells; i > 0 && chars < LAST_LINE_CHARS; i--)
    {
      chars += counts_on_last_line (&self->cells[i - 1]);
      if (chars < LAST_LINE_CHARS)
        self->cells[i - 1].breaks = MAX (self->cells[i - 1].breaks, FZ_BREAK_BARRED);
    }
}

/* Unicode is asked of what is not Chinese alone, with one character to either side: it
 * is slow, and from a Han character on it remembers nothing of what was before. */
static void
ask_stretch (FzParagraph *self, const FzFace *face, const char *text, guint first, guint end)
{
  guint start = self->cells[first].start, n = self->cells[end].start - start;
  const char *text_end = g_utf8_offset_to_pointer (text, n);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);

  pango_get_log_attrs (text, text_end - text, -1, pango_context_get_language (face->context), attrs, n + 1);
  for (guint i = first + 1; i < end; i++)
    if (attrs[self->cells[i].start - start].is_line_break)
      self->cells[i].flags |= FZ_CELL_UNICODE;
}

static void
ask_unicode (FzParagraph *self, const FzFace *face)
{
  guint foreign = FZ_KINDS_LATIN | FZ_KINDS (FZ_KIND_SPACE), at = 0;
  const char *text = self->shown;

  for (guint i = 0, end; i < self->n_cells; i = end + 1)
    {
      guint kinds = 0, first = i > 0 ? i - 1 : 0;

      for (end = i; end < self->n_cells && fz_kind_is (self->cells[end].kind, foreign); end++)
        kinds |= FZ_KINDS (self->cells[end].kind);
      if ((kinds & ASKED) == 0)
        continue;
      text = g_utf8_offset_to_pointer (text, self->cells[first].start - at);
      at = self->cells[first].start;
      ask_stretch (self, face, text, first, MIN (end + 1, self->n_cells));
    }
}

/**
 * fz_cells_join:
 *
 * Says of each place between two cells whether a line may break there and what may
 * come between them.
 */
void
fz_cells_join (FzParagraph *self, const FzFace *face)
{
  ask_unicode (self, face);
  for (guint i = 1; i < self->n_cells; i++)
    {
      FzCell *cell = &self->cells[i];

      cell->flags |= flags_between (self, cell - 1, cell);
      cell->breaks = weigh (self, cell - 1, cell);
    }
  keep_last_line (self);
}
