/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <atspi/atspi.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

/* The program itself, started as a person starts it and driven through the
 * accessibility bus, as a screen reader does. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

/* Of the keyboard that Xvfb pretends to have. */
#define KEYCODE_CONTROL 37
#define KEYCODE_SLASH   61

#define PATIENCE_SECONDS 60

typedef gboolean (*Match) (AtspiAccessible *accessible, const char *what);

typedef struct {
  char        *folder;
  GSubprocess *program;
} Fixture;

static gboolean
has_name (AtspiAccessible *accessible, const char *what)
{
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);

  return name && strstr (name, what);
}

static gboolean
has_text (AtspiAccessible *accessible, const char *what)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);
  int length = text ? atspi_text_get_character_count (text, NULL) : 0;
  g_autofree char *contents = length > 0 ? atspi_text_get_text (text, 0, length, NULL) : NULL;

  return contents && strstr (contents, what);
}

/* The first below @root, depth first. */
static AtspiAccessible *
find (AtspiAccessible *root, Match match, const char *what)
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

      if (child && has_name (child, "fangzhi"))
        return g_steal_pointer (&child);
    }
  return NULL;
}

/* Asks again until the program has got so far. */
static AtspiAccessible *
wait_for (Match match, const char *what)
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

static void
start (Fixture *fixture, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *library = g_strdup_printf ("--library=%s/library.db", fixture->folder);

  fixture->program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("FANGZHI"), library, file, NULL);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("fangzhi-outside-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  static const char * const names[] = { "library.db", "library.db-wal", "library.db-shm", "page.txt" };

  g_subprocess_send_signal (fixture->program, SIGTERM);
  g_subprocess_wait (fixture->program, NULL, NULL);
  g_clear_object (&fixture->program);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_empty (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AtspiAccessible) button = NULL;
  g_autoptr (AtspiAction) action = NULL;

  start (fixture, NULL);
  button = wait_for (has_name, "Import Files");
  g_assert_nonnull (button);
  g_assert_cmpint (atspi_accessible_get_role (button, NULL), ==, ATSPI_ROLE_BUTTON);
  action = atspi_accessible_get_action_iface (button);
  g_assert_cmpint (atspi_action_get_n_actions (action, NULL), >=, 1);
}

/* A page given on the command line: its text is there to be read, and its region
 * says how many articles it has. */
static void
test_page (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *page = g_build_filename (fixture->folder, "page.txt", NULL);
  g_autoptr (AtspiAccessible) text = NULL;
  g_autoptr (AtspiAccessible) region = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (page,
                       "义乌市新桥通车\n"
                       "本报讯 昨日,义乌市佛堂镇新桥正式通车,总投资3.2亿元。\n"
                       "新桥全长1.2公里,双向四车道。\n", -1, &error);
  g_assert_no_error (error);
  start (fixture, page);
  text = wait_for (has_text, "总投资3.2亿元");
  g_assert_nonnull (text);
  region = wait_for (has_name, "义乌市, 1 article");
  g_assert_nonnull (region);
}

static void
press (guint key, guint modifier)
{
  atspi_generate_keyboard_event ((glong) modifier, NULL, ATSPI_KEY_PRESS, NULL);
  atspi_generate_keyboard_event ((glong) key, NULL, ATSPI_KEY_PRESSRELEASE, NULL);
  atspi_generate_keyboard_event ((glong) modifier, NULL, ATSPI_KEY_RELEASE, NULL);
}

/* Keys as a person presses them reach the window. */
static void
test_keys (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AtspiAccessible) button = NULL;
  g_autoptr (AtspiAccessible) dialog = NULL;

  start (fixture, NULL);
  button = wait_for (has_name, "Import Files");
  g_assert_nonnull (button);
  press (KEYCODE_SLASH, KEYCODE_CONTROL);
  dialog = wait_for (has_name, "Next Article");
  g_assert_nonnull (dialog);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns where the program under test, just started, has no cache of its
   * objects yet; that program itself still ends at any warning. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  atspi_init ();
  g_test_add ("/display/outside/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/display/outside/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/display/outside/keys", Fixture, NULL, set_up, test_keys, tear_down);
  return g_test_run ();
}
