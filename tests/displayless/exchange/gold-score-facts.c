/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-score.h"

#include <string.h>

/* Places and programmes. */

void
gold_score_places (GoldBoard *board, const FzAnalysis *found, const GoldTable *places)
{
  g_autoptr (GoldBag) gold = gold_bag_new ();
  g_autoptr (GoldBag) named = gold_bag_new ();

  for (guint i = 0; i < places->rows->len; i++)
    gold_bag_add (gold, g_strdup_printf ("%u %s %s", gold_table_line (places, i, "line"),
                                         gold_table_cell (places, i, "surface"),
                                         gold_table_cell (places, i, "region")));
  for (guint i = 0; i < found->facts->len; i++)
    {
      const FzFacts *facts = g_ptr_array_index (found->facts, i);

      for (guint j = 0; j < facts->places->len; j++)
        {
          const FzPlace *place = &g_array_index (facts->places, FzPlace, j);
          g_autofree char *path = gold_region_path (place->region);

          gold_bag_add (named, g_strdup_printf ("%u %s %s", place->span.line, place->surface, path));
        }
    }
  gold_board_bags (board, GOLD_PLACES, gold, named);
}

/* The first line of the article that @line lies in, 0 where it lies in none. */
static guint
article_of (const GoldTable *articles, guint line)
{
  for (guint i = 0; i < articles->rows->len; i++)
    if (gold_table_line (articles, i, "first") <= line && line <= gold_table_line (articles, i, "last"))
      return gold_table_line (articles, i, "first");
  return 0;
}

/* A name that is marked as doubtful is neither asked for nor an error. */
void
gold_score_programmes (GoldBoard *board, const FzAnalysis *found, const GoldTable *programmes,
                       const GoldTable *articles)
{
  g_autoptr (GoldBag) gold = gold_bag_new ();
  g_autoptr (GoldBag) doubtful = gold_bag_new ();
  g_autoptr (GoldBag) named = gold_bag_new ();

  for (guint i = 0; i < programmes->rows->len; i++)
    {
      gboolean may = g_str_has_prefix (gold_table_cell (programmes, i, "note"), "may");

      gold_bag_add_new (may ? doubtful : gold,
                        g_strdup_printf ("%u %s", article_of (articles, gold_table_line (programmes, i, "line")),
                                         gold_table_cell (programmes, i, "name")));
    }
  for (guint i = 0; i < found->facts->len; i++)
    {
      const FzFacts *facts = g_ptr_array_index (found->facts, i);

      for (guint j = 0; j < facts->programmes->len; j++)
        {
          const FzProgramme *programme = &g_array_index (facts->programmes, FzProgramme, j);
          g_autofree char *item = g_strdup_printf ("%u %s", article_of (articles, programme->span.line),
                                                   programme->name);

          if (!gold_bag_has (doubtful, item))
            gold_bag_add_new (named, g_steal_pointer (&item));
        }
    }
  gold_board_bags (board, GOLD_PROGRAMMES, gold, named);
}
