/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

#include "fz-print.h"
#include "fz-reading-citation.h"
#include "fz-reading-dialog.h"
#include "fz-reading-look.h"

/* What the reader can do with the page: larger and smaller, a screen on and
 * back, copying, other settings, and asking again for what could not be opened. */

#define ZOOM_STEP 10

/* Pixels a second. */
#define SWIPE_VELOCITY 300

#define BUTTON_BACK 8
#define BUTTON_ON 9

/* Wherever in the window they are pressed. */
static const struct {
  const char *trigger;
  const char *action;
  int         steps;
} keys[] = {
  { "<Control>plus|<Control>equal|<Control>KP_Add", "reading.zoom", 1 },
  { "<Control>minus|<Control>KP_Subtract", "reading.zoom", -1 },
  { "<Control>0|<Control>KP_0", "reading.zoom", 0 },
  { "<Control>j", "reading.outline", 0 },
  { "F3|<Control>g", "reading.find", 1 },
  { "<Shift>F3|<Control><Shift>g", "reading.find", -1 },
};

/* The size of the body in pixels: it follows the zoom and the system's text scale. */
static double
body_size (FzReadingPane *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return FZ_READING_POINTS / 72 * (dpi > 0 ? dpi / 1024.0 : 96) * self->zoom / 100;
}

/* How the text is set; the running head keeps to its column. */
void
fz_reading_pane_measure (FzReadingPane *self)
{
  double em = body_size (self);
  int width = fz_reading_settings_get_measure (self->settings) * em
              + 2 * fz_reading_settings_get_margin (self->settings);

  fz_reading_look_apply (self->settings, self->view, em, self->language != NULL ? self->language : "zh-cn");
  adw_clamp_set_maximum_size (self->folio_clamp, width);
  adw_clamp_set_tightening_threshold (self->folio_clamp, width);
}

/* The colours of the page. */
void
fz_reading_pane_color (FzReadingPane *self)
{
  fz_reading_look_color (self->settings, self->view, GTK_WIDGET (self->stack));
}

/* In percent; beyond the ends the end is taken. */
void
fz_reading_pane_set_zoom (FzReadingPane *self, guint zoom)
{
  zoom = CLAMP (zoom, FZ_READING_ZOOM_MIN, FZ_READING_ZOOM_MAX);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  fz_reading_pane_measure (self);
  fz_reading_pane_tell_zoom (self);
}

static void
on_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  int steps = g_variant_get_int32 (parameter);

  fz_reading_pane_set_zoom (self, steps == 0 ? 100 : MAX (0, (int) self->zoom + steps * ZOOM_STEP));
}

static void
on_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);

  fz_reading_view_turn_page (self->view, g_variant_get_int32 (parameter) > 0);
}

/* The article that a position is of, among the parts of the story. */
static const FzStored *
stored_at (FzReadingPane *self, guint position)
{
  const FzStoryPart *part = fz_story_part_at (self->story, position);
  GPtrArray *others[] = { self->stored->before, self->stored->after };

  for (guint k = 0; part != NULL && k < G_N_ELEMENTS (others); k++)
    for (guint i = 0; i < others[k]->len; i++)
      if (((FzStored *) others[k]->pdata[i])->entry->id == part->article)
        return others[k]->pdata[i];
  return self->stored;
}

/* A passage, and where it is from. */
char *
fz_reading_pane_quote (guint position, const char *text, gpointer user_data)
{
  FzReadingPane *self = user_data;

  return self->stored != NULL ? fz_reading_citation (stored_at (self, position), text) : g_strdup (text);
}

static void
on_copy_citation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  g_autofree char *text = fz_reading_view_dup_quote (self->view, TRUE);

  if (self->stored != NULL && *text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
on_select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_reading_view_select (FZ_READING_PANE (widget)->view, 0, G_MAXUINT);
}

static void
on_settings (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);

  gtk_menu_button_popdown (self->look_button);
  adw_dialog_present (fz_reading_dialog_new (self->settings), widget);
}

/* What cannot be printed is told where the reader looks. */
static void
on_printed (FzReadingPane *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_("The article was not printed: %s"), error != NULL ? error->message : "");
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->stored == NULL)
    return;
  operation = fz_print_operation_new (self->settings, fz_reading_view_get_shown (self->view), self->language,
                                      gtk_label_get_text (self->folio), fz_reading_pane_get_annotations (self));
  gtk_print_operation_set_job_name (operation, self->stored->entry->title ? self->stored->entry->title
                                                                          : self->stored->entry->opening);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                           NULL);
}

static void
on_reload (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);

  fz_reading_pane_show_article (self, self->article);
}

/* The actions of the pane, and the keys that count only in it. */
void
fz_reading_pane_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reading.zoom", "i", on_zoom);
  gtk_widget_class_install_action (klass, "reading.page", "i", on_page);
  gtk_widget_class_install_action (klass, "reading.reload", NULL, on_reload);
  gtk_widget_class_install_action (klass, "reading.print", NULL, on_print);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "reading.print", NULL);
  gtk_widget_class_install_action (klass, "reading.settings", NULL, on_settings);
  gtk_widget_class_install_action (klass, "reading.select-all", NULL, on_select_all);
  gtk_widget_class_install_action (klass, "reading.copy-citation", NULL, on_copy_citation);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reading.copy-citation", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_space, 0, "reading.page", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_space, GDK_SHIFT_MASK, "reading.page", "i", -1);
}

void
fz_reading_pane_add_keys (FzReadingPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                gtk_named_action_new (keys[i].action));

      if (!g_str_equal (keys[i].action, "reading.outline"))
        gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].steps));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
on_scroll (FzReadingPane *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  fz_reading_pane_set_zoom (self, MAX (0, (int) self->zoom + (dy < 0 ? ZOOM_STEP : -ZOOM_STEP)));
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (FzReadingPane *self)
{
  self->zoom_before = self->zoom;
}

/* In steps as those of the keys, so that the text is not set anew for every move. */
static void
on_pinch (FzReadingPane *self, double scale)
{
  fz_reading_pane_set_zoom (self, (guint) (self->zoom_before * scale / ZOOM_STEP + .5) * ZOOM_STEP);
}

/* Two fingers, and the wheel with Ctrl. */
void
fz_reading_pane_add_zoom_gestures (FzReadingPane *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
turn (FzReadingPane *self, gboolean on)
{
  gtk_widget_activate_action (GTK_WIDGET (self), on ? "win.next-article" : "win.previous-article", NULL);
}

/* Along the line, and not merely askew while scrolling. */
static void
on_swipe (FzReadingPane *self, double velocity_x, double velocity_y)
{
  gboolean on = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? velocity_x > 0 : velocity_x < 0;

  if (ABS (velocity_x) > SWIPE_VELOCITY && ABS (velocity_x) > 2 * ABS (velocity_y))
    turn (self, on);
}

static void
add_swipe (FzReadingPane *self, guint n_points)
{
  GtkGesture *swipe = g_object_new (GTK_TYPE_GESTURE_SWIPE, "n-points", n_points, "touch-only", n_points == 1, NULL);

  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (on_swipe), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
}

static void
on_side_button (FzReadingPane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != BUTTON_BACK && button != BUTTON_ON)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  turn (self, button == BUTTON_ON);
}

/* To the next article and the one before: a finger on the screen, three on a touchpad,
 * and the side buttons of a mouse. */
void
fz_reading_pane_add_turning (FzReadingPane *self)
{
  GtkGesture *side = gtk_gesture_click_new ();

  add_swipe (self, 1);
  add_swipe (self, 3);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (side), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (side), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (side, "pressed", G_CALLBACK (on_side_button), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (side));
}
