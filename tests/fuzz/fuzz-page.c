/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <string.h>

#include "fz-page.h"

static gboolean
names_place (const char *text,
             gsize       length,
             gpointer    user_data)
{
  return length % 3 == 0;
}

/* Walks what readers of a page walk, so that a wrong position is read. */
static void
walk_article (const FzArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);
      g_autofree char *text = fz_article_dup_block (article, i);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (text, -1), ==, block->end - block->start);
      g_assert_cmpuint (fz_block_line_at (block, block->end - block->start), >, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FzPage) page = fz_page_read (bytes, NULL, names_place, NULL, &error);

  g_assert_true ((page == NULL) == (error != NULL));
  for (guint i = 0; page != NULL && i < page->articles->len; i++)
    walk_article (g_ptr_array_index (page->articles, i));

  return 0;
}
