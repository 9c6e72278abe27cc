/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-marks.h"

#define NEVER (FZ_PROHIBIT_STRICT + 1)

/* The marks, and from which level on they may not start or end a line: CLREQ 6.1.1
 * and GB/T 15834—2011, 5.1.  A dash is —— ; a single — joins two ends and is a
 * connector, see fz_mark_kind_between(). */
static const struct {
  FzMarkKind  kind;
  int         start_from;
  int         end_from;
  const char *marks;
} rows[] = {
  { FZ_KIND_STOP, FZ_PROHIBIT_BASIC, NEVER, "。？！．｡‼⁇⁈⁉" },
  { FZ_KIND_PAUSE, FZ_PROHIBIT_BASIC, NEVER, "，、；：､︰" },
  { FZ_KIND_OPEN, NEVER, FZ_PROHIBIT_BASIC, "“‘（《〈「『【〔［｛〖〘〚〝｟｢﹁﹃" },
  { FZ_KIND_CLOSE, FZ_PROHIBIT_BASIC, NEVER, "”’）》〉」』】〕］｝〗〙〛〞〟｠｣﹂﹄" },
  { FZ_KIND_MIDDLE, FZ_PROHIBIT_BASIC, NEVER, "·・•‧･" },
  { FZ_KIND_CONNECTOR, FZ_PROHIBIT_BASIC, NEVER, "～〜–－‐" },
  { FZ_KIND_SOLIDUS, FZ_PROHIBIT_BASIC, FZ_PROHIBIT_GB, "／/" },
  { FZ_KIND_DASH, FZ_PROHIBIT_STRICT, NEVER, "—―⸺" },
  { FZ_KIND_ELLIPSIS, FZ_PROHIBIT_STRICT, NEVER, "…⋯" },
  { FZ_KIND_PREFIX, NEVER, NEVER, "$￥¥£€＄￡№#＃+−±＋" },
  { FZ_KIND_SUFFIX, NEVER, NEVER, "%‰℃℉°′″％‱" },
  { FZ_KIND_SPACE, NEVER, NEVER, " \t　\u2002\u2003\u2009" },
};

#define BMP 0x10000

static guint8 kinds[BMP];
static guint8 barred_start[FZ_N_KINDS], barred_end[FZ_N_KINDS];

static FzMarkKind
kind_by_script (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
      return FZ_KIND_HAN;
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
      return FZ_KIND_WORD;
    default:
      return g_unichar_isdigit (c) ? FZ_KIND_DIGIT : c < 0x80 ? FZ_KIND_SYMBOL : FZ_KIND_OTHER;
    }
}

static void
fill_kinds (void)
{
  for (gunichar c = 0; c < BMP; c++)
    kinds[c] = kind_by_script (c);
  for (guint i = 0; i < FZ_N_KINDS; i++)
    barred_start[i] = barred_end[i] = NEVER;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      barred_start[rows[i].kind] = rows[i].start_from;
      barred_end[rows[i].kind] = rows[i].end_from;
      for (const char *p = rows[i].marks; *p != '\0'; p = g_utf8_next_char (p))
        kinds[g_utf8_get_char (p)] = rows[i].kind;
    }
}

static inline void
need_kinds (void)
{
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_kinds ();
      g_once_init_leave (&filled, 1);
    }
}

/**
 * fz_mark_kind:
 *
 * Returns: what @c is, whatever stands beside it
 */
FzMarkKind
fz_mark_kind (gunichar c)
{
  need_kinds ();
  return c < BMP ? kinds[c] : kind_by_script (c);
}

static gboolean
is_latin (gunichar c)
{
  FzMarkKind kind = fz_mark_kind (c);

  return kind == FZ_KIND_WORD || kind == FZ_KIND_DIGIT;
}

/**
 * fz_mark_kind_between:
 * @before: the character before @c, or 0
 * @after: the one behind it, or 0
 *
 * Some marks are another thing in another place: ’ and / within a Latin word belong
 * to the word, - between Han joins as ～ does, and a single — is no dash.
 *
 * Returns: what @c is between the two
 */
FzMarkKind
fz_mark_kind_between (gunichar before, gunichar c, gunichar after)
{
  FzMarkKind kind = fz_mark_kind (c);

  if (c == '-' && !is_latin (before) && !is_latin (after) && before != '-' && after != '-' && before != 0)
    return FZ_KIND_CONNECTOR;
  if (kind == FZ_KIND_DASH && c != 0x2E3A && before != c && after != c && before != 0)
    return FZ_KIND_CONNECTOR;
  if ((c == 0x2019 || c == 0x2010 || c == '/') && is_latin (before) && is_latin (after))
    return FZ_KIND_SYMBOL;
  return kind;
}

/**
 * fz_mark_barred_start:
 *
 * Returns: whether at @level no line starts with @kind
 */
gboolean
fz_mark_barred_start (FzMarkKind kind, FzProhibition level)
{
  return barred_start[kind] <= level;
}

/**
 * fz_mark_barred_end:
 *
 * Returns: whether at @level no line ends with @kind
 */
gboolean
fz_mark_barred_end (FzMarkKind kind, FzProhibition level)
{
  return barred_end[kind] <= level;
}
