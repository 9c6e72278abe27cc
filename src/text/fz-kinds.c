/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-kinds.h"

#include "fz-authors.h"
#include "fz-credits.h"
#include "fz-cues.h"
#include "fz-datelines.h"
#include "fz-editions.h"
#include "fz-kinds-mend.h"
#include "fz-masthead.h"
#include "fz-navigation.h"
#include "fz-stop.h"

#include <string.h>

/* What a line is by its cues and its shape, before its place is looked at.
 * Cues decide alone; where there is none, the weights below are summed up, and
 * a line with more than nothing is running text. */

enum {
  CREDIT_CHARS = 40,
  BYLINE_CHARS = 80,
  JUMP_CHARS = 20,
  NOTE_CHARS = 60,
  FORMULA_CHARS = 16,
  OFFICE_CHARS = 24,
  STUB_CHARS = 5,
  NAME_BYTES = 24,     /* what is as long is no name, and need not be read to its end */
};

static const struct {
  FzLineMarks needs;
  int         weight;
} text_weights[] = {
  { FZ_MARK_ENDS_PERIOD, 4 },
  { FZ_MARK_ENDS_STOP, 1 },
  { FZ_MARK_ENDS_PAUSE, 4 },
  { FZ_MARK_ENDS_LIST, 1 },
  { FZ_MARK_HOLDS_PERIOD, 4 },
  { FZ_MARK_HOLDS_PAUSE, 1 },
  { FZ_MARK_HOLDS_PAUSE | FZ_MARK_LONG, 3 },
  { FZ_MARK_HOLDS_PAUSE | FZ_MARK_RUNS_ON, 1 },
  { FZ_MARK_HOLDS_PAUSE | FZ_MARK_FULL, 2 },
  { FZ_MARK_HOLDS_PAUSE | FZ_MARK_MEDIUM | FZ_MARK_ENDS_STOP, 1 },
  { FZ_MARK_HOLDS_PAUSE | FZ_MARK_ENDS_TURN, 4 },
  { FZ_MARK_UNBALANCED, 3 },
  { FZ_MARK_CLOSES, 3 },
  { FZ_MARK_FULL, 3 },
  { FZ_MARK_FULL | FZ_MARK_INDENTED, 2 },
  { FZ_MARK_INDENTED, 1 },
  { FZ_MARK_RUNS_ON, 3 },
  { FZ_MARK_RUNS_IN, 1 },
  { FZ_MARK_RUNS_IN | FZ_MARK_COLUMN, 2 },
  { FZ_MARK_LONG, 1 },
  { FZ_MARK_VERY_LONG, 4 },
  { FZ_MARK_HALVES, -2 },
  { FZ_MARK_NUMBERED, -1 },
  { FZ_MARK_ENDS_COLON | FZ_MARK_TINY, -2 },
  { FZ_MARK_GAP, -1 },
  { FZ_MARK_TINY, -2 },
  { FZ_MARK_HASH, -20 },
  { FZ_MARK_SUBHASH, -20 },
  { FZ_MARK_DASHED, -4 },
};

/* Where nothing says that a line is text, it is not. */
#define TEXT_THRESHOLD 2

static gboolean
is_running_text (const FzLine *line)
{
  int sum = 0;

  if (line->flags & FZ_BLOCK_FLAG_REPEATED)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (text_weights); i++)
    if ((line->marks & text_weights[i].needs) == text_weights[i].needs)
      sum += text_weights[i].weight;

  return sum > TEXT_THRESHOLD;
}

/* (上接第一版): a cue of @set inside a bracket or behind a mark, with 版 or 页. */
static gboolean
is_jump_note (FzCueSet set,
              FzText   text)
{
  FzText inner = fz_text_bracket (text);

  if (inner.start != NULL)
    text = fz_text_trim (inner);
  else
    text = fz_text_from (text, fz_cue_start (FZ_CUE_LIST_MARK, text));
  if (text.length == 0 || text.length > JUMP_CHARS * 3 || fz_cue_start (set, text) == 0)
    return FALSE;

  return fz_text_find (text, "版") != NULL || fz_text_find (text, "页") != NULL || fz_text_find (text, "頁") != NULL;
}

static gboolean
is_jump (const FzLine *line)
{
  if (fz_text_bracket (line->text).start != NULL && !(line->marks & FZ_MARK_BRACKETED))
    return FALSE;

  return line->chars <= JUMP_CHARS &&
         (is_jump_note (FZ_CUE_CONTINUED, line->text) || is_jump_note (FZ_CUE_TURNS, line->text));
}

static gboolean
opens_continued (FzText text)
{
  FzText inner = fz_text_bracket (text);

  return inner.start != NULL && inner.length < JUMP_CHARS * 3 && is_jump_note (FZ_CUE_CONTINUED, text);
}

/**
 * fz_kinds_end_note:
 * @text: a line or paragraph
 *
 * Returns: the bracket, with its marks, that stands at the end of @text, not
 *   longer than a list of names; a %NULL start where there is none
 */
FzText
fz_kinds_end_note (FzText text)
{
  const char *p = text.start + text.length;
  gunichar last = fz_text_last (text);

  if (last != 0xFF09 && last != ')' && last != 0x3015)
    return (FzText) { NULL, 0 };

  for (guint n = 0; p > text.start && n < NOTE_CHARS; n++)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == 0xFF08 || c == '(' || c == 0x3014)
        return (FzText) { p, (gsize) (text.start + text.length - p) };
    }

  return (FzText) { NULL, 0 };
}

/**
 * fz_kinds_is_names:
 * @text: a short run
 *
 * Of three names or more one may have a surname that the table does not know.
 *
 * Returns: whether it is nothing but personal names, set apart by spaces or 、
 */
gboolean
fz_kinds_is_names (FzText text)
{
  guint names = 0, strangers = 0;

  for (text = fz_text_trim (text); text.length > 0; text = fz_text_trim (text))
    {
      FzText word = { text.start, fz_text_word_end (fz_text_head (text, NAME_BYTES), "、，,/／") };
      guint chars = fz_text_chars (word);

      if (!fz_cue_surname (word) && (chars < 2 || chars > 3 || !fz_text_all_han (word) || ++strangers > 1))
        return FALSE;
      if (++names > 12)
        return FALSE;
      text = fz_text_from (text, word.length);
      if (text.length > 0 && fz_char_class (fz_text_first (text)) == FZ_CHAR_COMMA)
        text = fz_text_from (text, (gsize) (g_utf8_next_char (text.start) - text.start));
    }

  return names > 0 && (strangers == 0 || names > 2);
}

static gboolean
ends_turned (FzText text)
{
  FzText note = fz_kinds_end_note (text);
  FzText inner = note.start ? fz_text_trim (fz_text_bracket (note)) : note;

  if (note.start == NULL || inner.start == NULL || inner.length == 0)
    return FALSE;

  if (is_jump_note (FZ_CUE_TURNS, note) || fz_cue_author (inner, NULL) > 0 || fz_kinds_is_names (inner))
    return TRUE;

  return fz_authors_is_byline (inner);
}

/* 周明远 摄; 摄影：周明远; (图片由…提供). */
static gboolean
is_credit (FzText text)
{
  text = fz_text_unbracketed (text);
  if (fz_cue_start (FZ_CUE_CREDIT_START, text) > 0)
    return fz_text_chars (text) <= CREDIT_CHARS;

  return fz_credits_is (text);
}

/* （嵊州市委宣传部）, （嵊州市融媒体中心供稿）: who sent the story. */
static gboolean
is_office_note (const FzLine *line,
                FzText        inner)
{
  return line->chars <= OFFICE_CHARS && fz_text_chars (inner) > 4 && fz_text_all_han (inner) && fz_cue_end (FZ_CUE_NAME_END, inner);
}

static gboolean
is_byline (const FzLine *line)
{
  FzText inner = fz_text_unbracketed (line->text);

  if (line->chars > BYLINE_CHARS || (line->marks & (FZ_MARK_HOLDS_PERIOD | FZ_MARK_ENDS_PERIOD)))
    return FALSE;

  if ((line->marks & FZ_MARK_BRACKETED) && (fz_kinds_is_names (inner) || is_office_note (line, inner)))
    return TRUE;

  return fz_authors_is_byline (line->text);
}

/* 承办人：… 电话：0571-…, 来稿请寄邮箱 …@… */
static gboolean
is_contact (const FzLine *line)
{
  guint digits = 0;

  if (line->chars > BYLINE_CHARS || (line->marks & (FZ_MARK_ENDS_PERIOD | FZ_MARK_HOLDS_PERIOD)))
    return FALSE;
  for (gsize i = 0; i < line->text.length; i++)
    digits += (guchar) (line->text.start[i] - '0') < 10;

  return (digits >= 7 || memchr (line->text.start, '@', line->text.length) != NULL) && fz_cue_within (FZ_CUE_CONTACT, line->text);
}

static gboolean
is_noise (const FzLine *line)
{
  FzText inner = fz_text_bracket (line->text);

  if (!(line->marks & FZ_MARK_PRINTS))
    return !(line->marks & (FZ_MARK_ENDS_STOP | FZ_MARK_CLOSES));
  if ((line->marks & FZ_MARK_BRACKETED) && inner.start != NULL && line->chars <= NOTE_CHARS)
    return fz_cue_start (FZ_CUE_PAGE_NOTE, inner) > 0 || fz_text_find (inner, "虚构") != NULL;

  return line->chars <= NOTE_CHARS && fz_cue_start (FZ_CUE_IMPRINT, line->text) > 0;
}

/* 上一版 下一版; 粤ICP备…号: what stands around a page saved from the web. */
static gboolean
is_web_note (const FzLine *line)
{
  return fz_navigation_is_bar (line->text) || (line->chars <= NOTE_CHARS && fz_text_find (line->text, "ICP备") != NULL);
}

/* A caption that carries its credit: …抛光 史见山 摄; …(图片由…提供). */
static gboolean
is_picture (const FzLine *line)
{
  FzText note;

  if (line->chars > 160)
    return FALSE;
  if (fz_cue_start (FZ_CUE_PICTURE, line->text) > 0)
    return TRUE;
  note = fz_kinds_end_note (line->text);
  if (note.start != NULL && is_credit (note))
    return note.start > line->text.start;

  return fz_credits_tail (line->text).start != NULL;
}

/* 问：…, a turn of an interview; 编者按：… */
static gboolean
is_spoken (const FzLine *line)
{
  return line->hashes == 0 && (fz_cue_start (FZ_CUE_TALK, line->text) > 0 || fz_cue_start (FZ_CUE_EDITOR_NOTE, line->text) > 0);
}

/* 编辑同志：, which opens a letter; 特此公告, which closes a notice. */
static gboolean
is_formula (const FzLine *line)
{
  return line->hashes == 0 && line->chars <= FORMULA_CHARS &&
         (fz_cue_end (FZ_CUE_SALUTATION, line->text) || fz_cue_start (FZ_CUE_CLOSING, line->text) > 0);
}

/* 山村有了小剧场（详见第4版）: a headline whose story stands elsewhere; dots or
 * a dash that lead to the page are of digests. */
static gboolean
is_stub (FzText text)
{
  FzText note = fz_kinds_end_note (text);
  FzText inner = note.start ? fz_text_trim (fz_text_bracket (note)) : note;
  FzText title = { text.start, note.start ? (gsize) (note.start - text.start) : 0 };
  FzCharClass end = fz_char_class (fz_text_last (fz_text_trim (title)));

  if (inner.start == NULL || fz_text_chars (title) < STUB_CHARS || end == FZ_CHAR_DASH || end == FZ_CHAR_STOP)
    return FALSE;

  return (fz_cue_start (FZ_CUE_POINTS, inner) > 0 || fz_cue_start (FZ_CUE_TURNS, inner) > 0) && fz_text_find (inner, "版") != NULL;
}

static FzLineKind
kind_of_short (const FzLine   *line,
               const gunichar *points)
{
  const FzLineMarks prose = FZ_MARK_HOLDS_PAUSE | FZ_MARK_HOLDS_PERIOD | FZ_MARK_ENDS_PAUSE | FZ_MARK_ENDS_STOP;

  if (is_jump (line))
    return FZ_KIND_JUMP;
  if (!(line->marks & prose) && fz_masthead_is_line (line->text, points, line->chars))
    return FZ_KIND_MASTHEAD;
  if (!(line->marks & (prose & ~FZ_MARK_ENDS_STOP)) && is_stub (line->text))
    return FZ_KIND_STUB;
  if (is_credit (line->text))
    return FZ_KIND_CREDIT;
  if (is_byline (line))
    return FZ_KIND_BYLINE;
  if (is_noise (line) || is_web_note (line) || is_contact (line) || fz_edition_is_pointer (line->text))
    return FZ_KIND_NOISE;

  return FZ_KIND_TEXT;
}

static FzLineKind
kind_of (const FzLine   *line,
         const gunichar *points)
{
  gboolean opens = fz_dateline_length (line->text) > 0;
  FzLineKind kind = FZ_KIND_TEXT;

  if (line->hashes == 0 && line->chars <= BYLINE_CHARS && !opens)
    kind = kind_of_short (line, points);
  if (kind != FZ_KIND_TEXT)
    return kind;
  if (opens_continued (line->text))
    return FZ_KIND_CONTINUED;
  if (opens || fz_dateline_opens_in_bracket (line->text))
    return FZ_KIND_LEAD;
  if (is_picture (line))
    return FZ_KIND_PICTURE;
  if (is_spoken (line))
    return FZ_KIND_TEXT;
  if (is_formula (line))
    return FZ_KIND_APART;

  return is_running_text (line) ? FZ_KIND_TEXT : FZ_KIND_HEAD;
}

static void
mark_cues (FzLine *line)
{
  if (line->chars <= BYLINE_CHARS && fz_cue_numbered (line->text))
    line->marks |= FZ_MARK_NUMBERED;
  if (fz_text_starts (line->text, "——") || fz_text_starts (line->text, "--"))
    line->marks |= FZ_MARK_DASHED;
  if (line->chars <= CREDIT_CHARS && fz_kinds_is_names (line->text))
    line->marks |= FZ_MARK_NAMES;
  if (ends_turned (line->text))
    line->marks |= FZ_MARK_ENDS_TURN | FZ_MARK_ENDS_STOP;
}

/**
 * fz_kinds_mark:
 * @lines: the lines of a page, marked by [func@columns_mark]
 *
 * Says of each line what it is by its cues and its shape; of no more where it is
 * asked to stop.
 */
void
fz_kinds_mark (FzLines *lines)
{
  for (guint i = 0; i < lines->lines->len && !fz_stop_asked_after (fz_lines_at (lines, i)->text.length); i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      mark_cues (line);
      line->kind = kind_of (line, lines->points + line->first);
      line->web = line->kind == FZ_KIND_NOISE && fz_navigation_sets_size (line->text);
    }
  fz_kinds_mend (lines);
}
