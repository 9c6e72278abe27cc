/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-article-list.h"

G_BEGIN_DECLS

/* Of one list: which of its articles are selected. */
typedef struct {
  FzPagedList *list;
  GtkBitset   *positions;
} FzPickedPart;

FzPickedPart *fz_picked_part_new  (FzPagedList *list, GtkBitset *positions);
void          fz_picked_part_free (gpointer data);

#define FZ_TYPE_ARTICLE_PICKER (fz_article_picker_get_type ())
G_DECLARE_INTERFACE (FzArticlePicker, fz_article_picker, FZ, ARTICLE_PICKER, GtkWidget)

/**
 * FzArticlePickerInterface:
 * @get_library: (transfer none) (nullable): whose articles they are
 * @get_parts: (transfer full) (element-type FzPickedPart): what is selected
 *
 * A widget in which articles are selected, one or many.  The actions whose names
 * begin with `articles.` are about those.
 */
struct _FzArticlePickerInterface {
  GTypeInterface parent_iface;

  FzLibrary *(*get_library) (FzArticlePicker *self);
  GPtrArray *(*get_parts)   (FzArticlePicker *self);
};

void fz_article_picker_install_actions (GtkWidgetClass *klass);
void fz_article_picker_update          (FzArticlePicker *self);

G_END_DECLS
