/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In what two texts differ.
 *
 * Runs of six characters that stand once in each of the two texts are anchors; of
 * those the longest sequence is taken that has the same order in both, and each is
 * grown to both sides as far as the texts agree (Cohen's patience diff, by runs
 * instead of lines).  What lies between two anchors is mostly short, and there
 * the longest common subsequence is found exactly.  Time and room grow with the
 * length of the texts, whatever they are: where too much lies between, it is
 * called different. */

#include "config.h"

#include "fz-diff.h"

#include <string.h>

#include "fz-shingles.h"

enum {
  RUN = 6,
  MAX_PROBES = 8,
  MOST_CELLS = 1 << 16,  /* of what lies between two anchors */
  SHORT_SAME = 2,        /* so few agree by chance */
};

/* A run of the one text, and where it stands in the other. */
typedef struct {
  guint32 hash;
  guint   a;       /* from 1; 0 is a free slot */
  guint   b;       /* from 1; 0 where it is not there */
  guint8  many_a;
  guint8  many_b;
} Slot;

typedef struct {
  guint a;
  guint b;
} Anchor;

typedef struct {
  const gunichar *a;
  const gunichar *b;
  guint           n_a;
  guint           n_b;
  Slot           *slots;
  guint32         mask;
  GArray         *anchors;
  GArray         *spans;
  guint           a_done; /* up to where the spans are known */
  guint           b_done;
} Diff;

static void
add_span (GArray   *spans,
          guint     a_start,
          guint     a_end,
          guint     b_start,
          guint     b_end,
          gboolean  same)
{
  FzDiffSpan span = { a_start, a_end, b_start, b_end, same };
  FzDiffSpan *last = spans->len > 0 ? &g_array_index (spans, FzDiffSpan, spans->len - 1) : NULL;

  if (a_start == a_end && b_start == b_end)
    return;
  if (last == NULL || last->same != same)
    {
      g_array_append_val (spans, span);
      return;
    }
  last->a_end = a_end;
  last->b_end = b_end;
}

/* The slot of a run, or a free one; %NULL where there is no room near it, which
 * also bounds what texts can cost that are made to collide. */
static Slot *
find_slot (Diff           *diff,
           guint32         hash,
           const gunichar *run)
{
  for (guint probe = 0; probe < MAX_PROBES; probe++)
    {
      Slot *slot = &diff->slots[(hash + probe) & diff->mask];

      if (slot->a == 0 ||
          (slot->hash == hash && memcmp (diff->a + slot->a - 1, run, RUN * sizeof *run) == 0))
        return slot;
    }
  return NULL;
}

static void
note_a (Diff    *diff,
        Slot    *slot,
        guint32  hash,
        guint    at)
{
  slot->many_a = slot->a != 0;
  if (slot->a == 0)
    *slot = (Slot) { .hash = hash, .a = at + 1 };
}

static void
note_b (Diff    *diff,
        Slot    *slot,
        guint32  hash,
        guint    at)
{
  if (slot->a == 0)
    return;
  slot->many_b = slot->b != 0;
  if (slot->b == 0)
    slot->b = at + 1;
}

static void
take_anchor (Diff    *diff,
             Slot    *slot,
             guint32  hash,
             guint    at)
{
  Anchor anchor = { slot->a - 1, at };

  if (slot->a != 0 && slot->b != 0 && !slot->many_a && !slot->many_b)
    g_array_append_val (diff->anchors, anchor);
}

static void
read_runs (Diff            *diff,
           const gunichar  *chars,
           guint            n_chars,
           void           (*func) (Diff *, Slot *, guint32, guint))
{
  const guint32 power = fz_shingle_power (RUN);
  guint32 rolling = 0;

  for (guint i = 0; i < n_chars; i++)
    {
      guint32 hash;
      Slot *slot;

      rolling = fz_shingle_roll (rolling, power, i < RUN ? 0 : chars[i - RUN], chars[i]);
      if (i + 1 < RUN)
        continue;
      hash = fz_shingle_mix (rolling);
      slot = find_slot (diff, hash, chars + i + 1 - RUN);
      if (slot != NULL)
        func (diff, slot, hash, i + 1 - RUN);
    }
}

/* All anchors, in the order of the other text. */
static void
find_anchors (Diff *diff)
{
  gsize size = (gsize) 1 << (g_bit_storage (diff->n_a) + 1);

  diff->slots = g_new0 (Slot, size);
  diff->mask = (guint32) (size - 1);
  read_runs (diff, diff->a, diff->n_a, note_a);
  read_runs (diff, diff->b, diff->n_b, note_b);
  read_runs (diff, diff->b, diff->n_b, take_anchor);
  g_clear_pointer (&diff->slots, g_free);
}

/* How many of the piles have a top that stands before @a. */
static guint
find_pile (const Anchor *anchors,
           const guint  *tops,
           guint         n_tops,
           guint         a)
{
  guint low = 0, high = n_tops;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (anchors[tops[middle]].a < a)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Keeps the longest sequence that rises in the one text as it does in the other,
 * by the piles of a game of patience. */
static void
keep_rising (GArray *anchors)
{
  g_autofree guint *tops = g_new (guint, anchors->len + 1);
  g_autofree guint *before = g_new (guint, anchors->len + 1);
  Anchor *all = &g_array_index (anchors, Anchor, 0);
  g_autofree Anchor *kept = NULL;
  guint n_tops = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      guint pile = find_pile (all, tops, n_tops, all[i].a);

      before[i] = pile > 0 ? tops[pile - 1] : 0;
      tops[pile] = i;
      n_tops = MAX (n_tops, pile + 1);
    }
  kept = g_new (Anchor, n_tops + 1);
  for (guint i = n_tops, next = n_tops > 0 ? tops[n_tops - 1] : 0; i > 0; i--, next = before[next])
    kept[i - 1] = all[next];
  g_array_set_size (anchors, 0);
  g_array_append_vals (anchors, kept, n_tops);
}

/* The lengths of the longest common subsequences of all ends of two stretches. */
static guint16 *
measure_ends (const gunichar *a,
              guint           n_a,
              const gunichar *b,
              guint           n_b)
{
  guint16 *cells = g_new0 (guint16, (gsize) (n_a + 1) * (n_b + 1));
  gsize row = n_b + 1;

  for (guint i = n_a; i-- > 0;)
    for (guint j = n_b; j-- > 0;)
      {
        guint16 *cell = cells + i * row + j;

        *cell = a[i] == b[j] ? cell[row + 1] + 1 : MAX (cell[row], cell[1]);
      }
  return cells;
}

static void
compare_exactly (Diff  *diff,
                 guint  a_end,
                 guint  b_end)
{
  guint n_a = a_end - diff->a_done, n_b = b_end - diff->b_done;
  const gunichar *a = diff->a + diff->a_done, *b = diff->b + diff->b_done;
  g_autofree guint16 *cells = measure_ends (a, n_a, b, n_b);
  guint i = 0, j = 0;

  while (i < n_a && j < n_b)
    {
      const guint16 *cell = cells + (gsize) i * (n_b + 1) + j;
      guint di = a[i] == b[j] || cell[n_b + 1] >= cell[1];
      guint dj = a[i] == b[j] || !di;

      add_span (diff->spans, diff->a_done + i, diff->a_done + i + di, diff->b_done + j, diff->b_done + j + dj,
                a[i] == b[j]);
      i += di;
      j += dj;
    }
  add_span (diff->spans, diff->a_done + i, a_end, diff->b_done + j, b_end, FALSE);
}

static void
compare_between (Diff  *diff,
                 guint  a_end,
                 guint  b_end)
{
  guint64 cells = (guint64) (a_end - diff->a_done + 1) * (b_end - diff->b_done + 1);

  if (cells <= MOST_CELLS)
    compare_exactly (diff, a_end, b_end);
  else
    add_span (diff->spans, diff->a_done, a_end, diff->b_done, b_end, FALSE);
  diff->a_done = a_end;
  diff->b_done = b_end;
}

/* Takes an anchor with all that agrees around it. */
static void
take_same (Diff  *diff,
           guint  a,
           guint  b)
{
  while (a > diff->a_done && b > diff->b_done && diff->a[a - 1] == diff->b[b - 1])
    a--, b--;
  compare_between (diff, a, b);
  while (a < diff->n_a && b < diff->n_b && diff->a[a] == diff->b[b])
    a++, b++;
  add_span (diff->spans, diff->a_done, a, diff->b_done, b, TRUE);
  diff->a_done = a;
  diff->b_done = b;
}

static guint
length_of (const FzDiffSpan *span)
{
  return MAX (span->a_end - span->a_start, span->b_end - span->b_start);
}

/* One or two characters that agree in the midst of more that do not say nothing. */
static gboolean
is_chance (const GArray *spans,
           guint         i)
{
  const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);
  guint length = length_of (span);

  return span->same && length <= SHORT_SAME && i > 0 && i + 1 < spans->len &&
         MIN (length_of (span - 1), length_of (span + 1)) > length;
}

static GArray *
without_chance (const GArray *spans)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (FzDiffSpan), spans->len);

  for (guint i = 0; i < spans->len; i++)
    {
      const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);

      add_span (kept, span->a_start, span->a_end, span->b_start, span->b_end, span->same && !is_chance (spans, i));
    }
  return kept;
}

/**
 * fz_diff_new:
 * @a: a text
 * @n_a: its characters
 * @b: another text
 * @n_b: its characters
 *
 * Returns: (transfer full) (element-type FzDiffSpan): the whole of both texts in
 *   order, by turns the same and not the same
 */
GArray *
fz_diff_new (const gunichar *a,
             guint           n_a,
             const gunichar *b,
             guint           n_b)
{
  Diff diff = { .a = a, .b = b, .n_a = n_a, .n_b = n_b };
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FzDiffSpan));

  diff.anchors = anchors;
  diff.spans = spans;
  take_same (&diff, 0, 0);
  find_anchors (&diff);
  keep_rising (anchors);
  for (guint i = 0; i < anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, i);

      if (anchor->a >= diff.a_done && anchor->b >= diff.b_done)
        take_same (&diff, anchor->a, anchor->b);
    }
  compare_between (&diff, n_a, n_b);
  return without_chance (spans);
}
