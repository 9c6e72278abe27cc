/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A test that starts itself with --WORK=FOLDER NUMBER and kills that child.  The
 * child says that it begins, and writes a dot for each thing it was told is done. */

typedef struct {
  GPid pid;
  int  out;
} Killed;

typedef struct {
  const char *work;
  int       (*run) (const char *folder, guint number);
  void      (*test) (gconstpointer self);
} KilledWork;

/* In the child. */
gboolean killed_begin     (const char *folder);
gboolean killed_dot       (void);

/* In the test. */
Killed   killed_start     (const char *self, const char *work, const char *folder, guint number);
void     killed_end       (Killed child);
gboolean killed_wait      (Killed child);
void     killed_work      (const char *self, const char *work, const char *folder, guint number, gint msec);
guint    killed_committed (const char *folder);
guint    killed_rounds    (void);
gint64   killed_ask       (const char *path, const char *sql);

int      killed_main      (int argc, char **argv, const KilledWork *works, guint n_works, const KilledWork *tests,
                           guint n_tests);

#define KILLED_N_FAULTS "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"

G_END_DECLS
