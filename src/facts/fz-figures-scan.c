/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-scan.h"

#include <string.h>

/* Which numbers of a text are figures.
 *
 * A figure is a number with a unit or classifier behind it, or a rank.  Rules,
 * by the names that figures carry:
 *
 *   arabic-unit      383件, 32.37亿元, 1.7万人次
 *   chinese-unit     四家, 五千多年, 数千万元; 一 alone says nothing
 *   range            3至6个月, 10%-20%
 *   rank             全省第二, 全国前三
 *   percent-words    百分之三十
 *   fraction         三分之一
 *   speed            时速60公里
 *
 * None are dates, clock times, ordinals, numbers in names and quoted slogans,
 * and the fixed words of the table below. */

/* Fixed words that begin with a numeral; what follows them is not counted. */
static const char fixed_words[] =
  "二环 三环 四环 五环 六环 七环 五棵松 九份 九份子 三年行动 三年计划 三年攻坚 五年规划 五年计划 十年规划 五项原则 三次会议 四次会议 五次会议 六次会议 "
  "两次会议 七次会议 八次会议 十次会议 三次全会 四次全会 五次全会 六次全会 两次全会 七次全会 三次全体 四次全体 五次全体 六次全体 七次全体 三重 九天揽月 四方台 二次元 "
  "十分 万分 百分 三分 七分 八分 三角 四角 四方 八方 三方 两方 五方 多方 四级 两级 三级 五级 四套班子 五套班子 两会 三农 两难 三难 "
  "四面 八面 两面 三面 四面八方 千里 万里 百里 万家 万户 千家万户 千门万户 百姓 万众 万象 万物 万人空巷 千秋 千古 千方百计 千军万马 千山万水 千言万语 千头万绪 "
  "千变万化 千差万别 千百年 千万不要 千万别 千载 百年 千年 万年 百花 百草 百家争鸣 百家讲坛 百家姓 百科 百货 百度 百强 百分百 百步 百发百中 百岁 百日 "
  "一带一路 一心一意 一站式 一对一 一万年 三位一体 五位一体 四位一体 两位数 三位数 三步走 两步走 三口之家 四口之家 五口之家 两口子 小两口 两头 六口之家 "
  "三代 两代 三年级 四年级 五年级 六年级 三件套 四件套 三大件 三人行 七上八下 五颜六色 五花八门 五湖四海 四海 五谷 五洲 四季 四周 两岸 两地 三地 三次产业 三次分配 "
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
static const char before_ordinals[] = "第 周 週 星期 礼拜 禮拜 初 农历 農曆 头 頭 民国 民國 编号 編號 No. № 高 弟 小 老 其 之 第第";

static const char counting_nouns[] =
  "人数 人數 户数 戶數 总数 總數 次数 次數 指数 指數 分数 分數 系数 參數 参数 少数 多数 少數 多數 个数 件数 岁数 倍数 天数 家数 例数 "
  "无数 無數 基数 函数 点数 點數 代数 算数 单数 双数 充数 度数 票数 篇数 字数 床数 名数 房间数 人次数 总户数 场数 期数 届数 班数 辆数 年数 位数 "
  "为数 計數 计数 变数 變數 劫数 气数 术数 常数 读数 讀數 全数 悉数 悉數 如数 约数 大多数 大多數";

static const char scopes[] =
  "全省 全国 全國 全市 全县 全縣 全区 全區 全球 世界 亚洲 亞洲 国内 國內 省内 同类 全州 全镇 全台 全臺 全盟 全旗 全乡 同期 "
  "全自治区 长三角 珠三角 国际 國際 中部 西部 东部 东北 西北 华东 华南 全行业 居 列 位居 位列 排名 排 稳居 名列 跃居 升至 跃升至 居于 保持 高居 中国 中國 历史";

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

static gsize
fixed_at (const char *p, const char *end)
{
  static FzWords *words;

  return fz_words_at (lexicon_of (&words, fixed_words), p, end, NULL);
}

static gboolean
ordinal_before (const char *start, const char *p)
{
  static FzWords *words;

  return fz_words_before (lexicon_of (&words, before_ordinals), start, p, NULL) > 0;
}

static gboolean
near_before (const char *start, const char *p)
{
  static FzWords *words;

  return fz_words_before (lexicon_of (&words, near_words), start, p, NULL) > 0;
}

static gsize
scope_before (const char *start, const char *p)
{
  static FzWords *words;

  return fz_words_before (lexicon_of (&words, scopes), start, p, NULL);
}

static gboolean
noun_of_count_before (const char *start, const char *behind)
{
  static FzWords *words;

  return fz_words_before (lexicon_of (&words, counting_nouns), start, behind, NULL) > 0;
}

static const char *
skip_space (const char *p, const char *end)
{
  return p < end && *p == ' ' ? p + 1 : p;
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

/* Arabic figures in a name, a code, a date or a score: A3, 415X, COVID-19,
 * 2023-01-05, 8:30, 9·15. */
static gboolean
in_code (const char *start, const char *p, const char *behind, const char *end)
{
  static const char *const joints[] = { "/", ":", "：", "·", "#", "-", "." };

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

/* 第1、2、3次: what stands in a list behind 第 is an ordinal too. */
static gboolean
in_ordinals (const char *start, const char *p)
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

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return TRUE;
  return FALSE;
}

/* 2023年 is a date, 20年 a span; 111年 a year of Taiwan's unless it looks back. */
static gboolean
year_is_date (const FzNumber *number, const char *behind, const char *end)
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
  static const char *const after[] = { "来", "來", "以来", "以來", "前", "后", "後", "以前", "之前", "以后", "之后", "之後", "间", "間", "期间", "期間" };
  static const char *const before[] = { "过去", "過去", "未来", "未來", "今后", "今後", "最近", "过去的", "接下来的", "前", "这", "這", "今明", "那" };

  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (fz_text_at (behind, end, after[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (fz_text_before (start, p, before[i]))
      return TRUE;
  return fz_text_before (start, p, "近") && number->value.digits <= 5 && number->value.scale == 0;
}

static gboolean
says_too_little (const FzNumber *number, const char *start, const char *p, const FzUnit *unit)
{
  if (!(number->flags & FZ_NUMBER_CHINESE))
    return FALSE;
  if (number->flags & FZ_NUMBER_DIGITS)
    return TRUE;
  /* 一两个 is hardly more than 几个. */
  if (number->flags & FZ_NUMBER_PAIR && number->value.digits <= 1)
    return TRUE;
  /* 一 is an article; 二 and 零 before a classifier are names: 二期, 零距离. */
  if (number->flags & FZ_NUMBER_SINGLE && !(number->flags & FZ_NUMBER_BARE))
    return number->value.digits <= 1 || fz_text_at (p, p + 3, "二");
  if (!(number->flags & FZ_NUMBER_BARE) || near_before (start, p))
    return FALSE;
  /* 万元 and 亿元 head tables and stand in names. */
  if (number->flags & FZ_NUMBER_SINGLE)
    return number->power >= 4 || unit->kind == FZ_FIGURE_DURATION;
  return FALSE;
}

static gboolean
letter_follows (const char *unit, const char *behind, const char *end)
{
  return behind < end && g_ascii_isalpha (behind[-1]) && g_ascii_isalnum (*behind) && behind > unit;
}

/* 党的20大 is a congress. */
static gboolean
congress (const FzNumber *number, const FzUnit *unit, const char *start, const char *p)
{
  return unit->flags & FZ_UNIT_BIG && number->value.digits >= 17 && fz_text_before (start, p, "的");
}

static gboolean
is_quantity (const FzReading *reading, const char *p, const FzNumber *number, const FzUnit *unit,
             const char *unit_at, const char *behind)
{
  const char *start = reading->text, *end = start + reading->length;

  if (number->flags & FZ_NUMBER_CHINESE && unit->flags & FZ_UNIT_ARABIC)
    return FALSE;
  if (says_too_little (number, start, p, unit) || letter_follows (unit_at, behind, end) ||
      congress (number, unit, start, p))
    return FALSE;
  if (unit->flags & FZ_UNIT_YEAR && year_is_date (number, behind, end))
    return FALSE;
  if (unit->kind == FZ_FIGURE_DURATION && tells_when (start, p, behind, end, number))
    return FALSE;
  if (fz_text_at (unit_at, end, "分") && digit_at (behind, end))
    return FALSE;
  if (clock_before (start, p) && (fz_text_at (unit_at, end, "分") || fz_text_at (unit_at, end, "秒")))
    return FALSE;
  return !in_address (start, p, unit_at, end);
}

/* 时速60公里 */
static gboolean
speed_before (const char *start, const char *p)
{
  static const char *const words[] = { "时速", "時速", "车速", "車速" };
  static const char *const between[] = { "约", "約", "达", "達", "为", "為", "可达", "达到", "超过", "超", "近", "最高" };

  for (guint n = 0; n < 3; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
      if (fz_text_before (start, p, between[i]))
        {
          p -= strlen (between[i]);
          break;
        }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return TRUE;
  return FALSE;
}

/* 一个半月, 3个多小时: the half or more stands inside the unit. */
static gsize
broken_unit (const char *p, const char *end, FzNumber *number, const FzUnit **unit)
{
  static const char *const wholes[] = { "月", "小时", "小時", "世纪", "世紀", "百分点", "學期", "学期", "星期" };
  gboolean half, more;
  gsize length;

  if (!fz_text_at (p, end, "个") && !fz_text_at (p, end, "個"))
    return 0;
  half = fz_text_at (p + 3, end, "半");
  more = fz_text_at (p + 3, end, "多");
  if (!half && !more)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (fz_text_at (p + 6, end, wholes[i]))
      {
        *unit = fz_unit_at ("个月", "个月" + 6, &length);
        if (more)
          number->flags |= FZ_NUMBER_MORE;
        else if (!fz_decimal_add (number->value, (FzDecimal) { 5, 1 }, &number->value))
          return 0;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        return 6 + strlen (wholes[i]);
      }
  return 0;
}

static const FzUnit *
unit_behind (const char *p, const char *end, FzNumber *number, const char **unit_at, gsize *length)
{
  const FzUnit *unit = NULL;

  *unit_at = skip_space (p, end);
  *length = broken_unit (*unit_at, end, number, &unit);
  if (*length > 0)
    return unit;
  return fz_unit_at (*unit_at, end, length);
}

static gsize
separator_at (const char *p, const char *end)
{
  static const char *const words[] = { "至", "到", "—", "–", "-", "~", "～", "－", "~" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return strlen (words[i]);
  return 0;
}

typedef struct {
  const char *start;      /* of the surface */
  const char *unit_at;
  const char *behind;     /* one past the surface */
  FzNumber    lower, upper;
  const FzUnit *unit;
} Range;

/* 3至5万: the lower end takes the multiplier of the upper one. */
static gboolean
share_power (FzNumber *lower, const FzNumber *upper, gboolean own_unit)
{
  FzDecimal scaled = lower->value;

  if (own_unit || lower->power > 0 || upper->power == 0)
    return TRUE;
  if (!fz_number_scale (&scaled, upper->power))
    return FALSE;
  if (fz_decimal_compare (scaled, upper->value) < 0)
    lower->value = scaled;
  return TRUE;
}

static gboolean
range_at (const FzReading *reading, const char *p, FzNumber lower, Range *out)
{
  const char *end = reading->text + reading->length, *q = p + lower.length, *own_at;
  gsize own_length, separator, length;
  const FzUnit *own = unit_behind (q, end, &lower, &own_at, &own_length);
  FzNumber upper;

  q = own != NULL ? own_at + own_length : q;
  separator = separator_at (q, end);
  if (separator == 0 || fz_text_before (reading->text, p, "从") || fz_text_before (reading->text, p, "由"))
    return FALSE;
  q += separator;
  if (!fz_number_starts_at (q, end) || !fz_number_read (q, end, &upper) ||
      (lower.flags ^ upper.flags) & FZ_NUMBER_CHINESE)
    return FALSE;
  out->unit = unit_behind (q + upper.length, end, &upper, &out->unit_at, &length);
  if (out->unit == NULL || (own != NULL && own != out->unit) ||
      !share_power (&lower, &upper, own != NULL) ||
      fz_decimal_compare (lower.value, upper.value) >= 0)
    return FALSE;

  out->start = p;
  out->behind = out->unit_at + length;
  out->lower = lower;
  out->upper = upper;
  return !(out->unit->flags & FZ_UNIT_YEAR && year_is_date (&upper, out->behind, end));
}

static FzQualifiers
own_qualifiers (const FzNumber *number, const char *start, const char *p)
{
  FzQualifiers qualifiers = 0;

  if (number->flags & FZ_NUMBER_MORE)
    qualifiers |= FZ_QUALIFIER_OVER;
  if (number->flags & (FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR))
    qualifiers |= FZ_QUALIFIER_APPROX;
  if (number->flags & FZ_NUMBER_BARE && !near_before (start, p) && !(number->flags & FZ_NUMBER_MORE))
    qualifiers |= FZ_QUALIFIER_APPROX;
  return qualifiers;
}

/* 零下5℃, -5℃ */
static void
below_zero (FzCandidate *c, const char *start, const char *p)
{
  if (c->kind == FZ_FIGURE_OTHER && c->base != NULL && g_str_equal (c->base, "℃") &&
      (fz_text_before (start, p, "零下") || fz_text_before (start, p, "-") || fz_text_before (start, p, "－")))
    {
      c->value.digits = -c->value.digits;
      c->max.digits = -c->max.digits;
    }
}

static gboolean
finish (const FzReading *reading, FzCandidate *c, const char *p, const char *unit_at, const char *behind)
{
  c->start = (gsize) (p - reading->text);
  c->unit_start = (gsize) (unit_at - reading->text);
  c->end = (gsize) (behind - reading->text);
  if (c->unit == NULL)
    return TRUE;

  c->kind = c->unit->kind;
  c->base = c->unit->base;
  if (c->kind == FZ_FIGURE_LENGTH && speed_before (reading->text, p))
    {
      c->kind = FZ_FIGURE_SPEED;
      c->base = "公里/小时";
      c->rule = "speed";
      return TRUE;
    }
  below_zero (c, reading->text, p);
  return fz_decimal_multiply (c->value, c->unit->factor, &c->value) &&
         fz_decimal_multiply (c->max, c->unit->factor, &c->max);
}

static gboolean
take_range (const FzReading *reading, const Range *range, FzCandidate *out)
{
  if (!is_quantity (reading, range->start, &range->upper, range->unit, range->unit_at, range->behind))
    return FALSE;
  *out = (FzCandidate) {
    .number = range->upper, .unit = range->unit, .rule = "range",
    .value = range->lower.value, .max = range->upper.value,
    .qualifiers = FZ_QUALIFIER_RANGE | own_qualifiers (&range->upper, reading->text, range->start),
  };
  return finish (reading, out, range->start, range->unit_at, range->behind);
}

/* 百亿度 are no degrees. */
static const FzUnit *
energy_of (const FzUnit *unit, const FzNumber *number)
{
  gsize length;

  if (unit == NULL || number->power < 4 || unit != fz_unit_at ("度", "度" + 3, &length))
    return unit;
  return fz_unit_at ("度电", "度电" + 6, &length);
}

static gboolean
take_single (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *unit_at;
  gsize length;
  const FzUnit *unit = unit_behind (p + number.length, end, &number, &unit_at, &length);

  unit = energy_of (unit, &number);
  if (unit == NULL || !is_quantity (reading, p, &number, unit, unit_at, unit_at + length))
    return FALSE;
  *out = (FzCandidate) {
    .number = number, .unit = unit,
    .rule = number.flags & FZ_NUMBER_CHINESE ? "chinese-unit" : "arabic-unit",
    .value = number.value, .max = number.top,
    .qualifiers = own_qualifiers (&number, reading->text, p),
  };
  if (number.flags & FZ_NUMBER_PAIR)
    out->qualifiers |= FZ_QUALIFIER_RANGE;
  return finish (reading, out, p, unit_at, unit_at + length);
}

/* 百分之三十 */
static gboolean
take_percent_words (const FzReading *reading, const char *p, FzCandidate *out)
{
  static const FzUnit percent = { "%", FZ_FIGURE_PERCENT, "%", { 1, 0 }, 0 };
  static const FzUnit permille = { "‰", FZ_FIGURE_PERCENT, "‰", { 1, 0 }, 0 };
  const char *end = reading->text + reading->length, *q = p + strlen ("百分之");
  FzNumber number;

  if ((!fz_text_at (p, end, "百分之") && !fz_text_at (p, end, "千分之")) ||
      !fz_number_starts_at (q, end) || !fz_number_read (q, end, &number))
    return FALSE;
  *out = (FzCandidate) {
    .number = number, .unit = fz_text_at (p, end, "百") ? &percent : &permille, .rule = "percent-words",
    .value = number.value, .max = number.top,
    .qualifiers = own_qualifiers (&number, reading->text, q),
  };
  return finish (reading, out, p, q + number.length, q + number.length);
}

/* 三分之一, to six places: a binary fraction would be no better. */
static gboolean
take_fraction (const FzReading *reading, const char *p, FzNumber below, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *q = p + below.length;
  FzNumber above;

  if (!fz_text_at (q, end, "分之") || below.value.scale > 0 || below.value.digits < 2)
    return FALSE;
  q += strlen ("分之");
  if (!fz_number_starts_at (q, end) || !fz_number_read (q, end, &above) ||
      above.value.scale > 0 || above.value.digits >= below.value.digits)
    return FALSE;
  *out = (FzCandidate) { .number = above, .kind = FZ_FIGURE_RATIO, .rule = "fraction" };
  if (__builtin_mul_overflow (above.value.digits, 1000000, &out->value.digits))
    return FALSE;
  out->value.digits = (out->value.digits + below.value.digits / 2) / below.value.digits;
  out->value.scale = 6;
  if (!fz_decimal_multiply (out->value, (FzDecimal) { 1, 0 }, &out->value))
    return FALSE;
  return finish (reading, out, p, q + above.length, q + above.length);
}

static gboolean
rank_ends (const char *p, const char *end)
{
  static const char *const words[] = {
    "，", "。", "；", "、", "：", "！", "？", ",", ";", ".", "”", "’", "」", ")", "）", "(", "（", "的", "和", "与", "…", "!", "?",
    "方阵", "梯队", "行列", "水平", "强",
  };

  if (p == end || *p == ' ')
    return TRUE;
  if (fz_text_at (p, end, "、第") || fz_text_at (p, end, "和第"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return TRUE;
  return FALSE;
}

/* 全省第二, 居全国前三: a scope before 第 or 前, no noun that is numbered behind. */
static gboolean
take_rank (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *start = reading->text, *end = start + reading->length, *q = p + number.length, *from = p - 3;
  gsize scope;
  guint place;

  if (!fz_text_before (start, p, "第") && !fz_text_before (start, p, "前"))
    return FALSE;
  scope = scope_before (start, from);
  place = fz_reading_last (reading->places, (gsize) (from - start));
  if (scope == 0 && from > start && place != FZ_NOT_FOUND &&
      g_array_index (reading->places, FzStretch, place).end == (gsize) (from - start))
    scope = (gsize) (from - start) - g_array_index (reading->places, FzStretch, place).start;
  if (scope == 0)
    return FALSE;
  if (fz_text_at (q, end, "位") || fz_text_at (q, end, "名"))
    q += 3;
  if (!rank_ends (q, end) || number.flags & (FZ_NUMBER_DIGITS | FZ_NUMBER_BARE))
    return FALSE;

  *out = (FzCandidate) {
    .number = number, .kind = FZ_FIGURE_RANK, .rule = "rank", .value = number.value, .max = number.value,
  };
  return finish (reading, out, from - scope, q, q);
}

/* Returns: whether a figure stands at @p; @behind is where to go on. */
static gboolean
take_at (const FzReading *reading, const char *p, FzCandidate *out, const char **behind)
{
  const char *start = reading->text, *end = start + reading->length;
  gsize fixed;
  FzNumber number;
  Range range;
  gboolean fits;

  if (take_percent_words (reading, p, out))
    return TRUE;
  fits = fz_number_read (p, end, &number);
  *behind = p + number.length;
  if (fits && take_rank (reading, p, number, out))
    return TRUE;
  if (fits && number.flags & FZ_NUMBER_CHINESE && take_fraction (reading, p, number, out))
    return TRUE;
  fixed = fixed_at (p, end);
  if (fixed > 0 && !near_before (start, p) && fixed >= number.length)
    {
      *behind = p + MAX (fixed, number.length);
      return FALSE;
    }
  if (!fits || ordinal_before (start, p))
    return FALSE;
  if (!(number.flags & FZ_NUMBER_CHINESE) && (in_code (start, p, *behind, end) || in_ordinals (start, p)))
    return FALSE;
  if (range_at (reading, p, number, &range))
    {
      *behind = range.behind;
      return take_range (reading, &range, out);
    }
  return take_single (reading, p, number, out);
}

/**
 * fz_candidate_next:
 * @reading: a reading
 * @position: (inout): where to look on from; 0 at first
 * @out: (out): the figure found
 *
 * Finds the next figure of the block.  Each place is read at most a few times,
 * however long a number is.
 *
 * Returns: whether there was one
 */
gboolean
fz_candidate_next (const FzReading *reading, gsize *position, FzCandidate *out)
{
  const char *end = reading->text + reading->length;
  const char *p = reading->text + *position;

  while (p < end)
    {
      const char *behind = p;
      gboolean found;

      if (!fz_number_starts_at (p, end) ||
          ((fz_text_at (p, end, "数") || fz_text_at (p, end, "數")) && noun_of_count_before (reading->text, p + 3)))
        {
          p += fz_char_length_at (p, end);
          continue;
        }
      found = take_at (reading, p, out, &behind);
      if (found)
        behind = reading->text + out->end;
      p = MAX (behind, p + fz_char_length_at (p, end));
      if (found && !fz_reading_in_name (reading, out->start) &&
          !fz_reading_in_place (reading, out->unit_start, out->end) &&
          (out->kind == FZ_FIGURE_RANK || !fz_reading_in_place (reading, out->start, out->end)))
        {
          *position = (gsize) (p - reading->text);
          return TRUE;
        }
    }
  *position = reading->length;
  return FALSE;
}
