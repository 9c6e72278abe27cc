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

static gpointer
make_tables (gpointer unused)
{
  Tables *tables = g_new0 (Tables, 1);

  tables->bmp = g_new (gunichar, BMP_LENGTH);
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
  return tables;
}

static const Tables *
get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_tables, NULL);
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
  gpointer simplified;
  gunichar form;

  if (character < BMP_LENGTH)
    return tables->bmp[character];
  form = fold_form (character);
  if (form < BMP_LENGTH)
    return tables->bmp[form];
  simplified = g_hash_table_lookup (tables->beyond, GUINT_TO_POINTER (form));
  return simplified != NULL ? GPOINTER_TO_UINT (simplified) : form;
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
  return folded < BMP_LENGTH ? (FzFoldKind) get_tables ()->kinds[folded] : find_kind (folded);
}
