/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FzFinder:
 * @files: (element-type filename): the pages found, in order
 * @met: how many files were taken, failures told and folders found walked already
 * @failed: told of what cannot be walked, with one sentence
 * @noted: told of what was left out and is missed by nobody, with one sentence
 * @found: told after each folder
 *
 * Finds the pages in what a person named.
 */
typedef struct {
  GPtrArray     *files;
  GHashTable    *folders;
  guint          depth;
  guint          met;
  GCancellable  *cancellable;
  void         (*failed) (const char *path, const char *reason, gpointer user_data);
  void         (*noted)  (const char *path, const char *reason, gpointer user_data);
  void         (*found)  (const char *path, gpointer user_data);
  gpointer       user_data;
} FzFinder;

void fz_finder_init  (FzFinder *self);
void fz_finder_clear (FzFinder *self);
void fz_finder_add   (FzFinder *self, const char *path);

G_END_DECLS
