/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

/* Stories that two pages share. */

typedef struct {
  const char *date;
  const char *edition;
  const char *title;
  const char *jump; /* its mark, alone on a line */
} Page;

static FzArticle *
make_article (const Page *spec)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 1, 0 };
  gboolean from = g_strstr_len (spec->jump, -1, "接") != NULL;

  article->number = 1;
  article->first_line = article->last_line = 1;
  article->title = g_strdup (spec->title);
  if (from)
    fz_article_append_block (article, FZ_ROLE_JUMP, 0, spec->jump, -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, "戏班子上了山。", -1, &piece, 1);
  if (!from)
    fz_article_append_block (article, FZ_ROLE_JUMP, 0, spec->jump, -1, &piece, 1);
  return article;
}

/* Of one article; the bytes tell one from another. */
static FzSource *
make_source (const Page *spec,
             guint       number)
{
  g_autofree char *text = g_strdup_printf ("第%u页", number);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FzPage) page = fz_page_read (bytes, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);

  g_set_str (&page->newspaper, "剡溪晚报");
  g_set_str (&page->date, spec->date);
  g_set_str (&page->edition, spec->edition);
  g_ptr_array_set_size (page->articles, 0);
  g_ptr_array_add (page->articles, make_article (spec));
  g_ptr_array_add (facts, fz_facts_new ());
  return fz_source_new (text, bytes, page, facts);
}

#define DAY "2024-03-01"
#define PLAY "山里来了戏班子"

/* The library of up to four pages, one article each, and the parts that each
 * article has before it and behind it: "1>2" says that 1 goes on in 2. */
static const struct {
  const char *name;
  Page        pages[4];
  const char *expected;
} cases[] = {
  { "pages", { { DAY, "1", PLAY, "（下转第4版）" }, { DAY, "4", NULL, "（上接第一版）" } }, "1>2" },
  { "other-order", { { DAY, "4", NULL, "（上接第一版）" }, { DAY, "1", PLAY, "（下转第4版）" } }, "2>1" },
  { "one-page-known", { { DAY, "01", PLAY, "（下转第4版）" }, { DAY, NULL, NULL, "（上接第一版）" } }, "1>2" },
  { "titles-turned-round", { { DAY, NULL, PLAY, "（下转第4版）" }, { DAY, NULL, "戏班子来了山里", "（上接第一版）" } }, "1>2" },
  { "titles-differ", { { DAY, NULL, PLAY, "（下转第4版）" }, { DAY, NULL, "村口书屋开门", "（上接第一版）" } }, "" },
  { "titles-alike", { { DAY, NULL, PLAY, "（下转第4版）" }, { DAY, NULL, "山里来了戏班", "（上接第一版）" } }, "1>2" },
  { "title-in-mark", { { DAY, NULL, PLAY, "（下转第4版）" }, { DAY, NULL, NULL, "（上接A1版《山里来了戏班子》）" } }, "1>2" },
  { "other-title-in-mark", { { DAY, "A1", PLAY, "（下转第4版）" }, { DAY, "4", NULL, "（上接A1版《村口书屋开门》）" } }, "" },
  { "other-page", { { DAY, "1", PLAY, "（下转第3版）" }, { DAY, "4", NULL, "（上接第一版）" } }, "" },
  { "other-day", { { DAY, "1", PLAY, "（下转第4版）" }, { "2024-03-02", "4", PLAY, "（上接第一版）" } }, "" },
  { "no-day", { { NULL, "1", PLAY, "（下转第4版）" }, { NULL, "4", PLAY, "（上接第一版）" } }, "" },
  { "nothing-speaks", { { DAY, NULL, PLAY, "（下转第4版）" }, { DAY, NULL, NULL, "（上接第一版）" } }, "" },
  { "other-headline-one-page", { { DAY, "1", PLAY, "（下转第4版）" }, { DAY, NULL, "村口书屋开门", "（上接第一版）" } }, "" },
  { "two-fit", { { DAY, "1", PLAY, "（下转第4版）" }, { DAY, "1", "村口书屋开门", "（下转第4版）" },
                 { DAY, "4", NULL, "（上接第一版）" } }, "" },
  { "two-begin", { { DAY, "1", PLAY, "（下转第4版）" }, { DAY, "4", NULL, "（上接第一版）" },
                   { DAY, "4", NULL, "（上接第一版）" } }, "" },
  { "titles-tell-of-two", { { DAY, "1", PLAY, "（下转第4版）" }, { DAY, "1", "村口书屋开门", "（下转第4版）" },
                            { DAY, "4", PLAY, "（上接第一版）" }, { DAY, "4", "村口书屋开门", "（上接第一版）" } }, "1>3 2>4" },
  { "same-title-twice", { { DAY, "1", PLAY, "（下转第4版）" }, { DAY, "4", PLAY, "（上接第一版）" },
                          { DAY, "4", PLAY, "（上接第一版）" } }, "" },
};

static void
append_links (Fixture *fixture,
              gint64   article,
              GString *links)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);

  g_assert_cmpuint (stored->before->len, <=, 1);
  g_assert_cmpuint (stored->after->len, <=, 1);
  if (stored->after->len == 1)
    {
      const FzStored *part = stored->after->pdata[0];
      g_autoptr (FzStored) other = fixture_load (fixture, part->entry->id);

      g_assert_cmpstr (part->article->text, ==, other->article->text);
      g_assert_cmpuint (other->before->len, ==, 1);
      g_assert_cmpint (((FzStored *) other->before->pdata[0])->entry->id, ==, article);
      g_string_append_printf (links, "%s%" G_GINT64_FORMAT ">%" G_GINT64_FORMAT, links->len > 0 ? " " : "",
                              article, part->entry->id);
    }
}

static void
assert_links (Fixture    *fixture,
              guint       n,
              const char *expected)
{
  g_autoptr (GString) links = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    append_links (fixture, i, links);
  g_assert_cmpstr (links->str, ==, expected);
}

static void
test_case (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data), n = 0;
  Fixture fixture = { NULL };

  fixture_set_up (&fixture, NULL);
  for (; n < 4 && cases[number].pages[n].jump != NULL; n++)
    g_assert_true (fixture_add (&fixture, make_source (&cases[number].pages[n], n)));
  assert_links (&fixture, n, cases[number].expected);
  fixture_tear_down (&fixture, NULL);
}

static void
replace (Fixture    *fixture,
         gint64      source,
         const Page *page)
{
  g_autoptr (FzSource) analysis = make_source (page, (guint) source - 1);
  g_autoptr (GPtrArray) known = fz_corrections_new ();
  FzRevision revision = { .source = source, .analysis = analysis, .known = known };

  g_assert_true (fz_library_replace (fixture->library, &revision, NULL, NULL));
}

/* A page that is made anew belongs where it then belongs, and its leaving makes
 * another the only one that fits. */
static void
test_replaced (void)
{
  static const Page first = { DAY, "1", PLAY, "（下转第4版）" }, second = { DAY, "4", NULL, "（上接第一版）" };
  static const Page moved = { "2024-03-02", "4", NULL, "（上接第一版）" };
  Fixture fixture = { NULL };

  fixture_set_up (&fixture, NULL);
  g_assert_true (fixture_add (&fixture, make_source (&first, 0)));
  g_assert_true (fixture_add (&fixture, make_source (&second, 1)));
  assert_links (&fixture, 2, "1>2");
  replace (&fixture, 1, &first);
  assert_links (&fixture, 2, "1>2");
  g_assert_true (fixture_add (&fixture, make_source (&second, 2)));
  assert_links (&fixture, 3, "");
  replace (&fixture, 2, &moved);
  assert_links (&fixture, 3, "1>3");
  replace (&fixture, 2, &second);
  assert_links (&fixture, 3, "");
  fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/links/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/links/replaced", test_replaced);
  return g_test_run ();
}
