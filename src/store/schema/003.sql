-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema version 3.
--
-- Coaching conversations, what was said in them, and the lines of the frame.  They are private by default: they are
-- in the document, its copies and its backups, and in nothing that is exported unless somebody asks for it.

CREATE TABLE "conversation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "person" TEXT NOT NULL
    REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "coach" TEXT
    REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "coach_name" TEXT,
  "date" TEXT,
  "state" TEXT NOT NULL,
  "question_set" TEXT,
  "place" TEXT,
  "skipped" TEXT,
  "open_questions" TEXT,
  "look_again" TEXT,
  "private_notes" TEXT
) STRICT;

CREATE TABLE "statement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "conversation" TEXT NOT NULL
    REFERENCES "conversation" DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "facet" TEXT NOT NULL,
  "reputation" INTEGER NOT NULL,
  "beneficiary" TEXT NOT NULL,
  "question" TEXT,
  "position" REAL,
  "who" TEXT,
  "detail" TEXT,
  "skills" TEXT,
  "due" TEXT,
  "agreed" INTEGER NOT NULL,
  "action_state" TEXT NOT NULL,
  "learned" TEXT,
  "goal" TEXT
    REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "statement_link" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "from" TEXT NOT NULL
    REFERENCES "statement" DEFERRABLE INITIALLY DEFERRED,
  "to" TEXT NOT NULL
    REFERENCES "statement" DEFERRABLE INITIALLY DEFERRED,
  "loop" INTEGER NOT NULL
) STRICT;

CREATE INDEX "conversation_person" ON "conversation" ("person");
CREATE INDEX "conversation_coach" ON "conversation" ("coach");
CREATE INDEX "statement_conversation" ON "statement" ("conversation");
CREATE INDEX "statement_goal" ON "statement" ("goal");
CREATE INDEX "statement_link_from" ON "statement_link" ("from");
CREATE INDEX "statement_link_to" ON "statement_link" ("to");
