/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-names.h"

#include <string.h>

#include "fz-cues.h"

/* Which words of a byline are names of persons and offices. */

static const char * const office_ends[] = {
  "所", "局", "處", "处", "科", "課", "部", "社", "中心", "委员会", "办公室", "团队", "台", "院", "校", "公司", "科长", "局长",
};

/* 尚卿乡, 安溪县: a place whose name begins with a surname; 李镇 may be somebody. */
static const char * const place_ends[] = { "县", "縣", "市", "区", "區", "镇", "鎮", "乡", "鄉", "街道", "社区", "社區" };
enum { PLACE_CHARS = 3 };

static gboolean
ends_as_place (FzText word)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_ends) && fz_text_chars (word) >= PLACE_CHARS; i++)
    if (fz_text_ends (word, place_ends[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_foreign_name (FzText word)
{
  return fz_text_find (word, "·") != NULL && fz_text_chars (word) <= 14;
}

/**
 * fz_name_without_number:
 * @word: a word of a byline
 *
 * 郭欣雅06-2991111: the name ends where the number begins.
 *
 * Returns: @word up to its first digit
 */
FzText
fz_name_without_number (FzText word)
{
  const char *end = word.start + word.length;

  for (const char *p = word.start; p < end; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p) || *p == '#')
      return (FzText) { word.start, (gsize) (p - word.start) };

  return word;
}

/**
 * fz_name_is:
 * @word: a word of a byline
 * @by_surname: whether it must begin with a surname of the census lists
 *
 * Returns: whether it can be the name of a person; a place is none that begins so
 */
gboolean
fz_name_is (FzText   word,
            gboolean by_surname)
{
  guint chars = fz_text_chars (word);

  if (is_foreign_name (word))
    return TRUE;
  if (chars < 2 || chars > 4 || !fz_text_all_han (word))
    return FALSE;

  return !by_surname || (fz_cue_surname (word) && !ends_as_place (word));
}

/**
 * fz_name_is_office:
 * @word: a word of a byline
 *
 * Returns: whether it is an office, a school or a firm
 */
gboolean
fz_name_is_office (FzText word)
{
  if (fz_text_chars (word) < 3)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (office_ends); i++)
    if (fz_text_ends (word, office_ends[i]))
      return TRUE;

  return FALSE;
}

/**
 * fz_name_before_wire:
 * @word: what is written on to a reporter's role
 *
 * 蘇木春台中18日電: of what runs on into place and date the first three
 * characters are the name.
 *
 * Returns: the name
 */
FzText
fz_name_before_wire (FzText word)
{
  FzText name = word;

  if (!fz_cue_end (FZ_CUE_WIRE, word) && !fz_cue_end (FZ_CUE_REPORTS, word))
    return word;
  if (fz_text_chars (word) < 5)
    return word;
  name.length = (gsize) (g_utf8_offset_to_pointer (word.start, 3) - word.start);

  return name;
}
