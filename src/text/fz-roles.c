/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-roles.h"

#include "fz-given.h"
#include "fz-label-path.h"

/**
 * fz_roles_breaks_off:
 * @line: a line of running text
 *
 * Returns: whether its sentence goes on elsewhere
 */
gboolean
fz_roles_breaks_off (const FzLine *line)
{
  if ((line->marks & FZ_MARK_ENDS_STOP) || line->kind == FZ_KIND_APART)
    return FALSE;
  if (line->marks & FZ_MARK_ENDS_LIST)
    return (line->marks & FZ_MARK_COLUMN) && (line->marks & FZ_MARK_FULL);

  return TRUE;
}

/* Of what the reader said something stands where it stands. */
static gboolean
is_passed_over (const FzLine *line)
{
  return line->web && line->given == FZ_GIVEN_NOTHING && line->said == 0;
}

static gboolean
has_passed_over (const FzLines *lines)
{
  for (guint i = 0; i < lines->lines->len; i++)
    if (is_passed_over (fz_lines_at (lines, i)))
      return TRUE;

  return FALSE;
}

/* The lines that were printed, as if no others were on the page: 字体：大 中 小
 * between a title and its text parts them for nobody. */
static FzLines
printed_lines (const FzLines *lines)
{
  FzLines printed = *lines;

  if (!has_passed_over (lines))
    {
      g_array_ref (printed.lines);
      return printed;
    }
  printed.lines = g_array_sized_new (FALSE, FALSE, sizeof (FzLine), lines->lines->len);
  for (guint i = 0; i < lines->lines->len; i++)
    if (!is_passed_over (fz_lines_at (lines, i)))
      g_array_append_vals (printed.lines, fz_lines_at (lines, i), 1);

  return printed;
}

static void
assign_label (FzLine *line,
              FzLabel label)
{
  line->role = fz_label_role (label);
  line->opens = fz_label_phase (label) == FZ_PHASE_OPENS;
  line->outside = fz_label_phase (label) == FZ_PHASE_OUTSIDE;
}

/* From the end of the page on.  What was not printed is of an article where the
 * article goes on below it. */
static void
assign_labels (FzLines       *lines,
               const FzLabel *path,
               guint          n)
{
  gboolean goes_on = FALSE;

  for (guint i = lines->lines->len; i > 0; i--)
    {
      FzLine *line = fz_lines_at (lines, i - 1);

      if (is_passed_over (line))
        {
          assign_label (line, fz_label (FZ_ROLE_NOISE, goes_on ? FZ_PHASE_TEXT : FZ_PHASE_OUTSIDE));
          continue;
        }
      assign_label (line, path[--n]);
      goes_on = !line->opens && !line->outside;
    }
}

/**
 * fz_roles_assign:
 * @lines: the lines of a page, their kinds known
 * @names_place: (nullable): tells whether a line names a region
 * @user_data: for @names_place
 *
 * Says of each line what it is on the page, which lines open an article, and
 * which belong to none.  What the reader said of a line, marked on it, holds.
 */
void
fz_roles_assign (FzLines          *lines,
                 FzNamesPlaceFunc  names_place,
                 gpointer          user_data)
{
  FzPlaces places = { names_place, user_data };
  FzLines printed = printed_lines (lines);
  g_autofree FzLabel *path = g_new (FzLabel, printed.lines->len);

  fz_label_path_find (&printed, &places, &fz_role_weights, lines->given ? fz_given_price : NULL, &printed, path);
  assign_labels (lines, path, printed.lines->len);
  g_array_unref (printed.lines);
  if (lines->given)
    fz_given_settle (lines);
}
