/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"

/* Each case is a headline, a text, the article's region, and the places of both
 * in order: surface=path, the path's last two names, joined by spaces. */
typedef struct {
  const char *title;
  const char *body;
  const char *region;
  const char *places;
} Case;

static inline FzArticle *
make_article (const char *title,
              const char *body)
{
  FzArticle *article = fz_article_new ();
  FzPiece first = { 1, 0 }, second = { 2, 0 };

  article->number = 1;
  if (title != NULL)
    {
      article->title = g_strdup (title);
      fz_article_append_block (article, FZ_ROLE_TITLE, 0, title, -1, &first, 1);
    }
  fz_article_append_block (article, FZ_ROLE_BODY, 0, body, -1, &second, 1);
  return article;
}

static inline char *
path_of (FzRegion region)
{
  g_auto (GStrv) path = fz_region_path (region);

  return g_strjoinv ("/", path);
}

static inline char *
end_of_path (FzRegion region)
{
  g_auto (GStrv) path = fz_region_path (region);
  guint n = g_strv_length (path);

  return g_strjoinv ("/", path + (n > 2 ? n - 2 : 0));
}

static inline char *
list_places (const FzFacts *facts)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);
      g_autofree char *path = end_of_path (place->region);

      g_string_append_printf (list, "%s%s=%s", i > 0 ? " " : "", place->surface, path);
    }
  return g_string_free (list, FALSE);
}

static inline void
run (const Case *cases,
     gsize       n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FzArticle) article = make_article (cases[i].title, cases[i].body);
      g_autoptr (FzFacts) facts = fz_facts_new ();
      g_autofree char *places = NULL, *region = NULL;

      g_test_message ("%s", cases[i].body);
      fz_places_find (facts, article, NULL);
      places = list_places (facts);
      region = path_of (facts->region);
      g_assert_cmpstr (places, ==, cases[i].places);
      if (cases[i].region != NULL)
        g_assert_cmpstr (region, ==, cases[i].region);
    }
}
