/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-words.h"

#include <string.h>

/* Two tries, one of the words as they are read and one from their last character
 * back, whose edges stand in one table each; before them, in the open, a bit for
 * first (and last) characters, so that nearly every place of a text is turned
 * away by one load and without a call. */

#define MAX_WORD_BYTES 31

/* What is looked up is small, and lies together, for it is the fetching from
 * memory that costs. */
typedef struct {
  guint32 key;   /* node and character; 0 is an empty slot */
  guint16 child; /* the node there, with ENDS where a word does, GOES_ON where one goes on */
  guint16 value; /* which of the lexicon's the word has that ends there */
} Edge;

#define ENDS    0x8000u
#define GOES_ON 0x4000u
#define NODE    0x3fffu

typedef struct {
  Edge  *edges;
  guint  n_slots;
  guint  n_edges;
} Trie;

typedef struct {
  FzWords words; /* the first, so that the one is cast to the other */
  Trie    forward;
  Trie    backward;
  GArray *values; /* (element-type guint): those of its words, each once; the first is 0 */
} Lexicon;

static inline const Lexicon *
lexicon_of (const FzWords *words)
{
  return (const Lexicon *) words;
}

/* The character at @p, which has @length bytes; 0 where it is beyond the first
 * plane, where no word is. */
static inline guint
code_of (const char *p, gsize length)
{
  const guchar *b = (const guchar *) p;

  if (length == 3)
    return fz_code_of_three (p);
  if (length == 2)
    return (guint) (b[0] & 0x1f) << 6 | (b[1] & 0x3f);
  return length == 1 ? b[0] : 0;
}

/* The character at @p and its bytes, 0 where it is none of a word: at @end, cut by
 * it, or beyond the first plane.  Nearly every one of a text has three bytes. */
static inline guint
code_at (const char *p, const char *end, gsize *length)
{
  if (end - p >= 3 && fz_has_three_bytes (*p))
    {
      *length = 3;
      return fz_code_of_three (p);
    }
  *length = fz_char_length_at (p, end);
  return *length > 0 && *length == (gsize) g_utf8_skip[(guchar) *p] ? code_of (p, *length) : 0;
}

/* The same of the character before @p. */
static inline guint
code_before (const char *start, const char *p, gsize *length)
{
  if (p - start >= 3 && fz_has_three_bytes (p[-3]))
    {
      *length = 3;
      return fz_code_of_three (p - 3);
    }
  *length = fz_char_length_before (start, p);
  return *length > 0 && *length == (gsize) g_utf8_skip[(guchar) p[-(gssize) *length]] ? code_of (p - *length, *length) : 0;
}

static inline guint32
key_of (guint node, guint code)
{
  return node << 16 | code;
}

static inline Edge *
slot_for (const Trie *self, guint32 key)
{
  /* The upper bits of the product: the lower ones tell nothing of the node. */
  guint i = (guint) ((guint64) (key * 0x9e3779b1u) * self->n_slots >> 32);

  while (self->edges[i].key != 0 && self->edges[i].key != key)
    i = i + 1 < self->n_slots ? i + 1 : 0;
  return &self->edges[i];
}

static void
trie_init (Trie *self)
{
  self->n_slots = 16;
  self->edges = g_new0 (Edge, self->n_slots);
}

/**
 * fz_words_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
FzWords *
fz_words_new (void)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  trie_init (&self->forward);
  trie_init (&self->backward);
  self->values = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->values, 1);
  return &self->words;
}

/**
 * fz_words_free:
 * @self: (transfer full): a lexicon
 */
void
fz_words_free (FzWords *self)
{
  Lexicon *lexicon = (Lexicon *) self;

  g_free (lexicon->forward.edges);
  g_free (lexicon->backward.edges);
  g_array_unref (lexicon->values);
  g_free (lexicon);
}

static void
grow (Trie *self)
{
  g_autofree Edge *old = g_steal_pointer (&self->edges);
  guint n_old = self->n_slots;

  self->n_slots += n_old / 2;
  self->edges = g_new0 (Edge, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].key != 0)
      *slot_for (self, old[i].key) = old[i];
}

/* Returns: the edge from the end of the edge @from, or from the root where that
 * is 0, by @code; a new one where there was none.  Edges are named by their keys,
 * for they move. */
static guint32
add_edge (Trie *self, guint32 from, guint code)
{
  guint node = from != 0 ? slot_for (self, from)->child & NODE : 0;
  guint32 key = key_of (node, code);

  g_assert (code > 0 && self->n_edges < NODE);
  /* Half of them empty: a search that has to go on is a branch foretold wrongly. */
  if (self->n_edges * 2 >= self->n_slots)
    grow (self);
  if (from != 0)
    slot_for (self, from)->child |= GOES_ON;
  if (slot_for (self, key)->key == 0)
    {
      *slot_for (self, key) = (Edge) { .key = key, .child = (guint16) ++self->n_edges };
    }
  return key;
}

static inline guint
value_of (const Lexicon *self, const Edge *edge)
{
  return g_array_index (self->values, guint, edge->value);
}

/* Which of the values @value is; a new one where there was none.  Words of one
 * value come one after another, so that the last is looked at first. */
static guint16
place_of_value (Lexicon *self, guint value)
{
  for (guint i = self->values->len; i-- > 0;)
    if (g_array_index (self->values, guint, i) == value)
      return (guint16) i;
  g_assert (self->values->len <= G_MAXUINT16);
  g_array_append_val (self->values, value);
  return (guint16) (self->values->len - 1);
}

static void
end_word (Lexicon *self, Trie *trie, guint32 key, guint value)
{
  Edge *edge = slot_for (trie, key);

  edge->value = place_of_value (self, value_of (self, edge) | value);
  edge->child |= ENDS;
}

static void
set_bit (guint8 *bits, guint code)
{
  bits[code % FZ_WORDS_BITS / 8] |= (guint8) (1u << code % 8);
}

static void
add_word (Lexicon *self, const char *word, gsize length, guint value)
{
  const char *end = word + length;
  guint32 forward = 0, backward = 0;
  gsize n;

  g_assert (length <= MAX_WORD_BYTES);
  for (const char *p = word; p < end; p += n)
    {
      n = fz_char_length_at (p, end);
      forward = add_edge (&self->forward, forward, code_of (p, n));
    }
  for (const char *p = end; p > word; p -= n)
    {
      n = fz_char_length_before (word, p);
      backward = add_edge (&self->backward, backward, code_of (p - n, n));
    }
  n = fz_char_length_before (word, end);
  set_bit (self->words.firsts, code_of (word, fz_char_length_at (word, end)));
  set_bit (self->words.lasts, code_of (end - n, n));
  end_word (self, &self->forward, forward, value);
  end_word (self, &self->backward, backward, value);
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
        add_word ((Lexicon *) self, list, length, value);
      list += length + (list[length] == ' ');
    }
}

/**
 * fz_words_make:
 * @cache: where the lexicon is kept, %NULL at first; static
 * @build: makes it
 *
 * Makes the lexicon of fz_words_once(), unless another thread does.
 */
void
fz_words_make (FzWords **cache, FzWords *(*build) (void))
{
  if (g_once_init_enter_pointer (cache))
    g_once_init_leave_pointer (cache, build ());
}

/**
 * fz_words_make_of_list:
 * @cache: where the lexicon is kept, %NULL at first; static
 * @list: as fz_words_add() takes it
 *
 * Makes the lexicon of fz_words_of_list(), unless another thread does.
 */
void
fz_words_make_of_list (FzWords **cache, const char *list)
{
  if (g_once_init_enter_pointer (cache))
    {
      FzWords *words = fz_words_new ();

      fz_words_add (words, list, 1);
      g_once_init_leave_pointer (cache, words);
    }
}

static const Edge no_edge;

/* The way on from the end of @from, or from the root where that is no_edge, by
 * @code; no_edge where there is none. */
static inline const Edge *
step (const Trie *self, const Edge *from, guint code)
{
  const Edge *edge = code != 0 ? slot_for (self, key_of (from->child & NODE, code)) : &no_edge;

  return edge->key != 0 ? edge : &no_edge;
}

/**
 * fz_words_find_at:
 * @words: a lexicon
 * @p: a place in a text
 * @end: the end of the text
 * @value: (out) (optional): the value of the word found
 *
 * What fz_words_at() asks where the first character has passed.
 *
 * Returns: the bytes of the longest word that begins at @p, or 0
 */
gsize
fz_words_find_at (const FzWords *words, const char *p, const char *end, guint *value)
{
  const Trie *trie = &lexicon_of (words)->forward;
  gsize n, found = 0;
  const Edge *edge = step (trie, &no_edge, code_at (p, end, &n)), *last = edge;

  for (const char *q = p + n; edge != &no_edge; q += n)
    {
      if (edge->child & ENDS)
        {
          found = (gsize) (q - p);
          last = edge;
        }
      edge = edge->child & GOES_ON ? step (trie, edge, code_at (q, end, &n)) : &no_edge;
    }
  if (found > 0 && value != NULL)
    *value = value_of (lexicon_of (words), last);
  return found;
}

/**
 * fz_words_find_all_at:
 * @words: a lexicon
 * @p: a place in a text
 * @end: the end of the text
 *
 * What fz_words_all_at() asks where the first character has passed.
 *
 * Returns: the values of all words that begin at @p together, 0 for none
 */
guint
fz_words_find_all_at (const FzWords *words, const char *p, const char *end)
{
  const Trie *trie = &lexicon_of (words)->forward;
  gsize n;
  guint value = 0;
  const Edge *edge = step (trie, &no_edge, code_at (p, end, &n));

  for (const char *q = p + n; edge != &no_edge; q += n)
    {
      if (edge->child & ENDS)
        value |= value_of (lexicon_of (words), edge);
      edge = edge->child & GOES_ON ? step (trie, edge, code_at (q, end, &n)) : &no_edge;
    }
  return value;
}

/**
 * fz_words_mark_firsts:
 * @self: a lexicon
 * @table: (array fixed-size=65536): bits of each code point
 * @bit: which of them
 *
 * Sets @bit for all characters that a word begins with.
 */
void
fz_words_mark_firsts (const FzWords *self, guint8 *table, guint8 bit)
{
  const Trie *trie = &lexicon_of (self)->forward;

  for (guint i = 0; i < trie->n_slots; i++)
    if (trie->edges[i].key != 0 && trie->edges[i].key >> 16 == 0)
      table[trie->edges[i].key] |= bit;
}

/**
 * fz_words_find_before:
 * @words: a lexicon
 * @start: the start of a text
 * @p: a place in it
 * @value: (out) (optional): the value of the word found
 *
 * What fz_words_before() asks where the last character has passed.
 *
 * Returns: the bytes of the longest word that ends at @p, or 0
 */
gsize
fz_words_find_before (const FzWords *words, const char *start, const char *p, guint *value)
{
  const Trie *trie = &lexicon_of (words)->backward;
  gsize n, found = 0;
  const Edge *edge = step (trie, &no_edge, code_before (start, p, &n)), *last = edge;

  for (const char *q = p - n; edge != &no_edge; q -= n)
    {
      if (edge->child & ENDS)
        {
          found = (gsize) (p - q);
          last = edge;
        }
      edge = edge->child & GOES_ON ? step (trie, edge, code_before (start, q, &n)) : &no_edge;
    }
  if (found > 0 && value != NULL)
    *value = value_of (lexicon_of (words), last);
  return found;
}
