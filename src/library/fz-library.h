/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-facts.h"
#include "fz-page.h"
#include "fz-record.h"
#include "fz-search-record.h"

G_BEGIN_DECLS

/* FzLibrary: the reader's articles in one SQLite file.
 *
 * Threads.  One thread of the library's own writes; a small pool reads (WAL).
 * Every operation comes twice: `fz_library_x()` blocks its caller until the
 * store has answered, for the command line, importers and tests;
 * `fz_library_x_async()` answers in the caller's main context.  Only the second
 * may be called where a window is drawn.  A cancelled read is stopped inside
 * SQLite; a cancelled write that has begun either is undone whole or was
 * already committed.
 */

#define FZ_LIBRARY_ERROR (fz_library_error_quark ())
GQuark fz_library_error_quark (void);

typedef enum {
  FZ_LIBRARY_ERROR_FAILED,       /* SQLite said no, see the message */
  FZ_LIBRARY_ERROR_NOT_LIBRARY,  /* the file is something else */
  FZ_LIBRARY_ERROR_TOO_NEW,      /* written by a later Fangzhi */
  FZ_LIBRARY_ERROR_DAMAGED,      /* SQLite finds it corrupt, or what the reader said makes no sense */
  FZ_LIBRARY_ERROR_READ_ONLY,    /* the file or its folder cannot be written */
  FZ_LIBRARY_ERROR_BUSY,         /* another program holds it */
  FZ_LIBRARY_ERROR_FULL,         /* no space left */
  FZ_LIBRARY_ERROR_NOT_FOUND,    /* no such article or annotation */
  FZ_LIBRARY_ERROR_CHANGED,      /* somebody else corrected the source meanwhile */
  FZ_LIBRARY_ERROR_QUERY,        /* what was looked for cannot be understood, see the message */
  FZ_LIBRARY_ERROR_UNREADABLE,   /* what was made of a page makes no sense; it is to be analysed anew */
  FZ_LIBRARY_ERROR_BAD_BACKUP,   /* the copy is corrupt that was to take the library's place */
  FZ_LIBRARY_ERROR_NO_BACKUP,    /* it is not there, or cannot be read */
  FZ_LIBRARY_ERROR_SAME_FILE,    /* a copy is the library itself */
} FzLibraryError;

#define FZ_TYPE_LIBRARY (fz_library_get_type ())
G_DECLARE_FINAL_TYPE (FzLibrary, fz_library, FZ, LIBRARY, GObject)

/* Opening makes the file and its folder where they are missing.  A path is a
 * file's name and nothing else: no address, no ":memory:". */
FzLibrary  *fz_library_open            (const char *path, GCancellable *cancellable, GError **error);
void        fz_library_open_async      (const char *path, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
FzLibrary  *fz_library_open_finish     (GAsyncResult *result, GError **error);
const char *fz_library_get_path        (FzLibrary *self);
gboolean    fz_library_was_damaged     (FzLibrary *self);
char       *fz_library_default_path    (void);

/* One source with all its articles and facts, in one transaction. @out_added is
 * FALSE where the same bytes are in the library already.  The second way copies
 * the source's own fields, so that it may be freed at once; its page, facts and
 * bytes are shared until the callback.  Hash and first article are filled in by
 * the first. */
gboolean    fz_library_add             (FzLibrary *self, FzSource *source, gboolean *out_added,
                                        GCancellable *cancellable, GError **error);
void        fz_library_add_async       (FzLibrary *self, FzSource *source, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_add_finish      (FzLibrary *self, GAsyncResult *result, gboolean *out_added, GError **error);

/* (transfer container) (element-type FzEntry): the rows of a list, @limit of
 * them from @offset on, in the order of the query.  A count that fails is -1. */
GPtrArray  *fz_library_list            (FzLibrary *self, const FzQuery *query, guint offset, guint limit,
                                        GCancellable *cancellable, GError **error);
void        fz_library_list_async      (FzLibrary *self, const FzQuery *query, guint offset, guint limit,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *fz_library_list_finish     (FzLibrary *self, GAsyncResult *result, GError **error);
gint64      fz_library_count           (FzLibrary *self, const FzQuery *query, GCancellable *cancellable, GError **error);
void        fz_library_count_async     (FzLibrary *self, const FzQuery *query, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gint64      fz_library_count_finish    (FzLibrary *self, GAsyncResult *result, GError **error);
gint64      fz_library_count_until     (FzLibrary *self, GAsyncResult *result);

/* (element-type FzRegionCount): each region that articles are filed under, with
 * the upper regions of those, counts including what is below; in code order,
 * articles under no region last as FZ_REGION_NONE. */
GArray     *fz_library_regions         (FzLibrary *self, GCancellable *cancellable, GError **error);
void        fz_library_regions_async   (FzLibrary *self, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GArray     *fz_library_regions_finish  (FzLibrary *self, GAsyncResult *result, GError **error);

/* The whole of one article: its entry, text, blocks, facts and annotations. */
FzStored   *fz_library_load            (FzLibrary *self, gint64 article, GCancellable *cancellable, GError **error);
void        fz_library_load_async      (FzLibrary *self, gint64 article, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
FzStored   *fz_library_load_finish     (FzLibrary *self, GAsyncResult *result, GError **error);

/* Calls @func for each figure that @query lets through, in library order, from
 * the calling thread, without holding them all; stops when it returns FALSE.
 * @func may ask the library itself. */
typedef gboolean (*FzFigureFunc) (const FzFigureRow *row, gpointer user_data);
gboolean    fz_library_figures         (FzLibrary *self, const FzFigureQuery *query, FzFigureFunc func, gpointer user_data,
                                        GCancellable *cancellable, GError **error);

/* What the reader says of a figure: @figure as the library gave it, with the
 * verdict and what the reader says instead, or one that is added.  AUTO takes it
 * back, and with it what was added.  @out_ordinal is its number from then on. */
gboolean    fz_library_judge           (FzLibrary *self, gint64 article, const FzFigure *figure, guint *out_ordinal,
                                        GCancellable *cancellable, GError **error);
void        fz_library_judge_async     (FzLibrary *self, gint64 article, const FzFigure *figure, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_judge_finish    (FzLibrary *self, GAsyncResult *result, guint *out_ordinal, GError **error);

/* Looks for articles; see fz-search-record.h.  A count that fails is -1; counting
 * ends at @most.  A search is cancelled like any reading: who types on asks
 * anew. */
FzHits     *fz_library_search              (FzLibrary *self, const FzSearchRequest *request,
                                            GCancellable *cancellable, GError **error);
void        fz_library_search_async        (FzLibrary *self, const FzSearchRequest *request, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
FzHits     *fz_library_search_finish       (FzLibrary *self, GAsyncResult *result, GError **error);

/* Calls @func with page after page, all of the same state of the library, in the
 * thread that reads; stops when it returns FALSE.  @func may not ask the library. */
typedef gboolean (*FzHitsFunc) (const FzHits *hits, gpointer user_data);
gboolean    fz_library_search_all          (FzLibrary *self, const FzSearchRequest *request, FzHitsFunc func,
                                            gpointer user_data, GCancellable *cancellable, GError **error);

gint64      fz_library_count_hits          (FzLibrary *self, const char *query, gint64 most,
                                            GCancellable *cancellable, GError **error);
void        fz_library_count_hits_async    (FzLibrary *self, const char *query, gint64 most, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
gint64      fz_library_count_hits_finish   (FzLibrary *self, GAsyncResult *result, GError **error);

/* (element-type FzRegionCount): hits by region, as fz_library_regions() has them. */
void        fz_library_count_hits_by_region_async  (FzLibrary *self, const char *query, gint64 most,
                                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                                    gpointer user_data);
GArray     *fz_library_count_hits_by_region_finish (FzLibrary *self, GAsyncResult *result, gint64 *out_count,
                                                    GError **error);

/* Fills the index where it is not whole: after an update of Fangzhi.  The library
 * does so by itself while nothing is written; who cannot wait for that calls
 * this.  @func is told how far it is, roughly. */
typedef void (*FzIndexFunc) (gint64 done, gint64 total, gpointer user_data);
gboolean    fz_library_fill_index          (FzLibrary *self, FzIndexFunc func, gpointer user_data,
                                            GCancellable *cancellable, GError **error);

/* The bytes of the source that an article was cut from. */
GBytes     *fz_library_source_bytes    (FzLibrary *self, gint64 source, GCancellable *cancellable, GError **error);

/* A source with its claims, corrections, bytes and the entries of its articles. */
FzStoredSource *fz_library_load_source        (FzLibrary *self, gint64 source, GCancellable *cancellable, GError **error);
void            fz_library_load_source_async  (FzLibrary *self, gint64 source, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer user_data);
FzStoredSource *fz_library_load_source_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* (element-type gint64): ids of the sources whose articles another engine than
 * @engine made, or of all where it is %NULL; in the order of import. */
GArray     *fz_library_sources         (FzLibrary *self, const char *engine, GCancellable *cancellable, GError **error);

/* (transfer full) (element-type FzCorrection): what the reader corrected in a
 * source, or in all of them where @source is 0; in the order in which it was done. */
GPtrArray  *fz_library_corrections        (FzLibrary *self, gint64 source, GCancellable *cancellable, GError **error);
void        fz_library_corrections_async  (FzLibrary *self, gint64 source, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *fz_library_corrections_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* Puts a new analysis of a source in the place of the old one, and corrections
 * in and out, in one transaction.  An article that holds the lines of an old one
 * keeps its id, and with it its read mark; marks and verdicts are carried over.
 * Who shows windows calls fz_correct_async() of exchange instead. */
gboolean    fz_library_replace         (FzLibrary *self, FzRevision *revision, GCancellable *cancellable, GError **error);

void        fz_library_set_read_async  (FzLibrary *self, gint64 article, gboolean read, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_set_read_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* Says something of many articles at once, in one transaction; those that are
 * gone are passed over.  (element-type gint64): answers those that have changed,
 * for whoever wants to undo it. */
GArray     *fz_library_mark            (FzLibrary *self, const GArray *articles, FzMark mark, gboolean on,
                                        GCancellable *cancellable, GError **error);
void        fz_library_mark_async      (FzLibrary *self, const GArray *articles, FzMark mark, gboolean on,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray     *fz_library_mark_finish     (FzLibrary *self, GAsyncResult *result, GError **error);

/* What lies in the bin is seen there no more; its notes are kept as orphans. */
gboolean    fz_library_empty_bin        (FzLibrary *self, GCancellable *cancellable, GError **error);
void        fz_library_empty_bin_async  (FzLibrary *self, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_empty_bin_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* Where the reader stopped in an article, as a code point of its text, or -1;
 * an FzStored has it.  Nobody is told that it has changed. */
gboolean    fz_library_set_position        (FzLibrary *self, gint64 article, gint64 position,
                                            GCancellable *cancellable, GError **error);
void        fz_library_set_position_async  (FzLibrary *self, gint64 article, gint64 position, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_set_position_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* (transfer full) (element-type FzSavedSearch): what is looked for again and
 * again.  `put` inserts where the id is 0, and answers the id, or 0. */
GPtrArray  *fz_library_saved_searches             (FzLibrary *self, GCancellable *cancellable, GError **error);
void        fz_library_saved_searches_async       (FzLibrary *self, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *fz_library_saved_searches_finish      (FzLibrary *self, GAsyncResult *result, GError **error);
gint64      fz_library_put_saved_search           (FzLibrary *self, const FzSavedSearch *saved,
                                                   GCancellable *cancellable, GError **error);
void        fz_library_put_saved_search_async     (FzLibrary *self, const FzSavedSearch *saved, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
gint64      fz_library_put_saved_search_finish    (FzLibrary *self, GAsyncResult *result, GError **error);
gboolean    fz_library_remove_saved_search        (FzLibrary *self, gint64 saved, GCancellable *cancellable, GError **error);
void        fz_library_remove_saved_search_async  (FzLibrary *self, gint64 saved, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_remove_saved_search_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* (transfer full) (element-type FzOrphan): the reader's marks whose words stand in
 * no article any more, @limit at most. */
GPtrArray  *fz_library_orphans              (FzLibrary *self, guint limit, GCancellable *cancellable, GError **error);
void        fz_library_orphans_async        (FzLibrary *self, guint limit, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *fz_library_orphans_finish       (FzLibrary *self, GAsyncResult *result, GError **error);
void        fz_library_count_orphans_async  (FzLibrary *self, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
gint64      fz_library_count_orphans_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* What goes when a source is removed, and removing it.  Notes are kept, and find
 * their places again when the same bytes are imported again. */
gboolean    fz_library_weigh_removal        (FzLibrary *self, gint64 source, FzRemoval *out,
                                             GCancellable *cancellable, GError **error);
void        fz_library_weigh_removal_async  (FzLibrary *self, gint64 source, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_weigh_removal_finish (FzLibrary *self, GAsyncResult *result, FzRemoval *out, GError **error);
gboolean    fz_library_remove_source        (FzLibrary *self, gint64 source, GCancellable *cancellable, GError **error);
void        fz_library_remove_source_async  (FzLibrary *self, gint64 source, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_remove_source_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* Annotations.  `put` inserts where annotation->id is 0 and answers the id it
 * has from then on, or 0 with the error set; putting back one that was removed, with its old id, is how
 * a removal is undone. */
gint64      fz_library_put_annotation        (FzLibrary *self, const FzAnnotation *annotation, GCancellable *cancellable, GError **error);
void        fz_library_put_annotation_async  (FzLibrary *self, const FzAnnotation *annotation, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gint64      fz_library_put_annotation_finish (FzLibrary *self, GAsyncResult *result, GError **error);
gboolean    fz_library_remove_annotation        (FzLibrary *self, gint64 annotation, GCancellable *cancellable, GError **error);
void        fz_library_remove_annotation_async  (FzLibrary *self, gint64 annotation, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_remove_annotation_finish (FzLibrary *self, GAsyncResult *result, GError **error);

/* SIGNAL marked (articles, mark, on, counts): a few articles were marked, and nothing
 * else has changed.
 * SIGNAL changed (): something was committed through this object, or by another
 * program where it was opened asynchronously; emitted in the main context in which
 * the library was opened. */

/* Reprints: the same story in several papers, see fz-reprint.h.  A story is found
 * when its articles come in, and has a number while they are there; what the
 * reader parts stays apart.  FzStored has the others of an article's story. */
GArray     *fz_library_stories         (FzLibrary *self, gint64 after, guint limit, GCancellable *cancellable, GError **error);
GPtrArray  *fz_library_story           (FzLibrary *self, gint64 story, GCancellable *cancellable, GError **error);
gboolean    fz_library_part            (FzLibrary *self, gint64 article, gint64 other, gboolean apart,
                                        GCancellable *cancellable, GError **error);
void        fz_library_part_async      (FzLibrary *self, gint64 article, gint64 other, gboolean apart,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    fz_library_part_finish     (FzLibrary *self, GAsyncResult *result, GError **error);
/* What was imported before there were signatures gets them while nothing is
 * written; who cannot wait for that calls this. */
gboolean    fz_library_fill_signatures (FzLibrary *self, FzIndexFunc func, gpointer user_data,
                                        GCancellable *cancellable, GError **error);

/* Care of the library.  @func is told how far it is, in the calling thread. */
typedef void (*FzCareFunc) (guint done, guint total, gpointer user_data);

/* (transfer full) (element-type utf8): what is wrong with the file, nothing where
 * it is sound. */
GPtrArray  *fz_library_check           (FzLibrary *self, FzCareFunc func, gpointer user_data,
                                        GCancellable *cancellable, GError **error);
gboolean    fz_library_backup          (FzLibrary *self, const char *copy, FzCareFunc func, gpointer user_data,
                                        GCancellable *cancellable, GError **error);
/* How many articles a copy has, or -1. */
gint64      fz_library_count_copy      (const char *copy, GCancellable *cancellable, GError **error);
void        fz_library_is_unmade_async (FzLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean    fz_library_is_unmade_finish (FzLibrary *self, GAsyncResult *result, GError **error);
/* The library is not open here then; what was there stays as @path.before, or
 * @path.before.2 and so on, of which @out_kept is told. */
gboolean    fz_library_restore         (const char *path, const char *copy, FzCareFunc func, gpointer user_data,
                                        char **out_kept, GCancellable *cancellable, GError **error);
/* What still reads of a damaged library, in a new one at @to; @path is only read. */
gboolean    fz_library_salvage         (const char *path, const char *to, FzCareFunc func, gpointer user_data,
                                        gboolean *out_all, GCancellable *cancellable, GError **error);
/* The same, in the place of the damaged one. */
gboolean    fz_library_mend            (const char *path, FzCareFunc func, gpointer user_data,
                                        gboolean *out_all, char **out_kept, GCancellable *cancellable, GError **error);
/* Makes the index for search anew, out of the articles. */
gboolean    fz_library_renew_index     (FzLibrary *self, FzIndexFunc func, gpointer user_data,
                                        GCancellable *cancellable, GError **error);

/* Waits for what was begun and closes the file; also done by the last unref, which
 * does not wait where the library was opened asynchronously: that is waited for
 * where the program ends. */
void        fz_library_close           (FzLibrary *self);
void        fz_library_wait_closed     (void);

G_END_DECLS
