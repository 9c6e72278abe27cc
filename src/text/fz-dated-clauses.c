/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-dated-private.h"

/* What the words around a date or an event make of it. */

enum {
  LOOK_AROUND = 24,    /* bytes: eight Han characters */
  SENTENCE_BYTES = 90,
};

/* What makes of a date one that is still to come, or a limit: before it in its
 * clause, and behind it. */
static const char * const to_come_before[] = {
  "到", "至", "将", "將", "拟", "擬", "预计", "預計", "计划", "計畫", "定于", "力争", "力爭", "有望", "目标", "目標", "—", "－", "-", "~", "～", "首届", "规划",
};
static const char * const to_come_behind[] = {
  "前", "底前", "年底前", "起", "将", "將", "规划", "計畫", "目标", "目標", "远景", "版", "要",
};

/* Before an event in its sentence: it is of these days. */
static const char * const recent[] = {
  "最近", "近日", "日前", "近期", "连日来", "連日來", "近段时间", "今天", "今日", "昨天", "昨日", "正在", "这几天", "這幾天", "本周", "上周",
};

/**
 * fz_dater_before:
 * @self: a block
 * @p: a place in it
 *
 * Returns: what stands directly before @p, up to eight Han characters
 */
FzText
fz_dater_before (const FzDater *self,
                 const char    *p)
{
  const char *start = p - MIN ((gsize) (p - self->text.start), LOOK_AROUND);

  while (start < p && ((guchar) *start & 0xC0) == 0x80)
    start++;

  return (FzText) { start, (gsize) (p - start) };
}

/* The clause before @p, as far as it is looked at. */
static FzText
clause_before (const FzDater *self,
               const char   *p)
{
  FzText back = fz_dater_before (self, p);
  const char *start = p;

  while (start > back.start)
    {
      const char *before = g_utf8_prev_char (start);
      FzCharClass class = fz_char_class (g_utf8_get_char (before));

      if (class == FZ_CHAR_STOP || class == FZ_CHAR_COMMA || class == FZ_CHAR_SEMI)
        break;
      start = before;
    }

  return (FzText) { start, (gsize) (p - start) };
}

/**
 * fz_dater_is_to_come:
 * @self: a block
 * @start: where a date or an event starts
 * @end: and ends
 *
 * Returns: whether its clause says that it is still to come, or a limit
 */
gboolean
fz_dater_is_to_come (const FzDater *self,
                     const char    *start,
                     const char    *end)
{
  FzText clause = clause_before (self, start);

  for (guint i = 0; i < G_N_ELEMENTS (to_come_before); i++)
    if (fz_text_find (clause, to_come_before[i]) != NULL)
      return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (to_come_behind); i++)
    if (fz_text_starts (fz_dater_rest (self, end), to_come_behind[i]))
      return TRUE;

  return FALSE;
}

/**
 * fz_dater_is_recent:
 * @self: a block
 * @p: where an event starts
 *
 * Returns: whether its sentence says before it that it is of these days
 */
gboolean
fz_dater_is_recent (const FzDater *self,
                    const char    *p)
{
  const char *start = p;
  FzText sentence;

  while (start > self->text.start && p - start < SENTENCE_BYTES &&
         fz_char_class (g_utf8_get_char (g_utf8_prev_char (start))) != FZ_CHAR_STOP)
    start = g_utf8_prev_char (start);
  sentence = (FzText) { start, (gsize) (p - start) };
  for (guint i = 0; i < G_N_ELEMENTS (recent); i++)
    if (fz_text_find (sentence, recent[i]) != NULL)
      return TRUE;

  return FALSE;
}
