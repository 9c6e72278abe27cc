/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-qualifiers.h"

#include "fz-numerals.h"

#include <string.h>

/* Words after which the figures of a sentence are planned or expected ones.  A
 * word with the value 0 only keeps a shorter one that it contains off. */

static const struct {
  const char *words;
  guint       value;
} plan_words[] = {
  { "预计 預計 预估 預估 力争 力爭 争取 爭取 有望 拟 擬 即将 即將 预期 計畫將", 1 },
  /* 争取 has an object that it obtains. */
  { "争取资金 争取项目 争取到 争取了 争取上级 争取中央 争取省级 争取专项 争取政策 争取各类 争取补助 争取国家 爭取經費 爭取到", 0 },
  /* The planned sum of a contract is a noun. */
  { "计划投资 计划总投资 計畫投資 計劃投資", 0 },
  /* What is expected is a noun in these: 人均预期寿命, 好于预期. */
  { "预期寿命 預期壽命 平均预期 好于预期 高于预期 低于预期 不及预期 符合预期 超预期 超出预期 市场预期 通胀预期", 0 },
  { "模拟 模擬 虚拟 虛擬 草拟 比拟 拟态 拟人", 0 },
};

/* 将 is an adverb before these, and otherwise takes an object as 把 does. */
static const char plan_followers[] =
  "把 新 改造 改建 改扩建 扩建 重建 整治 修 修建 修复 铺设 培训 惠及 迁 搬迁 建造 打通 接待 在 于 於 会 會 再 从 從 以 按 为 為 是 有 达 達 达到 達到 超 超过 超過 突破 继续 繼續 持续 持續 进一步 進一步 陆续 陸續 全面 加快 加大 加强 "
  "新增 新建 建设 建設 建成 建 投 投资 投資 投入 投用 投产 开 开通 開通 开展 開展 开工 开放 開放 开设 推出 推进 推動 推动 完成 实现 實現 实施 實施 举办 舉辦 举行 舉行 "
  "启动 啟動 启用 啟用 打造 带动 帶動 培育 培养 组织 組織 提供 安排 使 让 讓 围绕 围繞 迎来 成为 成為 形成 通过 透過 于今 分 分批 分期 逐步 同步 共 累计 累計 "
  "增加 增至 提升 提高 降低 减少 缩短 扩大 吸引 引进 招聘 招收 招募 发放 發放 获得 设立 設立 成立 组建 覆盖 惠及 满足 生产 种植 收获 采用 採用 不 可 能 全 全力 力争 优先 重点 着力 "
  "自 于年底 正式 同时 同時 首次 继 陪 辦理 办理 辦 補助 补助 補貼 發給 加碼 進行 进行 编列 編列 斥资 斥資 改建 興建 兴建 設置 设置 規劃 规划 邀请 邀請 集結 串联 串聯 釋出 释放 "
  "有效 大幅 每 用 聚焦 深入 结合 对 對 向 面向 与 陆 占 容纳 容納 可望 朝 朝着 给予 给 减 增 由 转 轉 转赠 轉贈 赠送 贈送 捐赠 捐贈 捐出 安装 安裝 安置 种 栽 产";

/* 干将 is a man. */
static const char plan_nouns[] = "干将 名将 大将 老将 小将 健将 上将 中将 少将 闯将 将军 將軍 将领 将士 麻将";

/* With these plans open too. */
static const char plan_openings[] = "将 將 计划 計劃 計畫 目标 目標 盼";

/* Before these 计划 is the head of a name, 目标 its object: 行动计划, 完成目标. */
static const char plan_titles[] =
  "行动 行動 工程 培养 培育 发展 發展 规划 工作 教学 生产 年度 扶持 援助 招生 资助 合作 投资 人才 建设 建設 改造 提升 三年 五年 振兴 復興 复兴 "
  "的 ” 》 」 』 该 該 此 本 这个 这一 按 按照 据 列入 纳入 原 有 无 项 個 个 完成 超额 超额完成 实现 达到 超过 任务 主要 总体 总 定 各项";

enum { PLAN_WORD = 1, PLAN_FOLLOWER = 2, PLAN_NOUN = 4 };

static const FzWords *
plan_lexicon (void)
{
  static FzWords *words;

  if (g_once_init_enter_pointer (&words))
    {
      FzWords *built = fz_words_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (plan_words); i++)
        fz_words_add (built, plan_words[i].words, plan_words[i].value);
      fz_words_add (built, plan_nouns, PLAN_NOUN);
      g_once_init_leave_pointer (&words, built);
    }
  return words;
}

static gboolean
is_adverb (const char *behind, const char *end)
{
  static FzWords *words;

  return fz_words_at (fz_words_of_list (&words, plan_followers), behind, end, NULL) > 0;
}

static gboolean
is_title_before (const char *start, const char *p)
{
  static FzWords *words;

  return fz_words_before (fz_words_of_list (&words, plan_titles), start, p, NULL) > 0;
}

/* 计划投入9万元, 目标60户, 盼突破9吨: a plan where a verb or the figure follows. */
static gboolean
aims_at (const char *start, const char *p, const char *end)
{
  static const struct {
    const char *word;
    gboolean    takes_figure;
  } aims[] = {
    { "计划", FALSE }, { "計劃", FALSE }, { "計畫", FALSE }, { "目标", TRUE }, { "目標", TRUE }, { "盼", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (aims); i++)
    if (fz_text_at (p, end, aims[i].word) && !is_title_before (start, p))
      {
        const char *behind = p + strlen (aims[i].word);

        return aims[i].takes_figure ? fz_number_starts_at (behind, end) : is_adverb (behind, end);
      }
  return FALSE;
}

static gboolean
will_at (const char *start, const char *p, const char *end)
{
  guint value = 0;

  if (!fz_text_at (p, end, "将") && !fz_text_at (p, end, "將"))
    return FALSE;
  if (fz_words_before (plan_lexicon (), start, p + 3, &value) > 0 && value & PLAN_NOUN)
    return FALSE;
  return is_adverb (p + 3, end);
}

/**
 * fz_plans_mark_firsts:
 * @table: (array fixed-size=65536): bits of each code point
 * @bit: which of them
 *
 * Sets @bit for all characters at which fz_plans_find() has to look.
 */
void
fz_plans_mark_firsts (guint8 *table, guint8 bit)
{
  static FzWords *words;

  fz_words_mark_firsts (plan_lexicon (), table, bit);
  fz_words_mark_firsts (fz_words_of_list (&words, plan_openings), table, bit);
}

/**
 * fz_plans_find:
 * @reading: a reading
 * @until: where to stop looking
 *
 * Finds the words after which the figures of a sentence are planned ones; the
 * planned dates (到2027年) are among the times.
 */
void
fz_plans_find (FzReading *reading, gsize until)
{
  const char *start = reading->text, *end = start + reading->length;
  guint stop = 0;

  for (const char *p = start; (p = fz_reading_next_stop (reading, &stop, p, FZ_STOP_PLAN)) < start + until;)
    {
      guint value = 0;
      gsize length = fz_words_at (plan_lexicon (), p, end, &value);

      if ((length > 0 && value == PLAN_WORD) || (length == 0 && (will_at (start, p, end) || aims_at (start, p, end))))
        {
          FzStretch plan = { (gsize) (p - start), (gsize) (p - start) + MAX (length, 3) };

          g_array_append_val (reading->plans, plan);
        }
      p += length > 0 ? length : fz_char_length_at (p, end);
    }
}
