/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a snippet is cut: behind a mark, never in a number or a word, and where
 * most of what was looked for stands together. */

#include "config.h"

#include <string.h>

#include "fz-search-snippet.h"

#define TEN(x) x x x x x x x x x x

typedef struct {
  const char *query;
  const char *text;
  guint       body;    /* where it begins in @text */
  const char *snippet; /* what is marked stands in brackets */
} Case;

static const Case cases[] = {
  /* Behind the earliest mark that is near enough. */
  { "白鹭", TEN ("山山山") "。到了第二年的春天，村里人看见白鹭。", 0, "…到了第二年的春天，村里人看见[白鹭]。" },
  /* Twenty-four characters back is within the number: the whole of it is shown. */
  { "白鹭", "一共有123456789.5万亩以后的事情就这样慢慢地过去了好多年于是白鹭归来", 0,
    "…123456789.5万亩以后的事情就这样慢慢地过去了好多年于是[白鹭]归来" },
  /* There, between the number and what multiplies it. */
  { "白鹭", "一共有123456789.5万亩以后的事情就这样慢慢地过去了好多年于是说到白鹭归来", 0,
    "…123456789.5万亩以后的事情就这样慢慢地过去了好多年于是说到[白鹭]归来" },
  /* Eighty characters on is within a number, which is left out. */
  { "白鹭", "白鹭" TEN ("飞飞飞飞飞飞飞") "飞飞飞飞123456.7万只", 0, "[白鹭]" TEN ("飞飞飞飞飞飞飞") "飞飞飞飞…" },
  /* And within a word. */
  { "白鹭", "白鹭" TEN ("飞飞飞飞飞飞飞") "飞飞飞飞abcdefgh只", 0, "[白鹭]" TEN ("飞飞飞飞飞飞飞") "飞飞飞飞…" },
  /* Behind a mark that is near the end. */
  { "白鹭", "白鹭" TEN ("飞飞飞飞飞飞") "飞，" TEN ("过过过") , 0, "[白鹭]" TEN ("飞飞飞飞飞飞") "飞，…" },
  /* A paragraph ends it; the next one is not shown. */
  { "白鹭", "白鹭飞来。\n水牛走过。", 0, "[白鹭]飞来。" },
  /* In the body rather than in the title. */
  { "白鹭", "白鹭归来\n田里落了一群白鹭。", 5, "田里落了一群[白鹭]。" },
  { "白鹭", "白鹭归来\n田里落了一群水鸟。", 5, "田里落了一群水鸟。" },
  /* Where both stand, though one stands alone before. */
  { "白鹭 水牛", "白鹭先来。" TEN ("山山山山山山山山") "。水牛背上有白鹭。", 0, "…[水牛]背上有[白鹭]。" },
  /* Over the end of a paragraph, where what was looked for goes on there. */
  { "“飞来 水牛”", "白鹭飞来。\n水牛走过。", 0, "白鹭[飞来。 水牛]走过。" },
};

static char *
with_brackets (const FzHit *hit)
{
  g_autoptr (GString) text = g_string_new (hit->snippet);

  for (guint i = hit->marks->len; i-- > 0;)
    {
      FzTextRange range = g_array_index (hit->marks, FzTextRange, i);

      g_string_insert (text, g_utf8_offset_to_pointer (text->str, range.end) - text->str, "]");
      g_string_insert (text, g_utf8_offset_to_pointer (text->str, range.start) - text->str, "[");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_cut (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (FzSearchPlan) plan = fz_search_plan_new (one->query, NULL);
  g_autoptr (FzAtoms) atoms = fz_atoms_new (one->text, strlen (one->text));
  g_autoptr (FzHit) hit = fz_hit_new ();
  g_autofree char *snippet = NULL;

  fz_search_fill_hit (hit, plan, one->text, one->body, atoms);
  snippet = with_brackets (hit);
  g_assert_cmpstr (snippet, ==, one->snippet);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search-snippet/%u", i + 1);

      g_test_add_data_func (path, &cases[i], test_cut);
    }
  return g_test_run ();
}
