-- The first schema. Ids are 16 bytes, times microseconds UTC, money minor units, unit prices millionths,
-- JSON is text, yes/no is 1/0. `{words}` are spelled per engine by migrate.rs.

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {table};

CREATE TABLE merchant (
    id {bytes} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at {int} NOT NULL
) {table};

CREATE TABLE channel (
    id {bytes} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL
) {table};

CREATE TABLE category (
    id {bytes} NOT NULL PRIMARY KEY,
    parent_id {bytes} REFERENCES category (id),
    slug TEXT NOT NULL,
    position {int} NOT NULL,
    CONSTRAINT category_slug_key UNIQUE (slug)
) {table};

CREATE TABLE category_text (
    category_id {bytes} NOT NULL REFERENCES category (id),
    locale TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (category_id, locale)
) {clustered};

CREATE TABLE product (
    id {bytes} NOT NULL PRIMARY KEY,
    merchant_id {bytes} NOT NULL REFERENCES merchant (id),
    channel_id {bytes} NOT NULL REFERENCES channel (id),
    category_id {bytes} NOT NULL REFERENCES category (id),
    sku TEXT NOT NULL,
    slug TEXT NOT NULL,
    status TEXT NOT NULL,
    price_micros {int} NOT NULL,
    currency TEXT NOT NULL,
    attributes TEXT NOT NULL,
    search_text TEXT NOT NULL,
    sort_title TEXT NOT NULL,
    units_sold {int} NOT NULL DEFAULT 0,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    CONSTRAINT product_slug_key UNIQUE (slug),
    CONSTRAINT product_sku_key UNIQUE (merchant_id, sku)
) {table};
CREATE INDEX product_by_created ON product (created_at, id);
CREATE INDEX product_by_title ON product (sort_title, id);
CREATE INDEX product_by_price ON product (price_micros, id);
CREATE INDEX product_by_units ON product (units_sold, id);
CREATE INDEX product_by_category ON product (category_id, created_at, id);
CREATE INDEX product_by_sku ON product (sku);

CREATE TABLE product_text (
    product_id {bytes} NOT NULL REFERENCES product (id),
    locale TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (product_id, locale)
) {clustered};

CREATE TABLE member (
    id {bytes} NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    country TEXT NOT NULL,
    locale TEXT,
    search_text TEXT NOT NULL,
    joined_at {int} NOT NULL,
    no_personalisation {int} NOT NULL DEFAULT 0,
    CONSTRAINT member_number_key UNIQUE (number),
    CONSTRAINT member_email_key UNIQUE (email)
) {table};
CREATE INDEX member_by_joined ON member (joined_at, id);
CREATE INDEX member_by_name ON member (name, id);

-- What the orders and returns of a member sum to, by currency; written with them, in the same transaction.
CREATE TABLE member_total (
    member_id {bytes} NOT NULL REFERENCES member (id),
    currency TEXT NOT NULL,
    orders {int} NOT NULL,
    revenue_minor {int} NOT NULL,
    first_order_at {int},
    last_order_at {int},
    returns {int} NOT NULL,
    returned_minor {int} NOT NULL,
    PRIMARY KEY (member_id, currency)
) {clustered};
CREATE INDEX member_total_by_first ON member_total (currency, first_order_at, member_id);

CREATE TABLE orders (
    id {bytes} NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    merchant_id {bytes} NOT NULL REFERENCES merchant (id),
    channel_id {bytes} NOT NULL REFERENCES channel (id),
    member_id {bytes} REFERENCES member (id),
    status TEXT NOT NULL,
    placed_at {int} NOT NULL,
    currency TEXT NOT NULL,
    country TEXT NOT NULL,
    source TEXT,
    line_count {int} NOT NULL,
    units {int} NOT NULL,
    total_minor {int} NOT NULL,
    CONSTRAINT orders_number_key UNIQUE (number)
) {table};
CREATE INDEX orders_by_placed ON orders (placed_at, id);
CREATE INDEX orders_by_member ON orders (member_id, placed_at, id);
CREATE INDEX orders_by_country ON orders (country, placed_at, id);

CREATE TABLE order_line (
    order_id {bytes} NOT NULL REFERENCES orders (id),
    line_no {int} NOT NULL,
    product_id {bytes} NOT NULL REFERENCES product (id),
    sku TEXT NOT NULL,
    title TEXT NOT NULL,
    quantity {int} NOT NULL,
    unit_price_micros {int} NOT NULL,
    total_minor {int} NOT NULL,
    PRIMARY KEY (order_id, line_no)
) {clustered};
CREATE INDEX order_line_by_product ON order_line (product_id, order_id);

CREATE TABLE returns (
    id {bytes} NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    merchant_id {bytes} NOT NULL REFERENCES merchant (id),
    channel_id {bytes} NOT NULL REFERENCES channel (id),
    member_id {bytes} REFERENCES member (id),
    returned_at {int} NOT NULL,
    currency TEXT NOT NULL,
    country TEXT NOT NULL,
    source TEXT,
    line_count {int} NOT NULL,
    units {int} NOT NULL,
    total_minor {int} NOT NULL,
    CONSTRAINT returns_number_key UNIQUE (number)
) {table};
CREATE INDEX returns_by_returned ON returns (returned_at, id);
CREATE INDEX returns_by_member ON returns (member_id, returned_at, id);

CREATE TABLE return_line (
    return_id {bytes} NOT NULL REFERENCES returns (id),
    line_no {int} NOT NULL,
    product_id {bytes} NOT NULL REFERENCES product (id),
    sku TEXT NOT NULL,
    title TEXT NOT NULL,
    quantity {int} NOT NULL,
    unit_price_micros {int} NOT NULL,
    total_minor {int} NOT NULL,
    order_id {bytes} REFERENCES orders (id),
    order_line_no {int},
    PRIMARY KEY (return_id, line_no)
) {clustered};
CREATE INDEX return_line_by_order ON return_line (order_id, order_line_no);
CREATE INDEX return_line_by_product ON return_line (product_id, return_id);

-- Rows of other systems: which of ours they became.
CREATE TABLE external_id (
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    external TEXT NOT NULL,
    id {bytes} NOT NULL,
    PRIMARY KEY (source, kind, external)
) {clustered};

CREATE TABLE import_run (
    id {bytes} NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    position {int} NOT NULL,
    finished {int} NOT NULL,
    summary TEXT NOT NULL,
    started_at {int} NOT NULL,
    CONSTRAINT import_run_file_key UNIQUE (source, fingerprint)
) {table};

-- Events written with the change that caused them; the relay moves them into the log.
CREATE TABLE outbox (
    seq {counter},
    body TEXT NOT NULL
) {table};

-- How far each follower of the event log has come; written with what it did.
CREATE TABLE follower (
    name TEXT NOT NULL PRIMARY KEY,
    next_offset {int} NOT NULL
) {table};

-- Who may do a job that only one server does at a time; `epoch` fences out a holder that slept.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    epoch {int} NOT NULL,
    expires_at {int} NOT NULL
) {table};

-- What a member did lately, newest last, kept by a follower of the log.
CREATE TABLE member_activity (
    member_id {bytes} NOT NULL,
    occurred_at {int} NOT NULL,
    event_id {bytes} NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (member_id, occurred_at, event_id)
) {clustered};

CREATE TABLE staff (
    id {bytes} NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at {int} NOT NULL,
    CONSTRAINT staff_email_key UNIQUE (email)
) {table};

-- Signed-in staff; the cookie's token is kept only as a hash.
CREATE TABLE staff_session (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    id {bytes} NOT NULL,
    staff_id {bytes} NOT NULL REFERENCES staff (id),
    csrf_token TEXT NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL
) {table};
CREATE INDEX staff_session_by_expiry ON staff_session (expires_at);

-- First answers of mutating requests, for seven days.
CREATE TABLE idempotency_key (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash {bytes} NOT NULL,
    status {int} NOT NULL,
    answer TEXT NOT NULL,
    created_at {int} NOT NULL,
    PRIMARY KEY (scope, key)
) {clustered};
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

CREATE TABLE model_version (
    id {bytes} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    folder TEXT NOT NULL,
    manifest TEXT NOT NULL,
    active {int} NOT NULL,
    created_at {int} NOT NULL
) {table};
