/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-extents.h"

/* Which article of a new analysis is which of the old one.
 *
 *  1. One that has the very lines of an old one, or of one that was done away
 *     with before, is that one.
 *  2. Of the rest those that share most lines are one; of equal shares the
 *     upper.
 *     One that was emptied out of the bin is none that has lines of another: what
 *     was not thrown away would be hidden with it.
 *  3. One that is none of them is new, and was read, is starred or lies in the bin
 *     where the old article that held most of it was. */

#define EMPTIED 2 /* see FzExtent */

typedef struct {
  guint old;
  guint fresh;
  guint lines;
} Share;

static FzExtent *
extent_at (const GArray *self,
           guint         i)
{
  return &g_array_index (self, FzExtent, i);
}

static gint64
key_of (const FzExtent *extent)
{
  return (gint64) ((guint64) extent->first_line << 32 | extent->last_line);
}

/* By its lines; where two had the same, the one that was put in last. */
static void
note_all (GHashTable   *by_lines,
          const GArray *extents)
{
  for (guint i = 0; i < extents->len; i++)
    {
      gint64 key = key_of (extent_at (extents, i));

      g_hash_table_insert (by_lines, g_memdup2 (&key, sizeof key), extent_at (extents, i));
    }
}

static void
match_same_lines (const GArray *old,
                  const GArray *former,
                  GArray       *fresh,
                  GHashTable   *taken)
{
  g_autoptr (GHashTable) by_lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  note_all (by_lines, former);
  note_all (by_lines, old);
  for (guint i = 0; i < fresh->len; i++)
    {
      gint64 key = key_of (extent_at (fresh, i));
      FzExtent *same = g_hash_table_lookup (by_lines, &key);

      if (same != NULL && g_hash_table_add (taken, &same->id))
        extent_at (fresh, i)->id = same->id;
    }
}

/* Both lists go down the page, so one walk down both finds all shares. */
static GArray *
find_shares (const GArray *old,
             const GArray *fresh)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  guint i = 0, j = 0;

  while (i < old->len && j < fresh->len)
    {
      const FzExtent *a = extent_at (old, i), *b = extent_at (fresh, j);
      guint first = MAX (a->first_line, b->first_line), last = MIN (a->last_line, b->last_line);
      Share share = { i, j, last >= first ? last - first + 1 : 0 };

      if (share.lines > 0)
        g_array_append_val (shares, share);
      if (a->last_line < b->last_line)
        i++;
      else
        j++;
    }
  return shares;
}

/* Leaves out what emptied articles share with one that has lines of others, too. */
static void
keep_what_was_kept (GArray       *shares,
                    const GArray *old,
                    guint         n_fresh)
{
  g_autofree gboolean *has_kept = g_new0 (gboolean, n_fresh + 1);
  guint n = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);

      has_kept[share->fresh] |= extent_at (old, share->old)->binned != EMPTIED;
    }
  for (guint i = 0; i < shares->len; i++)
    {
      Share share = g_array_index (shares, Share, i);

      if (!has_kept[share.fresh] || extent_at (old, share.old)->binned != EMPTIED)
        g_array_index (shares, Share, n++) = share;
    }
  g_array_set_size (shares, n);
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const Share *left = a, *right = b;

  if (left->lines != right->lines)
    return left->lines > right->lines ? -1 : 1;
  if (left->fresh != right->fresh)
    return left->fresh < right->fresh ? -1 : 1;
  return (left->old > right->old) - (left->old < right->old);
}

/**
 * fz_extents_match:
 * @old: (element-type FzExtent): the articles that there were, in page order
 * @former: (element-type FzExtent): those that were done away with before
 * @fresh: (element-type FzExtent): the articles that there are now, in page
 *   order; their ids are filled in, and what the reader
 *   said of those without
 */
void
fz_extents_match (const GArray *old,
                  const GArray *former,
                  GArray       *fresh)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) shares = find_shares (old, fresh);
  g_autofree guint *most = g_new0 (guint, fresh->len + 1);

  match_same_lines (old, former, fresh, taken);
  keep_what_was_kept (shares, old, fresh->len);
  g_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      FzExtent *before = extent_at (old, share->old), *now = extent_at (fresh, share->fresh);

      if (share->lines > most[share->fresh])
        {
          now->read = before->read;
          now->starred = before->starred;
          now->binned = before->binned;
        }
      most[share->fresh] = MAX (most[share->fresh], share->lines);
      if (now->id == 0 && g_hash_table_add (taken, &before->id))
        now->id = before->id;
    }
}
