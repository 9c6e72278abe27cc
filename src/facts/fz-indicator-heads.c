/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-heads.h"

#include "fz-phrase-words.h"

#include <string.h>

/* The nouns at the end of what is counted or measured.
 *
 * A classifier tells of what kind its noun is: 名 counts people, 艘 ships.  So where
 * no table knows the verb behind them (26名工人削竹枝, 12家企业参展), the phrase ends
 * behind the last noun of that kind.
 *
 * Of 粮食、油料、棉花产量 the last noun says what is measured of all three. */

/* Row by row as in heads below. */
static const struct {
  const char *words;
} classifiers[] = {
  { "名 位 人" },
  { "家" },
  { "户 戶" },
  { "所" },
  { "辆 輛" },
  { "艘 艘次" },
  { "架 架次" },
  { "个 個" },
};

FZ_ROW_LEXICON (classifier_lexicon, classifiers)

static const char *const heads[] = {
  "航天员 航天員 人员 人員 工人 职工 職工 员工 員工 干部 幹部 群众 群眾 学生 學生 教师 教師 老师 老師 医生 醫生 护士 護士 医师 醫師 律师 厨师 工程师 技师 专家 專家 学者 學者 嘉宾 嘉賓 代表 委员 委員 党员 黨員 团员 "
  "选手 選手 运动员 運動員 裁判 教练 球员 球迷 观众 觀眾 读者 讀者 听众 游客 遊客 旅客 乘客 顾客 顧客 市民 村民 居民 农民 農民 农民工 渔民 漁民 牧民 社员 司机 司機 骑手 民警 警察 警员 交警 辅警 消防员 官兵 战士 戰士 士兵 军官 "
  "患者 病人 病患 伤员 傷患 伤者 傷者 遇难者 志愿者 志願者 志工 义工 記者 记者 作者 作家 演员 演員 艺术家 画家 儿童 兒童 孩子 老人 长者 長者 老年人 青年 少年 青少年 妇女 婦女 男子 女子 男性 女性 嫌疑人 嫌犯 负责人 經理 经理 经销商 "
  "考生 新生 毕业生 畢業生 研究生 大学生 大學生 中学生 小学生 家长 家長 校友 师生 師生 同学 同學 骨干 人才 网友 网民 用户 用戶 客商 客户 会员 會員 成员 成員 队员 隊員 船员 創業者 创业者 从业者 得主 获奖者 先进个人 队伍 隊伍 团队 團隊 小组 小組 采购商 採購商 供应商 经理人 投资者 消费者 消費者 参赛者 救援人员 模范 劳模 院士 博士 教授 教職員 移民 灾民 難民 难民 囚犯 人质 外劳 移工 身心障礙者",
  "企业 企業 公司 单位 單位 机构 機構 医院 醫院 酒店 饭店 商户 商戶 商家 店铺 门店 門店 商店 餐厅 餐廳 超市 供应商 供應商 采购商 經銷商 经销商 厂家 工厂 工廠 厂商 廠商 银行 銀行 媒体 媒體 院校 高校 合作社 农场 農場 民宿 农家乐 中心 平台 基地 俱乐部 协会 事务所 诊所 診所 药店 景区 旅行社 业者 業者 展商 参展商 院团 社团 实验室 俱樂部 博物馆 书店 网点 研究院 研究所 集团 商会 店",
  "农户 農戶 用户 用戶 住户 住戶 家庭 商户 商戶 居民 村民 贫困户 脱贫户 困难户 低保户 渔民 养殖户 种植户 茶农 果农 菜农 商家 市场主体 经营主体 个体户 专业户 群众 农民 企业 移民 大户 示范户 业主",
  "学校 學校 幼儿园 幼兒園 小学 小學 中学 中學 高校 大学 大學 医院 醫院 院校 高中 初中 职校 敬老院 卫生院 实验室 国小 國小 國中",
  "汽车 汽車 卡车 卡車 货车 貨車 客车 客車 轿车 公交车 公交 巴士 出租车 消防车 消防車 救护车 救護車 列车 列車 电动车 機車 摩托车 自行车 单车 车辆 車輛 新能源汽车 挂车 警车",
  "船舶 船只 船隻 渔船 漁船 货轮 貨輪 货船 客轮 油轮 邮轮 郵輪 军舰 舰艇 快艇 轮船 游艇 驱逐舰 护卫舰 潜艇 帆船",
  "飞机 飛機 无人机 無人機 直升机 直升機 战机 戰機 客机 客機 航班 轰炸机 战斗机 钢琴",
  /* Of these many stand before another noun: 两个会议的记者, but 4个部门规章. */
  "会议 會議 大会 大會 部门 部門 单位 單位 企业 企業 家庭 学校 學校 医院 醫院 公司 车间 班组 小组 项目 項目 城市 国家 國家 地区 地區 景区 社区 社區",
};

#define N_KINDS G_N_ELEMENTS (heads)

static const FzWords *
heads_of (guint kind)
{
  static FzWords *caches[N_KINDS];

  return fz_words_of_list (&caches[kind], heads[kind]);
}

/* Returns: the row of the classifier of @c, counted from one, or 0. */
static guint
kind_of (const FzReading *reading, const FzCandidate *c)
{
  const char *unit = reading->text + c->unit_start, *end = reading->text + c->end;
  guint row = 0;

  return fz_words_at (classifier_lexicon (), unit, end, &row) == (gsize) (end - unit) ? row : 0;
}

/* Whether @phrase ends in a noun that the classifier of @c counts. */
static gboolean
ends_in_head (guint kind, const FzPhrase *phrase)
{
  return fz_words_before (heads_of (kind - 1), phrase->start, phrase->end, NULL) > 0;
}

/* Nouns of those who belong to what stands before them: 遇难者家属 are no 遇难者. */
static const char belonging[] =
  "家属 家屬 子女 子弟 亲属 親屬 遗属 配偶 父母 组长 組長 支部 党支部 工会 工會 党委 党组织 负责人 家庭 家长 家長 代表 志愿者 服务队";

/**
 * fz_indicator_cut_at_head:
 * @reading: a reading
 * @c: a count of it
 * @right: (inout): the phrase behind it
 *
 * Rule "kind": 26名工人削竹枝 counts 工人, 12家企业参展 企业.
 */
void
fz_indicator_cut_at_head (const FzReading *reading, const FzCandidate *c, FzPhrase *right)
{
  guint kind = kind_of (reading, c);

  if (kind == 0 || kind == N_KINDS)
    return;
  for (const char *q = right->end; q > right->start; q -= fz_char_length_before (right->start, q))
    if (ends_in_head (kind, &(FzPhrase) { .start = right->start, .end = q }))
      {
        static FzWords *nouns;

        /* 学生们, 企业家: one character more is of the noun. */
        if (right->end - q > 3 && fz_words_at (fz_words_of_list (&nouns, belonging), q, right->end, NULL) == 0 && !fz_text_at (q, right->end, "和") && !fz_text_at (q, right->end, "与") && !fz_text_at (q, right->end, "及"))
          right->end = q;
        return;
      }
}

/**
 * fz_indicator_counts_kind:
 * @reading: a reading
 * @c: a count of it
 * @owner: what stands between it and a 的
 *
 * Rule "kind-owner": 140家企业的代表 counts 企业, 40名热情的代表 people.
 *
 * Returns: whether @owner is what @c counts
 */
gboolean
fz_indicator_counts_kind (const FzReading *reading, const FzCandidate *c, const FzPhrase *owner)
{
  guint kind = kind_of (reading, c);

  return kind > 0 && !fz_phrase_is_empty (owner) && ends_in_head (kind, owner);
}

/**
 * fz_indicator_stands_left:
 * @reading: a reading
 * @c: a count of it
 * @left: the phrase before it
 * @right: the phrase behind it
 *
 * Rule "kind-left": 吸纳脱贫户68户就近务工, 组织职工120人进城.
 *
 * Returns: whether @left names what @c counts, and @right only what they do
 */
gboolean
fz_indicator_stands_left (const FzReading *reading, const FzCandidate *c, const FzPhrase *left, const FzPhrase *right)
{
  guint kind = kind_of (reading, c);

  return kind > 0 && kind < N_KINDS && !fz_phrase_is_empty (left) && !left->borrowed && left->end == reading->text + c->start &&
         ends_in_head (kind, left) && !ends_in_head (kind, right);
}

/* What is measured of the things of a list, and what may stand before it. */
static const char measures[] =
  "产量 產量 总产量 總產量 总产 产值 產值 总产值 總產值 单产 亩产 销量 銷量 销售量 销售额 銷售額 销售收入 銷售收入 营业收入 營業收入 营收 營收 营业额 收入 总收入 利润 利潤 利润总额 税收 增加值 "
  "投资 投資 投资额 出口 出口额 出口額 出口量 进口 进口额 进口量 進口 进出口 进出口额 进出口总额 贸易额 貿易額 成交额 成交量 交易额 交易量 零售额 消费 消费额 面积 面積 播种面积 种植面积 栽培面积 占比 比重 价格 價格 均价 均價 "
  "存栏 出栏 存栏量 出栏量 余额 餘額 吞吐量 客流量 客运量 货运量 发送量 发电量 發電量 用电量 用電量 装机容量 裝機容量 装机 库存 储量 利率 贷款市场报价利率 发行利率 存款利率 数量 數量 人数 人數 总数 總數 总量 總量 增速 合格率 覆盖率 普及率 入学率 就业率 "
  "入住率 保费收入 支出 用量 需求 需求量 订单 訂單 指数 指數 平均分 预算 預算 经费 經費";
static const char measured[] =
  "产业 產業 行业 行業 企业 企業 相关企业 相关产业 人均 可支配 平均 年 总 總 月 日 同比 累计 纯";

/* Of what ends so nothing more is measured: 接待游客、旅游收入分别增长. */
static const char closed[] = "数 數 量 额 額 率 值 度 费 費 税 稅 金 人 客 者 员 員 户 戶 次 比 价 價 产 產 收 利";

/**
 * fz_indicator_shared_head:
 * @last: the last thing of a list
 *
 * Rule "shared-head": 产量 of 粮食、油料、棉花产量.
 *
 * Returns: where what is measured of all starts in @last; its end where it names
 *   nothing besides
 */
const char *
fz_indicator_shared_head (const FzPhrase *last)
{
  static FzWords *nouns, *before;
  const char *p = last->end;
  gsize length = fz_words_before (fz_words_of_list (&nouns, measures), last->start, p, NULL);

  for (p -= length; length > 0; p -= length)
    {
      length = fz_words_before (fz_words_of_list (&nouns, measures), last->start, p, NULL);
      if (length == 0)
        length = fz_words_before (fz_words_of_list (&before, measured), last->start, p, NULL);
    }
  return p > last->start ? p : last->end;
}

/**
 * fz_indicator_takes_head:
 * @thing: a thing of a list before the last
 *
 * Returns: whether it has no noun of its own that says what is measured
 */
gboolean
fz_indicator_takes_head (const FzPhrase *thing)
{
  static FzWords *nouns, *ends;

  return fz_words_before (fz_words_of_list (&nouns, measures), thing->start, thing->end, NULL) == 0 &&
         fz_words_before (fz_words_of_list (&ends, closed), thing->start, thing->end, NULL) == 0;
}
