/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-exclude.h"

/* Fixed words with a numeral in them, and words before a number that make it
 * something else or a rank. */

/* Fixed words that begin with a numeral; what follows them is not counted. */
static const char fixed_words[] =
  "二环 三环 四环 五环 六环 七环 五棵松 九份 九份子 三年行动 三年计划 三年攻坚 五年规划 五年计划 十年规划 五项原则 三次会议 四次会议 五次会议 六次会议 "
  "两次会议 七次会议 八次会议 十次会议 三次全会 四次全会 五次全会 六次全会 两次全会 七次全会 三次全体 四次全体 五次全体 六次全体 七次全体 三重 九天揽月 四方台 二次元 "
  "千粒重 百粒重 十分 万分 百分 三分 七分 八分 三角 四角 四方 八方 三方 两方 五方 多方 四级 两级 三级 五级 四套班子 五套班子 两会 三农 两难 三难 "
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
static const char before_ordinals[] = "第 半斤 农历 農曆 民国 民國 编号 編號 No. №";

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
static const char near_words[] = "不足 不到 不满 未满 将近 將近 接近 近 超 超过 超過 上 逾 过 過 约 約 达 達 突破 数 成 大约";

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

  return fz_words_at (fz_words_of_list (&words, fixed_words), p, end, NULL);
}

/* 身高一米七, 每周三次: what follows is measured or counted; 周两次. */
static gboolean
is_counted (const char *start, const char *p, const FzNumber *number, const char *end)
{
  static const char *const weekly[] = { "每周", "每週", "每星期" }, *const counts[] = { "次", "场", "场次", "趟", "节", "回", "班" };
  gsize length;
  const FzUnit *unit = fz_unit_at (p + number->length, end, &length);

  if (fz_text_at (p, end, "两") || fz_text_at (p, end, "兩"))
    return fz_text_before (start, p, "周") || fz_text_before (start, p, "週") || fz_text_before (start, p, "星期");
  if (unit != NULL && (unit->kind == FZ_FIGURE_LENGTH || unit->kind == FZ_FIGURE_MASS))
    return TRUE;
  for (gsize i = 0; unit != NULL && i < G_N_ELEMENTS (weekly); i++)
    if (fz_text_before (start, p, weekly[i]))
      for (gsize k = 0; k < G_N_ELEMENTS (counts); k++)
        if (fz_text_at (p + number->length, end, counts[k]))
          return TRUE;
  return FALSE;
}

/**
 * fz_ordinal_before:
 * @start: the start of a text
 * @p: where a number starts
 * @number: the number
 * @end: the end of the text
 *
 * Returns: whether 第, 周 or the like makes it no quantity
 */
gboolean
fz_ordinal_before (const char *start, const char *p, const FzNumber *number, const char *end)
{
  static const char raising[] = "提高 最高 升高 偏高 调高 調高 增高 抬高 较高";
  static FzWords *always, *single, *verbs;

  if (fz_words_before (fz_words_of_list (&always, before_ordinals), start, p, NULL) > 0)
    return TRUE;
  return number->flags & FZ_NUMBER_SINGLE &&
         fz_words_before (fz_words_of_list (&single, before_single_ordinals), start, p, NULL) > 0 &&
         fz_words_before (fz_words_of_list (&verbs, raising), start, p, NULL) == 0 &&
         !is_counted (start, p, number, end);
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

  return fz_words_before (fz_words_of_list (&words, near_words), start, p, NULL) > 0 &&
         fz_words_before (fz_words_of_list (&passing, passing_words), start, p, NULL) == 0;
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

  return fz_words_before (fz_words_of_list (&words, scopes), start, p, NULL);
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

  return fz_words_before (fz_words_of_list (&words, counting_nouns), start, behind, NULL) > 0;
}
