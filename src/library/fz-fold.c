/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding for search: characters that a reader takes for the same are made so.
 *
 * - full width to half: Ａ A, ５ 5, ， ,
 * - capitals to small letters: GDP gdp
 * - traditional to simplified: 國 国, one character at a time, see data/opencc
 * - compatibility ideographs and radicals, which a scan or a PDF may have put
 *   there, to the ideographs they are: ⽔ 水, 金 (U+F90A) 金
 *
 * One character becomes one character, whatever stands beside it, so that a part
 * of a text folds to a part of what the text folds to.  Numbers, which need
 * more than one, are read in fz-atoms.c. */

#include "config.h"

#include "fz-fold.h"

#include "fz-fold-pairs.h"

#define BMP_LENGTH      0x10000
#define LAST_IDEOGRAPH  0x3ffff
#define FULL_WIDTH_GAP  (0xff01 - '!')

typedef struct {
  gunichar   *bmp;      /* what each character of the first plane becomes */
  gunichar   *words;    /* and where that is part of a word or a number; otherwise 0 */
  GHashTable *beyond;   /* and those of the others that become another one */
  guint8     *kinds;    /* FzFoldKind of each character of the first plane */
} Tables;

typedef struct {
  gunichar   first;
  gunichar   last;
  FzFoldKind kind;
} Range;

/* What GLib's types do not say as a search wants it. */
static const Range ranges[] = {
  { '0', '9', FZ_FOLD_DIGIT },
  { 0x00ad, 0x00ad, FZ_FOLD_NOTHING },   /* SOFT HYPHEN */
  { 0x02b0, 0x02ff, FZ_FOLD_MARK },      /* spacing modifiers: ˉ stands for ¯ */
  { 0x1100, 0x11ff, FZ_FOLD_HAN },       /* Hangul Jamo */
  { 0x200b, 0x200f, FZ_FOLD_NOTHING },   /* zero width, directions */
  { 0x2060, 0x2064, FZ_FOLD_NOTHING },
  { 0x2460, 0x24ff, FZ_FOLD_MARK },      /* numbers in circles number a list */
  { 0x2e80, 0x2fdf, FZ_FOLD_HAN },       /* radicals */
  { 0x3000, 0x3000, FZ_FOLD_MARK },      /* IDEOGRAPHIC SPACE parts names */
  { 0x3005, 0x3007, FZ_FOLD_HAN },       /* 々 〆 〇 */
  { 0x3021, 0x3029, FZ_FOLD_HAN },
  { 0x3038, 0x303c, FZ_FOLD_HAN },
  { 0x3041, 0x309f, FZ_FOLD_HAN },       /* kana */
  { 0x30a1, 0x30fa, FZ_FOLD_HAN },
  { 0x30fc, 0x30ff, FZ_FOLD_HAN },
  { 0x3105, 0x318e, FZ_FOLD_HAN },       /* Bopomofo, Hangul */
  { 0x31a0, 0x31bf, FZ_FOLD_HAN },
  { 0x31f0, 0x31ff, FZ_FOLD_HAN },
  { 0x3220, 0x33ff, FZ_FOLD_MARK },      /* ㈠ ㎡ */
  { 0x3400, 0x4dbf, FZ_FOLD_HAN },
  { 0x4e00, 0xa4cf, FZ_FOLD_HAN },       /* ideographs, Yi */
  { 0xac00, 0xd7ff, FZ_FOLD_HAN },
  { 0xe000, 0xfaff, FZ_FOLD_HAN },       /* private use: characters that a press made itself */
  { 0xfe00, 0xfe0f, FZ_FOLD_NOTHING },   /* variation selectors */
  { 0xfeff, 0xfeff, FZ_FOLD_NOTHING },
  { 0xff66, 0xff9f, FZ_FOLD_HAN },       /* kana of half width */
  { 0x16fe0, 0x16fff, FZ_FOLD_HAN },     /* iteration marks of old books */
  { 0x1b000, 0x1b16f, FZ_FOLD_HAN },
  { 0x20000, LAST_IDEOGRAPH, FZ_FOLD_HAN },
  { 0xe0100, 0xe01ef, FZ_FOLD_NOTHING },
  { 0xf0000, 0x10ffff, FZ_FOLD_HAN },
};

static gboolean
is_compatibility (gunichar character)
{
  return (character >= 0x2e80 && character <= 0x2fdf) ||
         (character >= 0xf900 && character <= 0xfaff) ||
         (character >= 0x2f800 && character <= 0x2fa1f);
}

/* Width, compatibility and case; not yet the script. */
static gunichar
fold_form (gunichar character)
{
  gunichar form;

  if (character >= 0xff01 && character <= 0xff5e)
    character -= FULL_WIDTH_GAP;
  else if (is_compatibility (character) && g_unichar_fully_decompose (character, TRUE, &form, 1) == 1)
    character = form;
  return g_unichar_tolower (character);
}

static FzFoldKind
kind_by_type (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_SPACE_SEPARATOR:
      return FZ_FOLD_BLANK;
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return FZ_FOLD_LETTER;
    default:
      return g_unichar_isalnum (character) ? FZ_FOLD_LETTER : FZ_FOLD_MARK;
    }
}

static FzFoldKind
find_kind (gunichar character)
{
  gsize low = 0, high = G_N_ELEMENTS (ranges);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (character > ranges[middle].last)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < G_N_ELEMENTS (ranges) && character >= ranges[low].first)
    return ranges[low].kind;
  return kind_by_type (character);
}

static void
add_pairs (Tables *tables)
{
  for (const char *next = fz_fold_pairs; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar traditional = g_utf8_get_char (next);
      gunichar simplified;

      next = g_utf8_next_char (next);
      simplified = g_utf8_get_char (next);
      if (traditional < BMP_LENGTH)
        tables->bmp[traditional] = simplified;
      else
        g_hash_table_insert (tables->beyond, GUINT_TO_POINTER (traditional), GUINT_TO_POINTER (simplified));
    }
}

static gboolean
is_word (FzFoldKind kind)
{
  return kind == FZ_FOLD_HAN || kind == FZ_FOLD_LETTER || kind == FZ_FOLD_DIGIT;
}

static FzFoldKind
kind_of (const Tables *tables,
         gunichar      folded)
{
  return folded < BMP_LENGTH ? (FzFoldKind) tables->kinds[folded] : find_kind (folded);
}

static gpointer
make_tables (gpointer unused)
{
  Tables *tables = g_new0 (Tables, 1);

  tables->bmp = g_new (gunichar, BMP_LENGTH);
  tables->words = g_new (gunichar, BMP_LENGTH);
  tables->kinds = g_new (guint8, BMP_LENGTH);
  tables->beyond = g_hash_table_new (NULL, NULL);
  for (gunichar i = 0; i < BMP_LENGTH; i++)
    {
      tables->bmp[i] = i;
      tables->kinds[i] = (guint8) find_kind (i);
    }
  add_pairs (tables);
  for (gunichar i = 0; i < BMP_LENGTH; i++)
    {
      gunichar form = fold_form (i);

      if (form != i)
        tables->bmp[i] = form < BMP_LENGTH ? tables->bmp[form] : form;
    }
  for (gunichar i = 0; i < BMP_LENGTH; i++)
    tables->words[i] = is_word (kind_of (tables, tables->bmp[i])) ? tables->bmp[i] : 0;
  return tables;
}

static const Tables *
get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_tables, NULL);
}

static gunichar
fold_beyond (const Tables *tables,
             gunichar      character)
{
  gunichar form = fold_form (character);
  gpointer simplified;

  if (form < BMP_LENGTH)
    return tables->bmp[form];
  simplified = g_hash_table_lookup (tables->beyond, GUINT_TO_POINTER (form));
  return simplified != NULL ? GPOINTER_TO_UINT (simplified) : form;
}

/**
 * fz_fold_char:
 * @character: a character of a text
 *
 * Folding what was folded changes nothing.
 *
 * Returns: what it is to a search
 */
gunichar
fz_fold_char (gunichar character)
{
  const Tables *tables = get_tables ();

  return character < BMP_LENGTH ? tables->bmp[character] : fold_beyond (tables, character);
}

/**
 * fz_fold_kind:
 * @folded: a character that fz_fold_char() answered
 *
 * Returns: what kind it is
 */
FzFoldKind
fz_fold_kind (gunichar folded)
{
  return kind_of (get_tables (), folded);
}

/* Nearly all are of three bytes. */
static inline gunichar
decode (const char **next)
{
  const guchar *bytes = (const guchar *) *next;
  gunichar character;

  if ((bytes[0] & 0xf0) == 0xe0)
    {
      *next += 3;
      return (gunichar) (bytes[0] & 0x0f) << 12 | (gunichar) (bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
    }
  character = g_utf8_get_char (*next);
  *next = g_utf8_next_char (*next);
  return character;
}

static gunichar
word_beyond (const Tables *tables,
             gunichar      character)
{
  gunichar folded = fold_beyond (tables, character);

  return is_word (kind_of (tables, folded)) ? folded : 0;
}

/**
 * fz_fold_words:
 * @text: UTF-8
 * @length: its bytes
 * @place: where its first character stands
 * @chars: (out caller-allocates) (array): what is word or number of it, folded; room for as many
 *   as @most
 * @places: (out caller-allocates) (array) (nullable): where each of them stands
 * @most: how many are taken
 *
 * As [func@fold_char] and [func@fold_kind] with each character, for who reads whole
 * texts: a library's import does it with each.
 *
 * Returns: how many there are
 */
gsize
fz_fold_words (const char *text,
               gsize       length,
               guint       place,
               gunichar   *chars,
               guint      *places,
               gsize       most)
{
  const Tables *tables = get_tables ();
  const char *next = text;
  gsize n = 0;

  for (; next < text + length && n < most; place++)
    {
      gunichar character = decode (&next);
      gunichar word = character < BMP_LENGTH ? tables->words[character] : word_beyond (tables, character);

      if (word == 0)
        continue;
      if (places != NULL)
        places[n] = place;
      chars[n++] = word;
    }
  return n;
}
