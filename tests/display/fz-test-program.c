/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-program.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 60

/* The process that was started last, as its number is written. */
static const char *running;

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

/* Whether @accessible is the program that was started last: one that has just
 * ended may be listed a while longer. */
static gboolean
is_program (AtspiAccessible *accessible)
{
  g_autofree char *pid = g_strdup_printf ("%u", atspi_accessible_get_process_id (accessible, NULL));

  return fz_test_has_name (accessible, "fangzhi") && g_strcmp0 (pid, running) == 0;
}

static AtspiAccessible *
find_program (void)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n_children = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child && is_program (child))
        return g_steal_pointer (&child);
    }
  return NULL;
}

/* What there is instead of what was waited for, in the test's log. */
static void
tell (AtspiAccessible *accessible, guint depth)
{
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);
  gboolean focused = states && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
  int n_children = MIN (atspi_accessible_get_child_count (accessible, NULL), 50);

  g_test_message ("%*s%s “%s”%s", (int) depth, "", role, name, focused ? " has the focus" : "");
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child)
        tell (child, depth + 1);
    }
}

/* Takes in what the programs have told since, as the coming and going of them. */
static void
take_events (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tell_missing (const char *what)
{
  g_autoptr (AtspiAccessible) program = find_program ();

  g_test_message ("Nothing called “%s” came up", what);
  if (program)
    tell (program, 0);
}

/* Asks again until the program has got so far. */
AtspiAccessible *
fz_test_wait_for (FzTestMatch match, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr (AtspiAccessible) program = NULL;
      g_autoptr (AtspiAccessible) found = NULL;

      take_events ();
      program = find_program ();
      if (program)
        atspi_accessible_clear_cache (program);
      found = program ? find (program, match, what) : NULL;
      if (found)
        return g_steal_pointer (&found);
      g_usleep (200000);
    }
  tell_missing (what);
  return NULL;
}

/* The registry of accessible programs is started by the first that asks for it,
 * and what asks while it starts may be refused: so it is asked here until it
 * answers. */
void
fz_test_program_init (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) address = NULL;
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GVariant) children = NULL;
  const char *where;

  g_assert_no_error (error);
  address = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                         G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (address, "(&s)", &where);
  bus = g_dbus_connection_new_for_address_sync (where, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; children == NULL && i < PATIENCE_SECONDS * 5; i++)
    {
      children = g_dbus_connection_call_sync (bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
                                              "org.a11y.atspi.Accessible", "GetChildren", NULL, NULL,
                                              G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
      if (children == NULL)
        g_usleep (200000);
    }
  g_assert_nonnull (children);
  atspi_init ();
}

/* With a library of its own, and @file to be imported unless it is %NULL. */
void
fz_test_program_start (FzTestProgram *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *library = g_strdup_printf ("--library=%s/library.db", self->folder);

  self->program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("FANGZHI"), library, file, NULL);
  g_assert_no_error (error);
  running = g_subprocess_get_identifier (self->program);
}

/* Until it has ended by itself, well. */
void
fz_test_program_wait (FzTestProgram *self)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (self->program, NULL, &error);
  g_assert_no_error (error);
  running = NULL;
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
      running = NULL;
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

static void
press (glong code, AtspiKeySynthType how)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (code, NULL, how, &error);
  g_assert_no_error (error);
}

/* Presses a key as a person does, with a modifier held or %FZ_TEST_KEY_NONE. */
void
fz_test_press (FzTestKey key, FzTestKey modifier)
{
  if (modifier != FZ_TEST_KEY_NONE)
    press ((glong) modifier, ATSPI_KEY_PRESS);
  press ((glong) key, ATSPI_KEY_PRESSRELEASE);
  if (modifier != FZ_TEST_KEY_NONE)
    press ((glong) modifier, ATSPI_KEY_RELEASE);
}

/* The middle of what is called @what, which is on the screen; the program has the
 * whole of it, so that its windows begin where the screen does. */
static void
find_middle (const char *what, int *x, int *y)
{
  g_autoptr (AtspiAccessible) found = fz_test_wait_for (fz_test_has_name, what);
  g_autoptr (AtspiComponent) component = NULL;
  g_autofree AtspiRect *extents = NULL;

  g_assert_nonnull (found);
  component = atspi_accessible_get_component_iface (found);
  extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  *x = extents->x + extents->width / 2;
  *y = extents->y + extents->height / 2;
}

static void
move (int x, int y, const char *event)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_mouse_event (x, y, event, &error);
  g_assert_no_error (error);
  g_usleep (50000);
}

/* Clicks on what is called @what, with a modifier held or %FZ_TEST_KEY_NONE. */
void
fz_test_click (const char *what, FzTestKey modifier)
{
  int x, y;

  find_middle (what, &x, &y);
  move (x, y, "abs");
  if (modifier != FZ_TEST_KEY_NONE)
    press ((glong) modifier, ATSPI_KEY_PRESS);
  move (x, y, "b1c");
  if (modifier != FZ_TEST_KEY_NONE)
    press ((glong) modifier, ATSPI_KEY_RELEASE);
}

/* Drags what is called @what onto what is called @target. */
void
fz_test_drag (const char *what, const char *target)
{
  int x, y, end_x, end_y;
  const int steps = 10;

  find_middle (what, &x, &y);
  find_middle (target, &end_x, &end_y);
  move (x, y, "abs");
  move (x, y, "b1p");
  for (int i = 1; i <= steps; i++)
    move (x + (end_x - x) * i / steps, y + (end_y - y) * i / steps, "abs");
  move (end_x, end_y, "b1r");
}
