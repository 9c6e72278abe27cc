/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-preview.h"

#include <glib/gi18n.h>

#include "fz-reading-look.h"

/* Some lines that show what the reading settings do. */
struct _FzReadingPreview {
  AdwBin             parent_instance;

  FzReadingView     *view;
  FzReadingSettings *settings;
};

G_DEFINE_FINAL_TYPE (FzReadingPreview, fz_reading_preview, ADW_TYPE_BIN)

#define SIZE 18
#define HEIGHT 176

static const char sample[] =
  "竹子要选三年生的冬竹，篾要刮得匀。“慢一点，”师傅说，“篮子才站得稳（路也才走得远）。”去年，村里卖出竹器"
  "3.2万件，收入约480万元，同比增长12.5%，GDP之外还有手艺——订单一个接一个……";

static void
show (FzReadingPreview *self)
{
  fz_reading_look_apply (self->settings, self->view, SIZE, "zh-cn");
  fz_reading_look_color (self->settings, self->view, GTK_WIDGET (self));
}

static void
fz_reading_preview_dispose (GObject *object)
{
  g_clear_object (&FZ_READING_PREVIEW (object)->settings);
  G_OBJECT_CLASS (fz_reading_preview_parent_class)->dispose (object);
}

static void
fz_reading_preview_class_init (FzReadingPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fz_reading_preview_dispose;
}

static void
fz_reading_preview_init (FzReadingPreview *self)
{
  g_autoptr (FzManuscript) text = fz_manuscript_new ();

  self->view = g_object_new (FZ_TYPE_READING_VIEW, "focusable", FALSE, "can-target", FALSE, NULL);
  fz_manuscript_append (text, FZ_ROLE_BODY, 0, sample, strlen (sample));
  fz_reading_view_set_text (self->view, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, HEIGHT);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading-page");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * fz_reading_preview_new:
 *
 * Returns: (transfer floating): a preview that follows @settings
 */
GtkWidget *
fz_reading_preview_new (FzReadingSettings *settings)
{
  FzReadingPreview *self = g_object_new (FZ_TYPE_READING_PREVIEW, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
