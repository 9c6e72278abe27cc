/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-words.h"

#include <string.h>

/* A hash of the words, and before it a sieve: for each hash of a first (or
 * last) character a mask of the lengths that words beginning (ending) so have.
 * Before that, for the way forward, a bit for each first character: nearly
 * every place of a text is turned away by one load from it. */

#define SIEVE_SIZE 1024
#define MAX_WORD_BYTES 31

typedef struct {
  const char *word;
  guint32     length;
  guint32     value;
} Slot;

struct _FzWords {
  Slot    *slots;
  guint    n_slots;
  guint    n_words;
  guint32  heads[SIEVE_SIZE];
  guint32  tails[SIEVE_SIZE];
  guint8   first[0x10000 / 8];
};

/* A character of one or three bytes by its code; all others share 0. */
static inline guint
first_code (const char *p, const char *end)
{
  const guchar *b = (const guchar *) p;

  if (b[0] < 0x80)
    return b[0];
  if ((b[0] & 0xf0) != 0xe0 || end - p < 3)
    return 0;
  return (guint) (b[0] & 0x0f) << 12 | (guint) (b[1] & 0x3f) << 6 | (b[2] & 0x3f);
}

static guint
hash_bytes (const char *bytes, gsize length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

/* At most four bytes long, so a character and never a word is hashed. */
static guint
sieve_key (const char *character, gsize length)
{
  guint key = 0;

  for (gsize i = 0; i < length; i++)
    key = key * 37 + (guchar) character[i];
  return key % SIEVE_SIZE;
}

/**
 * fz_char_length_before:
 * @start: the start of the text
 * @p: a place in it
 *
 * Returns: the bytes of the character before @p, 0 at @start
 */
gsize
fz_char_length_before (const char *start, const char *p)
{
  const char *q = p;

  while (q > start && p - q < 4)
    {
      q--;
      if (((guchar) *q & 0xc0) != 0x80)
        break;
    }
  return (gsize) (p - q);
}

/**
 * fz_words_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
FzWords *
fz_words_new (void)
{
  FzWords *self = g_new0 (FzWords, 1);

  self->n_slots = 64;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

/**
 * fz_words_free:
 * @self: (transfer full): a lexicon
 */
void
fz_words_free (FzWords *self)
{
  g_free (self->slots);
  g_free (self);
}

static Slot *
slot_for (const FzWords *self, const char *word, gsize length)
{
  guint i = hash_bytes (word, length) & (self->n_slots - 1);

  while (self->slots[i].word != NULL &&
         (self->slots[i].length != length || memcmp (self->slots[i].word, word, length) != 0))
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
grow (FzWords *self)
{
  g_autofree Slot *old = g_steal_pointer (&self->slots);
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].word != NULL)
      *slot_for (self, old[i].word, old[i].length) = old[i];
}

static void
add_word (FzWords *self, const char *word, gsize length, guint value)
{
  gsize head = fz_char_length_at (word, word + length);
  guint code = first_code (word, word + length);
  gsize tail = fz_char_length_before (word, word + length);
  Slot *slot;

  g_assert (length <= MAX_WORD_BYTES);
  if (self->n_words * 2 >= self->n_slots)
    grow (self);

  slot = slot_for (self, word, length);
  self->n_words += slot->word == NULL;
  slot->word = word;
  slot->length = (guint32) length;
  slot->value |= value;
  self->first[code / 8] |= (guint8) (1u << code % 8);
  self->heads[sieve_key (word, head)] |= 1u << length;
  self->tails[sieve_key (word + length - tail, tail)] |= 1u << length;
}

/**
 * fz_words_add:
 * @self: a lexicon
 * @list: (transfer none): words between single spaces, each at most 31 bytes;
 *   must live as long as @self
 * @value: bits that each of the words gets, added to those it has
 */
void
fz_words_add (FzWords *self, const char *list, guint value)
{
  while (*list != '\0')
    {
      gsize length = strcspn (list, " ");

      if (length > 0)
        add_word (self, list, length, value);
      list += length + (list[length] == ' ');
    }
}

static gsize
longest (const FzWords *self, guint32 lengths, const char *text, gsize room, gboolean backwards,
         guint *value)
{
  while (lengths != 0)
    {
      gsize length = (gsize) g_bit_storage (lengths) - 1;
      const Slot *slot;

      lengths &= ~(1u << length);
      if (length > room)
        continue;
      slot = slot_for (self, backwards ? text - length : text, length);
      if (slot->word == NULL)
        continue;
      if (value != NULL)
        *value = slot->value;
      return length;
    }
  return 0;
}

/**
 * fz_words_at:
 * @self: a lexicon
 * @p: a place in a text
 * @end: the end of the text
 * @value: (out) (optional): the value of the word found
 *
 * Returns: the bytes of the longest word that begins at @p, or 0
 */
gsize
fz_words_at (const FzWords *self, const char *p, const char *end, guint *value)
{
  guint code = p < end ? first_code (p, end) : 0;

  if (p >= end || !(self->first[code / 8] & 1u << code % 8))
    return 0;
  return longest (self, self->heads[sieve_key (p, fz_char_length_at (p, end))], p, (gsize) (end - p), FALSE, value);
}

/**
 * fz_words_before:
 * @self: a lexicon
 * @start: the start of a text
 * @p: a place in it
 * @value: (out) (optional): the value of the word found
 *
 * Returns: the bytes of the longest word that ends at @p, or 0
 */
gsize
fz_words_before (const FzWords *self, const char *start, const char *p, guint *value)
{
  gsize tail = fz_char_length_before (start, p);
  guint32 lengths = self->tails[sieve_key (p - tail, tail)];

  return longest (self, lengths, p, (gsize) (p - start), TRUE, value);
}
