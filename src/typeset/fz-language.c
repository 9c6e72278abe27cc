/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-language.h"

/* As much of a text as shows its script. */
#define SCRIPT_SAMPLE 2000

/* Frequent characters that only one of the two scripts uses. */
static const char simplified_only[] = "这个们来时国说对会为学发经动业产农乡镇东车门开间关书长";
static const char traditional_only[] = "這個們來時國說對會為學發經動業產農鄉鎮東車門開間關書長";

/**
 * fz_text_language:
 * @text: UTF-8
 *
 * Which forms the glyphs should have.  Pango knows "zh-cn" and "zh-tw"; the
 * script subtags of BCP 47 choose no font.
 *
 * Returns: "zh-tw" for a text in traditional characters, else "zh-cn"
 */
const char *
fz_text_language (const char *text)
{
  int balance = 0;
  guint n = 0;

  for (const char *p = text; *p && n < SCRIPT_SAMPLE; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x4e00)
        continue;
      balance += g_utf8_strchr (traditional_only, -1, c) != NULL;
      balance -= g_utf8_strchr (simplified_only, -1, c) != NULL;
    }
  return balance > 0 ? "zh-tw" : "zh-cn";
}
