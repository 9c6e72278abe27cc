/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-roles.h"

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

/* What the reader said outweighs all evidence. */
#define GIVEN (1 << 20)

static gboolean
is_headline (FzRole role)
{
  return role == FZ_ROLE_TITLE || role == FZ_ROLE_KICKER || role == FZ_ROLE_SUBTITLE;
}

/* Where the reader says that no article begins, no headline stands below the
 * text of one either: what looks like one is a heading. */
static int
price_of_given (guint    i,
                FzLabel  label,
                gpointer user_data)
{
  const FzLine *line = fz_lines_at (user_data, i);
  FzPhase phase = fz_label_phase (label);
  FzRole role = fz_label_role (label);

  if (line->given == FZ_GIVEN_START)
    return phase == FZ_PHASE_OPENS ? GIVEN : 0;
  if (line->given == FZ_GIVEN_JOIN)
    return (phase == FZ_PHASE_HEAD || (phase == FZ_PHASE_TEXT && !is_headline (role)) ? GIVEN : 0) +
           (role == FZ_ROLE_HEADING && line->kind == FZ_KIND_HEAD ? GIVEN / 2 : 0);

  return 0;
}

/**
 * fz_roles_assign:
 * @lines: the lines of a page, their kinds known
 * @names_place: (nullable): tells whether a line names a region
 * @user_data: for @names_place
 *
 * Says of each line what it is on the page, which lines open an article, and
 * which belong to none.
 */
void
fz_roles_assign (FzLines          *lines,
                 FzNamesPlaceFunc  names_place,
                 gpointer          user_data)
{
  FzPlaces places = { names_place, user_data };
  g_autofree FzLabel *path = g_new (FzLabel, lines->lines->len);

  fz_label_path_find (lines, &places, &fz_role_weights, price_of_given, lines, path);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      line->role = fz_label_role (path[i]);
      line->opens = fz_label_phase (path[i]) == FZ_PHASE_OPENS;
      line->outside = fz_label_phase (path[i]) == FZ_PHASE_OUTSIDE;
    }
}
