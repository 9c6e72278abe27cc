/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "one-block.h"

/* A sentence, and what its figures measure between semicolons. */
static const struct {
  const char *text;
  const char *indicators;
} rows[] = {
  /* Counts look right, then left. */
  { "已派出46名农技服务员。", "农技服务员" },
  { "有23家作坊拥有证书。", "作坊" },
  { "收到村民来信172件。", "收到村民来信" },
  { "举办40余场热闹的广场演出。", "广场演出" },
  { "累计走访农户1460家次。", "走访农户" },
  { "设立摊位、修理间等135个。", "修理间" },
  { "建成“零租小屋”17个。", "“零租小屋”" },
  { "走访64家茶场、31个果园和12家民宿。", "茶场; 果园; 民宿" },
  { "收到来信58个，解决49个。", "收到来信; 解决" },
  { "力争搬迁1万人。", "搬迁" },
  { "全镇有7村。", "村" },
  /* Money, shares and measures look left, then right. */
  { "茶园产值达21亿元。", "茶园产值" },
  { "完成率96.5%。", "完成率" },
  { "老人耕种6亩地。", "地" },
  { "每月可以获得1800元的奖励。", "奖励" },
  { "盘活闲置土地约700亩。", "盘活闲置土地" },
  { "水费总额同比增长9.2%。", "水费总额同比增长" },
  { "茶叶出口额17亿元，同比增长9.2%。", "茶叶出口额; 茶叶出口额同比增长" },
  { "竹材销售额76亿元，居全省第二。", "竹材销售额; 竹材销售额" },
  /* Spans of time take what follows, else what went before. */
  { "经过4个月的洽谈，双方签字。", "洽谈" },
  { "他做木工已有30多年。", "做木工" },
  { "停水的时间缩短至6天。", "停水的时间" },
  { "设备六年一次的大检修。", "大检修" },
  /* Two in a row share. */
  { "接待群众34批57人次。", "接待群众; 接待群众" },
  { "流转52户27亩林地。", "林地; 林地" },
  { "县里用两年时间投入8000万元，把老街修好。", "时间; 投入" },
  /* Before and after a change. */
  { "车程从5小时缩短至2小时。", "车程; 车程" },
  { "茶厂从5家增至8家。", "茶厂; 茶厂" },
  { "办理时限由5天缩短至2天办结。", "办理时限; 办理时限" },
  /* The clause before lends its own. */
  { "橘园开张，再添四家。", "橘园开张" },
  /* Content verbs stay, light ones go. */
  { "引进茶企8家，完成茶园改造3万亩。", "引进茶企; 茶园改造" },
  { "镇里签约4亿元。", "镇里签约" },
  { "签约项目17个。", "签约项目" },
  /* Linking words, articles and 每 are no part of it. */
  { "每亩本钱要200多元，成本降到90元。", "本钱; 成本" },
  { "这笔钱的七成进了村。", "钱" },
  { "最多的一户领了3万元。", "一户领" },
  { "村口的一座旧米厂停产12年。", "旧米厂停产" },
  { "每棵2.5斤有机肥。", "有机肥" },
  { "全镇6万亩橘园开花。", "橘园开花" },
  { "办结率稳定在98%。", "办结率" },
  /* Who it was from or for is none either. */
  { "合作社从那家“山货铺”拿到货款18万元。", "拿到货款" },
  { "服务队为那家作坊办理手续5件。", "办理手续" },
  /* What is pointed at, had or paid with stands behind. */
  { "她家有8亩橘园。", "橘园" },
  { "他租下那座300平方米的老屋。", "老屋" },
  { "以每年9万元的租金租房。", "租金租房" },
  { "学校提供最长6个月的假期。", "假期" },
  { "学校提供最长6个月的假期和最高50万元的贷款。", "假期; 贷款" },
  { "镇里新开工亿元以上项目6个。", "项目; 项目" },
  { "亿元以上项目6个。", "项目; 项目" },
  { "服务队2小时内到场。", "到场" },
  /* The figure before has its own noun. */
  { "12个村成立强村公司3家。", "村成立强村公司; 成立强村公司" },
  /* Dimensions are one character long. */
  { "大坝长300米、高80米。", "大坝长; 高" },
  /* What something is compared with, and of when it was. */
  { "利率比以往低1.2个百分点。", "利率比以往低" },
  { "橘子产值8万元，比去年全年还多40%。", "橘子产值; 橘子产值比去年全年还多" },
  { "坏账率1%，低于全市平均水平0.3个百分点。", "坏账率; 坏账率低于全市平均水平" },
  { "完工率由改造前的68%提高到95%。", "完工率; 完工率" },
  { "橘子产量60吨，占全国的1/5。", "橘子产量; 橘子产量" },
  /* A bare verb, an owner or a dimension leaves the noun to the right. */
  { "货轮满载40吨橘子。", "橘子" },
  { "车间处理70吨竹材。", "竹材" },
  { "污水处理厂面积3万平方米。", "污水处理厂面积" },
  { "她给9亩茶园都浇了水。", "茶园" },
  { "渔家的6亩鱼塘已满。", "鱼塘" },
  { "江心公社三百亩菜地已收割。", "菜地" },
  { "一座长90米的石桥已通车。", "石桥" },
  { "石桥长90米。", "石桥长" },
  { "全县已收获80万亩，完成45%。", "收获; 收获" },
  { "净赚八千元。", "净赚" },
  { "阅览室有自助借还台3处。", "自助借还台" },
  { "3天签下合同9份。", "签下合同; 签下合同" },
  { "今年3月，已完成7条。", "完成" },
  { "募集图书，目标600册。", "募集图书" },
  /* Regions are counted, and not who is of them. */
  { "安置6个乡镇的移民。", "乡镇" },
  { "修好6个乡镇的公路。", "乡镇" },
  { "请来6位乡镇干部。", "乡镇干部" },
  /* By how much it changed, and where it stayed. */
  { "橘子保鲜期由30天延长到60天。", "橘子保鲜期; 橘子保鲜期" },
  { "橘子总产量连续四年稳定在70万斤。", "橘子总产量; 橘子总产量" },
  /* Lists: one by one behind 分别, else all share. */
  { "稻谷、甘薯产量分别为30吨、12吨。", "稻谷; 甘薯产量" },
  { "稻谷和甘薯分别增长3%和5%。", "稻谷增长; 甘薯增长" },
  { "稻谷产量为8吨、9吨和11吨。", "稻谷产量; 稻谷产量; 稻谷产量" },
  { "建成5座桥、8个亭和3条路。", "桥; 亭; 路" },
  { "出口茶叶6万斤、销售额30万元，同比分别增长3%、5%。",
    "出口茶叶; 销售额; 出口茶叶同比分别增长; 销售额同比分别增长" },
  { "竹材、茶叶分别运出30吨、2万箱。", "竹材; 茶叶" },
  /* An adverb or a time parts a thing from its change. */
  { "茶园面积增长5%，茶农却减少两成。", "茶园面积增长; 茶农减少" },
  { "竹材收入十年间增长5倍。", "竹材收入增长" },
  { "原定五天的竹器展延长到八天。", "竹器展; 竹器展" },
  /* One character behind a figure may be a thing, or the start of a predicate. */
  { "桥头立着三棵树。", "树" },
  { "老船工已经七十岁了。", "老船工" },
  { "每户用工从22个减到14个。", "用工; 用工" },
  { "鳜鱼 35元 32元 ↓", "鳜鱼; 鳜鱼" },
  { "首批签约360户失能老人家庭。", "失能老人家庭" },
  { "有三百多户重新下了海。", "重新下了海" },
  /* A height lends itself to no area; what is no dimension, and to its own kind, does. */
  { "旧米厂层高3米，2000平方米全部出租。", "旧米厂层高; -" },
  { "旧米厂层高3米、1200平方米。", "旧米厂层高; -" },
  { "旧米厂层高3米，面积1200平方米。", "旧米厂层高; 面积" },
  { "旧米厂层高3米，比隔壁高出10%。", "旧米厂层高; 旧米厂层高比隔壁高出" },
  { "新铺步道5公里、800平方米。", "新铺步道; 新铺步道" },
  { "灯笼长3米，最长达5米。", "灯笼长; 灯笼长" },
  /* Degrees are none of the sky or the wind; grades are. */
  { "今天多云，25℃到30℃。", "-" },
  { "今夜多云15℃。", "-" },
  { "偏南风，26℃。", "-" },
  { "今天小到中雨，偏南风3级，最高气温28℃。", "偏南风; 最高气温" },
  { "茶园气温5℃。", "茶园气温" },
  /* A line's number counts no lines. */
  { "全市共有36路公交车。", "公交车" },
  /* An ideographic space parts clauses and the columns of a table; a number
   * is no name. */
  { "稻谷　　甘薯产量　　30吨", "甘薯产量" },
  { "旧米厂改书屋　藏书两千册", "藏书" },
  { "同日　茶园面积达12亩。", "茶园面积" },
  { "满潮　08:51　3.2米", "-" },
  { "满潮 08:51 3.2米", "-" },
  { "　　5元　　每20分钟一班", "-; 班" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < facts->figures->len; j++)
        {
          const char *indicator = g_array_index (facts->figures, FzFigure, j).indicator;

          g_string_append_printf (found, "%s%s", j > 0 ? "; " : "", indicator != NULL ? indicator : "-");
        }
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].indicators);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/rows", test_rows);
  return g_test_run ();
}
