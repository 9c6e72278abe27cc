/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include <string.h>

#include "fz-error.h"
#include "fz-pieces.h"

/* What a row shows of an article without a title: about two lines of a list. */
#define OPENING_LENGTH 48

/* A story over more pages than this is none. */
#define MOST_PARTS 8

/* The roles whose first block opens an article, the best first. */
static const FzRole openings[] = {
  FZ_ROLE_BODY, FZ_ROLE_CAPTION, FZ_ROLE_HEADING, FZ_ROLE_SUBTITLE, FZ_ROLE_KICKER, FZ_ROLE_TITLE,
};

static const FzBlock *
first_block_of (const FzArticle *article,
                FzRole           role)
{
  for (guint i = 0; i < article->blocks->len; i++)
    if (fz_article_block (article, i)->role == role)
      return fz_article_block (article, i);
  return NULL;
}

static char *
dup_opening (const FzArticle *article)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const FzBlock *block = first_block_of (article, openings[i]);

      if (block != NULL && block->end > block->start)
        return g_utf8_substring (article->text + block->byte_start, 0,
                                 MIN (block->end - block->start, OPENING_LENGTH));
    }
  return g_strdup ("");
}

static guint
count_body (const FzArticle *article)
{
  guint length = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      if (block->role == FZ_ROLE_BODY)
        length += block->end - block->start;
    }
  return length;
}

static gboolean
insert_article (FzConnection     *writer,
                gint64            id,
                gint64            source,
                const FzArticle  *article,
                const FzFacts    *facts,
                GError          **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_ARTICLE, error);
  g_autofree char *opening = dup_opening (article);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, id);
  fz_statement_bind_int (add, source);
  fz_statement_bind_int (add, article->number);
  fz_statement_bind_text (add, fz_article_kind_name (article->kind));
  fz_statement_bind_text (add, FZ_ENGINE_VERSION);
  fz_statement_bind_int (add, article->first_line);
  fz_statement_bind_int (add, article->last_line);
  fz_statement_bind_text (add, article->title);
  fz_statement_bind_text (add, article->kicker);
  fz_statement_bind_text (add, article->subtitle);
  fz_statement_bind_text (add, article->dateline);
  fz_statement_bind_int (add, (gint64) fz_facts_get_filed (facts));
  fz_statement_bind_text (add, opening);
  fz_statement_bind_int (add, count_body (article));
  fz_statement_bind_int (add, facts->figures->len);
  return fz_statement_run (add, error);
}

static gboolean
insert_text (FzConnection  *writer,
             gint64         id,
             const char    *text,
             GError       **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_TEXT, error);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, id);
  fz_statement_bind_text (add, text);
  return fz_statement_run (add, error);
}

static gboolean
insert_authors (FzConnection     *writer,
                gint64            id,
                const GPtrArray  *authors,
                GError          **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_AUTHOR, error);

  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < authors->len; i++)
    {
      const FzAuthor *author = g_ptr_array_index (authors, i);

      fz_statement_bind_int (add, id);
      fz_statement_bind_int (add, i);
      fz_statement_bind_text (add, author->role);
      fz_statement_bind_text (add, author->name);
      if (!fz_statement_run (add, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_block (FzStatement    *add,
              gint64          id,
              guint           ordinal,
              const FzBlock  *block,
              GError        **error)
{
  g_autoptr (GByteArray) pieces = fz_pieces_pack (block->pieces->data, block->pieces->len);

  fz_statement_bind_int (add, id);
  fz_statement_bind_int (add, ordinal);
  fz_statement_bind_text (add, fz_role_name (block->role));
  fz_statement_bind_int (add, block->flags);
  fz_statement_bind_int (add, block->start);
  fz_statement_bind_int (add, block->end);
  fz_statement_bind_blob (add, pieces->data, pieces->len);
  return fz_statement_run (add, error);
}

static gboolean
insert_blocks (FzConnection     *writer,
               gint64            id,
               const FzArticle  *article,
               GError          **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_BLOCK, error);

  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < article->blocks->len; i++)
    if (!insert_block (add, id, i, fz_article_block (article, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_seconds (FzConnection     *writer,
                gint64            id,
                gint64            source,
                const FzArticle  *article,
                const FzFacts    *facts,
                GError          **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_SECOND, error);

  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < facts->seconds->len; i++)
    {
      fz_statement_bind_int (add, (gint64) g_array_index (facts->seconds, FzRegion, i));
      fz_statement_bind_int (add, source);
      fz_statement_bind_int (add, article->number);
      fz_statement_bind_int (add, id);
      fz_statement_bind_int (add, (gint64) fz_facts_get_filed (facts));
      if (!fz_statement_run (add, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_store_add_article:
 * @writer: the connection that writes
 * @id: the id that it has, or 0 for a new one
 * @source: id of the source that it was cut from
 * @article: the article
 * @facts: what it says
 * @error: a #FzLibraryError
 *
 * Without its signature, see fz_store_sign_source().
 *
 * Returns: its id, or 0
 */
gint64
fz_store_add_article (FzConnection     *writer,
                      gint64            id,
                      gint64            source,
                      const FzArticle  *article,
                      const FzFacts    *facts,
                      GError          **error)
{
  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!insert_article (writer, id, source, article, facts, error))
    return 0;
  id = fz_connection_last_id (writer);
  if (!insert_text (writer, id, article->text, error) ||
      !insert_authors (writer, id, article->authors, error) ||
      !insert_blocks (writer, id, article, error) ||
      !insert_seconds (writer, id, source, article, facts, error) ||
      !fz_store_add_facts (writer, id, facts, error) ||
      !fz_store_add_jumps (writer, id, article, error))
    return 0;
  return id;
}

/* The canonical text while blocks are taken off its front. */
typedef struct {
  const char *next;
  guint       position;
  guint       length;
} Rest;

/* Blocks are appended as the engine did, so that byte offsets are made by the
 * same code; a block that does not then stand where the row says is no work of
 * ours. */
static gboolean
take_block (FzStatement  *row,
            FzArticle    *article,
            Rest         *rest,
            GError      **error)
{
  int role = fz_role_from_name (fz_statement_take_text (row));
  FzBlockFlags flags = (FzBlockFlags) fz_statement_take_uint (row);
  guint start = fz_statement_take_uint (row);
  guint end = fz_statement_take_uint (row);
  g_autoptr (GBytes) packed = fz_statement_take_bytes (row);
  g_autoptr (GArray) pieces = fz_pieces_unpack (packed);
  const char *behind;

  if (role < 0 || pieces == NULL || start != rest->position || end < start || end >= rest->length)
    return fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "block");
  behind = g_utf8_offset_to_pointer (rest->next, (glong) (end - start));
  if (*behind != '\n' || memchr (rest->next, '\n', (gsize) (behind - rest->next)) != NULL)
    return fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "article_text");
  fz_article_append_block (article, (FzRole) role, flags, rest->next, behind - rest->next,
                           (const FzPiece *) (gpointer) pieces->data, pieces->len);
  rest->next = behind + 1;
  rest->position = end + 1;
  return TRUE;
}

/**
 * fz_store_get_blocks:
 * @reader: a connection
 * @id: id of an article
 * @text: its canonical text
 * @article: takes the blocks
 * @error: a #FzLibraryError
 */
gboolean
fz_store_get_blocks (FzConnection  *reader,
                     gint64         id,
                     const char    *text,
                     FzArticle     *article,
                     GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_GET_BLOCKS, error);
  Rest rest = { .next = text, .length = (guint) g_utf8_strlen (text, -1) };
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, id);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    if (!take_block (rows, article, &rest, error))
      return FALSE;
  if (step == FZ_STEP_DONE && *rest.next != '\0')
    return fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "article_text");
  return step == FZ_STEP_DONE;
}

static gboolean
get_authors (FzConnection  *reader,
             gint64         id,
             FzArticle     *article,
             GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_GET_AUTHORS, error);
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, id);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      g_autofree char *role = fz_statement_dup_text (rows);
      g_autofree char *name = fz_statement_dup_text (rows);

      if (role == NULL || name == NULL)
        return fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "author");
      g_ptr_array_add (article->authors, fz_author_new (role, name));
    }
  return step == FZ_STEP_DONE;
}

/* Takes the head of an article off its row, and its canonical text. */
static char *
take_head (FzStatement *row,
           FzArticle   *article,
           FzFacts     *facts)
{
  int kind;
  g_autofree char *text = NULL;

  article->number = fz_statement_take_uint (row);
  kind = fz_article_kind_from_name (fz_statement_take_text (row));
  article->first_line = fz_statement_take_uint (row);
  article->last_line = fz_statement_take_uint (row);
  article->title = fz_statement_dup_text (row);
  article->kicker = fz_statement_dup_text (row);
  article->subtitle = fz_statement_dup_text (row);
  article->dateline = fz_statement_dup_text (row);
  text = fz_statement_dup_text (row);
  fz_facts_set_region (facts, (FzRegion) fz_statement_take_int (row));
  if (kind < 0 || text == NULL)
    return NULL;
  article->kind = (FzArticleKind) kind;
  return g_steal_pointer (&text);
}

static char *
get_head (FzConnection  *reader,
          gint64         id,
          FzArticle     *article,
          FzFacts       *facts,
          GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_GET_ARTICLE, error);
  char *text = NULL;
  FzStep step;

  if (get == NULL)
    return NULL;
  fz_statement_bind_int (get, id);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_ROW)
    text = take_head (get, article, facts);
  if (step != FZ_STEP_ERROR && text == NULL)
    fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "article");
  return text;
}

static FzStored *
load_one (FzConnection  *reader,
          gint64         article,
          GError       **error)
{
  g_autoptr (FzStored) stored = g_new0 (FzStored, 1);
  g_autofree char *text = NULL;

  stored->article = fz_article_new ();
  stored->facts = fz_facts_new ();
  stored->before = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_stored_free);
  stored->after = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_stored_free);
  if ((stored->entry = fz_store_get_entry (reader, article, error)) == NULL ||
      (text = get_head (reader, article, stored->article, stored->facts, error)) == NULL ||
      !fz_store_get_blocks (reader, article, text, stored->article, error) ||
      !get_authors (reader, article, stored->article, error) ||
      !fz_store_get_facts (reader, article, stored->article, stored->facts, error) ||
      !fz_store_get_position (reader, article, &stored->position, error) ||
      (stored->annotations = fz_store_get_annotations (reader, FZ_SQL_GET_ANNOTATIONS, article, error)) == NULL)
    return NULL;
  fz_interval_set_day (&stored->facts->page, stored->entry->date);
  return g_steal_pointer (&stored);
}

/* Walks from part to part; a file that was tampered with may lead in a circle. */
static gboolean
load_parts (FzConnection  *reader,
            FzSql          sql,
            gint64         article,
            GPtrArray     *parts,
            GError       **error)
{
  gint64 part = article;

  while (parts->len < MOST_PARTS)
    {
      FzStored *stored;

      if (!fz_store_get_part (reader, sql, part, &part, error))
        return FALSE;
      if (part == 0 || part == article)
        return TRUE;
      stored = load_one (reader, part, error);
      if (stored == NULL)
        return FALSE;
      g_ptr_array_insert (parts, sql == FZ_SQL_PART_BEFORE ? 0 : -1, stored);
    }
  return TRUE;
}

/**
 * fz_store_load:
 * @reader: a connection
 * @article: id of an article
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): the whole of the article, with the other parts of
 *   its story, or %NULL
 */
FzStored *
fz_store_load (FzConnection  *reader,
               gint64         article,
               GError       **error)
{
  g_autoptr (FzStored) stored = NULL;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  stored = load_one (reader, article, error);
  if (stored == NULL ||
      !load_parts (reader, FZ_SQL_PART_BEFORE, article, stored->before, error) ||
      !load_parts (reader, FZ_SQL_PART_BEHIND, article, stored->after, error) ||
      (stored->reprints = fz_store_list_of (reader, FZ_SQL_REPRINTS_OF_ARTICLE, article, error)) == NULL)
    return NULL;
  return g_steal_pointer (&stored);
}

/**
 * fz_store_get_text:
 * @reader: a connection
 * @article: id of an article
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full): its canonical text, or %NULL
 */
char *
fz_store_get_text (FzConnection  *reader,
                   gint64         article,
                   GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_GET_TEXT, error);
  FzStep step;

  if (get == NULL)
    return NULL;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "article_text");
  return step == FZ_STEP_ROW ? fz_statement_dup_text (get) : NULL;
}
