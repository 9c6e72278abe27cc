/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-headlines.h"

#include "fz-cues.h"

/* The lines of one headline: 引题 (kicker) above the title, 副题 (subtitle)
 * below it.
 *
 * A line that the file marks with # is the title.  Else the title is the one
 * line that names a region inside a sentence or slogan; where none or several
 * do, the last one.  A bare name without a predicate is a topic, so kicker; a
 * line that starts with —— is a subtitle.  Bare personal names at the end are
 * the byline. */

enum {
  BARE_NAME_CHARS = 10,
  BARE_PLACE_CHARS = 4,
  LONG_TITLE_CHARS = 32,
};

static const struct {
  FzLineMarks needs;
  int         weight;
} title_weights[] = {
  { FZ_MARK_HASH, 100 },
  { FZ_MARK_DASHED, -50 },
  { FZ_MARK_ENDS_PAUSE, -4 },
  { FZ_MARK_ENDS_PERIOD, -4 },
  { FZ_MARK_HOLDS_PAUSES | FZ_MARK_MEDIUM, -6 },  /* 引题 are long, titles are not */
  { FZ_MARK_BRACKETED, -6 },
};

/**
 * fz_headlines_name_place:
 * @text: a line or a part of one
 * @places: who knows the regions
 *
 * Returns: whether @text names a region
 */
gboolean
fz_headlines_name_place (FzText          text,
                         const FzPlaces *places)
{
  return places->names_place != NULL && places->names_place (text.start, text.length, places->user_data);
}

/* 江油, 陇西县, 县农业农村局 */
static gboolean
is_bare_name (const FzLine *line,
              gboolean      names_place)
{
  if (line->chars > BARE_NAME_CHARS || !fz_text_all_han (line->text))
    return FALSE;

  return fz_cue_end (FZ_CUE_NAME_END, line->text) ||
         (line->chars <= BARE_PLACE_CHARS && names_place);
}

static int
title_weight (const FzLine *line,
              gboolean      names_place,
              gboolean      several)
{
  gboolean bare = is_bare_name (line, names_place);
  int sum = bare ? -8 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (title_weights); i++)
    if ((line->marks & title_weights[i].needs) == title_weights[i].needs)
      sum += title_weights[i].weight;
  if (!bare && names_place)
    sum += 4;
  if (several && line->chars > LONG_TITLE_CHARS)
    sum -= 4;

  return sum;
}

/* Where the first line below @first stands that is nothing but names, the byline. */
static guint
above_names (const FzLines *lines,
             guint          first,
             guint          end)
{
  for (guint i = first + 1; i < end; i++)
    if (fz_lines_at (lines, i)->marks & FZ_MARK_NAMES)
      return i;

  return end;
}

/**
 * fz_headlines_choose:
 * @lines: the lines of a page
 * @first: first line of a headline
 * @end: one past its last line
 * @names_place: (array): whether each line of the page names a region
 *
 * Returns: the line that would be the title if the lines were one headline
 */
guint
fz_headlines_choose (const FzLines *lines,
                     guint          first,
                     guint          end,
                     const guint8  *names_place)
{
  gboolean several;
  guint best = first;
  int best_weight = G_MININT;

  end = above_names (lines, first, end);
  several = end - first > 2;
  for (guint i = first; i < end; i++)
    {
      int weight = title_weight (fz_lines_at (lines, i), names_place[i], several);

      if (weight >= best_weight)
        {
          best_weight = weight;
          best = i;
        }
    }

  return best;
}
