/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "fz-picture.h"

/* How long a condition may take to become true before the test fails.  Nothing
 * is measured by it: it is long enough for a sanitizer on a busy machine. */
#define PATIENCE_SECONDS 60

static gboolean
wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds. */
void
fz_test_wait (FzTestCondition condition, gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint ticker = g_timeout_add (20, wake, NULL);

  while (!condition (user_data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  g_assert_true (condition (user_data));
}

static gboolean
is_set (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
set (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop for a while: animations end, rows are filled. */
void
fz_test_pause (guint msec)
{
  gboolean over = FALSE;

  g_timeout_add (msec, set, &over);
  fz_test_wait (is_set, &over);
}

static gboolean
count_down (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *left = user_data;

  return --*left > 0;
}

static gboolean
none_is_left (gpointer user_data)
{
  return *(guint *) user_data == 0;
}

/* Until @widget has been laid out and drawn with what it was told before; a tick
 * comes before the layout of its frame. */
void
fz_test_frames (GtkWidget *widget, guint n)
{
  guint left = n + 1;

  gtk_widget_add_tick_callback (widget, count_down, &left, NULL);
  fz_test_wait (none_is_left, &left);
}

static gboolean
is_idle (gpointer user_data)
{
  FzTestWindow *self = user_data;

  return !fz_window_get_busy (self->window);
}

static gint64
frame_of (FzTestWindow *self)
{
  return gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)));
}

/* Until no frame has been drawn for a tenth of a second; what moves for ever, as
 * a spinner does, is not waited for. */
static void
pause_until_still (FzTestWindow *self)
{
  for (guint i = 0, still = 0; i < 8 && still < 2; i++)
    {
      gint64 frame = frame_of (self);

      fz_test_pause (50);
      still = frame_of (self) == frame ? still + 1 : 0;
    }
}

/* Waits until the window waits for nothing and its rows and panes are drawn. */
void
fz_test_window_settle (FzTestWindow *self)
{
  fz_test_wait (is_idle, self);
  pause_until_still (self);
  fz_test_wait (is_idle, self);
}

/* One application a process, as GTK means it to be; what a test sets in its
 * settings the test sets back. */
static FzApplication *
shared_application (void)
{
  static FzApplication *application;
  g_autoptr (GError) error = NULL;

  if (application)
    return application;
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FZ_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = fz_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return application;
}

static FzTestWindow *
test_window_new (void)
{
  FzTestWindow *self = g_new0 (FzTestWindow, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("fangzhi-display-XXXXXX", &error);
  g_assert_no_error (error);
  self->library = g_build_filename (self->folder, "library.db", NULL);
  self->application = shared_application ();
  return self;
}

/* Opens the window on the library, as a start of the program does. */
void
fz_test_window_present (FzTestWindow *self, int width, int height)
{
  self->window = fz_window_new (GTK_APPLICATION (self->application), fz_application_get_settings (self->application));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  fz_window_open_library (self->window, self->library);
  gtk_window_present (GTK_WINDOW (self->window));
  fz_test_window_settle (self);
}

static gboolean
is_gone (gpointer user_data)
{
  return ((FzTestWindow *) user_data)->window == NULL;
}

/* Closes the window and waits until nothing holds it any more. */
void
fz_test_window_close (FzTestWindow *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  fz_test_wait (is_gone, self);
}

/* A window on an empty library. */
FzTestWindow *
fz_test_window_new (int width, int height)
{
  FzTestWindow *self = test_window_new ();

  fz_test_window_present (self, width, height);
  return self;
}

/* The path of one of the sample pages, or of their folder for %NULL. */
char *
fz_test_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
}

/* A window on a library of the samples, with its first article open. */
FzTestWindow *
fz_test_window_samples (int width, int height)
{
  FzTestWindow *self = fz_test_window_new (width, height);
  g_autofree char *samples = fz_test_sample (NULL);

  fz_test_window_import (self, samples);
  return self;
}

void
fz_test_window_import (FzTestWindow *self, const char *path)
{
  const char *paths[] = { path, NULL };

  fz_window_import (self->window, (GStrv) paths);
  fz_test_window_settle (self);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fz_test_window_free (FzTestWindow *self)
{
  if (self->window)
    fz_test_window_close (self);
  fz_library_wait_closed ();
  remove_folder (self->folder);
  g_free (self->library);
  g_free (self->folder);
  g_free (self);
}

/* A file of the test's own beside the library. */
char *
fz_test_write (FzTestWindow *self, const char *name, const char *contents)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

typedef struct {
  GtkWidget  *window;
  const char *path;
} Picture;

/* While a frame is on its way there is nothing to take a picture of. */
static gboolean
is_taken (gpointer user_data)
{
  const Picture *picture = user_data;

  return fz_picture_save (picture->window, picture->path, NULL);
}

/* Keeps a picture of the window in tests/display/screenshots of the build folder. */
void
fz_test_window_picture (FzTestWindow *self, const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "display", "screenshots", NULL);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  Picture picture = { GTK_WIDGET (self->window), path };

  g_mkdir_with_parents (folder, 0755);
  fz_test_window_settle (self);
  /* There is no keyboard on this screen to focus the window. */
  gtk_widget_unset_state_flags (GTK_WIDGET (self->window), GTK_STATE_FLAG_BACKDROP);
  pause_until_still (self);
  fz_test_wait (is_taken, &picture);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer what);

static GtkWidget *
find (GtkWidget *root, Match match, gconstpointer what)
{
  GtkWidget *found = match (root, what) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, match, what);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer what)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) what);
}

static gboolean
has_text (GtkWidget *widget, gconstpointer what)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), what);
}

/* The first widget of @type in or below @root, depth first. */
GtkWidget *
fz_test_find (GtkWidget *root, GType type)
{
  return find (root, is_of_type, &type);
}

/* The widget of @type in the window; there must be one. */
GtkWidget *
fz_test_child (FzTestWindow *self, GType type)
{
  GtkWidget *widget = fz_test_find (GTK_WIDGET (self->window), type);

  g_assert_nonnull (widget);
  return widget;
}

/* No display without hardware sends touches, so a test says of a gesture what GTK would
 * have made of them. */
GtkGesture *
fz_test_gesture (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* The first label that is shown and has @text in it. */
GtkWidget *
fz_test_find_text (GtkWidget *root, const char *text)
{
  return find (root, has_text, text);
}

typedef struct {
  GtkWidget  *root;
  const char *text;
} Sought;

static gboolean
is_there (gpointer user_data)
{
  const Sought *sought = user_data;

  return fz_test_find_text (sought->root, sought->text) != NULL;
}

/* Rows of lists and pages of dialogs come with the next frames: @text is waited
 * for. */
void
fz_test_assert_text (GtkWidget *root, const char *text)
{
  Sought sought = { root, text };

  g_test_message ("“%s” is waited for", text);
  fz_test_wait (is_there, &sought);
}
