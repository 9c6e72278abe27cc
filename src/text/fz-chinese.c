/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-chinese.h"

#include <math.h>
#include <string.h>
#include <unicode/ucnv.h>

#include "fz-chars.h"

/* How likely it is that a Chinese newspaper printed a text.
 *
 * Characters fall into a few classes.  Each class has a share of newspaper text
 * (measured on 595,031 characters of county and city dailies) and a number of
 * characters among which that share is spread evenly.  The likelihood of a text
 * is the product of those of its characters, and is kept as its logarithm.
 *
 * Two readings of the same bytes can be compared by it, however many characters
 * each has, since both must explain all of the bytes. */

typedef enum {
  CLASS_ASCII,
  CLASS_COMMON,    /* the Han characters that stand most often in prose */
  CLASS_TAUGHT,    /* the first levels of GB 2312 and of Big5 */
  CLASS_RARE,      /* other Han characters of the basic plane */
  CLASS_EXTENSION, /* Han characters beyond it, and its extension A */
  CLASS_MARK,      /* Chinese marks, full-width forms, dashes, quotes */
  CLASS_SYMBOL,
  CLASS_LETTER,    /* of other scripts: kana, hangul, Cyrillic, é */
  CLASS_PRIVATE,
  CLASS_CONTROL,
  CLASS_BROKEN,    /* U+FFFD */
  N_CLASSES,
} Class;

/* The last three do not occur in print; theirs is what is granted to damage. */
static const struct {
  double share, members;
} classes[N_CLASSES] = {
  [CLASS_ASCII] = { 0.09, 97 },
  [CLASS_COMMON] = { 0.42, 310 },
  [CLASS_TAUGHT] = { 0.40, 6700 },
  [CLASS_RARE] = { 7e-4, 14000 },
  [CLASS_EXTENSION] = { 2e-6, 80000 },
  [CLASS_MARK] = { 0.08, 130 },
  [CLASS_SYMBOL] = { 2e-4, 1200 },
  [CLASS_LETTER] = { 6e-5, 1000 },
  [CLASS_PRIVATE] = { 1e-6, 6400 },
  [CLASS_CONTROL] = { 1e-6, 500 },
  [CLASS_BROKEN] = { 1e-6, 50000 },
};

/* Simplified and traditional.  In a wrong reading of the bytes they are rare. */
static const char common_han[] =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
  "十三之进着等部度电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全"
  "表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料"
  "象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
  "這為個國時來們於對會發動學過說產種後經進著電裡現實點從業應開還當義間與關線內數"
  "條沒結問變無軍題黨員總設長頭資邊級圖統組見計論運農臺縣鄉鎮區億萬";

/* The first levels of two standards, by the codes that they have there. */
static const struct {
  const char *converter;
  guchar      first, last;
} levels[] = {
  { "gb18030", 0xB0, 0xD7 },
  { "Big5", 0xA4, 0xC6 },
};

static guint8 class_of_han[0x10000];

static void
put (gunichar c,
     Class    class)
{
  if (c >= 0x3400 && c < 0x10000)
    class_of_han[c] = (guint8) class;
}

/* Reads the rows of a level, and puts what is read into its class. */
static void
put_level (guint level)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (levels[level].converter, &status);

  for (guint lead = levels[level].first; lead <= levels[level].last; lead++)
    for (guint trail = 0x40; trail <= 0xFE; trail++)
      {
        const char bytes[2] = { (char) lead, (char) trail };
        UChar read[4];
        UErrorCode done = U_ZERO_ERROR;
        gboolean is_code = trail >= 0xA1 || (level == 1 && trail <= 0x7E);

        if (is_code && U_SUCCESS (status) && ucnv_toUChars (converter, read, 4, bytes, 2, &done) == 1 && U_SUCCESS (done) &&
            read[0] >= 0x4E00 && read[0] <= 0x9FFF)
          put (read[0], CLASS_TAUGHT);
      }
  g_clear_pointer (&converter, ucnv_close);
}

static void
prepare (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  memset (class_of_han, CLASS_RARE, sizeof class_of_han);
  memset (class_of_han, CLASS_EXTENSION, 0x4DC0);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    put_level (i);
  for (const char *p = common_han; *p; p = g_utf8_next_char (p))
    put (g_utf8_get_char (p), CLASS_COMMON);
  g_once_init_leave (&ready, 1);
}

/* The ranges of the other classes in order; what is in none is CLASS_LETTER. */
static const struct {
  gunichar first, last;
  Class    class;
} others[] = {
  { 0x00A0, 0x00B6, CLASS_SYMBOL },  { 0x00B7, 0x00B7, CLASS_MARK },    { 0x00B8, 0x00BF, CLASS_SYMBOL },
  { 0x00D7, 0x00D7, CLASS_SYMBOL },  { 0x2010, 0x2026, CLASS_MARK },    { 0x2000, 0x2BFF, CLASS_SYMBOL },
  { 0x3000, 0x301F, CLASS_MARK },    { 0x3200, 0x33FF, CLASS_SYMBOL },  { 0xE000, 0xF8FF, CLASS_PRIVATE },
  { 0xF900, 0xFAFF, CLASS_RARE },    { 0xFE10, 0xFE6F, CLASS_MARK },    { 0xFF01, 0xFF5E, CLASS_MARK },
  { 0xFFFD, 0xFFFD, CLASS_BROKEN },  { 0xFFFE, 0xFFFF, CLASS_CONTROL }, { 0x20000, 0x3FFFF, CLASS_EXTENSION },
  { 0xF0000, 0x10FFFF, CLASS_PRIVATE },
};

static Class
class_of (gunichar c)
{
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF))
    return class_of_han[c];
  if (c < 0x80)
    return c < 0x20 && (c < '\t' || c > '\r') ? CLASS_CONTROL : CLASS_ASCII;
  if (c < 0xA0)
    return CLASS_CONTROL;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (c >= others[i].first && c <= others[i].last)
      return others[i].class;

  return CLASS_LETTER;
}

/**
 * fz_chinese_likelihood:
 * @text: valid UTF-8
 * @length: its bytes
 * @chars: (out) (optional): its code points
 *
 * Returns: the natural logarithm of how likely a Chinese newspaper prints it;
 *   some −8 a character for what it does print, −13 and less for what it does not
 */
double
fz_chinese_likelihood (const char *text,
                       gsize       length,
                       guint      *chars)
{
  guint counts[N_CLASSES] = { 0 };
  guint all = 0;
  double sum = 0;

  prepare ();
  for (const char *p = text; p < text + length; all++)
    counts[class_of (fz_char_take (&p))]++;
  for (guint i = 0; i < N_CLASSES; i++)
    sum += counts[i] * log (classes[i].share / classes[i].members);
  if (chars != NULL)
    *chars = all;

  return sum;
}
