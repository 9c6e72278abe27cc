/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-page.h"

#include <string.h>

G_DEFINE_QUARK (fz-text-error-quark, fz_text_error)

/* For the hour until the rules stand: the whole page is one article of body lines. */
FzPage *
fz_page_read (GBytes            *bytes,
              const char        *encoding,
              FzNamesPlaceFunc   names_place,
              gpointer           user_data,
              GError           **error)
{
  FzPage *self = g_new0 (FzPage, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_auto (GStrv) lines = NULL;
  FzArticle *article = fz_article_new ();

  g_ref_count_init (&self->refs);
  self->encoding = g_strdup ("UTF-8");
  self->text = g_utf8_make_valid (data ? data : "", (gssize) size);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_article_unref);
  article->number = 1;
  lines = g_strsplit (self->text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      {
        FzPiece piece = { .line = i + 1 };
        gboolean first = article->title == NULL;

        if (first)
          {
            article->title = g_strdup (lines[i]);
            article->first_line = i + 1;
          }
        article->last_line = i + 1;
        fz_article_append_block (article, first ? FZ_ROLE_TITLE : FZ_ROLE_BODY, 0, lines[i], -1, &piece, 1);
      }
  g_ptr_array_add (self->articles, article);
  return self;
}

FzPage *
fz_page_ref (FzPage *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
fz_page_unref (FzPage *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_free (self->encoding);
  g_free (self->text);
  g_free (self->newspaper);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->section);
  g_ptr_array_unref (self->articles);
  g_free (self);
}
