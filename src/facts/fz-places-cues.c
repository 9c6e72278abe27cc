/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include <string.h>

#include "fz-words.h"

/* All tables hold whole words of simplified and, where the form differs,
 * traditional Chinese. */

/* A name's last character that begins the next word: 金华市|级 is 金华 and 市级. */
static const char *const suffix_words[] = {
  "省级", "省域", "省直", "省会", "省属", "省道", "省城",
  "市级", "市域", "市直", "市区", "市場", "市场", "市民", "市郊", "市属", "市屬", "市值", "市區", "市内", "市中心", "市辖",
  "区级", "区域", "区属", "区划", "区位", "区块", "区间", "区别", "区分", "区直", "區域", "區級", "區間",
  "县级", "县域", "县城", "县直", "县属", "县道", "縣級", "縣域", "縣城",
  "镇级", "镇域", "镇区", "镇村", "乡级", "乡村", "乡镇", "乡亲", "乡土", "乡愁", "鄉村", "鄉鎮",
  "州级", "州直", "街道路",
  NULL
};

/* … and what looks like one of those and is not: 义乌市|民政局. */
static const char *const suffix_exceptions[] = {
  "市民政", "市民族", "市民兵", "市民警", "市民营", "市民宗", "市民革", "市民盟", "市民建", "市民进", "市直属", "市直播", "市直接", "市直达",
  "市场监管局", "市区县", "市区两级", "市中心医院", "市中心血", "市中心支行", "省会同", "省会议", "省会计", "省直属", "省级机关", "省道路",
  "区直播", "区直接", "区直达", "区别墅", "区分别", "区分局", "区分公司", "县城建", "县城管", "县城投", "县城发", "县直播", "县直接", "县直达",
  "县道路", "县道口", "乡村民", "乡村委", "乡村支", "乡镇企业局", "镇村民", "镇村委", "镇村支", "镇区块",
  NULL
};

/* What makes a name of any short name before it: 和平路, 红旗村. */
static const char *const any_followers[] = {
  "路", "街", "大道", "大街", "东路", "西路", "南路", "北路", "中路", "高架", "东街", "西街", "南街", "北街", "支路", "巷", "胡同",
  "村", "社区", "居委会", "湾", "海峡", "半岛", "寺", "庙", "祠", "庵", "牌", "坊", "里弄", "广场", "公园",
  "號", "社區", "里里長",
  NULL
};
static const char *const any_exceptions[] = {
  "路段", "路网", "路桥", "路演", "路径", "街头", "街上", "街坊", "村镇", "村级", "村社", "村民", "村庄", "村里", "村干部", "村支",
  "村两委", "村居", "村超", "村晚", "村BA", "村歌", "湾区", "牌照", "公园城市",
  NULL
};

/* What makes one of a county's or township's short name only. */
static const char *const county_followers[] = {
  "山", "湖", "河", "江", "溪", "峰", "岭", "洞", "泉", "潭", "岛", "峡", "洲", "桥", "塔", "楼", "阁", "亭", "门", "园", "庄", "屯", "寨",
  "堡", "坝", "水库", "花园", "小区", "新村", "家园", "酒店", "宾馆", "饭店", "大厦", "先生", "女士", "同志", "说", "告诉",
  "老师", "教授", "苑", "渠", "港区", "岩", "石窟", "高铁", "铁路", "城际",
  NULL
};
static const char *const county_exceptions[] = {
  "山区", "山乡", "山海", "山村", "山地", "山城", "山水", "山货", "湖区", "湖长", "湖羊", "河长", "河道", "河段", "河湖", "江段", "江边", "岛屿", "溪段",
  "桥段", "桥头堡", "门户", "门店", "园区", "园林", "园艺", "庄稼", "庄园", "泉水", "说明", "说法", "亭亭", "洞察", "石材", "岩茶", "渠道", "高铁站", "高铁新城", "铁路工",
  NULL
};

/* How an organisation's name ends; sought in the run of Han behind a name. */
static const char *const organisation_ends[] = {
  "公司", "集团", "银行", "分行", "支行", "商行", "局", "委员会", "委", "政府", "馆", "院", "中心", "大学", "学院", "学校", "中学", "小学",
  "幼儿园", "商会", "协会", "学会", "联合会", "工会", "厂", "厅", "办公室", "法院", "检察", "支队", "大队", "部门", "合作社", "联盟", "基金会",
  "高中", "一中", "职校", "研究所", "俱乐部", "股份", "电视台", "日报", "晚报",
  "開發區", "公所", "處", "醫院", "大學", "學院", "學校", "國小", "國中", "中學", "小學", "高職", "幼兒園", "農會", "協會", "公會",
  "工會", "商會", "學會", "聯盟", "銀行", "集團", "廠", "館",
  NULL
};
/* What ends that run before punctuation does. */
static const char *const run_ends[] = {
  "的", "了", "在", "是", "和", "与", "将", "已", "为", "把", "从", "对", "到", "让", "有", "以",
  NULL
};

/* What leaves the next word free to be a name. */
static const char *const free_words[] = {
  "在", "到", "从", "向", "对", "与", "和", "为", "让", "是", "的", "给", "把", "由", "及", "于", "自", "往", "赴", "至", "进", "入", "离", "了", "抵", "回",
  "從", "與", "讓", "來", "来", "為",
  NULL
};

/* A township's short name that ends so is a mountain's or a water's, or a street's
 * or a sight's that it has its name from: 长安路, 豫园. */
static const char *const natural_ends[] = {
  "山", "湖", "河", "江", "岭", "峰", "潭", "泉", "海", "岛", "洲", "港", "桥", "湾", "水", "川", "关", "峡", "谷", "池",
  "路", "街", "园", "寺", "庙", "宫", "園", "廟", "宮",
  NULL
};

static const char *const joiners[] = { "、", "和", "与", "及", "以及", "與", NULL };

/* What closes a list, before its count or its last word. */
static const char *const closers[] = { "等", NULL };

/* A list's last word, and the level that it gives the names before it. */
static const struct {
  const char *word;
  FzLevel     level;
} list_levels[] = {
  { "乡镇", FZ_LEVEL_TOWNSHIP },     { "镇街", FZ_LEVEL_TOWNSHIP },     { "乡（镇", FZ_LEVEL_TOWNSHIP },
  { "镇", FZ_LEVEL_TOWNSHIP },       { "乡", FZ_LEVEL_TOWNSHIP },       { "街道", FZ_LEVEL_TOWNSHIP },
  { "公社", FZ_LEVEL_TOWNSHIP },     { "人民公社", FZ_LEVEL_TOWNSHIP },
  { "鎮", FZ_LEVEL_TOWNSHIP },       { "鄉", FZ_LEVEL_TOWNSHIP },       { "县", FZ_LEVEL_COUNTY },
  { "區", FZ_LEVEL_COUNTY },         { "区", FZ_LEVEL_COUNTY },         { "旗", FZ_LEVEL_COUNTY },
  { "市", FZ_LEVEL_PREFECTURE },     { "设区市", FZ_LEVEL_PREFECTURE }, { "地市", FZ_LEVEL_PREFECTURE },
  { "地级市", FZ_LEVEL_PREFECTURE }, { "州", FZ_LEVEL_PREFECTURE },     { "省", FZ_LEVEL_PROVINCE },
};

/* Of one character each. */
static const char *const numerals[] = {
  "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "０", "１", "２", "３", "４", "５", "６", "７", "８", "９", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "余", "多",
  "兩", "餘",
  NULL
};

/* What a county has: 县里, 县委, behind a word that ends before it. */
static const char *const of_county[] = { "里", "委", "长", "上", "政府", "人大", "政协", "领导", "直", "級", "级", NULL };

/* What a river or a mountain has, and no region: 台江|水. */
static const char *const of_nature[] = {
  "水", "边", "畔", "岸", "两岸", "沿岸", "上游", "下游", "流域", "之水", "山顶", "脚下", "邊", "兩岸", NULL
};

typedef enum {
  WORD_SUFFIX             = 1 << 0,
  WORD_SUFFIX_EXCEPTION   = 1 << 1,
  WORD_FOLLOWER           = 1 << 2,
  WORD_FOLLOWER_EXCEPTION = 1 << 3,
  WORD_COUNTY             = 1 << 4,
  WORD_COUNTY_EXCEPTION   = 1 << 5,
  WORD_ORGANISATION       = 1 << 6,
  WORD_RUN_END            = 1 << 7,
  WORD_FREE               = 1 << 8,
  WORD_NATURAL            = 1 << 9,
  WORD_OF_COUNTY          = 1 << 10,
  WORD_NUMERAL            = 1 << 11,
  WORD_JOINER             = 1 << 12,
  WORD_CLOSER             = 1 << 13,
  WORD_OF_NATURE          = 1 << 14,
  WORD_OF_RUN             = WORD_ORGANISATION | WORD_RUN_END,
} WordKinds;

static const struct {
  const char *const *words;
  WordKinds          kind;
} tables[] = {
  { suffix_words, WORD_SUFFIX },
  { suffix_exceptions, WORD_SUFFIX_EXCEPTION },
  { any_followers, WORD_FOLLOWER },
  { any_exceptions, WORD_FOLLOWER_EXCEPTION },
  { county_followers, WORD_COUNTY },
  { county_exceptions, WORD_COUNTY_EXCEPTION },
  { organisation_ends, WORD_ORGANISATION },
  { run_ends, WORD_RUN_END },
  { free_words, WORD_FREE },
  { natural_ends, WORD_NATURAL },
  { of_county, WORD_OF_COUNTY },
  { numerals, WORD_NUMERAL },
  { joiners, WORD_JOINER },
  { closers, WORD_CLOSER },
  { of_nature, WORD_OF_NATURE },
};

static const FzWords *
build_words (WordKinds kinds)
{
  FzWords *words = fz_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const char *const *word = tables[i].words; *word != NULL && (tables[i].kind & kinds) != 0; word++)
      fz_words_add (words, *word, tables[i].kind);
  return words;
}

/* All of the table that begins with @text and ends before @end. */
static WordKinds
kinds_before (const char *text,
              const char *end)
{
  static const FzWords *words;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, build_words (~WORD_OF_RUN));
  return fz_words_all_at (words, text, end);
}

/* The same of a text that ends with NUL: no word goes on behind it. */
static WordKinds
kinds_at (const char *text)
{
  const gsize longest = 64;

  return kinds_before (text, text + longest);
}

/* The same of the words that tell of a run of Han, which is asked at each
 * character of it. */
static WordKinds
run_kinds_at (const char *text)
{
  static const FzWords *words;
  const gsize longest = 64;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, build_words (WORD_OF_RUN));
  return fz_words_all_at (words, text, text + longest);
}

/* The bytes of the first word of @table that @text begins with, or nought.
 * Most words differ in their first bytes: a call for each costs more. */
static gsize
begins (const char        *text,
        const char *const *table)
{
  for (; *table != NULL; table++)
    {
      const char *word = *table;
      gsize length = 0;

      while (word[length] != '\0' && word[length] == text[length])
        length++;
      if (word[length] == '\0')
        return length;
    }
  return 0;
}

/**
 * fz_cue_suffix_moves_on:
 * @suffix: a full name's last character, and what follows it
 * @end: the end of the text
 *
 * Rule "suffix": in 金华市级, 南通市域, 云和县城 the suffix belongs to the next word.
 *
 * Returns: whether it does
 */
gboolean
fz_cue_suffix_moves_on (const char *suffix,
                        const char *end)
{
  return (kinds_before (suffix, end) & (WORD_SUFFIX | WORD_SUFFIX_EXCEPTION)) == WORD_SUFFIX;
}

/**
 * fz_cue_ends_short_name:
 * @after: what follows a short name
 * @end: the end of the text
 * @level: the highest level that the name has
 *
 * Rule "follower": 和平路, 红旗村 and, below the prefecture, 方山庙, 紫金山 are
 * names of their own.
 *
 * Returns: whether it is no region's name there
 */
gboolean
fz_cue_ends_short_name (const char *after,
                        const char *end,
                        FzLevel     level)
{
  WordKinds kinds = kinds_before (after, end);

  if ((kinds & WORD_FOLLOWER) != 0)
    return (kinds & WORD_FOLLOWER_EXCEPTION) == 0;
  return (kinds & (WORD_COUNTY | WORD_COUNTY_EXCEPTION)) == WORD_COUNTY && level >= FZ_LEVEL_COUNTY;
}

/**
 * fz_cue_ends_short_names:
 * @after: what follows a short name
 * @end: the end of the text
 *
 * Returns: whether fz_cue_ends_short_name() holds for some level
 */
gboolean
fz_cue_ends_short_names (const char *after,
                         const char *end)
{
  return fz_cue_ends_short_name (after, end, FZ_LEVEL_TOWNSHIP);
}

/**
 * fz_cue_is_natural:
 * @name: a township's short name
 * @length: its bytes
 *
 * Returns: whether it is named after a mountain or a water: 青山湖, 千峰岭
 */
gboolean
fz_cue_is_natural (const char *name,
                   gsize       length)
{
  return length >= strlen ("山") && (kinds_at (name + length - strlen ("山")) & WORD_NATURAL) != 0;
}

static gboolean
is_han (const char *text)
{
  const guint8 lead = (guint8) *text;
  gunichar c;

  /* Of three bytes, all from U+4000 to U+9FFF. */
  if (lead >= 0xe4 && lead <= 0xe9)
    return TRUE;
  if (lead < 0xe3)
    return FALSE;
  c = g_utf8_get_char (text);
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

/**
 * fz_cue_leaves_free:
 * @before: the character before a name
 *
 * Returns: whether a name may well begin behind it; behind another character it
 *   may be the rest of a word or half of a phrase: 生活安宁
 */
gboolean
fz_cue_leaves_free (const char *before)
{
  return !is_han (before) || (kinds_at (before) & WORD_FREE) != 0;
}

/**
 * fz_cue_in_organisation:
 * @after: what follows a name
 *
 * Returns: whether the name opens an organisation's name: 金华|市档案馆
 */
gboolean
fz_cue_in_organisation (const char *after)
{
  const guint longest = 16;
  const char *p = after;

  for (guint i = 0; i < longest && *p != '\0' && is_han (p); i++)
    {
      WordKinds kinds = run_kinds_at (p);

      if ((kinds & WORD_ORGANISATION) != 0)
        return TRUE;
      if ((kinds & WORD_RUN_END) != 0)
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return FALSE;
}

/**
 * fz_cue_joiner:
 * @text: what follows a name
 *
 * Returns: the bytes of the mark or word that joins the names of a list, or 0
 */
gsize
fz_cue_joiner (const char *text)
{
  return begins (text, joiners);
}

/**
 * fz_cue_ends_item:
 * @text: what stands between two names
 * @length: its bytes
 *
 * Rule "parallel": in 荔浦芋头、永福罗汉果、恭城月柿 each item opens with a name.
 *
 * Returns: whether it is the rest of one item and the mark behind it
 */
gboolean
fz_cue_ends_item (const char *text,
                  gsize       length)
{
  const gsize longest = 8 * strlen ("果");
  const char *mark = text + length - MIN (length, strlen ("、"));

  if (length <= strlen ("、") || length > longest + strlen ("、") || strncmp (mark, "、", strlen ("、")) != 0)
    return FALSE;
  for (; text < mark; text = g_utf8_next_char (text))
    if (!is_han (text))
      return FALSE;
  return TRUE;
}

/**
 * fz_cue_list_end:
 * @after: what follows a list's last name
 *
 * Rule "list": …、太阳等6个镇, …、塔石等乡镇, 云和、景宁两县.
 *
 * Returns: the level that the list gives its names, or none
 */
FzLevel
fz_cue_list_end (const char *after)
{
  gboolean closed = strncmp (after, "等", strlen ("等")) == 0;

  if (closed)
    after += strlen ("等");
  for (; (kinds_at (after) & WORD_NUMERAL) != 0; after = g_utf8_next_char (after))
    closed = TRUE;
  if (!closed)
    return FZ_LEVEL_NONE;
  if (strncmp (after, "个", strlen ("个")) == 0 || strncmp (after, "個", strlen ("個")) == 0)
    after += strlen ("个");
  for (guint i = 0; i < G_N_ELEMENTS (list_levels); i++)
    if (g_str_has_prefix (after, list_levels[i].word))
      return list_levels[i].level;
  return FZ_LEVEL_NONE;
}

/**
 * fz_cue_may_be_listed:
 * @after: what follows a name
 *
 * Returns: whether a list may go on or end there
 */
gboolean
fz_cue_may_be_listed (const char *after)
{
  WordKinds kinds = kinds_at (after);

  if ((kinds & WORD_JOINER) != 0)
    return TRUE;
  /* Asked of nearly every name; behind most stands nothing that ends a list. */
  return (kinds & (WORD_NUMERAL | WORD_CLOSER)) != 0 && fz_cue_list_end (after) != FZ_LEVEL_NONE;
}

/**
 * fz_cue_is_of_county:
 * @after: what follows the word 县
 *
 * Returns: whether it may be the county's without its name: 应|县里要求
 */
gboolean
fz_cue_is_of_county (const char *after)
{
  return (kinds_at (after) & WORD_OF_COUNTY) != 0;
}

/**
 * fz_cue_is_of_nature:
 * @after: what follows a name that is also a river's or a mountain's
 *
 * Returns: whether it is the river's or the mountain's: 台江|水
 */
gboolean
fz_cue_is_of_nature (const char *after)
{
  return (kinds_at (after) & WORD_OF_NATURE) != 0;
}
