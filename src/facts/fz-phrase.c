/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-phrase.h"

#include "fz-numerals.h"

#include <string.h>

/* Runs of text beside a figure, cut by words rather than by grammar.
 *
 * To the left: over linking words (达 为 已有), then back to a mark, a place, a
 * time, 的, 和, an adverb or a light verb.  To the right: over 以上 and 的, then
 * on to a mark, a number or a word that opens a predicate; of what has a 的,
 * what follows the last. */

#define MAX_CHARACTERS 24

typedef enum {
  WORD_TAIL   = 1 << 0, /* between a thing and its figure */
  WORD_STOP   = 1 << 1, /* a phrase does not reach over it to the left */
  WORD_LIGHT  = 1 << 2, /* a verb that says only that there is something */
  WORD_VERB   = 1 << 3, /* a verb whose object may stand behind the figure */
  WORD_CUT    = 1 << 4, /* a phrase to the right ends before it */
  WORD_PLAIN  = 1 << 5, /* contains one of these and is none */
  WORD_CHANGE = 1 << 6,
  WORD_HEAD   = 1 << 7, /* an empty noun, to which what stands before 的 belongs */
  WORD_BEHIND = 1 << 8, /* between a figure and its thing */
  WORD_MARK   = 1 << 9,
} WordClass;

static const struct {
  const char *words;
  guint       class;
} lexicon[] = {
  { "达 達 达到 達到 为 為 是 居 稳居 位居 列 位列 占 佔 约 約 近 超 超过 超過 逾 突破 至 到 了 过 有 已有 现有 現有 共有 已达 已達 共达 多达 多達 高达 高達 "
    "等 仅 僅 仅有 只 只有 均 共 累计 累計 累计达 合计 合計 总计 總計 共计 共計 总共 总数 上 将近 接近 不足 不到 至少 大约 大約 可达 "
    "已 已经 已經 也 还 還 又 再 再次 由 每 分别 分別 分别为 分別為 的 可以 可 额外 能 计 計 就 各 各有 满 滿 约为 约有 突破了 长达 長達 历时 歷時 "
    "从 從 自 于 於 在 以 按 每小时 每天 每日 每年 每月 每个月 每人 每户 每戶 每亩 每吨 每分地 每斤 每平方米 每公斤 每场 每人每月 每人每年 每月每人 每周 每次 每名 每位 每度 "
    "户均 人均 亩均 总价 最高 最高可 最多 最低 并 且 向 对 對 给 給 把 将 將 逐 增至 增长到 增加到 增長到 下降到 降至 升至 提高到 提升到 提升至 缩短至 减少到 扩大到 上升到 增长至 "
    "经 经过 經過 通过 透過 需 需要 需时 为期 為期 期限 免费 大概 当中 其中 其中有 其中包括 包括 包含 近乎 两次 合共 共约 共約 计划 預計 预计 力争 拟 這 这 那 该 該 全部 有着",
    WORD_TAIL },
  { "已 已经 已經 共 累计 累計 成功 首期 率先 全力 先后 先後 陆续 陸續 目前 共计 总计 合计 仅 还 還 也 都 又 并 並 但 却 而 且 由 被 把 将 將 为 為 对 對 在 于 於 以 向 给 給 从 從 自 "
    "让 讓 使 令 和 与 與 及 以及 或 或者 来 按照 根据 通过 透過 经过 經過 可 可以 能 能够 会 會 要 应 需 需要 其中 其中有 每年 每天 每月 每日 每小时 每个月 每人 每户 平均 人均? 分别 分別 "
    "后 後 中 时 時 是 有 等 了 过 着 就 即 只 另 另有 再 更 最 均 各 即将 预计 預計 力争 争取 计划 持续 持續 进一步 同时 同時 此次 本次 这 這 该 該 其 他 她 他们 我们 我們 我 你 们 個 "
    "因此 此外 当天 一举 全年 今年 去年",
    WORD_STOP },
  { "我国 我國 我省 我市 我县 我區 我区 本市 本省 本区 本縣 我院 我校 我们 我們 他们 本府", WORD_STOP },
  { "实现 實現 完成 开展 開展 提供 举办 舉辦 举行 舉行 召开 获得 獲得 获 獲 荣获 榮獲 取得 推动 推動 建成 创建 建立 成立 设立 設立 設有 设有 拥有 擁有 具有 具备 形成 组织 組織 进行 進行 派出 "
    "提出 给出 制定 出台 发布 發布 安排 推出 引进 吸引 新增 增加 设置 設置 打造 建设 建設 新建 投入 配备 配備 装有 建有 增设 增設 开设 開設 评选出 选出 选派 组建 涌现出 产生 带来 迎来 再添 新添 又添 添 签订 签约 涵盖 覆盖 惠及 辐射",
    WORD_LIGHT | WORD_STOP },
  { "整合 流转 耕种 派发 派發 发放了 办理 辦理 匹配 协调 协调出 布局 放眼 种 種 种下 栽种 培育 培养 安置 占用 占地 腾出 盘活 清理 拆除 收购 收購 采购 採購 购买 購買 购置 领取 領取 补种 新种 捐赠 捐贈 捐出 捐 "
    "奖励 送出 送上 送去 送到 赠送 贈送 拿出 拿到 拿下 斩获 摘得 生产 生產 创造 創造 修复 修復 改造 铺设 鋪設 开挖 打通 恢复 恢復 绿化 播种 收割 抢收 养 養 养殖 运输 运送 转移 收到 调运 储备 筹集 募集 募得 争取到 "
    "斥资 斥資 投资了 花费 花費 支付 缴纳 繳納 罚款 處 处 處以 处以 装 裝 用 用了 吃 跑 跑了 走 走了 卖 賣 买 買 花 花了 挣 赚 赚了 带着 带领 組 写 寫 供应 供應 发送 發送 接待 救助 帮助 幫助 服务 服務 选址 覆蓋 騰出 種植了 吸收 消纳 节约 節省 节省 减少 補助 補貼 "
    "收 存 借 贷 出 租 分 获赠 得 给予 給予 加碼",
    WORD_VERB },
  { "已 已经 已經 将 將 在 被 以 于 於 从 從 是 有 达 達 分别 分別 通过 透過 正 正在 也 都 均 使 让 讓 由 并 並 共 可 可以 能 能够 会 會 需 应 应当 到 来到 來到 来自 來自 赴 前往 用于 用於 用以 "
    "进行 進行 参加 參加 参与 參與 拥有 擁有 具有 纳入 納入 进入 進入 获 獲 获得 獲得 获评 成为 成為 得到 同台 同场 落户 开工 開工 投产 投產 上线 上線 亮相 入选 入選 入驻 入駐 参赛 參賽 报名 報名 集中 组成 組成 "
    "缩短 縮短 增长 增長 增加到 提升至 提升到 提高到 提高至 下降 下降到 增至 降至 扩大到 升至 增到 减至 缩短至 增长到 增长至 "
    "受益 增收 投用 启用 啟用 开展 開展 实现 實現 完成 提供 举办 舉辦 举行 舉行 带动 帶動 齐聚 汇聚 欢聚 走进 走進 走上 登上 同比 较上年 比上年 较去年 全部 全面 先后 就地 依托 围绕 针对 不等 不变 左右 即 则 另 "
    "时 時 后 後 前 内 內 外 中 里 裡 上 下 与 與 为 為 对 對 自 向 按 按照 该 此 其中 如 而 但 且 比 较 像 让 涉及 包括 包含 分布 坐落 位于 位於 盘活 种植 作为 作為 所 能否 率先 争相 竞相 荣获 榮獲 同意 覆盖 "
    "表示 等 使用了 投入 发放 發放 免费 免費 享受 优惠 優惠 以及 及 和每 即可 就 才 还 還 更 又 再 只 仅 不 未 没 沒 要 請 请 並於 並在 现场 建成 设立 給予 给予 前來 前来",
    WORD_CUT },
  { "共富 共同 共享 公共 共建 中共 共产党 共和 共青团 共识 共治 共创 共赢 公有 共有产权 还款 首都 成都 都市 都江堰 也门 并购 合并 并网 并联 而且 反而 由于 自由 理由 缘由 被告 被子 "
    "为主 行为 人为 认为 行為 因为 为民 以为 对口 对外 对接 对象 反对 面对 应对 核对 结对 对比 在册 在校 在建 在职 在线 现在 存在 所在 内在 潜在 在岗 在编 在库 在园 在院 在外 在读 在营 在孵 "
    "于是 关于 由于 以来 所以 得以 向往 方向 面向 导向 意向 定向 供给 补给 自给 配给 从业 服从 从事 从中 自动 自主 各自 自己 自身 自然 自治 自愿 自贸 "
    "和平 和谐 温和 共和国 饱和 祥和 和美 和合 总和 与会 普及 及时 及其 来源 未来 原来 来料 来访 从来 往来 来华 可再生 可持续 许可 认可 可支配 可用 可回收 可降解 可比 可转 "
    "能源 功能 智能 节能 性能 技能 能力 职能 能耗 产能 新能源 储能 动能 能效 能级 能手 社会 会议 会员 机会 协会 会展 委员会 工会 商会 大会 晚会 展会 学会 盛会 会计 会场 社會 會議 會員 協會 機會 展會 農會 商會 "
    "要素 主要 重要 要求 需求 必要 应用 响应 效应 应急 反应 适应 应届 应收 应缴 有效 有限 有机 所有 国有 有关 私有 有色 特有 固有 稀有 有限公司 有害 有序 持有 占有 享有 有轨 有线 "
    "是否 就业 就业岗位 就医 就近 就诊 成就 就读 就餐 就學 就業 只读 其他 其它 最大 最小 最新 更新 更换 再生 再就业 再贷款 均衡 均价 各类 各地 各项 各级 各界 各种 各族 各校 各區 各個 各个 "
    "后勤 后代 售后 产后 灾后 后备 后续 最后 今后 中心 中国 中小 中学 中央 中部 中药 中医 高中 初中 中标 中介 中等 中高 中试 中外 中青 中职 中期 中型 中线 中草药 中小学 中華 水中 空中 "
    "时间 小时 临时 实时 时代 时段 时尚 及时 课时 工时 时速 学时 即时 時間 小時 臨時 時代 是非 建设用地 建设项目 建设资金 建设兵团 建設公司 组织部 组织者 党组织 社会组织 基层党组织 组织生活 "
    "产生活 实施 提供商 提供者 提供方 创建工作 完成率 完成量 完成额 开展率 建成率 覆盖率 覆盖面 覆蓋率 召开率 投入品 投入资金 占地面积 占比 比重 比例 比率 投入产出 增加值 新增就业 新增产值 成立仪式 服务业 服务员 服务费 服务点 服务站 服务中心 服务平台 "
    "中下游 上游 下游 上下游 上市 上市公司 上海 上级 下级 下乡 线上 线下 上门 网上 陆上 海上 水上 地上 地下 下山 下岗 以上学历 地上 上证 上规 规上 规下 限上 限下 内外 国内 国外 内容 内地 内河 内部 内蒙古 室内 境内 校内 "
    "海外 境外 对外 外贸 外资 外商 外籍 外来 外地 外国 外企 外卖 外销 外出 外观 外送 里程 前三 前期 当前 前端 学前 产前 前沿 前列 前瞻 会前 里程碑 不动产 不良 不锈钢 不同 不少 不可 不法 不合格 "
    "正式 正规 改正 修正 真正 公正 正常 正餐 正面 完全 全国 面积 被服 被装 重点 亿元 等级 等额 等地 同等 均等 平等 高等 等候 等待 优等 即墨 即食 立即 规则 原则 另外 另类 到位 到期 报到 到户 到场 感到 达标 发达 到达 传达 抵达 比赛 比例 "
    "无所谓 场所 研究所 派出所 诊所 厕所 所得 所需 所属 卫生所 事务所 所有权 交易所 会所 像素 图像 影像 摄像 较大 较高 较好 比较 如今 未成年 未来 要求 要点 纲要 概要 没收 仅次于 不仅 才艺 人才 英才 天才 才能 再造 更好 又好 此类 彼此 "
    "供需 急需 刚需 内需 必需 必需品 军需 所需 增长点 增长极 增长率 下降率 新增长点 自来水 自然村 自行车 前沿 前置 前身 优惠券 享受者 内科 内存 内涝 中职",
    WORD_PLAIN },
  { "同比 环比 環比 增长 增長 下降 上升 提高 提升 增加 减少 減少 降低 上涨 下跌 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 分别 分別 名义 实际 同期 增幅 增速 增幅达 增 降 涨 成长 成長 "
    "上年 翻 年增 月增 扩大 回落 攀升 收窄 高于 低于 全国平均水平 两年平均 年均 年均增长 幅度 比 较 增產 增产? 高出 提前 缩短",
    WORD_CHANGE },
  { "时间 時間 数量 數量 人数 人數 比例 比重 金额 金額 面积 面積 总额 总量 规模 规模 增速 增幅 成本 价格 價格 速度 水平 费用 費用 距离 距離 长度 長度 期限 占比 份额 产量 產量 产值 比率 概率 速率 效率 总数",
    WORD_HEAD },
  { "以上 以下 以内 以內 左右 及以上 及以下 上下 之多 余 多 的 一次 的一 一 全新 整 不等 不等的", WORD_BEHIND },
  { "， , 。 ； ; ： : 、 ！ ! ？ ? （ ( ） ) 【 】 [ ] … — “ ” ‘ ’ 「 」 『 』 《 》 〈 〉 ～ / | \t ■ ● ▲ ◆ 〔 〕 ／", WORD_MARK },
};

static const FzWords *
phrase_words (void)
{
  static FzWords *words;

  if (g_once_init_enter_pointer (&words))
    {
      FzWords *built = fz_words_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (lexicon); i++)
        fz_words_add (built, lexicon[i].words, lexicon[i].class);
      g_once_init_leave_pointer (&words, built);
    }
  return words;
}

/**
 * fz_phrase_is_empty:
 * @phrase: a phrase
 *
 * Returns: whether nothing is in it
 */
gboolean
fz_phrase_is_empty (const FzPhrase *phrase)
{
  return phrase->end <= phrase->start;
}

/**
 * fz_phrase_breaks_at:
 * @p: a place in a text
 * @end: its end
 *
 * Returns: whether a mark or a word that opens a predicate stands there, so
 *   that no name runs over it
 */
gboolean
fz_phrase_breaks_at (const char *p, const char *end)
{
  guint class = 0;
  gsize length = fz_words_at (phrase_words (), p, end, &class);

  if (length == 0 || class & WORD_PLAIN)
    return FALSE;
  return class & (WORD_MARK | WORD_CUT) || (length > 3 && class & WORD_LIGHT);
}

static const FzTime *
time_ending (const FzReading *reading, const char *p)
{
  gsize at = (gsize) (p - reading->text);
  guint i = at == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->times, at - 1);

  if (i == FZ_NOT_FOUND || g_array_index (reading->times, FzTime, i).end != at)
    return NULL;
  return &g_array_index (reading->times, FzTime, i);
}

static const FzStretch *
place_ending (const FzReading *reading, const char *p)
{
  gsize at = (gsize) (p - reading->text);
  guint i = at == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->places, at - 1);

  if (i == FZ_NOT_FOUND || g_array_index (reading->places, FzStretch, i).end != at)
    return NULL;
  return &g_array_index (reading->places, FzStretch, i);
}

/* 一笔90万元: 一 and its classifier say nothing. */
static gboolean
article_before (const char *limit, const char *p)
{
  return p - limit >= 6 && fz_text_at (p - 6, p, "一") && fz_char_length_before (limit, p) == 3 &&
         !fz_text_before (limit, p - 6, "第") && !fz_text_before (limit, p - 6, "统");
}

/* Steps back over what links a thing and its figure. */
static const char *
skip_links (const FzReading *reading, const char *p, const char *limit, FzPhrase *phrase)
{
  for (guint n = 0; n < 12 && p > limit; n++)
    {
      guint class = 0;
      gsize length;
      const FzTime *time = time_ending (reading, p);

      if (time != NULL)
        {
          p = reading->text + time->start;
          continue;
        }
      length = p[-1] == ' ' ? 1 : fz_words_before (phrase_words (), limit, p, &class);
      if (article_before (limit, p))
        {
          p -= 6;
          continue;
        }
      if (length == 0 || (p[-1] != ' ' && (!(class & (WORD_TAIL | WORD_LIGHT)) || class & WORD_PLAIN)))
        break;
      if (class & WORD_LIGHT)
        {
          phrase->light = TRUE;
          phrase->verb = (FzRun) { p - length, p };
        }
      phrase->changed_from = phrase->changed_from || length > 6 || (length == 6 && fz_text_before (limit, p, "至"));
      /* What has been said with a verb is not the verb's subject. */
      p -= length;
    }
  return MAX (p, limit);
}

static gboolean
empty_head_at (const char *p, const char *end)
{
  guint class = 0;

  return fz_words_at (phrase_words (), p, end, &class) > 0 && class & WORD_HEAD;
}

/* Returns: where the phrase that ends at @end starts. */
static const char *
walk_left (const FzReading *reading, const char *end, const char *limit)
{
  const char *q = end;

  for (guint n = 0; n < MAX_CHARACTERS && q > limit; n++)
    {
      const FzQuote *quote = fz_reading_quote_ending (reading, (gsize) (q - reading->text));
      gboolean short_yet = end - q < 6;
      guint class = 0;
      gsize length;

      if (quote != NULL && reading->text + quote->start >= limit)
        {
          q = reading->text + quote->start;
          continue;
        }
      length = fz_words_before (phrase_words (), limit, q, &class);
      if (class & WORD_MARK || q[-1] == ' ')
        break;
      if (!short_yet && (place_ending (reading, q) != NULL || time_ending (reading, q) != NULL))
        break;
      if (end == q && (place_ending (reading, q) != NULL || time_ending (reading, q) != NULL))
        break;
      if (fz_text_before (limit, q, "的"))
        {
          if (!empty_head_at (q, end))
            break;
          length = 3;
        }
      else if (!short_yet && class & WORD_STOP && !(class & WORD_PLAIN))
        break;
      q -= MAX (length, fz_char_length_before (limit, q));
    }
  return MAX (q, limit);
}

static gboolean
is_only_change (const FzPhrase *phrase)
{
  const char *p = phrase->start;

  while (p < phrase->end)
    {
      guint class = 0;
      gsize length = fz_words_at (phrase_words (), p, phrase->end, &class);

      if (length == 0 || !(class & WORD_CHANGE))
        return FALSE;
      p += length;
    }
  return !fz_phrase_is_empty (phrase);
}

static gboolean
verb_before (const char *start, const char *p)
{
  guint class = 0;

  return fz_words_before (phrase_words (), start, p, &class) > 0 && class & WORD_VERB && !(class & WORD_PLAIN);
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
  const char *end = reading->text + next, *p = reading->text + position, *q, *last = NULL;
  FzPhrase phrase = { 0 };
  guint class = 0;
  gsize length;

  while (p < end && ((length = fz_words_at (phrase_words (), p, end, &class)) > 0) && class & WORD_BEHIND)
    p += length;
  p += p < end && *p == ' ';
  q = p;
  for (guint n = 0; n < MAX_CHARACTERS && q < end; n++)
    {
      const FzQuote *quote = fz_reading_quote_starting (reading, (gsize) (q - reading->text));

      if (quote != NULL && reading->text + quote->end <= end && quote->kind != FZ_QUOTE_SPEECH)
        {
          q = reading->text + quote->end;
          continue;
        }
      class = 0;
      length = fz_words_at (phrase_words (), q, end, &class);
      if (class & WORD_MARK || (class & WORD_CUT && !(class & (WORD_PLAIN | WORD_BEHIND))) ||
          g_ascii_isdigit (*q) || *q == ' ')
        break;
      if (fz_text_at (q, end, "的"))
        {
          if (first_de && q > p)
            break;
          last = q + 3;
          length = 3;
        }
      q += MAX (class & WORD_PLAIN || length == 3 ? length : 0, fz_char_length_at (q, end));
    }
  while (q > p && (fz_text_before (p, q, "的") || fz_text_before (p, q, "和") || fz_text_before (p, q, "与") || fz_text_before (p, q, "及")))
    q -= 3;
  phrase.start = last != NULL && last < q ? last : p;
  phrase.end = q;
  if (q - phrase.start < 3)
    phrase.start = q;
  return phrase;
}

/* 9个村盘活土地700亩: the figure before has its own noun, the rest is ours. */
static void
give_back (const FzReading *reading, gsize figure_end, FzPhrase *phrase)
{
  FzPhrase theirs = fz_phrase_right (reading, figure_end, (gsize) (phrase->end - reading->text), FALSE);

  phrase->borrowed = fz_phrase_is_empty (&theirs) || phrase->end - theirs.end < 6;
  if (!phrase->borrowed)
    phrase->start = theirs.end;
}

/**
 * fz_phrase_left:
 * @reading: a reading
 * @position: where a figure starts
 * @figure_end: where the figure before it ends, 0 where there is none
 *
 * Returns: the phrase before the figure
 */
FzPhrase
fz_phrase_left (const FzReading *reading, gsize position, gsize figure_end)
{
  const char *limit = reading->text + figure_end;
  FzPhrase phrase = { 0 };

  phrase.end = skip_links (reading, reading->text + position, limit, &phrase);
  phrase.start = walk_left (reading, phrase.end, limit);
  phrase.touches = figure_end > 0 && phrase.end == limit;
  if (figure_end > 0 && phrase.start == limit)
    give_back (reading, figure_end, &phrase);
  phrase.ends_in_verb = verb_before (phrase.start, phrase.end);
  phrase.only_change = is_only_change (&phrase);
  /* One character is no noun phrase. */
  if (phrase.end - phrase.start <= 3)
    {
      if (verb_before (phrase.start, phrase.end))
        phrase.verb = (FzRun) { phrase.start, phrase.end };
      phrase.start = phrase.end;
    }
  /* Before a light verb stands who did it. */
  if (phrase.light)
    {
      phrase.verb = phrase.verb.start != NULL ? phrase.verb : (FzRun) { phrase.start, phrase.end };
      phrase.ends_in_verb = TRUE;
    }
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
  guint class = 0;
  gsize length;

  while (p < end && ((length = fz_words_at (phrase_words (), p, end, &class)) > 0) && class & (WORD_BEHIND | WORD_TAIL))
    p += length;
  for (q = p; q < end && q - p < MAX_CHARACTERS * 2; q += fz_char_length_at (q, end))
    {
      class = 0;
      if ((fz_words_at (phrase_words (), q, end, &class) > 0 && class & WORD_MARK) || g_ascii_isdigit (*q))
        break;
    }
  phrase.start = p;
  phrase.end = q - p >= 6 ? q : p;
  return phrase;
}

/**
 * fz_phrase_subject:
 * @reading: a reading
 * @left: what stands left of a figure
 * @figure_end: where the figure before it ends, 0 where there is none
 *
 * Returns: the subject before the light verb, or nothing
 */
FzPhrase
fz_phrase_subject (const FzReading *reading, const FzPhrase *left, gsize figure_end)
{
  FzPhrase phrase = { 0 };

  if (!left->light || left->verb.start == NULL || left->verb.start <= reading->text + figure_end)
    return phrase;
  phrase.end = left->verb.start;
  phrase.start = walk_left (reading, phrase.end, reading->text + figure_end);
  if (phrase.end - phrase.start < 6)
    phrase.start = phrase.end;
  return phrase;
}

/**
 * fz_phrase_clause_before:
 * @reading: a reading
 * @position: where a figure starts
 *
 * Returns: the last phrase of the clause before the figure's own, in its sentence
 */
FzPhrase
fz_phrase_clause_before (const FzReading *reading, gsize position)
{
  guint s = fz_reading_last (reading->sentences, position);
  const char *limit = reading->text + g_array_index (reading->sentences, FzStretch, s).start;
  const char *p = reading->text + position, *from = MAX (limit, p - MIN (position, (gsize) MAX_CHARACTERS * 4));
  FzPhrase phrase = { 0 };

  while (p > from && !fz_text_before (from, p, "，") && !fz_text_before (from, p, ","))
    p -= fz_char_length_before (from, p);
  if (p <= from)
    return phrase;
  phrase.end = p - fz_char_length_before (from, p);
  phrase.start = walk_left (reading, phrase.end, limit);
  if (phrase.end - phrase.start < 6)
    phrase.start = phrase.end;
  return phrase;
}
