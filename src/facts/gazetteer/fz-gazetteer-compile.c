/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-trie.h"

#include <stdlib.h>
#include <string.h>

/* fz-gazetteer-compile TABLES OUT.bin OUT.S
 *
 * Makes the binary of fz-gazetteer-format.h from the tables of the folder
 * TABLES, and the assembler file that links it in.  Runs on the machine that
 * builds; a fault in a table ends the build with the file and line. */

typedef struct {
  guint32      code;
  const char  *name;
  const char  *short_name;
  FzRegionKind kind;
} Region;

typedef struct {
  GArray  *refs;
  guint16  flags;
} Name;

typedef struct {
  const char *folder;
  GPtrArray  *kept;     /* the files' texts, which all strings point into */
  GArray     *regions;  /* Region, sorted by code */
  GTree      *names;    /* text → Name, in byte order */
  guint16     symbols[FZ_GAZETTEER_SYMBOLS];
  GString    *strings;
} Tables;

typedef void (*RowFunc) (Tables *self, char **row);

static G_NORETURN void
fail (const char *file,
      guint       line,
      const char *what)
{
  g_printerr ("%s:%u: %s\n", file, line, what);
  exit (1);
}

/* Reads a table of @columns columns; its first line names them. */
static void
read_table (Tables     *self,
            const char *name,
            guint       columns,
            RowFunc     take)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text, *line, *end;
  guint number = 1;

  if (!g_file_get_contents (path, &text, NULL, &error))
    fail (path, 0, error->message);
  g_ptr_array_add (self->kept, text);
  for (line = strchr (text, '\n'); line != NULL && line[1] != '\0'; line = end)
    {
      char **row;

      *line++ = '\0';
      end = strchr (line, '\n');
      if (end == NULL)
        fail (path, number + 1, "the last line is not ended");
      *end = '\0';
      row = g_strsplit (line, "\t", -1);
      *end = '\n';
      if (g_strv_length (row) != columns)
        fail (path, number + 1, "a row with another number of columns");
      take (self, row);
      g_ptr_array_add (self->kept, row);
      number++;
    }
}

/* 33 -> 330000000: what a person writes short, as nine digits. */
static guint32
parse_code (const char *text)
{
  guint32 code = (guint32) g_ascii_strtoull (text, NULL, 10);

  for (gsize digits = strlen (text); digits < 9; digits++)
    code *= 10;
  return code;
}

static Name *
name_at (Tables     *self,
         const char *text)
{
  Name *name = g_tree_lookup (self->names, text);

  if (name == NULL)
    {
      name = g_new0 (Name, 1);
      name->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_tree_insert (self->names, g_strdup (text), name);
    }
  return name;
}

static int
compare_regions (gconstpointer a,
                 gconstpointer b)
{
  guint32 left = ((const Region *) a)->code, right = ((const Region *) b)->code;

  return (left > right) - (left < right);
}

static Region *
find_region (Tables *self,
             guint32 code)
{
  Region wanted = { code };

  return bsearch (&wanted, self->regions->data, self->regions->len, sizeof (Region), compare_regions);
}

static void
add_name (Tables       *self,
          const char   *text,
          const Region *region,
          gboolean      is_short)
{
  guint32 index = (guint32) (region - (const Region *) self->regions->data);
  guint32 ref = index << 1 | (is_short ? 1 : 0);
  GArray *refs = name_at (self, text)->refs;

  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, guint32, i) >> 1 == index)
      return;
  g_array_append_val (refs, ref);
}

static void
take_region (Tables *self,
             char  **row)
{
  Region region = { parse_code (row[0]), row[1], row[2], FZ_KIND_REGION };

  if (strcmp (row[3], "level") == 0)
    region.kind = FZ_KIND_LEVEL;
  else if (strcmp (row[3], "-") != 0)
    region.kind = FZ_KIND_OTHER;
  /* 441900 counts the townships of 4419 and is the same number. */
  if (region.kind == FZ_KIND_LEVEL && strlen (row[0]) == 6 && g_str_has_suffix (row[0], "00"))
    return;
  g_array_append_val (self->regions, region);
}

/* The only township of that name that has the code is the one that went. */
static void
take_former_township (Tables *self,
                      char  **row)
{
  Region region = { parse_code (row[0]), row[1], "-", FZ_KIND_FORMER };

  if (strcmp (row[2], "-") == 0)
    g_array_append_val (self->regions, region);
}

static void
take_short_name (Tables *self,
                 char  **row)
{
  Region *region = find_region (self, parse_code (row[0]));

  if (region == NULL)
    fail ("short-names.tsv", 0, row[0]);
  if (strcmp (row[1], "-") == 0 || strcmp (region->short_name, "-") == 0)
    region->short_name = row[1];
  else
    add_name (self, row[1], region, TRUE);
}

static void
take_former_name (Tables *self,
                  char  **row)
{
  Region *region = find_region (self, parse_code (row[2]));

  if (region != NULL)
    add_name (self, row[1], region, FALSE);
  else if (strcmp (row[2], "-") != 0)
    fail ("former-townships.tsv", 0, row[2]);
}

/* 襄樊 of 襄樊市, if nothing else is called so. */
static void
add_former_stem (Tables       *self,
                 const char   *former,
                 const Region *region)
{
  gsize length = strlen (former) - strlen ("市");
  g_autofree char *text = g_strndup (former, length);

  if (length >= strlen ("襄樊") && g_tree_lookup (self->names, text) == NULL)
    add_name (self, text, region, TRUE);
}

static void
take_former_county (Tables *self,
                    char  **row)
{
  Region *region = find_region (self, parse_code (row[3]));

  if (region == NULL)
    fail ("former-counties.tsv", 0, row[0]);
  add_name (self, row[0], region, FALSE);
  add_former_stem (self, row[0], region);
}

static void
take_word (Tables *self,
           char  **row)
{
  name_at (self, row[0])->flags |= FZ_NAME_WORD;
}

/* A name of a region is no word, whatever the dictionary says. */
static void
take_longer_word (Tables *self,
                  char  **row)
{
  if (name_at (self, row[0])->refs->len == 0)
    take_word (self, row);
}

static void
take_ordinary (Tables *self,
               char  **row)
{
  name_at (self, row[0])->flags |= FZ_NAME_ORDINARY;
}

static void
take_ordinary_township (Tables *self,
                        char  **row)
{
  name_at (self, row[0])->flags |= FZ_NAME_ORDINARY_TOWNSHIP;
}

static void
take_common (Tables *self,
             char  **row)
{
  name_at (self, row[0])->flags |= FZ_NAME_COMMON;
}

static void
take_distinctive (Tables *self,
                  char  **row)
{
  name_at (self, row[0])->flags |= FZ_NAME_DISTINCTIVE;
}

static void
take_natural (Tables *self,
              char  **row)
{
  name_at (self, row[0])->flags |= FZ_NAME_NATURAL | (strcmp (row[2], "sight") == 0 ? FZ_NAME_SIGHT : 0);
}

/* 景宁畲族自治县 is 景宁县 for short, 恩施土家族苗族自治州 恩施州, 老竹畲族镇 老竹镇:
 * as good as a full name. */
static void
add_half_name (Tables *self,
               Region *region)
{
  gsize stem = strlen (region->short_name), whole = strlen (region->name);
  const char *last = region->name + whole - strlen ("州");
  g_autofree char *text = NULL;

  if (whole < stem + strlen ("畲族镇") || strstr ("州县旗镇乡", last) == NULL
      || g_str_has_suffix (region->short_name, last))
    return;
  text = g_strconcat (region->short_name, last, NULL);
  add_name (self, text, region, FALSE);
}

/* 玉环市 was 玉环县: every city of the county level was a county once. */
static void
add_county_of_city (Tables *self,
                    Region *region)
{
  gboolean county = region->code % 1000 == 0 && region->code % 100000 != 0;
  g_autofree char *text = NULL;

  if (!county || region->kind != FZ_KIND_REGION || strcmp (region->short_name, "-") == 0
      || !g_str_has_suffix (region->name, "市"))
    return;
  text = g_strconcat (region->short_name, "县", NULL);
  if (g_tree_lookup (self->names, text) == NULL)
    add_name (self, text, region, FALSE);
}

static void
add_region_names (Tables *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      Region *region = &g_array_index (self->regions, Region, i);

      if (region->kind != FZ_KIND_REGION && region->kind != FZ_KIND_FORMER)
        continue;
      add_name (self, region->name, region, FALSE);
      if (strcmp (region->short_name, "-") == 0)
        continue;
      add_name (self, region->short_name, region, TRUE);
      add_half_name (self, region);
    }
}

/* Where two rows have one code, the first stands: what is before what was. */
static void
sort_regions (Tables *self)
{
  g_array_sort (self->regions, compare_regions);
  for (guint i = 1; i < self->regions->len;)
    {
      Region *at = &g_array_index (self->regions, Region, i);

      if (at->code == at[-1].code)
        g_array_remove_index (self->regions, i);
      else
        i++;
    }
}

static gboolean
mark_symbols (gpointer key,
              gpointer value,
              gpointer data)
{
  Tables *self = data;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FZ_GAZETTEER_SYMBOLS)
        fail (key, 0, "a character beyond the basic plane");
      self->symbols[c] = 1;
    }
  return FALSE;
}

static void
take_fold (Tables *self,
           char  **row)
{
  gunichar printed = g_utf8_get_char (row[0]);

  if (printed < FZ_GAZETTEER_SYMBOLS && self->symbols[printed] == 0)
    self->symbols[printed] = self->symbols[g_utf8_get_char (row[1])];
}

static void
make_symbols (Tables *self)
{
  guint16 last = 0;

  g_tree_foreach (self->names, mark_symbols, self);
  for (guint i = 0; i < FZ_GAZETTEER_SYMBOLS; i++)
    if (self->symbols[i] != 0)
      self->symbols[i] = ++last;
  read_table (self, "folds.tsv", 2, take_fold);
}

typedef struct {
  Tables *tables;
  GArray *keys;  /* FzTrieKey */
  GArray *names; /* FzGazetteerName */
  GArray *refs;  /* guint32 */
} Lists;

static gboolean
list_name (gpointer key,
           gpointer value,
           gpointer data)
{
  Lists *lists = data;
  Name *name = value;
  gboolean found = name->refs->len > 0 || (name->flags & FZ_NAME_WORD) != 0;
  gboolean common = (name->flags & FZ_NAME_COMMON) != 0;
  FzTrieKey entry = { .name = (found ? lists->names->len + 1 : 0) | (common ? FZ_GAZETTEER_COMMON : 0) };
  FzGazetteerName row = { GUINT32_TO_LE (lists->refs->len), GUINT16_TO_LE (name->refs->len), GUINT16_TO_LE (name->flags) };

  if (entry.name == 0)
    return FALSE;
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
  g_array_append_vals (lists->refs, name->refs->data, name->refs->len);
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
      FzGazetteerRegion row = { GUINT32_TO_LE (region->code), GUINT32_TO_LE (name), GUINT32_TO_LE (short_name),
                                GUINT32_TO_LE (region->kind) };

      g_array_append_val (packed, row);
    }
  return packed;
}

static GArray *
pack_pairs (GArray *keys)
{
  GArray *pairs = g_array_sized_new (FALSE, TRUE, sizeof (guint32), FZ_GAZETTEER_PAIRS);

  g_array_set_size (pairs, FZ_GAZETTEER_PAIRS);
  for (guint i = 0; i < keys->len; i++)
    {
      FzTrieKey *key = &g_array_index (keys, FzTrieKey, i);
      guint32 bit = fz_gazetteer_pair (key->symbols[0], key->symbols[1]);

      if (key->name != FZ_GAZETTEER_COMMON)
        g_array_index (pairs, guint32, bit / 32) |= 1u << bit % 32;
    }
  return pairs;
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

static GByteArray *
pack (Tables *self)
{
  FzGazetteerHeader header = { .magic = GUINT32_TO_LE (FZ_GAZETTEER_MAGIC) };
  GByteArray *out = g_byte_array_new ();
  Lists lists = { self, g_array_new (FALSE, FALSE, sizeof (FzTrieKey)), g_array_new (FALSE, FALSE, sizeof (FzGazetteerName)),
                  g_array_new (FALSE, FALSE, sizeof (guint32)) };
  GArray *units, *pairs, *regions = pack_regions (self);

  g_tree_foreach (self->names, list_name, &lists);
  units = fz_trie_build (lists.keys);
  pairs = pack_pairs (lists.keys);
  swap_words (pairs);
  swap_words (units);
  swap_words (lists.refs);
  for (guint i = 0; i < FZ_GAZETTEER_SYMBOLS; i++)
    self->symbols[i] = GUINT16_TO_LE (self->symbols[i]);
  append (out, &header, sizeof header);
  header.symbols = append (out, self->symbols, sizeof self->symbols);
  header.pairs = append (out, pairs->data, FZ_GAZETTEER_PAIRS * sizeof (guint32));
  header.units = append_array (out, units, &header.n_units);
  header.names = append_array (out, lists.names, &header.n_names);
  header.refs = append_array (out, lists.refs, &header.n_refs);
  header.regions = append_array (out, regions, &header.n_regions);
  header.strings = append (out, self->strings->str, self->strings->len);
  header.size = GUINT32_TO_LE (out->len);
  memcpy (out->data, &header, sizeof header);
  return out;
}

static void
write_file (const char *path,
            const void *data,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, data, (gssize) length, &error))
    fail (path, 0, error->message);
}

static void
write_source (const char *path,
              const char *binary)
{
  g_autofree char *text = g_strdup_printf ("\t.section .rodata\n"
                                           "\t.balign 16\n"
                                           "\t.globl fz_gazetteer_data\n"
                                           "\t.hidden fz_gazetteer_data\n"
                                           "fz_gazetteer_data:\n"
                                           "\t.incbin \"%s\"\n"
                                           "\t.section .note.GNU-stack,\"\",%%progbits\n",
                                           binary);

  write_file (path, text, strlen (text));
}

static int
compare_text (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return strcmp (a, b);
}

static void
read_tables (Tables *self)
{
  read_table (self, "regions.tsv", 4, take_region);
  read_table (self, "former-townships.tsv", 3, take_former_township);
  sort_regions (self);
  read_table (self, "short-names.tsv", 3, take_short_name);
  add_region_names (self);
  read_table (self, "former-townships.tsv", 3, take_former_name);
  read_table (self, "former-counties.tsv", 5, take_former_county);
  for (guint i = 0; i < self->regions->len; i++)
    add_county_of_city (self, &g_array_index (self->regions, Region, i));
  read_table (self, "ordinary.tsv", 2, take_ordinary);
  read_table (self, "ordinary-townships.tsv", 1, take_ordinary_township);
  read_table (self, "natural.tsv", 3, take_natural);
  read_table (self, "words.tsv", 2, take_word);
  read_table (self, "longer-words.tsv", 1, take_longer_word);
  read_table (self, "common-words.tsv", 1, take_common);
  read_table (self, "distinctive.tsv", 1, take_distinctive);
  make_symbols (self);
}

int
main (int    argc,
      char **argv)
{
  static Tables tables;
  GByteArray *binary;

  if (argc != 4)
    fail ("fz-gazetteer-compile", 0, "TABLES OUT.bin OUT.S");
  tables.folder = argv[1];
  tables.kept = g_ptr_array_new ();
  tables.regions = g_array_new (FALSE, FALSE, sizeof (Region));
  tables.names = g_tree_new_full (compare_text, NULL, NULL, NULL);
  tables.strings = g_string_new (NULL);
  read_tables (&tables);
  binary = pack (&tables);
  write_file (argv[2], binary->data, binary->len);
  write_source (argv[3], argv[2]);
  return 0;
}
