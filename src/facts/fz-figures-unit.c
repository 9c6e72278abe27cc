/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"

#include <string.h>

/* The unit behind a number, where the words around it decide:
 *
 *   broken     一个半月, 3个多小时: the half or more stands inside the unit
 *   spoken     2块8, 3元5角: prices as people say them
 *   points     2.5个和1.5个百分点: the second names the unit of both
 *   energy     百亿度 are no degrees
 *   distance   走8里山路, which are no wards
 *   plot       五分菜地, which are no minutes
 *   course     训练班三期, while 三期 alone is the third
 *   cities     江南、江北两市, while 两市 alone may be a name
 *   spans      3小时25分, 三年六个月
 *   heights    1米86
 *   tenths     八成五
 *   channels   48路视频, while 48路 alone is a bus */

/* 一个半月 is told in months. */
static gsize
broken_unit (const char *p, const char *end, FzNumber *number, const FzUnit **unit)
{
  static const struct {
    const char *words;
    FzUnit      unit;
  } wholes[] = {
    { "月", { "个月", FZ_FIGURE_DURATION, "个月", { 1, 0 }, 0 } },
    { "小时", { "个小时", FZ_FIGURE_DURATION, "个小时", { 1, 0 }, 0 } },
    { "小時", { "個小時", FZ_FIGURE_DURATION, "個小時", { 1, 0 }, 0 } },
    { "世纪", { "个世纪", FZ_FIGURE_DURATION, "个世纪", { 1, 0 }, 0 } },
    { "世紀", { "個世紀", FZ_FIGURE_DURATION, "個世紀", { 1, 0 }, 0 } },
    { "星期", { "个星期", FZ_FIGURE_DURATION, "个星期", { 1, 0 }, 0 } },
    { "学期", { "个学期", FZ_FIGURE_DURATION, "个学期", { 1, 0 }, 0 } },
    { "百分点", { "个百分点", FZ_FIGURE_PERCENT, "个百分点", { 1, 0 }, 0 } },
  };
  gboolean half = fz_text_at (p + 3, end, "半"), more = fz_text_at (p + 3, end, "多");

  if (!half && !more)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (fz_text_at (p + 6, end, wholes[i].words))
      {
        *unit = &wholes[i].unit;
        if (more)
          number->flags |= FZ_NUMBER_MORE;
        else if (!fz_decimal_add (number->value, (FzDecimal) { 5, 1 }, &number->value))
          return 0;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        return 6 + strlen (wholes[i].words);
      }
  return 0;
}

/* 3元5角: the tenths have a unit of their own. */
static gsize
with_tenths (const char *p, const char *end, FzNumber *number)
{
  FzNumber tenths;

  if (number->power >= 4 || number->flags & FZ_NUMBER_MORE || !fz_number_starts_at (p + 3, end) ||
      !fz_number_read (p + 3, end, &tenths) || tenths.value.scale > 0 || tenths.value.digits < 1 ||
      tenths.value.digits > 9 || tenths.power > 0 || !fz_text_at (p + 3 + tenths.length, end, "角"))
    return 0;
  tenths.value.scale = 1;
  if (!fz_decimal_add (number->value, tenths.value, &number->value))
    return 0;
  number->top = number->value;
  return 3 + tenths.length + 3;
}

/* 2块8 is 2.8元; in 2块3米长的 a number with its own unit follows. */
static gsize
spoken_price (const char *p, const char *end, FzNumber *number)
{
  gsize length, unit_length;
  FzNumber tenths;

  if (!fz_number_starts_at (p + 3, end) || !fz_number_read (p + 3, end, &tenths) || tenths.value.scale > 0 ||
      tenths.value.digits < 1 || tenths.value.digits > 9 || tenths.power > 0)
    return 0;
  length = 3 + tenths.length;
  if (fz_text_at (p + length, end, "毛"))
    length += 3;
  else if (fz_unit_at (p + length, end, &unit_length) != NULL)
    return 0;
  tenths.value.scale = 1;
  if (!fz_decimal_add (number->value, tenths.value, &number->value))
    return 0;
  number->top = number->value;
  return length;
}

/* 2小时13分02秒: the seconds stand behind the minutes. */
static const FzUnit *
with_seconds (const char *p, const char *end, FzNumber *number, gsize *length, const FzUnit *unit)
{
  static const FzUnit seconds = { "秒", FZ_FIGURE_DURATION, "秒", { 1, 0 }, 0 };
  const char *q = p + *length;
  FzNumber part;

  if (!fz_text_before (p, q, "分") || !fz_number_starts_at (q, end) || !fz_number_read (q, end, &part) ||
      part.value.scale > 0 || part.value.digits < 0 || part.value.digits > 59 || !fz_text_at (q + part.length, end, "秒"))
    return unit;
  number->value.digits = number->value.digits * 60 + part.value.digits;
  number->top = number->value;
  *length += part.length + 3;
  return &seconds;
}

/* 3小时25分, 三年六个月: told in the smaller unit. */
static const FzUnit *
compound_span (const char *p, const char *end, FzNumber *number, gsize *length)
{
  static const struct {
    const char *whole[4];
    const char *part;
    gint64      parts;
    FzUnit      unit;
  } spans[] = {
    { { "小时", "小時", "个小时", NULL }, "分钟", 60, { "分钟", FZ_FIGURE_DURATION, "分钟", { 1, 0 }, 0 } },
    { { "小时", "小時", NULL }, "分鐘", 60, { "分鐘", FZ_FIGURE_DURATION, "分鐘", { 1, 0 }, 0 } },
    { { "小时", "小時", NULL }, "分", 60, { "分", FZ_FIGURE_DURATION, "分", { 1, 0 }, 0 } },
    { { "分钟", "分鐘", "分", NULL }, "秒", 60, { "秒", FZ_FIGURE_DURATION, "秒", { 1, 0 }, 0 } },
    { { "年零", "年", NULL }, "个月", 12, { "个月", FZ_FIGURE_DURATION, "个月", { 1, 0 }, 0 } },
    { { "年", NULL }, "個月", 12, { "個月", FZ_FIGURE_DURATION, "個月", { 1, 0 }, 0 } },
    { { "天", NULL }, "小时", 24, { "小时", FZ_FIGURE_DURATION, "小时", { 1, 0 }, 0 } },
  };

  if (number->value.scale > 0 || number->power > 0 || number->value.digits > 100 || number->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE))
    return NULL;
  /* How all of them begin. */
  if (!fz_text_at (p, end, "小") && !fz_text_at (p, end, "个") && !fz_text_at (p, end, "分") && !fz_text_at (p, end, "年") &&
      !fz_text_at (p, end, "天"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    for (gsize k = 0; spans[i].whole[k] != NULL; k++)
      {
        const char *q = p + strlen (spans[i].whole[k]);
        FzNumber part;

        if (!fz_text_at (p, end, spans[i].whole[k]) || !fz_number_starts_at (q, end) || !fz_number_read (q, end, &part) ||
            part.value.scale > 0 || part.value.digits < 1 || part.value.digits >= spans[i].parts ||
            part.flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR) || !fz_text_at (q + part.length, end, spans[i].part))
          continue;
        number->value.digits = number->value.digits * spans[i].parts + part.value.digits;
        number->top = number->value;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        *length = (gsize) (q + part.length - p) + strlen (spans[i].part);
        return with_seconds (p, end, number, length, &spans[i].unit);
      }
  return NULL;
}

/* 1米86, 1米8: the decimals of a height stand behind its unit. */
static gsize
with_decimals (const char *p, const char *end, FzNumber *number)
{
  static const char *const behind[] = { "的", "，", "。", "、", "；", "高", "长", "宽", "左右", "以上", "以下" };
  FzDecimal part = { 0 };
  gsize n = 3;

  if (!(number->flags & FZ_NUMBER_WHOLE) || number->value.digits > 9)
    return 0;
  for (; n < 5 && p + n < end && g_ascii_isdigit (p[n]); n++)
    part = (FzDecimal) { part.digits * 10 + p[n] - '0', (guint8) (n - 2) };
  if (part.scale == 0 || (p + n < end && (g_ascii_isdigit (p[n]) || p[n] == '.')))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    if (fz_text_at (p + n, end, behind[i]) || p + n == end)
      {
        if (!fz_decimal_add (number->value, part, &number->value))
          return 0;
        number->top = number->value;
        return n;
      }
  return 0;
}

/* 八成五: a tenth of a tenth stands behind. */
static gsize
with_hundredth (const char *p, const char *end, FzNumber *number)
{
  FzNumber part;
  gsize length;

  if (!(number->flags & FZ_NUMBER_CHINESE) || !fz_number_starts_at (p + 3, end) || !fz_number_read (p + 3, end, &part) ||
      part.length != 3 || !(part.flags & FZ_NUMBER_CHINESE) || part.value.digits < 1 || part.value.digits > 9 || part.value.scale > 0 ||
      fz_unit_at (p + 6, end, &length) != NULL)
    return 0;
  part.value.scale = 1;
  if (!fz_decimal_add (number->value, part.value, &number->value))
    return 0;
  number->top = number->value;
  number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
  return 6;
}

/* 其中七成为新房: a share, where 成为 would have no subject. */
static gboolean
is_share_of (const char *start, const char *number_at, const char *p, const char *end)
{
  static const char *const words[] = { "其中", "有", "约", "約", "近", "超", "逾" };

  if (!fz_text_at (p, end, "成为") && !fz_text_at (p, end, "成為"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, number_at, words[i]))
      return TRUE;
  return FALSE;
}

/* 一斤卖10块, but 奖牌10块. */
static gboolean
is_price (const char *start, const char *number_at, const char *behind, const char *end)
{
  static const char *const words[] = { "卖", "卖到", "赚", "挣", "花", "花了", "收", "付", "价", "贵", "便宜", "斤", "每斤", "要", "才" };
  static const char *const stops[] = { "，", "。", ",", "！", "”", "；", "、", "一斤", "一个", "？" };
  gboolean stop = behind == end;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    stop = stop || fz_text_at (behind, end, stops[i]);
  for (gsize i = 0; stop && i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, number_at, words[i]))
      return TRUE;
  return FALSE;
}

/* 2.5个和1.5个百分点 */
static gboolean
shares_points (const char *p, const char *end)
{
  static const char *const joints[] = { "、", "和", "与", "及" };
  FzNumber second;

  if (!fz_text_at (p, end, "个"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_at (p + 3, end, joints[i]))
      {
        const char *q = p + 3 + strlen (joints[i]);

        return q < end && fz_number_starts_at (q, end) && fz_number_read (q, end, &second) &&
               fz_text_at (q + second.length, end, "个百分点");
      }
  return FALSE;
}

static const FzUnit *
row_of (const char *word)
{
  gsize length;

  return fz_unit_at (word, word + strlen (word), &length);
}

static gboolean
any_at (const char *p, const char *end, const char *const *words)
{
  for (; *words != NULL; words++)
    if (fz_text_at (p, end, *words))
      return TRUE;
  return FALSE;
}

static gboolean
any_before (const char *start, const char *p, const char *const *words)
{
  for (; *words != NULL; words++)
    if (fz_text_before (start, p, *words))
      return TRUE;
  return FALSE;
}

static gboolean
is_road (const char *p, const char *end)
{
  static const char *const words[] = { "路", "山路", "地", "水路", "土路", "外", "远", NULL };

  return any_at (p, end, words);
}

/* Units that only their neighbours tell. */
static const struct {
  const char *word;
  FzUnit      unit;
  const char *before[12]; /* one of these stands before the number, */
  const char *behind[12]; /* or one of these behind the unit */
} told_units[] = {
  { "分", { "分", FZ_FIGURE_AREA, "平方米", { 6666667, 5 }, 0 },
    { "耕地", "耕地只有", "耕地仅", "自留地", "自留地只有", "菜地", NULL },
    { "菜地", "耕地", "自留地", "水田", "旱地", "田", "荒地", "责任田", NULL } },
  { "期", { "期", FZ_FIGURE_COUNT, NULL, { 1, 0 }, 0 },
    { "训练班", "培训班", "学习班", "讲习班", "研修班", "夜校", "培训", "讲座", NULL },
    { "训练班", "培训班", "学习班", "讲习班", "研修班", "夜校", "讲座", NULL } },
  { "市", { "市", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_NOUN }, { "等", NULL }, { NULL } },
  { "县", { "县", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_NOUN }, { "等", NULL }, { NULL } },
  { "路", { "路", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_ARABIC }, { NULL },
    { "视频", "高清", "信号", "画面", "监控", "摄像", "直播", NULL } },
  { "方", { "方", FZ_FIGURE_VOLUME, "立方米", { 1, 0 }, 0 },
    { "土方", "石方", "土石方", "混凝土", "砂石", "木材", "淤泥", "砼", "混凝土约", "土石方约", NULL },
    { "土", "石料", "混凝土", "木材", "水", NULL } },
  { "甲", { "甲", FZ_FIGURE_AREA, "平方米", { 969917, 2 }, 0 },
    { "面積", "面積約", "茶園", "農地", "耕地", NULL }, { "地", "土地", NULL } },
  { "度", { "度", FZ_FIGURE_ENERGY, "千瓦时", { 1, 0 }, 0 },
    { "节电", "用电", "省电", "耗电", "发电", "节电约", "用电约", "發電", "省電", "用電", NULL }, { NULL } },
};

/* 江南、江北两市: a place closes the list before the number. */
static gboolean
closes_places (const FzReading *reading, const char *number_at)
{
  gsize at = (gsize) (number_at - reading->text);
  guint i = at == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->places, at - 1);
  const FzStretch *place;

  if (i == FZ_NOT_FOUND || i == 0)
    return FALSE;
  place = &g_array_index (reading->places, FzStretch, i);
  return place->end == at && fz_text_before (reading->text, reading->text + place->start, "、");
}

static const FzUnit *
told_unit (const FzReading *reading, const char *number_at, const char *unit_at)
{
  const char *end = reading->text + reading->length;

  for (gsize i = 0; i < G_N_ELEMENTS (told_units); i++)
    {
      const char *behind = unit_at + strlen (told_units[i].word);

      if (!fz_text_at (unit_at, end, told_units[i].word))
        continue;
      if (any_before (reading->text, number_at, told_units[i].before) || any_at (behind, end, told_units[i].behind) ||
          (told_units[i].unit.flags & FZ_UNIT_NOUN && closes_places (reading, number_at)))
        return &told_units[i].unit;
    }
  return NULL;
}

/**
 * fz_unit_is_told:
 * @reading: a reading
 * @number_at: where a number starts
 * @unit_at: one past it
 *
 * Returns: whether the words around it make a unit of what stands at @unit_at
 */
gboolean
fz_unit_is_told (const FzReading *reading, const char *number_at, const char *unit_at)
{
  return told_unit (reading, number_at, unit_at) != NULL;
}

/**
 * fz_unit_behind:
 * @reading: a reading
 * @p: one past a number
 * @number: (inout): the number, to which 半 多 and the tenths of a price are added
 * @unit_at: (out): where the unit starts
 * @length: (out): its bytes
 *
 * Returns: (transfer none) (nullable): the unit
 */
const FzUnit *
fz_unit_behind (const FzReading *reading, const char *p, FzNumber *number, const char **unit_at, gsize *length)
{
  static const FzUnit li = { "里", FZ_FIGURE_LENGTH, "米", { 500, 0 }, 0 };
  static const FzUnit points = { "个", FZ_FIGURE_PERCENT, "个百分点", { 1, 0 }, 0 };
  const char *end = reading->text + reading->length, *number_at = p - number->length;
  const FzUnit *unit = NULL;

  p += p < end && *p == ' ';
  *unit_at = p;
  *length = fz_text_at (p, end, "个") || fz_text_at (p, end, "個") ? broken_unit (p, end, number, &unit) : 0;
  if (*length > 0)
    return unit;
  unit = compound_span (p, end, number, length);
  if (unit != NULL)
    return unit;
  *length = fz_text_at (p, end, "成") ? with_hundredth (p, end, number) : 0;
  if (*length == 0 && number->flags & FZ_NUMBER_SINGLE && is_share_of (reading->text, number_at, p, end))
    *length = 3;
  if (*length > 0)
    return row_of ("成");
  *length = fz_text_at (p, end, "米") ? with_decimals (p, end, number) : 0;
  if (*length > 0)
    return row_of ("米");
  *length = fz_text_at (p, end, "块") || fz_text_at (p, end, "塊") ? spoken_price (p, end, number) : 0;
  if (*length == 0 && fz_text_at (p, end, "元"))
    *length = with_tenths (p, end, number);
  if (*length > 0)
    return row_of ("元");
  unit = fz_unit_at (p, end, length);
  if (*length == 3 && shares_points (p, end))
    return &points;
  if (*length <= 3 && told_unit (reading, number_at, p) != NULL)
    {
      *length = 3;
      return told_unit (reading, number_at, p);
    }
  if (unit == NULL)
    return NULL;
  if (fz_text_at (p, end, "块") && *length == 3 && is_price (reading->text, number_at, p + 3, end))
    return row_of ("元");
  if (fz_text_at (p, end, "度") && *length == 3 && number->power >= 4)
    return row_of ("度电");
  return fz_text_at (p, end, "里") && *length == 3 && is_road (p + 3, end) ? &li : unit;
}
