-- Which person a visitor's id or a member belongs to. Events are never changed for it: who reads them asks here.

CREATE TABLE identity_head (
    one {int} NOT NULL PRIMARY KEY,
    version {int} NOT NULL
) {table};

-- What was said of who is who, and what became of it.
CREATE TABLE identity_merge (
    id {bytes} NOT NULL PRIMARY KEY,
    actor TEXT NOT NULL,
    member_id {bytes} NOT NULL,
    outcome TEXT NOT NULL,
    event_id {bytes} NOT NULL,
    source_id {bytes},
    merged_at {int} NOT NULL,
    undone_at {int},
    CONSTRAINT identity_merge_once UNIQUE (actor, member_id)
) {table};
CREATE INDEX identity_merge_by_member ON identity_merge (member_id, merged_at, id);
CREATE INDEX identity_merge_by_time ON identity_merge (merged_at, id);

CREATE TABLE identity_link (
    anonymous_id TEXT NOT NULL PRIMARY KEY,
    member_id {bytes} NOT NULL,
    merge_id {bytes} NOT NULL
) {clustered};
CREATE INDEX identity_link_by_member ON identity_link (member_id, anonymous_id);

CREATE TABLE member_alias (
    member_id {bytes} NOT NULL PRIMARY KEY,
    into_id {bytes} NOT NULL,
    merge_id {bytes} NOT NULL
) {clustered};
CREATE INDEX member_alias_by_into ON member_alias (into_id, member_id);

-- Actors whose person changed, by the version that changed them: files sealed before must be asked anew.
CREATE TABLE identity_change (
    version {int} NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (version, actor)
) {clustered};

-- What visitors did lately; it becomes a member's when the visitor does.
CREATE TABLE visitor_activity (
    anonymous_id TEXT NOT NULL,
    occurred_at {int} NOT NULL,
    event_id {bytes} NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (anonymous_id, occurred_at, event_id)
) {clustered};
CREATE INDEX visitor_activity_by_time ON visitor_activity (occurred_at);

-- Wishes of people to be forgotten, and how far each has come. A finished one names nobody.
CREATE TABLE erasure (
    id {bytes} NOT NULL PRIMARY KEY,
    member_id {bytes},
    anonymous_ids TEXT NOT NULL,
    requested_at {int} NOT NULL,
    finished_at {int},
    report TEXT NOT NULL
) {table};
CREATE INDEX erasure_by_time ON erasure (requested_at, id);
