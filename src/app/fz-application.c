/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-application.h"

#include <glib/gi18n.h>

#include "fz-about.h"
#include "fz-picture-taker.h"
#include "fz-shortcuts.h"
#include "fz-window.h"

/* The application: one process, a window for each library.
 *
 *   fangzhi [--library=FILE] [FILE…]
 *
 * opens the library, the one of $FANGZHI_LIBRARY where the option is missing,
 * and imports the files.  The hidden --screenshot=PNG, with --width, --height
 * and --dark, draws the window when all of that is done, writes the picture and
 * quits; it is for machines that nobody sits at. */

struct _FzApplication {
  AdwApplication  parent_instance;

  FzSettings     *settings;
  int             status;
};

G_DEFINE_FINAL_TYPE (FzApplication, fz_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this library"), N_("FILE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "screenshot", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
  { "width", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, NULL, NULL, NULL },
  { "height", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, NULL, NULL, NULL },
  { "dark", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL }
};

/* GTK's GPU renderer cuts the top row of pixels off Han glyphs that are hinted. */
static void
leave_glyphs_unhinted (void)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-font-rendering", GTK_FONT_RENDERING_MANUAL,
                "gtk-xft-hintstyle", "hintnone",
                "gtk-hint-font-metrics", FALSE,
                NULL);
}

static gboolean
scheme_from_name (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *name = g_value_get_string (from);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (name, "light") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (name, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  g_value_set_enum (to, scheme);
  return TRUE;
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_dialog_present (fz_about_dialog_new (), GTK_WIDGET (window));
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_dialog_present (fz_shortcuts_dialog_new (), GTK_WIDGET (window));
}

/* A window that is closed first closes its dialog, and would stay. */
static void
close_dialogs (GtkWindow *window)
{
  AdwDialog *dialog;

  while (ADW_IS_APPLICATION_WINDOW (window) &&
         (dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL &&
         adw_dialog_get_can_close (dialog))
    adw_dialog_force_close (dialog);
}

/* Windows are closed one by one, so that each keeps its state. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l; l = l->next)
    {
      close_dialogs (l->data);
      gtk_window_close (l->data);
    }
}

static void
install_actions (FzApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = show_about },
    { .name = "shortcuts", .activate = show_shortcuts },
    { .name = "quit", .activate = quit },
  };
  g_autoptr (GPropertyAction) scheme = g_property_action_new ("color-scheme", self->settings, "color-scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (scheme));
  fz_shortcuts_install (GTK_APPLICATION (self));
}

static FzWindow *
window_for (FzApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  FzWindow *window;

  for (GList *l = windows; l; l = l->next)
    if (FZ_IS_WINDOW (l->data) && g_strcmp0 (fz_window_get_path (l->data), path) == 0)
      return l->data;
  window = fz_window_new (GTK_APPLICATION (self), self->settings);
  fz_window_open_library (window, path);
  return window;
}

static char *
library_path (void)
{
  const char *path = g_getenv ("FANGZHI_LIBRARY");

  return path && *path ? g_canonicalize_filename (path, NULL) : fz_library_default_path ();
}

static void
on_picture (const GError *error, gpointer user_data)
{
  FzApplication *self = FZ_APPLICATION (user_data);

  if (error)
    g_printerr ("fangzhi: %s\n", error->message);
  self->status = error ? 1 : 0;
  g_action_group_activate_action (G_ACTION_GROUP (self), "quit", NULL);
}

/* Nothing moves on a picture: a loaded machine would be caught between two pages. */
static void
prepare_picture (FzApplication *self, FzWindow *window, GVariantDict *dict)
{
  g_autofree char *path = NULL;
  int width = 1200, height = 800;

  if (!g_variant_dict_lookup (dict, "screenshot", "^ay", &path))
    return;
  g_variant_dict_lookup (dict, "width", "i", &width);
  g_variant_dict_lookup (dict, "height", "i", &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", FALSE, NULL);
  if (g_variant_dict_contains (dict, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  fz_picture_take (window, path, on_picture, self);
}

static GStrv
arguments_of (GApplicationCommandLine *command_line)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  int n_arguments;
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, &n_arguments);

  for (int i = 1; i < n_arguments; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      if (g_file_peek_path (file))
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  return g_strv_builder_end (paths);
}

static int
fz_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  FzApplication *self = FZ_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) paths = arguments_of (command_line);
  g_autofree char *library = NULL;
  FzWindow *window;

  if (!g_variant_dict_lookup (dict, "library", "^ay", &library))
    library = library_path ();
  window = window_for (self, library);
  prepare_picture (self, window, dict);
  if (*paths)
    fz_window_open_files (window, paths);
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
fz_application_activate (GApplication *application)
{
  g_autofree char *library = library_path ();

  gtk_window_present (GTK_WINDOW (window_for (FZ_APPLICATION (application), library)));
}

/* Files that the desktop hands over. */
static void
fz_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *library = library_path ();
  FzWindow *window = window_for (FZ_APPLICATION (application), library);

  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]))
      g_strv_builder_add (paths, g_file_peek_path (files[i]));
  list = g_strv_builder_end (paths);
  if (*list)
    fz_window_open_files (window, list);
  gtk_window_present (GTK_WINDOW (window));
}

/* The library of a second start is made absolute where that start happens, and
 * taken from its environment. */
static void
settle_library (GVariantDict *dict)
{
  g_autofree char *path = NULL;
  g_autofree char *absolute = NULL;

  if (!g_variant_dict_lookup (dict, "library", "^ay", &path))
    absolute = library_path ();
  else
    absolute = g_canonicalize_filename (path, NULL);
  g_variant_dict_insert (dict, "library", "^ay", absolute);
}

/* What a picture is taken of is no window of the reader's: it stands beside those
 * and leaves their settings alone. */
static void
prepare_alone (GApplication *application)
{
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
}

static int
fz_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Fangzhi %s\n", FZ_VERSION);
      return 0;
    }
  settle_library (dict);
  if (g_variant_dict_contains (dict, "screenshot"))
    prepare_alone (application);
  return -1;
}

static void
fz_application_startup (GApplication *application)
{
  FzApplication *self = FZ_APPLICATION (application);

  G_APPLICATION_CLASS (fz_application_parent_class)->startup (application);
  leave_glyphs_unhinted ();
  gtk_window_set_default_icon_name (FZ_APPLICATION_ID);
  self->settings = fz_settings_new ();
  g_object_bind_property_full (self->settings, "color-scheme", adw_style_manager_get_default (), "color-scheme",
                               G_BINDING_SYNC_CREATE, scheme_from_name, NULL, NULL, NULL);
  install_actions (self);
}

static void
fz_application_dispose (GObject *object)
{
  FzApplication *self = FZ_APPLICATION (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (fz_application_parent_class)->dispose (object);
}

static void
fz_application_class_init (FzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_application_dispose;
  application_class->activate = fz_application_activate;
  application_class->open = fz_application_open;
  application_class->command_line = fz_application_command_line;
  application_class->handle_local_options = fz_application_handle_local_options;
  application_class->startup = fz_application_startup;
}

static void
fz_application_init (FzApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: after "fangzhi [OPTION…]" in the help of the command line */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * fz_application_new:
 *
 * Returns: (transfer full): the application
 */
FzApplication *
fz_application_new (void)
{
  return g_object_new (FZ_TYPE_APPLICATION,
                       "application-id", FZ_APPLICATION_ID,
                       "resource-base-path", "/io/github/fangzhi/Fangzhi",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

/**
 * fz_application_get_status:
 * @self: the application
 *
 * Returns: 1 where the picture that was asked for could not be made, else 0
 */
int
fz_application_get_status (FzApplication *self)
{
  return self->status;
}

/**
 * fz_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): its settings, once it has started
 */
FzSettings *
fz_application_get_settings (FzApplication *self)
{
  return self->settings;
}
