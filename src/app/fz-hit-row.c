/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-row.h"

#include "fz-closures.h"
#include "fz-article-item.h"

/* One row of what was found: the article, a piece of its text with what was looked
 * for marked in it, and where it comes from. */

/* As a marker pen leaves it, on light and on dark. */
#define MARK_RED   0xf6f6
#define MARK_GREEN 0xd3d3
#define MARK_BLUE  0x2d2d
#define MARK_ALPHA 0x6666

struct _FzHitRow {
  GtkWidget    parent_instance;

  GtkWidget   *dot;
  GtkWidget   *star;
  GtkWidget   *lines;
  GtkLabel    *title;
  GtkLabel    *snippet;
  GtkLabel    *source;
  GtkListItem *list_item; /* (nullable): while it is bound; not ours */
  FzArticleItem *item;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FzHitRow, fz_hit_row, GTK_TYPE_WIDGET)

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
marks_of (const FzHit *hit)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string ("zh-cn")));
  for (guint i = 0; hit && i < hit->marks->len; i++)
    {
      FzTextRange range = g_array_index (hit->marks, FzTextRange, i);
      gsize start = (gsize) (g_utf8_offset_to_pointer (hit->snippet, range.start) - hit->snippet);
      gsize end = (gsize) (g_utf8_offset_to_pointer (hit->snippet, range.end) - hit->snippet);

      add_attribute (list, pango_attr_background_new (MARK_RED, MARK_GREEN, MARK_BLUE), start, end);
      add_attribute (list, pango_attr_background_alpha_new (MARK_ALPHA), start, end);
    }
  return list;
}

static void
show_snippet (FzHitRow *self, const FzHit *hit)
{
  g_autoptr (PangoAttrList) marks = marks_of (hit);

  gtk_label_set_label (self->snippet, hit ? hit->snippet : "");
  gtk_label_set_attributes (self->snippet, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), hit && *hit->snippet);
}

static char *
spoken_name (const char *title, const char *source, const FzHit *hit)
{
  g_autofree char *name = fz_article_spoken_name (title, source, !hit || hit->entry->read, hit && hit->entry->starred);

  return hit && *hit->snippet ? g_strjoin (". ", name, hit->snippet, NULL) : g_steal_pointer (&name);
}

static void
show_hit (FzHitRow *self)
{
  const FzHit *hit = fz_article_item_get_hit (self->item);
  const FzEntry *entry = hit ? hit->entry : NULL;
  g_autofree char *title = fz_entry_shown_title (entry);
  g_autofree char *region = entry ? fz_region_shown_name (entry->filed) : NULL;
  g_autofree char *source = fz_entry_shown_source (entry);
  g_autofree char *below = region && source ? g_strjoin (" · ", region, source, NULL) : g_strdup (region);
  g_autofree char *spoken = spoken_name (title, below, hit);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->source, below ? below : "");
  show_snippet (self, hit);
  gtk_widget_set_visible (self->star, entry && entry->starred);
  gtk_widget_set_opacity (self->dot, entry && !entry->read ? 1 : 0);
  if (entry && !entry->read)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  gtk_list_item_set_accessible_label (self->list_item, spoken);
}

/* A click on a row does what Enter does; with Ctrl or Shift it selects more. */
static void
on_click (GtkGestureClick *gesture, int n_press, double x, double y, FzHitRow *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->list_item && n_press == 1 && !(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    gtk_widget_activate_action (GTK_WIDGET (self), "list.activate-item", "u",
                                gtk_list_item_get_position (self->list_item));
}

static void
fz_hit_row_dispose (GObject *object)
{
  fz_hit_row_unbind (FZ_HIT_ROW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_HIT_ROW);
  G_OBJECT_CLASS (fz_hit_row_parent_class)->dispose (object);
}

static void
fz_hit_row_class_init (FzHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_hit_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FzHitRow, dot);
  gtk_widget_class_bind_template_child (widget_class, FzHitRow, lines);
  gtk_widget_class_bind_template_child (widget_class, FzHitRow, star);
  gtk_widget_class_bind_template_child (widget_class, FzHitRow, title);
  gtk_widget_class_bind_template_child (widget_class, FzHitRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, FzHitRow, source);
  gtk_widget_class_set_css_name (widget_class, "hitrow");
}

static void
fz_hit_row_init (FzHitRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * fz_hit_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
fz_hit_row_new (void)
{
  return g_object_new (FZ_TYPE_HIT_ROW, NULL);
}

/**
 * fz_hit_row_bind:
 * @self: a row
 * @list_item: the place in the list that it stands in
 *
 * Shows the hit of @list_item and follows it.
 */
void
fz_hit_row_bind (FzHitRow *self, GtkListItem *list_item)
{
  g_return_if_fail (FZ_IS_HIT_ROW (self));

  self->list_item = list_item;
  self->item = g_object_ref (gtk_list_item_get_item (list_item));
  g_signal_connect_object (self->item, "changed", G_CALLBACK (show_hit), self, G_CONNECT_SWAPPED);
  show_hit (self);
  fz_article_item_want (self->item);
}

/**
 * fz_hit_row_get_position:
 * @self: a row
 *
 * Returns: where in the list it stands, %GTK_INVALID_LIST_POSITION for nowhere
 */
guint
fz_hit_row_get_position (FzHitRow *self)
{
  g_return_val_if_fail (FZ_IS_HIT_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->list_item ? gtk_list_item_get_position (self->list_item) : GTK_INVALID_LIST_POSITION;
}

/**
 * fz_hit_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
fz_hit_row_unbind (FzHitRow *self)
{
  g_return_if_fail (FZ_IS_HIT_ROW (self));

  if (self->item)
    g_signal_handlers_disconnect_by_func (self->item, show_hit, self);
  g_clear_object (&self->item);
  self->list_item = NULL;
}
