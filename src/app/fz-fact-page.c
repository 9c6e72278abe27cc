/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-page.h"

#include "fz-fact-item.h"
#include "fz-fact-sections.h"
#include "fz-headed-scroller.h"

/* A page of the sidebar: rows of #FzFactItem under the headings of their
 * sections.  Activating a row asks for its next mention, with Shift for the one
 * before. */
struct _FzFactPage {
  GtkWidget             parent_instance;

  GtkStack             *stack;
  GtkLabel             *empty;
  FzHeadedScroller     *scroller;
  GtkListView          *list;
  GtkFlattenListModel  *rows;
};

G_DEFINE_FINAL_TYPE (FzFactPage, fz_fact_page, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_EMPTY_TEXT, PROP_LABEL, PROP_ROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { MENTION, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The row keeps the focus: a screen reader is told which of the mentions it is. */
static void
tell (FzFactPage *self, FzFactItem *item)
{
  g_autofree char *count = NULL;

  if (fz_fact_item_get_mentions (item) < 2)
    return;
  g_object_get (item, "count", &count, NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->list), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
walk (FzFactPage *self, guint position, int step)
{
  g_autoptr (FzFactItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  guint start, end;

  if (item == NULL || !fz_fact_item_walk (item, step, &start, &end))
    return;
  g_signal_emit (self, signals[MENTION], 0, start, end);
  tell (self, item);
}

static void
on_activate (FzFactPage *self, guint position)
{
  walk (self, position, 1);
}

static void
previous_mention_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzFactPage *self = FZ_FACT_PAGE (widget);
  GtkSelectionModel *selection = gtk_list_view_get_model (self->list);
  guint position = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection));

  if (position != GTK_INVALID_LIST_POSITION)
    walk (self, position, -1);
}

static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *value;
  gint64 source;
  guint line;

  g_variant_get (parameter, "(xu&s)", &source, &line, &value);
  g_signal_emit (widget, signals[SETTLED], 0, source, line, value);
}

/* Closures of the row templates. */
static gboolean
is_open (GtkListItem *row, GMenuModel *choices)
{
  return choices != NULL;
}

static gboolean
is_some (GtkListItem *row, const char *text)
{
  return text != NULL && *text;
}

static void
set_row (FzFactPage *self, const char *resource)
{
  g_autoptr (GtkBuilderScope) scope = gtk_builder_cscope_new ();
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), is_some);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), is_open);
  factory = gtk_builder_list_item_factory_new_from_resource (scope, resource);
  gtk_list_view_set_factory (self->list, factory);
}

static void
fz_fact_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzFactPage *self = FZ_FACT_PAGE (object);

  switch (id)
    {
    case PROP_EMPTY_TEXT:
      gtk_label_set_text (self->empty, g_value_get_string (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_ROW:
      set_row (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_fact_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_FACT_PAGE);
  G_OBJECT_CLASS (fz_fact_page_parent_class)->dispose (object);
}

static void
fz_fact_page_class_init (FzFactPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = fz_fact_page_set_property;
  object_class->dispose = fz_fact_page_dispose;
  /* What is said where there is nothing to list. */
  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  /* What the list is called. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  /* The resource of the template of a row. */
  properties[PROP_ROW] = g_param_spec_string ("row", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* The reader wants to see what stands from the one position to the other. */
  signals[MENTION] = g_signal_new ("mention", FZ_TYPE_FACT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /* The reader says what a name means: of which source and line, and the value of
   * a %FZ_CORRECTION_PLACE. */
  signals[SETTLED] = g_signal_new ("settled", FZ_TYPE_FACT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "fact.settle", "(xus)", settle_action);
  gtk_widget_class_install_action (widget_class, "fact.previous-mention", NULL, previous_mention_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-fact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FzFactPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FzFactPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FzFactPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FzFactPage, list);
  gtk_widget_class_bind_template_child (widget_class, FzFactPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
fz_fact_page_init (FzFactPage *self)
{
  g_type_ensure (FZ_TYPE_FACT_ITEM);
  g_type_ensure (FZ_TYPE_HEADED_SCROLLER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_list (FzFactPage *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, some ? "list" : "empty");
}

/**
 * fz_fact_page_set_sections:
 * @sections: (nullable): a #GListStore of lists of #FzFactItem, a list a section
 */
void
fz_fact_page_set_sections (FzFactPage *self, GListModel *sections)
{
  g_return_if_fail (FZ_IS_FACT_PAGE (self));

  gtk_flatten_list_model_set_model (self->rows, sections);
  show_list (self);
  fz_headed_scroller_begin (self->scroller);
}

/**
 * fz_fact_page_add_sections:
 * @more: lists of #FzFactItem, a list a section
 *
 * Puts them behind those that there are, which stay as they are.
 */
void
fz_fact_page_add_sections (FzFactPage *self, GListModel *more)
{
  GListStore *sections;

  g_return_if_fail (FZ_IS_FACT_PAGE (self));

  sections = G_LIST_STORE (gtk_flatten_list_model_get_model (self->rows));
  for (guint i = 0; i < g_list_model_get_n_items (more); i++)
    {
      g_autoptr (GListModel) section = g_list_model_get_item (more, i);

      g_list_store_append (sections, section);
    }
  show_list (self);
}

/**
 * fz_fact_page_update_sections:
 * @sections: lists of #FzFactItem, a list a section
 *
 * As fz_fact_page_set_sections(), where rows that say what they said before stay, and
 * the list where it is scrolled to.
 */
void
fz_fact_page_update_sections (FzFactPage *self, GListModel *sections)
{
  g_return_if_fail (FZ_IS_FACT_PAGE (self));

  fz_fact_sections_update (G_LIST_STORE (gtk_flatten_list_model_get_model (self->rows)), sections);
  show_list (self);
}

/**
 * fz_fact_page_get_model:
 *
 * Returns: (transfer none): the rows, as listed
 */
GListModel *
fz_fact_page_get_model (FzFactPage *self)
{
  g_return_val_if_fail (FZ_IS_FACT_PAGE (self), NULL);

  return G_LIST_MODEL (self->rows);
}
