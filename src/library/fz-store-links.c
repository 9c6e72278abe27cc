/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stories that two pages of an issue share.
 *
 * The marks are kept with the articles; which of them belong together is found
 * anew for the whole issue whenever one of its pages comes in or is made anew,
 * so that it is the same in whatever order they came. */

#include "config.h"

#include "fz-store.h"

#include "fz-links.h"

/* An issue has some dozens of marks; with more it is none, but pages that were
 * all given one day. */
#define MOST_JUMPS 300

static gboolean
insert_jump (FzConnection     *writer,
             gint64            id,
             FzJumpDirection   direction,
             const FzJump     *jump,
             GError          **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_JUMP, error);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, id);
  fz_statement_bind_text (add, fz_jump_direction_name (direction));
  fz_statement_bind_text (add, jump->edition);
  fz_statement_bind_text (add, jump->title);
  return fz_statement_run (add, error);
}

/**
 * fz_store_add_jumps:
 * @writer: the connection that writes
 * @id: id of an article
 * @article: the article
 * @error: a #FzLibraryError
 *
 * Keeps what it says of where it goes on and where it began.
 */
gboolean
fz_store_add_jumps (FzConnection     *writer,
                    gint64            id,
                    const FzArticle  *article,
                    GError          **error)
{
  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  for (FzJumpDirection direction = 0; direction < FZ_N_JUMPS; direction++)
    {
      g_auto (FzJump) jump = { NULL, NULL };

      if (fz_jump_read (&jump, article, direction) && !insert_jump (writer, id, direction, &jump, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes a part off its row; answers the name of its direction, until the next. */
static const char *
take_part (FzStatement *row,
           FzPart      *part)
{
  g_autofree char *edition = NULL;
  const char *direction;

  part->article = fz_statement_take_int (row);
  part->source = fz_statement_take_int (row);
  part->number = fz_statement_take_uint (row);
  part->title = fz_statement_dup_text (row);
  part->kicker = fz_statement_dup_text (row);
  edition = fz_statement_dup_text (row);
  direction = fz_statement_take_text (row);
  part->edition = fz_edition_plain (edition);
  part->jump.edition = fz_statement_dup_text (row);
  part->jump.title = fz_statement_dup_text (row);
  return direction;
}

static gboolean
get_parts (FzConnection  *writer,
           const char    *newspaper,
           const char    *date,
           GArray        *parts[FZ_N_JUMPS],
           GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_JUMPS_OF_ISSUE, error);
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_text (rows, newspaper);
  fz_statement_bind_text (rows, date);
  fz_statement_bind_int (rows, MOST_JUMPS + 1);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzPart part = { 0 };
      const char *direction = take_part (rows, &part);
      gboolean from = g_strcmp0 (direction, fz_jump_direction_name (FZ_JUMP_FROM)) == 0;

      g_array_append_val (parts[from ? FZ_JUMP_FROM : FZ_JUMP_TO], part);
    }
  return step == FZ_STEP_DONE;
}

static gboolean
unlink_parts (FzConnection  *writer,
              const GArray  *parts,
              GError       **error)
{
  for (guint i = 0; i < parts->len; i++)
    if (!fz_connection_run_on (writer, FZ_SQL_REMOVE_CONTINUATION, g_array_index (parts, FzPart, i).article, error))
      return FALSE;
  return TRUE;
}

static gboolean
link_parts (FzConnection   *writer,
            GArray * const  parts[FZ_N_JUMPS],
            GError        **error)
{
  g_autoptr (GArray) links = fz_links_find (parts[FZ_JUMP_TO], parts[FZ_JUMP_FROM]);

  for (guint i = 0; i < links->len; i++)
    {
      const FzLink *link = &g_array_index (links, FzLink, i);

      if (!fz_connection_run_on_two (writer, FZ_SQL_ADD_CONTINUATION, link->first, link->second, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_store_link_issue:
 * @writer: the connection that writes
 * @newspaper: (nullable): a newspaper
 * @date: (nullable): a day
 * @error: a #FzLibraryError
 *
 * Finds anew which articles of the issue are one story.  Where newspaper or day
 * is not known there is no issue, and nothing is linked.
 */
gboolean
fz_store_link_issue (FzConnection  *writer,
                     const char    *newspaper,
                     const char    *date,
                     GError       **error)
{
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (FzPart));
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (FzPart));
  GArray *parts[FZ_N_JUMPS] = { [FZ_JUMP_TO] = to, [FZ_JUMP_FROM] = from };

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (newspaper == NULL || date == NULL)
    return TRUE;
  g_array_set_clear_func (to, (GDestroyNotify) fz_part_clear);
  g_array_set_clear_func (from, (GDestroyNotify) fz_part_clear);
  if (!get_parts (writer, newspaper, date, parts, error) ||
      !unlink_parts (writer, to, error) || !unlink_parts (writer, from, error))
    return FALSE;
  return to->len + from->len > MOST_JUMPS || link_parts (writer, parts, error);
}

/**
 * fz_store_get_part:
 * @reader: a connection
 * @sql: %FZ_SQL_PART_BEFORE or %FZ_SQL_PART_BEHIND
 * @article: id of an article
 * @out_part: (out): id of the part of its story before it or behind it, or 0
 * @error: a #FzLibraryError
 */
gboolean
fz_store_get_part (FzConnection  *reader,
                   FzSql          sql,
                   gint64         article,
                   gint64        *out_part,
                   GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, sql, error);
  FzStep step;

  *out_part = 0;
  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_ROW)
    *out_part = fz_statement_take_int (get);
  return step != FZ_STEP_ERROR;
}
