/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-annotation-controller.h"

G_BEGIN_DECLS

struct _FzAnnotationController {
  GObject              parent_instance;

  GtkWidget           *host;   /* owns us */
  FzReadingView       *view;   /* inside the host */
  AdwToastOverlay     *toasts; /* inside the host */
  GSimpleActionGroup  *actions;
  GtkWidget           *bar;
  GtkWidget           *note;
  GtkWidget           *menu;
  AdwToast            *removal; /* (weak): its button undoes what was done last */
  FzAnnotationList    *list;
  FzCorrector         *corrector; /* (nullable) */
  FzAnnotationItem    *edited; /* what the note popover is about; NULL for a new one */
  guint                start;  /* what a new one will cover */
  guint                end;
  guint                color;  /* that was used last */
};

void        fz_annotation_controller_install_actions (FzAnnotationController *self);
void        fz_annotation_controller_install_keys    (FzAnnotationController *self);
GMenuModel *fz_annotation_controller_new_menu        (void);
void        fz_annotation_controller_update_actions  (FzAnnotationController *self);
void        fz_annotation_controller_show_bar        (FzAnnotationController *self);
void        fz_annotation_controller_deselect        (FzAnnotationController *self);
void        fz_annotation_controller_open_item       (FzAnnotationController *self, FzAnnotationItem *item);
void        fz_annotation_controller_open_new        (FzAnnotationController *self, guint start, guint end);

G_END_DECLS
