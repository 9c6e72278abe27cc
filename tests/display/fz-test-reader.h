/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-figures-pane.h"
#include "fz-reading-pane.h"
#include "fz-reading-view.h"

G_BEGIN_DECLS

/* The reading pane and the figures beside it in a window of their own, on a
 * library whose articles and facts are written out by hand. */
typedef struct {
  GtkWindow     *window;
  FzReadingPane *reading;
  FzFiguresPane *figures;
  FzLibrary     *library;
  char          *folder;
  gint64         article; /* the one of fz_test_village() */
} FzTestReader;

FzTestReader  *fz_test_reader_new        (int width, int height);
void           fz_test_reader_free       (FzTestReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzTestReader, fz_test_reader_free)

gint64         fz_test_reader_add        (FzTestReader *self, FzArticle *article, FzFacts *facts);
void           fz_test_reader_open       (FzTestReader *self, gint64 article);
void           fz_test_reader_reopen     (FzTestReader *self);
void           fz_test_reader_picture    (FzTestReader *self, const char *name);
void           fz_test_picture_of        (GtkWidget *native, const char *name);
FzReadingView *fz_test_reader_view       (FzTestReader *self);
char          *fz_test_reader_text       (FzTestReader *self, guint start, guint end);
gboolean       fz_test_reader_has        (FzTestReader *self, FzReadingLayer layer, guint position);
void           fz_test_reader_find       (FzTestReader *self, const char *words, guint *start, guint *end);
void           fz_test_reader_select     (FzTestReader *self, const char *words);
void           fz_test_reader_activate   (FzTestReader *self, const char *action);
guint          fz_test_reader_kept       (FzTestReader *self);
FzStored      *fz_test_reader_load       (FzTestReader *self);

FzArticle     *fz_test_village           (guint n_paragraphs);
FzFacts       *fz_test_village_facts     (const FzArticle *article);

G_END_DECLS
