/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-exclude.h"

#include <string.h>

/* Which numbers are no figures: fixed words, ordinals, codes, dates, clock
 * times, addresses, and Chinese numerals that count nothing. */

/* Fixed words that begin with a numeral; what follows them is not counted. */
static const char fixed_words[] =
  "二环 三环 四环 五环 六环 七环 五棵松 九份 九份子 三年行动 三年计划 三年攻坚 五年规划 五年计划 十年规划 五项原则 三次会议 四次会议 五次会议 六次会议 "
  "两次会议 七次会议 八次会议 十次会议 三次全会 四次全会 五次全会 六次全会 两次全会 七次全会 三次全体 四次全体 五次全体 六次全体 七次全体 三重 九天揽月 四方台 二次元 "
  "十分 万分 百分 三分 七分 八分 三角 四角 四方 八方 三方 两方 五方 多方 四级 两级 三级 五级 四套班子 五套班子 两会 三农 两难 三难 "
  "四面 八面 两面 三面 四面八方 千里 万里 百里 万家 万户 千家万户 千门万户 百姓 万众 万象 万物 万人空巷 千秋 千古 千方百计 千军万马 千山万水 千言万语 千头万绪 "
  "千变万化 千差万别 千百年 千万不要 千万别 千载 百年 千年 万年 百花 百草 百家争鸣 百家讲坛 百家姓 百科 百货 百度 百强 百分百 百步 百发百中 百岁 百日 "
  "一带一路 一心一意 一站式 一对一 一万年 三位一体 五位一体 四位一体 两位数 三位数 三步走 两步走 三口之家 四口之家 五口之家 两口子 小两口 两头 六口之家 "
  "三代 两代 三年级 四年级 五年级 六年级 三件套 四件套 三大件 三人行 七上八下 五颜六色 五花八门 五湖四海 四海 五谷 五洲 四季 四周 两岸 两地 三地 三次产业 三次分配 "
  "三番五次 三番两次 七天连锁 七天酒店 如家 一百单八将 廿四节气 廿三里 廿四孝 卅铺 "
  "两个确立 两个维护 四个意识 四个自信 三个代表 四个全面 两个一百年 四个伟大 两个结合 六个必须 八项规定 两个大局 四个服务 三会一课 两个先行 三重一大 两不三新 两个毫不动摇 两个阵地 "
  "四个全面 五个必由之路 三个务必 六个坚持 十个明确 十四个坚持 十三个方面 六个如何始终 三严三实 两学一做 两山 两新 三尺 三下乡 三支一扶 两个健康 两个毫不动摇 四个革命 三条红线 "
  "四下基层 五四 三八 八一 七一 六一 九三学社 六盘山 三门 三门峡 两江 三江 三峡 两湖 两广 四川 百色 万州 千岛 千岛湖 万达 万科 千山 九龙 九寨 五台 五指山 三亚 三明 六安 八达岭 七台河 "
  "四大 三大 两大 五大 六大 七大 八大 九大 十大 千层 百叶 两用 两会期间 双十 十字 十字路口 十字绣 百货大楼 千禧 三维 四维 二维 二维码 二手 二次 二期 三期 四期 两栖 三甲 四通 五通 三通 "
  "两手 三点 四点 五点 六点 七点 八点 九点 十点 两点 几点 千金 万金 百万富翁 千篇一律 万紫千红 万事 万古 万岁 万能 万盏 万类 千层饼 "
  "三岔 三更 半天 半年 半个 三天两头 三番 两样 十里 三里 五里 四里 两里 九曲 六合 七夕 七彩 五彩 两侧 两旁 两边 两端 两翼 四肢 四处 两极 三种人 五保 五保户 四好 三级联动 "
  "三位一體 萬一 萬分 千萬不要 萬物 萬眾 百萬年 兩岸 兩會 兩側 兩旁 兩邊 兩極 兩用 四面八方 三級 二級 二處 一級 三個代表 七股 六甲 三股 四草 七分 八田 五條 四湖 三崁店 五王 七星 三級古蹟 二級 三級品管 兩棲 "
  "四草大道 五妃 八掌溪 二仁溪 三爺溪 六信 三信 三好 四維 五福 六孔 三合院 四合院 三合土 二层 二樓 三樓 四樓 五樓 六樓 七樓 八樓 二楼 三楼 四楼 五楼 六楼 七楼 八楼 九楼 十楼";

/* What stands before a number that is no quantity: 第三, 周五, 初二; and the
 * nouns in 数, whose last character does not open a number (人数十万). */
static const char before_ordinals[] = "第 农历 農曆 民国 民國 编号 編號 No. №";

/* Before one Chinese numeral alone: 周五, 高三, 老三; but 每周5次, 最高3万. */
static const char before_single_ordinals[] = "周 週 星期 礼拜 禮拜 初 头 頭 高 弟 小 老 其 之";

static const char counting_nouns[] =
  "人数 人數 户数 戶數 总数 總數 次数 次數 指数 指數 分数 分數 系数 參數 参数 少数 多数 少數 多數 个数 件数 岁数 倍数 天数 家数 例数 "
  "无数 無數 基数 函数 点数 點數 代数 算数 单数 双数 充数 度数 票数 篇数 字数 床数 名数 房间数 人次数 总户数 场数 期数 届数 班数 辆数 年数 位数 "
  "为数 計數 计数 变数 變數 劫数 气数 术数 常数 读数 讀數 全数 悉数 悉數 如数 约数 大多数 大多數";

static const char scopes[] =
  "全省 全国 全國 全市 全县 全縣 全区 全區 全球 世界 亚洲 亞洲 国内 國內 省内 同类 全州 全镇 全台 全臺 全盟 全旗 全乡 同期 "
  "全自治区 长三角 珠三角 国际 國際 中部 西部 东部 东北 西北 华东 华南 全行业 居 列 位居 位列 排名 排 稳居 名列 跃居 升至 跃升至 居于 保持 高居 中国 中國 历史";

/* 路过五棵松 goes by, not beyond. */
static const char passing_words[] = "路过 路過 经过 經過 走过 走過 穿过 穿過 通过 透过 透過 途过";

/* Decided together with what stands before them: 近千家, but not 千家 in a saying. */
static const char near_words[] = "近 超 超过 超過 上 逾 过 過 约 約 达 達 突破 数 成 大约";

static FzWords *
lexicon_of (FzWords **cache, const char *list)
{
  if (g_once_init_enter_pointer (cache))
    {
      FzWords *words = fz_words_new ();

      fz_words_add (words, list, 1);
      g_once_init_leave_pointer (cache, words);
    }
  return *cache;
}

/**
 * fz_fixed_word_at:
 * @p: where a number starts
 * @end: the end of the text
 *
 * Returns: the bytes of the fixed word that begins there, or 0
 */
gsize
fz_fixed_word_at (const char *p, const char *end)
{
  static FzWords *words;

  return fz_words_at (lexicon_of (&words, fixed_words), p, end, NULL);
}

/**
 * fz_ordinal_before:
 * @start: the start of a text
 * @p: where a number starts
 * @number: the number
 *
 * Returns: whether 第, 周 or the like makes it no quantity
 */
gboolean
fz_ordinal_before (const char *start, const char *p, const FzNumber *number)
{
  static FzWords *always, *single;

  if (fz_words_before (lexicon_of (&always, before_ordinals), start, p, NULL) > 0)
    return TRUE;
  return number->flags & FZ_NUMBER_SINGLE &&
         fz_words_before (lexicon_of (&single, before_single_ordinals), start, p, NULL) > 0;
}

/**
 * fz_near_before:
 * @start: the start of a text
 * @p: where a number starts
 *
 * Returns: whether a word such as 近 or 超 stands before it
 */
gboolean
fz_near_before (const char *start, const char *p)
{
  static FzWords *words, *passing;

  return fz_words_before (lexicon_of (&words, near_words), start, p, NULL) > 0 &&
         fz_words_before (lexicon_of (&passing, passing_words), start, p, NULL) == 0;
}

/**
 * fz_scope_before:
 * @start: the start of a text
 * @p: where 第 or 前 stands
 *
 * Returns: the bytes of what a rank is taken in (全省), or 0
 */
gsize
fz_scope_before (const char *start, const char *p)
{
  static FzWords *words;

  return fz_words_before (lexicon_of (&words, scopes), start, p, NULL);
}

/**
 * fz_counting_noun_before:
 * @start: the start of a text
 * @behind: one past a 数
 *
 * Returns: whether the 数 ends a noun, as in 人数
 */
gboolean
fz_counting_noun_before (const char *start, const char *behind)
{
  static FzWords *words;

  return fz_words_before (lexicon_of (&words, counting_nouns), start, behind, NULL) > 0;
}

static gboolean
digit_before (const char *start, const char *p)
{
  return p > start && g_ascii_isdigit (p[-1]);
}

static gboolean
digit_at (const char *p, const char *end)
{
  return p < end && g_ascii_isdigit (*p);
}

/* 歼-20 */
static gboolean
in_model (const char *start, const char *p)
{
  static const char *const makes[] = { "歼-", "轰-", "运-", "直-", "苏-", "米-", "东风-", "长征-", "神舟-", "教-", "新舟-" };

  for (gsize i = 0; i < G_N_ELEMENTS (makes); i++)
    if (fz_text_before (start, p, makes[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_in_code:
 * @start: the start of a text
 * @p: where an Arabic number starts
 * @behind: one past it
 * @end: the end of the text
 *
 * Arabic figures in a name, a code, a date or a score: A3, 415X, COVID-19,
 * 2023-01-05, 8:30, 9·15.
 *
 * Returns: whether it is a part of a name, a code, a date or a score
 */
gboolean
fz_in_code (const char *start, const char *p, const char *behind, const char *end)
{
  static const char *const joints[] = { "/", ":", "：", "·", "#", "-", "." };

  if (in_model (start, p))
    return TRUE;
  if (p > start && (g_ascii_isalnum (p[-1]) || p[-1] == '_' || p[-1] == '@'))
    return TRUE;
  if (*p == '0' && digit_at (p + 1, end))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize n = strlen (joints[i]);

      if (fz_text_before (start, p, joints[i]) &&
          (digit_before (start, p - n) || (p - n > start && g_ascii_isalpha (*(p - n - 1)))))
        return TRUE;
      if (fz_text_at (behind, end, joints[i]) && joints[i][0] != '-' && digit_at (behind + n, end))
        return TRUE;
    }
  return FALSE;
}

/**
 * fz_in_ordinals:
 * @start: the start of a text
 * @p: where a number starts
 *
 * 第1、2、3次: what stands in a list behind 第 is an ordinal too.
 *
 * Returns: whether it stands in a list that opens with 第
 */
gboolean
fz_in_ordinals (const char *start, const char *p)
{
  static const char *const joints[] = { "、", "和", "及", "或", "至", "与", " ", "-", "到" };
  gboolean joined = TRUE;

  for (guint n = 0; n < 12 && p > start; n++)
    {
      const char *q = p;

      if (fz_text_before (start, p, "第"))
        return TRUE;
      for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
        if (fz_text_before (start, q, joints[i]))
          q -= strlen (joints[i]);
      joined = joined && q < p;
      while (digit_before (start, q))
        q--;
      if (q == p || !joined)
        return FALSE;
      p = q;
    }
  return FALSE;
}

/* 永新路2段 is an address, 前三名 a place in a contest. */
static gboolean
in_address (const char *start, const char *p, const char *unit_at, const char *end)
{
  static const char *const roads[] = { "路", "街", "巷", "弄", "道" };

  if (fz_text_before (start, p, "前") &&
      (fz_text_at (unit_at, end, "名") || fz_text_at (unit_at, end, "位") || fz_text_at (unit_at, end, "強")))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (roads); i++)
    if (fz_text_before (start, p, roads[i]) && fz_text_at (unit_at, end, "段"))
      return TRUE;
  return FALSE;
}

static gboolean
clock_before (const char *start, const char *p)
{
  static const char *const words[] = { "点", "點", "时", "時", "分", ":", "：" };

  /* 用时20分 and 得分20分 have no digit there. */
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return digit_before (start, p - strlen (words[i]));
  return FALSE;
}

/**
 * fz_year_is_date:
 * @number: a number before 年
 * @behind: one past 年
 * @end: the end of the text
 *
 * 2023年 is a date, 20年 a span; 111年 a year of Taiwan's unless it looks
 * back.
 *
 * Returns: whether it names a year and is no span
 */
gboolean
fz_year_is_date (const FzNumber *number, const char *behind, const char *end)
{
  static const char *const lasting[] = { "历史", "歷史", "以上", "的历史", "的歷史", "老", "来", "來", "前", "校庆", "传承", "的传承" };

  if (number->flags & FZ_NUMBER_DIGITS)
    return TRUE;
  if (!(number->flags & FZ_NUMBER_WHOLE))
    return FALSE;
  if (number->value.digits >= 1000 && number->value.digits < 3000)
    return TRUE;
  if (number->value.digits < 101 || number->value.digits > 130)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (lasting); i++)
    if (fz_text_at (behind, end, lasting[i]))
      return FALSE;
  return TRUE;
}

/* 三年来 and 30年前 tell when, not how long. */
static gboolean
tells_when (const char *start, const char *p, const char *behind, const char *end, const FzNumber *number)
{
  static const char *const passes[] = { "小时后", "小時後", "分钟后", "分鐘後", "小时之后", "分钟之后" };
  static const char *const after[] = { "来", "來", "以来", "以來", "前", "后", "後", "以前", "之前", "以后", "之后", "之後", "间", "間", "期间", "期間" };
  static const char *const before[] = { "过去", "過去", "未来", "未來", "今后", "今後", "最近", "过去的", "接下来的", "前", "这", "這", "今明", "那" };

  /* 5小时后到站 tells how long the way was. */
  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    if (fz_text_at (p + number->length, end, passes[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (fz_text_at (behind, end, after[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (fz_text_before (start, p, before[i]))
      return TRUE;
  return fz_text_before (start, p, "近") && number->value.digits <= 5 && number->value.scale == 0;
}

static gboolean
follows_numeral (const char *start, const char *p)
{
  static const char numerals[] = "一 二 三 四 五 六 七 八 九 十";
  static FzWords *words;

  return fz_text_before (start, p, "、") && fz_words_before (lexicon_of (&words, numerals), start, p - 3, NULL) > 0;
}

static gboolean
says_too_little (const FzNumber *number, const FzReading *reading, const char *p, const FzUnit *unit, const char *behind)
{
  const char *start = reading->text, *end = start + reading->length;

  if (!(number->flags & FZ_NUMBER_CHINESE))
    return FALSE;
  /* 四、五类 are the fourth and the fifth. */
  if (number->flags & FZ_NUMBER_DIGITS || follows_numeral (start, p))
    return TRUE;
  /* 每百户 and 每千克 tell what a figure is taken of. */
  if (number->flags & FZ_NUMBER_BARE && number->flags & FZ_NUMBER_SINGLE && fz_text_before (start, p, "每"))
    return TRUE;
  /* 一两个 is hardly more than 几个. */
  if (number->flags & FZ_NUMBER_PAIR && number->value.digits <= 1)
    return TRUE;
  /* 一 is an article; 二 and 零 before a classifier are names: 二期, 零距离. */
  if (number->flags & FZ_NUMBER_SINGLE && !(number->flags & FZ_NUMBER_BARE))
    return number->value.digits <= 1 || fz_text_at (p, p + 3, "二");
  if (!(number->flags & FZ_NUMBER_BARE) || fz_near_before (start, p))
    return FALSE;
  /* 万元 and 亿元 head tables and stand in names, but tell a threshold: 亿元以上. */
  if (number->flags & FZ_NUMBER_SINGLE && !fz_text_at (behind, end, "以上"))
    return number->power >= 4 || unit->kind == FZ_FIGURE_DURATION;
  return FALSE;
}

static gboolean
letter_follows (const char *unit, const char *behind, const char *end)
{
  return behind < end && g_ascii_isalpha (behind[-1]) && g_ascii_isalnum (*behind) && behind > unit;
}

/* 提高0.4个: nothing is counted in fractions but what there is on average,
 * 每千人拥有4.6个. */
static gboolean
is_fraction (const char *start, const char *p, const FzNumber *number, const FzUnit *unit, const char *unit_at, const char *behind)
{
  const char *from = p - MIN (p - start, 90);

  return memmem (from, (gsize) (p - from), "每", strlen ("每")) == NULL && unit->kind == FZ_FIGURE_COUNT && number->value.scale > 0 && number->power == 0 && behind - unit_at == 3 &&
         (fz_text_at (unit_at, behind, "个") || fz_text_at (unit_at, behind, "個"));
}

/* 党的20大 is a congress. */
static gboolean
congress (const FzNumber *number, const FzUnit *unit, const char *start, const char *p)
{
  return unit->flags & FZ_UNIT_BIG && number->value.digits >= 17 && fz_text_before (start, p, "的");
}

/**
 * fz_is_quantity:
 * @reading: a reading
 * @p: where a number starts
 * @number: the number
 * @unit: the unit behind it
 * @unit_at: where that stands
 * @behind: one past it
 *
 * Returns: whether the two are a quantity and not a date, a name or a phrase
 */
gboolean
fz_is_quantity (const FzReading *reading, const char *p, const FzNumber *number, const FzUnit *unit,
                const char *unit_at, const char *behind)
{
  const char *start = reading->text, *end = start + reading->length;

  if (number->flags & FZ_NUMBER_CHINESE && unit->flags & FZ_UNIT_ARABIC)
    return FALSE;
  if (says_too_little (number, reading, p, unit, behind) || letter_follows (unit_at, behind, end) ||
      congress (number, unit, start, p) || is_fraction (start, p, number, unit, unit_at, behind))
    return FALSE;
  if (unit->flags & FZ_UNIT_YEAR && fz_year_is_date (number, behind, end))
    return FALSE;
  if (unit->kind == FZ_FIGURE_DURATION && tells_when (start, p, behind, end, number))
    return FALSE;
  if (fz_text_at (unit_at, end, "分") && digit_at (behind, end))
    return FALSE;
  /* 8时20分 is a clock's, 用时20分钟 a span. */
  if (clock_before (start, p) && behind - unit_at == 3 &&
      (fz_text_at (unit_at, end, "分") || fz_text_at (unit_at, end, "秒")))
    return FALSE;
  return !in_address (start, p, unit_at, end);
}
