/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-phrase.h"

#include "fz-phrase-words.h"

#include <string.h>

/* Runs of text behind a figure: over 以上 and 的, then on to a mark, a number or
 * a word that opens a predicate; of what has a 的, what follows the last. */

/* 60%之电费 has a 的 of writing; 之一 and 之内 are words. */
static gboolean
is_owning_at (const char *p, const char *end)
{
  static const char words[] = "之一 之二 之三 之内 之內 之外 之间 之間 之中 之上 之下 之前 之后 之後 之多 之久 之际 之際 之余 之餘 之所 之夜 之家";
  static FzWords *cache;

  return fz_text_at (p, end, "之") && fz_words_at (fz_words_of_list (&cache, words), p, end, NULL) == 0;
}

/* Rule "about": of 千余起关于龙卷风、冰雹的报告 the reports are counted, whatever they
 * are about.  Returns: one past the 的 that closes it, @p where nothing does. */
static const char *
over_about (const char *p, const char *end)
{
  static const char *const openings[] = { "关于", "關於", "有关", "有關", "针对", "針對" };
  const char *q = p;
  gsize length = 0;
  guint class = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (openings) && q == p; i++)
    q += fz_text_at (p, end, openings[i]) ? strlen (openings[i]) : 0;
  if (q == p)
    return p;
  for (guint n = 0; n < FZ_PHRASE_MAX_CHARACTERS && q < end && !fz_text_at (q, end, "的"); n++)
    {
      class = fz_phrase_word_at (q, end, &length);
      if (class & FZ_PHRASE_MARK && !fz_text_at (q, end, "、"))
        return p;
      q += fz_char_length_at (q, end);
    }
  return q < end && fz_text_at (q, end, "的") ? q + strlen ("的") : p;
}

static const char *
right_start (const char *p, const char *end)
{
  gsize length;

  while (p < end && fz_phrase_word_at (p, end, &length) & FZ_PHRASE_BEHIND)
    p += length;
  p = over_about (p, end);
  if (is_owning_at (p, end))
    p += strlen ("之");
  return p + (p < end && *p == ' ');
}

/* 茶叶推广会, 供需对接活动: a noun of deeds at @q makes one name of the verb before it
 * and itself.  Returns: its bytes, or 0. */
static gsize
deed_at (const char *q, const char *end)
{
  gsize noun, length;
  const char *behind;

  if (!(fz_phrase_word_at (q, end, &noun) & FZ_PHRASE_DEED))
    return 0;
  /* 推进会 is one, 推广地膜 is none: of one character a noun goes no further. */
  behind = q + noun;
  if (noun == 3 && behind < end && !g_ascii_isdigit (*behind) && !fz_text_at (behind, end, "的") &&
      !(fz_phrase_word_at (behind, end, &length) & (FZ_PHRASE_MARK | FZ_PHRASE_CUT)))
    return 0;
  return noun;
}

/* 实施了打击, 志愿者来了: 了 makes a verb of what stands before it, of two characters
 * where they are not of these.  Returns: where that verb starts, @q where none does. */
static const char *
done_before (const char *p, const char *q, const char *end)
{
  static const char verbs[] =
    "来 來 去 走 跑 跳 站 坐 躺 哭 笑 喊 死 病 倒 醒 睡 吃 喝 买 買 卖 賣 唱 看 住 养 養 "
    "进来 進來 过来 過來 回来 回來 出来 出來 起来 起來 下来 下來 上来 上來 进去 過去 过去 出去 回去 下去 上去";
  /* Of one noun and a verb: 人家去了, 索道花了. */
  static const char going[] = "花 去 来 來 走 跑";
  static FzWords *cache, *short_ones;
  gsize length;

  if (!fz_text_at (q, end, "了") || q - p < 9)
    return q;
  length = fz_words_before (fz_words_of_list (&cache, verbs), p, q, NULL);
  if (q - p == 9)
    return length > 3 ? q : q - fz_words_before (fz_words_of_list (&short_ones, going), p, q, NULL);
  if (length > 0)
    return q - length;
  q -= fz_char_length_before (p, q);
  return q - fz_char_length_before (p, q);
}

/* 两家医院今年更新了设备: what happened to them is no part of their name. */
static gboolean
time_at (const FzReading *reading, const char *q)
{
  gsize at = (gsize) (q - reading->text);
  guint i = fz_reading_last (reading->times, at);

  return i != FZ_NOT_FOUND && g_array_index (reading->times, FzTime, i).start == at;
}

/* COVID-19, M1: what is written in letters is one name with its number.
 * Returns: its bytes, or 0. */
static gsize
latin_at (const char *q, const char *end)
{
  const char *p = q;

  if (!g_ascii_isalpha (*p))
    return 0;
  while (p < end && (g_ascii_isalnum (*p) || (*p == '-' && p + 1 < end && g_ascii_isalnum (p[1]))))
    p++;
  return (gsize) (p - q);
}

/* Returns: the bytes at @q that go on the phrase from @p, 0 where it ends. */
static gsize
step_right (const FzReading *reading, const char *p, const char *q, const char *end)
{
  const FzQuote *quote = fz_reading_quote_starting (reading, (gsize) (q - reading->text));
  gsize length, deed;
  guint class;

  if (quote != NULL && reading->text + quote->end <= end && quote->kind != FZ_QUOTE_SPEECH)
    return quote->end - quote->start;
  if ((length = latin_at (q, end)) > 0)
    return length;
  class = fz_phrase_word_at (q, end, &length);
  deed = class & FZ_PHRASE_DOES ? deed_at (q + length, end) : 0;
  if (deed > 0)
    return length + deed;
  if (class & FZ_PHRASE_MARK || (class & FZ_PHRASE_CUT && !(class & FZ_PHRASE_BEHIND)) || g_ascii_isdigit (*q) || *q == ' ')
    return 0;
  /* 212家单位发布: behind a noun such a verb opens a predicate. */
  if ((q - p >= 6 && class & (FZ_PHRASE_DOES | FZ_PHRASE_ACTS)) || (q > p && time_at (reading, q)) ||
      (length <= 3 && done_before (p, q, end) < q))
    return 0;
  if (class & (FZ_PHRASE_PLAIN | FZ_PHRASE_CHANGE | FZ_PHRASE_BEHIND) || (class & (FZ_PHRASE_VERB | FZ_PHRASE_TAIL) && length > 3))
    return length;
  return fz_char_length_at (q, end);
}

/* 沿线有88个村: what one character calls.  七十岁了 and 四位平均 call nothing. */
static gboolean
is_short_noun (const char *p, const char *q)
{
  static const char nouns[] =
    "省 市 县 縣 区 區 盟 旗 州 乡 鄉 镇 鎮 村 庄 莊 里 街 国 國 户 戶 家 校 厂 廠 店 院 所 馆 館 站 点 點 部 队 隊 人 "
    "书 書 报 報 信 诗 詩 歌 戏 戲 剧 劇 曲 舞 画 畫 课 課 题 題 案 件 奖 獎 票 券 牌 证 證 钱 錢 债 債 税 稅 股 "
    "船 车 車 桥 橋 路 街 河 江 湖 海 岛 島 港 山 坡 沟 溝 渠 坝 壩 井 塘 池 泉 潭 洞 关 關 岭 嶺 田 地 林 园 園 棚 圈 "
    "树 樹 竹 苗 草 花 果 瓜 豆 麦 麥 稻 谷 穀 米 面 麵 茶 菜 薯 棉 麻 桑 茧 繭 蜜 糖 盐 鹽 酒 醋 油 肉 蛋 奶 "
    "猫 貓 象 虎 鹿 熊 兵 牛 羊 猪 豬 鸡 雞 鸭 鴨 鹅 鵝 鱼 魚 虾 蝦 蟹 蜂 蚕 蠶 马 馬 驴 驢 骡 狗 兔 "
    "水 电 電 气 氣 煤 炭 铁 鐵 铜 銅 金 银 銀 钢 鋼 石 沙 土 泥 砖 磚 瓦 灰 木 柴 纸 紙 布 线 線 药 藥 肥 粪 糞 粮 糧 饭 飯 饼 餅 "
    "房 屋 楼 樓 窑 窯 庙 廟 塔 亭 墙 牆 门 門 窗 床 桌 椅 灯 燈 钟 鐘 炉 爐 锅 鍋 碗 刀 枪 槍 炮 箭 弓 球 棋 琴 鼓 旗 伞 傘 鞋 衣 "
    "风 風 雨 雪 雾 霧 冰 雹 霜 火 浪 震 班 营 營 连 連 排 机 機 泵 网 網 管 轮 輪 病 疫 刑 碑 像 字 词 詞";
  static FzWords *cache;

  return fz_words_at (fz_words_of_list (&cache, nouns), p, q, NULL) == (gsize) (q - p);
}

/* 从4000多万户增长到1亿户: what it came to is not what was counted. */
static gboolean
comes_to (const char *p, const char *end)
{
  static const char *const reached[] = { "到", "至", "为", "為" };
  gsize length;

  if (!(fz_phrase_word_at (p, end, &length) & (FZ_PHRASE_CHANGE | FZ_PHRASE_TAIL)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (reached); i++)
    if (fz_text_at (p + length, end, reached[i]) || (length > 3 && fz_text_before (p, p + length, reached[i])))
      return TRUE;
  return FALSE;
}

/* 连续4年出口额超2亿元: what leads on to the next figure is of that one.  Returns:
 * where the phrase from @p to @q ends without it. */
static const char *
before_leading (const char *p, const char *q)
{
  static const char words[] =
    "了 着 超 超过 超過 达 達 达到 達到 近 约 約 逾 仅 僅 每 不足 突破 共计 共計 新臺幣 新台币 新台幣";
  static FzWords *cache;
  gsize length;

  while (q - p > 3 && (length = fz_words_before (fz_words_of_list (&cache, words), p, q, NULL)) > 0)
    q -= length;
  return MAX (p, q);
}

/* 24小时内全省最低气温: of where it is, is not what it is; nor is 大关 what passed it. */
static gboolean
is_scope (const FzPhrase *phrase)
{
  static const char scopes[] = "全省 全市 全县 全縣 全区 全區 全镇 全鎮 全乡 全村 全国 全國 全球 全校 全厂 大关 大關 新台阶 新台階 台阶 关口 關口 我省 我市 我县 我國 我国 本市 本省 本县";
  static FzWords *cache;

  return phrase->end > phrase->start &&
         fz_words_at (fz_words_of_list (&cache, scopes), phrase->start, phrase->end, NULL) == (gsize) (phrase->end - phrase->start);
}

/**
 * fz_phrase_right:
 * @reading: a reading
 * @position: where a figure ends
 * @next: where the next one starts
 * @first_de: whether the phrase ends at its first 的, not after its last
 *
 * Returns: the noun phrase behind the figure; empty where a predicate follows
 */
FzPhrase
fz_phrase_right (const FzReading *reading, gsize position, gsize next, gboolean first_de)
{
  static const char *const joints[] = { "的", "和", "与", "與", "及", "-", "第" };
  const char *end = reading->text + next, *p = right_start (reading->text + position, end), *q = p, *last = NULL;
  FzPhrase phrase = { 0 };
  gsize length;

  if (comes_to (p, end))
    return phrase;
  for (guint n = 0; n < FZ_PHRASE_MAX_CHARACTERS && q < end && (length = step_right (reading, p, q, end)) > 0; n++)
    {
      if (fz_text_at (q, end, "的"))
        {
          if (first_de && q > p)
            break;
          last = q + 3;
        }
      q += length;
    }
  q = done_before (p, q, end);
  q = q == end ? before_leading (p, q) : q;
  /* 小木钉“缝”了起来: the verb was in quotes. */
  if (q - p > 3 && fz_text_before (p, q, "“"))
    q -= strlen ("“");
  while (q > p && fz_phrase_any_before (p, q, joints, G_N_ELEMENTS (joints)))
    q = q - fz_char_length_before (p, q);
  /* 10周年和走廊启动: what is joined to the figure is not what it counts. */
  for (gsize i = 1; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_at (p, q, joints[i]) && !(fz_phrase_word_at (p, q, &length) & FZ_PHRASE_PLAIN))
      q = p;
  phrase.start = last != NULL && last < q ? last : p;
  phrase.end = q;
  if (is_scope (&phrase))
    phrase.start = q;
  if (q - phrase.start < 3 || (q - phrase.start == 3 && fz_byte_is_han (*phrase.start) && !is_short_noun (phrase.start, q)))
    phrase.start = q;
  return phrase;
}

/**
 * fz_phrase_verb_right:
 * @reading: a reading
 * @position: where a figure ends
 * @next: where the next one starts
 *
 * Returns: what is said of the things counted: 3000多人进城安家
 */
FzPhrase
fz_phrase_verb_right (const FzReading *reading, gsize position, gsize next)
{
  const char *end = reading->text + next, *p = reading->text + position, *q;
  FzPhrase phrase = { 0 };
  gsize length;

  if (comes_to (p, end) || fz_text_at (p, end, " "))
    return phrase;
  while (p < end && fz_phrase_word_at (p, end, &length) & (FZ_PHRASE_BEHIND | FZ_PHRASE_TAIL))
    p += length;
  for (q = p; q < end && q - p < FZ_PHRASE_MAX_CHARACTERS * 2; q += fz_char_length_at (q, end))
    if (fz_phrase_word_at (q, end, &length) & FZ_PHRASE_MARK || g_ascii_isdigit (*q) || *q == ' ')
      break;
  q = before_leading (p, q);
  phrase.start = p;
  phrase.end = q - p >= 6 ? q : p;
  return phrase;
}
