/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-exchange.h"
#include "fz-revise.h"

/* What the reader says of a source and takes back.
 *
 * The source is analysed before the transaction, with the corrections that it
 * then has and the new ones.  Where another program corrected it meanwhile the
 * library refuses, and it is analysed again. */

#define TRIES 4

/* The region that it names, if it names one. */
static const char *
code_of (const FzCorrection *self, char **name)
{
  const char *code = NULL;

  if (self->kind == FZ_CORRECTION_REGION)
    return self->value;
  if (self->kind == FZ_CORRECTION_PLACE)
    *name = fz_correction_read_place (self->value, &code);
  return code;
}

/**
 * fz_corrections_check:
 * @corrections: (nullable) (element-type FzCorrection): what a reader said
 * @error: %FZ_TEXT_ERROR_CORRECTION and one sentence
 *
 * Returns: whether all of them say something that can be
 */
gboolean
fz_corrections_check (const GPtrArray *corrections, GError **error)
{
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      g_autofree char *name = NULL;
      const char *code;

      if (!fz_correction_check (corrections->pdata[i], error))
        return FALSE;
      code = code_of (corrections->pdata[i], &name);
      if (code == NULL || fz_region_from_code (code) != FZ_REGION_NONE)
        continue;
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_CORRECTION, _("There is no region “%s”"), code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_removed (const GArray *remove, gint64 id)
{
  for (guint i = 0; remove != NULL && i < remove->len; i++)
    if (g_array_index (remove, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* What comes back under an id of old goes back to its place; what is new has
 * none yet and comes last. */
static int
compare_ages (gconstpointer a, gconstpointer b)
{
  guint64 left = (guint64) (*(const FzCorrection * const *) a)->id - 1;
  guint64 right = (guint64) (*(const FzCorrection * const *) b)->id - 1;

  return (left > right) - (left < right);
}

/* The corrections that the source will have; borrowed from both. */
static GPtrArray *
list_after (const GPtrArray *known, const GPtrArray *add, const GArray *remove)
{
  GPtrArray *after = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    if (!is_removed (remove, ((const FzCorrection *) known->pdata[i])->id))
      g_ptr_array_add (after, known->pdata[i]);
  for (guint i = 0; add != NULL && i < add->len; i++)
    g_ptr_array_add (after, add->pdata[i]);
  g_ptr_array_sort (after, compare_ages);
  return after;
}

static gboolean
check_count (const GPtrArray *corrections, GError **error)
{
  if (corrections->len <= FZ_CORRECTIONS_MAX)
    return TRUE;
  g_set_error_literal (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_CORRECTION, _("There are too many corrections of this page"));
  return FALSE;
}

/* What is newly said must be of a line that the page has; else it would go to the
 * last article.  What comes back under an id was of one when it was said. */
static gboolean
check_lines (const GPtrArray *add, const FzPage *page, GError **error)
{
  guint lines = 0;

  for (const char *p = page->text; *p != '\0'; p = strchrnul (p, '\n'), p += *p != '\0')
    lines++;
  for (guint i = 0; add != NULL && i < add->len; i++)
    {
      const FzCorrection *correction = add->pdata[i];

      if (correction->id != 0 || correction->last_line <= lines)
        continue;
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_CORRECTION, _("The page ends at line %u"), lines);
      return FALSE;
    }
  return TRUE;
}

static gboolean
revise_once (FzLibrary *library, gint64 id, GPtrArray *add, const GArray *remove, guint *out_articles,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (FzStoredSource) source = fz_library_load_source (library, id, cancellable, error);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (FzAnalysis) analysis = NULL;
  g_autoptr (FzSource) analysed = NULL;
  FzRevision revision = { .source = id, .add = add, .remove = remove };

  if (source == NULL)
    return FALSE;
  after = list_after (source->corrections, add, remove);
  if (!check_count (after, error))
    return FALSE;
  analysis = fz_analysis_new_corrected (source->name, source->bytes, after, cancellable, error);
  if (analysis == NULL || !check_lines (add, analysis->page, error))
    return FALSE;
  analysed = fz_source_new (source->name, source->bytes, analysis->page, analysis->facts);
  revision.analysis = analysed;
  revision.known = source->corrections;
  if (out_articles != NULL)
    *out_articles = analysis->page->articles->len;
  return fz_library_replace (library, &revision, cancellable, error);
}

/**
 * fz_revise:
 * @library: a library
 * @source: id of a source
 * @add: (nullable) (element-type FzCorrection): put in; ids are filled in
 * @remove: (nullable) (element-type gint64): taken out
 * @out_articles: (out) (optional): how many articles it now has
 *
 * Makes a source anew, in one transaction with what is put in and taken out.
 *
 * Returns: %FALSE with @error set and everything as it was
 */
gboolean
fz_revise (FzLibrary *library, gint64 source, GPtrArray *add, const GArray *remove, guint *out_articles,
           GCancellable *cancellable, GError **error)
{
  for (guint try = 1;; try++)
    {
      g_autoptr (GError) reason = NULL;

      if (revise_once (library, source, add, remove, out_articles, cancellable, &reason))
        return TRUE;
      if (try < TRIES && g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_CHANGED))
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
}

static gpointer
copy_correction (gconstpointer correction, gpointer unused)
{
  return fz_correction_copy (correction);
}

static GPtrArray *
copy_corrections (const GPtrArray *self)
{
  GPtrArray *copy = fz_corrections_new ();

  if (self != NULL)
    g_ptr_array_extend (copy, (GPtrArray *) self, copy_correction, NULL);
  return copy;
}

/**
 * fz_correct:
 * @library: a library
 * @source: id of a source
 * @add: (nullable) (element-type FzCorrection): what the reader says; those with
 *   an id come back under it
 * @remove: (nullable) (element-type gint64): ids of what the reader takes back
 * @cancellable: (nullable): stops it
 * @error: %FZ_TEXT_ERROR_CORRECTION where one of them says nothing that can be,
 *   another #FzTextError where the page cannot be read so, or a #FzLibraryError
 *
 * Makes the source anew with what is put in and without what is taken out, all
 * in one transaction.
 *
 * Returns: (transfer full) (element-type FzCorrection): what was put in, with
 *   ids; or %NULL and everything as it was
 */
GPtrArray *
fz_correct (FzLibrary *library, gint64 source, const GPtrArray *add, const GArray *remove,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) added = copy_corrections (add);

  if (!fz_corrections_check (added, error) || !fz_revise (library, source, added, remove, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&added);
}

typedef struct {
  gint64     source;
  GPtrArray *add;
  GArray    *remove;
} Correct;

static void
correct_free (gpointer data)
{
  Correct *self = data;

  g_ptr_array_unref (self->add);
  g_clear_pointer (&self->remove, g_array_unref);
  g_free (self);
}

static void
correct_in_thread (GTask *task, gpointer library, gpointer task_data, GCancellable *cancellable)
{
  Correct *self = task_data;
  GError *error = NULL;
  GPtrArray *added = fz_correct (library, self->source, self->add, self->remove, cancellable, &error);

  if (added != NULL)
    g_task_return_pointer (task, added, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fz_correct_async:
 *
 * As fz_correct(), in a thread; both lists are copied.
 */
void
fz_correct_async (FzLibrary *library, gint64 source, const GPtrArray *add, const GArray *remove,
                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  Correct *self = g_new0 (Correct, 1);

  self->source = source;
  self->add = copy_corrections (add);
  self->remove = remove != NULL ? g_array_copy ((GArray *) remove) : NULL;
  g_task_set_source_tag (task, fz_correct_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, correct_free);
  g_task_run_in_thread (task, correct_in_thread);
}

/**
 * fz_correct_finish:
 *
 * Returns: (transfer full) (element-type FzCorrection): as fz_correct()
 */
GPtrArray *
fz_correct_finish (FzLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fz_correct_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
