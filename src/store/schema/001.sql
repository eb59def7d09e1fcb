-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema version 1.
--
-- One table for each class of entities, named by its kind; one column for each stored property, named as the
-- property with "_" for "-".  The code that carries rows to objects and back knows no more than that.
--
--  * Text is UTF-8; a date is its ISO 8601 form; a yes or no is 1 or 0; a choice is its nick; NULL is unknown.
--  * No cascades, no triggers, no views, no virtual tables: changesets are the undo log, and a document whose
--    schema holds anything but this is refused.

CREATE TABLE "settings" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "currency" TEXT,
  "on_track_margin" REAL NOT NULL,
  "at_risk_margin" REAL NOT NULL
) STRICT;

CREATE TABLE "organisation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "kind" TEXT NOT NULL,
  "notes" TEXT
) STRICT;

CREATE TABLE "unit" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "kind" TEXT NOT NULL,
  "organisation" TEXT NOT NULL
    REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT
    REFERENCES "unit" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "role" TEXT,
  "email" TEXT,
  "reference" TEXT,
  "organisation" TEXT NOT NULL
    REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "unit" TEXT
    REFERENCES "unit" DEFERRABLE INITIALLY DEFERRED,
  "manager" TEXT
    REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "capacity" REAL,
  "notes" TEXT
) STRICT;

CREATE TABLE "cycle" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "start" TEXT,
  "end" TEXT
) STRICT;

CREATE TABLE "goal" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "reference" TEXT,
  "title" TEXT,
  "description" TEXT,
  "organisation" TEXT
    REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "unit" TEXT
    REFERENCES "unit" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT
    REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "cycle" TEXT
    REFERENCES "cycle" DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "facet" TEXT NOT NULL,
  "beneficiary" TEXT NOT NULL,
  "category" TEXT,
  "stretch" TEXT NOT NULL,
  "rollup" TEXT NOT NULL,
  "start" TEXT,
  "due" TEXT
) STRICT;

CREATE TABLE "contribution" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "from" TEXT NOT NULL
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
  "to" TEXT NOT NULL
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
  "weight" REAL NOT NULL,
  "rationale" TEXT,
  "critical" INTEGER NOT NULL
) STRICT;

CREATE TABLE "tension" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "first" TEXT NOT NULL
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
  "second" TEXT NOT NULL
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT
) STRICT;

CREATE TABLE "measure" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "goal" TEXT NOT NULL
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "unit" TEXT,
  "kind" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "baseline" REAL,
  "target" REAL,
  "low" REAL,
  "high" REAL,
  "start" TEXT,
  "due" TEXT,
  "weight" REAL NOT NULL,
  "leading" INTEGER NOT NULL
) STRICT;

CREATE TABLE "reading" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "measure" TEXT NOT NULL
    REFERENCES "measure" DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT,
  "value" REAL,
  "note" TEXT
) STRICT;

CREATE TABLE "check_in" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "goal" TEXT NOT NULL
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT,
  "confidence" REAL,
  "learned" TEXT
) STRICT;

CREATE INDEX "unit_organisation" ON "unit" ("organisation");
CREATE INDEX "unit_parent" ON "unit" ("parent");
CREATE INDEX "person_organisation" ON "person" ("organisation");
CREATE INDEX "person_unit" ON "person" ("unit");
CREATE INDEX "person_manager" ON "person" ("manager");
CREATE INDEX "goal_organisation" ON "goal" ("organisation");
CREATE INDEX "goal_unit" ON "goal" ("unit");
CREATE INDEX "goal_person" ON "goal" ("person");
CREATE INDEX "goal_cycle" ON "goal" ("cycle");
CREATE INDEX "contribution_from" ON "contribution" ("from");
CREATE INDEX "contribution_to" ON "contribution" ("to");
CREATE INDEX "tension_first" ON "tension" ("first");
CREATE INDEX "tension_second" ON "tension" ("second");
CREATE INDEX "measure_goal" ON "measure" ("goal");
CREATE INDEX "reading_measure" ON "reading" ("measure");
CREATE INDEX "check_in_goal" ON "check_in" ("goal");
