/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-page-view-private.h"

#include "fz-encoding-dialog.h"
#include "fz-line-row.h"
#include "fz-sheet-acts.h"

/* What the reader can say of the lines that are selected, and the keys and the
 * menu for it. */

static FzSheet *
sheet_of (FzPageView *self)
{
  return fz_sheet_model_get_sheet (self->model);
}

/* The lines that are selected; those of a former page are none of this one. */
static GtkBitset *
selected_lines (FzPageView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitset *lines = gtk_bitset_copy (selected);
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n_lines < G_MAXUINT)
    gtk_bitset_remove_range_closed (lines, n_lines, G_MAXUINT);
  return lines;
}

typedef GPtrArray *(*LineFunc) (const FzSheet *sheet, guint index);

static GPtrArray *
say_of_first (FzPageView *self, LineFunc func)
{
  g_autoptr (GtkBitset) lines = selected_lines (self);

  return gtk_bitset_is_empty (lines) ? NULL : func (sheet_of (self), gtk_bitset_get_minimum (lines));
}

static void
apply (FzPageView *self, GPtrArray *add)
{
  if (add != NULL)
    fz_corrector_do (self->corrector, add, fz_sheet_replaced (sheet_of (self), add));
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply (FZ_PAGE_VIEW (widget), say_of_first (FZ_PAGE_VIEW (widget), fz_sheet_begin));
}

static void
join_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply (FZ_PAGE_VIEW (widget), say_of_first (FZ_PAGE_VIEW (widget), fz_sheet_join));
}

static void
role_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzPageView *self = FZ_PAGE_VIEW (widget);
  int role = fz_role_from_name (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkBitset) lines = selected_lines (self);

  if (role >= 0 && !gtk_bitset_is_empty (lines))
    apply (self, fz_sheet_set_role (sheet_of (self), lines, (FzRole) role));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_page_view_open_details (FZ_PAGE_VIEW (widget));
}

static void
corrections_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzPageView *self = FZ_PAGE_VIEW (widget);

  if (self->corrections_dialog != NULL)
    return;
  g_set_weak_pointer (&self->corrections_dialog, fz_corrections_dialog_new (self->corrector, sheet_of (self)));
  adw_dialog_present (ADW_DIALOG (self->corrections_dialog), widget);
}

static void
encoding_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzPageView *self = FZ_PAGE_VIEW (widget);

  if (self->encoding_dialog != NULL)
    return;
  g_set_weak_pointer (&self->encoding_dialog, fz_encoding_dialog_new (self->library, self->corrector, sheet_of (self)));
  adw_dialog_present (self->encoding_dialog, widget);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_page_view_reload (FZ_PAGE_VIEW (widget));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzPageView *self = FZ_PAGE_VIEW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget)));
  graphene_rect_t area;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
      || !gtk_widget_compute_bounds (focus, widget, &area))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { area.origin.x + 64, area.origin.y + area.size.height / 2, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Each is possible where it would say something new. */
void
fz_page_view_update_actions (FzPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean ready = sheet_of (self) != NULL && fz_page_view_get_sheet (self) != NULL && self->cancellable == NULL
                   && self->corrector != NULL && !fz_corrector_is_busy (self->corrector);
  g_autoptr (GtkBitset) lines = selected_lines (self);
  g_autoptr (GPtrArray) begin = ready ? say_of_first (self, fz_sheet_begin) : NULL;
  g_autoptr (GPtrArray) join = ready ? say_of_first (self, fz_sheet_join) : NULL;

  gtk_widget_action_set_enabled (widget, "page.begin", begin != NULL);
  gtk_widget_action_set_enabled (widget, "page.join", join != NULL);
  gtk_widget_action_set_enabled (widget, "page.role", ready && !gtk_bitset_is_empty (lines));
  gtk_widget_action_set_enabled (widget, "page.details", ready);
  gtk_widget_action_set_enabled (widget, "page.corrections", ready);
  gtk_widget_action_set_enabled (widget, "page.encoding", ready);
}

/* The line at a point of the list. */
static FzSheetRow *
row_at (FzPageView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self->list); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (FZ_IS_LINE_ROW (widget))
        return fz_line_row_get_item (FZ_LINE_ROW (widget));
      if (child != NULL && FZ_IS_LINE_ROW (child))
        return fz_line_row_get_item (FZ_LINE_ROW (child));
    }
  return NULL;
}

/* At a point of the list; a line that is not selected is selected alone. */
void
fz_page_view_show_menu (FzPageView *self, double x, double y)
{
  FzSheetRow *row = row_at (self, x, y);
  graphene_point_t at;

  if (row == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self),
                                                &GRAPHENE_POINT_INIT (x, y), &at))
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), fz_sheet_row_get_index (row)))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), fz_sheet_row_get_index (row), TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { at.x, at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static const struct {
  const char *trigger;
  const char *action;
  const char *role; /* (nullable): its parameter */
} keys[] = {
  { "<Control>Return|<Control>KP_Enter", "page.begin", NULL },
  { "<Control>BackSpace", "page.join", NULL },
  { "t", "page.role", "title" },
  { "k", "page.role", "kicker" },
  { "s", "page.role", "subtitle" },
  { "y", "page.role", "byline" },
  { "b", "page.role", "body" },
  { "h", "page.role", "heading" },
  { "c", "page.role", "caption" },
  { "r", "page.role", "credit" },
  { "m", "page.role", "masthead" },
  { "j", "page.role", "jump" },
  { "n", "page.role", "noise" },
  { "Menu|<Shift>F10", "page.menu", NULL },
};

/* The keys that count where the lines are. */
void
fz_page_view_add_keys (FzPageView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                gtk_named_action_new (keys[i].action));

      if (keys[i].role != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].role));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

/* The actions of the view, and the keys that count all over it. */
void
fz_page_view_install_actions (GtkWidgetClass *klass)
{
  static const struct { const char *name; const char *parameter; GtkWidgetActionActivateFunc func; } actions[] = {
    { "page.begin", NULL, begin_action },
    { "page.join", NULL, join_action },
    { "page.role", "s", role_action },
    { "page.details", NULL, details_action },
    { "page.corrections", NULL, corrections_action },
    { "page.encoding", NULL, encoding_action },
    { "page.reload", NULL, reload_action },
    { "page.menu", NULL, menu_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].func);
  /* The history is the reading pane's. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "annotation.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "annotation.redo", NULL);
}
