/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-pane.h"

#include "fz-closures.h"
#include "fz-hit-row.h"

/* Search over the library.
 *
 * Each change of the query makes a new list and drops the one that was being asked
 * for, which cancels it in the library; so with the count.  What was found before
 * stays, with its selection, until the new list has its first page, and stays for
 * good where the query cannot be understood: then the line above it says what is
 * wrong and where. */

/* Where counting ends. */
#define MOST_COUNTED 10000

struct _FzSearchPane {
  GtkWidget           parent_instance;

  GtkWidget          *bar;
  GtkSearchEntry     *entry;
  GtkLabel           *status;
  GtkStack           *pages;
  GtkListView        *view;

  FzLibrary          *library;   /* (nullable) */
  FzSearchOrder       order;
  FzHitList          *list;      /* (nullable): what is shown */
  FzHitList          *next;      /* (nullable): what is being asked for */
  GtkSingleSelection *selection; /* (nullable): of @list */
  GCancellable       *counting;  /* (nullable) */
  gboolean            quiet;     /* the same query again: nothing is announced */
  gboolean            open;      /* the first hit, as soon as it is here */
  gboolean            stale;     /* the library changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (FzSearchPane, fz_search_pane, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ORDER, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { HIT_ACTIVATED, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char * const order_names[] = {
  [FZ_SEARCH_BY_RELEVANCE] = "relevance",
  [FZ_SEARCH_BY_DATE] = "date",
};

/* The line above the hits; the keyboard stays where it is, so it is announced. */
static void
tell (FzSearchPane *self, const char *text, gboolean wrong)
{
  gboolean same = g_str_equal (gtk_label_get_label (self->status), text);

  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  if (*text != '\0' && !(same && self->quiet))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_count (FzSearchPane *self, gint64 count)
{
  g_autofree char *text = fz_search_count_text (count, MOST_COUNTED,
                                                self->order == FZ_SEARCH_BY_RELEVANCE && fz_hit_list_get_by_date (self->list),
                                                fz_hit_list_get_whole (self->list));

  tell (self, text, FALSE);
}

static void
stop_counting (FzSearchPane *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
on_count (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzSearchPane) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 count = fz_library_count_hits_finish (FZ_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  stop_counting (self);
  if (count >= 0)
    show_count (self, count);
  else
    tell (self, error->message, TRUE);
}


static void
count (FzSearchPane *self)
{
  if (fz_hit_list_has_all (self->list))
    {
      show_count (self, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
      return;
    }
  self->counting = g_cancellable_new ();
  fz_library_count_hits_async (self->library, fz_search_pane_get_query (self), MOST_COUNTED + 1, self->counting,
                               on_count, g_object_ref (self));
}

static void
drop_next (FzSearchPane *self)
{
  stop_counting (self);
  self->open = FALSE;
  if (self->next)
    g_signal_handlers_disconnect_by_data (self->next, self);
  g_clear_object (&self->next);
}

static void
drop_list (FzSearchPane *self)
{
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
choose (FzSearchPane *self, guint position)
{
  g_autoptr (FzHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (!item || !fz_hit_item_get_hit (item))
    return;
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT, NULL);
  g_signal_emit (self, signals[HIT_ACTIVATED], 0, item);
}

/* The article of the row that is selected; 0 for none. */
static gint64
selected_article (FzSearchPane *self)
{
  FzHitItem *item = self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  const FzHit *hit = item ? fz_hit_item_get_hit (item) : NULL;

  return hit ? hit->entry->id : 0;
}

static void
select_article (FzSearchPane *self, gint64 article)
{
  guint position = article > 0 ? fz_hit_list_find (self->list, article) : G_MAXUINT;

  if (position != G_MAXUINT)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT, NULL);
}

static void ask (FzSearchPane *self, gboolean quiet);

static void
on_outdated (FzSearchPane *self)
{
  ask (self, TRUE);
}

static void
on_failed (FzSearchPane *self, GError *error)
{
  drop_next (self);
  tell (self, error->message, TRUE);
}

/* What was asked for is here and takes the place of what is shown. */
static void
on_next_loaded (FzSearchPane *self)
{
  gint64 article = selected_article (self);
  gboolean open = self->open;
  FzHitList *list = g_steal_pointer (&self->next);

  g_signal_handlers_disconnect_by_data (list, self);
  drop_list (self);
  self->open = FALSE;
  self->list = list;
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->pages, "hits");
  g_signal_connect_object (list, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  select_article (self, article);
  count (self);
  if (open)
    choose (self, 0);
}

static void
clear (FzSearchPane *self)
{
  drop_next (self);
  drop_list (self);
  tell (self, "", FALSE);
  gtk_stack_set_visible_child_name (self->pages, "help");
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* Asks for what the entry says; @quiet where that was asked before. */
static void
ask (FzSearchPane *self, gboolean quiet)
{
  self->quiet = quiet;
  if (!self->library || is_blank (fz_search_pane_get_query (self)))
    {
      clear (self);
      return;
    }
  drop_next (self);
  self->next = fz_hit_list_new (self->library, fz_search_pane_get_query (self), self->order);
  g_signal_connect_object (self->next, "loaded", G_CALLBACK (on_next_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}

static void
on_search_changed (FzSearchPane *self)
{
  ask (self, FALSE);
}

static void
on_stop_search (FzSearchPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* What was typed last may still be on its way. */
static void
on_entry_activate (FzSearchPane *self)
{
  guint position = self->selection ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;

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
  at = gtk_single_selection_get_selected (self->selection);
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
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, fz_hit_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  fz_hit_row_bind (FZ_HIT_ROW (gtk_list_item_get_child (list_item)), list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  fz_hit_row_unbind (FZ_HIT_ROW (gtk_list_item_get_child (list_item)));
}

static void
on_library_changed (FzSearchPane *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale && self->list && !self->next)
    fz_hit_list_refresh (self->list);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
fz_search_pane_map (GtkWidget *widget)
{
  FzSearchPane *self = FZ_SEARCH_PANE (widget);

  GTK_WIDGET_CLASS (fz_search_pane_parent_class)->map (widget);
  if (self->stale)
    ask (self, TRUE);
  self->stale = FALSE;
}

static void
fz_search_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, order_names[FZ_SEARCH_PANE (object)->order]);
}

static void
fz_search_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzSearchPane *self = FZ_SEARCH_PANE (object);

  self->order = g_strcmp0 (g_value_get_string (value), order_names[FZ_SEARCH_BY_DATE]) == 0
                ? FZ_SEARCH_BY_DATE : FZ_SEARCH_BY_RELEVANCE;
  ask (self, FALSE);
}

static void
fz_search_pane_dispose (GObject *object)
{
  FzSearchPane *self = FZ_SEARCH_PANE (object);

  drop_next (self);
  drop_list (self);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_SEARCH_PANE);
  G_OBJECT_CLASS (fz_search_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/fangzhi/Fangzhi/fz-search-pane.ui");
  gtk_widget_class_bind_template_child (klass, FzSearchPane, bar);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, entry);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, status);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, pages);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, view);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_bind);
  gtk_widget_class_bind_template_callback (klass, on_entry_activate);
  gtk_widget_class_bind_template_callback (klass, on_entry_key);
  gtk_widget_class_bind_template_callback (klass, on_search_changed);
  gtk_widget_class_bind_template_callback (klass, on_setup);
  gtk_widget_class_bind_template_callback (klass, on_stop_search);
  gtk_widget_class_bind_template_callback (klass, on_unbind);
}

static void
fz_search_pane_class_init (FzSearchPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fz_search_pane_get_property;
  object_class->set_property = fz_search_pane_set_property;
  object_class->dispose = fz_search_pane_dispose;
  widget_class->map = fz_search_pane_map;
  /* What comes first: relevance or date. */
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "relevance",
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* The reader opens an article that was found. */
  signals[HIT_ACTIVATED] = g_signal_new ("hit-activated", FZ_TYPE_SEARCH_PANE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, FZ_TYPE_HIT_ITEM);
  /* The reader is done with searching. */
  signals[CLOSED] = g_signal_new ("closed", FZ_TYPE_SEARCH_PANE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_property_action (widget_class, "search.order", "order");
  gtk_widget_class_install_action (widget_class, "search.close", NULL, close_action);
  bind_template (widget_class);
}

static void
fz_search_pane_init (FzSearchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_search_pane_set_library:
 * @self: a pane
 * @library: (nullable): where it searches
 *
 * What the entry says is looked for there.
 */
void
fz_search_pane_set_library (FzSearchPane *self, FzLibrary *library)
{
  g_return_if_fail (FZ_IS_SEARCH_PANE (self));

  clear (self);
  if (self->library)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (!library)
    return;
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed), self, G_CONNECT_SWAPPED);
  ask (self, TRUE);
}

/**
 * fz_search_pane_focus:
 * @self: a pane
 *
 * Puts the keyboard into the entry, what stands there selected.
 */
void
fz_search_pane_focus (FzSearchPane *self)
{
  g_return_if_fail (FZ_IS_SEARCH_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
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
  at = gtk_single_selection_get_selected (self->selection);
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

/**
 * fz_search_pane_get_query:
 * @self: a pane
 *
 * Returns: (transfer none): what is looked for, as it is typed
 */
const char *
fz_search_pane_get_query (FzSearchPane *self)
{
  g_return_val_if_fail (FZ_IS_SEARCH_PANE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * fz_search_pane_get_order:
 * @self: a pane
 *
 * Returns: what comes first
 */
FzSearchOrder
fz_search_pane_get_order (FzSearchPane *self)
{
  g_return_val_if_fail (FZ_IS_SEARCH_PANE (self), FZ_SEARCH_BY_RELEVANCE);

  return self->order;
}

/**
 * fz_search_pane_set_query:
 * @self: a pane
 * @query: what is to be looked for, as a person types it
 * @order: what comes first
 */
void
fz_search_pane_set_query (FzSearchPane *self, const char *query, FzSearchOrder order)
{
  g_return_if_fail (FZ_IS_SEARCH_PANE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  g_object_set (self, "order", order_names[order], NULL);
}
