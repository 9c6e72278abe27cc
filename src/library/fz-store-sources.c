/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include <glib/gi18n.h>

#include "fz-error.h"

#define SHA256_LENGTH 32

static void
hash_bytes (GBytes *bytes,
            guint8  digest[SHA256_LENGTH],
            char  **hex)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length, digest_length = SHA256_LENGTH;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_checksum_update (checksum, data, (gssize) length);
  g_set_str (hex, g_checksum_get_string (checksum));
  g_checksum_get_digest (checksum, digest, &digest_length);
}

static gboolean
find_source (FzConnection  *connection,
             const guint8  *digest,
             gboolean      *out_found,
             gint64        *out_article,
             GError       **error)
{
  g_autoptr (FzStatement) find = fz_connection_statement (connection, FZ_SQL_FIND_SOURCE, error);
  FzStep step;

  if (find == NULL)
    return FALSE;
  fz_statement_bind_blob (find, digest, SHA256_LENGTH);
  step = fz_statement_step (find, error);
  *out_found = step == FZ_STEP_ROW;
  if (*out_found)
    *out_article = fz_statement_take_int (find);
  return step != FZ_STEP_ERROR;
}

static void
bind_claim (FzStatement   *statement,
            const FzClaim *claim)
{
  fz_statement_bind_text (statement, claim->value);
  fz_statement_bind_text (statement, fz_provenance_name (claim->provenance));
}

static gboolean
insert_source (FzConnection    *writer,
               const FzSource  *source,
               const guint8    *digest,
               GError         **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_SOURCE, error);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_blob (add, digest, SHA256_LENGTH);
  fz_statement_bind_text (add, source->name);
  fz_statement_bind_text (add, source->page->encoding);
  fz_statement_bind_int (add, source->page->doubtful != FALSE);
  fz_statement_bind_int (add, source->page->replaced);
  bind_claim (add, &source->newspaper);
  bind_claim (add, &source->date);
  bind_claim (add, &source->edition);
  bind_claim (add, &source->section);
  fz_statement_bind_int (add, g_get_real_time () / G_USEC_PER_SEC);
  return fz_statement_run (add, error);
}

static gboolean
insert_bytes (FzConnection  *writer,
              gint64         source,
              GBytes        *bytes,
              GError       **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_BYTES, error);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, source);
  fz_statement_bind_blob (add, data, length);
  return fz_statement_run (add, error);
}

static gboolean
insert_articles (FzConnection  *writer,
                 gint64         id,
                 FzSource      *source,
                 GError       **error)
{
  const GPtrArray *articles = source->page->articles;

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article;

      if (i >= source->facts->len)
        {
          g_set_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED,
                       _("The analysis of “%s” is incomplete; nothing of it was kept"), source->name);
          return FALSE;
        }
      article = fz_store_add_article (writer, id, g_ptr_array_index (articles, i),
                                      g_ptr_array_index (source->facts, i), error);
      if (article == 0)
        return FALSE;
      if (i == 0)
        source->article = article;
    }
  return TRUE;
}

/**
 * fz_store_add_source:
 * @writer: the connection that writes
 * @source: the source; its hash and its first article are filled in
 * @out_added: (out): %FALSE where the same bytes are there already
 * @error: a #FzLibraryError
 */
gboolean
fz_store_add_source (FzConnection  *writer,
                     FzSource      *source,
                     gboolean      *out_added,
                     GError       **error)
{
  guint8 digest[SHA256_LENGTH];
  gboolean found;
  gint64 id;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  hash_bytes (source->bytes, digest, &source->hash);
  source->article = 0;
  if (!find_source (writer, digest, &found, &source->article, error))
    return FALSE;
  *out_added = !found;
  if (found)
    return TRUE;
  if (!insert_source (writer, source, digest, error))
    return FALSE;
  id = fz_connection_last_id (writer);
  return insert_bytes (writer, id, source->bytes, error) &&
         insert_articles (writer, id, source, error);
}

/**
 * fz_store_get_bytes:
 * @reader: a connection
 * @source: id of a source
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): the bytes as they were imported, or %NULL
 */
GBytes *
fz_store_get_bytes (FzConnection  *reader,
                    gint64         source,
                    GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_GET_BYTES, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (get == NULL)
    return NULL;
  fz_statement_bind_int (get, source);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  return step == FZ_STEP_ROW ? fz_statement_take_bytes (get) : NULL;
}
