/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What two texts have in common, known without reading them.
 *
 * A text is cut into all its runs of nine characters; their hashes fall into
 * bins by their highest bits, and the least of each bin is kept: one permutation
 * hashing (Li, Owen, Zhang, 2012), which reads each run once where MinHash
 * (Broder, 1997) reads it once for each of its functions.  That two texts have
 * the same least hash in a bin is as likely as a run of either is one of both,
 * and then they share those nine characters.
 *
 * Nine characters are longer than nearly all words and set phrases, so that what
 * is shared is a sentence; and short enough for a notice of sixty characters, of
 * which one word was changed, to keep most of them. */

#include "config.h"

#include "fz-signature.h"

#include <string.h>

#include "fz-shingles.h"

enum {
  RUN = 9,
  BIN_SHIFT = 29,
};

G_STATIC_ASSERT (FZ_SIGNATURE_BINS == 1 << (32 - BIN_SHIFT));

/* Calls @func for the hash of each run. */
static inline void
for_each_run (const gunichar  *chars,
              gsize            n_chars,
              void           (*func) (gpointer, guint32),
              gpointer         data)
{
  const guint32 power = fz_shingle_power (RUN);
  guint32 rolling = 0;

  for (gsize i = 0; i < n_chars; i++)
    {
      rolling = fz_shingle_roll (rolling, power, i < RUN ? 0 : chars[i - RUN], chars[i]);
      if (i + 1 >= RUN)
        func (data, fz_shingle_mix (rolling));
    }
}

static void
take_least (gpointer self,
            guint32  hash)
{
  guint32 *least = &((FzSignature *) self)->minima[hash >> BIN_SHIFT];

  *least = MIN (*least, hash);
}

/**
 * fz_signature_make:
 * @self: (out): the signature
 * @chars: a text, its characters folded
 * @n_chars: how many they are; of less than nine nothing is kept
 */
void
fz_signature_make (FzSignature    *self,
                   const gunichar *chars,
                   gsize           n_chars)
{
  memset (self, 0xFF, sizeof *self);
  for_each_run (chars, n_chars, take_least, self);
}

/**
 * fz_signature_is_empty:
 * @self: a signature
 *
 * Returns: whether the text had no run
 */
gboolean
fz_signature_is_empty (const FzSignature *self)
{
  for (guint i = 0; i < FZ_SIGNATURE_BINS; i++)
    if (self->minima[i] != FZ_SIGNATURE_NONE)
      return FALSE;
  return TRUE;
}

/**
 * fz_signature_equal:
 * @a: a signature
 * @b: another one
 */
gboolean
fz_signature_equal (const FzSignature *a,
                    const FzSignature *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

/**
 * fz_signature_likeness:
 * @a: a signature
 * @b: another one
 *
 * Returns: about how many of the runs of either text are in both, 0 to 1; the
 *   mean of what it says is right, a single answer some 0.17 off
 */
double
fz_signature_likeness (const FzSignature *a,
                       const FzSignature *b)
{
  guint n_same = 0, n_bins = 0;

  for (guint i = 0; i < FZ_SIGNATURE_BINS; i++)
    {
      if (a->minima[i] == FZ_SIGNATURE_NONE && b->minima[i] == FZ_SIGNATURE_NONE)
        continue;
      n_bins++;
      if (a->minima[i] == b->minima[i])
        n_same++;
    }
  return n_bins > 0 ? (double) n_same / n_bins : 0;
}

/* Hashes by their low bits; of those that are crowded out, which only a text made
 * for it has, nothing is known. */
struct _FzRunSet {
  guint32 *slots; /* 0 is free */
  guint32  mask;
};

#define MAX_PROBES 8

static gboolean
find_run (const FzRunSet  *self,
          guint32          hash,
          guint32        **out_slot)
{
  for (guint probe = 0; probe < MAX_PROBES; probe++)
    {
      guint32 *slot = &self->slots[(hash + probe) & self->mask];

      *out_slot = slot;
      if (*slot == hash || *slot == 0)
        return *slot == hash;
    }
  *out_slot = NULL;
  return FALSE;
}

static void
add_run (gpointer self,
         guint32  hash)
{
  guint32 *slot;

  if (!find_run (self, hash, &slot) && slot != NULL)
    *slot = hash;
}

/**
 * fz_run_set_new:
 * @chars: a text, its characters folded
 * @n_chars: how many they are
 *
 * Returns: (transfer full): its runs
 */
FzRunSet *
fz_run_set_new (const gunichar *chars,
                gsize           n_chars)
{
  FzRunSet *self = g_new (FzRunSet, 1);
  gsize size = (gsize) 1 << (g_bit_storage (n_chars) + 1);

  *self = (FzRunSet) { g_new0 (guint32, size), (guint32) (size - 1) };
  for_each_run (chars, n_chars, add_run, self);
  return self;
}

/**
 * fz_run_set_free:
 */
void
fz_run_set_free (FzRunSet *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

typedef struct {
  const FzRunSet *set;
  gsize           n;
} Count;

static void
count_run (gpointer count,
           guint32  hash)
{
  guint32 *slot;

  ((Count *) count)->n += find_run (((Count *) count)->set, hash, &slot);
}

/**
 * fz_run_set_count:
 * @self: the runs of a text
 * @chars: another text, its characters folded
 * @n_chars: how many they are
 *
 * Returns: how many of the runs of the other are among them
 */
gsize
fz_run_set_count (const FzRunSet *self,
                  const gunichar *chars,
                  gsize           n_chars)
{
  Count count = { self, 0 };

  for_each_run (chars, n_chars, count_run, &count);
  return count.n;
}
