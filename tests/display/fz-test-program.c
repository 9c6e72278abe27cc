/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-program.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 60

/* Matches of fz_test_wait_for(). */
gboolean
fz_test_has_name (AtspiAccessible *accessible, const char *what)
{
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);

  return name && strstr (name, what);
}

gboolean
fz_test_has_text (AtspiAccessible *accessible, const char *what)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);
  int length = text ? atspi_text_get_character_count (text, NULL) : 0;
  g_autofree char *contents = length > 0 ? atspi_text_get_text (text, 0, length, NULL) : NULL;

  return contents && strstr (contents, what);
}

/* The first below @root, depth first. */
static AtspiAccessible *
find (AtspiAccessible *root, FzTestMatch match, const char *what)
{
  int n_children = MIN (atspi_accessible_get_child_count (root, NULL), 500);

  if (match (root, what))
    return g_object_ref (root);
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      g_autoptr (AtspiAccessible) found = child ? find (child, match, what) : NULL;

      if (found)
        return g_steal_pointer (&found);
    }
  return NULL;
}

static AtspiAccessible *
find_program (void)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n_children = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child && fz_test_has_name (child, "fangzhi"))
        return g_steal_pointer (&child);
    }
  return NULL;
}

/* Asks again until the program has got so far. */
AtspiAccessible *
fz_test_wait_for (FzTestMatch match, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr (AtspiAccessible) program = find_program ();
      g_autoptr (AtspiAccessible) found = NULL;

      atspi_accessible_clear_cache (program);
      found = program ? find (program, match, what) : NULL;
      if (found)
        return g_steal_pointer (&found);
      g_usleep (200000);
    }
  g_test_fail_printf ("Nothing called “%s” came up", what);
  return NULL;
}

/* With a library of its own, and @file to be imported unless it is %NULL. */
void
fz_test_program_start (FzTestProgram *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *library = g_strdup_printf ("--library=%s/library.db", self->folder);

  self->program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("FANGZHI"), library, file, NULL);
  g_assert_no_error (error);
}

/* Until it has ended by itself, well. */
void
fz_test_program_wait (FzTestProgram *self)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (self->program, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->program);
}

/* A page to be imported, answered by its path. */
char *
fz_test_program_write (FzTestProgram *self, const char *page)
{
  char *path = g_build_filename (self->folder, "page.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, page, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
fz_test_program_set_up (FzTestProgram *self, gconstpointer user_data)
{
  self->folder = g_dir_make_tmp ("fangzhi-outside-XXXXXX", NULL);
}

void
fz_test_program_tear_down (FzTestProgram *self, gconstpointer user_data)
{
  static const char * const names[] = { "library.db", "library.db-wal", "library.db-shm", "page.txt" };

  if (self->program)
    {
      g_subprocess_send_signal (self->program, SIGTERM);
      g_subprocess_wait (self->program, NULL, NULL);
      g_clear_object (&self->program);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* Presses a key as a person does, with a modifier held or %FZ_TEST_KEY_NONE. */
void
fz_test_press (FzTestKey key, FzTestKey modifier)
{
  if (modifier != FZ_TEST_KEY_NONE)
    atspi_generate_keyboard_event ((glong) modifier, NULL, ATSPI_KEY_PRESS, NULL);
  atspi_generate_keyboard_event ((glong) key, NULL, ATSPI_KEY_PRESSRELEASE, NULL);
  if (modifier != FZ_TEST_KEY_NONE)
    atspi_generate_keyboard_event ((glong) modifier, NULL, ATSPI_KEY_RELEASE, NULL);
}
