/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include <glib/gi18n.h>

#include "fz-error.h"
#include "fz-odd.h"
#include "fz-search-index.h"

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

/* The values of a source that are made from its bytes and its corrections. */
static void
bind_derived (FzStatement    *statement,
              const FzSource *source)
{
  const FzPage *page = source->page;
  g_autofree char *odd = fz_odd_print (&page->odd);

  fz_statement_bind_text (statement, page->encoding);
  fz_statement_bind_int (statement, page->doubtful != FALSE);
  fz_statement_bind_int (statement, page->replaced);
  bind_claim (statement, &source->newspaper);
  bind_claim (statement, &source->date);
  bind_claim (statement, &source->edition);
  bind_claim (statement, &source->section);
  fz_statement_bind_text (statement, FZ_ENGINE_VERSION);
  fz_statement_bind_text (statement, page->date_since);
  fz_statement_bind_text (statement, page->date_until);
  fz_statement_bind_text (statement, page->date_ground);
  fz_statement_bind_int (statement, page->doubt);
  fz_statement_bind_text (statement, page->rival);
  fz_statement_bind_own_text (statement, g_steal_pointer (&odd));
}

static gboolean
insert_source (FzConnection    *writer,
               const FzSource  *source,
               const guint8    *digest,
               gint64          *out_id,
               GError         **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_SOURCE, error);

  if (add == NULL)
    return FALSE;
  bind_derived (add, source);
  fz_statement_bind_blob (add, digest, SHA256_LENGTH);
  fz_statement_bind_text (add, source->name);
  fz_statement_bind_int (add, g_get_real_time () / G_USEC_PER_SEC);
  if (!fz_statement_run (add, error))
    return FALSE;
  *out_id = fz_connection_last_id (writer);
  return TRUE;
}

/* The row that a source left when it was removed; 0 where there is none. */
static gboolean
find_removed (FzConnection  *writer,
              const guint8  *digest,
              gint64        *out_id,
              GError       **error)
{
  g_autoptr (FzStatement) find = fz_connection_statement (writer, FZ_SQL_FIND_REMOVED, error);
  FzStep step;

  if (find == NULL)
    return FALSE;
  fz_statement_bind_blob (find, digest, SHA256_LENGTH);
  step = fz_statement_step (find, error);
  *out_id = step == FZ_STEP_ROW ? fz_statement_take_int (find) : 0;
  return step != FZ_STEP_ERROR;
}

/* A source that was removed has come again. */
static gboolean
restore_source (FzConnection    *writer,
                gint64           id,
                const FzSource  *source,
                GError         **error)
{
  g_autoptr (FzStatement) set = fz_connection_statement (writer, FZ_SQL_SET_IMPORTED, error);

  if (set == NULL)
    return FALSE;
  fz_statement_bind_text (set, source->name);
  fz_statement_bind_int (set, g_get_real_time () / G_USEC_PER_SEC);
  fz_statement_bind_int (set, id);
  return fz_statement_run (set, error) && fz_store_set_source (writer, id, source, error);
}

/**
 * fz_store_set_source:
 * @writer: the connection that writes
 * @id: a source that is there
 * @source: the same source analysed anew
 * @error: a #FzLibraryError
 *
 * Sets what is known of the source from its bytes and its corrections.
 */
gboolean
fz_store_set_source (FzConnection    *writer,
                     gint64           id,
                     const FzSource  *source,
                     GError         **error)
{
  g_autoptr (FzStatement) set = fz_connection_statement (writer, FZ_SQL_SET_SOURCE, error);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (set == NULL)
    return FALSE;
  bind_derived (set, source);
  fz_statement_bind_int (set, id);
  return fz_statement_run (set, error);
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
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article;

      if (i >= source->facts->len)
        {
          g_set_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED,
                       _("The analysis of “%s” is incomplete; nothing of it was kept"), source->name);
          return FALSE;
        }
      article = fz_store_add_article (writer, 0, id, g_ptr_array_index (articles, i),
                                      g_ptr_array_index (source->facts, i), error);
      if (article == 0)
        return FALSE;
      if (i == 0)
        source->article = article;
      g_array_append_val (ids, article);
    }
  return fz_store_sign_source (writer, id, articles, ids, error);
}

static gboolean
insert_corrections (FzConnection  *writer,
                    gint64         id,
                    FzSource      *source,
                    GError       **error)
{
  for (guint i = 0; source->corrections != NULL && i < source->corrections->len; i++)
    if (!fz_store_add_correction (writer, id, g_ptr_array_index (source->corrections, i), error))
      return FALSE;
  return TRUE;
}

/**
 * fz_store_add_source:
 * @writer: the connection that writes
 * @source: the source; its hash, its first article and the ids of its
 *   corrections are filled in
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
  gboolean found, came_back;
  gint64 id;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  hash_bytes (source->bytes, digest, &source->hash);
  source->article = 0;
  if (!find_source (writer, digest, &found, &source->article, error))
    return FALSE;
  *out_added = !found;
  if (found)
    return TRUE;
  if (!find_removed (writer, digest, &id, error))
    return FALSE;
  came_back = id != 0;
  if (!(came_back ? restore_source (writer, id, source, error) : insert_source (writer, source, digest, &id, error)))
    return FALSE;
  return insert_bytes (writer, id, source->bytes, error) &&
         insert_corrections (writer, id, source, error) &&
         insert_articles (writer, id, source, error) &&
         fz_store_count_days (writer, id, TRUE, error) &&
         (!came_back || fz_store_take_orphans_back (writer, id, source, error)) &&
         fz_search_index_take (writer, id, error) &&
         fz_store_link_issue (writer, source->newspaper.value, source->date.value, error);
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

static void
take_claim (FzStatement *row,
            FzClaim     *claim)
{
  g_autofree char *value = fz_statement_dup_text (row);
  int provenance = fz_provenance_from_name (fz_statement_take_text (row));

  /* From whom nobody knows it comes again when the page is analysed anew. */
  fz_claim_set (claim, value, (FzProvenance) MAX (provenance, 0));
}

static gboolean
take_source (FzStatement    *row,
             FzStoredSource *source)
{
  source->encoding = fz_statement_dup_text (row);
  source->doubtful = fz_statement_take_int (row) != 0;
  source->replaced = fz_statement_take_uint (row);
  take_claim (row, &source->newspaper);
  take_claim (row, &source->date);
  take_claim (row, &source->edition);
  take_claim (row, &source->section);
  source->engine = fz_statement_dup_text (row);
  source->date_since = fz_statement_dup_text (row);
  source->date_until = fz_statement_dup_text (row);
  source->date_ground = fz_statement_dup_text (row);
  source->doubt = fz_statement_take_uint (row);
  source->rival = fz_statement_dup_text (row);
  fz_odd_parse (fz_statement_take_text (row), &source->odd);
  source->name = fz_statement_dup_text (row);
  return source->encoding != NULL && source->name != NULL;
}

/**
 * fz_store_unmake:
 * @writer: the connection that writes
 * @article: id of an article that cannot be read as it was stored
 * @error: a #FzLibraryError
 *
 * Its page is to be analysed anew, where its bytes are still there.
 */
gboolean
fz_store_unmake (FzConnection  *writer,
                 gint64         article,
                 GError       **error)
{
  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  return fz_connection_run_on (writer, FZ_SQL_UNMAKE, article, error);
}

/**
 * fz_store_get_source:
 * @reader: a connection
 * @source: id of a source
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): its own fields, without bytes and lists; or %NULL
 */
FzStoredSource *
fz_store_get_source (FzConnection  *reader,
                     gint64         source,
                     GError       **error)
{
  g_autoptr (FzStoredSource) self = g_new0 (FzStoredSource, 1);
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_GET_SOURCE, error);
  FzStep step;

  if (get == NULL)
    return NULL;
  self->id = source;
  fz_statement_bind_int (get, source);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  if (step != FZ_STEP_ROW)
    return NULL;
  if (take_source (get, self))
    return g_steal_pointer (&self);
  fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "source");
  return NULL;
}

/**
 * fz_store_load_source:
 * @reader: a connection
 * @source: id of a source
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): the whole of it but for the texts of its articles,
 *   or %NULL
 */
FzStoredSource *
fz_store_load_source (FzConnection  *reader,
                      gint64         source,
                      GError       **error)
{
  g_autoptr (FzStoredSource) self = fz_store_get_source (reader, source, error);

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (self == NULL ||
      (self->bytes = fz_store_get_bytes (reader, source, error)) == NULL ||
      (self->corrections = fz_store_get_corrections (reader, source, error)) == NULL ||
      (self->entries = fz_store_list_of (reader, FZ_SQL_ENTRIES_OF_SOURCE, source, error)) == NULL ||
      (self->orphans = fz_store_get_annotations (reader, FZ_SQL_ORPHANS_OF_SOURCE, source, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fz_store_list_sources:
 * @reader: a connection
 * @engine: (nullable): leaves out those that this engine made; "" takes those alone that
 *   none made
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type gint64): their ids, or %NULL
 */
GArray *
fz_store_list_sources (FzConnection  *reader,
                       const char    *engine,
                       GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FzStatement) list = fz_connection_statement (reader, FZ_SQL_LIST_SOURCES, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (list == NULL)
    return NULL;
  fz_statement_bind_text (list, engine);
  while ((step = fz_statement_step (list, error)) == FZ_STEP_ROW)
    {
      gint64 id = fz_statement_take_int (list);

      g_array_append_val (ids, id);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}
