/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-note-popover.h"

#include "fz-highlight-swatches.h"

/* A highlight seen closely: its note, its colour, and the way to remove it.
 *
 * Whatever closes it keeps what was written, since neither Escape nor a click
 * beside it must cost the reader a text, and undo takes a change back; "saved"
 * is then emitted once.  Colours are told at once by "recolored", and "removed"
 * closes without saving. */
struct _FzNotePopover {
  GtkPopover           parent_instance;

  GtkTextBuffer       *note;
  GtkWidget           *view;
  FzHighlightSwatches *swatches;
  GtkWidget           *remove;
  guint                color;
  gboolean             dropped;
};

G_DEFINE_FINAL_TYPE (FzNotePopover, fz_note_popover, GTK_TYPE_POPOVER)

enum { SAVED, RECOLORED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_picked (FzNotePopover *self, guint color)
{
  self->color = color;
  fz_highlight_swatches_set_chosen (self->swatches, color);
  g_signal_emit (self, signals[RECOLORED], 0, color);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
}

static void
remove_highlight (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FZ_NOTE_POPOVER (widget)->dropped = TRUE;
  gtk_popover_popdown (GTK_POPOVER (widget));
  g_signal_emit (widget, signals[REMOVED], 0);
}

static void
fz_note_popover_closed (GtkPopover *popover)
{
  FzNotePopover *self = FZ_NOTE_POPOVER (popover);

  if (!self->dropped)
    g_signal_emit (self, signals[SAVED], 0);
  self->dropped = TRUE;
}

static void
fz_note_popover_class_init (FzNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_POPOVER_CLASS (klass)->closed = fz_note_popover_closed;
  signals[SAVED] = g_signal_new ("saved", FZ_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[RECOLORED] = g_signal_new ("recolored", FZ_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVED] = g_signal_new ("removed", FZ_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  g_type_ensure (FZ_TYPE_HIGHLIGHT_SWATCHES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/fangzhi/Fangzhi/fz-note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, FzNotePopover, note);
  gtk_widget_class_bind_template_child (widget_class, FzNotePopover, view);
  gtk_widget_class_bind_template_child (widget_class, FzNotePopover, swatches);
  gtk_widget_class_bind_template_child (widget_class, FzNotePopover, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_install_action (widget_class, "note.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "note.remove", NULL, remove_highlight);
}

/* The text takes any Enter for the end of a line, and the keys of the window do
 * not reach into a popover. */
static void
add_keys (FzNotePopover *self)
{
  static const struct { const char *trigger, *action; } keys[] = {
    { "<Control>Return|<Control>KP_Enter", "note.save" },
    { "<Control>w", "window.close" },
    { "<Control>q", "app.quit" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
fz_note_popover_init (FzNotePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->dropped = TRUE;
  add_keys (self);
}

/**
 * fz_note_popover_new:
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
fz_note_popover_new (void)
{
  return g_object_new (FZ_TYPE_NOTE_POPOVER, NULL);
}

/**
 * fz_note_popover_open:
 * @note: (nullable): what is written there now
 * @color: a colour or a #FzHighlightStyle
 * @kept: whether it is a highlight that exists and can be removed
 */
void
fz_note_popover_open (FzNotePopover *self, const char *note, guint color, gboolean kept)
{
  g_return_if_fail (FZ_IS_NOTE_POPOVER (self));

  fz_note_popover_set_note (self, note);
  self->color = color;
  fz_highlight_swatches_set_chosen (self->swatches, color);
  gtk_widget_set_visible (self->remove, kept);
  self->dropped = FALSE;
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->view);
}

/**
 * fz_note_popover_dup_note:
 *
 * Returns: (transfer full): what is written there, without space at its ends
 */
char *
fz_note_popover_dup_note (FzNotePopover *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->note, &start, &end, FALSE));
}

/**
 * fz_note_popover_set_note:
 * @note: (nullable): what is to stand there
 */
void
fz_note_popover_set_note (FzNotePopover *self, const char *note)
{
  gtk_text_buffer_set_text (self->note, note ? note : "", -1);
}

/** fz_note_popover_get_color: */
guint
fz_note_popover_get_color (FzNotePopover *self)
{
  return self->color;
}
