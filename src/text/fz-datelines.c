/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-datelines.h"

#include <string.h>

#include "fz-cues.h"

/* How a story opens: 本报讯; 本报嘉兴1月31日电; 【本報訊】; （記者…報導）. */

enum {
  NEWSPAPER_CHARS = 9,
  PLACE_AND_DATE_CHARS = 20,
  OWN_CHARS = 10,
};

/* The bytes of the agency, or of a newspaper that names itself, at the start:
 * 本报, 新华社, 岭东新报. */
static gsize
agency (FzText text)
{
  gsize at = fz_cue_start (FZ_CUE_AGENCY, text);

  if (at > 0)
    return at;
  for (guint n = 0; n < NEWSPAPER_CHARS && at < text.length; n++)
    {
      FzText rest = fz_text_from (text, at);

      if (fz_char_class (fz_text_first (rest)) != FZ_CHAR_HAN)
        return 0;
      if (n >= 2 && fz_cue_start (FZ_CUE_NEWSPAPER_END, rest) > 0)
        return at + fz_cue_start (FZ_CUE_NEWSPAPER_END, rest);
      at += (gsize) (g_utf8_next_char (rest.start) - rest.start);
    }

  return 0;
}

/* 新华社长篇通讯：…, which is a headline. */
static gboolean
is_feature (FzText text,
            gsize  at)
{
  FzText before = { text.start, at };

  return fz_text_ends (before, "通讯") || fz_text_ends (before, "通訊");
}

/* What may stand behind a dateline. */
static gboolean
ends_dateline (FzText text,
               gsize  at)
{
  FzCharClass behind = fz_char_class (fz_text_first (fz_text_from (text, at)));

  return !is_feature (text, at) && (behind == FZ_CHAR_OPEN || behind == FZ_CHAR_SPACE || behind == FZ_CHAR_COLON);
}

/* The bytes of 本报嘉兴1月31日电: an agency, a place, a date, 电. */
static gsize
wire_dateline (FzText text)
{
  gsize at = agency (text);

  if (at == 0)
    return 0;
  for (guint n = 0; n < PLACE_AND_DATE_CHARS && at < text.length; n++)
    {
      FzText rest = fz_text_from (text, at);
      FzCharClass class = fz_char_class (fz_text_first (rest));
      gsize wire = fz_cue_start (FZ_CUE_WIRE, rest);

      if (wire > 0)
        return ends_dateline (text, at + wire) ? at + wire : 0;
      if (class != FZ_CHAR_HAN && class != FZ_CHAR_DIGIT && class != FZ_CHAR_SPACE && class != FZ_CHAR_COMMA)
        return 0;
      at += (gsize) (g_utf8_next_char (rest.start) - rest.start);
    }

  return 0;
}

static gboolean
names_author (FzText bracket)
{
  FzText inner = fz_text_bracket (bracket);

  return inner.start != NULL && inner.length > 0 && fz_cue_author (fz_text_trim (inner), NULL) > 0;
}

/* The bytes of 晚报讯 in 晚报讯（记者 张三）: whatever a newspaper calls itself,
 * its reporter in brackets says that this is its dateline. */
static gsize
own_dateline (FzText text)
{
  gsize at = 0;

  for (guint n = 0; n < OWN_CHARS && at < text.length; n++)
    {
      FzText rest = fz_text_from (text, at);
      gsize wire = fz_cue_start (FZ_CUE_WIRE, rest);

      if (wire > 0 && !is_feature (text, at + wire) && names_author (fz_text_trim (fz_text_from (rest, wire))))
        return at + wire;
      if (fz_char_class (fz_text_first (rest)) != FZ_CHAR_HAN)
        return 0;
      at += (gsize) (g_utf8_next_char (rest.start) - rest.start);
    }

  return 0;
}

/* Without an agency some newspaper names itself in the Han characters that the line
 * begins with, or 讯 stands behind them; most lines have neither. */
static gboolean
may_be_dateline (FzText text)
{
  const FzCueSets start = FZ_CUE_SETS (FZ_CUE_LEAD) | FZ_CUE_SETS (FZ_CUE_AGENCY);
  const FzCueSets behind = FZ_CUE_SETS (FZ_CUE_WIRE) | FZ_CUE_SETS (FZ_CUE_NEWSPAPER_END);

  return fz_cue_sets_at_start (start, text) != 0 || fz_cue_opens (behind, text, OWN_CHARS);
}

/**
 * fz_dateline_length:
 * @text: a paragraph
 *
 * Returns: bytes of the dateline that it starts with, 0 where it has none
 */
gsize
fz_dateline_length (FzText text)
{
  gsize length;

  if (!may_be_dateline (text))
    return 0;
  length = fz_cue_start (FZ_CUE_LEAD, text);
  if (length == 0)
    length = wire_dateline (text);

  return length > 0 ? length : own_dateline (text);
}

/**
 * fz_dateline_in_bracket:
 * @inner: what stands in the bracket at the start of a paragraph
 *
 * Returns: bytes of the dateline that it starts with, or is: （檳城8日訊）; 0 where
 *   it has none
 */
gsize
fz_dateline_in_bracket (FzText inner)
{
  gsize at = fz_dateline_length (inner);

  if (at > 0)
    return at;
  for (guint n = 0; n < PLACE_AND_DATE_CHARS && at < inner.length; n++)
    {
      FzText rest = fz_text_from (inner, at);
      FzCharClass class = fz_char_class (fz_text_first (rest));

      if (fz_text_ends ((FzText) { inner.start, at }, "日") && fz_cue_start (FZ_CUE_WIRE, rest) == rest.length)
        return inner.length;
      if (class != FZ_CHAR_HAN && class != FZ_CHAR_DIGIT)
        return 0;
      at += (gsize) (g_utf8_next_char (rest.start) - rest.start);
    }

  return 0;
}

/* （記者葉知秋／嘉義報導） or （记者 张三） at the start of a paragraph. */
static gboolean
opens_with_reporter (FzText text)
{
  FzText inner = fz_text_bracket (text);

  return inner.start != NULL && inner.length > 0 && inner.length < 120 && inner.length + 12 < text.length &&
         fz_cue_author (fz_text_trim (inner), NULL) > 0;
}

/**
 * fz_dateline_opens_in_bracket:
 * @text: a line without a dateline
 *
 * Returns: whether it opens a story all the same: with a dateline or its reporter
 *   in brackets
 */
gboolean
fz_dateline_opens_in_bracket (FzText text)
{
  FzText inner = fz_text_bracket (text);

  if (inner.start != NULL && inner.length > 0 && fz_dateline_in_bracket (inner) > 0)
    return TRUE;

  return opens_with_reporter (text);
}

/* What a report is called that no place is named of: 專題報導. */
static const char * const kinds_of_report[] = {
  "專題", "专题", "綜合", "综合", "攝影", "摄影", "特別", "特别", "獨家", "独家", "專訪", "专访", "連線", "连线", "文字", "圖文", "图文", NULL,
};

static const char * const reports[] = { "報導", "報道", "报道", "电", "電", NULL };

/* 臺南|報導: behind a place of a few characters. */
static gboolean
is_report_from_place (FzText text)
{
  const guint shortest = 2, longest = 6;

  for (guint i = 0; reports[i] != NULL; i++)
    {
      FzText place = { text.start, text.length - MIN (text.length, strlen (reports[i])) };
      gboolean han = TRUE;

      if (!fz_text_ends (text, reports[i]))
        continue;
      for (gsize at = 0; at < place.length; at += (gsize) (g_utf8_next_char (place.start + at) - (place.start + at)))
        han = han && fz_char_class (fz_text_first (fz_text_from (place, at))) == FZ_CHAR_HAN;
      for (guint k = 0; kinds_of_report[k] != NULL; k++)
        han = han && !fz_text_ends (place, kinds_of_report[k]);
      return han && fz_text_chars (place) >= shortest && fz_text_chars (place) <= longest;
    }
  return FALSE;
}

/**
 * fz_dateline_of_report:
 * @text: what stands in the bracket that opens a story
 *
 * Returns: its end that names where the report is from, as the press of Taiwan has it:
 *   記者葉知秋／|嘉義報導; with no start where there is none
 */
FzText
fz_dateline_of_report (FzText text)
{
  static const char * const slashes[] = { "／", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (slashes); i++)
    {
      const char *slash = fz_text_find (text, slashes[i]);
      FzText rest = { NULL, 0 };

      if (slash != NULL)
        rest = fz_text_trim (fz_text_from (text, (gsize) (slash - text.start) + strlen (slashes[i])));
      if (rest.start != NULL && is_report_from_place (rest))
        return rest;
    }
  return (FzText) { NULL, 0 };
}
