/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-exchange.h"
#include "fz-finder.h"
#include "fz-revise.h"

/* One run: everything that an import needs at hand. */
typedef struct {
  FzLibrary             *library;
  const FzImportOptions *options;
  FzProgressFunc         progress;
  gpointer               user_data;
  GCancellable          *cancellable;
  FzFinder               finder;
  FzImportSummary       *summary;
} Import;

static void
ignore_progress (guint done, guint total, const char *path, gpointer user_data)
{
}

static FzFailure *
failure_new (const char *path, const char *reason)
{
  FzFailure *self = g_new0 (FzFailure, 1);

  self->path = g_strdup (path);
  self->reason = g_strdup (reason);
  return self;
}

static void
fail (const char *path, const char *reason, gpointer user_data)
{
  Import *self = user_data;

  g_ptr_array_add (self->summary->failures, failure_new (path, reason));
}

static void
note (const char *path, const char *reason, gpointer user_data)
{
  Import *self = user_data;

  g_ptr_array_add (self->summary->notes, failure_new (path, reason));
}

static void
tell_found (const char *path, gpointer user_data)
{
  Import *self = user_data;

  self->progress (0, self->finder.files->len, path, self->user_data);
}

static char *
name_source (const Import *self, const char *path)
{
  if (g_str_equal (path, "-"))
    return g_strdup (self->options->name != NULL ? self->options->name : "-");
  return g_filename_display_basename (path);
}

/* An empty word says nothing. */
static void
say (GPtrArray *corrections, FzCorrectionKind kind, const char *typed)
{
  if (typed != NULL && *typed != '\0')
    g_ptr_array_add (corrections, fz_correction_new (kind, 0, 0, typed));
}

/* What the person said overrules what the page says of itself, now and whenever
 * it is analysed again. */
static GPtrArray *
list_corrections (const FzImportOptions *options)
{
  GPtrArray *corrections = fz_corrections_new ();

  say (corrections, FZ_CORRECTION_NEWSPAPER, options->newspaper);
  say (corrections, FZ_CORRECTION_DATE, options->date);
  say (corrections, FZ_CORRECTION_EDITION, options->edition);
  say (corrections, FZ_CORRECTION_ENCODING, options->encoding);
  return corrections;
}

static FzSource *
read_source (const Import *self, const char *path, GError **error)
{
  g_autofree char *name = name_source (self, path);
  g_autoptr (GBytes) bytes = fz_input_read (path, self->cancellable, error);
  g_autoptr (GPtrArray) corrections = list_corrections (self->options);
  g_autoptr (FzAnalysis) analysis = NULL;
  FzSource *source;

  if (bytes == NULL || !fz_corrections_check (corrections, error))
    return NULL;
  analysis = fz_analysis_new_corrected (name, bytes, corrections, self->cancellable, error);
  if (analysis == NULL)
    return NULL;
  source = fz_source_new (name, bytes, analysis->page, analysis->facts);
  source->corrections = g_steal_pointer (&corrections);
  return source;
}

static void
count_added (FzImportSummary *summary, const FzPage *page)
{
  summary->added++;
  summary->articles += page->articles->len;
  summary->doubtful += page->doubtful != FALSE;
  fz_oddities_add (&summary->odd, &page->odd);
}

/* The reader named a newspaper for a page that is there as one of another: that one
 * stands, and the reader is told. */
static void
note_kept (Import *self, const char *path, const FzSource *source)
{
  const char *typed = source->newspaper.provenance == FZ_PROVENANCE_TYPED ? source->newspaper.value : NULL;
  g_autoptr (FzStored) stored = NULL;
  g_autofree char *reason = NULL;

  if (typed && *typed && source->article != 0)
    stored = fz_library_load (self->library, source->article, self->cancellable, NULL);
  if (!stored || g_strcmp0 (stored->entry->newspaper, typed) == 0)
    return;
  if (stored->entry->newspaper)
    reason = g_strdup_printf (_("It is in the library already, as a page of %s, and stays one"), stored->entry->newspaper);
  else
    reason = g_strdup (_("It is in the library already, without a newspaper, and stays so"));
  self->summary->kept++;
  note (path, reason, self);
}

static gboolean
import_file (Import *self, const char *path, GError **error)
{
  FzImportSummary *summary = self->summary;
  g_autoptr (FzSource) source = read_source (self, path, error);
  gboolean added;

  if (source == NULL || !fz_library_add (self->library, source, &added, self->cancellable, error))
    return FALSE;
  if (summary->first == 0)
    summary->first = source->article;
  if (added)
    {
      count_added (summary, source->page);
      return TRUE;
    }
  summary->present++;
  note_kept (self, path, source);
  return TRUE;
}

static void
import_or_fail (Import *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (import_file (self, path, &error))
    return;
  if (fz_error_ends_work (error))
    self->summary->stopped = g_steal_pointer (&error);
  else
    fail (path, error->message, self);
}

static void
import_files (Import *self)
{
  const GPtrArray *files = self->finder.files;

  for (guint i = 0; i < files->len && self->summary->stopped == NULL; i++)
    {
      self->progress (i, files->len, files->pdata[i], self->user_data);
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, &self->summary->stopped))
        import_or_fail (self, files->pdata[i]);
    }
}

static FzImportSummary *
summary_new (void)
{
  FzImportSummary *self = g_new0 (FzImportSummary, 1);

  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_failure_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_failure_free);
  return self;
}

/**
 * fz_import:
 * @library: the library that they come into
 * @paths: (array zero-terminated=1): files, folders, "-" for standard input
 * @options: (nullable): what the person said about all of them
 * @progress: (nullable): told before each file
 *
 * Brings pages into the library, each in a transaction of its own: whenever it
 * ends, each page is in the library whole or not at all.  A page that fails is
 * put down in the summary and the rest is done.
 *
 * Returns: (transfer full): what came in and what did not, also where it was
 *   cancelled
 */
FzImportSummary *
fz_import (FzLibrary *library, const char * const *paths, const FzImportOptions *options,
           FzProgressFunc progress, gpointer user_data, GCancellable *cancellable)
{
  static const FzImportOptions no_options = { 0 };
  Import self = {
    .library = library,
    .options = options != NULL ? options : &no_options,
    .progress = progress != NULL ? progress : ignore_progress,
    .user_data = user_data,
    .cancellable = cancellable,
    .summary = summary_new (),
  };

  self.finder = (FzFinder) {
    .failed = fail, .noted = note, .found = tell_found, .user_data = &self, .cancellable = cancellable,
  };
  fz_finder_init (&self.finder);
  for (guint i = 0; paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    fz_finder_add (&self.finder, paths[i]);
  g_cancellable_set_error_if_cancelled (cancellable, &self.summary->stopped);
  import_files (&self);
  fz_finder_clear (&self.finder);
  return self.summary;
}

void
fz_failure_free (FzFailure *self)
{
  g_free (self->path);
  g_free (self->reason);
  g_free (self);
}

void
fz_import_summary_free (FzImportSummary *self)
{
  g_ptr_array_unref (self->failures);
  g_ptr_array_unref (self->notes);
  g_clear_error (&self->stopped);
  g_free (self);
}
