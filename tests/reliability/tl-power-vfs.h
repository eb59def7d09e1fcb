/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPowerCut:
 * @TL_POWER_CUT_DROPPED: nothing that was not synced has reached the disk
 * @TL_POWER_CUT_KEPT: all of it has
 * @TL_POWER_CUT_CHOSEN: some calls have, in any combination
 * @TL_POWER_CUT_TORN: some sectors of 512 bytes have
 * @TL_POWER_CUT_GARBLED: some sectors have, and others hold nonsense where they were being written
 *
 * What becomes of what was under way when the power goes.
 */
typedef enum
{
  TL_POWER_CUT_DROPPED,
  TL_POWER_CUT_KEPT,
  TL_POWER_CUT_CHOSEN,
  TL_POWER_CUT_TORN,
  TL_POWER_CUT_GARBLED,
} TlPowerCut;

#define TL_POWER_N_CUTS (TL_POWER_CUT_GARBLED + 1)

/**
 * TlPowerDisk:
 * @TL_POWER_DISK_HONEST: what is synced is on the disk
 * @TL_POWER_DISK_LYING: no sync does anything, as with synchronous=OFF
 * @TL_POWER_DISK_FORGETS_NAMES: deletions are not synced, as with synchronous=FULL
 */
typedef enum
{
  TL_POWER_DISK_HONEST,
  TL_POWER_DISK_LYING,
  TL_POWER_DISK_FORGETS_NAMES,
} TlPowerDisk;

typedef struct _TlPower TlPower;

TlPower *tl_power_new         (const char  *folder);
void     tl_power_free        (TlPower     *self);

guint    tl_power_get_n_calls (TlPower     *self);
void     tl_power_stop        (TlPower     *self);
void     tl_power_make_image  (TlPower     *self,
                               guint        n_calls,
                               TlPowerCut   cut,
                               TlPowerDisk  disk,
                               GRand       *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPower, tl_power_free)

G_END_DECLS
