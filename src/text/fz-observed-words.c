/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-words.h"

#include <string.h>

#include "fz-captions.h"
#include "fz-cues.h"
#include "fz-editions.h"
#include "fz-observed-shapes.h"
#include "fz-masthead.h"

/* What the words of a line tell of its role. */

enum {
  OPENING_CHARS = 24,
  COLUMN_CHARS = 10,
  LABEL_CHARS = 8,
  TABLE_CELLS = 3,
  WORDS_CHARS = 60,
  SCENE_CHARS = 30,
  ITEM_BYTES = 64,
  PAGE_CHARS = 5,
};

/* What a line starts or ends with, or has within. */
static const struct {
  FzCueSet      set;
  char          where;  /* ^ start, $ end, * within */
  FzObservation seen;
} cues[] = {
  { FZ_CUE_PICTURE, '^', FZ_SEEN_PICTURE_START },
  { FZ_CUE_PICTURE_END, '$', FZ_SEEN_PICTURE_END },
  { FZ_CUE_DOING, '*', FZ_SEEN_DOING },
  { FZ_CUE_NAME_END, '$', FZ_SEEN_NAME_END },
  { FZ_CUE_EDITOR_NOTE, '^', FZ_SEEN_EDITOR_NOTE },
  { FZ_CUE_TALK, '^', FZ_SEEN_TALK },
  { FZ_CUE_SALUTATION, '$', FZ_SEEN_SALUTATION },
  { FZ_CUE_CLOSING, '^', FZ_SEEN_CLOSING },
  { FZ_CUE_LIST_MARK, '^', FZ_SEEN_LIST_MARK },
  { FZ_CUE_IMPRINT, '^', FZ_SEEN_IMPRINT },
  { FZ_CUE_CONTACT, '*', FZ_SEEN_CONTACT },
  { FZ_CUE_KICKER_END, '$', FZ_SEEN_KICKER_END },
  { FZ_CUE_NEWS_END, '$', FZ_SEEN_NEWS_END },
  { FZ_CUE_REPORTS, '$', FZ_SEEN_REPORTS },
};

/* The tables of the words that are looked for at @where. */
static FzCueSets
sets_at (char where)
{
  FzCueSets sets = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    sets |= cues[i].where == where ? FZ_CUE_SETS (cues[i].set) : 0;

  return sets;
}

static void
look_at_cues (FzText text, FzObserved *observed)
{
  FzCueSets start = fz_cue_sets_at_start (sets_at ('^'), text), end = fz_cue_sets_at_end (sets_at ('$'), text);
  FzCueSets within = fz_cue_sets_within (sets_at ('*'), text);

  for (guint i = 0; i < G_N_ELEMENTS (cues) && (start | end | within) != 0; i++)
    {
      FzCueSets met = cues[i].where == '^' ? start : cues[i].where == '$' ? end : within;

      fz_see_if (observed, (met & FZ_CUE_SETS (cues[i].set)) != 0, cues[i].seen);
    }
}

static gboolean
begins_news (const FzPlaces *places, FzText text)
{
  const char *p = text.start, *end = text.start + text.length;

  if (fz_caption_starts_with_date (text))
    return TRUE;
  for (guint n = 0; p < end && n < OPENING_CHARS; n++)
    p = g_utf8_next_char (p);

  return fz_headlines_name_place ((FzText) { text.start, (gsize) (p - text.start) }, places);
}

/**
 * fz_words_begin_news:
 * @self: an observer
 * @line: (nullable): a line
 *
 * A line is asked for by each short line above it and then for itself; its answer
 * is kept for so long.
 *
 * Returns: whether it begins as stories do, with when or where: 3月5日，…,
 *   昨日，…, 兰溪市…
 */
gboolean
fz_words_begin_news (FzObserver *self, const FzLine *line)
{
  if (line == NULL)
    return FALSE;
  if (self->news_line != line)
    self->news = begins_news (self->places, line->text);
  self->news_line = line;

  return self->news;
}

/* The few Han characters that a colon or a space ends, empty where there are
 * none. */
static FzText
label_of (FzText text)
{
  const char *end = text.start + text.length, *p = text.start;

  for (guint n = 0; n <= LABEL_CHARS && p < end; n++)
    {
      const char *at = p;
      gunichar c = fz_char_take (&p);
      FzCharClass class = fz_char_class (c);

      if (class == FZ_CHAR_SPACE || c == 0xFF1A || c == ':')
        return (FzText) { text.start, (gsize) (at - text.start) };
      if (class != FZ_CHAR_HAN)
        break;
    }

  return (FzText) { text.start, 0 };
}

/* 渭源：…, 时间：…, 问：… */
static void
look_at_label (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  FzText name = label_of (line->text);

  if (name.length == 0)
    return;
  fz_see (observed, (line->marks & FZ_MARK_ENDS_COLON) ? FZ_SEEN_LABEL_ALONE : FZ_SEEN_LABEL);
  fz_see_if (observed, fz_headlines_name_place (name, self->places), FZ_SEEN_PLACE_LABEL);
}

/* ▲ ▼ ◀ ▶ △ ↑ ↓, which point from a caption to its picture. */
static gboolean
is_arrow (gunichar c)
{
  return (c >= 0x25B2 && c <= 0x25C4) || (c >= 0x2190 && c <= 0x2193);
}

/* ◀ ▶ ◤ ◥ ← →: to a picture beside or above, where ▲ also begins briefs. */
static gboolean
is_arrow_aside (gunichar c)
{
  return c == 0x25B6 || c == 0x25C0 || (c >= 0x25E2 && c <= 0x25E5) || (c >= 0x2190 && c <= 0x2193);
}

/* 声　明 as 声明, written to @word. */
static FzText
without_blanks (FzText text, char *word)
{
  gsize n = 0;

  for (gsize i = 0; i < text.length;)
    {
      gsize blank = text.start[i] == ' ' ? 1 : fz_text_starts (fz_text_from (text, i), "　") ? strlen ("　") : 0;

      if (blank == 0)
        word[n++] = text.start[i];
      i += MAX (blank, 1);
    }

  return (FzText) { word, n };
}

/* 声　明, 【讣告】: as what the words of @set are printed. */
static void
look_at_item (const FzLine *line, FzObserved *observed)
{
  FzText text = fz_text_unbracketed (line->text);
  char word[ITEM_BYTES];

  if (text.length >= sizeof word)
    return;
  if (memchr (text.start, ' ', text.length) != NULL || fz_text_find (text, "　") != NULL)
    text = without_blanks (text, word);
  fz_see_if (observed, text.length > 0 && fz_cue_start (FZ_CUE_ITEM, text) == text.length, FZ_SEEN_ITEM);
  fz_see_if (observed, fz_cue_end (FZ_CUE_ITEM, text), FZ_SEEN_ITEM_END);
}

/* …… >>>2版, 〉〉二版 ……, （3版）: what an index on the front page says. */
static gboolean
points_to_page (FzText text)
{
  FzText last = fz_text_unbracketed (text);

  if (!fz_text_ends (last, "版"))
    return FALSE;
  last.length -= strlen ("版");

  return g_unichar_isdigit (fz_text_last (last)) || fz_text_ends (last, "二") || fz_text_ends (last, "三") || fz_text_ends (last, "四");
}

/* A06 城事: the first word is one, which has three bytes at most. */
static gboolean
begins_with_edition (FzText text)
{
  FzText few = { text.start, MIN (text.length, 4) };

  if ((guchar) few.start[0] >= 0x80)
    return FALSE;

  return fz_edition_is_bare ((FzText) { few.start, fz_text_word_end (few, "") });
}

/* ，,“”「：:？！, that scenes do not have, nor 说 and 說. */
static gboolean
speaks_or_pauses (gunichar c)
{
  switch (c)
    {
    case 0xFF0C: case ',': case 0x201C: case 0x201D: case 0x300C: case 0xFF1A: case ':':
    case 0xFF1F: case 0xFF01:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What the characters of a line are, read once. */
typedef struct {
  guint    han, digits, words; /* set apart by spaces */
  gboolean speaks;
  gboolean arrow;              /* >> 〉〉 》》 → */
} Chars;

static Chars
read_chars (const gunichar *points, guint n)
{
  Chars chars = { 0 };
  gboolean spaced = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const gunichar c = points[i];
      FzCharClass class = fz_char_class (c);

      chars.han += class == FZ_CHAR_HAN;
      chars.words += spaced & (class != FZ_CHAR_SPACE);
      spaced = class == FZ_CHAR_SPACE;
      if (fz_char_is_basic_han (c))
        {
          chars.speaks |= (c == 0x8BF4) | (c == 0x8AAA);
          continue;
        }
      chars.digits += c - '0' < 10;
      chars.speaks = chars.speaks || speaks_or_pauses (c);
      chars.arrow = chars.arrow || c == 0x2192 || (i > 0 && c == points[i - 1] && (c == '>' || c == 0x3009 || c == 0x300B));
    }

  return chars;
}

/* One clause, without speech, in which somebody is somewhere, as below a picture. */
static void
look_at_scene (const FzObserver *self, const FzLine *line, const Chars *chars, FzObserved *observed)
{
  if (line->chars > SCENE_CHARS || chars->speaks || fz_text_find (line->text, "在") <= line->text.start)
    return;
  fz_see (observed, FZ_SEEN_SCENE);
  fz_see_if (observed, fz_headlines_name_place (line->text, self->places), FZ_SEEN_SCENE_OF_PLACE);
}

static void
look_at_ends (const FzLine *line, FzObserved *observed)
{
  gunichar first = fz_text_first (line->text), last = fz_text_last (line->text);

  fz_see_if (observed, first == 0x3010, FZ_SEEN_LENTICULAR);
  fz_see_if (observed, is_arrow (first), FZ_SEEN_ARROW);
  fz_see_if (observed, is_arrow_aside (first), FZ_SEEN_ARROW_SIDE);
  fz_see_if (observed, first == 0x201C || first == 0x300C || first == '"', FZ_SEEN_STARTS_QUOTE);
  fz_see_if (observed, last == 0xFF1F || last == '?', FZ_SEEN_ASKS);
  fz_see_if (observed, first >= 0x2460 && first <= 0x2473, FZ_SEEN_CIRCLED);
  fz_see_if (observed, last == 0xFF01 || last == '!' || last == 0xFF1F || last == '?', FZ_SEEN_EXCLAIMS);
  fz_see_if (observed, (line->marks & FZ_MARK_ENDS_PERIOD) && !(line->marks & FZ_MARK_HOLDS_PERIOD), FZ_SEEN_SENTENCE);
  fz_see_if (observed, fz_caption_starts_with_date (line->text), FZ_SEEN_DATE_START);
}

/**
 * fz_words_look:
 * @self: an observer
 * @line: a line
 * @observed: what is seen of it so far
 *
 * Adds what the words of the line tell.  Those of a long line are of running
 * text and tell little; they are not read again.
 */
void
fz_words_look (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  Chars chars;

  look_at_ends (line, observed);
  if (line->chars > WORDS_CHARS)
    return;
  chars = read_chars (self->lines->points + line->first, line->chars);
  look_at_cues (line->text, observed);
  look_at_label (self, line, observed);
  look_at_item (line, observed);
  look_at_scene (self, line, &chars, observed);
  fz_shapes_look (self, line, observed);
  fz_see_if (observed, chars.arrow || points_to_page (line->text), FZ_SEEN_POINTS_TO_PAGE);
  fz_see_if (observed, line->chars <= COLUMN_CHARS && fz_cue_end (FZ_CUE_COLUMN, fz_text_unbracketed (line->text)), FZ_SEEN_COLUMN_WORD);
  fz_see_if (observed, fz_masthead_is_digest (line->text), FZ_SEEN_DIGEST);
  fz_see_if (observed, begins_with_edition (line->text), FZ_SEEN_PAGE_NUMBER);
  fz_see_if (observed, chars.words >= TABLE_CELLS, FZ_SEEN_CELLS);
  fz_see_if (observed, chars.digits * 5 >= line->chars * 2, FZ_SEEN_DIGITS);
  fz_see_if (observed, chars.han == line->chars, FZ_SEEN_ALL_HAN);
  fz_see_if (observed, chars.han == 0 && chars.digits > 0 && line->chars <= PAGE_CHARS, FZ_SEEN_NUMBER_ALONE);
}
