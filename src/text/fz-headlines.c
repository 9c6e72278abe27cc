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
 * line that starts with —— is a subtitle.  A line that ends in a colon or in
 * an open quote goes on in the next.  Bare personal names at the end are the
 * byline. */

enum {
  MAX_UNITS = 8,
  BARE_NAME_CHARS = 10,
  BARE_PLACE_CHARS = 4,
  LONG_TITLE_CHARS = 32,
};

/* One or two lines that make one headline. */
typedef struct {
  guint first, last;
} Unit;

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

static gboolean
goes_on (const FzLine *line)
{
  return (line->marks & (FZ_MARK_ENDS_COLON | FZ_MARK_UNBALANCED)) != 0 && !(line->marks & FZ_MARK_HASH);
}


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
is_bare_name (const FzLine   *line,
              const FzPlaces *places)
{
  if (line->chars > BARE_NAME_CHARS || !fz_text_all_han (line->text))
    return FALSE;

  return fz_cue_end (FZ_CUE_NAME_END, line->text) ||
         (line->chars <= BARE_PLACE_CHARS && fz_headlines_name_place (line->text, places));
}

static int
title_weight (const FzLine   *line,
              const FzPlaces *places,
              gboolean        several)
{
  gboolean bare = is_bare_name (line, places);
  int sum = bare ? -8 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (title_weights); i++)
    if ((line->marks & title_weights[i].needs) == title_weights[i].needs)
      sum += title_weights[i].weight;
  if (!bare && fz_headlines_name_place (line->text, places))
    sum += 4;
  if (several && line->chars > LONG_TITLE_CHARS)
    sum -= 4;

  return sum;
}

static guint
split_units (FzLines *lines,
             guint    first,
             guint    end,
             Unit    *units)
{
  guint n = 0;

  for (guint i = first; i < end && n < MAX_UNITS; i++)
    {
      units[n].first = i;
      if (i + 1 < end && goes_on (fz_lines_at (lines, i)))
        {
          fz_lines_at (lines, i)->next = i + 1;
          fz_lines_at (lines, i + 1)->follows = TRUE;
          i++;
        }
      units[n++].last = i;
    }

  return n;
}

static guint
choose_title (const FzLines  *lines,
              const Unit     *units,
              guint           n_units,
              const FzPlaces *places)
{
  guint best = 0;
  int best_weight = G_MININT;

  if (n_units == 1)
    return 0;
  for (guint i = 0; i < n_units; i++)
    {
      int weight = title_weight (fz_lines_at (lines, units[i].first), places, n_units > 2);

      if (weight >= best_weight)
        {
          best_weight = weight;
          best = i;
        }
    }

  return best;
}

static void
set_role (FzLines *lines,
          guint    first,
          guint    last,
          FzRole   role)
{
  for (guint i = first; i <= last; i++)
    fz_lines_at (lines, i)->role = role;
}

/* 陆知远 许晚晴: names below a headline are its byline, one name alone too. */
static guint
take_names (FzLines *lines,
            guint    first,
            guint    end)
{
  while (end > first + 1 && (fz_lines_at (lines, end - 1)->marks & FZ_MARK_NAMES))
    set_role (lines, end - 1, end - 1, FZ_ROLE_BYLINE), end--;

  return end;
}

/**
 * fz_headlines_assign:
 * @lines: the lines of a page
 * @first: first line of the headline
 * @end: one past its last line
 * @places: who knows the regions
 *
 * Says of each line of one headline whether it is title, kicker, subtitle or
 * byline.
 */
void
fz_headlines_assign (FzLines        *lines,
                     guint           first,
                     guint           end,
                     const FzPlaces *places)
{
  Unit units[MAX_UNITS];
  guint n_units, title;

  end = take_names (lines, first, end);
  n_units = split_units (lines, first, end, units);
  title = choose_title (lines, units, n_units, places);
  for (guint i = 0; i < n_units; i++)
    set_role (lines, units[i].first, units[i].last,
              i < title ? FZ_ROLE_KICKER : i > title ? FZ_ROLE_SUBTITLE : FZ_ROLE_TITLE);

  /* More lines than a headline has: a list of titles, of which the last ones
   * are set below the first. */
  if (n_units == MAX_UNITS)
    set_role (lines, units[n_units - 1].last, end - 1, FZ_ROLE_SUBTITLE);
}
