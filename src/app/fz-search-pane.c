/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-pane-private.h"

#include "fz-article-menu.h"
#include "fz-closures.h"

/* Search over the library.
 *
 * Each change of the query makes a new list and drops the one that was being asked
 * for, which cancels it in the library; so with the counts.  What was found before
 * stays, with its selection, until the new list has its first page, and stays for
 * good where the query cannot be understood: then the line above it says what is
 * wrong and where.
 *
 * The regions of what was found are the matter of fz-search-pane-regions.c, the
 * articles that of fz-search-pane-found.c. */

G_DEFINE_FINAL_TYPE_WITH_CODE (FzSearchPane, fz_search_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FZ_TYPE_ARTICLE_PICKER, fz_search_pane_picker_init))

enum { PROP_0, PROP_ORDER, PROP_REGION_ORDER, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { HIT_ACTIVATED, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char * const order_names[] = {
  [FZ_SEARCH_BY_RELEVANCE] = "relevance",
  [FZ_SEARCH_BY_DATE] = "date",
};

/* The line above the hits; the keyboard stays where it is, so it is announced. */
void
fz_search_pane_tell (FzSearchPane *self, const char *text, gboolean wrong)
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
  self->quiet = TRUE;
}

/* How many articles are found where the reader looks, as far as that is known. */
void
fz_search_pane_show_count (FzSearchPane *self)
{
  gint64 count = self->narrowed ? fz_hit_regions_get_hits (self->regions, self->region) : self->n_hits;
  gboolean latest = self->list && self->order == FZ_SEARCH_BY_RELEVANCE && fz_hit_list_get_by_date (self->list);
  g_autofree char *text =
    fz_search_count_text (count + self->n_more, self->n_more ? count : G_MAXINT64, latest,
                          !self->list || fz_hit_list_get_whole (self->list));

  if (self->list)
    fz_search_pane_tell (self, text, FALSE);
}

static void
clear (FzSearchPane *self)
{
  fz_search_pane_drop_next (self);
  fz_search_pane_drop_list (self);
  fz_search_pane_drop_regions (self);
  fz_search_pane_tell (self, "", FALSE);
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
void
fz_search_pane_ask (FzSearchPane *self, gboolean quiet)
{
  if (!self->library || is_blank (fz_search_pane_get_query (self)))
    {
      clear (self);
      return;
    }
  self->quiet = quiet;
  if (!self->regions)
    fz_search_pane_set_up_regions (self);
  if (g_strcmp0 (self->counted, fz_search_pane_get_query (self)) != 0)
    {
      fz_search_pane_stop_counting (self);
      g_clear_pointer (&self->counted, g_free);
    }
  fz_search_pane_ask_list (self);
}

static void
on_search_changed (FzSearchPane *self)
{
  fz_search_pane_ask (self, FALSE);
}

static void
on_stop_search (FzSearchPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* What is on its way is not asked anew, or many changes would let none of it arrive; it
 * is when it is here. */
static void
on_library_changed (FzSearchPane *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  self->next_is_stale = self->next != NULL;
  if (self->stale || !self->list || self->next)
    return;
  fz_paged_list_refresh (FZ_PAGED_LIST (self->list));
  if (self->counting)
    self->counts_are_stale = TRUE;
  else
    fz_search_pane_count (self, TRUE);
}

/* What is found stays: an article that was opened does not leave those that are
 * unread before something else is looked for. */
static void
on_library_marked (FzSearchPane *self, GArray *articles, guint mark, gboolean on)
{
  if (self->list)
    fz_paged_list_mark (FZ_PAGED_LIST (self->list), articles, mark, on);
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
    {
      g_clear_pointer (&self->counted, g_free);
      fz_search_pane_ask (self, TRUE);
    }
  self->stale = FALSE;
}

static void
fz_search_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzSearchPane *self = FZ_SEARCH_PANE (object);

  if (id == PROP_ORDER)
    g_value_set_string (value, order_names[self->order]);
  else
    g_value_set_string (value, fz_region_order_name (self->region_order));
}

static void
fz_search_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzSearchPane *self = FZ_SEARCH_PANE (object);

  if (id == PROP_REGION_ORDER)
    {
      self->region_order = fz_region_order_from_name (g_value_get_string (value));
      fz_search_pane_reorder (self);
      return;
    }
  self->order = g_strcmp0 (g_value_get_string (value), order_names[FZ_SEARCH_BY_DATE]) == 0
                ? FZ_SEARCH_BY_DATE : FZ_SEARCH_BY_RELEVANCE;
  fz_search_pane_ask (self, FALSE);
}

static void
fz_search_pane_dispose (GObject *object)
{
  FzSearchPane *self = FZ_SEARCH_PANE (object);

  fz_search_pane_drop_next (self);
  fz_search_pane_drop_list (self);
  fz_search_pane_drop_regions (self);
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
  gtk_widget_class_bind_template_callback (klass, on_search_changed);
  gtk_widget_class_bind_template_callback (klass, on_stop_search);
  fz_search_pane_bind_found (klass);
  fz_search_pane_bind_regions (klass);
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
  /* How the regions below each are ordered: code or pinyin. */
  properties[PROP_REGION_ORDER] = g_param_spec_string ("region-order", NULL, NULL, "code",
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* The reader opens an article that was found. */
  signals[HIT_ACTIVATED] = g_signal_new ("hit-activated", FZ_TYPE_SEARCH_PANE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, FZ_TYPE_ARTICLE_ITEM);
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
  g_autoptr (GMenuModel) model = fz_article_menu_model ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
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
  g_signal_connect_object (library, "marked", G_CALLBACK (on_library_marked), self, G_CONNECT_SWAPPED);
  fz_search_pane_ask (self, TRUE);
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
