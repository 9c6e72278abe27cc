/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-times-parts.h"

#include <string.h>

/* What is written as a time and tells of no figure when it is: another time is only
 * compared with, a record, the day of a report, the end of another word. */

/* 5月3日电（记者…）: the day of the report is of no figure in it. */
gboolean
fz_time_is_dateline (const char *behind, const char *end)
{
  static const char *const after[] = { "电（", "电(", "电 ", "電（", "電(", "讯（", "讯(", "讯 " };

  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (fz_text_at (behind, end, after[i]))
      return TRUE;
  return FALSE;
}

/* Rule "record": 近十年新高, 近十年同期最多, 10年来最低: how long nothing was higher. */
static gboolean
is_record (const char *p, const char *behind, const char *end)
{
  static const char records[] = "新高 新低 高位 低位 高点 高點 低点 低點 峰值 之最 来新高 来新低 來新高 來新低 同期新高 同期新低";
  static const char superlatives[] = "最 来最 來最 同期最";
  static FzWords *words, *most;

  if (fz_words_at (fz_words_of_list (&words, records), behind, end, NULL) > 0)
    return TRUE;
  return (fz_text_at (p, behind, "近") || fz_text_before (p, behind, "来") || fz_text_before (p, behind, "來")) &&
         fz_words_at (fz_words_of_list (&most, superlatives), behind, end, NULL) > 0;
}

/* 比去年, 去年同期: another time is only compared with. */
gboolean
fz_time_is_compared (const char *start, const char *p, const char *behind, const char *end)
{
  guint class = 0;

  if (fz_words_before (fz_time_words (), start, p, &class) > 0 && class & FZ_TIME_WORD_COMPARE)
    return TRUE;
  if (is_record (p, behind, end))
    return TRUE;
  /* 去年同期，… tells of then; 比去年同期 and 去年同期的 do not. */
  return fz_text_before (start, behind, "同期") && !(fz_times_opens_clause (start, p) && p == start);
}

/* 出现在: the time is the end of a verb and 在. */
gboolean
fz_time_is_split_verb (const char *start, const char *p, const char *end)
{
  static const char verbs[] = "出现在 出現在 体现在 體現在 表现在 表現在 呈现在 呈現在 实现在 展现在 展現在 发现在 發現在 浮现在 重现在 再现在";
  static FzWords *words;

  return (fz_text_at (p, end, "现在") || fz_text_at (p, end, "現在")) &&
         fz_words_before (fz_words_of_list (&words, verbs), start, p + strlen ("现在"), NULL) > 0;
}

/* Rule "no-day": 后天免疫 is what one is not born with, and 达产后年产值 is of each year
 * after that. */
gboolean
fz_time_is_no_day (const char *start, const char *p, const char *end)
{
  static const char gained[] = "免疫 失调 失調 培养 培養 努力 形成 教育 环境 環境 养成 養成 获得 獲得 性 因素 训练 訓練 习得 習得 发育 發育";
  static const char begun[] = "产 產 成 用 营 營 运 運 工 业 業";
  static FzWords *followers, *verbs;
  const gsize day = strlen ("后天");

  if (fz_text_at (p, end, "后天") || fz_text_at (p, end, "後天"))
    return fz_words_at (fz_words_of_list (&followers, gained), p + day, end, NULL) > 0;
  return (fz_text_at (p, end, "后年") || fz_text_at (p, end, "後年")) &&
         fz_words_before (fz_words_of_list (&verbs, begun), start, p, NULL) > 0;
}
