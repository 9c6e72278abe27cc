/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-programmes.h"

#include <string.h>

/* When two spellings are one programme:
 *
 *   typing   “415X” and “４１５Ｘ”, “惠企 直通车” and “惠企·直通车”: width, case, spaces
 *            and marks say nothing
 *   head     “甜甜快办” and “甜甜快办平台”: the noun stands within the marks, too;
 *            “百日行动” and “百日工程” are two
 *   region   《金华市养犬管理条例》 and 《养犬管理条例》
 *
 * A name is known by its key; where it has a noun or a region that may be left
 * out, by its stem as well. */

struct _FzProgrammeKeys {
  GHashTable *by_key;  /* (nullable): key to index + 1 */
  GHashTable *by_stem; /* (nullable) */
  char       *key;     /* (nullable): of the name that was looked for last */
  char       *stem;    /* (nullable) */
};

static const char *const silent[] = {
  " ", "　", "·", "・", "-", "－", "—", "“", "”", "‘", "’", "「", "」", "『", "』", "〈", "〉", "《", "》", "\"",
};

static gsize
silent_at (const char *p, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    if (fz_text_at (p, end, silent[i]))
      return strlen (silent[i]);
  return 0;
}

/* Han characters, which make the most of a name, stand for themselves. */
static gsize
han_run (const char *p, const char *end)
{
  const char *q = p;

  while (end - q >= 3 && fz_byte_is_han (*q))
    q += 3;
  return (gsize) (q - p);
}

static char *
dup_key (const char *name, gsize length)
{
  g_autoptr (GString) key = g_string_sized_new (length);
  const char *end = name + length;

  for (const char *p = name; p < end;)
    {
      gsize run = han_run (p, end), skipped, n;
      gunichar character;

      g_string_append_len (key, p, (gssize) run);
      p += run;
      if (p >= end)
        break;
      skipped = silent_at (p, end);
      n = fz_char_length_at (p, end);
      character = g_utf8_get_char_validated (p, (gssize) n);
      if (skipped == 0 && character >= 0xff01 && character <= 0xff5e)
        character -= 0xfee0;
      if (skipped == 0 && character < 0x80)
        g_string_append_c (key, g_ascii_tolower ((char) character));
      else if (skipped == 0)
        g_string_append_len (key, p, (gssize) n);
      p += skipped > 0 ? skipped : n;
    }
  if (key->len == 0)
    g_string_append_len (key, name, (gssize) length);
  return g_string_free_and_steal (g_steal_pointer (&key));
}

/* Without the noun at its end; NULL where there is none, or nothing is left. */
static char *
dup_headless (const char *key)
{
  const char *end = key + strlen (key);
  FzProgrammeKind kind;
  gsize head = fz_head_before (key, end, FZ_HEAD_BEHIND | FZ_HEAD_PLAIN, &kind);

  return head > 0 && strlen (key) - head >= 2 * 3 ? g_strndup (key, strlen (key) - head) : NULL;
}

/**
 * fz_programme_keys_new:
 *
 * Returns: (transfer full): the spellings of programmes, none as yet
 */
FzProgrammeKeys *
fz_programme_keys_new (void)
{
  return g_new0 (FzProgrammeKeys, 1);
}

/**
 * fz_programme_keys_free:
 * @self: (transfer full): spellings of programmes
 */
void
fz_programme_keys_free (FzProgrammeKeys *self)
{
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->by_stem, g_hash_table_unref);
  g_free (self->key);
  g_free (self->stem);
  g_free (self);
}

static guint
look_up (GHashTable *table, const char *key)
{
  return table != NULL && key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, key)) : 0;
}

static char *
dup_stem (const char *name, gsize length, gsize region, const char *key)
{
  if (region > 0)
    return region + 2 * 3 <= length ? dup_key (name + region, length - region) : NULL;
  return dup_headless (key);
}

/* Most articles name no programme, and have no table. */
static void
insert (GHashTable **table, char *key, guint index)
{
  if (*table == NULL)
    *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (*table, key, GUINT_TO_POINTER (index + 1));
}

/**
 * fz_programme_keys_find:
 * @self: the keys of some names
 * @name: a name, not ended by NUL
 * @length: its bytes
 * @region: the bytes of the region that it opens with, 0 for none
 * @by_stem: (out): whether one of the two has a noun or a region that the other
 *   leaves out
 *
 * Returns: the index of the programme that it is a spelling of, or
 *   %FZ_NO_PROGRAMME
 */
guint
fz_programme_keys_find (FzProgrammeKeys *self, const char *name, gsize length, gsize region, gboolean *by_stem)
{
  guint at;

  g_free (self->key);
  g_free (self->stem);
  self->key = dup_key (name, length);
  self->stem = dup_stem (name, length, region, self->key);
  at = look_up (self->by_key, self->key);

  /* A whole name may be the stem of one before it, or have one for its stem. */
  *by_stem = at == 0;
  if (at == 0)
    at = look_up (self->by_stem, self->key);
  if (at == 0)
    at = look_up (self->by_key, self->stem);
  return at > 0 ? at - 1 : FZ_NO_PROGRAMME;
}

/**
 * fz_programme_keys_add:
 * @self: the keys of some names
 * @index: the index of the programme
 *
 * Makes the name known that fz_programme_keys_find() was asked for last.
 */
void
fz_programme_keys_add (FzProgrammeKeys *self, guint index)
{
  g_return_if_fail (self->key != NULL);

  if (self->stem != NULL && look_up (self->by_stem, self->stem) == 0)
    insert (&self->by_stem, g_steal_pointer (&self->stem), index);
  insert (&self->by_key, g_steal_pointer (&self->key), index);
}
