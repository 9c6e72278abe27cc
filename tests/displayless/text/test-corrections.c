/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* What the reader says of a page outweighs what the page says. */

static const char page_text[] =
  "嵊州建成梯田步道\n"                                 /* 1 */
  "\n"
  "本报讯 嵊州市新建梯田步道三公里，串起五个村庄，\n"  /* 3 */
  "沿线种下桂花。\n"                                   /* 4 */
  "\n"
  "村口书屋开门\n"                                     /* 6 */
  "\n"
  "本报讯 嵊州市黄泽镇的村口书屋昨日开门，藏书两千册。\n" /* 8 */
  "孩子们放学后来读书，老人们午后来看报。\n";          /* 9 */

static void
say (GPtrArray        *corrections,
     FzCorrectionKind  kind,
     guint             first,
     guint             last,
     const char       *value)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (corrections, fz_correction_new (kind, first, last, value));
  fz_correction_check (g_ptr_array_index (corrections, corrections->len - 1), &error);
  g_assert_no_error (error);
}

static FzPage *
read_corrected (const char      *text,
                const GPtrArray *corrections)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FzPage *page = fz_page_read_corrected (bytes, NULL, corrections, test_names_place, NULL, &error);

  g_assert_no_error (error);
  return page;
}

/* "1-4 6-9": the lines of each article. */
static void
assert_extents (const FzPage *page,
                const char   *expected)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < page->articles->len; i++)
    g_string_append_printf (all, "%s%u-%u", i > 0 ? " " : "", test_article (page, i)->first_line,
                            test_article (page, i)->last_line);
  g_assert_cmpstr (all->str, ==, expected);
}

static void
assert_line (const FzPage *page,
             guint         number,
             const char   *expected)
{
  g_autofree char *line = test_describe_line (page, number);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_nothing_said (void)
{
  g_autoptr (GPtrArray) none = fz_corrections_new ();
  g_autoptr (FzPage) page = read_corrected (page_text, none);
  g_autoptr (FzPage) same = read_corrected (page_text, NULL);

  assert_extents (page, "1-4 6-9");
  assert_extents (same, "1-4 6-9");
  assert_line (page, 3, "3:body:4");
  g_assert_cmpuint (page->given, ==, 0);
}

/* A start outweighs that a paragraph runs on over it. */
static void
test_start (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  say (corrections, FZ_CORRECTION_START, 4, 0, NULL);
  say (corrections, FZ_CORRECTION_START, 9, 0, NULL);
  page = read_corrected (page_text, corrections);
  assert_extents (page, "1-3 4-4 6-8 9-9");
  assert_line (page, 3, "3:body");
  g_assert_cmpstr (test_article (page, 2)->title, ==, "村口书屋开门");
  g_assert_null (test_article (page, 3)->title);
}

/* A heading at which the reader has an article begin is its headline. */
static void
test_start_at_heading (void)
{
  static const char text[] =
    "陇西今年修好三条渠\n\n"
    "本报讯 陇西县今年修好三条水渠，渠水到了田头。\n\n"
    "一、渠边的路灯\n\n"
    "渠边新装了路灯，夜里也有人散步。\n\n"
    "二、渠上的小桥\n\n"
    "渠上新架了小桥，孩子上学近了三里。\n";
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) before = read_corrected (text, NULL);
  g_autoptr (FzPage) page = NULL;

  assert_extents (before, "1-11");
  assert_line (before, 9, "9:heading");
  say (corrections, FZ_CORRECTION_START, 9, 0, NULL);
  page = read_corrected (text, corrections);
  assert_extents (page, "1-7 9-11");
  assert_line (page, 5, "5:heading");
  assert_line (page, 9, "9:title");
  g_assert_cmpstr (test_article (page, 1)->title, ==, "二、渠上的小桥");
}

/* Of lines that were one headline the lower is a headline of its own. */
static void
test_start_within_headline (void)
{
  static const char text[] =
    "陇西今年修好三条渠\n"
    "渭源茶农挑茶下山来\n\n"
    "本报讯 渭源县的茶农近日挑着新茶下山，集市上人来人往。\n";
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) before = read_corrected (text, NULL);
  g_autoptr (FzPage) page = NULL;

  assert_extents (before, "1-4");
  say (corrections, FZ_CORRECTION_START, 2, 0, NULL);
  page = read_corrected (text, corrections);
  assert_extents (page, "1-1 2-4");
  g_assert_cmpstr (test_article (page, 0)->title, ==, "陇西今年修好三条渠");
  g_assert_cmpstr (test_article (page, 1)->title, ==, "渭源茶农挑茶下山来");
}

/* What was a headline is a heading within the article that goes on. */
static void
test_join (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  say (corrections, FZ_CORRECTION_JOIN, 6, 0, NULL);
  page = read_corrected (page_text, corrections);
  assert_extents (page, "1-9");
  assert_line (page, 6, "6:heading");
  g_assert_cmpstr (test_article (page, 0)->title, ==, "嵊州建成梯田步道");
}

/* The whole article goes on, also where other lines of it look like a start. */
static void
test_join_headline (void)
{
  static const char text[] =
    "嵊州建成梯田步道\n\n"
    "本报讯 嵊州市新建梯田步道三公里，沿线种下桂花。\n\n\n"
    "山乡见闻\n"
    "村口书屋昨日开门迎客\n"
    "本报记者 于山\n\n"
    "本报讯 嵊州市黄泽镇的村口书屋昨日开门，藏书两千册。\n";
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) before = read_corrected (text, NULL);
  g_autoptr (FzPage) page = NULL;

  assert_extents (before, "1-3 6-10");
  say (corrections, FZ_CORRECTION_JOIN, 6, 0, NULL);
  page = read_corrected (text, corrections);
  assert_extents (page, "1-10");
  assert_line (page, 6, "6:heading");
  assert_line (page, 7, "7:heading");
}

/* Where none would begin a join says nothing, and the first article begins
 * whatever is said. */
static void
test_join_of_nothing (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  say (corrections, FZ_CORRECTION_JOIN, 9, 0, NULL);
  say (corrections, FZ_CORRECTION_JOIN, 1, 0, NULL);
  say (corrections, FZ_CORRECTION_JOIN, 4711, 0, NULL);
  say (corrections, FZ_CORRECTION_START, 4711, 0, NULL);
  page = read_corrected (page_text, corrections);
  assert_extents (page, "1-4 6-9");
}

/* Of a start and a join of one line the later holds; one without print means
 * the next that has. */
static void
test_later_holds (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) joined = NULL;
  g_autoptr (FzPage) parted = NULL;

  say (corrections, FZ_CORRECTION_START, 6, 0, NULL);
  say (corrections, FZ_CORRECTION_JOIN, 5, 0, NULL);
  joined = read_corrected (page_text, corrections);
  assert_extents (joined, "1-9");
  say (corrections, FZ_CORRECTION_START, 6, 0, NULL);
  parted = read_corrected (page_text, corrections);
  assert_extents (parted, "1-4 6-9");
}

static void
test_role (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  say (corrections, FZ_CORRECTION_ROLE, 8, 9, "caption");
  say (corrections, FZ_CORRECTION_ROLE, 9, 0, "credit");
  page = read_corrected (page_text, corrections);
  assert_extents (page, "1-4 6-9");
  assert_line (page, 6, "6:title");
  assert_line (page, 8, "8:caption");
  assert_line (page, 9, "9:credit");
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_PHOTO);
}

/* A short line that the reader calls body is joined as body is. */
static void
test_role_body (void)
{
  static const char text[] =
    "利川山货进城\n\n"
    "本报讯 利川市的山货今年进了城，\n"
    "山货节上\n"
    "卖出两千单，农户都说好。\n";
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  say (corrections, FZ_CORRECTION_ROLE, 4, 0, "body");
  page = read_corrected (text, corrections);
  assert_line (page, 3, "3:body:4");
  assert_line (page, 4, "4:body:5");
}

static void
test_head (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;
  g_autofree char *authors = NULL;

  say (corrections, FZ_CORRECTION_TITLE, 3, 0, "梯田步道通了");
  say (corrections, FZ_CORRECTION_KICKER, 1, 0, "乡村见闻");
  say (corrections, FZ_CORRECTION_SUBTITLE, 4, 0, "三公里串起五个村");
  say (corrections, FZ_CORRECTION_AUTHORS, 2, 0, "记者：于山；丁少华");
  say (corrections, FZ_CORRECTION_TITLE, 8, 0, NULL);
  page = read_corrected (page_text, corrections);
  g_assert_cmpstr (test_article (page, 0)->title, ==, "梯田步道通了");
  g_assert_cmpstr (test_article (page, 0)->kicker, ==, "乡村见闻");
  g_assert_cmpstr (test_article (page, 0)->subtitle, ==, "三公里串起五个村");
  authors = test_authors (test_article (page, 0)->authors);
  g_assert_cmpstr (authors, ==, "记者:于山 作者:丁少华");
  g_assert_null (test_article (page, 1)->title);
  assert_line (page, 1, "1:title");
}

static void
test_no_authors (void)
{
  static const char text[] =
    "宣恩茶香飘出山\n\n"
    "本报讯(记者 于山)宣恩县今年采茶三千斤。\n";
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) before = read_corrected (text, NULL);
  g_autoptr (FzPage) page = NULL;

  g_assert_cmpuint (test_article (before, 0)->authors->len, ==, 1);
  say (corrections, FZ_CORRECTION_AUTHORS, 3, 0, NULL);
  page = read_corrected (text, corrections);
  g_assert_cmpuint (test_article (page, 0)->authors->len, ==, 0);
}

static void
test_page (void)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  say (corrections, FZ_CORRECTION_NEWSPAPER, 0, 0, "剡溪晚报");
  say (corrections, FZ_CORRECTION_DATE, 0, 0, "2024-02-29");
  say (corrections, FZ_CORRECTION_EDITION, 0, 0, "A6");
  say (corrections, FZ_CORRECTION_SECTION, 0, 0, "乡村");
  page = read_corrected (page_text, corrections);
  g_assert_cmpstr (page->newspaper, ==, "剡溪晚报");
  g_assert_cmpstr (page->date, ==, "2024-02-29");
  g_assert_cmpstr (page->edition, ==, "A6");
  g_assert_cmpstr (page->section, ==, "乡村");
  g_assert_cmpuint (page->given, ==, 1u << FZ_CORRECTION_NEWSPAPER | 1u << FZ_CORRECTION_DATE |
                                     1u << FZ_CORRECTION_EDITION | 1u << FZ_CORRECTION_SECTION);
}

static void
test_encoding (void)
{
  g_autofree char *big5 = g_convert ("新竹的茶\n\n茶山上有霧。\n", -1, "BIG5", "UTF-8", NULL, NULL, NULL);
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (GPtrArray) wrong = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (big5, strlen (big5));
  g_autoptr (GError) error = NULL;

  say (corrections, FZ_CORRECTION_ENCODING, 0, 0, "Big5");
  page = read_corrected (big5, corrections);
  g_assert_true (g_str_has_prefix (page->text, "新竹的茶\n"));
  say (wrong, FZ_CORRECTION_ENCODING, 0, 0, "UTF-8");
  g_assert_null (fz_page_read_corrected (bytes, "Big5", wrong, NULL, NULL, &error));
  g_assert_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING);
}

/* What says nothing that can be is refused with a sentence, and passed over
 * where it comes out of a file. */
static void
test_refused (void)
{
  static const struct {
    FzCorrectionKind  kind;
    guint             first, last;
    const char       *value;
  } cases[] = {
    { FZ_CORRECTION_START, 0, 0, NULL },
    { FZ_CORRECTION_START, 4, 5, NULL },
    { FZ_CORRECTION_START, 4, 4, "body" },
    { FZ_CORRECTION_ROLE, 4, 4, NULL },
    { FZ_CORRECTION_ROLE, 4, 4, "Title" },
    { FZ_CORRECTION_ROLE, 1, 4000000000u, "body" },
    { FZ_CORRECTION_TITLE, 1, 1, "一\n二" },
    { FZ_CORRECTION_TITLE, 1, 1, "\xff" },
    { FZ_CORRECTION_AUTHORS, 1, 1, "记者:;通讯员:乙" },
    { FZ_CORRECTION_AUTHORS, 1, 1, "记者:甲;;通讯员:乙" },
    { FZ_CORRECTION_AUTHORS, 1, 1, "记者:甲；" },
    { FZ_CORRECTION_REGION, 1, 1, "金华" },
    { FZ_CORRECTION_REGION, 1, 1, "33070000000a" },
    { FZ_CORRECTION_PLACE, 1, 1, NULL },
    { FZ_CORRECTION_PLACE, 1, 1, "朝阳区" },
    { FZ_CORRECTION_PLACE, 1, 1, ":110105000000" },
    { FZ_CORRECTION_PLACE, 1, 1, "朝阳区:北京" },
    { FZ_CORRECTION_PLACE, 0, 0, "朝阳区:110105000000" },
    { FZ_CORRECTION_DATE, 0, 0, "2023-02-29" },
    { FZ_CORRECTION_DATE, 0, 0, "2023-1-1" },
    { FZ_CORRECTION_DATE, 0, 0, NULL },
    { FZ_CORRECTION_DATE, 3, 3, "2023-01-01" },
    { FZ_CORRECTION_ENCODING, 0, 0, "klingon" },
  };
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  g_autoptr (FzPage) page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FzCorrection *correction = fz_correction_new (cases[i].kind, cases[i].first, cases[i].last, cases[i].value);
      g_autoptr (GError) error = NULL;

      g_assert_false (fz_correction_check (correction, &error));
      g_assert_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_CORRECTION);
      g_ptr_array_add (corrections, correction);
    }
  page = read_corrected (page_text, corrections);
  assert_extents (page, "1-4 6-9");
  g_assert_cmpuint (page->given, ==, 0);
}

static void
test_place (void)
{
  static const char *const cases[] = { "朝阳区:110105000000", "朝阳区：110105000000" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FzCorrection) correction = fz_correction_new (FZ_CORRECTION_PLACE, 3, 0, cases[i]);
      const char *code;
      g_autofree char *name = fz_correction_read_place (cases[i], &code);

      g_assert_true (fz_correction_check (correction, NULL));
      g_assert_cmpstr (name, ==, "朝阳区");
      g_assert_cmpstr (code, ==, "110105000000");
    }
}

static void
test_kind_names (void)
{
  for (FzCorrectionKind kind = 0; kind < FZ_N_CORRECTIONS; kind++)
    g_assert_cmpint (fz_correction_kind_from_name (fz_correction_kind_name (kind)), ==, kind);
  g_assert_cmpint (fz_correction_kind_from_name ("colour"), ==, -1);
  g_assert_cmpint (fz_correction_kind_from_name (NULL), ==, -1);
}

/* Whatever is said, every line with print is in exactly one block. */
static void
test_lines_are_kept (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) corrections = fz_corrections_new ();
      g_autoptr (FzPage) page = NULL;
      guint pieces = 0;

      for (guint i = 0; i < 4; i++)
        {
          FzCorrectionKind kind = (FzCorrectionKind) g_test_rand_int_range (FZ_CORRECTION_START, FZ_CORRECTION_ROLE + 1);
          guint line = (guint) g_test_rand_int_range (1, 12);
          FzRole role = (FzRole) g_test_rand_int_range (FZ_ROLE_TITLE, FZ_ROLE_NOISE + 1);

          say (corrections, kind, line, 0, kind == FZ_CORRECTION_ROLE ? fz_role_name (role) : NULL);
        }
      page = read_corrected (page_text, corrections);
      for (guint i = 0; i < page->articles->len; i++)
        for (guint j = 0; j < test_article (page, i)->blocks->len; j++)
          pieces += fz_article_block (test_article (page, i), j)->pieces->len;
      g_assert_cmpuint (pieces, ==, 6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corrections/nothing-said", test_nothing_said);
  g_test_add_func ("/corrections/start", test_start);
  g_test_add_func ("/corrections/start-at-heading", test_start_at_heading);
  g_test_add_func ("/corrections/start-within-headline", test_start_within_headline);
  g_test_add_func ("/corrections/join", test_join);
  g_test_add_func ("/corrections/join-headline", test_join_headline);
  g_test_add_func ("/corrections/join-of-nothing", test_join_of_nothing);
  g_test_add_func ("/corrections/later-holds", test_later_holds);
  g_test_add_func ("/corrections/role", test_role);
  g_test_add_func ("/corrections/role-body", test_role_body);
  g_test_add_func ("/corrections/head", test_head);
  g_test_add_func ("/corrections/no-authors", test_no_authors);
  g_test_add_func ("/corrections/page", test_page);
  g_test_add_func ("/corrections/encoding", test_encoding);
  g_test_add_func ("/corrections/refused", test_refused);
  g_test_add_func ("/corrections/kind-names", test_kind_names);
  g_test_add_func ("/corrections/place", test_place);
  g_test_add_func ("/corrections/lines-are-kept", test_lines_are_kept);
  return g_test_run ();
}
