/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-page-private.h"

/* The figures of an article under their indicators.  "pointed" tells whose words
 * are to be marked as long as the pointer or the focus is on a row, "chosen" that
 * the reader wants to see them, "opened" that one is to be corrected; what else
 * can be done to the selected one are actions of the group "figure". */
G_DEFINE_FINAL_TYPE (FzFigurePage, fz_figure_page, GTK_TYPE_WIDGET)

enum { POINTED, CHOSEN, OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The first and last position of what @item is read from. */
static void
emit_span (FzFigurePage *self, guint signal, FzFigureItem *item)
{
  if (item != NULL)
    g_signal_emit (self, signals[signal], 0, fz_figure_item_get_start (item), fz_figure_item_get_end (item));
}

/* Marks the words of @item, or no words where it is %NULL. */
void
fz_figure_page_point (FzFigurePage *self, FzFigureItem *item)
{
  if (item != NULL)
    emit_span (self, POINTED, item);
  else
    g_signal_emit (self, signals[POINTED], 0, 0, 0);
}

static void
on_activate (FzFigurePage *self, guint position)
{
  g_autoptr (FzFigureItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPENED], 0, item);
}

static void
on_selected (FzFigurePage *self)
{
  FzFigureItem *item = fz_figure_page_get_selected (self);

  gtk_action_bar_set_revealed (self->bar, item != NULL);
  if (!self->following)
    emit_span (self, CHOSEN, item);
  g_object_notify (G_OBJECT (self), "selected");
}

static void
fz_figure_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fz_figure_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (fz_figure_page_focus_moved),
                           widget, G_CONNECT_SWAPPED);
}

static void
fz_figure_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);
  GTK_WIDGET_CLASS (fz_figure_page_parent_class)->unroot (widget);
}

static void
fz_figure_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, fz_figure_page_get_selected (FZ_FIGURE_PAGE (object)));
}

static void
fz_figure_page_dispose (GObject *object)
{
  FzFigurePage *self = FZ_FIGURE_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_FIGURE_PAGE);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->sections);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->kinds, g_array_unref);
  G_OBJECT_CLASS (fz_figure_page_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /* First and last position of what is to be marked; both 0 for nothing. */
  signals[POINTED] = g_signal_new ("pointed", FZ_TYPE_FIGURE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /* Of what is to be shown. */
  signals[CHOSEN] = g_signal_new ("chosen", FZ_TYPE_FIGURE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[OPENED] = g_signal_new ("opened", FZ_TYPE_FIGURE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FZ_TYPE_FIGURE_ITEM);
}

static const struct {
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} keys[] = {
  { GDK_KEY_Return,    GDK_CONTROL_MASK,                  "figure.confirm" },
  { GDK_KEY_Delete,    0,                                 "figure.reject" },
  { GDK_KEY_BackSpace, 0,                                 "figure.withdraw" },
  { GDK_KEY_z,         GDK_CONTROL_MASK,                  "figure.undo" },
  { GDK_KEY_z,         GDK_CONTROL_MASK | GDK_SHIFT_MASK, "figure.redo" },
  { GDK_KEY_Menu,      0,                                 "figure-page.menu" },
  { GDK_KEY_F10,       GDK_SHIFT_MASK,                    "figure-page.menu" },
};

static void
fz_figure_page_class_init (FzFigurePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fz_figure_page_get_property;
  object_class->dispose = fz_figure_page_dispose;
  widget_class->root = fz_figure_page_root;
  widget_class->unroot = fz_figure_page_unroot;
  /* The figure that the actions are about. */
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("selected", NULL, NULL, FZ_TYPE_FIGURE_ITEM,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  install_signals ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-figure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, content);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, kind);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, list);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, bar);
  gtk_widget_class_bind_template_child (widget_class, FzFigurePage, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, fz_figure_page_kind_chosen);
  fz_figure_page_bind_rows (widget_class);
}

static void
fz_figure_page_init (FzFigurePage *self)
{
  g_type_ensure (FZ_TYPE_HEADED_SCROLLER);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (FzFigureKind));
  gtk_widget_init_template (GTK_WIDGET (self));
  fz_figure_page_build_models (self);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  fz_figure_page_offer_kinds (self);
  fz_figure_page_show_list (self);
}

/* The same figure of the same article, which stays chosen. */
static guint
find_same (FzFigurePage *self, FzFigureItem *same)
{
  for (guint i = 0; same != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (FzFigureItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (fz_figure_item_get_article (item) == fz_figure_item_get_article (same)
          && fz_figure_item_get_figure (item)->ordinal == fz_figure_item_get_figure (same)->ordinal)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
select_quietly (FzFigurePage *self, guint position)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
}

/**
 * fz_figure_page_set_items:
 * @items: (nullable): the #FzFigureItem to show; of the same article as before,
 *   the one that was selected stays so
 */
void
fz_figure_page_set_items (FzFigurePage *self, GListModel *items)
{
  g_autoptr (FzFigureItem) selected = NULL;

  g_return_if_fail (FZ_IS_FIGURE_PAGE (self));

  g_set_object (&selected, fz_figure_page_get_selected (self));
  g_set_object (&self->items, items);
  self->following = TRUE;
  gtk_filter_list_model_set_model (self->filtered, items);
  self->following = FALSE;
  if (selected == NULL)
    fz_headed_scroller_begin (self->scroller);
  fz_figure_page_offer_kinds (self);
  fz_figure_page_show_list (self);
  select_quietly (self, find_same (self, selected));
}

/** fz_figure_page_set_order: */
void
fz_figure_page_set_order (FzFigurePage *self, FzFigureOrder order)
{
  g_return_if_fail (FZ_IS_FIGURE_PAGE (self));

  self->order = order;
  self->following = TRUE;
  gtk_sorter_changed (self->sections, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  self->following = FALSE;
}

/**
 * fz_figure_page_select_at:
 * @position: where the caret is
 *
 * Selects the figure that stands there, or none.
 */
void
fz_figure_page_select_at (FzFigurePage *self, guint position)
{
  g_return_if_fail (FZ_IS_FIGURE_PAGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (FzFigureItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (position < fz_figure_item_get_start (item) || position >= fz_figure_item_get_end (item))
        continue;
      select_quietly (self, i);
      fz_headed_scroller_show (self->scroller, i);
      return;
    }
  select_quietly (self, GTK_INVALID_LIST_POSITION);
}

/**
 * fz_figure_page_get_selected:
 *
 * Returns: (transfer none) (nullable): the figure that is selected
 */
FzFigureItem *
fz_figure_page_get_selected (FzFigurePage *self)
{
  g_return_val_if_fail (FZ_IS_FIGURE_PAGE (self), NULL);

  return self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * fz_figure_page_get_model:
 *
 * Returns: (transfer none): the #FzFigureItem as listed
 */
GListModel *
fz_figure_page_get_model (FzFigurePage *self)
{
  g_return_val_if_fail (FZ_IS_FIGURE_PAGE (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/**
 * fz_figure_page_say:
 * @toast: (transfer full): what is to be told to the reader
 */
void
fz_figure_page_say (FzFigurePage *self, AdwToast *toast)
{
  g_return_if_fail (FZ_IS_FIGURE_PAGE (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
