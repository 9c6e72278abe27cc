/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-pane-private.h"

#include "fz-article-menu.h"
#include "fz-hit-row.h"

/* The articles that were found: which of them are selected, which one is opened, and
 * what is said of them. */

void
fz_search_pane_drop_next (FzSearchPane *self)
{
  self->open = FALSE;
  if (self->next)
    g_signal_handlers_disconnect_by_data (self->next, self);
  g_clear_object (&self->next);
}

void
fz_search_pane_drop_list (FzSearchPane *self)
{
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static GtkBitset *
selected_rows (FzSearchPane *self)
{
  return self->selection ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)) : gtk_bitset_new_empty ();
}

/* The row that is selected, the first of several; the largest number for none. */
static guint
cursor (FzSearchPane *self)
{
  g_autoptr (GtkBitset) selected = selected_rows (self);

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
}

static void
choose (FzSearchPane *self, guint position)
{
  g_autoptr (FzArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (!item || !fz_article_item_get_hit (item))
    return;
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT, NULL);
  g_signal_emit_by_name (self, "hit-activated", item);
}

/* (element-type gint64): the articles that are selected. */
static GHashTable *
selected_articles (FzSearchPane *self)
{
  GHashTable *articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GtkBitset) selected = selected_rows (self);
  GtkBitsetIter iter;
  guint position;
  FzMarks marks;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (fz_article_item_get_marks (fz_paged_list_peek (FZ_PAGED_LIST (self->list), position), &marks))
      g_hash_table_add (articles, g_memdup2 (&marks.article, sizeof (gint64)));
  return articles;
}

/* Of those that stand on the first page of the new list. */
static void
select_articles (FzSearchPane *self, GHashTable *articles)
{
  gboolean first = TRUE;
  FzMarks marks;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)) && g_hash_table_size (articles) > 0; i++)
    {
      if (!fz_article_item_get_marks (fz_paged_list_peek (FZ_PAGED_LIST (self->list), i), &marks)
          || !g_hash_table_remove (articles, &marks.article))
        continue;
      if (first)
        gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_SELECT, NULL);
      else
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
      first = FALSE;
    }
}

static void
on_outdated (FzSearchPane *self)
{
  g_clear_pointer (&self->counted, g_free);
  fz_search_pane_ask (self, TRUE);
}

static void
on_failed (FzSearchPane *self, GError *error)
{
  fz_search_pane_drop_next (self);
  fz_search_pane_stop_counting (self);
  g_clear_pointer (&self->counted, g_free);
  fz_search_pane_tell (self, error->message, TRUE);
}

/* What was asked for is here and takes the place of what is shown. */
static void
on_next_loaded (FzSearchPane *self)
{
  g_autoptr (GHashTable) selected = selected_articles (self);
  gboolean open = self->open;
  FzHitList *list = g_steal_pointer (&self->next);

  g_signal_handlers_disconnect_by_data (list, self);
  fz_search_pane_drop_list (self);
  self->open = FALSE;
  self->list = list;
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->pages, "hits");
  g_signal_connect_object (list, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  select_articles (self, selected);
  if (self->next_is_stale)
    fz_paged_list_refresh (FZ_PAGED_LIST (list));
  fz_search_pane_count (self, self->next_is_stale);
  self->next_is_stale = FALSE;
  if (open)
    choose (self, 0);
}

/* Asks for the first page of what is looked for. */
void
fz_search_pane_ask_list (FzSearchPane *self)
{
  const FzSearchRequest request = { .query = fz_search_pane_get_query (self), .order = self->order,
                                    .narrowed = self->narrowed, .region = self->region };

  fz_search_pane_drop_next (self);
  self->next = fz_hit_list_new (self->library, &request);
  g_signal_connect_object (self->next, "loaded", G_CALLBACK (on_next_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}

/* What was typed last may still be on its way. */
static void
on_entry_activate (FzSearchPane *self)
{
  guint position = cursor (self);

  if (self->next)
    self->open = TRUE;
  else if (self->list)
    choose (self, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

static gboolean
on_entry_key (FzSearchPane *self, guint key)
{
  guint n = self->list ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  guint at;

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || n == 0)
    return GDK_EVENT_PROPAGATE;
  at = cursor (self);
  gtk_list_view_scroll_to (self->view, at < n ? at : 0, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  return GDK_EVENT_STOP;
}

static void
on_activate (FzSearchPane *self, guint position)
{
  if (self->list)
    choose (self, position);
}

static void
on_setup (FzSearchPane *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, fz_hit_row_new ());
}

static void
on_bind (FzSearchPane *self, GtkListItem *list_item)
{
  fz_hit_row_bind (FZ_HIT_ROW (gtk_list_item_get_child (list_item)), list_item);
}

static void
on_unbind (FzSearchPane *self, GtkListItem *list_item)
{
  fz_hit_row_unbind (FZ_HIT_ROW (gtk_list_item_get_child (list_item)));
}

static FzLibrary *
get_library (FzArticlePicker *picker)
{
  return FZ_SEARCH_PANE (picker)->library;
}

static GPtrArray *
get_parts (FzArticlePicker *picker)
{
  FzSearchPane *self = FZ_SEARCH_PANE (picker);
  GPtrArray *parts = g_ptr_array_new_with_free_func (fz_picked_part_free);
  g_autoptr (GtkBitset) selected = selected_rows (self);

  if (!gtk_bitset_is_empty (selected))
    g_ptr_array_add (parts, fz_picked_part_new (FZ_PAGED_LIST (self->list), g_steal_pointer (&selected)));
  return parts;
}

void
fz_search_pane_picker_init (FzArticlePickerInterface *iface)
{
  iface->get_library = get_library;
  iface->get_parts = get_parts;
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, FzSearchPane *self)
{
  if (self->selection && fz_article_menu_popup_at (self->menu, self->view, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The Menu key, at the row with the focus. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzSearchPane *self = FZ_SEARCH_PANE (widget);

  if (self->selection)
    fz_article_menu_popup_at_focus (self->menu, self->view);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzSearchPane *self = FZ_SEARCH_PANE (widget);

  if (self->selection)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

void
fz_search_pane_bind_found (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzSearchPane, pages);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, view);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, menu);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_bind);
  gtk_widget_class_bind_template_callback (klass, on_entry_activate);
  gtk_widget_class_bind_template_callback (klass, on_entry_key);
  gtk_widget_class_bind_template_callback (klass, on_secondary_click);
  gtk_widget_class_bind_template_callback (klass, on_setup);
  gtk_widget_class_bind_template_callback (klass, on_unbind);
  gtk_widget_class_install_action (klass, "search.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "search.select-all", NULL, select_all_action);
  fz_article_picker_install_actions (klass);
}

/**
 * fz_search_pane_step:
 * @self: a pane
 * @step: 1 for the next article, -1 for the one before
 *
 * Selects and opens it.
 */
void
fz_search_pane_step (FzSearchPane *self, int step)
{
  guint at, n;

  g_return_if_fail (FZ_IS_SEARCH_PANE (self));

  if (!self->list)
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  at = cursor (self);
  at = at == GTK_INVALID_LIST_POSITION ? (step > 0 ? 0 : n - 1) : at + (guint) step;
  if (at < n)
    choose (self, at);
}

/**
 * fz_search_pane_get_list:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what is shown
 */
FzHitList *
fz_search_pane_get_list (FzSearchPane *self)
{
  g_return_val_if_fail (FZ_IS_SEARCH_PANE (self), NULL);

  return self->list;
}
