/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-picture.h"

#include <glib/gi18n.h>

static GskRenderNode *
snapshot_widget (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/**
 * fz_picture_save:
 * @window: a window that is shown
 * @path: where the PNG goes
 * @error: return location for an error
 *
 * Draws the window as it stands, without its shadow, into a file.
 *
 * Returns: whether the picture was written
 */
gboolean
fz_picture_save (GtkWidget *window, const char *path, GError **error)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  int width, height;
  g_autoptr (GskRenderNode) node = snapshot_widget (window, &width, &height);
  g_autoptr (GdkTexture) texture = NULL;

  if (node && renderer && width > 0 && height > 0)
    texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (texture && gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be written to “%s”"), path);
  return FALSE;
}
