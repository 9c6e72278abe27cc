/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "one-block.h"

/* Each row is a sentence and its figures as
 * surface kind value[..max] unit qualifiers rule, between semicolons. */
typedef struct {
  const char *text;
  const char *figures;
} Row;

static void
append_number (GString *line, FzDecimal value, const char *before)
{
  g_autofree char *text = fz_decimal_print (value);

  g_string_append_printf (line, "%s%s", before, text);
}

static void
append_qualifiers (GString *line, FzQualifiers all)
{
  const char *joint = " ";

  if (all == 0)
    g_string_append (line, " exact");
  for (guint bit = 0; bit < 6; bit++)
    if (all & (1u << bit))
      {
        g_string_append_printf (line, "%s%s", joint, fz_qualifier_name ((FzQualifiers) (1u << bit)));
        joint = "+";
      }
}

static char *
print_figures (const FzFacts *facts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (facts->figures, FzFigure, i);

      g_string_append_printf (line, "%s%s %s", i > 0 ? "; " : "", figure->surface, fz_figure_kind_name (figure->kind));
      append_number (line, figure->value, " ");
      if (figure->qualifiers & FZ_QUALIFIER_RANGE)
        append_number (line, figure->max, "..");
      g_string_append_printf (line, " %s", figure->unit != NULL ? figure->unit : "-");
      append_qualifiers (line, figure->qualifiers);
      g_string_append_printf (line, " %s", figure->rule);
    }
  return g_string_free (line, FALSE);
}

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);
      g_autofree char *found = print_figures (facts);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found, ==, rows[i].figures);
    }
}

static void
test_arabic (void)
{
  static const Row rows[] = {
    { "农技队走访农户1460家次。", "1460家次 count 1460 家次 exact arabic-unit" },
    { "总投资3.2亿元。", "3.2亿元 money 320000000 元 exact arabic-unit" },
    { "参观人次超过50万。", "50万 count 500000 人次 over headed-unit" },
    { "竹材价格指数为114.1，回升。", "114.1 other 114.1 点 exact headed-unit" },
    { "竹材价格指数为114.1点。", "114.1点 other 114.1 点 exact arabic-unit" },
    { "每天开行40列次。", "40列次 count 40 列次 each arabic-unit" },
    { "栽下果树3万棵、茶苗1.5万株。", "3万棵 count 30000 棵 exact arabic-unit; 1.5万株 count 15000 株 exact arabic-unit" },
    { "流转土地3亩。", "3亩 area 2000.0001 平方米 exact arabic-unit" },
    { "运走垃圾2吨。", "2吨 mass 2000 千克 exact arabic-unit" },
    { "推出6大举措。", "6大 count 6 大 exact arabic-unit" },
    { "全市37區共設1,200戶。", "37區 count 37 區 exact arabic-unit; 1,200戶 count 1200 戶 exact arabic-unit" },
    { "老人今年82岁。", "82岁 duration 82 岁 exact arabic-unit" },
    { "夜里降到零下5℃。", "5℃ other -5 ℃ exact arabic-unit" },
    { "夜里降到零下12度。", "12度 other -12 ℃ exact arabic-unit" },
    { "夜里气温零下十二度。", "十二度 other -12 ℃ exact chinese-unit" },
    { "舵手转了180度。", "180度 other 180 度 exact arabic-unit" },
    { "商会支付200000人民币。", "200000人民币 money 200000 元 exact arabic-unit" },
    { "大会来了三百人民代表。", "" },
    { "孩子五岁半了。", "五岁半 duration 5.5 岁 exact chinese-unit" },
    { "走了三刻钟。", "三刻钟 duration 45 分钟 exact chinese-unit" },
    { "三个粮库存粮依次为235，189，176吨。", "三个 count 3 个 exact chinese-unit; 176吨 mass 176000 千克 exact arabic-unit" },
    { "存粮235，189，176吨。", "" },
    { "恒指升152點，滬指下跌38點，報3125點。", "152點 other 152 點 exact arabic-unit; 38點 other 38 點 exact arabic-unit; 3125點 other 3125 點 exact arabic-unit" },
    { "他3點起床，日報5點付印。", "" },
    { "最低气温四度，水温十七度。", "四度 other 4 度 exact chinese-unit; 十七度 other 17 度 exact chinese-unit" },
    { "他四度赴藏。", "" },
    { "稿子三千多字，塔有二百三十七级楼梯。", "三千多字 count 3000 字 over chinese-unit; 二百三十七级 other 237 级 exact chinese-unit" },
    { "孩子会背三字经、千字文。", "" },
    { "债权人自公告之日起45日内申报。", "45日 duration 45 日 under arabic-unit" },
    { "会议5月15日召开。", "" },
    { "省下近四成人工成本，有七成人仍用煤炉。", "四成 percent 40 % under chinese-unit; 七成 percent 70 % exact chinese-unit" },
    { "药店送来三两天麻、三两年糕。", "三两 mass 0.15 千克 exact chinese-unit; 三两 mass 0.15 千克 exact chinese-unit" },
    { "种田一百二十亩三分。", "一百二十亩三分 area 80200.00401 平方米 exact chinese-unit" },
    { "跳高跳过1米86，铅球掷出19米87，比第二名远31厘米。", "1米86 length 1.86 米 exact arabic-unit; 19米87 length 19.87 米 exact arabic-unit; 31厘米 length 0.31 米 exact arabic-unit" },
    { "渠长20米5人可挖。", "20米 length 20 米 exact arabic-unit; 5人 count 5 人 exact arabic-unit" },
    { "添了AED15台，修好K12台架。", "15台 count 15 台 exact arabic-unit" },
    { "他得到26分7篮板，8时20分3人离场。", "26分 count 26 分 exact arabic-unit; 3人 count 3 人 exact arabic-unit" },
    { "梨价六角到八角钱。", "六角到八角钱 money 0.6..0.8 元 range range" },
    { "就業人數減少約5,300人至369萬人，減少3人至5人。", "5,300人 count 5300 人 approx arabic-unit; 369萬人 count 3690000 人 exact arabic-unit; 3人至5人 count 3..5 人 range range" },
    { "新盤推出128伙，有3伙伴。", "128伙 count 128 伙 exact arabic-unit" },
    { "茶价提高八分，他上高三个子高。", "" },
    { "战士杨八斤和农妇王二两来了。", "" },
    { "四分之一决赛昨天开打，四分之一耕地种上油菜。", "四分之一 ratio 0.25 - exact fraction" },
    { "车站在环城路北四段，铺好四段水管。", "四段 count 4 段 exact chinese-unit" },
    { "全县1，234，567人。", "1，234，567人 count 1234567 人 exact arabic-unit" },
    { "会上来了千把人。", "千把人 count 1000 人 approx chinese-unit" },
    { "学校购置50把人字梯。", "50把 count 50 把 exact arabic-unit" },
    { "他护林近十年。", "十年 duration 10 年 under chinese-unit" },
    { "老人买了葱两斤、姜三斤。", "两斤 mass 1 千克 exact chinese-unit; 三斤 mass 1.5 千克 exact chinese-unit" },
    { "教室里有两把椅子。", "两把 count 2 把 exact chinese-unit" },
    { "屋里有三两个人。", "" },
    { "老人买了三两酒。", "三两 mass 0.15 千克 exact chinese-unit" },
    { "老人种了三亩二分地。", "三亩二分 area 2133.33344 平方米 exact chinese-unit" },
    { "产量提高百分之二三十。", "百分之二三十 percent 20..30 % approx+range percent-words" },
    { "油耗为12升/百公里。", "12升/百公里 other 12 升/百公里 exact arabic-unit" },
    { "冷库温度为-18℃。", "-18℃ other -18 ℃ exact arabic-unit" },
    { "增速为-1.6%。", "-1.6% percent -1.6 % exact arabic-unit" },
    { "结余四块八毛五，退回三角五分。", "四块八毛五 money 4.85 元 exact chinese-unit; 三角五分 money 0.35 元 exact chinese-unit" },
    { "实付柒元陆角伍分，利率降5bp。", "柒元陆角伍分 money 7.65 元 exact chinese-unit; 5bp percent 5 bp exact arabic-unit" },
    { "珠江三角洲，伍分局长，三角分布。", "" },
    { "净利润为负二百万元。", "负二百万元 money -2000000 元 exact chinese-unit" },
    { "体温华氏101度。", "101度 other 101 华氏度 exact arabic-unit" },
    { "年发电10亿度。", "10亿度 energy 1000000000 千瓦时 exact arabic-unit" },
    { "走了4里山路，全区8里参加。", "4里 length 2000 米 exact arabic-unit; 8里 count 8 里 exact arabic-unit" },
    { "讲座办了28期，卖出6400单。", "28期 count 28 期 exact arabic-unit; 6400单 count 6400 单 exact arabic-unit" },
    { "一斤卖2块8，贵五毛，最多卖9块。",
      "2块8 money 2.8 元 exact arabic-unit; 五毛 money 0.5 元 exact chinese-unit; 9块 money 9 元 exact arabic-unit" },
    { "挂牌9块，板材2块3米。", "9块 count 9 块 exact arabic-unit; 2块 count 2 块 exact arabic-unit; 3米 length 3 米 exact arabic-unit" },
    { "攒了20来万元。", "20来万元 money 200000 元 approx arabic-unit" },
    { "每周开放5天，最高3万人。", "5天 duration 5 天 each arabic-unit; 3万人 count 30000 人 exact arabic-unit" },
    { "价格4.18亿元,分别归两村。", "4.18亿元 money 418000000 元 exact arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_chinese (void)
{
  static const Row rows[] = {
    { "镇上再添四家。", "四家 count 4 家 exact chinese-unit" },
    { "古道走过五千多年。", "五千多年 duration 5000 年 over chinese-unit" },
    { "拿到数千万元资金。", "数千万元 money 10000000 元 approx chinese-unit" },
    { "培育千名匠人。", "千名 count 1000 名 approx chinese-unit" },
    { "带动近千家网店。", "千家 count 1000 家 under chinese-unit" },
    { "园区产值超千亿元。", "千亿元 money 100000000000 元 over chinese-unit" },
    { "来了三四千人。", "三四千人 count 3000..4000 人 approx+range chinese-unit" },
    { "全程用时20分钟，票价3元5角。", "20分钟 duration 20 分钟 exact arabic-unit; 3元5角 money 3.5 元 exact arabic-unit" },
    { "等了十分钟。", "十分钟 duration 10 分钟 exact chinese-unit" },
    { "挖了三筐笋，喝了三碗茶。", "三筐 count 3 筐 exact chinese-unit; 三碗 count 3 碗 exact chinese-unit" },
    { "十来个人种二十来亩地。", "十来个 count 10 个 approx chinese-unit; 二十来亩 area 13333.334 平方米 approx chinese-unit" },
    { "两个多小时，一个半月。", "两个多小时 duration 2 个小时 over chinese-unit; 一个半月 duration 1.5 个月 exact chinese-unit" },
    { "亿元以上项目开工。", "亿元 money 100000000 元 over chinese-unit" },
    { "过半商户增收三成。", "三成 percent 30 % exact chinese-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_other_rules (void)
{
  static const Row rows[] = {
    { "周期为3个月至6个月。", "3个月至6个月 duration 3..6 个月 range range" },
    { "补助3至5万元。", "3至5万元 money 30000..50000 元 range range" },
    { "降价10%-20%。", "10%-20% percent 10..20 % range range" },
    { "报价一百二十到一百五十万元。", "一百二十到一百五十万元 money 1200000..1500000 元 range range" },
    { "八百到三万元。", "八百到三万元 money 800..30000 元 range range" },
    { "转让费2——3万元。", "2——3万元 money 20000..30000 元 range range" },
    { "回收率百分之六十到七十。", "百分之六十到七十 percent 60..70 % range percent-words" },
    { "从3家到8家。", "3家 count 3 家 exact arabic-unit; 8家 count 8 家 exact arabic-unit" },
    { "产量居全省第二。", "全省第二 rank 2 - exact rank" },
    { "总量稳居全国前三，", "全国前三 rank 3 - exact rank" },
    { "名列全国茶叶品牌第一。", "全国茶叶品牌第一 rank 1 - exact rank" },
    { "收入比由1.9:1缩小到1.8:1。", "1.9:1 ratio 1.9 - exact proportion; 1.8:1 ratio 1.8 - exact proportion" },
    { "约占全国的1/5。", "1/5 ratio 0.2 - approx proportion" },
    { "占了百分之三十。", "百分之三十 percent 30 % exact percent-words" },
    { "三分之一的农户参加。", "三分之一 ratio 0.333333 - exact fraction" },
    { "列车时速160公里。", "160公里 speed 160 公里/小时 exact speed" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_qualifiers (void)
{
  static const Row rows[] = {
    { "土地约100亩，近200个大棚。", "100亩 area 66666.67 平方米 approx arabic-unit; 200个 count 200 个 under arabic-unit" },
    { "学生不足百人，水价不到百元。", "百人 count 100 人 under chinese-unit; 百元 money 100 元 under chinese-unit" },
    { "茶园约占四成。", "四成 percent 40 % approx chinese-unit" },
    { "职工月平均奖金23元，月平均气温4℃。", "23元 money 23 元 each arabic-unit; 4℃ other 4 ℃ exact arabic-unit" },
    { "每年平均卖茶8吨。", "8吨 mass 8000 千克 each arabic-unit" },
    { "签约30家。", "30家 count 30 家 exact arabic-unit" },
    { "增收20万元以上。", "20万元 money 200000 元 over arabic-unit" },
    { "场地1900平方米左右。", "1900平方米 area 1900 平方米 approx arabic-unit" },
    { "每人补贴500元。", "500元 money 500 元 each arabic-unit" },
    { "户均增收800元。", "800元 money 800 元 each arabic-unit" },
    { "户均收鱼4吨、收虾2吨，产值年均增长6%。",
      "4吨 mass 4000 千克 each arabic-unit; 2吨 mass 2000 千克 each arabic-unit; 6% percent 6 % each arabic-unit" },
    { "每镇的占比达6%。", "6% percent 6 % exact arabic-unit" },
    { "六成多农户参加，3亿元多方筹集。", "六成 percent 60 % over chinese-unit; 3亿元 money 300000000 元 exact arabic-unit" },
    { "24小时内修好，30个内部岗位。", "24小时 duration 24 小时 under arabic-unit; 30个 count 30 个 exact arabic-unit" },
    { "县里争取资金60万元。", "60万元 money 600000 元 exact arabic-unit" },
    { "村里将把茶园扩到300亩。", "300亩 area 200000.01 平方米 target arabic-unit" },
    { "设备六年一次大修。", "六年 duration 6 年 each chinese-unit" },
    { "预计增收80万元。", "80万元 money 800000 元 target arabic-unit" },
    { "县里将改造12座桥。", "12座 count 12 座 target arabic-unit" },
    { "镇里将新建12座桥。", "12座 count 12 座 target arabic-unit" },
    { "村里的干将在家种菜3亩。", "3亩 area 2000.0001 平方米 exact arabic-unit" },
    { "地价每平方米。5600元每平方米。", "5600元每平方米 money 5600 元/平方米 each arabic-unit" },
    { "浓度29微克/立方米。", "29微克/立方米 other 29 微克/立方米 exact arabic-unit" },
    { "规模120万吨/日。", "120万吨/日 other 1200000 吨/日 each arabic-unit" },
    { "招10名/月薪高。", "10名 count 10 名 exact arabic-unit" },
    { "用时3小时25分。", "3小时25分 duration 205 分 exact arabic-unit" },
    { "用时2小时13分02秒。", "2小时13分02秒 duration 7982 秒 exact arabic-unit" },
    { "刑期三年六个月。", "三年六个月 duration 42 个月 exact chinese-unit" },
    { "越过1米86的横杆。", "1米86 length 1.86 米 exact arabic-unit" },
    { "优果率八成五。", "八成五 percent 85 % exact chinese-unit" },
    { "支出壹仟贰佰叁拾元伍角。", "壹仟贰佰叁拾元伍角 money 1230.5 元 exact chinese-unit" },
    { "藏书廿万册。", "廿万册 count 200000 册 exact chinese-unit" },
    { "含菌1.2×10⁴个。", "1.2×10⁴个 count 12000 个 exact arabic-unit" },
    { "不良率万分之五。", "万分之五 percent 5 ‱ exact percent-words" },
    { "配比为1:4。", "1:4 ratio 0.25 - exact proportion" },
    { "有32支队伍。", "32支 count 32 支 exact arabic-unit" },
    { "噪声不得高于45分贝。", "45分贝 other 45 分贝 under arabic-unit" },
    { "租金500元/亩。", "500元/亩 money 500 元/亩 each arabic-unit" },
    { "村里将27家农户编组。", "27家 count 27 家 exact arabic-unit" },
    { "到2027年，产值达50亿元。", "50亿元 money 5000000000 元 target arabic-unit" },
    { "到2027年，50亿元以上的项目由县里管。", "50亿元 money 5000000000 元 over arabic-unit" },
    { "到2027年，培育产值超10亿元的园区6个以上。",
      "10亿元 money 1000000000 元 over arabic-unit; 6个 count 6 个 over+target arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_none (void)
{
  static const char *const texts[] = {
    "2022年4月15日8点20分出发。", "二〇二三年开工。", "111年5月完工。", "会议8:30开始。", "赢了3:1。",
    "第一批名单，第3次会议，第1、2、3次追加。", "周五和初二都不开。",
    "轻轨3号线、R3线、617Y、COVID-19、A3版、5G网。", "90后返乡。", "优化环境2.0版本。",
    "“2468”战略，“大干60天,攻下20难”，《千家诗100首》。",
    "十分便利，三角地，一带一路，四下基层，五四运动，千方百计，三农，两会，万一，十四五。",
    "电话06-1234567分机12。", "永新路2段6号。", "一个人，一批货，一系列。", "二期，二次供水。",
    "党的20大召开。", "编码5kmh。", "降8-5个。",
    "四、五类危桥。", "提高4.5个和更多。", "位居全球第一和第二。", "20来自外地。", "周三，高三，老五。", "2/3日，赢了5:1。", "万元户，亿元。",
    "三年来，30年前，近三年。", "届全国人大三次会议。", "东六环改造。", "21世纪。", "共有3家庭院。",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (texts[i]);
      g_autofree char *found = print_figures (facts);

      g_test_message ("%s", texts[i]);
      g_assert_cmpstr (found, ==, "");
    }
}

static void
test_quotes (void)
{
  static const Row rows[] = {
    { "“山下建了16幢楼，住下240户。”他说。", "16幢 count 16 幢 exact arabic-unit; 240户 count 240 户 exact arabic-unit" },
    { "“今年卖了20吨，”她说。", "20吨 mass 20000 千克 exact arabic-unit" },
    { "“20条措施”出台。", "" },
    { "表中人数1，户数2。", "" },
    { "参加人数为100—200，", "" },
    { "点赞数为7.25。", "" },
    { "送来3千5万只茶杯。", "" },
    { "花了1千八百元。", "" },
    { "指数为5楼的门牌。", "" },
    { "「30盞燈」亮起5盞。", "5盞 count 5 盞 exact arabic-unit" },
    { "“没有合上的引号里有5个人。", "5个 count 5 个 exact arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* Units that only their neighbours tell. */
static void
test_told_units (void)
{
  static const Row rows[] = {
    { "每人有五分菜地。", "五分 area 333.33335 平方米 each chinese-unit" },
    { "他得了五分。", "" },
    { "办起夜校三期。", "三期 count 3 期 exact chinese-unit" },
    { "三期开工。", "" },
    { "镇里办了八期剪枝班，三期电商培训班。", "八期 count 8 期 exact chinese-unit; 三期 count 3 期 exact chinese-unit" },
    { "八期班子换了，三期工程班来了。", "" },
    { "瓶子每只工钱五分，鲜蛋每斤提高八分。", "五分 money 0.05 元 each chinese-unit; 八分 money 0.08 元 each chinese-unit" },
    { "每个人得五分，每斤蛋八分熟。", "" },
    { "绕一圈五里路。", "五里 length 2500 米 exact chinese-unit" },
    { "五里有茶。", "" },
    { "48路视频亮起。", "48路 count 48 路 exact arabic-unit" },
    { "他坐48路回家。", "" },
    { "岳阳、常德两市开通客船。", "两市 count 2 市 exact chinese-unit" },
    { "全天两市成交低迷。", "" },
    { "电扇每台年节电30度。", "30度 energy 30 千瓦时 each arabic-unit" },
    { "水温30度。", "30度 other 30 度 exact arabic-unit" },
    { "调出稻谷两千担。", "两千担 mass 100000 千克 exact chinese-unit" },
    { "三人担任队长。", "三人 count 3 人 exact chinese-unit" },
    { "送来农机40台套、水泵30台（套）。", "40台套 count 40 台套 exact arabic-unit; 30台（套） count 30 台（套） exact arabic-unit" },
    { "村里有百年以上老屋。", "百年 duration 100 年 over chinese-unit" },
    { "村里有百年老屋。", "" },
    { "客船5小时后到站。", "5小时 duration 5 小时 exact arabic-unit" },
    { "5天后客船到站。", "" },
    { "两率提高2.5个和1.5个百分点。", "2.5个 percent 2.5 个百分点 exact arabic-unit; 1.5个百分点 percent 1.5 个百分点 exact arabic-unit" },
    { "两村各有2个和6个亭子。", "2个 count 2 个 exact arabic-unit; 6个 count 6 个 exact arabic-unit" },
    { "村里有83户人家。", "83户 count 83 户 exact arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* Plans told by a verb, an aim or a wish, and the same words as nouns. */
static void
test_plans (void)
{
  static const Row rows[] = {
    { "镇里计划种植茶苗6吨。", "6吨 mass 6000 千克 target arabic-unit" },
    { "三年行动计划种植茶苗6吨。", "6吨 mass 6000 千克 exact arabic-unit" },
    { "新签合同计划投资6亿元。", "6亿元 money 600000000 元 exact arabic-unit" },
    { "里民盼突破30公噸。", "30公噸 mass 30000 千克 over+target arabic-unit" },
    { "大家期盼的路长30公里。", "30公里 length 30000 米 exact arabic-unit" },
    { "募集舊衣，目標600件。", "600件 count 600 件 target arabic-unit" },
    { "完成目标600件。", "600件 count 600 件 exact arabic-unit" },
    { "班车将由6辆增加到9辆。", "6辆 count 6 辆 target arabic-unit; 9辆 count 9 辆 target arabic-unit" },
    { "橘园约占全镇面积的30%。", "30% percent 30 % approx arabic-unit" },
    { "橘园占全镇面积的30%。", "30% percent 30 % exact arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_change (void)
{
  static const struct {
    const char *text;
    FzChange    change;
  } rows[] = {
    { "收入增长9.2%。", FZ_CHANGE_UP }, { "用水下降3%。", FZ_CHANGE_DOWN }, { "时间缩短至6天。", FZ_CHANGE_DOWN },
    { "完成率达102.8%。", FZ_CHANGE_NONE }, { "走访50户。", FZ_CHANGE_NONE }, { "五位数加减40秒算完。", FZ_CHANGE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (facts->figures->len, ==, 1);
      g_assert_cmpint (g_array_index (facts->figures, FzFigure, 0).change, ==, rows[i].change);
    }
}

/* The change word of a list, of a value told over its time, and of what is
 * added or saved; no one's where something else stands between. */
static void
test_change_carried (void)
{
  static const struct {
    const char *text;
    const char *changes;
  } rows[] = {
    { "茶叶、竹材分别下降15.4%、21.9%。", "down down" },
    { "同比分别增长2%和1.5%。", "up up" },
    { "出口增长5%，占比3%。", "up none" },
    { "收入从2012年的4600元提高到去年的1.86万元。", "none up" },
    { "车速提高到每小时32公里。", "up" },
    { "县里新增学位1.5万个。", "up" },
    { "为村民节省药费1200元。", "down" },
    { "全年节省药费约1200元。", "down" },
    { "茶價跌3元，或2%，另有3元和2%。", "down down none none" },
    { "客流恢复到2019年同期的112%。", "up" },
    { "工业增加值12亿元。", "none" },
    { "新增学位以后，学校收生1200名。", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < facts->figures->len; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? " " : "",
                                fz_change_name (g_array_index (facts->figures, FzFigure, j).change));
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].changes);
    }
}

static void
test_span (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  FzPiece pieces[] = { { 3, 0 }, { 5, 6 } };
  g_autoptr (FzFacts) facts = NULL;
  const FzFigure *figure;

  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "题目", -1, pieces, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, "村里卖了茶叶共12吨。", -1, pieces, 2);
  facts = fz_facts_read (article, NULL);
  g_assert_cmpuint (facts->figures->len, ==, 1);
  figure = &g_array_index (facts->figures, FzFigure, 0);
  g_assert_cmpuint (figure->span.block, ==, 1);
  g_assert_cmpuint (figure->span.start, ==, 7);
  g_assert_cmpuint (figure->span.end, ==, 10);
  g_assert_cmpuint (figure->span.line, ==, 5);
}

/* Roles that carry no statement. */
static void
test_roles (void)
{
  g_autoptr (FzArticle) byline = one_block (FZ_ROLE_BYLINE, "记者3人");
  g_autoptr (FzArticle) heading = one_block (FZ_ROLE_HEADING, "三个村 增收50万元");
  g_autoptr (FzFacts) none = fz_facts_read (byline, NULL);
  g_autoptr (FzFacts) two = fz_facts_read (heading, NULL);

  g_assert_cmpuint (none->figures->len, ==, 0);
  g_assert_cmpuint (two->figures->len, ==, 2);
}

static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "9", "万", "一", "1个", "“", "1-", "每", "以来", "自", "第1、", "十几", "（", "《》", "2023年", "1亿1万", "、", "的", "分之", "三分之", "99999999999999999999亿元",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FzFacts) facts = NULL;

      while (text->len < 60000)
        g_string_append (text, pieces[i]);
      facts = facts_of (text->str);
      for (guint j = 0; j < facts->figures->len; j++)
        g_assert_nonnull (g_array_index (facts->figures, FzFigure, j).surface);
    }
}

static void
test_names (void)
{
  for (int i = FZ_FIGURE_MONEY; i <= FZ_FIGURE_OTHER; i++)
    g_assert_cmpint (fz_figure_kind_from_name (fz_figure_kind_name (i)), ==, i);
  for (int i = FZ_PROGRAMME_PROGRAMME; i <= FZ_PROGRAMME_DOCUMENT; i++)
    g_assert_cmpint (fz_programme_kind_from_name (fz_programme_kind_name (i)), ==, i);
  for (int i = FZ_CHANGE_NONE; i <= FZ_CHANGE_DOWN; i++)
    g_assert_cmpint (fz_change_from_name (fz_change_name (i)), ==, i);
  for (guint bit = FZ_QUALIFIER_APPROX; bit <= FZ_QUALIFIER_TARGET; bit <<= 1)
    g_assert_cmphex (fz_qualifier_from_name (fz_qualifier_name (bit)), ==, bit);

  g_assert_cmpint (fz_figure_kind_from_name ("stranger"), ==, -1);
  g_assert_cmpint (fz_programme_kind_from_name (NULL), ==, -1);
  g_assert_cmphex (fz_qualifier_from_name ("stranger"), ==, 0);
  g_assert_null (fz_qualifier_name (FZ_QUALIFIER_APPROX | FZ_QUALIFIER_OVER));
  g_assert_null (fz_figure_kind_name (99));
}

/* Money told otherwise than by one number and 元. */
static void
test_prices (void)
{
  static const Row rows[] = {
    { "收十二块六角七分钱。", "十二块六角七分钱 money 12.67 元 exact chinese-unit" },
    { "结余五元八分。", "五元八分 money 5.08 元 exact chinese-unit" },
    { "押金五百元一分不退。", "五百元 money 500 元 exact chinese-unit" },
    { "三元三分之一归他。", "三元 money 3 元 exact chinese-unit; 三分之一 ratio 0.333333 - exact fraction" },
    { "买五元毛巾。", "五元 money 5 元 exact chinese-unit" },
    { "鸡蛋四块二一斤。", "四块二 money 4.2 元 exact chinese-unit" },
    { "售价￥128，原价¥3.5万元。", "￥128 money 128 元 exact currency-sign; ¥3.5万元 money 35000 元 exact currency-sign" },
    { "募资US$3500万，HK$20起。", "US$3500万 money 35000000 美元 exact currency-sign; HK$20 money 20 港元 exact currency-sign" },
    { "票价A$30，Z$40。", "A$30 money 30 澳元 exact currency-sign" },
    { "合同USD 260万。", "USD 260万 money 2600000 美元 exact currency-sign" },
    { "注资港币五百万元，人民币三万元。", "五百万元 money 5000000 港元 exact chinese-unit; 三万元 money 30000 元 exact chinese-unit" },
    { "月薪8k元，房价15w元。", "8k元 money 8000 元 exact arabic-unit; 15w元 money 150000 元 exact arabic-unit" },
    { "打九五折，再打八折。", "九五折 percent 95 % exact discount; 八折 percent 80 % exact discount" },
    { "五折扣除后，7.5折。", "7.5折 percent 75 % exact discount" },
    { "產值1兆949億元，投資2.4兆元。", "1兆949億元 money 1094900000000 元 exact arabic-unit; 2.4兆元 money 2400000000000 元 exact arabic-unit" },
    { "剩下四万块，瓦片一万多块。", "四万块 money 40000 元 exact chinese-unit; 一万多块 count 10000 块 over chinese-unit" },
    { "带宽500兆。", "500兆 other 500 兆 exact arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* A half, tenths or decimals stand behind the unit. */
static void
test_behind_units (void)
{
  static const Row rows[] = {
    { "买三斤半肉。", "三斤半 mass 1.75 千克 exact chinese-unit" },
    { "买三斤半价的肉。", "三斤 mass 1.5 千克 exact chinese-unit" },
    { "历时两天半。", "两天半 duration 2.5 天 exact chinese-unit" },
    { "七成半已租出，一成半没有。", "七成半 percent 75 % exact chinese-unit; 一成半 percent 15 % exact chinese-unit" },
    { "鸡重三斤四两，油二两。", "三斤四两 mass 1.7 千克 exact chinese-unit; 二两 mass 0.1 千克 exact chinese-unit" },
    { "白银三千二百两。", "三千二百两 mass 160 千克 exact chinese-unit" },
    { "身高一米七八的人，跑出10秒87。", "一米七八 length 1.78 米 exact chinese-unit; 10秒87 duration 10.87 秒 exact arabic-unit" },
    { "游出3分30秒47。", "3分30秒47 duration 210.47 秒 exact arabic-unit" },
    { "每周两次，周五开放。", "两次 count 2 次 each chinese-unit" },
    { "头两年亏本。", "" },
    { "全厂1/3的职工，按1:500的比例。", "1/3 ratio 0.333333 - exact proportion; 1:500 ratio 0.002 - exact proportion" },
    { "於3/5的活動。", "" },
    { "募得5万4千6百元。", "5万4千6百元 money 54600 元 exact arabic-unit" },
    { "来了１２，４５０人。", "１２，４５０人 count 12450 人 exact arabic-unit" },
    { "去了３，２００人，12，500人没去。", "３，２００人 count 3200 人 exact arabic-unit; 500人 count 500 人 exact arabic-unit" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/arabic", test_arabic);
  g_test_add_func ("/figures/chinese", test_chinese);
  g_test_add_func ("/figures/other-rules", test_other_rules);
  g_test_add_func ("/figures/qualifiers", test_qualifiers);
  g_test_add_func ("/figures/none", test_none);
  g_test_add_func ("/figures/told-units", test_told_units);
  g_test_add_func ("/figures/plans", test_plans);
  g_test_add_func ("/figures/quotes", test_quotes);
  g_test_add_func ("/figures/change", test_change);
  g_test_add_func ("/figures/change-carried", test_change_carried);
  g_test_add_func ("/figures/span", test_span);
  g_test_add_func ("/figures/roles", test_roles);
  g_test_add_func ("/figures/hostile", test_hostile);
  g_test_add_func ("/figures/names", test_names);
  g_test_add_func ("/figures/prices", test_prices);
  g_test_add_func ("/figures/behind-units", test_behind_units);
  return g_test_run ();
}
