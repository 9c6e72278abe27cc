/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-jumps.h"

#include <string.h>

#include "fz-chars.h"
#include "fz-cues.h"
#include "fz-kinds.h"

/* Marks by which a story that two pages share says so: （下转第4版） at the end
 * of the first part, （上接第一版） at the head of the second, also 下转A6版,
 * 紧接一版, 上接A1版《…》. */

enum {
  JUMP_CHARS = 60,    /* with a headline in it */
  EDITION_CHARS = 4,  /* A十二 */
  TITLE_CHARS = 120,
};

static const char * const direction_names[] = {
  [FZ_JUMP_TO] = "to",
  [FZ_JUMP_FROM] = "from",
};

static const FzCueSet cues[] = {
  [FZ_JUMP_TO] = FZ_CUE_TURNS,
  [FZ_JUMP_FROM] = FZ_CUE_CONTINUED,
};

/* What a front page is called instead of the first. */
static const char * const first_pages[] = { "头", "頭" };

/**
 * fz_jump_direction_name:
 * @direction: a direction
 *
 * Returns: (transfer none): its name in the store
 */
const char *
fz_jump_direction_name (FzJumpDirection direction)
{
  g_return_val_if_fail ((guint) direction < G_N_ELEMENTS (direction_names), NULL);

  return direction_names[direction];
}

/**
 * fz_jump_clear:
 * @self: what was read
 */
void
fz_jump_clear (FzJump *self)
{
  g_clear_pointer (&self->edition, g_free);
  g_clear_pointer (&self->title, g_free);
}

/* 三 is 3, 十二 12, 二十 20; 0 for what is none. */
static guint
read_numeral (const char *text)
{
  static const char numerals[] = "一二三四五六七八九";
  guint tens = 0, units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *at = g_utf8_strchr (numerals, -1, g_utf8_get_char (p));

      if (at != NULL && units == 0)
        units = (guint) g_utf8_pointer_to_offset (numerals, at) + 1;
      else if (g_utf8_get_char (p) == 0x5341 && tens == 0)
        {
          tens = MAX (units, 1) * 10;
          units = 0;
        }
      else
        return 0;
    }

  return tens + units;
}

/* A06 is A6, 04 is 4. */
static char *
plain_number (const char *text)
{
  gsize letters = g_ascii_isalpha (text[0]) ? 1 : 0;
  const char *digits = text + letters;
  guint number = read_numeral (digits);

  if (number == 0 && *digits != '\0' && strspn (digits, "0123456789") == strlen (digits) && strlen (digits) <= 3)
    number = (guint) atoi (digits);
  if (number == 0)
    return NULL;

  return g_strdup_printf ("%.*s%u", (int) letters, text, number);
}

/**
 * fz_edition_plain:
 * @edition: (nullable): 版次 in any spelling: 第一版, 01, Ａ０６版, 头版
 *
 * Returns: (transfer full) (nullable): the same for all that mean one page: 1,
 *   A6; %NULL for what is no number of a page
 */
char *
fz_edition_plain (const char *edition)
{
  g_autofree char *normal = edition != NULL ? g_utf8_normalize (edition, -1, G_NORMALIZE_ALL) : NULL;
  g_autofree char *upper = normal != NULL ? g_ascii_strup (normal, -1) : NULL;
  g_autoptr (GString) text = g_string_new (upper);

  g_string_replace (text, "第", "", 1);
  g_string_replace (text, "版", "", 1);
  g_string_replace (text, " ", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (first_pages); i++)
    if (g_str_equal (text->str, first_pages[i]))
      return g_strdup ("1");

  return plain_number (text->str);
}

/* What stands behind the cue up to the first 版; of 第2、3版 the first. */
static char *
read_edition (FzText text)
{
  static const char * const ends[] = { "版", "、", "，", ",", "/", "和" };
  FzText number = text;
  g_autofree char *printed = NULL;

  if (fz_text_find (text, ends[0]) == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = fz_text_find (number, ends[i]);

      number.length = end != NULL ? (gsize) (end - number.start) : number.length;
    }
  number = fz_text_trim (number);
  if (number.length == 0 || fz_text_chars (number) > EDITION_CHARS + 1)
    return NULL;
  printed = g_strndup (number.start, number.length);

  return fz_edition_plain (printed);
}

static char *
read_title (FzText text)
{
  static const struct { const char *open, *close; } pairs[] = { { "《", "》" }, { "“", "”" }, { "「", "」" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = fz_text_find (text, pairs[i].open);
      FzText rest = open != NULL ? fz_text_from (text, (gsize) (open - text.start) + strlen (pairs[i].open)) : text;
      const char *close = open != NULL ? fz_text_find (rest, pairs[i].close) : NULL;

      if (close != NULL)
        return g_strndup (rest.start, (gsize) (close - rest.start));
    }

  return NULL;
}

/* Whether @note is a mark of @direction, and what it names. */
static gboolean
read_note (FzJump          *self,
           FzText           note,
           FzJumpDirection  direction)
{
  FzText inner = fz_text_bracket (note);
  FzText text = fz_text_trim (inner.start != NULL ? inner : note);
  gsize cue;

  text = fz_text_from (text, fz_cue_start (FZ_CUE_LIST_MARK, text));
  cue = fz_cue_start (cues[direction], text);
  if (cue == 0 || text.length > JUMP_CHARS * 3)
    return FALSE;
  fz_jump_clear (self);
  text = fz_text_from (text, cue);
  self->edition = read_edition (text);
  self->title = read_title (text);

  return TRUE;
}

static gboolean
read_block (FzJump          *self,
            const FzArticle *article,
            const FzBlock   *block,
            FzJumpDirection  direction)
{
  FzText text = { article->text + block->byte_start, block->byte_end - block->byte_start };
  FzText note = text;

  if (block->role == FZ_ROLE_BODY)
    note = direction == FZ_JUMP_TO ? fz_kinds_end_note (text) : fz_text_bracket (text);
  else if (block->role != FZ_ROLE_JUMP)
    return FALSE;

  return note.start != NULL && read_note (self, note, direction);
}

/**
 * fz_jump_read:
 * @self: (out): what is named; to be cleared
 * @article: an article
 * @direction: which mark is looked for
 *
 * Reads where a story goes on or where it began: the last mark of the one kind,
 * the first of the other.
 *
 * Returns: whether there is one
 */
gboolean
fz_jump_read (FzJump          *self,
              const FzArticle *article,
              FzJumpDirection  direction)
{
  guint n = article->blocks->len;

  *self = (FzJump) { NULL, NULL };
  for (guint i = 0; i < n; i++)
    if (read_block (self, article, fz_article_block (article, direction == FZ_JUMP_TO ? n - 1 - i : i), direction))
      return TRUE;

  return FALSE;
}

/* Its letters, digits and characters without marks and spaces. */
static GArray *
plain_title (const char *title)
{
  GArray *chars = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = title; *p != '\0' && chars->len < TITLE_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_isalnum (c))
        g_array_append_val (chars, c);
    }

  return chars;
}

/* How many pairs of neighbours of @one stand in @other, each of these once. */
static guint
count_pairs (const GArray *one,
             const GArray *other)
{
  const gunichar *a = (const gunichar *) (gconstpointer) one->data;
  const gunichar *b = (const gunichar *) (gconstpointer) other->data;
  gboolean taken[TITLE_CHARS] = { FALSE };
  guint pairs = 0;

  for (guint i = 0; i + 1 < one->len; i++)
    for (guint j = 0; j + 1 < other->len; j++)
      if (!taken[j] && a[i] == b[j] && a[i + 1] == b[j + 1])
        {
          taken[j] = TRUE;
          pairs++;
          break;
        }

  return pairs;
}

/**
 * fz_titles_are_alike:
 * @one: (nullable): a headline
 * @other: (nullable): another
 *
 * Marks and spaces aside: whether they are equal, or half of what either says
 * in pairs of characters (Dice's coefficient), or all of the shorter one with
 * three pairs at least, the other says too.
 */
gboolean
fz_titles_are_alike (const char *one,
                     const char *other)
{
  g_autoptr (GArray) a = plain_title (one != NULL ? one : "");
  g_autoptr (GArray) b = plain_title (other != NULL ? other : "");
  guint pairs, least;

  if (a->len < 2 || b->len < 2)
    return FALSE;
  pairs = count_pairs (a, b);
  least = MIN (a->len, b->len) - 1;

  return pairs * 4 >= a->len + b->len - 2 || (pairs == least && least >= 3);
}
