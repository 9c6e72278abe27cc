/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-tables.h"

#include <string.h>

/* The sections of fz-gazetteer-format.h. */

/* The last digits of a code of nine, which are a township's. */
#define TOWNSHIPS 1000

typedef struct {
  Tables *tables;
  GArray *keys;  /* FzTrieKey */
  GArray *names; /* FzGazetteerName */
  GArray *refs;  /* guint32 */
} Lists;

/* What the regions of a name make it. */
static FzNameFlags
flags_of_refs (GArray *refs)
{
  FzNameFlags flags = FZ_NAME_REGION;

  if (refs->len == 0)
    return 0;
  if ((g_array_index (refs, guint32, 0) & 1) != 0)
    flags |= FZ_NAME_SHORT | FZ_NAME_WEAK;
  for (guint i = 0; i < refs->len; i++)
    if ((g_array_index (refs, guint32, i) >> 1) % TOWNSHIPS == 0)
      flags &= ~FZ_NAME_WEAK;
  return flags;
}

/* From the indices of regions to their codes. */
static void
write_codes (Tables *tables,
             GArray *refs)
{
  for (guint i = 0; i < refs->len; i++)
    {
      guint32 *ref = &g_array_index (refs, guint32, i);

      *ref = g_array_index (tables->regions, Region, *ref >> 1).code << 1 | (*ref & 1);
    }
}

static gboolean
list_name (gpointer key,
           gpointer value,
           gpointer data)
{
  Lists *lists = data;
  Name *name = value;
  GArray *refs = name->refs->len > 0 ? name->refs : name->past;
  guint n_past = name->refs->len > 0 ? name->past->len : 0;
  gboolean found = refs->len > 0 || (name->flags & FZ_NAME_WORD) != 0;
  FzTrieKey entry = { .name = found ? lists->names->len + 1 : 0 };
  FzGazetteerName row = { GUINT32_TO_LE (lists->refs->len), GUINT16_TO_LE (refs->len), GUINT16_TO_LE (n_past), 0, 0 };
  FzNameFlags flags;

  if (!found && (name->flags & FZ_NAME_COMMON) == 0)
    return FALSE;
  if (entry.name >> FZ_GAZETTEER_NAME_BITS != 0)
    fail (key, 0, "too many names");
  write_codes (lists->tables, name->refs);
  write_codes (lists->tables, name->past);
  flags = name->flags | flags_of_refs (refs) | ((name->flags & FZ_NAME_ORDINARY) != 0 ? FZ_NAME_WEAK : 0);
  row.flags = GUINT16_TO_LE (flags);
  entry.name |= (guint32) (found ? flags : FZ_NAME_COMMON) << FZ_GAZETTEER_NAME_BITS;
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (entry.length == G_N_ELEMENTS (entry.symbols))
        fail (key, 0, "a name that is too long");
      entry.symbols[entry.length++] = lists->tables->symbols[g_utf8_get_char (p)];
    }
  if (entry.length < 2)
    fail (key, 0, "a name of one character");
  g_array_append_val (lists->keys, entry);
  if (!found)
    return FALSE;
  g_array_append_val (lists->names, row);
  g_array_append_vals (lists->refs, refs->data, refs->len);
  g_array_append_vals (lists->refs, name->past->data, n_past);
  return FALSE;
}

static guint32
add_string (Tables     *self,
            const char *text)
{
  guint32 at = (guint32) self->strings->len;

  g_string_append_len (self->strings, text, strlen (text) + 1);
  return at;
}

static GArray *
pack_regions (Tables *self)
{
  GArray *packed = g_array_new (FALSE, FALSE, sizeof (FzGazetteerRegion));

  for (guint i = 0; i < self->regions->len; i++)
    {
      Region *region = &g_array_index (self->regions, Region, i);
      guint32 name = add_string (self, region->name);
      guint32 short_name = strcmp (region->short_name, "-") != 0 ? add_string (self, region->short_name) : name;
      g_autofree char *pinyin = tables_dup_pinyin (self, region->name);
      FzGazetteerRegion row = { GUINT32_TO_LE (region->code), GUINT32_TO_LE (name), GUINT32_TO_LE (short_name),
                                GUINT32_TO_LE (add_string (self, pinyin)), GUINT32_TO_LE (region->kind) };

      g_array_append_val (packed, row);
    }
  return packed;
}

static GArray *
pack_history (Tables *self)
{
  GArray *packed = g_array_new (FALSE, FALSE, sizeof (FzGazetteerFormer));

  for (guint i = 0; i < self->history->len; i++)
    {
      Former *former = &g_array_index (self->history, Former, i);
      g_autofree char *pinyin = tables_dup_pinyin (self, former->name);
      FzGazetteerFormer row = { GUINT32_TO_LE (former->today), GUINT32_TO_LE (former->code), GUINT32_TO_LE (former->successor),
                                GUINT32_TO_LE (add_string (self, former->name)),
                                GUINT32_TO_LE (add_string (self, pinyin)), GUINT16_TO_LE (former->from),
                                GUINT16_TO_LE (former->to), GUINT32_TO_LE (former->ended) };

      g_array_append_val (packed, row);
    }
  return packed;
}

static void
pack_symbols (const Tables      *self,
              FzGazetteerHeader *header)
{
  for (guint i = 0; i < FZ_GAZETTEER_SYMBOLS; i++)
    header->symbols[i] = GUINT16_TO_LE (self->symbols[i]);
}

static void
pack_pairs (GArray            *keys,
            FzGazetteerHeader *header)
{
  for (guint i = 0; i < keys->len; i++)
    {
      FzTrieKey *key = &g_array_index (keys, FzTrieKey, i);
      guint32 bit = fz_gazetteer_pair (key->symbols[0], key->symbols[1]);

      if (key->name != (guint32) FZ_NAME_COMMON << FZ_GAZETTEER_NAME_BITS)
        header->pairs[bit / 32] |= GUINT32_TO_LE (1u << bit % 32);
    }
}

static void
pack_stands (const Tables      *self,
             FzGazetteerHeader *header)
{
  const guint32 county = 1000;

  for (guint i = 0; i < self->regions->len; i++)
    {
      const Region *region = &g_array_index (self->regions, Region, i);
      guint32 bit = region->code / county;

      if (region->code % county == 0 && region->kind != FZ_KIND_LEVEL)
        header->stands[bit / 32] |= GUINT32_TO_LE (1u << bit % 32);
    }
}

static void
swap_words (GArray *array)
{
  guint32 *words = (guint32 *) (void *) array->data;
  gsize n = (gsize) array->len * g_array_get_element_size (array) / sizeof (guint32);

  for (gsize i = 0; i < n; i++)
    words[i] = GUINT32_TO_LE (words[i]);
}

static uint32_t
append (GByteArray   *out,
        gconstpointer data,
        gsize         length)
{
  const guint8 zeros[4] = { 0 };
  guint32 at;

  g_byte_array_append (out, zeros, (4 - out->len % 4) % 4);
  at = out->len;
  g_byte_array_append (out, data, (guint) length);
  return GUINT32_TO_LE (at);
}

static uint32_t
append_array (GByteArray *out,
              GArray     *array,
              uint32_t   *count)
{
  *count = GUINT32_TO_LE (array->len);
  return append (out, array->data, (gsize) array->len * g_array_get_element_size (array));
}

/**
 * tables_pack:
 * @self: the tables
 *
 * Returns: (transfer full): the binary
 */
GByteArray *
tables_pack (Tables *self)
{
  g_autofree FzGazetteerHeader *header = g_new0 (FzGazetteerHeader, 1);
  GByteArray *out = g_byte_array_new ();
  Lists lists = { self, g_array_new (FALSE, FALSE, sizeof (FzTrieKey)), g_array_new (FALSE, FALSE, sizeof (FzGazetteerName)),
                  g_array_new (FALSE, FALSE, sizeof (guint32)) };
  GArray *units, *regions = pack_regions (self), *history = pack_history (self);

  g_tree_foreach (self->names, list_name, &lists);
  units = fz_trie_build (lists.keys);
  pack_symbols (self, header);
  pack_pairs (lists.keys, header);
  pack_stands (self, header);
  swap_words (units);
  swap_words (lists.refs);
  header->magic = GUINT32_TO_LE (FZ_GAZETTEER_MAGIC);
  append (out, header, sizeof *header);
  header->units = append_array (out, units, &header->n_units);
  header->names = append_array (out, lists.names, &header->n_names);
  header->refs = append_array (out, lists.refs, &header->n_refs);
  header->regions = append_array (out, regions, &header->n_regions);
  header->history = append_array (out, history, &header->n_history);
  header->strings = append (out, self->strings->str, self->strings->len);
  header->size = GUINT32_TO_LE (out->len);
  memcpy (out->data, header, sizeof *header);
  return out;
}
