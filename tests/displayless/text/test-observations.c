/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-columns.h"
#include "fz-kinds.h"
#include "fz-observations.h"
#include "fz-pairs.h"
#include "fz-repeats.h"
#include "text-test.h"

/* What is seen of a line, for and against each: the first of two pages shows it in
 * one of its lines, from 0, the second does not. */

#define TEXT "本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶。茶农笑了。\n"

#define PLAIN "山那边的果园里也是一样，路修到了地头，省下了不少人工。\n"
#define SIGNED "山那边的果园里也是一样，路修到了地头，省下了不少人工。（温柚）\n"
#define BROKEN "山那边的果园里也是一样。路修到了地头，来往的车辆多了，省下了\n"

typedef struct {
  FzObservation seen;
  guint         line;
  const char   *with;
  const char   *without;
} Case;

static const Case words[] = {
  { FZ_SEEN_PICTURE_START, 0, "图为茶农采茶\n\n" TEXT, "茶农采茶图为谁\n\n" TEXT },
  { FZ_SEEN_DOING, 0, "茶农正在采茶\n\n" TEXT, "茶农采茶\n\n" TEXT },
  { FZ_SEEN_COLUMN_WORD, 0, "图片新闻\n\n" TEXT, "图片新闻让茶农的日子亮起来\n\n" TEXT },
  { FZ_SEEN_DIGEST, 0, "导  读\n\n" TEXT, "导读员进茶园\n\n" TEXT },
  { FZ_SEEN_NAME_END, 0, "县农业农村局\n\n" TEXT, "茶农笑了起来\n\n" TEXT },
  { FZ_SEEN_LABEL, 0, "时间：三月五日\n\n" TEXT, "茶农笑三月五日\n\n" TEXT },
  { FZ_SEEN_LABEL_ALONE, 0, "地点：\n\n" TEXT, "地点：茶园\n\n" TEXT },
  { FZ_SEEN_PLACE_LABEL, 0, "嵊州市：茶园开园\n\n" TEXT, "茶农们：茶园开园\n\n" TEXT },
  { FZ_SEEN_EDITOR_NOTE, 0, "编者按：茶园开园了。\n\n" TEXT, "读者按门铃：茶园开园了。\n\n" TEXT },
  { FZ_SEEN_TALK, 0, "问：茶园有多大？\n\n" TEXT, "问茶嵊州一叶知春\n\n" TEXT },
  { FZ_SEEN_SALUTATION, 0, "编辑同志：\n\n" TEXT, "编辑同志们\n\n" TEXT },
  { FZ_SEEN_CLOSING, 1, TEXT "\n特此公告\n", TEXT "\n公告特此\n" },
  { FZ_SEEN_LIST_MARK, 0, "●茶园开园\n\n" TEXT, "茶园●开园\n\n" TEXT },
  { FZ_SEEN_IMPRINT, 0, "责任编辑：温柚\n\n" TEXT, "温柚当上责任编辑\n\n" TEXT },
  { FZ_SEEN_CONTACT, 0, "电话：0571-00000000\n\n" TEXT, "茶园开园了\n\n" TEXT },
  { FZ_SEEN_DATE_START, 0, "3月5日，茶园开园\n\n" TEXT, "茶园3月5日开园\n\n" TEXT },
  { FZ_SEEN_LENTICULAR, 0, "【茶园】开园\n\n" TEXT, "茶园【开园】\n\n" TEXT },
  { FZ_SEEN_CELLS, 0, "茶叶 十斤 三百元\n\n" TEXT, "茶叶 十斤\n\n" TEXT },
  { FZ_SEEN_DIGITS, 0, "2024 31 茶\n\n" TEXT, "茶园开园5天\n\n" TEXT },
  { FZ_SEEN_NAMES_PLACE, 0, "金华茶农采茶忙\n\n" TEXT, "山里茶农采茶忙\n\n" TEXT },
  { FZ_SEEN_NAMES_NO_PLACE, 0, "山里茶农采茶忙\n\n" TEXT, "金华茶农采茶忙\n\n" TEXT },
  { FZ_SEEN_NEWS_BELOW, 0, "茶园开园\n\n3月5日，茶园里采茶工背着竹篓上山，一天能采下三百斤。\n", "茶园开园\n\n茶园里采茶工背着竹篓上山，一天能采下三百斤。\n" },
  { FZ_SEEN_ALL_HAN, 0, "茶园开园\n\n" TEXT, "茶园 开园\n\n" TEXT },
  { FZ_SEEN_ARROW, 0, "▲茶园开园\n\n" TEXT, "茶园▲开园\n\n" TEXT },
  { FZ_SEEN_EXCLAIMS, 0, "茶园开园啦！\n\n" TEXT, "茶园开园啦\n\n" TEXT },
  { FZ_SEEN_SENTENCE, 0, "茶园开园啦。\n\n" TEXT, "茶园。开园啦。\n\n" TEXT },
  { FZ_SEEN_ITEM, 0, "声　明\n\n" TEXT, "茶园声明书\n\n" TEXT },
  { FZ_SEEN_ITEM_END, 0, "茶园声明\n\n" TEXT, "声明里的茶园\n\n" TEXT },
  { FZ_SEEN_KICKER_END, 0, "市长在茶园调研时强调\n\n" TEXT, "强调采茶要趁早\n\n" TEXT },
  { FZ_SEEN_NEWS_END, 0, "茶园索道建成通车\n\n" TEXT, "通车以后的茶园\n\n" TEXT },
  { FZ_SEEN_ASKS, 0, "茶园几时开园？\n\n" TEXT, "茶园开园啦！\n\n" TEXT },
  { FZ_SEEN_STARTS_QUOTE, 0, "“茶博士”下乡\n\n" TEXT, "下乡的“茶博士”\n\n" TEXT },
  { FZ_SEEN_PROSE, 0, "茶农又笑了\n\n" TEXT, "茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_STILL, 0, "雨后的茶园。\n\n" TEXT, "雨后他又到茶园。\n\n" TEXT },
  { FZ_SEEN_PEOPLE, 0, "茶园里，村民用竹匾摊凉鲜叶。\n\n" TEXT, "茶园里，竹匾上摊着鲜叶。\n\n" TEXT },
  { FZ_SEEN_SIGNED, 0, "退休教师　陈守拙\n\n" TEXT, "退休教师　种茶忙\n\n" TEXT },
  { FZ_SEEN_COUNTED, 0, "毛病二\n\n" TEXT, "二茶园\n\n" TEXT },
  { FZ_SEEN_EVEN, 0, "护水有方 留茶有香\n\n" TEXT, "护水有方 山里茶有香\n\n" TEXT },
  { FZ_SEEN_UNEVEN, 0, "护水有方 山里的茶才会有香\n\n" TEXT, "护水有方 山里茶有香\n\n" TEXT },
  { FZ_SEEN_REPORTS, 0, "温柚摄影报道\n\n" TEXT, "报道说茶园开园\n\n" TEXT },
  { FZ_SEEN_PAGE_NUMBER, 0, "A06 茶乡\n\n" TEXT, "茶乡 A06\n\n" TEXT },
  { FZ_SEEN_IN_ITEM, 1, "招领启事\n\n茶园里拾到竹篓一只，请失主到管理处认领，过期不再保管，特此说明。\n", "茶园开园\n\n茶园里拾到竹篓一只，请失主到管理处认领，过期不再保管，特此说明。\n" },
  { FZ_SEEN_PICTURE_END, 0, "茶园鸟瞰图\n\n" TEXT, "鸟瞰图上看茶园\n\n" TEXT },
  { FZ_SEEN_CIRCLED, 0, "①茶园开园\n\n" TEXT, "茶园①开园\n\n" TEXT },
  { FZ_SEEN_POINTS_TO_PAGE, 0, "茶园开园 >>>2版\n\n" TEXT, "茶园开园 第2版画\n\n" TEXT },
  { FZ_SEEN_SCENE, 0, "茶农在茶厂里忙碌。\n\n" TEXT, "茶农在茶厂里说：忙碌。\n\n" TEXT },
  { FZ_SEEN_TAKEN, 0, "阿依古丽 摄\n\n" TEXT, "阿依古丽摄影记\n\n" TEXT },
  { FZ_SEEN_DOCUMENT, 0, "嵊政发〔2018〕9号\n\n" TEXT, "茶园路9号\n\n" TEXT },
  { FZ_SEEN_NUMBER_ALONE, 0, "·3·\n\n" TEXT, "3个茶园\n\n" TEXT },
  { FZ_SEEN_MARKED_FEW, 0, "■ 渡\n\n" TEXT, "■ 山那边的渡口又通了船\n\n" TEXT },
  { FZ_SEEN_SPACED_TWO, 0, "海　泥\n\n" TEXT, "海　泥茶\n\n" TEXT },
  { FZ_SEEN_ARROW_SIDE, 0, "◀茶园开园\n\n" TEXT, "▲茶园开园\n\n" TEXT },
  { FZ_SEEN_ADVERT, 0, "（广告）\n\n" TEXT, "茶园里的广告牌又立起来了\n\n" TEXT },
  { FZ_SEEN_SCENE_OF_PLACE, 0, "茶农在嵊州市忙碌。\n\n" TEXT, "茶农在茶厂里忙碌。\n\n" TEXT },
};

static const Case marks[] = {
  { FZ_SEEN_PAGE_TOP, 0, "茶园开园\n\n" TEXT, NULL },
  { FZ_SEEN_ENDS_STOP, 0, "茶园开园！\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_ENDS_PERIOD, 0, "茶园开园。\n\n" TEXT, "茶园开园！\n\n" TEXT },
  { FZ_SEEN_ENDS_PAUSE, 0, "茶园开园，\n\n" TEXT, "茶园，开园\n\n" TEXT },
  { FZ_SEEN_ENDS_COLON, 0, "茶园开园：\n\n" TEXT, "茶园：开园\n\n" TEXT },
  { FZ_SEEN_HOLDS_PERIOD, 0, "茶园。开园了\n\n" TEXT, "茶园开园了。\n\n" TEXT },
  { FZ_SEEN_HOLDS_PAUSE, 0, "茶园，开园了\n\n" TEXT, "茶园、果园开了\n\n" TEXT },
  { FZ_SEEN_HOLDS_PAUSES, 0, "茶园，开园，人多了\n\n" TEXT, "茶园，开园了\n\n" TEXT },
  { FZ_SEEN_HALVES, 0, "茶园开了园 茶农笑开颜\n\n" TEXT, "茶园开了园茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_UNBALANCED, 0, "茶农“笑开颜\n\n" TEXT, "茶农“笑”开颜\n\n" TEXT },
  { FZ_SEEN_CLOSES, 0, "茶农笑”开颜\n\n" TEXT, "茶农“笑”开颜\n\n" TEXT },
  { FZ_SEEN_BRACKETED, 0, "（茶园开园）\n\n" TEXT, "茶园（开园）\n\n" TEXT },
  { FZ_SEEN_HASH, 0, "# 茶园开园\n\n" TEXT, "茶园 # 开园\n\n" TEXT },
  { FZ_SEEN_SUBHASH, 1, "# 茶园开园\n\n## 采茶\n\n" TEXT, "# 茶园开园\n\n# 采茶\n\n" TEXT },
  { FZ_SEEN_NUMBERED, 0, "一、茶园开园\n\n" TEXT, "一座茶园开园\n\n" TEXT },
  { FZ_SEEN_DASHED, 1, "茶园开园\n——茶乡见闻\n\n" TEXT, "茶园开园\n茶乡——见闻\n\n" TEXT },
  { FZ_SEEN_ABOVE_STOPS, 1, TEXT "\n茶园开园\n", "茶园开园\n\n茶园又开园\n\n" TEXT },
  { FZ_SEEN_CHARS_4, 0, "茶园开园\n\n" TEXT, "茶园又开园\n\n" TEXT },
  { FZ_SEEN_CHARS_8, 0, "茶园又开园\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_RUN_ALONE, 0, "茶园开园\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_RUN_FIRST, 0, "茶园开园\n\n茶农笑开颜\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_RUN_LAST, 1, "茶园开园\n\n茶农笑开颜\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n采茶忙\n\n" TEXT },
  { FZ_SEEN_RUN_MIDDLE, 1, "茶园开园\n\n茶农笑开颜\n\n采茶忙\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_RUN_OF_TWO, 0, "茶园开园\n\n茶农笑开颜\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_RUN_OF_THREE, 0, "茶园开园\n\n茶农笑开颜\n\n采茶忙\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_LONGER_THAN_NEXT, 0, "茶园又开园\n\n采茶忙\n\n" TEXT, "采茶忙\n\n茶园又开园\n\n" TEXT },
  { FZ_SEEN_SHORTER_THAN_NEXT, 0, "采茶忙\n\n茶园又开园\n\n" TEXT, "茶园又开园\n\n采茶忙\n\n" TEXT },
  { FZ_SEEN_PAGE_OF_LEADS, 0, "茶园开园\n\n" TEXT, "茶园开园\n\n采茶工背着竹篓上山，一天能采下三百多斤鲜叶。茶农笑了。\n" },
  /* Below a byline a poem may stand, and its title is above that. */
  { FZ_SEEN_TITLE_BY_RULE, 0, "章江边\n邱一苇\n浮桥醒来\n菜担上岸\n露水在走\n", "章江边\n雨后初晴\n浮桥醒来\n菜担上岸\n露水在走\n" },
  { FZ_SEEN_EQUAL_TO_NEXT, 0, "老茶先采\n新茶后摘\n\n" TEXT, "老茶先采\n新茶再等几天\n\n" TEXT },
  { FZ_SEEN_EQUAL_TO_ABOVE, 1, "老茶先采\n新茶后摘\n\n" TEXT, "老茶先采\n新茶再等几天\n\n" TEXT },
  { FZ_SEEN_PARALLEL_LAST, 2, "怎么种\n\n" TEXT "\n怎么卖\n\n" TEXT, "怎么种\n\n" TEXT "\n卖到哪里去\n\n" TEXT },
  { FZ_SEEN_PARALLEL_NEXT, 0, "怎么种\n\n" TEXT "\n怎么卖\n\n" TEXT, "怎么种\n\n" TEXT "\n卖到哪里去\n\n" TEXT },
  { FZ_SEEN_TOP_RUN, 0, "茶园开园\n\n" TEXT, NULL },
  { FZ_SEEN_TEXT_TURNS, 0, "茶园开园\n\n茶园里采茶工背着竹篓上山，一天能采下三百斤。（于山）\n", "茶园开园\n\n茶园里采茶工背着竹篓上山，一天能采下三百斤。\n" },
  { FZ_SEEN_TEXT_APART_BELOW, 1, TEXT "\n" TEXT "\n\n\n\n" TEXT, TEXT "\n" TEXT "\n" TEXT },
  { FZ_SEEN_LIKE_TITLES, 0, "茶园索道建成通车\n\n" TEXT, NULL },
  { FZ_SEEN_UNLIKE_TITLES, 2, "茶园索道昨日建成通车\n\n" TEXT "\n采茶\n\n山那边的果园里也是一样，路修到了地头，省下了不少人工。\n", "茶园索道昨日建成通车\n\n" TEXT "\n采茶工笑着下山去\n\n山那边的果园里也是一样，路修到了地头，省下了不少人工。\n" },
  { FZ_SEEN_CHARS_12, 0, "茶农笑着采茶又开园\n\n" TEXT, "茶园又开园\n\n" TEXT },
  { FZ_SEEN_CHARS_16, 0, "茶农笑着采茶又开园日子香甜\n\n" TEXT, "茶园又开园\n\n" TEXT },
  { FZ_SEEN_RUN_OF_MORE, 0, "茶园\n采茶\n制茶\n卖茶\n\n" TEXT, "茶园\n采茶\n制茶\n\n" TEXT },
  { FZ_SEEN_RUN_OF_MANY, 0, "茶园\n采茶\n制茶\n卖茶\n喝茶\n敬茶\n\n" TEXT, "茶园\n采茶\n制茶\n卖茶\n喝茶\n\n" TEXT },
  { FZ_SEEN_TEXT_BELOW_1, 0, "茶园开园\n\n" TEXT, "茶园开园\n\n" TEXT "\n" TEXT },
  { FZ_SEEN_TEXT_BELOW_3, 0, "茶园开园\n\n" TEXT "\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_TEXT_ABOVE_1, 1, TEXT "\n茶园开园\n", TEXT "\n" TEXT "\n茶园开园\n" },
  { FZ_SEEN_ABOVE_COLON, 1, "茶农说：\n\n茶园开园\n\n" TEXT, "茶农：说\n\n茶园开园\n\n" TEXT },
  { FZ_SEEN_ABOVE_NUMBERED, 1, "一、采茶\n\n茶园开园\n\n" TEXT, "采茶一\n\n茶园开园\n\n" TEXT },
  { FZ_SEEN_ENDS_QUOTE, 0, "茶农有了“茶博士”\n\n" TEXT, "“茶博士”来了\n\n" TEXT },
  { FZ_SEEN_NAMES, 0, "陈守拙 周既望\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_SINCE_NONE, 0, "茶园开园\n\n" TEXT, NULL },
  { FZ_SEEN_SINCE_1, 2, "茶园开园\n\n" TEXT "\n采茶\n\n" TEXT, NULL },
  { FZ_SEEN_PARALLEL_NEXT, 0, "甲方：种好茶\n\n" TEXT "\n乙方：采茶忙\n\n" TEXT, "甲方：种好茶\n\n" TEXT "\n第二方：采茶忙\n\n" TEXT },
  { FZ_SEEN_TWO_ABOVE_TEXT, 0, "采茶\n制茶\n" PLAIN, "采茶\n制茶\n" TEXT },
  { FZ_SEEN_TWO_UNLIKE_TITLES, 2, "茶园索道昨日建成通车\n" TEXT "采茶\n制茶\n" PLAIN, "茶园索道昨日建成通车\n" TEXT "采茶\n" PLAIN },
  { FZ_SEEN_MANY_AT_TOP, 0, "茶园\n采茶\n制茶\n卖茶\n\n" TEXT, "茶园\n采茶\n制茶\n\n" TEXT },
  { FZ_SEEN_NEWS_IN_TEXT, 1, PLAIN "\n近日，" PLAIN, PLAIN "\n" PLAIN },
  { FZ_SEEN_NEWS_LISTED, 1, PLAIN "\n●嵊州市的茶园里也是一样，" PLAIN, PLAIN "\n●" PLAIN },
  { FZ_SEEN_NEWS_LITTLE, 3, PLAIN PLAIN PLAIN "\n近日，桥通了。\n\n" PLAIN, PLAIN PLAIN PLAIN "\n近日，" PLAIN },
  { FZ_SEEN_SCENE_IN_TEXT, 4, PLAIN PLAIN PLAIN PLAIN "\n茶农在晒青。\n\n" TEXT, PLAIN PLAIN PLAIN "茶园\n\n茶农在晒青。\n\n" TEXT },
  { FZ_SEEN_STILL_IN_TEXT, 4, PLAIN PLAIN PLAIN PLAIN "\n茶农在晒青。\n\n" TEXT, PLAIN PLAIN PLAIN PLAIN "\n茶农又在晒青。\n\n" TEXT },
  { FZ_SEEN_BRACKET_BELOW_TEXT, 1, TEXT "\n（县妇联）\n", "茶园\n\n（县妇联）\n\n" TEXT },
  { FZ_SEEN_SPACED_TWO_BELOW_TEXT, 1, TEXT "\n海　泥\n", BROKEN "\n海　泥\n" },
  { FZ_SEEN_SIGNED_BELOW_TEXT, 1, TEXT "\n退休教师　陈守拙\n", BROKEN "\n退休教师　陈守拙\n" },
  { FZ_SEEN_NAME_OF_PICTURE, 1, "茶农在晒青。陈守拙　摄\n\n茶园秋色\n\n" TEXT, "茶农在晒青。陈守拙　摄\n\n茶园索道建成通车\n\n" TEXT },
  { FZ_SEEN_LABEL_OF_PAGE, 1, "2019年6月12日　星期三\n\n\n\n茶园\n\n" TEXT, "2019年6月12日　星期三\n\n\n\n茶园索道建成通车\n\n" TEXT },
  { FZ_SEEN_HEADLINE_OF_PAGE, 1, "2019年6月12日　星期三\n\n\n\n茶园索道建成通车\n\n" TEXT, "2019年6月12日　星期三\n\n\n\n茶园\n\n" TEXT },
  { FZ_SEEN_RUN_IN_BREAK, 1, BROKEN "\n\n\n茶园\n\n" PLAIN, PLAIN "\n\n\n茶园\n\n" PLAIN },
  { FZ_SEEN_SPEECH_BELOW, 0, "采茶\n\n“茶园里有了路，省下了不少人工。”茶农说，往年这时候还在山上。\n", "采茶\n\n茶农说：“茶园里有了路，省下了不少人工。”往年这时候还在山上。\n" },
  { FZ_SEEN_LINK_BELOW, 0, "采茶\n\n此外，" PLAIN, "采茶\n\n" PLAIN },
  { FZ_SEEN_SAYS_60, 0, "采茶\n\n" PLAIN PLAIN, "采茶\n\n" PLAIN PLAIN PLAIN },
  { FZ_SEEN_SAYS_150, 0, "采茶\n\n" PLAIN PLAIN PLAIN, "采茶\n\n" PLAIN },
  { FZ_SEEN_SAID_60, 1, PLAIN "\n采茶\n\n" PLAIN, PLAIN PLAIN PLAIN "\n采茶\n\n" PLAIN },
  { FZ_SEEN_SAID_150, 3, PLAIN PLAIN PLAIN "\n采茶\n\n" PLAIN, PLAIN PLAIN "\n制茶\n\n" PLAIN "\n采茶\n\n" PLAIN },
  { FZ_SEEN_NUMBER_FIRST, 0, "一、采茶\n\n" PLAIN, "二、采茶\n\n" PLAIN },
  { FZ_SEEN_NUMBER_NEXT, 2, "（二）采茶\n\n" PLAIN "\n（三）制茶\n\n" PLAIN, "（二）采茶\n\n" PLAIN "\n（五）制茶\n\n" PLAIN },
  { FZ_SEEN_FURTHER_IN, 1, PLAIN "        茶园\n" PLAIN, PLAIN "茶园\n" PLAIN },
  { FZ_SEEN_UNHASHED, 1, "# 茶园开园\n\n采茶忙\n\n" TEXT, "茶园开园\n\n采茶忙\n\n" TEXT },
  { FZ_SEEN_RUN_HASHED, 0, "采茶忙\n\n# 茶园开园\n\n" TEXT, "# 茶园开园\n\n" TEXT "\n采茶忙\n\n" TEXT },
  { FZ_SEEN_RUN_UNHASHED, 2, "# 茶园开园\n\n" TEXT "\n采茶忙\n\n" TEXT, "# 茶园开园\n\n" TEXT "\n采茶忙\n\n# 果园开园\n\n" TEXT },
  { FZ_SEEN_IN_BRIEFS, 4, "市内快讯\n\n" TEXT "\n茶园开园\n\n" PLAIN "\n果园开园\n\n" PLAIN, "市内快讯\n\n" TEXT "\n茶园开园\n\n" TEXT "\n果园开园\n\n" PLAIN },
  { FZ_SEEN_UNTURNED, 5, "茶园\n\n" SIGNED "\n果园\n\n" SIGNED PLAIN "\n采茶\n\n" PLAIN, "茶园\n\n" SIGNED "\n果园\n\n" PLAIN SIGNED "\n采茶\n\n" PLAIN },
  { FZ_SEEN_PAGE_OF_HASHES, 0, "# 茶园开园\n\n" TEXT, "茶园开园\n\n" TEXT },
};

static gboolean
is_seen (const char *text, guint line, FzObservation seen)
{
  const FzPlaces places = { test_names_place, NULL };
  g_autoptr (FzLines) lines = fz_lines_new (text, strlen (text));
  g_autofree FzObserved *observed = NULL;

  fz_columns_mark (lines);
  fz_pairs_mark (lines);
  fz_repeats_mark (lines);
  fz_kinds_mark (lines);
  observed = fz_observe (lines, &places);
  g_assert_cmpuint (line, <, lines->lines->len);
  for (guint i = 0; i < observed[line].n; i++)
    if (observed[line].seen[i] == seen)
      return TRUE;

  return FALSE;
}

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", fz_observation_name (cases[i].seen));
      g_assert_true (is_seen (cases[i].with, cases[i].line, cases[i].seen));
      if (cases[i].without != NULL)
        g_assert_false (is_seen (cases[i].without, cases[i].line, cases[i].seen));
    }
}

static void
test_words (void)
{
  check (words, G_N_ELEMENTS (words));
}

static void
test_marks (void)
{
  check (marks, G_N_ELEMENTS (marks));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/observations/words", test_words);
  g_test_add_func ("/text/observations/marks", test_marks);

  return g_test_run ();
}
