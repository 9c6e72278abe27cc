/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pthread.h>
#include <signal.h>

#include "fz-cli.h"

/* Ctrl-C is waited for in a thread of its own, since the work blocks the main
 * one: it cancels, the work stops at the next whole source, and what came in so
 * far is told.  The second one ends the program at once; the library is whole
 * then too, because each source is one transaction.
 */

static sigset_t caught;

/* The thread's own: it may still wait when main() is over. */
static GCancellable *cancellable;

static gpointer
wait_for_signal (gpointer data)
{
  FzCli *self = data;
  int number;

  if (sigwait (&caught, &number) != 0)
    return NULL;
  g_atomic_int_set (&self->signal, number);
  pthread_sigmask (SIG_UNBLOCK, &caught, NULL);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A shell that starts a job in the background, or nohup, has it ignore the
 * signal; that stays so. */
static void
catch (int number)
{
  struct sigaction action;

  if (sigaction (number, NULL, &action) == 0 && action.sa_handler != SIG_IGN)
    sigaddset (&caught, number);
}

/**
 * fz_cli_catch_signals:
 *
 * From now on a signal that asks the program to end cancels @self's work.  To
 * be called before another thread is started.
 */
void
fz_cli_catch_signals (FzCli *self)
{
  sigemptyset (&caught);
  catch (SIGINT);
  catch (SIGTERM);
  catch (SIGHUP);
  pthread_sigmask (SIG_BLOCK, &caught, NULL);
  g_set_object (&cancellable, self->cancellable);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, self));
}
