/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

#include "fz-cutter.h"
#include "fz-page.h"

/* What the tests of the page cutter share. */

/* Stands in for the gazetteer: the places that the tests' pages are about. */
static inline gboolean
test_names_place (const char *text,
                  gsize       length,
                  gpointer    user_data)
{
  static const char * const places[] = { "金华", "嵊州", "陇西", "渭源", "安定区", "利川", "宣恩", "来凤", "高县", "李庄", "湄潭" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (memmem (text, length, places[i], strlen (places[i])) != NULL)
      return TRUE;

  return FALSE;
}

static inline FzPage *
test_read_bytes (const void *data,
                 gsize       size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  FzPage *page = fz_page_read (bytes, NULL, test_names_place, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (page);

  return page;
}

static inline FzPage *
test_read (const char *text)
{
  return test_read_bytes (text, strlen (text));
}

static inline FzArticle *
test_article (const FzPage *page,
              guint         index)
{
  g_assert_cmpuint (index, <, page->articles->len);

  return g_ptr_array_index (page->articles, index);
}

/* The role and the paragraph of each physical line: "7:body:9" says that line
 * 7 is body text and goes on in line 9, "3:title" that line 3 does not. */
static inline char *
test_describe_line (const FzPage *page,
                    guint         number)
{
  for (guint a = 0; a < page->articles->len; a++)
    {
      const FzArticle *article = test_article (page, a);

      for (guint b = 0; b < article->blocks->len; b++)
        {
          const FzBlock *block = fz_article_block (article, b);

          for (guint i = 0; i < block->pieces->len; i++)
            {
              if (block->pieces->data[i].line != number)
                continue;
              if (i + 1 == block->pieces->len)
                return g_strdup_printf ("%u:%s", number, fz_role_name (block->role));
              return g_strdup_printf ("%u:%s:%u", number, fz_role_name (block->role),
                                      block->pieces->data[i + 1].line);
            }
        }
    }

  return g_strdup_printf ("%u:none", number);
}

static inline guint
test_count_lines (const FzPage *page)
{
  guint n = 1;

  for (const char *p = page->text; *p; p++)
    n += *p == '\n';

  return n;
}

/* All lines that stand in a block, described and set apart by spaces. */
static inline char *
test_describe (const FzPage *page)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = test_count_lines (page);

  for (guint number = 1; number <= n; number++)
    {
      g_autofree char *line = test_describe_line (page, number);

      if (g_str_has_suffix (line, ":none"))
        continue;
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", line);
    }

  return g_strdup (all->str);
}

static inline void
test_assert_lines (const char *text,
                   const char *expected)
{
  g_autoptr (FzPage) page = test_read (text);
  g_autofree char *found = test_describe (page);

  g_assert_cmpstr (found, ==, expected);
}

/* "记者:于山 通讯员:丁少华" */
static inline char *
test_authors (GPtrArray *authors)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      const FzAuthor *author = g_ptr_array_index (authors, i);

      g_string_append_printf (all, "%s%s:%s", i > 0 ? " " : "", author->role, author->name);
    }

  return g_strdup (all->str);
}
