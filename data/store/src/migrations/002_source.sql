-- Where events come from: sites, apps and servers with their write keys.

CREATE TABLE source (
    id {bytes} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    user_ids TEXT NOT NULL,
    created_at {int} NOT NULL,
    CONSTRAINT source_name_key UNIQUE (name)
) {table};

-- A source may have two keys while the old one is being replaced; a revoked one stays, so that its use is explained.
CREATE TABLE write_key (
    key TEXT NOT NULL PRIMARY KEY,
    source_id {bytes} NOT NULL REFERENCES source (id),
    created_at {int} NOT NULL,
    revoked_at {int}
) {table};
CREATE INDEX write_key_by_source ON write_key (source_id, created_at);

-- The tracking plan: events that the shop expects, with their properties.
CREATE TABLE planned_event (
    name TEXT NOT NULL PRIMARY KEY,
    description TEXT NOT NULL,
    properties TEXT NOT NULL,
    updated_at {int} NOT NULL
) {table};

-- How often events broke the plan, by day, source and what was wrong; counted by a follower of the log.
CREATE TABLE plan_violation (
    day {int} NOT NULL,
    source_id {bytes} NOT NULL,
    event TEXT NOT NULL,
    property TEXT NOT NULL,
    problem TEXT NOT NULL,
    events {int} NOT NULL,
    last_event_id {bytes} NOT NULL,
    last_at {int} NOT NULL,
    PRIMARY KEY (day, source_id, event, property, problem)
) {clustered};
