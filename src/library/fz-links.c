/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-links.h"

/* Which story goes on where.
 *
 * The parts are of one issue of a newspaper.  Two fit where neither names
 * another page than the other stands on, nor another headline, and something
 * speaks for them: the headlines are alike, or one names the page of the other
 * and the second has no headline of its own, or both do.  Alike headlines are
 * the stronger word.  Two are linked where each is the only one that fits the
 * other best; where two fit as well nothing is guessed. */

typedef enum {
  FIT_NONE,
  FIT_PAGES,
  FIT_TITLES,
} Fit;

/**
 * fz_part_clear:
 * @self: a part
 */
void
fz_part_clear (FzPart *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->kicker, g_free);
  g_clear_pointer (&self->edition, g_free);
  fz_jump_clear (&self->jump);
}

static const FzPart *
part_at (const GArray *self,
         guint         i)
{
  return &g_array_index (self, FzPart, i);
}

static gboolean
is_called (const FzPart *part,
           const char   *title)
{
  return fz_titles_are_alike (part->title, title) || fz_titles_are_alike (part->kicker, title);
}

/* Whether a mark that names a page means that of @part; a file of several pages
 * says of none of its articles where it stands. */
static gboolean
names_page (const FzPart *mark,
            const FzPart *part,
            gboolean     *contradicts)
{
  if (mark->jump.edition == NULL || part->edition == NULL || mark->source == part->source)
    return FALSE;
  *contradicts = *contradicts || !g_str_equal (mark->jump.edition, part->edition);
  return g_str_equal (mark->jump.edition, part->edition);
}

static gboolean
names_title (const FzPart *mark,
             const FzPart *part,
             gboolean     *contradicts)
{
  gboolean can_tell = mark->jump.title != NULL && (part->title != NULL || part->kicker != NULL);
  gboolean named = can_tell && is_called (part, mark->jump.title);

  *contradicts = *contradicts || (can_tell && !named);
  return named;
}

static Fit
fit (const FzPart *to,
     const FzPart *from)
{
  gboolean contradicts = FALSE;
  guint pages = (guint) names_page (to, from, &contradicts) + (guint) names_page (from, to, &contradicts);
  gboolean alike;

  if (to->article == from->article || (to->source == from->source && from->number < to->number))
    return FIT_NONE;
  alike = names_title (to, from, &contradicts) | names_title (from, to, &contradicts);
  if (contradicts)
    return FIT_NONE;
  if (alike || is_called (from, to->title))
    return FIT_TITLES;
  return pages > (from->title != NULL ? 1u : 0u) ? FIT_PAGES : FIT_NONE;
}

/* Index of the only column of @row that fits best, or -1. */
static int
best_of (const Fit *fits,
         guint      n,
         guint      stride)
{
  Fit best = FIT_NONE;
  int at = -1;

  for (guint i = 0; i < n; i++)
    {
      Fit one = fits[i * stride];

      if (one > best)
        at = (int) i;
      else if (one == best)
        at = -1;
      best = MAX (best, one);
    }
  return at;
}

/**
 * fz_links_find:
 * @to: (element-type FzPart): the articles of an issue that go on elsewhere
 * @from: (element-type FzPart): those that began elsewhere
 *
 * Returns: (transfer full) (element-type FzLink): which of them are one story
 */
GArray *
fz_links_find (const GArray *to,
               const GArray *from)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (FzLink));
  g_autofree Fit *fits = g_new0 (Fit, (gsize) to->len * from->len + 1);

  for (guint i = 0; i < to->len; i++)
    for (guint j = 0; j < from->len; j++)
      fits[i * from->len + j] = fit (part_at (to, i), part_at (from, j));
  for (guint i = 0; i < to->len; i++)
    {
      int j = best_of (fits + i * from->len, from->len, 1);

      if (j >= 0 && best_of (fits + j, to->len, from->len) == (int) i)
        {
          FzLink link = { part_at (to, i)->article, part_at (from, (guint) j)->article };

          g_array_append_val (links, link);
        }
    }
  return links;
}
