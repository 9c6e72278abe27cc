/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

#include "fz-decode.h"
#include "fz-utf8.h"

/* In which encoding bytes are, and what of them is no text. */

/* What is tried: iconv's name, ours, and whether it has all characters of both
 * scripts. */
typedef struct {
  const char *iconv, *name;
  gboolean    simplified, traditional;
} Encoding;

static const Encoding encodings[] = {
  { "UTF-8", "UTF-8", TRUE, TRUE },       { "GB18030", "gb18030", TRUE, TRUE },   { "GBK", "gb18030", TRUE, TRUE },
  { "BIG5", "Big5", FALSE, TRUE },        { "UTF-16LE", "UTF-16LE", TRUE, TRUE }, { "UTF-16BE", "UTF-16BE", TRUE, TRUE },
  { "UTF-32LE", "UTF-32LE", TRUE, TRUE }, { "UTF-32BE", "UTF-32BE", TRUE, TRUE },
};

static GBytes *
encode (const char *text,
        const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);

  return g_bytes_new_take (encoded, length);
}

static void
decode (FzDecoded  *decoded,
        const void *data,
        gsize       size,
        const char *named)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  fz_decode (bytes, named, decoded, &error);
  g_assert_no_error (error);
}

static void
assert_reads (const char *text,
              const char *iconv,
              const char *name)
{
  g_autoptr (GBytes) bytes = encode (text, iconv);
  g_auto (FzDecoded) decoded = { 0 };

  g_test_message ("%s as %s", text, iconv);
  decode (&decoded, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_assert_cmpstr (decoded.encoding, ==, name);
  g_assert_cmpstr (decoded.text->str, ==, text);
  g_assert_cmpuint (decoded.replaced, ==, 0);
}

/* From a headline of four characters to a paragraph. */
static const char * const simplified[] = {
  "春耕正忙", "渭源县：党参丰收", "柑橘红了，果农笑了", "图为村民在晾晒辣椒。（龚翠英 摄）",
  "本报讯（记者 邬小满）截至8月底，衢江区高家镇的3座冷库全部完工，可存放鲜果1.2万吨。",
  "“以前卖橘子要靠天吃饭，现在心里踏实多了。”合作社的负责人说，今年的收购价每斤比去年高出三毛钱，\n"
  "全镇四千多户人家因此多收入了两百万元。镇里还打算修一条通往果园的水泥路，让货车能开到地头。\n",
  "歙县、黟县、盱眙、亳州、濮阳、郓城、鄄城、牟定、莒南、郯城，十县（市）的农技员比武开赛。",
};

static const char * const traditional[] = {
  "春耕正忙", "鹿谷鄉：茶葉豐收", "柳丁紅了，果農笑了", "圖為村民在曬辣椒。（龔翠英攝）",
  "【本報訊】截至八月底，東勢區的三座冷藏庫全部完工，可存放鮮果一萬二千公噸，農會表示明年還要再蓋兩座。",
  "「以前賣柳丁要看天吃飯，現在心裡踏實多了。」產銷班班長說，今年的收購價每台斤比去年高出三元，\n"
  "全鄉四百多戶人家因此多了兩千萬元收入。鄉公所還打算鋪一條通往果園的路，讓貨車能開到田邊。\n",
  "鄉鎮市區的蘿蔔、菠菜、韭菜、茼蒿、莧菜、芥藍、芋頭、薑蒜、絲瓜、冬瓜都比上週便宜。",
};

static void
test_sentences (void)
{
  for (guint e = 0; e < G_N_ELEMENTS (encodings); e++)
    {
      for (guint i = 0; encodings[e].simplified && i < G_N_ELEMENTS (simplified); i++)
        assert_reads (simplified[i], encodings[e].iconv, encodings[e].name);
      for (guint i = 0; encodings[e].traditional && i < G_N_ELEMENTS (traditional); i++)
        assert_reads (traditional[i], encodings[e].iconv, encodings[e].name);
    }
}

/* What GB18030-2022 maps otherwise than 2005, in both forms, and what the basic
 * plane had no place for in 2000. */
static void
test_gb18030 (void)
{
  static const struct {
    const char *bytes, *character;
  } cases[] = {
    { "\xA6\xD9", "\uFE10" }, { "\xA6\xDA", "\uFE12" }, { "\xA6\xDB", "\uFE11" }, { "\xA6\xDC", "\uFE13" },
    { "\xA6\xDD", "\uFE14" }, { "\xA6\xDE", "\uFE15" }, { "\xA6\xDF", "\uFE16" }, { "\xA6\xEC", "\uFE17" },
    { "\xA6\xED", "\uFE18" }, { "\xA6\xF3", "\uFE19" }, { "\xFE\x59", "\u9FB4" }, { "\xFE\x61", "\u9FB5" },
    { "\xFE\x66", "\u9FB6" }, { "\xFE\x67", "\u9FB7" }, { "\xFE\x6D", "\u9FB8" }, { "\xFE\x7E", "\u9FB9" },
    { "\xFE\x90", "\u9FBA" }, { "\xFE\xA0", "\u9FBB" }, { "\x84\x31\x82\x36", "\uFE10" }, { "\x82\x35\x90\x37", "\u9FB4" },
    { "\xFE\x51", "\U00020087" }, { "\xFE\x52", "\U00020089" }, { "\xFE\x53", "\U000200CC" }, { "\xFE\x6C", "\U000215D7" },
    { "\xFE\x76", "\U0002298F" }, { "\xFE\x91", "\U000241FE" }, { "\x95\x32\x90\x31", "\U00020087" },
    { "\xA8\xBC", "\u1E3F" }, { "\xA2\xE3", "€" }, { "\x80", "€" }, { "\x81\x39\xEE\x39", "\u3400" },
  };
  static const char * const names[] = { "gb18030", "GBK", "GB2312" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      {
        g_auto (FzDecoded) decoded = { 0 };

        g_test_message ("%s %s", names[n], cases[i].character);
        decode (&decoded, cases[i].bytes, strlen (cases[i].bytes), names[n]);
        g_assert_cmpstr (decoded.text->str, ==, cases[i].character);
        g_assert_cmpuint (decoded.odd.counts[FZ_ODD_PRIVATE], ==, 0);
      }
}

/* A Big5 page with one character of Hong Kong or of ETEN is Big5-HKSCS; without
 * one it is Big5. */
static void
test_hong_kong (void)
{
  static const struct {
    const char *bytes, *character, *name;
  } cases[] = {
    { "", "", "Big5" },
    { "\xFA\x40", "\U00020547", "Big5-HKSCS" }, { "\x8B\xFA", "\U00020087", "Big5-HKSCS" },
    { "\x87\x40", "\u43F0", "Big5-HKSCS" },     { "\xC6\xA1", "①", "Big5-HKSCS" },
    { "\xC6\xE7", "ぁ", "Big5-HKSCS" },         { "\xF9\xD6", "碁", "Big5" },
    { "\x88\x62", "\u00CA\u0304", "Big5-HKSCS" },
  };
  g_autoptr (GBytes) page = encode (traditional[5], "BIG5");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) bytes = g_string_new_len (g_bytes_get_data (page, NULL), (gssize) g_bytes_get_size (page));
      g_autofree char *text = g_strconcat (traditional[5], cases[i].character, NULL);
      g_auto (FzDecoded) decoded = { 0 };

      g_string_append (bytes, cases[i].bytes);
      decode (&decoded, bytes->str, bytes->len, NULL);
      g_assert_cmpstr (decoded.encoding, ==, cases[i].name);
      g_assert_cmpstr (decoded.text->str, ==, text);
      g_assert_cmpuint (decoded.odd.counts[FZ_ODD_PRIVATE], ==, 0);
    }
}

/* A file that was cut in the middle of its last character: all of it reads, and
 * one character is broken. */
static void
test_truncated (void)
{
  static const char text[] = "【本報訊】今年三月，農會在東勢區開了一間新的加工廠。";

  for (guint e = 0; e < G_N_ELEMENTS (encodings); e++)
    {
      g_autoptr (GBytes) bytes = encode (text, encodings[e].iconv);
      g_autoptr (GString) expected = g_string_new_len (text, (gssize) (strlen (text) - strlen ("。")));
      g_auto (FzDecoded) decoded = { 0 };

      g_test_message ("%s", encodings[e].iconv);
      g_string_append (expected, "\uFFFD");
      decode (&decoded, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1, NULL);
      g_assert_cmpstr (decoded.encoding, ==, encodings[e].name);
      g_assert_cmpstr (decoded.text->str, ==, expected->str);
      g_assert_cmpuint (decoded.odd.counts[FZ_ODD_BROKEN], ==, 1);
      g_assert_cmpuint (decoded.odd.counts[FZ_ODD_REPLACEMENT], ==, 0);
      g_assert_cmpuint (decoded.replaced, ==, 1);
    }
}

static void
append_encoded (GString    *page,
                const char *text,
                const char *encoding)
{
  g_autoptr (GBytes) bytes = encode (text, encoding);

  g_string_append_len (page, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* Two files put one behind the other. */
static void
test_mixed (void)
{
  static const char * const others[] = { "GB18030", "BIG5" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GString) page = g_string_new (NULL);
      g_autofree char *text = g_strconcat (traditional[5], traditional[5], traditional[4], "\n", traditional[5], NULL);
      g_auto (FzDecoded) decoded = { 0 };

      append_encoded (page, traditional[5], "UTF-8");
      append_encoded (page, traditional[5], others[i]);
      append_encoded (page, traditional[4], others[i]);
      append_encoded (page, "\n", others[i]);
      append_encoded (page, traditional[5], "UTF-8");
      decode (&decoded, page->str, page->len, NULL);
      g_assert_cmpstr (decoded.encoding, ==, "UTF-8");
      g_assert_cmpstr (decoded.rival, ==, i == 0 ? "gb18030" : "Big5");
      g_assert_cmpstr (decoded.text->str, ==, text);
      g_assert_cmpuint (decoded.odd.counts[FZ_ODD_FOREIGN_LINE], ==, 3);
      g_assert_cmpuint (decoded.replaced, ==, 0);
    }
}

/* Bytes that more than one encoding reads: what a newspaper more likely prints is
 * guessed, and an encoding that the reader names is taken whatever it gives. */
static void
test_ambiguous (void)
{
  static const struct {
    const char *bytes, *named, *text;
  } cases[] = {
    { "\xD2\xBB\xD0\xA9", "gb18030", "一些" },   /* UTF-8: Cyrillic */
    { "\xD2\xBB\xD0\xA9", "UTF-8", "һЩ" },
    { "\xA4\xA4\xA4\xE5", "Big5", "中文" },      /* GB18030: kana */
    { "\xA4\xA4\xA4\xE5", "gb18030", "いゅ" },
    { "\xD6\xD0\xCE\xC4", "gb18030", "中文" },   /* Big5: 笢恅 */
    { "\xD6\xD0\xCE\xC4", "Big5", "笢恅" },
  };
  static const char * const guesses[] = { "gb18030", NULL, "Big5", NULL, "gb18030", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (FzDecoded) named = { 0 }, guessed = { 0 };

      decode (&named, cases[i].bytes, strlen (cases[i].bytes), cases[i].named);
      g_assert_cmpstr (named.text->str, ==, cases[i].text);
      g_assert_cmpuint (named.doubt, ==, 0);
      if (guesses[i] == NULL)
        continue;
      decode (&guessed, cases[i].bytes, strlen (cases[i].bytes), NULL);
      g_test_message ("%s: %s, doubt %u", cases[i].text, guessed.encoding, guessed.doubt);
      g_assert_cmpstr (guessed.encoding, ==, guesses[i]);
    }
}

/* Each kind of what is not printed. */
static void
test_oddities (void)
{
  static const struct {
    const char *bytes;
    gsize       length;
    const char *text;
    FzOdd       odd;
    guint       n;
  } cases[] = {
#define BYTES(string) string, sizeof string - 1
    { BYTES ("橘\xC3子"), "橘\uFFFD子", FZ_ODD_BROKEN, 1 },
    { BYTES ("橘\xE6\x9F子"), "橘\uFFFD子", FZ_ODD_BROKEN, 1 },
    { BYTES ("橘\xC0子"), "橘\uFFFD子", FZ_ODD_BROKEN, 1 },
    { BYTES ("橘\xEF\xBF\xBD子"), "橘\uFFFD子", FZ_ODD_REPLACEMENT, 1 },
    { BYTES ("橘\0子"), "橘\uFFFD子", FZ_ODD_NUL, 1 },
    { BYTES ("橘\xED\xA1\x80子"), "橘\uFFFD子", FZ_ODD_HALF, 1 },
    { BYTES ("橘\xED\xB5\x87子"), "橘\uFFFD子", FZ_ODD_HALF, 1 },
    { BYTES ("橘\xED\xA1\x81\xED\xB5\x87子"), "橘\U00020547子", FZ_ODD_PAIR, 1 },
    { BYTES ("橘\x01\x1B子\x7F"), "橘子", FZ_ODD_CONTROL, 3 },
    { BYTES ("橘\xC2\x80\xC2\x9F子"), "橘子", FZ_ODD_CONTROL, 2 },
    { BYTES ("橘\uFFFE\uFDD0子"), "橘子", FZ_ODD_CONTROL, 2 },
    { BYTES ("橘\xEE\x80\x80子\xEF\xA3\xBF"), "橘\uE000子\uF8FF", FZ_ODD_PRIVATE, 2 },
    { BYTES ("橘\U000F0000子"), "橘\U000F0000子", FZ_ODD_PRIVATE, 1 },
    { BYTES ("Hang\u00ADzhou"), "Hangzhou", FZ_ODD_SOFT_HYPHEN, 1 },
    { BYTES ("橘\u200B\u200D子\u2060\u202E"), "橘子", FZ_ODD_ZERO_WIDTH, 4 },
    { BYTES ("👩\u200D🌾橘"), "👩\u200D🌾橘", FZ_ODD_ZERO_WIDTH, 0 },
    { BYTES ("\uFEFF橘\uFEFF子\uFEFF"), "橘子", FZ_ODD_ORDER_MARK, 2 },
    { BYTES ("橘\r\n子\r\n\n"), "橘\r\n子\r\n\n", FZ_ODD_CRLF, 2 },
    { BYTES ("橘\r子\r"), "橘\r子\r", FZ_ODD_CR, 2 },
    { BYTES ("橘\xC2\x85子"), "橘\xC2\x85子", FZ_ODD_NEL, 1 },
    { BYTES ("橘\u2028子\u2029"), "橘\u2028子\u2029", FZ_ODD_SEPARATOR, 2 },
    { BYTES ("橘\f子\v"), "橘\f子\v", FZ_ODD_PAGE_BREAK, 2 },
    { BYTES ("橘\t子\u3000，“”…\u00A0é"), "橘\t子\u3000，“”…\u00A0é", FZ_N_ODD, 0 },
#undef BYTES
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (FzDecoded) decoded = { 0 };
      guint all = 0;

      g_test_message ("case %u: %s", i, cases[i].text);
      decode (&decoded, cases[i].bytes, cases[i].length, "UTF-8");
      g_assert_cmpstr (decoded.text->str, ==, cases[i].text);
      for (guint odd = 0; odd < FZ_N_ODD; odd++)
        all += decoded.odd.counts[odd];
      g_assert_cmpuint (all, ==, cases[i].n);
      if (cases[i].odd < FZ_N_ODD)
        g_assert_cmpuint (decoded.odd.counts[cases[i].odd], ==, cases[i].n);
    }
}

/* Halves of surrogates in UTF-16 itself. */
static void
test_halves (void)
{
  static const char bytes[] = "\x58\x6A\x40\xD8\x50\x5B\x41\xD8\x47\xDD";
  g_auto (FzDecoded) decoded = { 0 };

  decode (&decoded, bytes, sizeof bytes - 1, "UTF-16LE");
  g_assert_cmpstr (decoded.text->str, ==, "橘\uFFFD子\U00020547");
  g_assert_cmpuint (decoded.odd.counts[FZ_ODD_HALF], ==, 1);
  g_assert_cmpuint (decoded.replaced, ==, 1);
}

static void
test_told (void)
{
  FzOddities odd = { .counts = { [FZ_ODD_CONTROL] = 3, [FZ_ODD_SOFT_HYPHEN] = 1, [FZ_ODD_CRLF] = 40 } };
  g_autoptr (GPtrArray) some = fz_oddities_tell (&odd);
  g_autoptr (GPtrArray) all = fz_oddities_tell_all (&odd);

  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpstr (some->pdata[0], ==, "3 control characters left out");
  g_assert_cmpstr (some->pdata[1], ==, "1 soft hyphen left out");
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (all->pdata[2], ==, "40 line ends CR LF");
}

/* A mark that lies is not believed; one that says which UTF-16 is meant is. */
static void
test_marks (void)
{
  g_autoptr (GString) lying = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GString) marked = g_string_new ("\xFF\xFE");
  g_auto (FzDecoded) first = { 0 }, second = { 0 };

  append_encoded (lying, simplified[5], "GB18030");
  append_encoded (marked, simplified[0], "UTF-16LE");
  decode (&first, lying->str, lying->len, NULL);
  decode (&second, marked->str, marked->len, "UTF-16");
  g_assert_cmpstr (first.encoding, ==, "gb18030");
  g_assert_cmpstr (first.text->str, ==, simplified[5]);
  g_assert_cmpstr (second.text->str, ==, simplified[0]);
}

/* Words of the news, of which random text is made, and characters that only
 * names of places have. */
static const char * const simplified_words[] = {
  "记者", "昨日", "从", "市农业农村局", "获悉", "，", "今年以来", "全县", "新增", "就业", "岗位", "个", "。", "村民", "们", "通过", "合作社", "增收",
  "万元", "同比", "增长", "、", "项目", "总投资", "亿元", "已", "开工", "建设", "“", "”", "乡镇", "干部", "走访", "群众", "座谈会", "召开", "推进",
  "改造", "老旧小区", "医院", "学校", "的", "在", "了", "是", "和", "为", "将", "对", "公里", "道路", "桥梁", "水库", "种植", "蔬菜", "茶叶", "养殖",
  "基地", "示范", "旅游", "景区", "游客", "接待", "文化", "活动", "举行", "比赛", "老人", "孩子", "志愿者", "服务", "中心", "（", "）", "2023年", "3月",
};
static const char * const traditional_words[] = {
  "記者", "昨日", "從", "縣政府", "獲悉", "，", "今年以來", "全鄉", "新增", "就業", "機會", "個", "。", "鄉親", "們", "透過", "農會", "增加", "收入",
  "萬元", "比去年", "成長", "、", "計畫", "總經費", "億元", "已", "動工", "建設", "「", "」", "鄉鎮", "公所", "訪視", "民眾", "說明會", "召開", "推動",
  "改善", "老舊社區", "醫院", "學校", "的", "在", "了", "是", "和", "為", "將", "對", "公里", "道路", "橋樑", "水庫", "種植", "蔬菜", "茶葉", "養殖",
  "園區", "示範", "觀光", "風景區", "遊客", "接待", "文化", "活動", "舉行", "比賽", "長輩", "孩子", "志工", "服務", "中心", "（", "）", "112年", "3月",
};
static const char * const simplified_names[] = { "嵊", "衢", "歙", "盱眙", "亳", "濮", "郓", "鄄", "泗", "赣", "芮", "岷", "邛崃", "婺", "漯", "睢" };
static const char * const traditional_names[] = { "嵊", "衢", "歙", "鹿港", "亳", "濮", "鄆", "埤", "泗", "贛", "芮", "岷", "崁", "婺", "壢", "睢" };

static char *
make_news (GRand    *random,
           guint     chars,
           gboolean  old)
{
  const char * const *words = old ? traditional_words : simplified_words;
  const char * const *names = old ? traditional_names : simplified_names;
  gint32 n_words = old ? G_N_ELEMENTS (traditional_words) : G_N_ELEMENTS (simplified_words);
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < chars)
    g_string_append (text, g_rand_int_range (random, 0, 12) == 0 ? names[g_rand_int_range (random, 0, 16)]
                                                                 : words[g_rand_int_range (random, 0, n_words)]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct {
  guint all, right;
  guint owned; /* wrong, and said to be doubtful */
  guint shy;   /* right, and said to be doubtful */
} Rate;

static void
try_news (const char     *text,
          const Encoding *encoding,
          Rate           *rate)
{
  g_autoptr (GBytes) bytes = encode (text, encoding->iconv);
  g_auto (FzDecoded) decoded = { 0 };
  gboolean read = fz_decode (bytes, NULL, &decoded, NULL);
  gboolean right = read && strcmp (decoded.text->str, text) == 0;

  rate->all++;
  rate->right += right;
  rate->owned += !right && (!read || decoded.doubt >= 5);
  rate->shy += right && decoded.doubt >= 5;
}

/* Text of so many characters or some more, in each encoding that has it. */
static Rate
measure (guint chars)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (18030);
  Rate rate = { 0 };

  for (guint i = 0; i < 400; i++)
    for (guint e = 0; e < G_N_ELEMENTS (encodings); e++)
      {
        gboolean old = !encodings[e].simplified || i % 2 == 0;
        g_autofree char *text = make_news (random, chars, old);

        try_news (text, &encodings[e], &rate);
      }
  g_test_message ("%u characters: %u of %u read (%.2f %%), of the others %u said to be doubtful, and %u of these",
                  chars, rate.right, rate.all, 100.0 * rate.right / rate.all, rate.owned, rate.shy);

  return rate;
}

static void
test_random (void)
{
  static const struct {
    guint  chars;
    double floor;
  } lengths[] = { { 2, 0.95 }, { 4, 0.98 }, { 8, 0.995 }, { 16, 0.999 }, { 60, 1 }, { 400, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      Rate rate = measure (lengths[i].chars);

      g_assert_cmpfloat (rate.right, >=, lengths[i].floor * rate.all);
    }
}

/* Runs of Han characters, longer and shorter than what is looked at together, with a
 * few bytes of other kinds between them. */
static void
append_run (GRand *rand, GString *text)
{
  static const char * const others[] = { "a\n", "é", "༠", "한", "\xED\xA0\x80", "𠀀", "\xF0\x80\x80\x80", "\xC0\x80", "\xE4\xB8", "\xAD", "\xE0\x9F\xBF", "\xFF" };
  guint n = (guint) g_rand_int_range (rand, 0, 80);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x4E00, 0xA000));
  if (g_rand_boolean (rand))
    g_string_append (text, others[g_rand_int_range (rand, 0, G_N_ELEMENTS (others))]);
}

/* Whatever stands where, the answer is that of GLib. */
static void
test_validity (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20230131);
  guint valid = 0, tries = 4000;

  for (guint i = 0; i < tries; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean expected;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        append_run (rand, text);
      if (text->len > 0 && g_rand_int_range (rand, 0, 4) == 0)
        text->str[g_rand_int_range (rand, 0, (gint32) text->len)] = (char) g_rand_int_range (rand, 0, 256);
      expected = g_utf8_validate_len (text->str, text->len, NULL);
      valid += expected;
      g_assert_cmpint (fz_utf8_is_valid (text->str, text->len), ==, expected);
    }
  g_assert_cmpuint (valid, >, tries / 4);
  g_assert_cmpuint (valid, <, tries * 3 / 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/encodings/sentences", test_sentences);
  g_test_add_func ("/text/encodings/gb18030", test_gb18030);
  g_test_add_func ("/text/encodings/hong-kong", test_hong_kong);
  g_test_add_func ("/text/encodings/truncated", test_truncated);
  g_test_add_func ("/text/encodings/mixed", test_mixed);
  g_test_add_func ("/text/encodings/ambiguous", test_ambiguous);
  g_test_add_func ("/text/encodings/oddities", test_oddities);
  g_test_add_func ("/text/encodings/halves", test_halves);
  g_test_add_func ("/text/encodings/told", test_told);
  g_test_add_func ("/text/encodings/marks", test_marks);
  g_test_add_func ("/text/encodings/random", test_random);
  g_test_add_func ("/text/encodings/validity", test_validity);

  return g_test_run ();
}
