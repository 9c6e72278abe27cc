/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-shapes.h"

#include "fz-cues.h"
#include "fz-observed-words.h"

/* How the characters of a line are put together.
 *
 * Headlines, kickers and headings are often made of two halves of one length;
 * they leave out the words by which prose runs on, as do the short sentences that
 * stand below pictures. */

enum {
  STILL_CHARS = 22,
  PICTURE_CHARS = 48,
  FIRST_BYTES = 3 * 24,
  SIGNED_CHARS = 20,
  COUNTED_CHARS = 6,
  TAKEN_CHARS = 16,
  FEW_CHARS = 8,
  COLON_CHARS = 4,
  SPACED_CHARS = 5,
  FAR_APART = 3,       /* characters, between the lengths of two halves */
};

/* Words of one character by which somebody tells, asks or weighs. */
static gboolean
is_prose (gunichar c)
{
  switch (c)
    {
    case 0x4E86: case 0x5C31: case 0x4E5F: case 0x90FD: case 0x624D: case 0x8FD8: case 0x9084: case 0x53C8: /* 了就也都才还還又 */
    case 0x5374: case 0x537B: case 0x662F: case 0x6CA1: case 0x6C92: case 0x6211: case 0x4F60: case 0x60A8: /* 却卻是没沒我你您 */
    case 0x4ED6: case 0x5979: case 0x5B83: case 0x8FD9: case 0x9019: case 0x90A3: case 0x4E48: case 0x9EBC: /* 他她它这這那么麼 */
    case 0x5417: case 0x55CE: case 0x5462: case 0x5427: case 0x56E0: case 0x4F46: case 0x5982: case 0x8BF4: /* 吗嗎呢吧因但如说 */
    case 0x8AAA: case 0x5F97: case 0x5DF2: /* 說得已 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* What a sentence begins with: when, where and who. */
static FzText
first_of (FzText text)
{
  gsize length = MIN (text.length, FIRST_BYTES);

  while (length > 0 && length < text.length && ((guchar) text.start[length] & 0xC0) == 0x80)
    length--;

  return (FzText) { text.start, length };
}

/* A short line read once. */
typedef struct {
  guint prose;
  guint parts;      /* that ， or a space set apart */
  guint chars[2];   /* printed in the first and the second of them */
} Shape;

static Shape
read_shape (const gunichar *points, guint n)
{
  Shape shape = { .parts = 1 };
  gboolean apart = FALSE;

  for (guint i = 0; i < n; i++)
    {
      FzCharClass class = fz_char_class (points[i]);

      if (class == FZ_CHAR_SPACE || (class == FZ_CHAR_COMMA && points[i] != 0x3001))
        apart = TRUE;
      if (class != FZ_CHAR_HAN && class != FZ_CHAR_LETTER && class != FZ_CHAR_DIGIT)
        continue;
      shape.parts += apart;
      apart = FALSE;
      shape.prose += is_prose (points[i]);
      if (shape.parts <= 2)
        shape.chars[shape.parts - 1]++;
    }

  return shape;
}

/* 护水有方 让清流常在: two halves. */
static void
look_at_halves (const Shape *shape, FzObserved *observed)
{
  guint most = MAX (shape->chars[0], shape->chars[1]), least = MIN (shape->chars[0], shape->chars[1]);

  if (shape->parts != 2 || least < 2)
    return;
  fz_see_if (observed, most == least, FZ_SEEN_EVEN);
  fz_see_if (observed, most - least >= FAR_APART, FZ_SEEN_UNEVEN);
}

/* 市民 黎淑娟, 隆安县某镇水利站 罗秋莲: who one is, and the name. */
static gboolean
is_signed (const FzLine *line, const Shape *shape)
{
  const char *end = line->text.start + line->text.length, *name = end;

  if (shape->parts != 2 || line->chars > SIGNED_CHARS || shape->chars[0] < 2 || shape->chars[1] < 2 || shape->chars[1] > 3)
    return FALSE;
  for (guint i = 0; i < shape->chars[1]; i++)
    name = g_utf8_prev_char (name);

  return fz_cue_surname ((FzText) { name, (gsize) (end - name) });
}

/* 毛病一, 第三问 has its number elsewhere. */
static gboolean
is_counted (const FzLine *line)
{
  static const char numbers[] = "一二三四五六七八九十";
  gunichar last = fz_text_last (line->text);

  return line->chars > 1 && line->chars <= COUNTED_CHARS && (g_utf8_strchr (numbers, -1, last) != NULL || (last >= '1' && last <= '9'));
}

/* 海　泥 */
static gboolean
is_spaced_two (const gunichar *points, guint n)
{
  if (n < 3 || n > SPACED_CHARS || fz_char_class (points[0]) != FZ_CHAR_HAN || fz_char_class (points[n - 1]) != FZ_CHAR_HAN)
    return FALSE;
  for (guint i = 1; i + 1 < n; i++)
    if (fz_char_class (points[i]) != FZ_CHAR_SPACE)
      return FALSE;

  return TRUE;
}

/* 某政发〔2018〕9号 */
static gboolean
is_document (FzText text)
{
  return (fz_text_ends (text, "号") || fz_text_ends (text, "號")) && (fz_text_find (text, "〕") != NULL || fz_text_find (text, "]") != NULL);
}

/* Lines of a few characters, each of its own kind. */
static void
look_at_few (const FzObserver *self, const FzLine *line, const Shape *shape, FzObserved *observed)
{
  fz_see_if (observed, is_document (line->text), FZ_SEEN_DOCUMENT);
  if (line->chars > TAKEN_CHARS)
    return;
  fz_see_if (observed, shape->parts > 1 && fz_cue_end (FZ_CUE_CREDIT_END, line->text), FZ_SEEN_TAKEN);
  if (line->chars > FEW_CHARS)
    return;
  fz_see_if (observed, fz_cue_start (FZ_CUE_LIST_MARK, line->text) > 0, FZ_SEEN_MARKED_FEW);
  fz_see_if (observed, is_spaced_two (self->lines->points + line->first, line->chars), FZ_SEEN_SPACED_TWO);
  fz_see_if (observed, fz_text_find (line->text, "广告") != NULL || fz_text_find (line->text, "廣告") != NULL, FZ_SEEN_ADVERT);
}

/**
 * fz_shapes_look:
 * @self: an observer
 * @line: a line, not a long one
 * @observed: what is seen of it so far
 *
 * Adds how its characters are put together.
 */
void
fz_shapes_look (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  Shape shape = read_shape (self->lines->points + line->first, line->chars);
  gboolean sentence = (line->marks & FZ_MARK_ENDS_PERIOD) && !(line->marks & FZ_MARK_HOLDS_PERIOD);

  look_at_halves (&shape, observed);
  fz_see_if (observed, shape.prose > 0, FZ_SEEN_PROSE);
  fz_see_if (observed, shape.prose == 0 && sentence && line->chars <= STILL_CHARS, FZ_SEEN_STILL);
  fz_see_if (observed, sentence && line->chars <= PICTURE_CHARS && fz_cue_within (FZ_CUE_PEOPLE, first_of (line->text)), FZ_SEEN_PEOPLE);
  fz_see_if (observed, is_signed (line, &shape), FZ_SEEN_SIGNED);
  fz_see_if (observed, is_counted (line), FZ_SEEN_COUNTED);
  look_at_few (self, line, &shape, observed);
}

/* Where 甲方：… has its colon; 0 for none. */
static guint
colon_at (const gunichar *points, guint n)
{
  for (guint i = 1; i < MIN (n, COLON_CHARS + 1); i++)
    if (points[i] == 0xFF1A || points[i] == ':')
      return i;

  return 0;
}

/**
 * fz_shapes_parallel:
 * @self: an observer
 * @line: a short line
 * @other: (nullable): another
 *
 * Returns: whether both begin or end with the same character, as 怎么种 and 怎么卖, or
 *   have a colon at the same place, as 甲方：… and 乙方：…
 */
gboolean
fz_shapes_parallel (const FzObserver *self, const FzLine *line, const FzLine *other)
{
  const gunichar *a = self->lines->points + line->first, *b;

  if (other == NULL || other->chars == 0 || line->chars == 0)
    return FALSE;
  b = self->lines->points + other->first;

  return a[0] == b[0] || a[line->chars - 1] == b[other->chars - 1] ||
         (colon_at (a, line->chars) > 0 && colon_at (a, line->chars) == colon_at (b, other->chars));
}
