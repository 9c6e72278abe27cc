/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index finds what stands there and nothing else: for texts and queries made
 * by chance, with marks, Latin, digits, traditional and rare characters, its
 * hits are those of a plain scan, that folds and compares in its own way. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "fz-search-match.h"
#include "fz-tokenizer.h"
#include "fz-tokens.h"

#define N_TEXTS   400
#define N_QUERIES 6000

/* Parts of texts; what often stands together comes more often together. */
static const char * const parts[] = {
  "今", "天", "气", "国", "國", "水", "元", "増", "万", "萬", "亿", "億", "千", "百", "十",
  "天气", "今天", "千万", "万亿", "百万元", "万元", "亿元", "后", "後", "里", "裏",
  "𠀋", "𠮷", "㑮", "𫝈", "𰻞", "𰻝", "\xee\x80\x81", "々", "ア",
  "G", "g", "Ｇ", "GDP", "gdp", "5G", "a", "ä", "Ä", "12.3", "12.30", "123000", "12.3万", "123,000", "1", "2", "0", "00",
  "12", "１２", "7", "3.5", "1.2.3", ".", ",", "，", "。", "、", " ", " ", "  ", "\n", "　", "“", "”", "-", "%", "①", "\"", "\xc2\xad",
};

/* What the scan takes for the same, written out once more. */
static const char * const same[][2] = {
  { "國", "国" }, { "萬", "万" }, { "億", "亿" }, { "後", "后" }, { "裏", "里" }, { "㑮", "𫝈" },
  { "Ｇ", "g" }, { "G", "g" }, { "D", "d" }, { "P", "p" }, { "Ä", "ä" }, { "１", "1" }, { "２", "2" }, { "\xc2\xad", "" },
};

/* A cell of the folded text. */
typedef struct {
  char     *string;
  gboolean  after_mark;
  gboolean  of_number; /* a character that multiplies the number before it */
} Cell;

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->string);
}

static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_string_replace (folded, same[i][0], same[i][1], 0);
  return g_string_free_and_steal (g_steal_pointer (&folded));
}

static char *
number_value (const char *whole,
              const char *fraction,
              const char *multiplier)
{
  static const struct { const char *name; guint zeros; } zeros[] = {
    { "万亿", 12 }, { "千亿", 11 }, { "百亿", 10 }, { "千万", 7 }, { "百万", 6 }, { "万", 4 }, { "亿", 8 }, { "", 0 },
  };
  g_autoptr (GString) value = g_string_new (whole);
  guint places = 0;

  g_string_replace (value, ",", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (zeros); i++)
    if (g_str_equal (multiplier, zeros[i].name))
      places = zeros[i].zeros;
  if (value->len > 1 && value->str[0] == '0')
    return g_string_free_and_steal (g_steal_pointer (&value));
  for (; places > 0; places--)
    g_string_append_c (value, *fraction != '\0' ? *fraction++ : '0');
  while (value->len > 1 && value->str[0] == '0')
    g_string_erase (value, 0, 1);
  if (strspn (fraction, "0") < strlen (fraction))
    g_string_append_printf (value, ".%s", fraction);
  while (strchr (value->str, '.') != NULL && g_str_has_suffix (value->str, "0"))
    g_string_truncate (value, value->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&value));
}

static void
add_cell (GArray     *cells,
          const char *string,
          gboolean   *mark,
          gboolean    of_number)
{
  Cell cell = { g_strdup (string), *mark, of_number };

  g_array_append_val (cells, cell);
  *mark = FALSE;
}

static void
add_characters (GArray     *cells,
                const char *characters,
                gboolean   *mark,
                gboolean    of_number)
{
  for (const char *at = characters; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *one = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));

      add_cell (cells, one, mark, of_number);
    }
}

/* What may stand in a text, the first that fits is taken. */
static const char grammar[] =
  "(?<chain>\\d+(?:\\.\\d+){2,}|0\\d+(?:\\.\\d+)*)"
  "|(?<whole>[1-9]\\d{0,2}(?:,\\d{3}(?!\\d))+|\\d+)(?:\\.(?<fraction>\\d+))?(?:(?= ?(?<multiplier>万亿|千亿|百亿|千万|百万|万|亿)))?"
  "|(?<word>[a-zä]+)"
  "|(?<han>[\\x{2e80}-\\x{2fff}\\x{3005}\\x{30a0}-\\x{30ff}\\x{3400}-\\x{9fff}\\x{e000}-\\x{f8ff}\\x{20000}-\\x{3ffff}])"
  "|(?<gap>(?<=[a-z0-9ä]) (?=[\\x{3005}\\x{30a0}-\\x{30ff}\\x{3400}-\\x{9fff}\\x{e000}-\\x{f8ff}\\x{20000}-\\x{3ffff}])"
  "|(?<=[\\x{3005}\\x{30a0}-\\x{30ff}\\x{3400}-\\x{9fff}\\x{e000}-\\x{f8ff}\\x{20000}-\\x{3ffff}])[ ](?=[a-z0-9ä]))"
  "|(?<mark>.)";

static GArray *
scan (const char *text)
{
  static GRegex *regex;
  g_autofree char *folded = fold (text);
  g_autoptr (GMatchInfo) match = NULL;
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  gboolean mark = TRUE;
  glong of_number = 0;

  g_array_set_clear_func (cells, cell_clear);
  if (regex == NULL)
    regex = g_regex_new (grammar, G_REGEX_DOTALL, 0, NULL);
  g_assert_nonnull (regex);
  for (g_regex_match (regex, folded, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *chain = g_match_info_fetch_named (match, "chain"), *whole = g_match_info_fetch_named (match, "whole");
      g_autofree char *fraction = g_match_info_fetch_named (match, "fraction"), *han = g_match_info_fetch_named (match, "han");
      g_autofree char *multiplier = g_match_info_fetch_named (match, "multiplier"), *word = g_match_info_fetch_named (match, "word");
      g_autofree char *gap = g_match_info_fetch_named (match, "gap");

      if (chain != NULL && *chain != '\0')
        {
          g_auto (GStrv) numbers = g_strsplit (chain, ".", -1);

          for (guint i = 0; numbers[i] != NULL; i++)
            {
              mark = mark || i > 0;
              add_cell (cells, numbers[i], &mark, FALSE);
            }
        }
      else if (whole != NULL && *whole != '\0')
        {
          g_autofree char *value = number_value (whole, fraction != NULL ? fraction : "", multiplier != NULL ? multiplier : "");

          add_cell (cells, value, &mark, FALSE);
          of_number = multiplier != NULL ? g_utf8_strlen (multiplier, -1) : 0;
        }
      else if (han != NULL && *han != '\0')
        {
          add_characters (cells, han, &mark, of_number > 0);
          of_number = MAX (of_number - 1, 0);
        }
      else if (word != NULL && *word != '\0')
        add_cell (cells, word, &mark, FALSE);
      else if (gap == NULL || *gap == '\0')
        mark = TRUE;
    }
  return cells;
}

static gboolean
begins_at (const GArray *text,
           guint         at,
           const GArray *query)
{
  for (guint i = 0; i < query->len; i++)
    {
      const Cell *wanted = &g_array_index (query, Cell, i);
      const Cell *there;

      if (wanted->of_number)
        continue;
      if (at >= text->len)
        return FALSE;
      there = &g_array_index (text, Cell, at);
      if (!g_str_equal (there->string, wanted->string) || (i > 0 && there->after_mark != wanted->after_mark))
        return FALSE;
      at++;
      /* The value was compared, so the characters that multiply it count no more. */
      if (g_ascii_isdigit (*wanted->string))
        while (at < text->len && g_array_index (text, Cell, at).of_number)
          at++;
    }
  return TRUE;
}

static gboolean
contains (const GArray *text,
          const GArray *query)
{
  for (guint at = 0; at < text->len; at++)
    if (begins_at (text, at, query))
      return TRUE;
  return FALSE;
}

static char *
chance_text (GRand *chance,
             guint  most)
{
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (chance, 1, (gint32) most);

  for (guint i = 0; i < n; i++)
    g_string_append (text, parts[g_rand_int_range (chance, 0, G_N_ELEMENTS (parts))]);
  return g_string_free_and_steal (text);
}

/* A piece of a text, or something made by chance that may stand nowhere. */
static char *
chance_query (GRand            *chance,
              const GPtrArray  *texts)
{
  const char *text = texts->pdata[g_rand_int_range (chance, 0, (gint32) texts->len)];
  glong length = g_utf8_strlen (text, -1);
  glong start = g_rand_int_range (chance, 0, (gint32) length);
  glong end = start + g_rand_int_range (chance, 1, 13);

  if (g_rand_int_range (chance, 0, 4) == 0)
    return chance_text (chance, 5);
  return g_utf8_substring (text, start, MIN (length, end));
}

typedef struct {
  sqlite3      *db;
  sqlite3_stmt *find;
  GPtrArray    *texts;
  GPtrArray    *cells; /* of each text */
  GPtrArray    *atoms;
} Index;

static void
index_add (Index      *index,
           const char *text)
{
  sqlite3_stmt *add;

  g_assert_cmpint (sqlite3_prepare_v2 (index->db, "INSERT INTO search (rowid, text) VALUES (?, ?)", -1, &add, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (add, 1, index->texts->len);
  sqlite3_bind_text (add, 2, text, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (add), ==, SQLITE_DONE);
  sqlite3_finalize (add);
  g_ptr_array_add (index->texts, g_strdup (text));
  g_ptr_array_add (index->cells, scan (text));
  g_ptr_array_add (index->atoms, fz_atoms_new (text, strlen (text)));
}

static void
index_open (Index *index)
{
  g_assert_cmpint (sqlite3_open (":memory:", &index->db), ==, SQLITE_OK);
  g_assert_cmpint (fz_tokenizer_register (index->db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (index->db, "CREATE VIRTUAL TABLE search USING fts5 (text, content = '', tokenize = fangzhi)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (index->db, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid",
                                       -1, &index->find, NULL), ==, SQLITE_OK);
  index->texts = g_ptr_array_new_with_free_func (g_free);
  index->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  index->atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_atoms_free);
}

static void
index_close (Index *index)
{
  sqlite3_finalize (index->find);
  sqlite3_close (index->db);
  g_ptr_array_unref (index->texts);
  g_ptr_array_unref (index->cells);
  g_ptr_array_unref (index->atoms);
}

/* The hits of the index, a character for each text. */
static char *
hits_of_index (Index         *index,
               const char    *query,
               const FzAtoms *atoms)
{
  g_autoptr (GString) match = g_string_new (query);
  g_autofree char *quoted = NULL;
  char *hits = g_strnfill (index->texts->len, '-');
  int code;

  g_string_replace (match, "\"", "\"\"", 0);
  g_string_append (match, fz_tokens_are_open (atoms) ? "\" *" : "\"");
  quoted = g_strdup (match->str);
  g_string_printf (match, "\"%s", quoted);
  if (fz_tokens_have_other_way (atoms))
    g_string_append_printf (match, " OR \"" FZ_TOKENIZER_OTHER_WAY "%s", quoted);
  sqlite3_reset (index->find);
  sqlite3_bind_text (index->find, 1, match->str, -1, SQLITE_TRANSIENT);
  while ((code = sqlite3_step (index->find)) == SQLITE_ROW)
    hits[sqlite3_column_int64 (index->find, 0)] = '+';
  g_assert_cmpint (code, ==, SQLITE_DONE);
  return hits;
}

static char *
hits_of_scan (const Index *index,
              const char  *query)
{
  g_autoptr (GArray) cells = scan (query);
  char *hits = g_strnfill (index->texts->len, '-');

  for (guint i = 0; cells->len > 0 && i < index->texts->len; i++)
    if (contains (index->cells->pdata[i], cells))
      hits[i] = '+';
  return hits;
}

static char *
hits_of_match (const Index *index,
               FzAtoms     *atoms)
{
  FzPhrase phrase = { .atoms = atoms };
  char *hits = g_strnfill (index->texts->len, '-');
  guint start, end;

  for (guint i = 0; i < index->texts->len; i++)
    if (fz_phrase_find (&phrase, index->atoms->pdata[i], 0, &start, &end))
      hits[i] = '+';
  return hits;
}

static gboolean
check_query (Index      *index,
             const char *query)
{
  g_autoptr (FzAtoms) atoms = fz_atoms_new (query, strlen (query));
  g_autofree char *scanned = hits_of_scan (index, query);
  g_autofree char *found = hits_of_index (index, query, atoms);
  g_autofree char *matched = hits_of_match (index, atoms);

  for (guint i = 0; i < index->texts->len; i++)
    if (found[i] != scanned[i] || matched[i] != scanned[i])
      {
        g_test_message ("“%s” in “%s”: scan %c, index %c, match %c", query, (char *) index->texts->pdata[i],
                        scanned[i], found[i], matched[i]);
        g_test_fail ();
      }
  return strchr (scanned, '+') != NULL;
}

static void
test_chance (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (20241128);
  Index index;
  guint n_found = 0;

  index_open (&index);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = chance_text (chance, 40);

      index_add (&index, text);
    }
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = chance_query (chance, index.texts);

      n_found += check_query (&index, query);
    }
  /* The test would say nothing if hardly any query had hits. */
  g_assert_cmpuint (n_found, >, N_QUERIES / 2);
  index_close (&index);
}

/* What each rule is for, written out: a text, a query, whether it is found. */
static const struct {
  const char *text;
  const char *query;
  gboolean    found;
} examples[] = {
  { "今天气温回升", "天气", TRUE },
  { "今天。气温回升", "天气", FALSE },
  { "今天。气温回升", "今天，气温", TRUE },
  { "今天气温", "今天，气温", FALSE },
  { "全市GDP增长", "GDP增长", TRUE },
  { "全市GDP，增长", "GDP增长", FALSE },
  { "全市 GDP 增长", "GDP增长", TRUE },
  { "全市GDP增长", "gdp", TRUE },
  { "全市ＧＤＰ增长", "GDP", TRUE },
  { "全市GDP增长", "GD", FALSE },
  { "中國的後臺", "中国的后台", TRUE },
  { "中国的后台", "中國的後臺", TRUE },
  { "特徵明顯", "特征明显", TRUE },
  { "投资12.3万元", "123000元", TRUE },
  { "投资12.3万元", "123000", TRUE },
  { "投资123000元", "12.3万元", TRUE },
  { "投资123,000元", "12.3万", TRUE },
  { "投资12.30万元", "12.3万元", TRUE },
  { "投资12.3万元", "万元", TRUE },
  { "投资12.3万元", "3万元", FALSE },
  { "投资12.3万元", "12.3", FALSE },
  { "投资12.3万元", "投资万元", FALSE },
  { "投资1.2万亿元", "万亿元", TRUE },
  { "投资1.2万亿元", "亿元", TRUE },
  { "投资1.2万亿元", "1200000000000元", TRUE },
  { "投资1.2万亿元", "1.2亿元", FALSE },
  { "投资3百万元", "百", TRUE },
  { "GDP 1.2万亿元", "GDP万亿", FALSE },
  { "投资12.3万　今年", "12.3万今年", FALSE },
  { "投资12.3万　今年", "12.3万，今年", TRUE },
  { "投资12.3万　今年", "万，今年", TRUE },
  { "投资12.3万　今年", "123000，今年", TRUE },
  { "上亿，今年", "亿、今年", TRUE },
  { "上亿，今年", "亿今年", FALSE },
  { "版本1.2.3", "1.2", FALSE },
  { "编号007", "7", FALSE },
  { "5G基站", "5G", TRUE },
  { "25G基站", "5G", FALSE },
  { "𠮷野家", "𠮷野", TRUE },
  { "𠮷野家", "𠀋野", FALSE },
  { "吃𰻞𰻞面", "𰻞面", TRUE },
  { "葛\xf3\xa0\x84\x80城", "葛城", TRUE },
  { "⽔利", "水利", TRUE },
  { "白鹭", "鹭", TRUE },
  { "白鹭", "白", TRUE },
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (FzAtoms) atoms = fz_atoms_new (examples[i].query, strlen (examples[i].query));
      g_autofree char *hits = NULL;
      Index index;

      index_open (&index);
      index_add (&index, examples[i].text);
      hits = hits_of_index (&index, examples[i].query, atoms);
      if ((hits[0] == '+') != examples[i].found)
        {
          g_test_message ("“%s” in “%s”", examples[i].query, examples[i].text);
          g_test_fail ();
        }
      index_close (&index);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-exact/examples", test_examples);
  g_test_add_func ("/search-exact/chance", test_chance);
  return g_test_run ();
}
