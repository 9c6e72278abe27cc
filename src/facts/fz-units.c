/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-units.h"

#include "fz-words.h"

/* Units and classifiers, in the forms of the mainland and of Taiwan.  Of two
 * that match, the longer one holds, so a word that only begins like a unit
 * (家庭, 分别) is kept off by standing in the list of ordinary words below. */

static const FzUnit table[] = {
  /* Money: each currency in its own unit. */
  { "元 圆 圓 块钱 元人民币 元钱 人民币 人民幣", FZ_FIGURE_MONEY, "元", { 1, 0 }, 0 },
  { "角", FZ_FIGURE_MONEY, "元", { 1, 1 }, FZ_UNIT_ARABIC },
  { "毛钱 毛 角钱 角錢", FZ_FIGURE_MONEY, "元", { 1, 1 }, 0 },
  { "分钱", FZ_FIGURE_MONEY, "元", { 1, 2 }, 0 },
  { "美元 欧元 歐元 日元 日圓 日圆 日币 日幣 港元 港币 港幣 英镑 英鎊 澳元 澳门元 加元 韩元 韓元 卢布 盧布 泰铢 泰銖 "
    "台币 台幣 卢比 盧比 瑞士法郎 新加坡元 新元 新台币 新臺幣 美金 澳門元 澳门币 葡币 林吉特 令吉 比索 雷亚尔 兰特 里拉 法郎 马克 越南盾 印尼盾 迪拉姆 新西兰元 坚戈 图格里克 瑞典克朗 丹麦克朗 挪威克朗 捷克克朗 福林 兹罗提 谢克尔 里亚尔 第纳尔 奈拉 塔卡 先令 基普 瑞尔 缅元 文莱元 "
    "人民币元",
    FZ_FIGURE_MONEY, NULL, { 1, 0 }, 0 },

  { "美分", FZ_FIGURE_MONEY, "美元", { 1, 2 }, 0 },
  { "仙", FZ_FIGURE_MONEY, "港元", { 1, 2 }, FZ_UNIT_ARABIC },

  /* Shares. */
  { "% ％ 个百分比", FZ_FIGURE_PERCENT, "%", { 1, 0 }, 0 },
  { "个百分点 個百分點 百分点 百分點 ‰ 个基点 個基點 基点", FZ_FIGURE_PERCENT, NULL, { 1, 0 }, 0 },
  { "bp bps 个bp", FZ_FIGURE_PERCENT, NULL, { 1, 0 }, FZ_UNIT_ARABIC },
  { "成", FZ_FIGURE_PERCENT, "%", { 10, 0 }, 0 },
  { "倍", FZ_FIGURE_RATIO, NULL, { 1, 0 }, 0 },

  /* Area; a 亩 is a fifteenth of a hectare, a 坪 400/121 square metres. */
  { "平方米 平方公尺 平米 ㎡ m² m2", FZ_FIGURE_AREA, "平方米", { 1, 0 }, 0 },
  { "平方公里 平方千米 km² km2", FZ_FIGURE_AREA, "平方米", { 1000000, 0 }, 0 },
  { "公顷 公頃 ha hm²", FZ_FIGURE_AREA, "平方米", { 10000, 0 }, 0 },
  { "亩 畝 亩次", FZ_FIGURE_AREA, "平方米", { 6666667, 4 }, 0 },
  { "分地", FZ_FIGURE_AREA, "平方米", { 6666667, 5 }, 0 },
  { "坪", FZ_FIGURE_AREA, "平方米", { 33058, 4 }, 0 },
  { "平方呎 平方尺 平方英尺", FZ_FIGURE_AREA, "平方米", { 9290304, 8 }, 0 },
  { "平方英里", FZ_FIGURE_AREA, "平方米", { 258998811, 2 }, 0 },
  { "英亩 英畝", FZ_FIGURE_AREA, "平方米", { 404686, 2 }, 0 },
  { "平方毫米", FZ_FIGURE_AREA, "平方米", { 1, 6 }, 0 },
  { "平方厘米 平方公分", FZ_FIGURE_AREA, "平方米", { 1, 4 }, 0 },

  /* Length. */
  { "米 公尺 延米 延长米 沿米", FZ_FIGURE_LENGTH, "米", { 1, 0 }, 0 },
  { "m", FZ_FIGURE_LENGTH, "米", { 1, 0 }, FZ_UNIT_ARABIC },
  { "公里 千米 km KM 皮长公里 芯公里 单公里 延展公里", FZ_FIGURE_LENGTH, "米", { 1000, 0 }, 0 },
  { "华里 華里", FZ_FIGURE_LENGTH, "米", { 500, 0 }, 0 },
  { "海里 浬", FZ_FIGURE_LENGTH, "米", { 1852, 0 }, 0 },
  { "英里 哩", FZ_FIGURE_LENGTH, "米", { 1609344, 3 }, 0 },
  { "英尺 呎", FZ_FIGURE_LENGTH, "米", { 3048, 4 }, 0 },
  { "英寸 吋", FZ_FIGURE_LENGTH, "米", { 254, 4 }, 0 },
  { "厘米 公分 cm CM", FZ_FIGURE_LENGTH, "米", { 1, 2 }, 0 },
  { "毫米 mm MM", FZ_FIGURE_LENGTH, "米", { 1, 3 }, 0 },
  { "微米", FZ_FIGURE_LENGTH, "米", { 1, 6 }, 0 },
  { "纳米 奈米", FZ_FIGURE_LENGTH, "米", { 1, 9 }, 0 },

  /* Mass. */
  { "千克 公斤 kg KG 千克标准煤 公斤标准煤", FZ_FIGURE_MASS, "千克", { 1, 0 }, 0 },
  { "吨 噸 公吨 公噸 吨标准煤 吨标煤 吨级 噸級 载重吨 总吨", FZ_FIGURE_MASS, "千克", { 1000, 0 }, 0 },
  { "担 擔", FZ_FIGURE_MASS, "千克", { 50, 0 }, 0 },
  { "斤 市斤", FZ_FIGURE_MASS, "千克", { 5, 1 }, 0 },
  { "磅", FZ_FIGURE_MASS, "千克", { 45359237, 8 }, FZ_UNIT_ARABIC },
  { "盎司 安士", FZ_FIGURE_MASS, "千克", { 28349523, 9 }, 0 },
  { "台斤 臺斤", FZ_FIGURE_MASS, "千克", { 6, 1 }, 0 },
  { "克 公克", FZ_FIGURE_MASS, "千克", { 1, 3 }, 0 },
  { "毫克 mg", FZ_FIGURE_MASS, "千克", { 1, 6 }, 0 },
  { "微克", FZ_FIGURE_MASS, "千克", { 1, 9 }, 0 },

  /* Volume. */
  { "立方米 立方公尺 立方 m³ m3 标准立方米 標準立方米 标方 土方", FZ_FIGURE_VOLUME, "立方米", { 1, 0 }, 0 },
  { "升 公升 L", FZ_FIGURE_VOLUME, "立方米", { 1, 3 }, FZ_UNIT_ARABIC },
  { "毫升 ml mL", FZ_FIGURE_VOLUME, "立方米", { 1, 6 }, 0 },
  { "加仑 加侖", FZ_FIGURE_VOLUME, "立方米", { 378541178, 11 }, 0 },
  { "标准箱 標準箱 标箱 標箱 TEU 自然箱 重箱", FZ_FIGURE_COUNT, NULL, { 1, 0 }, 0 },

  /* Energy and power. */
  { "千瓦时 千瓦时电 度电 kWh", FZ_FIGURE_ENERGY, "千瓦时", { 1, 0 }, 0 },
  { "兆瓦时 MWh", FZ_FIGURE_ENERGY, "千瓦时", { 1000, 0 }, 0 },
  { "千卡 大卡", FZ_FIGURE_ENERGY, "千瓦时", { 1163, 6 }, 0 },
  { "兆焦", FZ_FIGURE_ENERGY, "千瓦时", { 277778, 6 }, 0 },
  { "千瓦 千伏安 kW KW kVA", FZ_FIGURE_OTHER, "千瓦", { 1, 0 }, 0 },
  { "兆瓦 MW", FZ_FIGURE_OTHER, "千瓦", { 1000, 0 }, 0 },
  { "吉瓦 GW", FZ_FIGURE_OTHER, "千瓦", { 1000000, 0 }, 0 },

  /* Temperature, strength and the like. */
  { "摄氏度 攝氏度 ℃ °C", FZ_FIGURE_OTHER, "℃", { 1, 0 }, 0 },
  { "华氏度 華氏度 ℉ °F", FZ_FIGURE_OTHER, "华氏度", { 1, 0 }, 0 },
  { "度", FZ_FIGURE_OTHER, NULL, { 1, 0 }, FZ_UNIT_ARABIC },
  { "级 級", FZ_FIGURE_OTHER, NULL, { 1, 0 }, FZ_UNIT_ARABIC | FZ_UNIT_MANY },
  { "字节 字節 比特 千字节 千字節 兆字节 兆字節 吉字节 千比特", FZ_FIGURE_OTHER, NULL, { 1, 0 }, 0 },
  { "分贝 分貝 千伏 伏 赫兹 赫茲 千赫 兆赫 百帕 千帕 兆帕 像素 ppm PPM 马力 馬力 匹马力 兆比特 流明 勒克斯 转 毫安时 安培 毫米汞柱 GB MB TB KB PB 兆 Mbps Gbps 兆赫兹 千赫兹 吉赫", FZ_FIGURE_OTHER, NULL, { 1, 0 }, FZ_UNIT_ARABIC },

  /* Speed. */
  { "公里/小时 公里每小时 千米/小时 千米每小时 km/h 公里/时 公里/小時", FZ_FIGURE_SPEED, "公里/小时", { 1, 0 }, 0 },
  { "米/秒 米每秒 公尺/秒 m/s", FZ_FIGURE_SPEED, "米/秒", { 1, 0 }, 0 },

  /* Time that something takes: each in its own unit. */
  { "年", FZ_FIGURE_DURATION, NULL, { 1, 0 }, FZ_UNIT_YEAR },
  { "个月 個月 天 周 星期 个星期 個星期 小时 小時 个小时 個小時 分钟 分鐘 秒钟 秒鐘 周年 週年 工作日 个工作日 個工作日 "
    "个自然日 个昼夜 个季度 個季度 个世纪 個世紀 个半月 个半小时 週 整年 个年头 學年 学年",
    FZ_FIGURE_DURATION, NULL, { 1, 0 }, 0 },
  { "刻钟 刻鐘", FZ_FIGURE_DURATION, "分钟", { 15, 0 }, 0 },
  { "秒 毫秒", FZ_FIGURE_DURATION, NULL, { 1, 0 }, FZ_UNIT_ARABIC },
  { "岁 歲 周岁 周歲", FZ_FIGURE_DURATION, "岁", { 1, 0 }, FZ_UNIT_AGE },

  /* Counts that follow Chinese numerals as well. */
  { "个 個 名 位 人 家 户 戶 项 項 条 條 件 座 场 場 次 批 支 台 臺 辆 輛 艘 架 列 幢 栋 棟 间 間 套 所 处 處 片 块 "
    "棵 株 颗 顆 粒 头 頭 只 隻 匹 尾 羽 口 张 張 幅 份 封 本 册 冊 部 篇 首 则 則 种 種 类 類 笔 筆 宗 起 例 "
    "对 對 双 雙 副 组 組 队 隊 排 轮 輪 趟 回合 顿 餐 桌 席 杯 瓶 箱 袋 包 桶 罐 盒 捆 把 根 枚 面 扇 盏 盞 "
    "台套 台（套） 台(套) 件（套） 件(套) 辆（台） 处（个） 个（项） 项（个） 顶 頂 门 門 节 節 课 課 站 道 级台阶 层 層 段 步 圈 格 眼 孔 盆 束 朵 枝 串 卷 捧 摊 攤 床 款 样 樣 番 遍 "
    "堂 幕 出戏 剂 劑 针 帖 声 发 梯 吊 轴 宿 仓 代人 集 环 環 拨 茬 季稻 碗 盘 盤 斗 筐 篮 窝 船 刀 垄 畦",
    FZ_FIGURE_COUNT, NULL, { 1, 0 }, 0 },
  { "家次 人次 批次 件次 户次 戶次 场次 場次 班次 架次 车次 車次 艘次 辆次 輛次 台次 臺次 项次 項次 例次 节次 趟次 "
    "站次 頭次 头次 点次 處次 处次 个次 組次 组次 人份 人天 课时 課時 学时 學時 工时 工時 机时 卡次 频次 席位 床位 张床位 "
    "個席次 棒 重量箱 个工日 工日 人工日 人日 车公里 人公里 吨公里 例次 标准班 亩茬 航次 航班次 骑次 户头 人份 支箭 罐次 票次 宗次 列次 期次 队次 封次 家店 户企业 梯次 梯队 剂次 劑次 人頭 人头",
    FZ_FIGURE_COUNT, NULL, { 1, 0 }, 0 },
  { "大 大类 大類 大项 大系列 大板块 小类 小類 中类", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_ARABIC | FZ_UNIT_BIG },

  /* Things that Arabic figures count without a classifier. */
  { "期 单 單 分 班 词 詞 伙", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_ARABIC },
  { "字 页 頁", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_ARABIC | FZ_UNIT_MANY },
  { "国 國 省 市 县 縣 区 區 镇 鎮 乡 鄉 村 街道 社区 里 校 企 院 馆 館 国家 國家 省份 省区市 省區市 省区 省區 乡镇 县市 縣市 省市 部门 部門 单位 單位 "
    "车 車 人口 网格 学分 學分 车道 車道 线道 線道 车位 車位 户家庭 票 金 银 铜 球 胜 勝 负 "
    "航线 航班 楼栋 格口 机位 泊位 车皮 股 手 点位 口井 案 師生 师生 桩 指标 "
    "井 蔸 丛 穴 箱次 行 幅次 步道 隊伍 支隊 件套 屆會員",
    FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_ARABIC | FZ_UNIT_NOUN },
};

/* Words that begin like a unit and are none behind a number. */
static const char *const ordinary_words =
  "个人所得税 个人信息 个人消费 個人資料 個人所得稅 元旦 元宵 元件 元首 元年 元月 元帅 元素周期 "
  "毛巾 毛衣 毛竹 毛利 毛利率 毛笔 毛毯 毛绒 毛坯 毛豆 毛猪 毛茶 毛线 毛重 毛孔 毛主席 "
  "期工程 期项目 期建设 期主体 期间 期末 期满 期货 期刊 期限 期望 期待 单价 单个 单一 单独 单项 单车 单元 单體 单体 单次 单日 单月 單元 單日 單一 刀具 刀片 盘子 斗志 斗争 船厂 窝点 "
  "篮板 籃板 篮球 籃球 伙伴 伙食 伙同 伙计 "
  "担任 担心 担保 担当 担负 担架 担忧 擔任 擔心 擔保 擔當 "
  "分别 分別 分公司 分局 分会 分會 分院 分校 分之 分类 分類 分为 分為 分成 分布 分佈 分享 分析 分数 分批 分期 分级 分区 分區 分行 分店 "
  "分管 分工 分组 分組 分段 分层 分支 分配 分头 分明 分散 分流 "
  "家庭 家长 家長 家乡 家鄉 家园 家園 家居 家具 家电 家電 家禽 家属 家屬 家风 家人 家中 家里 家訪 家访 "
  "个体 個體 个性 個性 个案 名单 名單 名录 名錄 名牌 名列 名义 名为 名為 名城 位于 位於 位列 位居 位置 位数 位數 "
  "人民 人民群众 人均 人才 人工 人大 人力 人文 人社 人物 人员 人員 人生 人家 人类 人類 人为 人為 人气 人民大会堂 "
  "户口 户均 户外 戶外 户籍 戶籍 户型 项目 項目 条例 條例 条件 條件 条款 條款 件件 座谈 座談 场地 場地 场馆 場館 场所 場所 场景 場景 场域 "
  "次日 次年 次数 次數 次要 次产业 次生 次级 批准 批复 批发 批示 批评 支持 支付 支部 支撑 支撐 支援 支出 支行 支队 支流 支书 支柱 支线 "
  "台湾 台灣 臺灣 台风 颱風 台胞 台商 台企 台阶 台州 台账 台北 臺北 台南 臺南 台中 臺中 台资 台上 台下 台青 "
  "列入 列车 列車 列为 列為 列席 列举 间接 間接 间隔 套路 套餐 所有 所在 所属 所屬 所长 所長 所以 所谓 所需 所得 所述 "
  "处理 處理 处于 處於 处置 處置 处长 處長 处罚 处分 处在 处级 片区 片區 片段 头条 頭條 头部 只有 只要 只能 只是 只需 只为 "
  "口岸 口号 口號 口径 口碑 口腔 口味 口感 口罩 张贴 张开 份额 份額 本科 本地 本市 本报 本报讯 本次 本土 本届 本月 本书 本周 本年 本级 本省 本县 本區 本区 "
  "部长 部長 部队 部隊 部分 部署 部委 部级 首届 首屆 首次 首批 首先 首都 首府 首个 首家 首创 则是 种植 種植 种子 種子 种养 种业 种粮 种树 种田 种菜 种地 "
  "类型 類型 类似 類似 笔记 笔者 起来 起來 起步 起点 起點 起到 起飞 起草 起源 起降 起伏 起于 起至 例如 例外 例行 例会 "
  "对于 對於 对外 對外 对接 對接 对口 对方 对应 对比 对话 对手 对象 對象 对策 对岸 对标 对照 对待 双方 雙方 双向 双减 双碳 双创 双拥 双语 "
  "副省 副省长 副市长 副市長 副主任 副主席 副书记 副总 副局长 副局長 副县长 副区长 副教授 副会长 副院长 副校长 副厅 副部 "
  "组织 組織 组成 組成 组合 組合 组长 組長 组建 组委 组团 组别 队员 隊員 队伍 队长 排名 排放 排查 排水 排行 排队 排列 排除 排序 轮胎 轮流 轮训 轮换 轮岗 "
  "顿时 桌面 席卷 包括 包含 包装 包裝 包裹 包抓 包保 包联 包村 袋装 瓶装 盒装 箱式 把握 把关 把手 把脉 把好 根据 根據 根本 根治 面积 面積 面对 面對 面向 面临 面臨 面料 面试 面貌 面前 面条 "
  "顶级 顶尖 顶层 门店 门票 門票 门口 門口 门槛 门诊 門診 门窗 门户 节约 节能 節能 节目 節目 节水 节日 節日 节省 节点 节庆 課程 课程 课题 课堂 站点 站台 站位 站式 站在 站长 "
  "道路 道德 道理 道路交通 道口 层级 层面 层次 层出 段落 步骤 步骤 步行 步入 步伐 圈层 格局 格式 发展 發展 发布 發布 发现 發現 发生 發生 发放 发送 发出 发明 发挥 发病 发电 发言 发起 "
  "束缚 卷入 床铺 款项 款待 样本 樣本 样式 番茄 堂课 声明 集中 集体 集團 集团 集合 集聚 集结 集成 集镇 集装箱 集市 环境 環境 环保 環保 环节 環節 环卫 环比 环评 "
  "平安 平均 平台 平臺 平时 平方 平原 平整 平稳 平等 平凡 平衡 "
  "成为 成為 成立 成功 成员 成員 成果 成效 成本 成绩 成績 成长 成長 成都 成年 成人 成品 成交 成熟 成就 成渝 成形 成型 成林 成活 成份 成分 成份 成器 成材 "
  "倍增 倍感 亩均 亩产 米粉 米饭 米线 米其林 克服 克拉 克隆 克难 斤斤 斤两 升级 升級 升至 升到 升高 升幅 升学 升學 升温 升值 方面 方式 方案 方向 方便 方法 方针 方言 方位 方可 方舱 方阵 方能 "
  "度假 度过 年级 年級 年代 年度 年初 年底 年末 年中 年年 年间 年轻 年龄 年味 年货 年夜 年报 年会 年均 年产 年检 年终 年春 年夏 年秋 年冬 年青 年货节 天气 天氣 天然 天空 天候 天下 天地 天津 天线 天窗 天窓 周边 週邊 周围 周期 周末 週末 "
  "级别 级以 级数 级配 国际 國際 国有 国企 国道 國道 国内 國內 国债 国庆 国旗 国外 国产 國小 國中 国资 国网 国税 省级 省長 省长 省道 省委 省内 省市场 市民 市场 市場 市级 市區 市区 市委 市政 市长 市長 市域 市值 市集 市直 "
  "县级 县城 县域 县委 县长 县道 县区 县直 区域 區域 区委 区块 区级 区间 區間 区长 區長 区位 区政府 镇街 镇级 镇长 镇政府 乡村 鄉村 乡亲 乡贤 乡道 乡级 乡愁 村民 村庄 村級 村级 村集体 村官 村长 村干部 村道 村社 村落 村里 "
  "里程 里面 校园 校園 校长 校長 校区 校區 校友 校外 校内 校车 校企 校方 企业 企業 院校 院士 院长 院長 院落 院线 院内 馆长 馆藏 人份数 "
  "字样 字号 字形 词条 词语 班子 班车 班级 班級 班组 班会 班主任 床上 席卷 金额 金額 金融 金牌 金华 金属 金色 金秋 金奖 银行 銀行 银牌 银川 铜牌 球员 球迷 胜利 負責 负责 手机 手機 手工 手段 手续 手術 手术 手法 手指 手游 點心 點亮 點選 "
  "案例 案件 案件数 员工 員工 比例 比率 比赛 比賽 比重 比较 比較 比分 比如 車輛 车辆 车间 车站 車站 车主 车型 车次表 车企 船舶 船员 船只 股份 股东 股权 股市 页面 頁面 行业 行業 行动 行動 行政 行人 行程 行为 行走 行使 折扣 折合 折叠 盘活 盘点 "
  "大学 大學 大队 大道 大会 大會 大赛 大賽 大厦 大桥 大街 大楼 大幅 大力 大量 大约 大型 大户 大人 大调 大报告 大精神 大以来 大召开 大代表 大胜利 大关 "
  "分机 分機 国史 國史 国防 國防 行列 學年度 学年度 本案 伏羲 伏虎 伏击 手球 股民 里氏 里長 里长 里民 里辦公處 里辦公室 里鄰 组别 類別 类别 件數 件数 戶數 户数 "
  "分队 分隊 人制 人间 人間 人组 人組 支队长 仙女 仙境 仙居 仙草 仙山 转移 转型 转让 转变 转化 转为 转向 转入 棒球 兆头 班主任 班列 分流 分值 分数线 分子 分母 克朗 大门 大桥 大件 大专 大气 大局 大事 "
  "度電 秒杀 秒批 秒速 秒级 升旗 方米";

/* Here a unit of one character stands before a word, though the two begin like
 * an ordinary one: 32支队伍 are 32 teams and no 支队. */
static const char split_words[] = "支队伍 支隊伍 支队参 名单亲 级别墅 条路 场地方 成人仍 成人都 成人在 成人有 成人会 成人會 成人没 成人不 成人选 成人選 成人认 成人認 成人表 成人工 成人力 成人口 成人员 成人員";
#define SPLIT 3
/* What the lexicon says of them, and of the ordinary ones. */
#define SPLIT_ROW    (G_MAXUINT - 1)
#define ORDINARY_ROW G_MAXUINT

static FzWords *
build_lexicon (void)
{
  FzWords *words = fz_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    fz_words_add (words, table[i].words, i + 1);
  fz_words_add (words, ordinary_words, ORDINARY_ROW);
  fz_words_add (words, split_words, SPLIT_ROW);
  return words;
}

/**
 * fz_unit_table:
 * @n_rows: (out): how many rows it has
 *
 * Returns: (transfer none): the table of units
 */
const FzUnit *
fz_unit_table (gsize *n_rows)
{
  *n_rows = G_N_ELEMENTS (table);
  return table;
}

/**
 * fz_unit_at:
 * @p: a place in a text, right behind a number
 * @end: the end of the text
 * @length: (out): bytes of the unit
 *
 * Finds the longest unit or classifier at @p.
 *
 * Returns: (transfer none) (nullable): its row
 */
const FzUnit *
fz_unit_at (const char *p, const char *end, gsize *length)
{
  static FzWords *cache;
  const FzWords *words = fz_words_once (&cache, build_lexicon);
  guint row = 0;

  *length = fz_words_at (words, p, end, &row);
  if (row == SPLIT_ROW)
    *length = fz_words_at (words, p, p + SPLIT, &row);
  if (*length == 0 || row > G_N_ELEMENTS (table))
    return NULL;
  return &table[row - 1];
}
