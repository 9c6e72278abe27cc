/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reprints-bar.h"

#include <glib/gi18n.h>

#include "fz-compare-dialog.h"
#include "fz-reading-folio.h"
#include "fz-undo-toast.h"

/* Where else the story stands that is read: each place opens it there, and its menu
 * compares the two, or says that they are not the same. */

/* More than these are in a menu. */
#define MOST_SHOWN 3

struct _FzReprintsBar {
  GtkWidget     parent_instance;

  GtkWidget    *box;
  FzLibrary    *library;
  gint64        article;
  GPtrArray    *entries; /* (nullable) */
  GCancellable *cancellable;
  AdwToast     *parted; /* (nullable): while that can be taken back; not ours */
};

G_DEFINE_FINAL_TYPE (FzReprintsBar, fz_reprints_bar, GTK_TYPE_WIDGET)

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* A pair that the reader parted, or brought together again. */
typedef struct {
  FzReprintsBar *bar;
  FzLibrary     *library;
  gint64         article;
  gint64         other;
  gboolean       apart;
} Parting;

static void
parting_free (gpointer data)
{
  Parting *self = data;

  g_object_unref (self->bar);
  g_object_unref (self->library);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parting, parting_free)

static void
parting_free_with (gpointer data, GClosure *closure)
{
  parting_free (data);
}

static void part (const Parting *what);

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_of (const FzEntry *entry, gboolean with_open)
{
  GMenu *menu = g_menu_new ();

  if (with_open)
    add_item (menu, _("_Open"), "reprints.open", entry->id);
  add_item (menu, _("_Compare…"), "reprints.compare", entry->id);
  add_item (menu, _("_Not the Same Story"), "reprints.part", entry->id);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
button_new (const FzEntry *entry)
{
  GtkWidget *button = adw_split_button_new ();
  g_autofree char *origin = fz_reading_origin (entry);
  g_autoptr (GMenuModel) menu = menu_of (entry, FALSE);

  adw_split_button_set_child (ADW_SPLIT_BUTTON (button), label_new (origin));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), menu);
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (button), _("Compare or Part"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reprints.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", entry->id);
  gtk_widget_set_tooltip_text (button, entry->title != NULL ? entry->title : entry->opening);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "reprint");
  return button;
}

/* The places that there is no room for. */
static GtkWidget *
more_new (const GPtrArray *entries)
{
  GtkWidget *button = gtk_menu_button_new ();
  guint n = entries->len - MOST_SHOWN;
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = MOST_SHOWN; i < entries->len; i++)
    {
      g_autofree char *origin = fz_reading_origin (entries->pdata[i]);
      g_autoptr (GMenuModel) acts = menu_of (entries->pdata[i], TRUE);
      g_autoptr (GMenuItem) item = g_menu_item_new_submenu (NULL, acts);

      g_menu_item_set_label (item, origin);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label_new (text));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "reprint");
  return button;
}

static void
update (FzReprintsBar *self)
{
  guint n = self->entries != NULL ? self->entries->len : 0;
  GtkWidget *caption = label_new (_("Also in"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->box), child);
  gtk_widget_add_css_class (caption, "dim-label");
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), caption);
  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->box), button_new (self->entries->pdata[i]));
  if (n > MOST_SHOWN)
    adw_wrap_box_append (ADW_WRAP_BOX (self->box), more_new (self->entries));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
tell (FzReprintsBar *self, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
on_undo (AdwToast *toast, gpointer user_data)
{
  Parting back = *(const Parting *) user_data;

  back.apart = FALSE;
  part (&back);
}

static void
offer_undo (FzReprintsBar *self, Parting *what)
{
  AdwToast *toast = fz_undo_toast_new (_("No longer taken for the same story"), G_CALLBACK (on_undo), what,
                                       parting_free_with);

  g_set_weak_pointer (&self->parted, toast);
  tell (self, toast);
}

/* What is shown is read again: the others of the story may be others, too. */
static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzReprintsBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = fz_library_load_finish (FZ_LIBRARY (source), result, &error);

  if (stored == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, adw_toast_new (error->message));
  if (stored != NULL && FZ_LIBRARY (source) == self->library && stored->entry->id == self->article)
    fz_reprints_bar_show (self, self->library, self->article, stored->reprints);
}

static void
on_parted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Parting) what = user_data;
  FzReprintsBar *self = what->bar;
  g_autoptr (GError) error = NULL;

  if (!fz_library_part_finish (FZ_LIBRARY (source), result, &error))
    {
      tell (self, adw_toast_new (error->message));
      return;
    }
  if (self->library == what->library && self->article == what->article)
    fz_library_load_async (self->library, self->article, self->cancellable, on_loaded, g_object_ref (self));
  if (what->apart)
    offer_undo (self, g_steal_pointer (&what));
}

static void
part (const Parting *what)
{
  Parting *own = g_memdup2 (what, sizeof *what);

  g_object_ref (own->bar);
  g_object_ref (own->library);
  fz_library_part_async (own->library, own->article, own->other, own->apart, NULL, on_parted, own);
}

static void
part_from (FzReprintsBar *self, gint64 other)
{
  const Parting what = { self, self->library, self->article, other, TRUE };

  if (self->library != NULL)
    part (&what);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0, g_variant_get_int64 (parameter));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReprintsBar *self = FZ_REPRINTS_BAR (widget);
  AdwDialog *dialog = fz_compare_dialog_new (self->library, self->article, g_variant_get_int64 (parameter));

  g_signal_connect_object (dialog, "parted", G_CALLBACK (part_from), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  part_from (FZ_REPRINTS_BAR (widget), g_variant_get_int64 (parameter));
}

static void
fz_reprints_bar_dispose (GObject *object)
{
  FzReprintsBar *self = FZ_REPRINTS_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_weak_pointer (&self->parted);
  G_OBJECT_CLASS (fz_reprints_bar_parent_class)->dispose (object);
}

static void
fz_reprints_bar_finalize (GObject *object)
{
  g_clear_object (&FZ_REPRINTS_BAR (object)->cancellable);
  G_OBJECT_CLASS (fz_reprints_bar_parent_class)->finalize (object);
}

static void
fz_reprints_bar_class_init (FzReprintsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_reprints_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_reprints_bar_finalize;
  /* The reader wants to read it in another place. */
  signals[OPENED] = g_signal_new ("opened", FZ_TYPE_REPRINTS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "reprints.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "reprints.compare", "x", compare_action);
  gtk_widget_class_install_action (widget_class, "reprints.part", "x", part_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reprints");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fz_reprints_bar_init (FzReprintsBar *self)
{
  self->cancellable = g_cancellable_new ();
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Also in"), -1);
  update (self);
}

/**
 * fz_reprints_bar_show:
 * @library: (nullable): where they are
 * @article: what is read
 * @entries: (nullable) (element-type FzEntry): where else it stands; shared
 *
 * Nothing is seen where there is nothing to say.
 */
void
fz_reprints_bar_show (FzReprintsBar *self, FzLibrary *library, gint64 article, GPtrArray *entries)
{
  g_return_if_fail (FZ_IS_REPRINTS_BAR (self));

  if (entries != NULL)
    g_ptr_array_ref (entries);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  self->article = article;
  g_set_object (&self->library, library);
  update (self);
}

/**
 * fz_reprints_bar_let_go:
 *
 * Holds no library any more, nor what could be taken back in one.
 */
void
fz_reprints_bar_let_go (FzReprintsBar *self)
{
  g_return_if_fail (FZ_IS_REPRINTS_BAR (self));

  fz_reprints_bar_show (self, NULL, 0, NULL);
  if (self->parted != NULL)
    adw_toast_dismiss (self->parted);
}
