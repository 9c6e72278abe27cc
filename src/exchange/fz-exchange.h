/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-library.h"

G_BEGIN_DECLS

/**
 * FzAnalysis:
 * @name: what the page is called
 * @page: its articles
 * @facts: (element-type FzFacts): of each article, in the same order
 */
typedef struct {
  char      *name;
  FzPage    *page;
  GPtrArray *facts;
} FzAnalysis;

/* The whole way of a page but for the library: bytes to articles with facts. */
FzAnalysis *fz_analysis_new  (const char *name, GBytes *bytes, const char *encoding, GCancellable *cancellable,
                              GError **error);
/* The same with what the reader corrected: (nullable) (element-type FzCorrection). */
FzAnalysis *fz_analysis_new_corrected (const char *name, GBytes *bytes, const GPtrArray *corrections,
                                        GCancellable *cancellable, GError **error);
void        fz_analysis_free (FzAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzAnalysis, fz_analysis_free)

/* The JSON contract: one line an article, ended by '\n'. */
void        fz_analysis_print_json (const FzAnalysis *self, GString *out);
void        fz_analysis_print_text (const FzAnalysis *self, GString *out);

/* Whether all of them say something that can be; regions are known to the gazetteer. */
gboolean    fz_corrections_check (const GPtrArray *corrections, GError **error);

/* An article with the names that nothing in it settles; see fz-open-places.c. */
void        fz_load_open_places_async  (FzLibrary *library, gint64 article, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
FzStored   *fz_load_open_places_finish (FzLibrary *library, GAsyncResult *result, GError **error);

/* Reading what a person names: a file, or "-" for standard input. */
GBytes     *fz_input_read      (const char *path, GCancellable *cancellable, GError **error);

/* FzImport: files and folders into a library.
 *
 * Walks folders, without following a link twice, reads, analyses and adds, in
 * a thread of its own; one transaction a source, so that it may be stopped at
 * any time.  Progress is told in the main context it was started in. */
typedef struct {
  char *path;
  char *reason; /* one sentence for a person */
} FzFailure;

void fz_failure_free (FzFailure *self);

/**
 * FzImportSummary:
 * @added: sources that came in
 * @present: sources whose bytes were there already
 * @kept: those of them for which another newspaper was named than they have
 * @articles: articles of those that came in
 * @odd: what the files of those have that is not printed, counted by kind
 * @doubtful: those of which the encoding is a doubtful guess
 * @first: id of the first article of the first source that came in or was there
 *   already, 0 where there is none
 * @failures: (element-type FzFailure): what did not come in, in order
 * @notes: (element-type FzFailure): links that lead back to where they lie and
 *   were not followed, no page is missing for them; and pages that keep their
 *   newspaper
 * @stopped: (nullable): why the rest was not tried: cancelled, or the library
 *   takes no more
 */
typedef struct {
  guint      added;
  guint      present;
  guint      kept;
  guint      articles;
  FzOddities odd;
  guint      doubtful;
  gint64     first;
  GPtrArray *failures;
  GPtrArray *notes;
  GError    *stopped;
} FzImportSummary;

void fz_import_summary_free (FzImportSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzImportSummary, fz_import_summary_free)

/**
 * FzImportOptions:
 * @newspaper: (nullable): of all of them, whatever the pages say
 * @date: (nullable): ISO 8601
 * @edition: (nullable): 版次
 * @encoding: (nullable): an ICU converter name, or %NULL to guess
 * @name: (nullable): what standard input is called
 */
typedef struct {
  const char *newspaper;
  const char *date;
  const char *edition;
  const char *encoding;
  const char *name;
} FzImportOptions;

/* @done of @total files, @total growing while folders are still walked. */
typedef void (*FzProgressFunc) (guint done, guint total, const char *path, gpointer user_data);

FzImportSummary *fz_import        (FzLibrary *library, const char * const *paths, const FzImportOptions *options,
                                   FzProgressFunc progress, gpointer user_data, GCancellable *cancellable);
void             fz_import_async  (FzLibrary *library, const char * const *paths, const FzImportOptions *options,
                                   FzProgressFunc progress, gpointer progress_data, GDestroyNotify progress_destroy,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
FzImportSummary *fz_import_finish (GAsyncResult *result, GError **error);

/* FzReanalysis: sources of a library made anew from their bytes by this engine,
 * with the reader's corrections; one transaction a source, as FzImport. */

/**
 * FzReanalysisSummary:
 * @done: sources that were made anew
 * @articles: articles that they now have
 * @failures: (element-type FzFailure): sources that stayed as they were
 * @stopped: (nullable): why the rest was not tried
 */
typedef struct {
  guint      done;
  guint      articles;
  GPtrArray *failures;
  GError    *stopped;
} FzReanalysisSummary;

void fz_reanalysis_summary_free (FzReanalysisSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzReanalysisSummary, fz_reanalysis_summary_free)

/**
 * FzReanalysisScope:
 * @FZ_REANALYSIS_OUTDATED: sources that this engine did not make
 * @FZ_REANALYSIS_ALL: all sources
 * @FZ_REANALYSIS_UNMADE: sources that no engine made since they were mended
 */
typedef enum {
  FZ_REANALYSIS_OUTDATED,
  FZ_REANALYSIS_ALL,
  FZ_REANALYSIS_UNMADE,
} FzReanalysisScope;

FzReanalysisSummary *fz_reanalyze        (FzLibrary *library, FzReanalysisScope scope, FzProgressFunc progress, gpointer user_data,
                                          GCancellable *cancellable);
void                 fz_reanalyze_async  (FzLibrary *library, FzReanalysisScope scope,
                                          FzProgressFunc progress, gpointer progress_data, GDestroyNotify progress_destroy,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
FzReanalysisSummary *fz_reanalyze_finish (GAsyncResult *result, GError **error);

/* What the reader says and takes back: corrections of one source are put in
 * (@add, element-type FzCorrection, nullable) and taken out (@remove,
 * element-type gint64, their ids, nullable) and the source is made anew, all in
 * one transaction.  Several that belong together are given together.
 *
 * Answers (transfer full) (element-type FzCorrection) what was put in, with
 * its ids: these taken out again undo the act, and the same list put in again
 * does it anew, under the ids it had.  To be undone a removal puts back what it
 * took out.  An error leaves everything as it was; its message is one sentence. */
GPtrArray *fz_correct        (FzLibrary *library, gint64 source, const GPtrArray *add, const GArray *remove,
                              GCancellable *cancellable, GError **error);
void       fz_correct_async  (FzLibrary *library, gint64 source, const GPtrArray *add, const GArray *remove,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *fz_correct_finish (FzLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
