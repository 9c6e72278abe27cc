/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-navigation.h"

#include <string.h>

/* What a page of the web has around the page of the newspaper: 上一版 下一版,
 * 字号：大 中 小, 首页 | 版面导航.  A line of nothing else was never printed. */

enum {
  BAR_CHARS = 80,
  ENOUGH = 2, /* points that make a bar */
};

/* Of two words of which one begins the other the longer comes first.  A word of
 * one point may also be a headline by itself. */
static const struct {
  char  word[24];
  guint points;
} words[] = {
  { "上一版", 2 }, { "下一版", 2 }, { "上一篇", 2 }, { "下一篇", 2 }, { "上一期", 2 }, { "下一期", 2 }, { "上一页", 2 }, { "下一页", 2 },
  { "版面导航", 2 }, { "版面概览", 2 }, { "版面目录", 2 }, { "标题导航", 2 }, { "往期回顾", 2 }, { "往期", 1 }, { "返回目录", 2 },
  { "返回首页", 2 }, { "返回顶部", 2 }, { "返回", 1 }, { "数字报首页", 2 }, { "数字报", 1 }, { "电子报", 1 }, { "首页", 1 }, { "首頁", 1 },
  { "正文", 1 }, { "目录", 1 }, { "字号", 2 }, { "字體", 1 }, { "字体", 1 }, { "字型", 1 }, { "大小", 1 }, { "调整", 1 }, { "調整", 1 }, { "大字号", 2 }, { "小字号", 2 }, { "默认字号", 2 }, { "默认", 1 },
  { "放大", 1 }, { "缩小", 1 }, { "还原", 1 }, { "朗读", 1 }, { "语音朗读", 2 }, { "打印本页", 2 }, { "打印", 1 }, { "列印", 1 }, { "关闭窗口", 2 }, { "关闭", 1 }, { "關閉", 1 }, { "收藏本文", 2 }, { "收藏", 1 }, { "推荐", 1 },
  { "分享到", 2 }, { "分享", 1 }, { "微信", 1 }, { "微博", 1 }, { "QQ空间", 1 }, { "朋友圈", 1 }, { "复制链接", 2 },
  { "PDF下载", 2 }, { "下载PDF", 2 }, { "PDF版", 1 }, { "PDF", 1 }, { "点击图片放大", 2 }, { "点击放大图片", 2 }, { "点击放大", 2 },
  { "关于我们", 2 }, { "联系我们", 2 }, { "网站地图", 2 }, { "广告服务", 1 }, { "广告刊例", 1 }, { "投稿指南", 1 }, { "法律声明", 1 },
  { "免责声明", 1 }, { "版权声明", 1 }, { "评论", 1 }, { "新闻排行", 2 }, { "浏览次数", 2 }, { "点击数", 2 }, { "阅读", 1 }, { "大", 1 }, { "中", 1 }, { "小", 1 },
};

/* Before whom the text is from, and a bar behind. */
static const char * const sources[] = { "来源：", "来源:", "來源：", "來源:", "稿源：", "稿源:" };

static gsize
source_at (FzText text)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (fz_text_starts (text, sources[i]))
      return fz_text_word_end (text, "【[（(");

  return 0;
}

/* A mark, a space or a digit between the words, its bytes; 0 for anything else. */
static gsize
filling (FzText text)
{
  FzCharClass class = fz_char_class (fz_text_first (text));

  if (class == FZ_CHAR_HAN || class == FZ_CHAR_LETTER)
    return 0;
  return (gsize) (g_utf8_next_char (text.start) - text.start);
}

/* Most lines begin with no such word nor source; of each character that does the
 * last byte is kept, which tells Han characters apart best. */
static gboolean
may_be_known (FzText text)
{
  static guint64 bits[4];
  static gsize ready;
  guchar last = text.length < 3 ? 0 : (guchar) text.start[2];

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        bits[(guchar) words[i].word[2] / 64] |= G_GUINT64_CONSTANT (1) << ((guchar) words[i].word[2] % 64);
      for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
        bits[(guchar) sources[i][2] / 64] |= G_GUINT64_CONSTANT (1) << ((guchar) sources[i][2] % 64);
      g_once_init_leave (&ready, 1);
    }

  return (bits[last / 64] >> (last % 64) & 1) != 0;
}

static gsize
word_at (FzText text, guint *points)
{
  if (text.length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (text.start[2] == words[i].word[2] && fz_text_starts (text, words[i].word))
      {
        *points += words[i].points;
        return strlen (words[i].word);
      }

  return 0;
}

/**
 * fz_navigation_is_bar:
 * @text: a line
 *
 * Returns: whether it has nothing but what a page of the web is walked through with
 */
gboolean
fz_navigation_is_bar (FzText text)
{
  guint points = 0;

  if (text.length > BAR_CHARS * 3)
    return FALSE;
  while (text.length > 0)
    {
      gsize length = filling (text);

      if (length == 0 && !may_be_known (text))
        return FALSE;
      if (length == 0)
        length = source_at (text);
      if (length == 0)
        length = word_at (text, &points);
      if (length == 0)
        return FALSE;
      text = fz_text_from (text, length);
    }

  return points >= ENOUGH;
}

/**
 * fz_navigation_sets_size:
 * @text: a line
 *
 * Such a line stands between the title of an article and its text; other bars
 * stand around articles.
 *
 * Returns: whether it is a bar that makes the letters larger or smaller, 字体：大 中 小
 */
gboolean
fz_navigation_sets_size (FzText text)
{
  return fz_text_find (text, "大") != NULL && fz_text_find (text, "小") != NULL && fz_navigation_is_bar (text);
}
