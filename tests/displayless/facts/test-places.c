/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-cases.h"

static void
test_chains (void)
{
  static const Case cases[] = {
    { NULL, "在江西省上饶市婺源县江湾镇，油菜花开了。", "江西省/上饶市/婺源县/江湾镇",
      "江西省=江西省 上饶市=江西省/上饶市 婺源县=上饶市/婺源县 江湾镇=婺源县/江湾镇" },
    { NULL, "杭州临安龙岗镇的山核桃开竿了。", "浙江省/杭州市/临安区/龙岗镇",
      "杭州=浙江省/杭州市 临安=杭州市/临安区 龙岗镇=临安区/龙岗镇" },
    { NULL, "广东省东莞市虎门镇办起了服装展。", "广东省/东莞市/虎门镇",
      "广东省=广东省 东莞市=广东省/东莞市 虎门镇=东莞市/虎门镇" },
    { NULL, "重庆市忠县拔山镇的柑橘熟了。", "重庆市/忠县/拔山镇", "重庆市=重庆市 忠县=重庆市/忠县 拔山镇=忠县/拔山镇" },
    { NULL, "当天，高县来复镇的茶园开采。", "四川省/宜宾市/高县/来复镇", "高县=宜宾市/高县 来复镇=高县/来复镇" },
    { NULL, "山高县小，路远人稀。", "", "" },
    { NULL, "喀左的陶土有名，阜新市阜蒙县也产。", NULL, "喀左=朝阳市/喀喇沁左翼蒙古族自治县 阜新市=辽宁省/阜新市 "
      "阜蒙县=阜新市/阜新蒙古族自治县" },
    { NULL, "位于溆浦县桥江镇的果园，桥江镇人办的。", NULL, "溆浦县=怀化市/溆浦县 桥江镇=溆浦县/桥江镇 桥江镇=溆浦县/桥江镇" },
    { NULL, "溆浦县的果园位于桥江镇。", NULL, "溆浦县=怀化市/溆浦县 桥江镇=溆浦县/桥江镇" },
    { NULL, "内蒙古自治区呼和浩特市土默特左旗察素齐镇开了早市。", NULL,
      "内蒙古自治区=内蒙古自治区 呼和浩特市=内蒙古自治区/呼和浩特市 土默特左旗=呼和浩特市/土默特左旗 "
      "察素齐镇=土默特左旗/察素齐镇" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Which of several regions of one name. */
static void
test_ambiguous (void)
{
  static const Case cases[] = {
    { NULL, "西湖区的老小区装上了电梯。", "", "" },
    { NULL, "浙江省推进改造，西湖区的老小区装上了电梯。", NULL, "浙江省=浙江省 西湖区=杭州市/西湖区" },
    { NULL, "江西省推进改造，西湖区的老小区装上了电梯。", NULL, "江西省=江西省 西湖区=南昌市/西湖区" },
    { NULL, "北京市朝阳区有一家老店，朝阳居民常来。", NULL, "北京市=北京市 朝阳区=北京市/朝阳区 朝阳=北京市/朝阳区" },
    { NULL, "辽宁省朝阳市盛产小米，朝阳小米有名。", NULL, "辽宁省=辽宁省 朝阳市=辽宁省/朝阳市 朝阳=辽宁省/朝阳市" },
    { NULL, "吉林和河南的选手到场。", NULL, "吉林=吉林省 河南=河南省" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* A list gives its names the level that its end names. */
static void
test_lists (void)
{
  static const Case cases[] = {
    { NULL, "杭州市临安区串联天目山、於潜、太阳等3个镇。", NULL,
      "杭州市=浙江省/杭州市 临安区=杭州市/临安区 天目山=临安区/天目山镇 於潜=临安区/於潜镇 太阳=临安区/太阳镇" },
    { NULL, "杭州市临安区的太阳出来了，照着天目山。", NULL, "杭州市=浙江省/杭州市 临安区=杭州市/临安区" },
    { NULL, "湖州的德清、安吉两县合办灯会。", NULL, "湖州=浙江省/湖州市 德清=湖州市/德清县 安吉=湖州市/安吉县" },
    { NULL, "安徽省的黄山、宣城等市联手护林。", NULL, "安徽省=安徽省 黄山=安徽省/黄山市 宣城=安徽省/宣城市" },
    { NULL, "西宁市的城中区、城西区同步。", NULL, "西宁市=青海省/西宁市 城中区=西宁市/城中区 城西区=西宁市/城西区" },
    { NULL, "老人逛遍了城中区、城西区。", "", "" },
    { NULL, "南京的玄武、秦淮、雨花台的花市都开了。", NULL,
      "南京=江苏省/南京市 玄武=南京市/玄武区 秦淮=南京市/秦淮区 雨花台=南京市/雨花台区" },
    { NULL, "霍山县的漫水河、诸佛庵两个区修了路，大化坪、漫水河两个公社种了茶，漫水河涨了水。", NULL,
      "霍山县=六安市/霍山县 漫水河=霍山县/漫水河镇 诸佛庵=霍山县/诸佛庵镇 "
      "大化坪=霍山县/大化坪镇 漫水河=霍山县/漫水河镇" },
    { NULL, "南京的学生去雨花台献花。", NULL, "南京=江苏省/南京市" },
    { NULL, "杭州市临安区的太阳、於潜等１２个镇通了公交。", NULL,
      "杭州市=浙江省/杭州市 临安区=杭州市/临安区 太阳=临安区/太阳镇 於潜=临安区/於潜镇" },
    { NULL, "选手来自河南太康、鹿邑等地。", NULL, "河南=河南省 太康=周口市/太康县 鹿邑=周口市/鹿邑县" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Words that hold a name and do not mean it. */
static void
test_words (void)
{
  static const char *const texts[] = {
    "在和平年代，大城市也要种树，争当模范县。",
    "东方红，太阳升；国际合作，长治久安，大同小异。",
    "中山路改造完成，他讲延安精神，也讲遵义会议和西安事变。",
    "社会安定，人民安宁，平安建设走在前列，朝阳产业兴起。",
    "江山如画，白云悠悠，绿水青山就是金山银山。",
    "新华社记者报道，向阳而生，解放思想，公安机关提醒。",
    "干部和政府一起努力，创新和发展并重，理论和安全都要抓。",
    "青年有远大理想，药店是医保定点，各地投资兴业。",
    "市场活跃，县域经济壮大，市级部门和镇区企业结对。",
    "红旗村党支部，胜利社区，光明小学。",
    "游客登泰山、看黄山、游西湖。",
    "已開封的飲料不要喝，未开封的可以退。",
    "两地合作，学东方红，大城市的人也爱和平年代。",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const Case one = { NULL, texts[i], NULL, "" };

      run (&one, 1);
    }
}

/* The suffix of 金华市级 belongs to the next word; that of 婺城区委 does not. */
static void
test_suffixes (void)
{
  static const Case cases[] = {
    { NULL, "金华市级部门下乡。", NULL, "金华=浙江省/金华市" },
    { NULL, "南通市域铁路开工。", NULL, "南通=江苏省/南通市" },
    { NULL, "杭州市区拥堵缓解。", NULL, "杭州=浙江省/杭州市" },
    { NULL, "金华市婺城区委开会。", NULL, "金华市=浙江省/金华市 婺城区=金华市/婺城区" },
    { NULL, "宁波市民政局通报。", NULL, "宁波市=浙江省/宁波市" },
    { NULL, "金华市婺城区莘畈乡村民种茶。", NULL, "金华市=浙江省/金华市 婺城区=金华市/婺城区 莘畈乡=婺城区/莘畈乡" },
    { NULL, "思明区、翔安区分别设点，厦门市牵头。", NULL, "思明区=厦门市/思明区 翔安区=厦门市/翔安区 厦门市=福建省/厦门市" },
    { NULL, "赤峰市敖汉旗下洼镇的谷子收了。", NULL, "赤峰市=内蒙古自治区/赤峰市 敖汉旗=赤峰市/敖汉旗 下洼镇=敖汉旗/下洼镇" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

static void
test_organisations (void)
{
  static const Case cases[] = {
    { NULL, "浙江大学与金华市档案馆签约。", NULL, "浙江=浙江省 金华市=浙江省/金华市" },
    { NULL, "中国邮政沭阳县分公司与沭阳县湖南商会结对。", NULL, "沭阳县=宿迁市/沭阳县 沭阳县=宿迁市/沭阳县" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* A mountain of any place is a region behind its own upper one; a sight is not. */
static void
test_natural (void)
{
  static const Case cases[] = {
    { NULL, "扬州的瘦西湖、个园人山人海，南京的夫子庙、秦淮河也是。", NULL, "扬州=江苏省/扬州市 南京=江苏省/南京市" },
    { NULL, "扬州市邗江区的瘦西湖街道办了灯会。", NULL,
      "扬州市=江苏省/扬州市 邗江区=扬州市/邗江区 瘦西湖街道=邗江区/瘦西湖街道" },
    { NULL, "深圳南山的实验室开放了。", "广东省/深圳市/南山区", "深圳=广东省/深圳市 南山=深圳市/南山区" },
    { NULL, "深圳市民去登南山。", NULL, "深圳=广东省/深圳市" },
    { NULL, "杭州西湖的荷花开了。", NULL, "杭州=浙江省/杭州市" },
    { NULL, "嘉兴南湖的红船前，游客不断。", NULL, "嘉兴=浙江省/嘉兴市" },
    { NULL, "洪泽湖边，淮安市洪泽的渔民收网。", NULL, "淮安市=江苏省/淮安市 洪泽=淮安市/洪泽区" },
    { NULL, "福州市台江区的夜市开了。去年，台江的夜市只有一条街。", NULL,
      "福州市=福建省/福州市 台江区=福州市/台江区 台江=福州市/台江区" },
    { NULL, "福州市台江区的人沿台江散步，台江水清。", NULL, "福州市=福建省/福州市 台江区=福州市/台江区" },
    { NULL, "福州市仓山区的人走到对岸，台江的夜市开了。", NULL, "福州市=福建省/福州市 仓山区=福州市/仓山区" },
    { NULL, "黄山市黄山区的人说，黄山的雾最养茶。", NULL, "黄山市=安徽省/黄山市 黄山区=黄山市/黄山区" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Each item of a list opens with a name, which is then no common word. */
static void
test_parallel (void)
{
  static const Case cases[] = {
    { NULL, "桂林市的荔浦芋头、永福罗汉果上市。", NULL,
      "桂林市=广西壮族自治区/桂林市 荔浦=桂林市/荔浦市 永福=桂林市/永福县" },
    { NULL, "凉山州办起了果品节，会理石榴、盐源苹果上市。", NULL,
      "凉山州=四川省/凉山彝族自治州 会理=凉山彝族自治州/会理市 盐源=凉山彝族自治州/盐源县" },
    { NULL, "桂林市的荔浦芋头上市，有人祝愿永福。", NULL, "桂林市=广西壮族自治区/桂林市 荔浦=桂林市/荔浦市" },
    { NULL, "金华市的东阳木雕、浦江水晶参展。", NULL,
      "金华市=浙江省/金华市 东阳=金华市/东阳市 浦江=金华市/浦江县" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* A full name that two words, or a region which does not hold it, may have made. */
static void
test_chance (void)
{
  static const Case cases[] = {
    { NULL, "提高城乡居民收入，让人们在小城镇安家。", "", "" },
    { NULL, "山西省忻州市忻府区高城乡的玉米收了。", NULL,
      "山西省=山西省 忻州市=山西省/忻州市 忻府区=忻州市/忻府区 高城乡=忻府区/高城乡" },
    { NULL, "江苏省南通滨海新区开工。", NULL, "江苏省=江苏省 南通=江苏省/南通市" },
    { NULL, "天津滨海新区开工。", NULL, "天津=天津市 滨海新区=天津市/滨海新区" },
    { NULL, "绵阳市的学校添了三台电脑。", NULL, "绵阳市=四川省/绵阳市" },
    { NULL, "绵阳市盐亭、三台两县的稻子熟了。", NULL, "绵阳市=四川省/绵阳市 盐亭=绵阳市/盐亭县 三台=绵阳市/三台县" },
    { NULL, "產業興鎮，臺南市延平國中辦展。", NULL, "臺南市=台湾省/台南市" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* A township's short name: in its own prefecture, when it is no common word. */
static void
test_township_shorts (void)
{
  static const Case cases[] = {
    { "金华送岗下乡", "金华市在汤溪办了招聘会。", "浙江省/金华市", "金华=浙江省/金华市 金华市=浙江省/金华市 汤溪=婺城区/汤溪镇" },
    { "沭阳送岗下乡", "沭阳县的人去汤溪参观。", "江苏省/宿迁市/沭阳县", "沭阳=宿迁市/沭阳县 沭阳县=宿迁市/沭阳县" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* What has been renamed is today's; what has gone is itself. */
static void
test_former (void)
{
  static const Case cases[] = {
    { NULL, "当年的临安市办过第一届山核桃节。", "浙江省/杭州市/临安区", "临安市=杭州市/临安区" },
    { NULL, "襄樊改名后，玉环县也设了市。", NULL, "襄樊=湖北省/襄阳市 玉环县=台州市/玉环市" },
    { NULL, "他从金华市婺城区岭上乡搬来。", "浙江省/金华市/婺城区/岭上乡",
      "金华市=浙江省/金华市 婺城区=金华市/婺城区 岭上乡=婺城区/岭上乡" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Rule "county of two": its full name counts wherever it stands, unless its first
 * character ends another word. */
static void
test_counties_of_two (void)
{
  static const Case cases[] = {
    { "礼县花椒交易市场迎来早市", "椒农一早就到了。", "甘肃省/陇南市/礼县", "礼县=陇南市/礼县" },
    { NULL, "走进忠县，橘香扑鼻。", NULL, "忠县=重庆市/忠县" },
    { NULL, "典礼县里办得简朴。", "", "" },
    { NULL, "这里评上了省里的示范县和模范县。", "", "" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Words of going leave the next one free to be a name: 带回|正安; a word that only ends
 * as they do does not. */
static void
test_free (void)
{
  static const Case cases[] = {
    { "返乡人把手艺带回正安", "据正安县统计，返乡的有两万人。", "贵州省/遵义市/正安县", "正安=遵义市/正安县 正安县=遵义市/正安县" },
    { "一家人挂起改正安全帽", "据正安县统计，返乡的有两万人。", "贵州省/遵义市/正安县", "正安县=遵义市/正安县" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Rule "company": what is also a landscape, or also a township elsewhere, is the
 * region where a part of it or of its province is named. */
static void
test_landscapes (void)
{
  static const Case cases[] = {
    { NULL, "湘西吉首办起了鼓会，湘西的鼓手都来了。", NULL,
      "湘西=湖南省/湘西土家族苗族自治州 吉首=湘西土家族苗族自治州/吉首市 湘西=湖南省/湘西土家族苗族自治州" },
    { "湘西深处橘子红", "怀化市辰溪县的橘子卖到了城里。", NULL, "怀化市=湖南省/怀化市 辰溪县=怀化市/辰溪县" },
    { NULL, "香港的沙田办了单车赛。", NULL, "香港=香港特别行政区 沙田=香港特别行政区/沙田区" },
    { NULL, "广西的果农种起沙田柚。", NULL, "广西=广西壮族自治区" },
    { NULL, "古老的沙田上长出新苗。", "", "" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* A township's name that is also a kind of field needs its suffix. */
static void
test_kinds_of_field (void)
{
  static const Case cases[] = {
    { NULL, "兴化市垛田街道的垛田种上了油菜，兴化垛田有名。", "江苏省/泰州市/兴化市/垛田街道",
      "兴化市=泰州市/兴化市 垛田街道=兴化市/垛田街道 兴化=泰州市/兴化市" },
    { NULL, "兴化市的沙沟、垛田等2个镇街办了船会。", NULL, "兴化市=泰州市/兴化市 沙沟=兴化市/沙沟镇 垛田=兴化市/垛田街道" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Traditional characters name the same regions. */
static void
test_traditional (void)
{
  static const Case cases[] = {
    { NULL, "臺南市麻豆區文旦豐收，台南與廣東的客商到場。", NULL,
      "臺南市=台湾省/台南市 麻豆區=台南市/麻豆区 台南=台湾省/台南市 廣東=广东省" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Rule "district at start": names that are said of any place, where their own
 * prefecture is named, and nowhere else. */
static void
test_district_at_start (void)
{
  static const Case cases[] = {
    { NULL, "香港東區的海濱與南區的碼頭連成一線。", NULL, "香港=香港特别行政区 東區=香港特别行政区/东区 南區=香港特别行政区/南区" },
    { NULL, "攀枝花下了雨，西区的芒果没有落。", NULL, "攀枝花=四川省/攀枝花市 西区=攀枝花市/西区" },
    { NULL, "杭州下了雨，西区的芒果没有落。", NULL, "杭州=浙江省/杭州市" },
    { NULL, "攀枝花下了雨，老厂西区的芒果没有落。", NULL, "攀枝花=四川省/攀枝花市" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* A street or a garden that a township is called by is not the township. */
static void
test_streets_and_sights (void)
{
  static const Case cases[] = {
    { NULL, "愿长安路上的行人平安，愿西安的灯长明。", NULL, "西安=陕西省/西安市" },
    { NULL, "上海的豫园办起了灯会。", NULL, "上海=上海市" },
    { NULL, "上海市黄浦区豫园街道办起了灯会。", NULL, "上海市=上海市 黄浦区=上海市/黄浦区 豫园街道=黄浦区/豫园街道" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/chains", test_chains);
  g_test_add_func ("/places/ambiguous", test_ambiguous);
  g_test_add_func ("/places/lists", test_lists);
  g_test_add_func ("/places/words", test_words);
  g_test_add_func ("/places/suffixes", test_suffixes);
  g_test_add_func ("/places/organisations", test_organisations);
  g_test_add_func ("/places/natural", test_natural);
  g_test_add_func ("/places/parallel", test_parallel);
  g_test_add_func ("/places/chance", test_chance);
  g_test_add_func ("/places/township-shorts", test_township_shorts);
  g_test_add_func ("/places/former", test_former);
  g_test_add_func ("/places/counties-of-two", test_counties_of_two);
  g_test_add_func ("/places/free", test_free);
  g_test_add_func ("/places/landscapes", test_landscapes);
  g_test_add_func ("/places/kinds-of-field", test_kinds_of_field);
  g_test_add_func ("/places/traditional", test_traditional);
  g_test_add_func ("/places/district-at-start", test_district_at_start);
  g_test_add_func ("/places/streets-and-sights", test_streets_and_sights);
  return g_test_run ();
}
