/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A folder of one test, and all that is in it. */
typedef struct {
  char *path;
} TempFolder;

/* The setup and the teardown of g_test_add(). */
void   temp_folder_init  (TempFolder *self, gconstpointer unused);
void   temp_folder_clear (TempFolder *self, gconstpointer unused);

char  *temp_folder_path  (const TempFolder *self, const char *name);
char  *temp_folder_make  (const TempFolder *self, const char *name);
char  *temp_folder_write (const TempFolder *self, const char *name, const char *content, gssize length);
void   temp_folder_link  (const TempFolder *self, const char *name, const char *target);
