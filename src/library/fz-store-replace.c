/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new analysis in the place of an old one.
 *
 * All that is derived from the source goes and comes anew in one transaction,
 * and so do the corrections that the new analysis was made with; what the
 * reader made is lifted out before and put back on what is there then. */

#include "config.h"

#include "fz-store.h"

#include <glib/gi18n.h>

#include "fz-anchor.h"
#include "fz-error.h"
#include "fz-extents.h"
#include "fz-search-index.h"

/* The analysis was made before this transaction began; another program may
 * have been there in between. */
static gboolean
check_known (FzConnection     *writer,
             const FzRevision *revision,
             GError          **error)
{
  g_autoptr (GPtrArray) now = fz_store_get_corrections (writer, revision->source, error);
  gboolean same;

  if (now == NULL)
    return FALSE;
  same = now->len == revision->known->len;
  for (guint i = 0; same && i < now->len; i++)
    same = ((FzCorrection *) now->pdata[i])->id == ((FzCorrection *) revision->known->pdata[i])->id;
  return same || fz_error_set (error, FZ_LIBRARY_ERROR_CHANGED, NULL);
}

static gboolean
change_corrections (FzConnection  *writer,
                    FzRevision    *revision,
                    GError       **error)
{
  guint n_remove = revision->remove != NULL ? revision->remove->len : 0;
  guint n_add = revision->add != NULL ? revision->add->len : 0;

  for (guint i = 0; i < n_remove; i++)
    if (!fz_store_remove_correction (writer, revision->source, g_array_index (revision->remove, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < n_add; i++)
    if (!fz_store_add_correction (writer, revision->source, g_ptr_array_index (revision->add, i), error))
      return FALSE;
  return TRUE;
}

static GArray *
get_extents (FzConnection  *writer,
             FzSql          sql,
             gint64         source,
             GError       **error)
{
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (FzExtent));
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, sql, error);
  FzStep step;

  if (rows == NULL)
    return NULL;
  fz_statement_bind_int (rows, source);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzExtent extent;

      extent.id = fz_statement_take_int (rows);
      extent.first_line = fz_statement_take_uint (rows);
      extent.last_line = fz_statement_take_uint (rows);
      extent.read = fz_statement_take_int (rows) != 0;
      extent.starred = fz_statement_take_int (rows) != 0;
      extent.binned = fz_statement_take_uint (rows);
      g_array_append_val (extents, extent);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&extents) : NULL;
}

static GArray *
extents_of (const GPtrArray *articles)
{
  GArray *extents = g_array_new (FALSE, FALSE, sizeof (FzExtent));

  for (guint i = 0; i < articles->len; i++)
    {
      const FzArticle *article = articles->pdata[i];
      FzExtent extent = { .first_line = article->first_line, .last_line = article->last_line };

      g_array_append_val (extents, extent);
    }
  return extents;
}

/* In `band` at once, where fz_store_restore_stories() looks for it. */
static gboolean
sign (FzConnection     *writer,
      const FzRevision *revision,
      const GArray     *extents,
      GError          **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < extents->len; i++)
    g_array_append_val (ids, g_array_index (extents, FzExtent, i).id);
  return fz_store_sign_source (writer, revision->source, revision->analysis->page->articles, ids, error) &&
         fz_store_settle_bands (writer, revision->source, error);
}

/* Also fills in the ids of the articles that are new. */
static gboolean
insert_articles (FzConnection     *writer,
                 const FzRevision *revision,
                 GArray           *extents,
                 GError          **error)
{
  const FzSource *analysis = revision->analysis;

  for (guint i = 0; i < extents->len; i++)
    {
      FzExtent *extent = &g_array_index (extents, FzExtent, i);
      gboolean is_new = extent->id == 0;

      extent->id = fz_store_add_article (writer, extent->id, revision->source, analysis->page->articles->pdata[i],
                                         analysis->facts->pdata[i], error);
      if (extent->id == 0 || (is_new && !fz_store_inherit_marks (writer, extent, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_former (FzConnection    *writer,
            gint64           source,
            const FzExtent  *extent,
            GError         **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_FORMER, error);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, extent->id);
  fz_statement_bind_int (add, source);
  fz_statement_bind_int (add, extent->first_line);
  fz_statement_bind_int (add, extent->last_line);
  return fz_statement_run (add, error);
}

/* Remembers the old articles that are no more, and forgets that those were none
 * that are again. */
static gboolean
note_former (FzConnection  *writer,
             gint64         source,
             const GArray  *old,
             const GArray  *fresh,
             GError       **error)
{
  for (guint i = 0; i < old->len; i++)
    if (!add_former (writer, source, &g_array_index (old, FzExtent, i), error))
      return FALSE;
  for (guint i = 0; i < fresh->len; i++)
    if (!fz_connection_run_on (writer, FZ_SQL_REMOVE_FORMER, g_array_index (fresh, FzExtent, i).id, error))
      return FALSE;
  return TRUE;
}

static GArray *
texts_of (const GPtrArray *articles,
          const GArray    *extents)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (FzAnchorText));

  for (guint i = 0; i < articles->len; i++)
    {
      FzAnchorText text = { g_array_index (extents, FzExtent, i).id, ((const FzArticle *) articles->pdata[i])->text };

      g_array_append_val (texts, text);
    }
  return texts;
}

/* Puts back what the reader made of the texts. */
static gboolean
carry (FzConnection     *writer,
       const FzRevision *revision,
       const GPtrArray  *annotations,
       const GPtrArray  *places,
       const GPtrArray  *verdicts,
       const GArray     *extents,
       GError          **error)
{
  g_autoptr (GArray) texts = texts_of (revision->analysis->page->articles, extents);

  return fz_store_carry_annotations (writer, annotations, texts, error) &&
         fz_connection_run_on (writer, FZ_SQL_ORPHAN_EMPTIED, revision->source, error) &&
         fz_store_carry_positions (writer, places, texts, error) &&
         fz_store_carry_verdicts (writer, verdicts, revision->analysis, extents, error);
}

static gboolean
replace_articles (FzConnection     *writer,
                  const FzRevision *revision,
                  GError          **error)
{
  gint64 source = revision->source;
  g_autoptr (GArray) old = get_extents (writer, FZ_SQL_EXTENTS_OF_SOURCE, source, error);
  g_autoptr (GArray) former = old != NULL ? get_extents (writer, FZ_SQL_FORMER_OF_SOURCE, source, error) : NULL;
  g_autoptr (GArray) fresh = extents_of (revision->analysis->page->articles);
  g_autoptr (GPtrArray) annotations = NULL, places = NULL, verdicts = NULL, stories = NULL;

  if (former == NULL ||
      (annotations = fz_store_get_annotations (writer, FZ_SQL_ANNOTATIONS_OF_SOURCE, source, error)) == NULL ||
      (places = fz_store_take_positions (writer, source, error)) == NULL ||
      (verdicts = fz_store_take_verdicts (writer, source, error)) == NULL ||
      (stories = fz_store_keep_stories (writer, source, error)) == NULL)
    return FALSE;
  fz_extents_match (old, former, fresh);
  return fz_search_index_forget (writer, source, error) &&
         fz_store_count_days (writer, source, FALSE, error) &&
         fz_connection_run_on (writer, FZ_SQL_REMOVE_ARTICLES, source, error) &&
         insert_articles (writer, revision, fresh, error) &&
         fz_store_count_days (writer, source, TRUE, error) &&
         sign (writer, revision, fresh, error) &&
         fz_search_index_take (writer, source, error) &&
         fz_store_restore_stories (writer, stories, error) &&
         note_former (writer, source, old, fresh, error) &&
         carry (writer, revision, annotations, places, verdicts, fresh, error);
}

static gboolean
check_whole (const FzRevision  *revision,
             const char        *name,
             GError           **error)
{
  const FzSource *analysis = revision->analysis;

  if (analysis->page->articles->len > 0 && analysis->facts->len == analysis->page->articles->len)
    return TRUE;
  g_set_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED,
               _("The analysis of “%s” is incomplete; nothing of it was kept"), name);
  return FALSE;
}

/**
 * fz_store_replace:
 * @writer: the connection that writes
 * @revision: what is done to which source; the ids of what it adds are filled in
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where there is no such source or no such
 *   correction of it, %FZ_LIBRARY_ERROR_CHANGED, and others
 */
gboolean
fz_store_replace (FzConnection  *writer,
                  FzRevision    *revision,
                  GError       **error)
{
  g_autoptr (FzStoredSource) old = fz_store_get_source (writer, revision->source, error);
  const FzSource *now = revision->analysis;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  return old != NULL &&
         check_whole (revision, old->name, error) &&
         check_known (writer, revision, error) &&
         change_corrections (writer, revision, error) &&
         fz_store_set_source (writer, revision->source, now, error) &&
         replace_articles (writer, revision, error) &&
         fz_store_link_issue (writer, old->newspaper.value, old->date.value, error) &&
         fz_store_link_issue (writer, now->newspaper.value, now->date.value, error);
}
