/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals-symbols.h"

#include "fz-words.h"

#include <string.h>

#define AT(code)           [(code) - FZ_SYMBOL_FIRST]
#define SAYS(class, value) (FZ_SYMBOL_##class | (value) << FZ_SYMBOL_VALUE)
#define CHEQUE(class, value) (SAYS (class, value) | FZ_SYMBOL_ON_CHEQUES)

const guint8 fz_symbols[FZ_SYMBOL_LAST + 1 - FZ_SYMBOL_FIRST] = {
  AT (u'〇') = SAYS (DIGIT, 0), AT (u'零') = SAYS (DIGIT, 0),
  AT (u'一') = SAYS (DIGIT, 1),
  AT (u'二') = SAYS (DIGIT, 2), AT (u'两') = SAYS (DIGIT, 2), AT (u'兩') = SAYS (DIGIT, 2),
  AT (u'三') = SAYS (DIGIT, 3),
  AT (u'四') = SAYS (DIGIT, 4),
  AT (u'五') = SAYS (DIGIT, 5),
  AT (u'六') = SAYS (DIGIT, 6),
  AT (u'七') = SAYS (DIGIT, 7),
  AT (u'八') = SAYS (DIGIT, 8),
  AT (u'九') = SAYS (DIGIT, 9),
  AT (u'十') = SAYS (POWER, 1),
  AT (u'百') = SAYS (POWER, 2),
  AT (u'千') = SAYS (POWER, 3),
  AT (u'万') = SAYS (POWER, 4), AT (u'萬') = SAYS (POWER, 4),
  AT (u'亿') = SAYS (POWER, 8), AT (u'億') = SAYS (POWER, 8),
  AT (u'几') = SAYS (SEVERAL, 0), AT (u'幾') = SAYS (SEVERAL, 0),
  AT (u'数') = SAYS (SEVERAL, 1), AT (u'數') = SAYS (SEVERAL, 1),
  AT (u'余') = SAYS (MORE, 0), AT (u'餘') = SAYS (MORE, 0), AT (u'多') = SAYS (MORE, 0),
  AT (u'点') = SAYS (POINT, 0), AT (u'點') = SAYS (POINT, 0),
  AT (u'廿') = SAYS (TENS, 2),
  AT (u'卅') = SAYS (TENS, 3),
  /* The numerals of cheques, most of which are names or verbs as well. */
  AT (u'壹') = CHEQUE (DIGIT, 1),
  AT (u'贰') = CHEQUE (DIGIT, 2), AT (u'貳') = CHEQUE (DIGIT, 2),
  AT (u'叁') = CHEQUE (DIGIT, 3), AT (u'參') = CHEQUE (DIGIT, 3),
  AT (u'肆') = CHEQUE (DIGIT, 4),
  AT (u'伍') = CHEQUE (DIGIT, 5),
  AT (u'陆') = CHEQUE (DIGIT, 6), AT (u'陸') = CHEQUE (DIGIT, 6),
  AT (u'柒') = CHEQUE (DIGIT, 7),
  AT (u'捌') = CHEQUE (DIGIT, 8),
  AT (u'玖') = CHEQUE (DIGIT, 9),
  AT (u'拾') = CHEQUE (POWER, 1),
  AT (u'佰') = CHEQUE (POWER, 2),
  AT (u'仟') = CHEQUE (POWER, 3),
};

/**
 * fz_symbol_goes_on_as_cheque:
 * @p: a place right behind a numeral of cheques
 * @end: the end of the text
 *
 * A numeral of cheques counts before another one, a multiplier or a coin.
 *
 * Returns: whether one of them stands at @p
 */
gboolean
fz_symbol_goes_on_as_cheque (const char *p, const char *end)
{
  static const char *const followers[] = { "零", "万", "萬", "亿", "億", "元", "圆", "圓", "角", "整" };

  if (end - p < 3 || !fz_byte_is_wide (*p))
    return FALSE;
  if (fz_symbols[fz_code_of_three (p) - FZ_SYMBOL_FIRST] & FZ_SYMBOL_ON_CHEQUES)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (followers); i++)
    if (fz_text_at (p, end, followers[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_symbol_begins_unit:
 * @p: where 千 stands
 * @end: the end of the text
 *
 * 千瓦 is a unit; in 5千瓦 there is no multiplier.
 *
 * Returns: whether the 千 belongs to a unit
 */
gboolean
fz_symbol_begins_unit (const char *p, const char *end)
{
  static const char *const units[] = {
    "千瓦", "千米", "千克", "千卡", "千赫", "千帕", "千伏", "千字节",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (fz_text_at (p, end, units[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_symbol_come_at:
 * @p: a place right behind a number
 * @end: the end of the text
 *
 * 二十来家 are about twenty; 20来自 is no number and a half.
 *
 * Returns: the bytes of a 来 that makes the number before it vague, or 0
 */
gsize
fz_symbol_come_at (const char *p, const char *end)
{
  static const char *const others[] = { "自", "到", "了", "往", "访", "訪", "源", "宾", "賓", "客", "电", "電", "不", "得" };

  if (!fz_text_at (p, end, "来") && !fz_text_at (p, end, "來"))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (fz_text_at (p + 3, end, others[i]))
      return 0;
  return 3;
}

/**
 * fz_symbol_ware_at:
 * @p: a place in a text, behind 两
 * @end: the end of the text
 *
 * Rule "ware": of 三两年糕 and 四两棉花 something is weighed; 三两年 are some years.
 *
 * Returns: whether what stands at @p is sold by weight
 */
gboolean
fz_symbol_ware_at (const char *p, const char *end)
{
  static const char wares[] =
    "年糕 天麻 花椒 干耳 木耳 银耳 香菇 干菇 蘑菇 干货 茶叶 茶 米 大米 米饭 面 面条 面粉 粮 粮票 玉米面 白糖 红糖 冰糖 糖 盐 味精 胡椒 八角 "
    "猪肉 牛肉 羊肉 肉 肉票 板油 菜油 香油 花生 瓜子 核桃 红枣 枸杞 党参 人参 豆子 黄豆 豆腐 豆干 棉花 毛线 蜂蜜 白酒 烧酒 老酒 药材 点心 饼干";
  static FzWords *words;

  return fz_words_at (fz_words_of_list (&words, wares), p, end, NULL) > 0;
}

/**
 * fz_symbol_multiplier:
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: the power of ten at @p, or a symbol of class %FZ_SYMBOL_NONE
 */
FzSymbol
fz_symbol_multiplier (const char *p, const char *end)
{
  FzSymbol symbol = fz_symbol_at (p, end);

  if (symbol.class != FZ_SYMBOL_POWER || (symbol.value == 3 && fz_symbol_begins_unit (p, end)))
    symbol.class = FZ_SYMBOL_NONE;
  return symbol;
}
