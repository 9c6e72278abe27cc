/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-times-republic.h"

#include "fz-phrase-words.h"

#include <string.h>

/* The years of the Republic, which Taiwan's papers give without 民國: 從92年的六成至
 * 108年的八成.  From 101 on the number is enough, in a text that is Taiwan's; below it
 * ninety-seven years may be meant, unless two such years stand as 從 and 至, or one
 * from 101 on is told of beside it. */

#define REACH 120 /* bytes between the two */
#define AROUND 600 /* bytes on each side that tell whose text it is */

/* Returns: the year of the Republic that is written in digits at @p, with 年 behind
 * it; 0 where there is none. */
static guint
year_at (const char *p, const char *end)
{
  guint value = 0, n = 0;

  for (; p < end && g_ascii_isdigit (*p) && n < 4; p++, n++)
    value = value * 10 + (guint) (*p - '0');
  return n >= 2 && n <= 3 && value >= 40 && value < 150 && fz_text_at (p, end, "年") ? value : 0;
}

static gboolean
is_traditional (const char *start, const char *p, const char *end)
{
  static const char *const signs[] = { "從", "國", "縣", "臺", "區", "萬", "億", "與", "業", "數", "處", "發", "會" };

  start = p - MIN (p - start, AROUND);
  end = p + MIN (end - p, AROUND);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (memmem (start, (gsize) (end - start), signs[i], strlen (signs[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the other year, later or earlier as it must be, stands where @joints
 * lead to it, in the sentence. */
static gboolean
has_partner (const char *from, const char *until, const char *end, const char *const *joints, gsize n_joints, guint year, gboolean later)
{
  for (const char *p = from; p < until && !fz_text_at (p, end, "。"); p += fz_char_length_at (p, end))
    if (g_ascii_isdigit (*p) && fz_phrase_any_before (from, p, joints, n_joints))
      {
        guint other = year_at (p, end);

        if (other > 0 && (later ? other > year : other < year))
          return TRUE;
      }
  return FALSE;
}

/* Returns: @p, or the next place at which a character starts. */
static const char *
whole (const char *p, const char *end)
{
  while (p < end && ((guchar) *p & 0xc0) == 0x80)
    p++;
  return p;
}

/* Where the sentence of @p starts, no farther than %REACH bytes before it. */
static const char *
sentence_start (const char *start, const char *p, const char *end)
{
  const char *from = whole (p - MIN (p - start, REACH), p);

  for (const char *q = from; q < p; q += fz_char_length_at (q, end))
    if (fz_text_at (q, end, "。"))
      from = q + strlen ("。");
  return from;
}

/* Whether a year from 101 on, which none can take for a span, is told in the
 * sentence behind @p. */
static gboolean
later_year_behind (const char *p, const char *end)
{
  const char *until = p + MIN (end - p, REACH);

  for (; p < until && !fz_text_at (p, end, "。"); p += fz_char_length_at (p, end))
    if (g_ascii_isdigit (*p) && !g_ascii_isdigit (p[-1]) && year_at (p, end) > 100)
      return TRUE;
  return FALSE;
}

/* Rule "republic-beside": 普及率97年為83%，111年增至95%: what is told of the one year is
 * told of the other. */
static gboolean
stands_beside (const char *start, const char *p, const char *behind, const char *end)
{
  static const char followers[] = "為 的 底 度 達 達到 時 僅 約 有 計 共";
  static FzWords *words;

  if (year_at (p, end) < 60 || !((behind < end && g_ascii_isdigit (*behind)) || fz_words_at (fz_words_of_list (&words, followers), behind, end, NULL) > 0))
    return FALSE;
  return later_year_behind (behind, end) && is_traditional (start, p, end);
}

/**
 * fz_times_is_of_republic:
 * @start: the start of a text
 * @p: where a number in digits starts
 * @end: the end of the text
 *
 * Rule "republic": 從92年的六成至108年的八成, 110年; 通車120年 is a span; of the mainland's texts neither.
 *
 * Returns: whether @p opens a year of the Republic that no 民國 stands before
 */
gboolean
fz_times_is_of_republic (const char *start, const char *p, const char *end)
{
  static const char *const openings[] = { "從", "自", "由" }, *const closings[] = { "至", "到", "為" };
  static const char *const lasting[] = { "歷史", "以上", "的歷史", "老", "來", "前", "校慶", "後", "間", "以", "期", "多", "級" };
  /* What has lasted so long, stands before it. */
  static const char *const spans[] = {
    "創立", "成立", "創校", "建校", "建廠", "通車", "距今", "已有", "已達", "達", "近", "逾", "約", "長達", "走過", "判監", "判刑", "屆滿", "滿", "創刊", "開業", "歷經", "歷時", "超過",
  };
  guint year = year_at (p, end);
  const char *behind = p + (year > 99 ? 3 : 2) + strlen ("年");

  if (year == 0)
    return FALSE;
  /* 20年期 is a span, 111年期間 a year. */
  for (gsize i = 0; i < G_N_ELEMENTS (lasting) && !fz_text_at (behind, end, "期間"); i++)
    if (fz_text_at (behind, end, lasting[i]))
      return FALSE;
  if (fz_phrase_any_before (start, p, spans, G_N_ELEMENTS (spans)))
    return FALSE;
  if (year > 100 && year <= 130)
    return is_traditional (start, p, end);
  if (stands_beside (start, p, behind, end))
    return TRUE;
  if (fz_phrase_any_before (start, p, openings, G_N_ELEMENTS (openings)))
    return is_traditional (start, p, end) &&
           has_partner (behind, behind + MIN (end - behind, REACH), end, closings, G_N_ELEMENTS (closings), year, TRUE);
  return fz_phrase_any_before (start, p, closings, G_N_ELEMENTS (closings)) && is_traditional (start, p, end) &&
         has_partner (sentence_start (start, p, end), p, end, openings, G_N_ELEMENTS (openings), year, FALSE);
}
