/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-script.h"

#include <string.h>

#include "fz-script-table.h"

/* A text in the other script, by the dictionaries of OpenCC and as it does: at each
 * place the longest phrase that is known counts, else the character.  Neither ever
 * becomes longer or shorter, so that a position means the same in both texts. */

typedef struct {
  const char *key;    /* behind its space */
  guint16     length; /* in bytes */
} Phrase;

typedef struct {
  GHashTable *characters; /* gunichar → gunichar */
  GHashTable *firsts;     /* gunichar → 1 + index of the first phrase that starts so */
  GArray     *phrases;    /* Phrase, in the order of their bytes */
} Script;

static void
read_characters (Script *self, const char *table)
{
  self->characters = g_hash_table_new (NULL, NULL);
  for (const char *p = table; *p != '\0';)
    {
      const char *to = g_utf8_next_char (p);

      g_hash_table_insert (self->characters, GUINT_TO_POINTER (g_utf8_get_char (p)), GUINT_TO_POINTER (g_utf8_get_char (to)));
      p = g_utf8_next_char (to);
    }
}

static void
read_phrases (Script *self, const char *table)
{
  self->firsts = g_hash_table_new (NULL, NULL);
  self->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  for (const char *p = table; *p == ' ';)
    {
      const Phrase phrase = { p + 1, strcspn (p + 1, " =") };
      gpointer first = GUINT_TO_POINTER (g_utf8_get_char (phrase.key));

      if (!g_hash_table_contains (self->firsts, first))
        g_hash_table_insert (self->firsts, first, GUINT_TO_POINTER (self->phrases->len + 1));
      g_array_append_val (self->phrases, phrase);
      p = phrase.key + strcspn (phrase.key, " ");
    }
}

static const Script *
script_to (FzScript script)
{
  static Script scripts[FZ_SCRIPT_TRADITIONAL + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      read_characters (&scripts[FZ_SCRIPT_SIMPLIFIED], fz_script_to_simplified_characters);
      read_phrases (&scripts[FZ_SCRIPT_SIMPLIFIED], fz_script_to_simplified_phrases);
      read_characters (&scripts[FZ_SCRIPT_TRADITIONAL], fz_script_to_traditional_characters);
      read_phrases (&scripts[FZ_SCRIPT_TRADITIONAL], fz_script_to_traditional_phrases);
      g_once_init_leave (&once, 1);
    }
  return &scripts[script];
}

/* The first phrase, from index @low on, that is not before the @n bytes at @p; those
 * that start with them are not before them. */
static guint
lower_bound (const Script *self, guint low, guint high, const char *p, gsize n)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Phrase *phrase = &g_array_index (self->phrases, Phrase, middle);
      int order = memcmp (phrase->key, p, MIN (phrase->length, n));

      if (order < 0 || (order == 0 && phrase->length < n))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether a phrase begins as the text does. */
static gboolean
begins (const Phrase *phrase, const char *p, gsize n)
{
  return phrase->length >= n && memcmp (phrase->key, p, n) == 0;
}

/* The longest phrase at @p; %NULL for none.  What begins with more of the text stands
 * further on, so each character looks only at what is left. */
static const Phrase *
longest (const Script *self, const char *p, const char *end)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->firsts, GUINT_TO_POINTER (g_utf8_get_char (p))));
  const Phrase *found = NULL;
  gsize n = g_utf8_next_char (p) - p;
  guint high;

  if (at == 0)
    return NULL;
  at--;
  for (high = at + 1; high < self->phrases->len && begins (&g_array_index (self->phrases, Phrase, high), p, n);)
    high = MIN (self->phrases->len, at + 2 * (high - at));
  for (; p + n < end; )
    {
      const Phrase *phrase;

      n = g_utf8_next_char (p + n) - p;
      at = lower_bound (self, at, high, p, n);
      phrase = at < self->phrases->len ? &g_array_index (self->phrases, Phrase, at) : NULL;
      if (phrase == NULL || !begins (phrase, p, n))
        break;
      if (phrase->length == n)
        found = phrase;
    }
  return found;
}

static void
append_characters (const Script *self, const char *p, gsize n, GString *out)
{
  for (const char *end = p + n; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gpointer to = g_hash_table_lookup (self->characters, GUINT_TO_POINTER (c));

      g_string_append_unichar (out, to != NULL ? GPOINTER_TO_UINT (to) : c);
    }
}

/* Answers how many bytes of the text are done. */
static gsize
append_next (const Script *self, const char *p, const char *end, GString *out)
{
  const Phrase *phrase = longest (self, p, end);
  gsize n = phrase != NULL ? phrase->length : g_utf8_next_char (p) - p;

  if (phrase != NULL && phrase->key[n] == '=')
    g_string_append_len (out, phrase->key + n + 1, strcspn (phrase->key + n + 1, " "));
  else
    append_characters (self, p, n, out);
  return n;
}

/**
 * fz_script_convert:
 * @text: (array length=length): UTF-8
 * @script: what it is to be written in; a text that is in it already may change
 *
 * Returns: (transfer full): the text in that script, code point for code point
 */
char *
fz_script_convert (const char *text, gsize length, FzScript script)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  const char *end = text + length;

  if (script == FZ_SCRIPT_AS_PRINTED)
    return g_strndup (text, length);
  for (const char *p = text; p < end;)
    p += append_next (script_to (script), p, end, out);
  return g_string_free_and_steal (g_steal_pointer (&out));
}
