/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/* Sources made by hand, of invented news: what the engine would make of them is
 * not these tests' matter. */

#define SAMPLE_HANGZHOU G_GUINT64_CONSTANT (330100000000)
#define SAMPLE_YUHANG   G_GUINT64_CONSTANT (330110000000)
#define SAMPLE_CHENGDU  G_GUINT64_CONSTANT (510100000000)

FzSource *sample_source      (void);
FzSource *sample_small       (guint number, FzRegion region);
FzSource *sample_story      (guint number, const char *newspaper, const char *body);
FzSource *sample_large       (guint n_articles);
char     *sample_folder      (void);
void      sample_folder_free (char *folder);
void      sample_cut         (FzSource *source, guint n_facts);

/* A library of its own for each test. */
typedef struct {
  char      *folder;
  char      *path;
  FzLibrary *library;
} Fixture;

void      fixture_set_up    (Fixture *fixture, gconstpointer data);
void      fixture_tear_down (Fixture *fixture, gconstpointer data);
void      fixture_reopen    (Fixture *fixture);
gboolean  fixture_add       (Fixture *fixture, FzSource *source);
GPtrArray *fixture_list     (Fixture *fixture, FzQuery query);
gint64    fixture_count     (Fixture *fixture, FzQuery query);
FzStored *fixture_load      (Fixture *fixture, gint64 article);
gint64    fixture_id        (Fixture *fixture, guint index);

/* The answer of an asynchronous call, for who waits for it. */
void          keep_result   (GObject *object, GAsyncResult *result, gpointer kept);
GAsyncResult *wait_result   (GAsyncResult **kept);

G_END_DECLS
