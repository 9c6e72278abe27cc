/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-exchange.h"

G_BEGIN_DECLS

#define FZ_SHEET_NO_ARTICLE G_MAXUINT32

/**
 * FzSheetLine:
 * @start: where it begins in the text of the page, in bytes
 * @length: its bytes, without its end
 * @article: index of the article that it belongs to, or %FZ_SHEET_NO_ARTICLE
 * @joined: number of the line that its paragraph comes from, 0 where it begins one
 * @role: an #FzRole, or -1 where nothing is printed
 * @flags: #FzBlockFlags of the paragraph that it belongs to
 *
 * A physical line of a page.
 */
typedef struct {
  guint32 start;
  guint32 length;
  guint32 article;
  guint32 joined;
  gint8   role;
  guint8  flags;
} FzSheetLine;

/**
 * FzSheetSection:
 * @first: index of its first line
 * @end: one past its last
 * @article: index of the article, or %FZ_SHEET_NO_ARTICLE
 * @resumed: the article began further up
 *
 * Lines in a row that belong to one article.
 */
typedef struct {
  guint    first;
  guint    end;
  guint32  article;
  gboolean resumed;
} FzSheetSection;

/**
 * FzSheet:
 * @source: what the library holds of the page, without its bytes
 * @analysis: the page as the reader last corrected it
 * @lines: (element-type FzSheetLine): all of its physical lines
 * @sections: (element-type FzSheetSection): in page order, without a gap
 * @ids: (element-type gint64): of each article in the library, 0 where it is not there
 *
 * A whole page, ready to be shown; it never changes.
 */
typedef struct {
  grefcount       refs;
  FzStoredSource *source;
  FzAnalysis     *analysis;
  GArray         *lines;
  GArray         *sections;
  GArray         *ids;
} FzSheet;

FzSheet *fz_sheet_new         (FzStoredSource *source, FzAnalysis *analysis);
FzSheet *fz_sheet_ref         (FzSheet *self);
void     fz_sheet_unref       (FzSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzSheet, fz_sheet_unref)

void     fz_sheet_load_async  (FzLibrary *library, gint64 source, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
FzSheet *fz_sheet_load_finish (GAsyncResult *result, GError **error);

const FzSheetLine    *fz_sheet_line         (const FzSheet *self, guint index);
const FzSheetSection *fz_sheet_section_at   (const FzSheet *self, guint index);
char                 *fz_sheet_dup_text     (const FzSheet *self, guint index);
const FzArticle      *fz_sheet_article      (const FzSheet *self, guint32 article);
const FzFacts        *fz_sheet_facts        (const FzSheet *self, guint32 article);
guint32               fz_sheet_find_article (const FzSheet *self, gint64 id);
guint                 fz_article_anchor     (const FzArticle *self);

G_END_DECLS
