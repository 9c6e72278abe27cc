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
  g_autofree FzLabel *path = g_new (FzLabel, lines->lines->len);

  fz_label_path_find (lines, &places, &fz_role_weights, lines->given ? fz_given_price : NULL, lines, path);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      line->role = fz_label_role (path[i]);
      line->opens = fz_label_phase (path[i]) == FZ_PHASE_OPENS;
      line->outside = fz_label_phase (path[i]) == FZ_PHASE_OUTSIDE;
    }
  if (lines->given)
    fz_given_settle (lines);
}
