-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema version 2.
--
-- "document" has one row and belongs to no class of entities: which document this is, and which of its states.  The
-- identity stays as long as the file is edited; a copy made by us gets one of its own.  The state is another UUID
-- after every transaction, and an undo brings back the one that was there before: two files with the same state
-- hold the same.

CREATE TABLE "document" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "state" TEXT NOT NULL
) STRICT;

ALTER TABLE "person" ADD COLUMN "private_notes" TEXT;

ALTER TABLE "cycle" ADD COLUMN "closed" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "goal" ADD COLUMN "position" REAL;
ALTER TABLE "goal" ADD COLUMN "carried_from" TEXT
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "goal" ADD COLUMN "private_notes" TEXT;

CREATE INDEX "goal_carried_from" ON "goal" ("carried_from");
