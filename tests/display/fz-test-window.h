/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-application.h"
#include "fz-window.h"

G_BEGIN_DECLS

/* A real window in a test: its library lies in a folder of its own, which goes
 * with it. */
typedef struct {
  FzApplication *application;
  FzWindow      *window;  /* (nullable): none after it was closed */
  char          *folder;
  char          *library; /* its file */
} FzTestWindow;

typedef gboolean (*FzTestCondition) (gpointer user_data);

FzTestWindow *fz_test_window_new     (int width, int height);
FzTestWindow *fz_test_window_samples (int width, int height);
void          fz_test_window_free    (FzTestWindow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzTestWindow, fz_test_window_free)

void          fz_test_window_present (FzTestWindow *self, int width, int height);
void          fz_test_window_close   (FzTestWindow *self);
void          fz_test_window_settle  (FzTestWindow *self);
void          fz_test_window_import  (FzTestWindow *self, const char *path);
void          fz_test_window_picture (FzTestWindow *self, const char *name);

char         *fz_test_sample         (const char *name);
char         *fz_test_write          (FzTestWindow *self, const char *name, const char *contents);
void          fz_test_wait           (FzTestCondition condition, gpointer user_data);
void          fz_test_pause          (guint msec);
void          fz_test_frames         (GtkWidget *widget, guint n);
GtkWidget    *fz_test_find           (GtkWidget *root, GType type);
GtkWidget    *fz_test_child          (FzTestWindow *self, GType type);
GtkWidget    *fz_test_find_text      (GtkWidget *root, const char *text);
GtkGesture   *fz_test_gesture        (GtkWidget *widget, GType type);
void          fz_test_assert_text    (GtkWidget *root, const char *text);

G_END_DECLS
