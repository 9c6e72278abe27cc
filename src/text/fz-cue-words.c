/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cue-words.h"

/* Simplified and traditional forms stand side by side: the press of Taiwan,
 * Hong Kong and Macau prints the second, scans mix both.  Of two words of which
 * one begins the other the longer comes first. */

static const char * const leads[] = {
  "本报讯", "本報訊", "本网讯", "本網訊", "本刊讯", "本台讯", "本台消息", "本报消息",
  "央视网消息", "央視網消息", "新华网消息", NULL,
};

static const char * const agencies[] = {
  "本报", "本報", "新华社", "新華社", "中新社", "中新网", "中央社", "据新华社", "據新華社",
  "人民网", "新华网", "央视网", "中国新闻网", NULL,
};

static const char * const wires[] = { "专电", "專電", "电", "電", "讯", "訊", NULL };

static const char * const reports[] = {
  "报道", "報導", "報道", "摄影报道", "攝影報導", "文/摄", "综合报道", "綜合報導", NULL,
};

static const char * const continued[] = { "上接", "紧接", "緊接", "接第", "接上版", "续第", NULL };

static const char * const turns[] = { "下转", "下轉", "转第", "轉第", "转至", "未完待续", "接下版", NULL };

static const char * const points[] = {
  "详见", "詳見", "全文见", "全文見", "全文详见", "报道见", "報導見", "更多报道", "更多報導", "相关报道见", "相關報導見", "内容详见", NULL,
};

static const char * const credit_ends[] = {
  "摄影报道", "攝影報導", "摄影", "攝影", "文/摄", "文并摄", "摄", "攝", "供图", "供圖", "制图", "製圖", "漫画", NULL,
};

static const char * const credit_starts[] = {
  "摄影：", "摄影:", "攝影：", "摄影/", "摄影 ", "图/", "图：", "圖／", "图片来源", "圖片來源", "图片由", "圖片由", "图片：", "图片:",
  "本版图片", "本版圖片", "图片均由", "图源", "供图：", "制图：", "资料图", "資料圖", "資料照", NULL,
};

static const char * const supplied[] = { "提供", "供图", "供圖", NULL };

static const char * const pictures[] = {
  "图为", "圖為", "图①", "图②", "图一", "图二", "左图", "右图", "上图", "下图", "左圖", "右圖", "上圖", "下圖",
  "△", "▲图", "▲上图", "▼", NULL,
};

static const char * const picture_ends[] = {
  "鸟瞰图", "效果图", "示意图", "资料图", "全景图", "俯瞰图", "规划图", "实景图", "航拍图", "全景", "全貌", "一角", "新貌",
  "村貌", "美景", "剪影", "现场图", "外景", "鳥瞰圖", "示意圖", "資料照片", "资料照片", "现场", "场景", "夜景", NULL,
};

static const char * const doings[] = {
  "正在", "在为", "正忙", "忙着", "体验", "展示", "参观", "合影", "采摘", "開幕", "赶制", "喜获丰收",
  "在采", "在晾晒", "在翻晒", "在分拣", "在包装", "在装配", "在加工", "在制作", "在管护", "在插秧", "在收割", "在搬运", "在挑选",
  "在整理", "在检查", "在检修", "在维修", "在巡", "在施工", "在除草", "在打磨", "在操作", "在调试", "在直播", "在练习", "在表演",
  "在排练", "在选购", "在品尝", "在游玩", "在观看", "在上课", "在学习", "在查看", "在捕捞", "在打包", "在喂", "在绣", "在编织", NULL,
};

static const char * const imprints[] = {
  "责任编辑", "責任編輯", "责编", "責編", "统筹：", "统筹:", "策划：", "策划:", "编辑：", "编辑:", "编辑 ", "編輯：", "本版编辑", "本版责编", "版式", "美编", "美術編輯",
  "校对", "校對", "审核：", "监制", "值班编委", "值班总编", "组版", "电话：", "电话:", "電話：", "連絡電話", "聯絡電話", "联系电话",
  "聯絡人", "联系人", "新闻热线", "新聞聯絡", "广告热线", "订阅热线", "投稿", "邮箱", "E-mail", "电子信箱", "本报地址", "社址", "地址：", "地址:",
  "发稿单位", "發稿單位", "发稿时间", "發稿時間", "發布單位", "發布日期", "国内统一", "國內統一", "邮发代号", "零售", "印刷：", "网址",
  "http://", "https://", "www.", "扫一扫", "扫描二维码", "掃描", "微信公众号", "版权声明", "上一篇", "下一篇", "上一版", "下一版", "标题导航", "版面导航", "往期回顾", "返回目录", "相關附件", "相關連結", "附件：", "來源：", "来源：",
  "来源:", "转载自", "点击数", "浏览次数", "瀏覽人次", NULL,
};

static const char * const contacts[] = {
  "电话", "電話", "分机", "分機", "传真", "傳真", "手机", "手機", "热线", "熱線", "邮编", "承辦", "承 辦", "聯絡", "联系", "来源", "來源", NULL,
};

static const char * const page_notes[] = {
  "样张", "樣張", "本版", "虚构", "虛構", "扫描", "掃描", "未完", "完", "转载", "轉載", "原载", "原載", "来源", "來源", "编者", "編者",
  "注：", "註：", "据新华社", "据《", "综合", "本报综合", "作者单位", "作者系", "作者为", "作者是", "本文作者", "文字识别", "本文", "图略", "以下广告", NULL,
};

static const char * const newspaper_ends[] = {
  "日报", "晚报", "晨报", "时报", "商报", "都市报", "快报", "新报", "周报", "导报", "早报", "青年报", "农民报", "工人报", "经济报",
  "法治报", "周刊", "导刊", "新闻报", "源报", "日報", "晚報", "時報", "報紙", NULL,
};

static const char * const paper_ends[] = { "报", "報", "刊", NULL };

static const char * const page_staff[] = {
  "责任编辑", "責任編輯", "执行编辑", "本版编辑", "值班编辑", "版面编辑", "本版责编", "责编", "責編", "编辑", "編輯", "主编", "主編", "视觉编辑", "视觉",
  "視覺", "版式设计", "版式", "美术编辑", "美編", "美编", "组版", "組版", "排版", "制版", "拼版", "版面设计", "版面", "校对", "校對", "检校", "审校", "审读", "审核", "設計",
  "设计", "制图", "製圖", "统筹", "統籌", "策划", "总值班", "值班主任", "值班编委", "值班总编", "执行主编", "电子信箱", "電子信箱", "电子邮箱", "电邮", "投稿邮箱", "邮箱",
  "信箱", "E-mail", "Email", "新闻热线", "热线电话", "热线", "熱線", "电话", "電話", "传真", "傳真", "邮编", "国内统一刊号", "国内统一连续出版物号", "邮发代号", NULL,
};

static const char * const digests[] = { "导读", "導讀", "今日导读", "本期导读", "今日看点", "内容提要", "要闻导读", NULL };

static const char * const columns[] = {
  "图片新闻", "圖片新聞", "新闻图片", "简讯", "簡訊", "短讯", "快讯", "简报", "一句话新闻", "要闻速览", "联播快讯", "图说新闻", "速递", "速览",
  "公告", "通告", "启事", "声明", "来信", "短评", "时评", "快评", "微评", NULL,
};

static const char * const name_ends[] = {
  "省", "市", "区", "县", "镇", "乡", "村", "街道", "社区", "局", "委", "厅", "院", "馆", "公司", "集团", "学校", "中心", "队", "部", "供稿", "办公室", "委员会", "政府", "开发区",
  "區", "縣", "鎮", "鄉", NULL,
};

static const char * const offices[] = {
  "融媒体", "融媒體", "融媒", "共享联盟", "传媒", "记者站", "报社", "电视台", "广播电视", NULL,
};

static const char * const list_marks[] = {
  "●", "■", "◆", "▲", "★", "◎", "□", "○", "▶", "►", "◇", "△", "☆", "※", "•", "【", NULL,
};

static const char * const affiliations[] = {
  "作者单位", "作者單位", "作者系", "作者为", "作者是", "本文作者", NULL,
};

static const char * const editor_notes[] = { "编者按", "編者按", "编者的话", "編者的話", "开栏的话", "开栏语", NULL };

static const char * const turns_of_talk[] = {
  "问：", "问:", "問：", "答：", "答:", "记者：", "记者:", "記者：", "主持人：", "主持人:", NULL,
};

static const char * const salutations[] = {
  "同志：", "同志:", "同志们：", "同志们:", "统筹：", "统筹:", "策划：", "策划:", "编辑：", "编辑:", "先生：", "女士：", "朋友：", "朋友们：", "读者：", "市民：", "居民：", NULL,
};

static const char * const closings[] = { "特此", "此致", "敬礼", "敬禮", NULL };

static const char * const recents[] = {
  "近日", "日前", "昨日", "昨天", "连日来", "連日來", "眼下", "图为", "圖為", NULL,
};

const char * const * const fz_cue_words[FZ_N_CUE_SETS] = {
  [FZ_CUE_LEAD] = leads,
  [FZ_CUE_AGENCY] = agencies,
  [FZ_CUE_WIRE] = wires,
  [FZ_CUE_REPORTS] = reports,
  [FZ_CUE_CONTINUED] = continued,
  [FZ_CUE_TURNS] = turns,
  [FZ_CUE_POINTS] = points,
  [FZ_CUE_CREDIT_END] = credit_ends,
  [FZ_CUE_CREDIT_START] = credit_starts,
  [FZ_CUE_SUPPLIED] = supplied,
  [FZ_CUE_PICTURE] = pictures,
  [FZ_CUE_PICTURE_END] = picture_ends,
  [FZ_CUE_DOING] = doings,
  [FZ_CUE_IMPRINT] = imprints,
  [FZ_CUE_CONTACT] = contacts,
  [FZ_CUE_PAGE_NOTE] = page_notes,
  [FZ_CUE_NEWSPAPER_END] = newspaper_ends,
  [FZ_CUE_PAPER_END] = paper_ends,
  [FZ_CUE_PAGE_STAFF] = page_staff,
  [FZ_CUE_DIGEST] = digests,
  [FZ_CUE_COLUMN] = columns,
  [FZ_CUE_NAME_END] = name_ends,
  [FZ_CUE_OFFICE] = offices,
  [FZ_CUE_LIST_MARK] = list_marks,
  [FZ_CUE_AFFILIATION] = affiliations,
  [FZ_CUE_EDITOR_NOTE] = editor_notes,
  [FZ_CUE_TALK] = turns_of_talk,
  [FZ_CUE_SALUTATION] = salutations,
  [FZ_CUE_CLOSING] = closings,
  [FZ_CUE_RECENT] = recents,
};

/* What stands before a name and the role that it gives. */
const FzAuthorWord fz_cue_author_words[] = {
  { "见习记者", "见习记者" }, { "見習記者", "见习记者" }, { "实习记者", "见习记者" }, { "實習記者", "见习记者" },
  { "本报见习记者", "见习记者" }, { "本报实习生", "见习记者" }, { "实习生", "见习记者" }, { "實習生", "见习记者" },
  { "摄影记者", "摄影" }, { "攝影記者", "摄影" },
  { "本报全媒体记者", "记者" }, { "本报融媒体记者", "记者" }, { "全媒体记者", "记者" }, { "融媒体记者", "记者" },
  { "全媒記者", "记者" }, { "融媒记者", "记者" }, { "首席记者", "记者" }, { "特派记者", "记者" }, { "特约记者", "记者" },
  { "特約記者", "记者" }, { "驻站记者", "记者" }, { "本报记者", "记者" }, { "本報記者", "记者" }, { "本台记者", "记者" },
  { "本网记者", "记者" }, { "中央社記者", "记者" }, { "新华社记者", "记者" }, { "记者", "记者" }, { "記者", "记者" },
  { "特约通讯员", "通讯员" }, { "特約通訊員", "通讯员" }, { "本报通讯员", "通讯员" }, { "通讯员", "通讯员" },
  { "通訊員", "通讯员" }, { "通联", "通讯员" },
  { "摄影：", "摄影" }, { "摄影:", "摄影" }, { "摄影", "摄影" }, { "攝影", "摄影" }, { "拍友", "摄影" },
  { "供图", "供图" }, { "供圖", "供图" },
  { "作者", "作者" }, { "读者", "作者" }, { "发稿人", "作者" }, { "發稿人", "作者" }, { "撰稿", "作者" }, { "执笔", "作者" },
  { "撰文", "作者" }, { "图文", "作者" }, { "文图", "作者" },
};

const guint fz_cue_n_author_words = G_N_ELEMENTS (fz_cue_author_words);

/* Surnames that stand in the census lists, both scripts.  A bare name is
 * believed only where it begins with one of them. */
const char fz_cue_surnames[] =
  "傅阎仉佴逄茆苻揭占冒揣粘忻昝王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
  "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
  "欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古"
  "吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑"
  "迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计"
  "索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居"
  "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈韋鄒龍賀顧龔錢嚴湯溫齊喬龐顏莊聶魯嶽歐關蘭寧紀畢單塗駱藍遊華饒陽時農簡車項連"
  "蘆麥婁竇黨宮費衛應閔鄔邊師喬榮叢鞏遲鄺談樂儲勞諶樓盤滿聞厲區闞權強帥蓋練豐國計門雲來閻";

const char fz_cue_compound_surnames[] =
  "欧阳 上官 司马 诸葛 皇甫 司徒 东方 令狐 尉迟 慕容 宇文 长孙 端木 公孙 轩辕 夏侯 钟离 闻人 澹台 歐陽 司馬 諸葛 東方 張簡 范姜";
