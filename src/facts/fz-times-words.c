/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-times-parts.h"

/* The words that times are told with. */

static const struct {
  const char *words;
  guint       class;
} lexicon[] = {
  { "自 自从 自從 截至 截止 截止到 截至到 截止至", FZ_TIME_WORD_PREFIX | FZ_TIME_WORD_LASTING },
  { "从 從 到 至", FZ_TIME_WORD_PREFIX },
  { "今年 今年来 今年來 今年以来 今年以來 截至目前 截止目前 截至發稿 截至发稿", FZ_TIME_WORD_TIME | FZ_TIME_WORD_LASTING },
  { "去年 前年 当年 當年 同年 近日 日前 近期 最近 不久前 目前 当前 當前 如今 现在 現在 眼下 现阶段 現階段 "
    "近年 近年来 近年來 近些年 近些年来 近几年 近几年来 近幾年 近幾年來 这些年 这些年来 这几年 多年来 多年來 半年来 半年來 数年来 几年来 "
    "今明两天 今明兩天 昨夜 昨晚间 过去24小时 过去一周 过去一个月 "
    "昨早 昨晨 前晚 今午 昨午 "
    "今天 昨天 今日 昨日 前日 当天 當天 当日 當日 当晚 當晚 当天下午 当天上午 当天晚上 當天下午 今晨 昨晚 今早 本周 本週 本月 上月 上周 上週 上周末 上週末 本周末 本週末 这周末 這週末 年内 年內 本年度 上年 上年度 "
    "今春 今夏 今秋 今冬 去冬今春 迄今 至今 迄今为止 到目前为止 目前为止 長期以來 长期以来 一直以来 一直以來 连日来 連日來 近来 近來 日前 前不久 "
    "期间 期間 过去一年 過去一年",
    FZ_TIME_WORD_TIME },
  { "“十四五”期间 “十四五”时期 “十四五”以来 “十三五”期间 “十三五”时期 “十三五”以来 “十二五”期间 “十五五”期间 “十五五”时期 "
    "十四五期间 十四五时期 十四五以来 十三五期间 十三五时期 十五五期间 十五五时期 “十四五”末 “十三五”末",
    FZ_TIME_WORD_TIME | FZ_TIME_WORD_AHEAD },
  { "接下来 接下來 今后 今後 未来 未來 下一步 明年 后年 後年 明天 明日 后天 後天 下月 下周 下週 下个月 即日起 本世纪中叶",
    FZ_TIME_WORD_TIME | FZ_TIME_WORD_AHEAD },
  { "上半年 下半年 前三季度 前两季度 一季度 二季度 三季度 四季度 年初 年底 年末 月初 月底 疫情期間 疫情期间 暑期",
    FZ_TIME_WORD_TIME | FZ_TIME_WORD_PART },
  { "春运 春運 暑运 暑運 元旦 春节 春節 清明 清明节 五一 “五一” 端午 端午节 國慶 国庆 国庆节 中秋 中秋节 双节 雙節 寒假 暑假 开斋节 三月三", FZ_TIME_WORD_FEAST },
  { "期间 期間 首日 首周 假期 假期首日 假期期间 假日 长假 長假 长假首日 长假期间 小长假 小长假期间 小长假首日 连假 連假 黄金周 當天 当天 当日", FZ_TIME_WORD_DAYS },
  { "初 底 末 中旬 上旬 下旬 月份 份 度 第一季度 第二季度 第三季度 第四季度 前两个月 前三个月 元旦 春节 春節 国庆 国庆节 五一 “五一” 端午 中秋 清明 "
    "秋季学期 春季学期 秋季學期 春季學期 春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 春 夏 秋 冬 寒假 暑假 同期 上午 下午 晚 晚上 凌晨 早上 清晨 傍晚 中午 晚间 夜间 夜間 白天",
    FZ_TIME_WORD_PART },
  { "至 到 — —— - – ～ ~ －", FZ_TIME_WORD_TO },
  { "以来 以來", FZ_TIME_WORD_SUFFIX | FZ_TIME_WORD_LASTING | FZ_TIME_WORD_SINCE },
  { "至今 迄今", FZ_TIME_WORD_SUFFIX | FZ_TIME_WORD_LASTING },
  { "起 期间 期間", FZ_TIME_WORD_SUFFIX },
  { "近 过去 過去 过去的 最近 未来 未來 今后 今後 前 首", FZ_TIME_WORD_SPAN },
  { "今 昨 明 去 前 本月 民国 民國", FZ_TIME_WORD_DAY },
  { "每 比 较 較 同比 相较 与 跟 第", FZ_TIME_WORD_COMPARE },
  /* Ordinary words that begin or end like one of these. */
  { "最近时 最近处 最近距离 最近点 自己 自主 自动 自動 自然 自身 自觉 自治 自信 自有 自由 自行 自愿 自願 自营 自来 自驾 自助 自救 自贸 自强 自律 自古 自豪 自我 "
    "从而 从事 從事 从中 从业 从严 从小 從小 从不 到位 到底 到处 到处 到来 到達 到达 到场 到岗 到期 到户 至于 至於 至少 至上 前往 前后 前期 "
    "春茶 夏茶 秋茶 春耕 春播 春灌 春运 春運 春笋 春蚕 秋蚕 秋收 秋播 秋种 夏收 夏种 夏播 冬种 冬修 冬季奥运会 春晚 秋冬种 春管 春旱 秋汛 冬小麦 "
    "起来 起來 起到 起步 起点 起跑 起飞 初步 初级 初衷 初心 初中 初期 底线 底蕴 底气 底色 末端 度假 份额 春风 春风行动 秋粮 夏粮 冬奥 最近发展区 期间货 未来乡村 未来社区 未来工厂 未来产业 未来科技城 未来网络 未来学校 未来智慧 未来技术 未来农场 未来邻里 未来产业园",
    0 },
};

FZ_LEXICON_OF (time_lexicon, lexicon, lexicon[i].class)

/**
 * fz_time_words:
 *
 * Returns: (transfer none): the words, with bits of #FzTimeWord
 */
const FzWords *
fz_time_words (void)
{
  return time_lexicon ();
}
