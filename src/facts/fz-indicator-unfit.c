/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

#include "fz-phrase-words.h"

#include <string.h>

/* What stands beside a figure and is not what it measures. */

static gboolean
ends_in (const char *name, const char *const *words, gsize n_words)
{
  return fz_phrase_any_before (name, name + strlen (name), words, n_words);
}

/**
 * fz_indicator_lends:
 * @previous: a figure with what it measures
 * @c: the one behind it
 *
 * Rule "dimension": 层高3米，2000平方米出租: a height or a length is not what an
 * area or a mass behind it measures.
 *
 * Returns: whether the second can be of what the first is of
 */
gboolean
fz_indicator_lends (const FzFound *previous, const FzCandidate *c)
{
  static const char *const dimensions[] = { "长", "長", "宽", "寬", "高", "深", "厚", "直径", "直徑", "海拔", "长度", "長度", "宽度", "寬度",
                                            "高度", "深度", "厚度" };

  /* 时速250公里，最快2小时可达 */
  if (previous->candidate.kind == FZ_FIGURE_SPEED && c->kind == FZ_FIGURE_DURATION)
    return FALSE;
  return previous->candidate.kind != FZ_FIGURE_LENGTH || c->kind == FZ_FIGURE_LENGTH || c->kind == FZ_FIGURE_PERCENT ||
         !ends_in (previous->indicator, dimensions, G_N_ELEMENTS (dimensions));
}

/**
 * fz_indicator_is_sky:
 * @c: a figure
 * @indicator: (nullable): what stands where it would name what it measures
 *
 * Rule "sky": 多云，15℃ is said of the air; degrees are none of clouds, rain or wind.
 *
 * Returns: whether it is a temperature, and @indicator what the sky is like
 */
gboolean
fz_indicator_is_sky (const FzCandidate *c, const char *indicator)
{
  static const char *const words[] = { "云", "雲", "晴", "阴", "陰", "雨", "雪", "雾", "霧", "霾", "风", "風", "级", "級" };

  return indicator != NULL && g_strcmp0 (c->base, "℃") == 0 && ends_in (indicator, words, G_N_ELEMENTS (words));
}
