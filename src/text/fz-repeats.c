/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-repeats.h"

#include "fz-shingles.h"
#include "fz-stop.h"
#include "fz-vectors.h"

/* Lines that say again what an earlier line said.
 *
 * Scans of overlapping strips bring a paragraph twice, the second time often
 * with a few other characters and broken off.  Each line is cut into all its
 * runs of six code points; of their hashes every fourth by value is kept
 * (winnowing: Schleimer, Wilkerson, Aiken, 2003), with the line where it was
 * first met.  A line most of whose kept runs point to one earlier line repeats
 * it.  One pass, one table, no comparison of lines with each other. */

enum {
  RUN = 6,
  SAMPLE_MASK = 3,
  MIN_CHARS = 24,
  MIN_SAMPLES = 4,
  SHARE_PERCENT = 60,
  MAX_PROBES = 8,
  STEP = 32,  /* characters that are read together */
  HAN_BYTES = 3,
};

G_STATIC_ASSERT ((int) STEP + (int) RUN <= FZ_LINES_SLACK);

typedef struct {
  guint32 hash;
  guint32 line;  /* index from 1; 0 is a free slot */
} Slot;

typedef struct {
  Slot   *slots;
  gsize   mask;
} Table;

/* Which earlier line the runs of the line at hand point to most often
 * (Boyer and Moore's vote). */
typedef struct {
  guint32 line;
  guint   votes;
  guint   samples;
} Vote;

static void
vote_for (Vote    *vote,
          guint32  line)
{
  if (vote->votes == 0)
    vote->line = line;
  if (vote->line == line)
    vote->votes++;
  else
    vote->votes--;
}

/* The line that first had @hash; @line where it is new, and 0 where the table
 * has no room near its slot. */
static guint32
first_line_with (Table   *table,
                 guint32  hash,
                 guint32  line)
{
  for (guint probe = 0; probe < MAX_PROBES; probe++)
    {
      Slot *slot = &table->slots[(hash + probe) & table->mask];

      if (slot->line == 0)
        *slot = (Slot) { hash, line };
      if (slot->hash == hash)
        return slot->line;
    }

  return 0;
}

/* The hashes of the runs of a step, of which @points is the first, and which of them are
 * samples.  None rolls from the one before it, and there are always as many, behind the
 * end of a line too, so that the compiler makes many at once. */
FZ_VECTORS static void
hash_runs (const gunichar   *points,
           guint32 *restrict hashes,
           guint8 *restrict  samples)
{
  for (guint i = 0; i < STEP; i++)
    hashes[i] = points[i] * FZ_SHINGLE_BASE + points[i + 1];
  for (guint k = 2; k < RUN; k++)
    for (guint i = 0; i < STEP; i++)
      hashes[i] = hashes[i] * FZ_SHINGLE_BASE + points[i + k];
  for (guint i = 0; i < STEP; i++)
    {
      guint32 hash = fz_shingle_mix (hashes[i]);

      hashes[i] = hash >> 2;
      samples[i] = (hash & SAMPLE_MASK) == 0;
    }
}

/* Looks up the samples among the runs of a step, a bit for each. */
static void
look_up (Table         *table,
         const guint32 *hashes,
         guint32        samples,
         guint32        number,
         Vote          *vote)
{
  for (; samples != 0; samples &= samples - 1)
    {
      guint32 first = first_line_with (table, hashes[__builtin_ctz (samples)], number);

      vote->samples++;
      if (first != 0 && first != number)
        vote_for (vote, first);
    }
}

static void
read_runs (Table          *table,
           const gunichar *points,
           guint           n,
           guint32         number,
           Vote           *vote)
{
  guint32 hashes[STEP];
  guint8 samples[STEP];
  guint n_runs = n - RUN + 1;

  for (guint from = 0; from < n_runs && !fz_stop_asked_after (STEP * HAN_BYTES); from += STEP)
    {
      hash_runs (points + from, hashes, samples);
      look_up (table, hashes, fz_flags_to_bits (samples) & fz_bits_below (n_runs - from), number, vote);
    }
}

/* The votes left after Boyer and Moore's count are the lead of the winner over
 * all others, so they are a floor of what it has. */
static gboolean
repeats (const Vote *vote)
{
  return vote->samples >= MIN_SAMPLES && vote->votes * 100 >= vote->samples * SHARE_PERCENT;
}

static Table
table_for (const FzLines *lines)
{
  gsize chars = 0;
  gsize size;

  for (guint i = 0; i < lines->lines->len; i++)
    chars += fz_lines_at (lines, i)->chars;
  size = (gsize) 1 << (g_bit_storage (chars / 2) + 1);

  return (Table) { g_new0 (Slot, size), size - 1 };
}

/**
 * fz_repeats_mark:
 * @lines: the lines of a page
 *
 * Flags the lines that nearly repeat an earlier one.
 */
void
fz_repeats_mark (FzLines *lines)
{
  Table table = table_for (lines);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      Vote vote = { 0 };

      if (line->chars < MIN_CHARS)
        continue;
      read_runs (&table, lines->points + line->first, line->chars, i + 1, &vote);
      if (!repeats (&vote))
        continue;
      line->flags |= FZ_BLOCK_FLAG_REPEATED;
      line->repeats = vote.line;
    }
  g_free (table.slots);
}

/**
 * fz_repeats_place:
 * @lines: the lines of a page, their roles and articles known
 *
 * Flags running text that repeats what another article of the page has, and so
 * strayed here.  The first text of an article is its own: a page often says
 * beforehand how a story begins.
 */
void
fz_repeats_place (FzLines *lines)
{
  guint article = 0;
  gboolean has_text = FALSE;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      if (line->opens)
        {
          article = i;
          has_text = FALSE;
        }
      if (line->role != FZ_ROLE_BODY)
        continue;
      if (has_text && line->repeats > 0 && line->repeats - 1 < article)
        line->flags |= FZ_BLOCK_FLAG_MISPLACED;
      has_text = TRUE;
    }
}
