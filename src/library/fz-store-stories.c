/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles are one story, and what the reader says of that; see
 * fz-store-reprints.c. */

#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

/* What an article was one of, and by what: its minima in order. */
typedef struct {
  gint64  article;
  gint64  story;
  GArray *minima;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_array_unref (self->minima);
  g_free (self);
}

static void
take_minimum (FzStatement *row,
              GPtrArray   *kept)
{
  gint64 article = fz_statement_take_int (row), story = fz_statement_take_int (row);
  gint64 minimum = fz_statement_take_int (row);
  Kept *last = kept->len > 0 ? kept->pdata[kept->len - 1] : NULL;

  if (last == NULL || last->article != article)
    {
      last = g_new0 (Kept, 1);
      *last = (Kept) { article, story, g_array_new (FALSE, FALSE, sizeof (gint64)) };
      g_ptr_array_add (kept, last);
    }
  g_array_append_val (last->minima, minimum);
}

/**
 * fz_store_keep_stories:
 * @writer: the connection that writes
 * @source: id of a source whose articles are still the old ones
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full): which stories they are of, for
 *   fz_store_restore_stories(); or %NULL
 */
GPtrArray *
fz_store_keep_stories (FzConnection  *writer,
                       gint64         source,
                       GError       **error)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (FzStatement) rows = NULL;
  FzStep step;

  if (!fz_store_settle_bands (writer, source, error) ||
      (rows = fz_connection_statement (writer, FZ_SQL_STORIES_OF_SOURCE, error)) == NULL)
    return NULL;
  fz_statement_bind_int (rows, source);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    take_minimum (rows, kept);
  return step == FZ_STEP_DONE ? g_steal_pointer (&kept) : NULL;
}

static gboolean
has_minima (FzConnection  *writer,
            const Kept    *kept,
            gboolean      *out_same,
            GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_MINIMA_OF_ARTICLE, error);
  guint n = 0;
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, kept->article);
  *out_same = TRUE;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 minimum = fz_statement_take_int (rows);

      *out_same = *out_same && n < kept->minima->len && g_array_index (kept->minima, gint64, n) == minimum;
      n++;
    }
  *out_same = *out_same && n == kept->minima->len;
  return step == FZ_STEP_DONE;
}

/**
 * fz_store_restore_stories:
 * @writer: the connection that writes
 * @kept: what fz_store_keep_stories() answered
 * @error: a #FzLibraryError
 *
 * An article that still tells the same stays in the story that it was of,
 * whatever else came since that it could be one with.
 */
gboolean
fz_store_restore_stories (FzConnection     *writer,
                          const GPtrArray  *kept,
                          GError          **error)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = kept->pdata[i];
      gboolean same;

      if (!has_minima (writer, one, &same, error) ||
          (same && !fz_connection_run_on_two (writer, FZ_SQL_SET_STORY, one->story, one->article, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
get_story (FzConnection  *writer,
           gint64         article,
           gint64        *out_story,
           GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (writer, FZ_SQL_STANDING_OF_ARTICLE, error);
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  if (step != FZ_STEP_ROW)
    return FALSE;
  fz_statement_take_int (get);
  *out_story = fz_statement_take_int (get);
  return TRUE;
}

static gboolean
is_parted (FzConnection  *writer,
           gint64         article,
           gint64         other,
           gint64         story,
           gboolean      *out_is_parted,
           GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (writer, FZ_SQL_IS_PARTED, error);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  fz_statement_bind_int (ask, other);
  fz_statement_bind_int (ask, story);
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_is_parted = fz_statement_take_int (ask) != 0;
  return TRUE;
}

/* @other comes to a story of @article's, unless it was parted from another that
 * tells it. */
static gboolean
come_back (FzConnection  *writer,
           gint64         article,
           gint64         other,
           gint64         story,
           GError       **error)
{
  gboolean parted;

  if (!is_parted (writer, other, article, story, &parted, error))
    return FALSE;
  return parted || fz_connection_run_on_two (writer, FZ_SQL_SET_STORY, story, other, error);
}

/**
 * fz_store_part:
 * @writer: the connection that writes
 * @article: id of an article
 * @other: id of another one
 * @apart: whether they are not the same story
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * @other leaves the story of @article, or comes back to it; where @article is alone,
 * it comes back to that of @other.
 */
gboolean
fz_store_part (FzConnection  *writer,
               gint64         article,
               gint64         other,
               gboolean       apart,
               GError       **error)
{
  gint64 story, others, before = fz_connection_changes (writer);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!get_story (writer, article, &story, error) || !get_story (writer, other, &others, error))
    return FALSE;
  if (!fz_connection_run_on_two (writer, apart ? FZ_SQL_PART : FZ_SQL_JOIN_AGAIN, article, other, error))
    return FALSE;
  if (fz_connection_changes (writer) == before || (apart && story != others))
    return TRUE;
  if (apart)
    return fz_connection_run_on_two (writer, FZ_SQL_SET_STORY, 0, other, error);
  return story != 0 ? come_back (writer, article, other, story, error) : come_back (writer, other, article, others, error);
}

/**
 * fz_store_ids_after:
 * @connection: a connection
 * @sql: asks for ids that are greater than one, so many at most
 * @after: that one, or 0
 * @limit: how many at most
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type gint64): the ids, or %NULL
 */
GArray *
fz_store_ids_after (FzConnection  *connection,
                    FzSql          sql,
                    gint64         after,
                    guint          limit,
                    GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FzStatement) list = fz_connection_statement (connection, sql, error);
  FzStep step;

  if (list == NULL)
    return NULL;
  fz_statement_bind_int (list, after);
  fz_statement_bind_int (list, limit);
  while ((step = fz_statement_step (list, error)) == FZ_STEP_ROW)
    {
      gint64 id = fz_statement_take_int (list);

      g_array_append_val (ids, id);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * fz_store_list_stories:
 * @reader: a connection
 * @after: the last story that is known, or 0
 * @limit: how many at most
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type gint64): stories that more than one
 *   article tells, or %NULL
 */
GArray *
fz_store_list_stories (FzConnection  *reader,
                       gint64         after,
                       guint          limit,
                       GError       **error)
{
  return fz_store_ids_after (reader, FZ_SQL_LIST_STORIES, after, limit, error);
}

/**
 * fz_store_get_story_of:
 * @reader: a connection
 * @article: id of an article
 * @out_story: (out): the story that it is one of, 0 where it stands alone
 * @out_reprints: (out): how many others of that there are
 * @error: a #FzLibraryError
 *
 * What was parted by the reader is no reprint; what lies in the bin does not count.
 */
gboolean
fz_store_get_story_of (FzConnection  *reader,
                       gint64         article,
                       gint64        *out_story,
                       guint         *out_reprints,
                       GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_STORY_OF_ARTICLE, error);
  FzStep step;

  *out_story = *out_reprints = 0;
  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  step = fz_statement_step (ask, error);
  if (step == FZ_STEP_ROW)
    {
      *out_story = fz_statement_take_int (ask);
      *out_reprints = fz_statement_take_uint (ask);
    }
  return step != FZ_STEP_ERROR;
}
