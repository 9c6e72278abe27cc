/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-programmes.h"

#include "fz-phrase.h"

#include <string.h>

/* The nouns that make a name a programme, and names without quotation marks:
 * a region or a year, then up to one of the nouns, with no predicate between. */

#define KIND(kind) ((guint) (kind) << FZ_HEAD_KIND)
#define BEHIND FZ_HEAD_BEHIND
#define INSIDE FZ_HEAD_INSIDE
#define LIST FZ_HEAD_LIST
#define PLAIN FZ_HEAD_PLAIN

static const struct {
  const char *words;
  guint       value;
} heads[] = {
  { "平台 平臺 系统 系統", BEHIND | INSIDE | LIST | PLAIN | KIND (FZ_PROGRAMME_PLATFORM) },
  { "驿站 驛站 中心 抖音号 公众号 小程序 APP App 客户端 直播间", BEHIND | LIST | KIND (FZ_PROGRAMME_PLATFORM) },
  { "空间 空間 馆 館 码 碼 大脑 大腦", INSIDE | KIND (FZ_PROGRAMME_PLATFORM) },
  { "行动 行動", BEHIND | INSIDE | LIST | PLAIN | KIND (FZ_PROGRAMME_CAMPAIGN) },
  { "活动 活動 攻坚 攻坚战 大讨论 发布会 启动仪式 主题教育 大赛 专项整治 专项行动 志愿服务", BEHIND | LIST | KIND (FZ_PROGRAMME_CAMPAIGN) },
  { "方案 意见", INSIDE | LIST | PLAIN | KIND (FZ_PROGRAMME_PROGRAMME) },
  { "工程 计划 計畫 計劃", BEHIND | INSIDE | LIST | PLAIN | KIND (FZ_PROGRAMME_PROGRAMME) },
  { "项目 項目 战略 戰略", BEHIND | INSIDE | LIST | KIND (FZ_PROGRAMME_PROGRAMME) },
  { "品牌 专栏 專欄 基金 读书会 联盟 聯盟 体系 體系 改革 试点 建设 建設 协议 工作任务 公交线 引领带 專案", BEHIND | LIST | KIND (FZ_PROGRAMME_PROGRAMME) },
  { "基地 智库 课堂 課堂 食堂 小屋 菜园 班 贷 路演", INSIDE | KIND (FZ_PROGRAMME_PROGRAMME) },
  { "政策", LIST | KIND (FZ_PROGRAMME_PROGRAMME) },
  { "平台经济 工程师 工程院 工程学 工程机械 工程款 工程量 系统性 系统化 系统内 系統性 行动力 行动不便 行动者 行动上 计划生育 计划内 计划外 计划单列 中心城市 中心城区 "
    "中心思想 中心组 中心任务 中心工作 活动中心 体系化 项目部 项目经理 项目负责人 建设者 建设部 建设用地 建设局 品牌化 改革开放 基金会 协议书 战略性 上班 加班 下班 一班",
    FZ_HEAD_NOT },
};

/* No name runs over these. */
static const char breaks[] =
  "实施 實施 启动 啟動 推进 推進 加快 深化 推行 推广 推廣 落实 落實 谋划 聚焦 围绕 坚持 探索 深入 全力 积极 積極 强化 抓好 加强 加強 构建 搭建 依托 借助 利用 承担 承建 承接 "
  "投资 总投资 的 了 着 是 把 让 就 正 重点 重大 专项 一项 各项 多项 这一 该 政府 党委 县委 市委 省委 区委 部门 企业家 干部 集团 公司 制定 印发 编制 公布 列为 入选 申报 召开 出台 "
  "规划 創 牢固 争创 争取 力争 全面 认真 扎实 大力 着力 完善 优化 健全 支持 鼓励 引导 督促 要求 作为 成为 迎来 正在 各级 以及 我们 人民 今年 去年 明年 都市計畫 控制性 关键";

/* 教育系统 is a branch of the administration. */
static const char system_words[] =
  "管理 信息 服务 监测 预警 帮扶 指挥 应用 数字 智慧 智能 数据 监控 监管 调度 审批 登记 查询 預警 監測 資訊 服務 管控 交易 评价 追溯 导航 支付 预约";

static const FzWords *
head_words (void)
{
  static FzWords *words;

  if (g_once_init_enter_pointer (&words))
    {
      FzWords *built = fz_words_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
        fz_words_add (built, heads[i].words, heads[i].value);
      g_once_init_leave_pointer (&words, built);
    }
  return words;
}

static const FzWords *
list_of (FzWords **cache, const char *list)
{
  if (g_once_init_enter_pointer (cache))
    {
      FzWords *built = fz_words_new ();

      fz_words_add (built, list, 1);
      g_once_init_leave_pointer (cache, built);
    }
  return *cache;
}

/**
 * fz_head_at:
 * @p: a place in a text
 * @end: its end
 * @wanted: bits of #FzHeadFlags, one of which the noun must have
 * @kind: (out): what it makes a name
 *
 * Returns: the bytes of the noun at @p, or 0
 */
gsize
fz_head_at (const char *p, const char *end, guint wanted, FzProgrammeKind *kind)
{
  guint value = 0;
  gsize length = fz_words_at (head_words (), p, end, &value);

  if (length == 0 || !(value & wanted) || value & FZ_HEAD_NOT)
    return 0;
  *kind = (FzProgrammeKind) (value >> FZ_HEAD_KIND);
  return length;
}

/**
 * fz_head_before:
 * @start: the start of a text
 * @p: a place in it
 * @wanted: bits of #FzHeadFlags, one of which the noun must have
 * @kind: (out): what it makes a name
 *
 * Returns: the bytes of the noun before @p, or 0
 */
gsize
fz_head_before (const char *start, const char *p, guint wanted, FzProgrammeKind *kind)
{
  guint value = 0;
  gsize length = fz_words_before (head_words (), start, p, &value);

  if (length == 0 || !(value & wanted) || value & FZ_HEAD_NOT)
    return 0;
  *kind = (FzProgrammeKind) (value >> FZ_HEAD_KIND);
  return length;
}

static gboolean
may_end_name (const char *start, const char *head, const char *end)
{
  static FzWords *words;

  if (!fz_text_at (head, end, "系统") && !fz_text_at (head, end, "系統"))
    return TRUE;
  return fz_words_before (list_of (&words, system_words), start, head, NULL) > 0;
}

static gboolean
breaks_at (const char *p, const char *end)
{
  static FzWords *words;

  if (fz_text_at (p, end, "与") || fz_text_at (p, end, "及"))
    return FALSE;
  return g_ascii_isdigit (*p) || *p == ' ' || fz_words_at (list_of (&words, breaks), p, end, NULL) > 0 ||
         fz_phrase_breaks_at (p, end);
}

/**
 * fz_plain_programme_at:
 * @reading: a reading
 * @position: where a region or a year starts
 * @behind_place: one past the region
 * @kind: (out): what the name is
 *
 * Finds a name without quotation marks, as 某省企业登记平台.
 *
 * Returns: one past its last byte, or 0
 */
gsize
fz_plain_programme_at (const FzReading *reading, gsize position, gsize behind_place, FzProgrammeKind *kind)
{
  const char *start = reading->text + behind_place, *end = reading->text + reading->length;
  gsize last = 0;

  for (const char *p = start; p < end && p - start < 20 * 3;)
    {
      FzProgrammeKind head_kind;
      gsize length = fz_head_at (p, end, FZ_HEAD_PLAIN, &head_kind);

      if (length > 0 && p - start >= 6 && may_end_name (start, p, end))
        {
          last = (gsize) (p + length - reading->text);
          *kind = head_kind;
        }
      else if (length == 0 && breaks_at (p, end))
        break;
      p += length > 0 ? length : fz_char_length_at (p, end);
    }
  return last > position ? last : 0;
}
