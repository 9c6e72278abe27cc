/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-guess.h"

#include <math.h>
#include <string.h>
#include <uchardet.h>

#include "fz-chinese.h"
#include "fz-encoding.h"

/* In which encoding bytes are.
 *
 * A sample is read in each encoding that comes into question, and the reading
 * that a Chinese newspaper most likely printed is taken: see fz-chinese.c.
 * uchardet is asked only where none of ours reads well or two read about as
 * well, and what it says is one more candidate, to be read and judged like the
 * others.  The doubt is the share of the second in the likelihood of both. */

enum {
  SAMPLE_BYTES = 4 * 1024,
  LARGE_SAMPLE_BYTES = 64 * 1024,  /* where the first leaves a doubt */
  WIDE_SAMPLE_BYTES = 4 * 1024,
  STRANGE_DOUBT = 50,
};

/* Characters of a text are no independent witnesses; so many of them count as
 * one.  Measured on random news of four characters: of the wrong guesses 10 of 20
 * are doubtful so, of the right ones 61 of 3,180; at 5 none more of the first and
 * four times as many of the second. */
#define DEPENDENCE 3.0

/* A character below which a text is hardly Chinese; print has some -8. */
#define STRANGE_LIKELIHOOD -12.0

/* What comes into question, and how much rarer than GB18030 it is, as a
 * logarithm.  UTF-8 is asked for where as many sequences are whole as broken,
 * the wide ones where every other byte says so. */
typedef enum { ASK_ALWAYS, ASK_UTF8, ASK_WIDE } Ask;

static const struct {
  const char *encoding;
  double      prior;
  Ask         ask;
} candidates[] = {
  { "gb18030", 0, ASK_ALWAYS }, { "Big5", -1, ASK_ALWAYS },     { "UTF-8", 0, ASK_UTF8 },
  { "UTF-16LE", -2, ASK_WIDE }, { "UTF-16BE", -2, ASK_WIDE },   { "UTF-32LE", -2, ASK_WIDE },
  { "UTF-32BE", -2, ASK_WIDE },
};

#define FOREIGN_PRIOR -6

/* What uchardet calls encodings that are among the candidates. */
static const char * const known[] = { "GB", "BIG5", "UTF-", "ASCII", "HZ-" };

typedef struct {
  const char *data;
  gsize       size;
  const char *best, *second;
  double      likelihood, next;
  double      per_char;
} Contest;

static void
try_encoding (Contest    *self,
              const char *encoding,
              double      prior)
{
  FzOddities odd = { 0 };
  GString *text = fz_encoding_read (encoding, self->data, self->size, &odd);
  double likelihood;
  guint chars;

  if (text == NULL)
    return;
  likelihood = prior + fz_chinese_likelihood (text->str, text->len, &chars);
  g_string_free (text, TRUE);
  if (self->best == NULL || likelihood > self->likelihood)
    {
      self->second = self->best;
      self->next = self->likelihood;
      self->best = encoding;
      self->likelihood = likelihood;
      self->per_char = chars > 0 ? (likelihood - prior) / chars : 0;
    }
  else if (self->second == NULL || likelihood > self->next)
    {
      self->second = encoding;
      self->next = likelihood;
    }
}

static guint
doubt (const Contest *self)
{
  if (self->second == NULL)
    return 0;

  return (guint) lround (100 / (1 + exp ((self->likelihood - self->next) / DEPENDENCE)));
}

static gboolean
leaves_doubt (const Contest *self)
{
  return self->per_char < STRANGE_LIKELIHOOD || doubt (self) >= FZ_GUESS_DOUBTFUL;
}

static void
try_candidates (Contest        *self,
                const gboolean *asked)
{
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (asked[candidates[i].ask])
      try_encoding (self, candidates[i].encoding, candidates[i].prior);
}

static char *
uchardet_guess (const char *data,
                gsize       size)
{
  uchardet_t detector = uchardet_new ();
  char *guess = NULL;

  if (uchardet_handle_data (detector, data, size) == 0)
    {
      uchardet_data_end (detector);
      guess = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  for (guint i = 0; guess != NULL && i < G_N_ELEMENTS (known); i++)
    if (*guess == '\0' || g_ascii_strncasecmp (guess, known[i], strlen (known[i])) == 0)
      g_clear_pointer (&guess, g_free);

  return guess;
}

/* The sample begins with the line of the first byte that is not ASCII, and ends
 * before a line end where there is one, so as not to cut a character. */
static void
take_sample (Contest    *self,
             const char *data,
             gsize       size,
             gsize       most,
             gboolean    wide)
{
  gsize start = 0;
  const char *line_end;

  while (!wide && start < size && (guchar) data[start] < 0x80)
    start++;
  while (start > 0 && (start == size || data[start - 1] != '\n'))
    start--;
  self->data = data + start;
  self->size = size - start;
  if (self->size <= most)
    return;
  self->size = most;
  line_end = wide ? NULL : memrchr (self->data, '\n', most);
  if (line_end != NULL && line_end > self->data)
    self->size = (gsize) (line_end - self->data);
}

/* A byte that the upper half of Chinese text in UTF-16 is made of: ASCII, marks
 * and the basic Han block; in UTF-32 every byte but the lower ones is one too. */
static gboolean
is_upper (guchar byte)
{
  return byte == 0x00 || byte == 0x20 || byte == 0x30 || byte == 0xFF || (byte >= 0x4E && byte <= 0x9F);
}

/**
 * fz_guess_looks_wide:
 * @data: (array length=size): bytes of unknown encoding, no valid UTF-8
 * @size: how many
 *
 * Returns: whether every other byte is one that stands in the upper half of
 *   Chinese in UTF-16 or UTF-32
 */
gboolean
fz_guess_looks_wide (const char *data,
                     gsize       size)
{
  gsize n = MIN (size, WIDE_SAMPLE_BYTES) / 2;
  gsize upper[2] = { 0 };

  for (gsize i = 0; i < 2 * n; i++)
    upper[i % 2] += is_upper ((guchar) data[i]);

  return n > 0 && MAX (upper[0], upper[1]) * 10 >= n * 9;
}

static void
settle (FzGuess       *self,
        const Contest *contest)
{
  self->encoding = g_strdup (contest->best);
  self->doubt = doubt (contest);
  if (self->doubt > 0)
    self->rival = g_strdup (contest->second);
  if (contest->per_char < STRANGE_LIKELIHOOD)
    self->doubt = MAX (self->doubt, STRANGE_DOUBT);
}

/**
 * fz_guess_make:
 * @self: (out caller-allocates): the guess
 * @data: (array length=size): what is to be read
 * @size: its bytes
 * @tally: what there would be in it, were it UTF-8
 */
void
fz_guess_make (FzGuess           *self,
               const char        *data,
               gsize              size,
               const FzUtf8Tally *tally)
{
  gboolean wide = fz_guess_looks_wide (data, size);
  gboolean asked[] = {
    [ASK_ALWAYS] = TRUE, [ASK_UTF8] = tally->pairs + tally->longer >= tally->broken, [ASK_WIDE] = wide,
  };
  g_autofree char *other = NULL;
  Contest contest = { 0 };

  take_sample (&contest, data, size, SAMPLE_BYTES, wide);
  try_candidates (&contest, asked);
  if (leaves_doubt (&contest) && size > SAMPLE_BYTES)
    {
      contest = (Contest) { 0 };
      take_sample (&contest, data, size, LARGE_SAMPLE_BYTES, wide);
      try_candidates (&contest, asked);
    }
  if (leaves_doubt (&contest))
    other = uchardet_guess (contest.data, contest.size);
  if (other != NULL)
    try_encoding (&contest, other, FOREIGN_PRIOR);
  *self = (FzGuess) { 0 };
  settle (self, &contest);
}

/**
 * fz_guess_clear:
 * @self: what [func@guess_make] filled
 */
void
fz_guess_clear (FzGuess *self)
{
  g_free (self->encoding);
  g_free (self->rival);
  *self = (FzGuess) { 0 };
}
