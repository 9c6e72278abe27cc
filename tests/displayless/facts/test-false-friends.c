/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "one-block.h"

/* Words and signs that look like figures and are none, by what they are. */

static const char *const idioms[] = {
  "这里交通十分便利。", "大家万分激动。", "他百般推辞。", "这事八九不离十。", "千方百计解难题。", "村民七嘴八舌出主意。",
  "干部三天两头往村里跑。", "他一五一十说了经过。", "两岸青山相对出。", "小镇四通八达。", "万事俱备，只欠东风。",
  "春风吹绿千山万水。", "走进千家万户。", "游客来自五湖四海。", "他们说干就干，二话不说。", "三三两两的游人。",
  "百花齐放春满园。", "老人百感交集。", "乱七八糟的线路得到整治。", "这叫一举两得。", "他们九死一生。",
  "四面八方的客商。", "做事不能三心二意。", "三番五次上门。", "百尺竿头更进一步。", "万众一心奔小康。",
  "半斤八两，不相上下。", "他十有八九会来。", "百姓得实惠。", "一千零一夜的故事。", "三令五申严禁酒驾。",
};

static const char *const politics[] = {
  "坚持“一带一路”倡议。", "一带一路沿线商贸往来。", "做好三农工作。", "纪念五四运动。", "庆祝三八妇女节。", "迎接八一建军节。",
  "全国两会在京召开。", "贯彻党的二十大精神。", "落实中央八项规定精神。", "开展三会一课。", "深入四下基层。",
  "抓好五位一体总体布局。", "“十四五”规划收官。", "四个意识更加牢固。", "九三学社社员。", "三严三实专题教育。",
  "推行河长制和两手抓。", "脱贫户做到两不愁三保障。", "推进三权分置改革。", "大家学习十一届三中全会精神。",
};

static const char *const names[] = {
  "他考进了211工程高校。", "985高校毕业生。", "360公司发布报告。", "他用上了4K电视。", "G20峰会筹备。", "5G基站开通。",
  "沿G60高速前行。", "乘坐K1次公交前往。", "千岛湖风光好。", "万源市的茶叶。", "他们住在半山村。", "三角地改造完成。",
  "三亚游客多。", "九江的朋友。", "六安瓜片香。", "五台山云海。", "四川盆地多雾。", "百色芒果甜。", "万宁咖啡香。", "八达岭长城。",
  "家住三里屯。", "路过五棵松。", "七台河的煤。", "双十一购物节。", "万达广场开业。", "他在万科上班。", "三一重工的泵车。",
  "他叫李四，不叫张三。", "老五家办喜事。", "小二黑结婚。", "C919首飞。", "歼-20列装。", "辽宁舰和001A。", "CBA联赛开打。",
  "使用iPhone15拍摄。", "AK47步枪展出。", "F1赛车来了。", "COVID-19疫情。", "一汽红旗下线。", "三星堆出土青铜器。",
  "《三国演义》开拍。", "《水浒一百单八将》连环画。", "“1483”发展战略落地。", "90后返乡创业。", "轻轨3号线延伸。", "105路公交车改道。", "乘坐12路公交到茶园。", "36路公交线路停运。", "末班7路公交車晚點。",
  "七天连锁酒店开业。", "杨八斤上山。", "村民李三斤上山。", "三丰集团开业。", "十里铺的老街。", "二郎神传说。", "卅铺镇的集市。", "在廿三里街道。",
};

static const char *const codes[] = {
  "适用采购法第104条或105条。", "依第3款、4款办理。", "他参加男子4×100米接力。", "男子500米决赛开赛。", "她获得女子800米自由泳冠军。", "男子1500米项目开赛。", "打造万亿级产业。", "三年多来，茶厂没有停产。",
  "电话：0571-88886666。", "拨打110报警。", "拨打12345热线反映。", "联系电话13800138000。", "身份证号330102199001011234。",
  "邮编310000。", "车牌浙A12345。", "QQ号123456789。", "网址www.12306.cn。", "统一书号10019·3456。", "国内统一刊号CN33-0001。",
  "文号浙政发〔2023〕15号。", "门牌88号。", "住在5号楼2单元301室。", "第3页。", "ISO9001认证。", "GB/T 15834标准。",
  "航班CA1234晚点。", "G7350次列车。", "股票代码600519。", "验证码8264。", "邮政信箱102号。", "准考证号20230188。",
  "他们以3比1获胜。", "比分锁定在2:1。", "主队78:65取胜。", "双方战成0:0。",
};

static const char *const laws[] = {
  "依照刑法第二百六十四条处理。", "根据第十二条第三款的规定。", "第五章第二节另有规定。", "第三次全体会议召开。",
  "荣获第一名。", "他是第二任村支书。", "首届农民节。", "首批名单公布。", "第八届委员会。", "二期工程开工。", "三年级学生春游。",
  "初三开门迎客。", "高二学生参加实践。", "周五下午开会。", "星期三停水。", "腊月廿四扫尘。", "正月十五闹元宵。",
};

static const char *const dates[] = {
  "2023年5月1日施行。", "一九八四年国庆节。", "5月底前完成。", "8时30分发车。", "上午9点集合。", "1997年出生。",
  "20世纪80年代的老房子。", "民国三十八年的契约。", "9·3阅兵式。", "2020-05-01更新。", "今晚19:30开播。", "五月初五过端午。",
  "三十年代的上海。", "90年代末的旧照。",
};

/* What only looks like a sign, a discount, a coin or half of something. */
static const char *const forms[] = {
  "车停在负二层。", "双方胜负未分。", "他能屈能伸，百折不挠。", "三折屏手机发布。", "印了五折页的宣传单。", "道路曲折。",
  "报名于3/5的活动。", "见附件A-3%号样品。", "2023-05-01版。", "半斤八两的本事。", "两会代表热议。", "邮箱k8w@example.cn。",
  "头两年。", "小两口。", "三打白骨精上演。", "万国码$符号。", "5G流量包。", "兆丰银行。", "第1/3页。", "推进城乡一元化管理。",
  "一块走吧。", "一角天空。", "一吨位的车。",
};

static void
check_none (gconstpointer data)
{
  const char *const *texts = data;

  for (; *texts != NULL; texts++)
    {
      g_autoptr (FzFacts) facts = facts_of (*texts);

      g_test_message ("%s", *texts);
      if (facts->figures->len > 0)
        g_test_message ("found %s", g_array_index (facts->figures, FzFigure, 0).surface);
      g_assert_cmpuint (facts->figures->len, ==, 0);
    }
}

/* An array of its own for each kind, closed by NULL. */
static void
add (const char *name, const char *const *texts, gsize n_texts)
{
  g_autofree char *path = g_strconcat ("/facts/false-friends/", name, NULL);
  const char **closed = g_new0 (const char *, n_texts + 1);

  memcpy (closed, texts, n_texts * sizeof *texts);
  g_test_add_data_func_full (path, closed, check_none, g_free);
}

int
main (int argc, char *argv[])
{
  /* What is found in vain is told in Chinese. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("idioms", idioms, G_N_ELEMENTS (idioms));
  add ("politics", politics, G_N_ELEMENTS (politics));
  add ("names", names, G_N_ELEMENTS (names));
  add ("codes", codes, G_N_ELEMENTS (codes));
  add ("laws", laws, G_N_ELEMENTS (laws));
  add ("dates", dates, G_N_ELEMENTS (dates));
  add ("forms", forms, G_N_ELEMENTS (forms));
  return g_test_run ();
}
