/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-oddities.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-chars.h"
#include "fz-vectors.h"

/* Characters that are not printed: found, counted by kind, and left out of the
 * text where they only disturb it. */

enum {
  STEP = 32,  /* bytes that are looked at together */
};

/* The ranges of each kind.  Of the control characters tab and the line ends are
 * none; what interlinear annotations and noncharacters are for no file needs. */
static const struct {
  gunichar first, last;
  FzOdd    odd;
  gboolean left_out;
} ranges[] = {
  { 0x0001, 0x0008, FZ_ODD_CONTROL, TRUE },
  { 0x000B, 0x000C, FZ_ODD_PAGE_BREAK, FALSE },
  { 0x000E, 0x001F, FZ_ODD_CONTROL, TRUE },
  { 0x007F, 0x0084, FZ_ODD_CONTROL, TRUE },
  { 0x0085, 0x0085, FZ_ODD_NEL, FALSE },
  { 0x0086, 0x009F, FZ_ODD_CONTROL, TRUE },
  { 0x00AD, 0x00AD, FZ_ODD_SOFT_HYPHEN, TRUE },
  { 0x200B, 0x200F, FZ_ODD_ZERO_WIDTH, TRUE },
  { 0x2028, 0x2029, FZ_ODD_SEPARATOR, FALSE },
  { 0x202A, 0x202E, FZ_ODD_ZERO_WIDTH, TRUE },
  { 0x2060, 0x206F, FZ_ODD_ZERO_WIDTH, TRUE },
  { 0xE000, 0xF8FF, FZ_ODD_PRIVATE, FALSE },
  { 0xFDD0, 0xFDEF, FZ_ODD_CONTROL, TRUE },
  { 0xFEFF, 0xFEFF, FZ_ODD_ORDER_MARK, TRUE },
  { 0xFFF9, 0xFFFB, FZ_ODD_CONTROL, TRUE },
  { 0xFFFD, 0xFFFD, FZ_ODD_REPLACEMENT, FALSE },
  { 0xFFFE, 0xFFFF, FZ_ODD_CONTROL, TRUE },
  { 0xF0000, 0x10FFFF, FZ_ODD_PRIVATE, FALSE },
};

/* What is said of each kind. */
static const char *
sentence (FzOdd odd,
          guint n)
{
  switch (odd)
    {
    case FZ_ODD_BROKEN:
      return ngettext ("%u unreadable character", "%u unreadable characters", n);
    case FZ_ODD_REPLACEMENT:
      return ngettext ("%u character that was lost before the file was saved", "%u characters that were lost before the file was saved", n);
    case FZ_ODD_NUL:
      return ngettext ("%u NUL character, shown as unreadable", "%u NUL characters, shown as unreadable", n);
    case FZ_ODD_HALF:
      return ngettext ("%u half of a character, shown as unreadable", "%u halves of characters, shown as unreadable", n);
    case FZ_ODD_PAIR:
      return ngettext ("%u character joined from its halves", "%u characters joined from their halves", n);
    case FZ_ODD_CONTROL:
      return ngettext ("%u control character left out", "%u control characters left out", n);
    case FZ_ODD_PRIVATE:
      return ngettext ("%u character for private use", "%u characters for private use", n);
    case FZ_ODD_SOFT_HYPHEN:
      return ngettext ("%u soft hyphen left out", "%u soft hyphens left out", n);
    case FZ_ODD_ZERO_WIDTH:
      return ngettext ("%u zero-width character left out", "%u zero-width characters left out", n);
    case FZ_ODD_ORDER_MARK:
      return ngettext ("%u byte order mark within the text left out", "%u byte order marks within the text left out", n);
    case FZ_ODD_FOREIGN_LINE:
      return ngettext ("%u line in another encoding", "%u lines in another encoding", n);
    case FZ_ODD_CRLF:
      return ngettext ("%u line end CR LF", "%u line ends CR LF", n);
    case FZ_ODD_CR:
      return ngettext ("%u line end CR", "%u line ends CR", n);
    case FZ_ODD_NEL:
      return ngettext ("%u line end NEL", "%u line ends NEL", n);
    case FZ_ODD_SEPARATOR:
      return ngettext ("%u line or paragraph separator", "%u line or paragraph separators", n);
    case FZ_ODD_PAGE_BREAK:
      return ngettext ("%u form feed", "%u form feeds", n);
    case FZ_N_ODD:
    default:
      return NULL;
    }
}

/* Whether one of the ranges begins with this byte, whatever follows. */
static inline guint8
is_odd_lead (guchar byte)
{
  guint8 control = (byte < 0x20) & (byte != '\t') & (byte != '\n');

  return control | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xEE) | (byte >= 0xF3);
}

/* Whether one of the ranges may begin at a byte, by its neighbours too: quotes and
 * full-width marks stand in every sentence.  Without a branch, so that the compiler
 * looks at many bytes at once. */
static inline guint8
may_be_odd (const guchar *b)
{
  guint8 full_width = (b[0] == 0xEF) & (b[1] != 0xBC) & (b[1] != 0xBD);
  guint8 general = (b[0] == 0xE2) & (((b[1] == 0x80) & ((b[2] < 0x90) | (b[2] > 0xA6))) | (b[1] == 0x81));

  return is_odd_lead (b[0]) | full_width | general;
}

/* The first place at or behind @p where something odd may begin, or @end. */
FZ_VECTORS static const char *
next_candidate (const char *p,
                const char *end)
{
  for (; end - p >= STEP + 2; p += STEP)
    {
      guint8 odd[STEP];
      guint first;

      for (guint i = 0; i < STEP; i++)
        odd[i] = may_be_odd ((const guchar *) p + i);
      first = fz_first_set (odd, STEP);
      if (first < STEP)
        return p + first;
    }
  for (; p < end; p++)
    if (is_odd_lead ((guchar) *p) || (((guchar) *p == 0xE2 || (guchar) *p == 0xEF) && may_be_odd ((const guchar *) p)))
      break;

  return p;
}

/* Joiners belong to scripts and pictures that Chinese is not among: beside a Han
 * character, a mark or ASCII they join nothing. */
static gboolean
joins (FzText      before_it,
       const char *behind)
{
  gunichar before = fz_text_last (before_it);
  gunichar after = g_utf8_get_char (behind);

  return before > 0x7F && after > 0x7F && fz_char_class (before) == FZ_CHAR_OTHER && fz_char_class (after) == FZ_CHAR_OTHER;
}

static int
find_range (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges) && ranges[i].first <= c; i++)
    if (c <= ranges[i].last)
      return (int) i;

  return -1;
}

/* Counts what stands at @p, behind what was kept, and moves @p behind it. */
static gboolean
is_left_out (FzOddities  *self,
             FzText       kept,
             const char **p)
{
  gunichar c = fz_char_take (p);
  int range;

  if (c == '\r')
    {
      self->counts[**p == '\n' ? FZ_ODD_CRLF : FZ_ODD_CR]++;
      return FALSE;
    }
  range = find_range (c);
  if (range < 0 || ((c == 0x200C || c == 0x200D) && joins (kept, *p)))
    return FALSE;
  self->counts[ranges[range].odd]++;

  return ranges[range].left_out;
}

/**
 * fz_oddities_clean:
 * @self: counts to add to
 * @text: (transfer full): valid UTF-8 without NUL
 *
 * Counts the odd characters of @text and leaves out those that only disturb it.
 * Takes time linear in @text.
 *
 * Returns: (transfer full): @text, cleaned in place
 */
GString *
fz_oddities_clean (FzOddities *self,
                   GString    *text)
{
  const char *end = text->str + text->len;
  char *to = text->str;

  for (const char *p = text->str, *from = p; from < end; from = p)
    {
      p = next_candidate (p, end);
      if (to != from)
        memmove (to, from, (gsize) (p - from));
      to += p - from;
      from = p;
      if (p < end && !is_left_out (self, (FzText) { text->str, (gsize) (to - text->str) }, &p))
        {
          memmove (to, from, (gsize) (p - from));
          to += p - from;
        }
    }
  g_string_truncate (text, (gsize) (to - text->str));

  return text;
}

/**
 * fz_oddities_add:
 * @self: counts to add to
 * @other: counts
 */
void
fz_oddities_add (FzOddities       *self,
                 const FzOddities *other)
{
  for (guint i = 0; i < FZ_N_ODD; i++)
    self->counts[i] += other->counts[i];
}

/* The kinds before @end, each as "3 control characters left out". */
static GPtrArray *
tell (const FzOddities *self,
      guint             end)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < end; i++)
    if (self->counts[i] > 0)
      {
        g_auto (GStrv) halves = g_strsplit (sentence (i, self->counts[i]), "%u", 2);

        g_ptr_array_add (all, g_strdup_printf ("%s%u%s", halves[0], self->counts[i], halves[1] ? halves[1] : ""));
      }

  return all;
}

/**
 * fz_oddities_tell:
 * @self: counts
 *
 * Returns: (transfer full) (element-type utf8): for each kind that a person
 *   should know of, what there was: "3 control characters left out"
 */
GPtrArray *
fz_oddities_tell (const FzOddities *self)
{
  return tell (self, FZ_ODD_CRLF);
}

/**
 * fz_oddities_tell_all:
 * @self: counts
 *
 * Returns: (transfer full) (element-type utf8): the same, line ends too, of
 *   which no reader misses anything
 */
GPtrArray *
fz_oddities_tell_all (const FzOddities *self)
{
  return tell (self, FZ_N_ODD);
}
