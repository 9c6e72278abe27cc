/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-paragraph-private.h"

/* How characters stand in a vertical line: Han and their marks upright, Latin turned to
 * the right, a number of one or two digits that stands alone upright in one em
 * (CLREQ 3.1.2; UTR 50 says the same of single characters). */

/* So many digits stand side by side. */
#define UPRIGHT_DIGITS 2

/* Quotes as they are in vertical text: GB/T 15834—2011, 5.2.3 has ﹃ ﹄ and within them
 * ﹁ ﹂, Taiwan and Hong Kong the other way round.  Fonts draw these forms for the
 * characters below. */
static const struct {
  const char *quote;
  const char *mainland;
  const char *elsewhere;
} quotes[] = {
  { "“", "『", "「" }, { "”", "』", "」" }, { "‘", "「", "『" }, { "’", "」", "』" },
};

static const char *
vertical_quote (gunichar before, const char *p, gunichar after, gboolean mainland)
{
  gunichar c = g_utf8_get_char (p);

  if (fz_kind_is (fz_mark_kind_between (before, c, after), FZ_KINDS (FZ_KIND_OPEN) | FZ_KINDS (FZ_KIND_CLOSE)))
    for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
      if (c == g_utf8_get_char (quotes[i].quote))
        return mainland ? quotes[i].mainland : quotes[i].elsewhere;
  return NULL;
}

/**
 * fz_upright_show_quotes:
 * @shown: the text as it is shown; it is changed in place, since all these quotes
 *   have three bytes
 * @language: as fz_text_language() says it
 *
 * Shows curved quotes in the form that they have in vertical text.
 */
void
fz_upright_show_quotes (char *shown, gsize length, const char *language)
{
  gboolean mainland = !g_str_equal (language, "zh-tw") && !g_str_equal (language, "zh-hk");
  gunichar before = 0;

  for (char *p = shown, *next; p < shown + length; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      const char *form;

      next = g_utf8_next_char (p);
      form = vertical_quote (before, p, next < shown + length ? g_utf8_get_char (next) : 0, mainland);
      if (form != NULL)
        memcpy (p, form, next - p);
      before = c;
    }
}

/* Signs like ℃ № ① Ⅲ ★, which have a whole em in Chinese; arrows and mathematics keep
 * their direction to the line. */
static gboolean
is_wide_sign (gunichar c)
{
  return c >= 0x2100 && (c < 0x2190 || c >= 0x2300) && g_unichar_iswide_cjk (c);
}

static gboolean
is_upright (gunichar before, gunichar c, gunichar after)
{
  FzMarkKind kind = fz_mark_kind_between (before, c, after);

  return g_unichar_iswide (c) || is_wide_sign (c) || kind == FZ_KIND_HAN
         || (c > 0x7f && fz_kind_is (kind, FZ_KINDS_MARKS));
}

/* Whether behind a space, or before one, Latin goes on. */
static gboolean
goes_on (const guint8 *stands, const gunichar *chars, guint n, gint64 space, int step)
{
  gint64 next = space + step;

  return space >= 0 && space < n && chars[space] == ' ' && next >= 0 && next < n && stands[next] == FZ_STANDS_TURNED;
}

/* Digits between @first and @end, with nothing Latin about them. */
static void
raise_number (guint8 *stands, const gunichar *chars, guint n, guint first, guint end)
{
  if (end - first > UPRIGHT_DIGITS || goes_on (stands, chars, n, (gint64) first - 1, -1) || goes_on (stands, chars, n, end, 1))
    return;
  for (guint i = first; i < end; i++)
    if (!g_ascii_isdigit (chars[i] < 0x80 ? (char) chars[i] : 0))
      return;
  for (guint i = first; i < end; i++)
    stands[i] = i > first ? FZ_STANDS_BESIDE : FZ_STANDS_UPRIGHT;
}

/**
 * fz_upright_find:
 * @shown: the text as it is shown
 *
 * Returns: (transfer full): of each code point, how it stands, #FzStands
 */
guint8 *
fz_upright_find (const char *shown, gsize length)
{
  glong n;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (shown, length, &n);
  guint8 *stands = g_new (guint8, n + 1);

  for (glong i = 0; i < n; i++)
    stands[i] = is_upright (i > 0 ? chars[i - 1] : 0, chars[i], i + 1 < n ? chars[i + 1] : 0) ? FZ_STANDS_UPRIGHT
                                                                                              : FZ_STANDS_TURNED;
  for (glong i = 0, end; i < n; i = end + 1)
    {
      for (end = i; end < n && stands[end] == FZ_STANDS_TURNED && chars[end] != ' '; end++)
        ;
      if (end > i)
        raise_number (stands, chars, n, i, end);
    }
  return stands;
}

/**
 * fz_upright_add_forms:
 * @list: where it is asked
 *
 * Asks fonts for the vertical forms of what stands upright, and not to join it.
 */
void
fz_upright_add_forms (const guint8 *stands, const char *shown, gsize length, PangoAttrList *list)
{
  guint at = 0;

  for (const char *p = shown, *start; p < shown + length;)
    {
      gboolean turned = stands[at] == FZ_STANDS_TURNED;

      for (start = p; p < shown + length && (stands[at] == FZ_STANDS_TURNED) == turned; at++)
        p = g_utf8_next_char (p);
      if (!turned)
        {
          PangoAttribute *attribute = pango_attr_font_features_new ("vert=1");

          attribute->start_index = start - shown;
          attribute->end_index = p - shown;
          pango_attr_list_insert (list, attribute);
        }
    }
}
