/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-region-page.h"

/* Articles that are filed under another region by hand: dragged there, or by a
 * dialog that finds the region.  A toast tells where they went and takes it back. */

typedef struct {
  FzWindow  *window; /* whose dialog it is */
  AdwDialog *dialog;
  gint64     article;
} Choice;

static void
on_region_chosen (AdwNavigationPage *page, const char *code, Choice *choice)
{
  FzRegion region = *code ? fz_region_from_code (code) : FZ_REGION_NONE;

  adw_dialog_close (choice->dialog);
  fz_window_file_article (choice->window, choice->article, region);
}

static void
choice_free (gpointer choice, GClosure *closure)
{
  g_free (choice);
}

/* Asks where the article is to be filed. */
void
fz_window_ask_region (FzWindow *self, gint64 article)
{
  AdwNavigationPage *page = fz_region_page_new ();
  GtkWidget *view = adw_navigation_view_new ();
  AdwDialog *dialog = adw_dialog_new ();
  Choice *choice = g_new0 (Choice, 1);

  adw_navigation_page_set_title (page, _("File Under"));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  adw_dialog_set_title (dialog, _("File Under"));
  adw_dialog_set_content_width (dialog, 420);
  adw_dialog_set_content_height (dialog, 520);
  adw_dialog_set_child (dialog, view);
  *choice = (Choice) { self, dialog, article };
  g_signal_connect_data (page, "chosen", G_CALLBACK (on_region_chosen), choice, choice_free, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* It was dropped on a region. */
void
fz_window_file_dropped (FzRegionTree *tree, gint64 article, guint64 region, FzWindow *self)
{
  fz_window_file_article (self, article, region);
}

/* Files an article under a region, %FZ_REGION_NONE for none. */
void
fz_window_file_article (FzWindow *self, gint64 article, FzRegion region)
{
  if (self->library)
    fz_refiler_file (self->refiler, self->library, article, region);
}

static void
dismiss (FzWindow *self)
{
  AdwToast *toast = g_steal_pointer (&self->filed);

  if (toast)
    adw_toast_dismiss (toast);
}

static void
on_undo (FzWindow *self)
{
  fz_refiler_undo (self->refiler);
}

static void
on_dismissed (FzWindow *self, AdwToast *toast)
{
  if (self->filed == toast)
    self->filed = NULL;
}

static void
on_filed (FzWindow *self, const char *title, guint64 region)
{
  g_autofree char *name = fz_region_shown_name (region);
  g_autofree char *text = NULL;

  if (region != FZ_REGION_NONE)
    text = g_strdup_printf (_("“%s” is filed under %s"), title, name);
  else
    text = g_strdup_printf (_("“%s” is filed under no region"), title);
  dismiss (self);
  self->filed = adw_toast_new (text);
  adw_toast_set_use_markup (self->filed, FALSE);
  adw_toast_set_button_label (self->filed, _("_Undo"));
  g_signal_connect_object (self->filed, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filed, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->filed);
}

static void
on_file_failed (FzWindow *self, const char *reason)
{
  AdwToast *toast = adw_toast_new (reason);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
fz_window_file_init (FzWindow *self)
{
  self->refiler = fz_refiler_new (self->corrector);
  g_signal_connect_object (self->refiler, "filed", G_CALLBACK (on_filed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->refiler, "overtaken", G_CALLBACK (dismiss), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->refiler, "failed", G_CALLBACK (on_file_failed), self, G_CONNECT_SWAPPED);
}
