### The console, for the people who run the shop.

## Frame

skip-to-content = Skip to content
nav-name = Main navigation
nav-open = Open navigation
nav-home = Home
nav-audience = Audience
nav-members = Members
nav-discover = Discover
nav-models = Models
nav-store = Store
nav-products = Products
nav-orders = Orders
nav-returns = Returns
nav-settings = Settings
nav-shop-settings = Shop
nav-api-settings = API
account-name = Account of { $name }
theme-name = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
language-name = Language
role-admin = Admin
role-operator = Operator
role-support = Support
nav-analyze = Analyze
nav-live-events = Live events
nav-funnel = Funnel
nav-retention = Retention
nav-paths = Paths
nav-sources = Sources
nav-privacy = Privacy
nav-identity = Identity

## Actions

action-retry = Try again
action-reload = Reload
action-close = Close
action-save = Save
action-sign-in = Sign in
action-sign-out = Sign out
action-show-more = Show more
action-clear-filters = Clear filters
action-csv = Download CSV
action-cancel = Cancel
action-add = Add
action-edit = Edit
action-remove = Remove
action-copy = Copy
copy-done = Copied
copy-failed = Your browser did not allow copying. Select the text instead.
copy-what = Copy: { $what }
column-action = Action

## Palette

palette-name = Command palette
palette-open = Search or jump to…
palette-results = Results
palette-pages = Pages
palette-actions = Actions
palette-theme = Theme: { $theme }
palette-language = Language: { $language }
palette-searching = Searching…
palette-nothing = Nothing found.
palette-failed = The search did not answer. Pages and actions still work.

## States of a screen

state-loading = Loading…
state-no-match = Nothing matches these filters
state-no-match-help = Take a filter away, or clear them all.
state-forbidden = Your role does not allow this
state-forbidden-help = You are signed in as { $role }. Ask an admin of the shop if you need it.
first-run-help = Bring your data in with an import. It can be repeated: what is there already is not doubled.
first-run-demo = Or look around in a seeded shop:
crash-title = Something broke
crash-what = This screen could not be shown
crash-help = Reloading helps when the server was updated while this page was open.
not-found-title = Page not found
not-found-what = There is no screen at this address
not-found-home = Go to Home

## Problems

problem-no-answer = The server does not answer
problem-no-answer-next = Check your connection, and that the server is running. Then try again.
problem-unreadable-answer = The server’s answer could not be read
problem-internal = The server made a mistake
problem-timeout = The server took too long
problem-not-found = This does not exist
problem-unauthenticated = You are no longer signed in
problem-forbidden = Your role does not allow this
problem-csrf-token-invalid = Your session changed. Reload the page and try again.
problem-too-many-attempts = Too many attempts
problem-wrong-credentials = E-mail or password is wrong
problem-invalid-setup-secret = The setup secret is wrong
problem-already-set-up = The shop is set up already
problem-invalid-field = Something in the form is not right
problem-other = Something went wrong
problem-request-id = Request ID:
problem-wait =
    { $seconds ->
        [one] Try again in one second.
       *[other] Try again in { $seconds } seconds.
    }

## Set-up and sign-in

setup-title = Set up your shop
setup-note = Name the shop and make the first admin account. This happens once.
setup-secret-where = The setup secret proves that you run this server: it printed the secret to its terminal or log when it first started.
setup-submit = Set up the shop
sign-in-title = Sign in
sign-in-note = For the staff of the shop.
field-setup-secret = Setup secret
field-shop-name = Shop name
field-your-name = Your name
field-email = E-mail
field-email-missing = Enter your e-mail
field-email-wrong = This is not an e-mail address
field-password = Password
field-password-missing = Enter a password
field-password-rule = { $min } to { $max } characters. A few random words are strong and easy to keep.
field-missing = This is needed

## Lists

list-total =
    { $total ->
        [one] One row
       *[other] { $total } rows
    }
pager-name = Pages
pager-range = { $first }–{ $last } of { $total }
pager-previous = Previous
pager-next = Next
filters-name = Active filters
filters-remove = Remove filter: { $filter }
sort-name = Sort by
sort-newest = Newest first
sort-oldest = Oldest first
sort-largest = Largest first
sort-title = Title A–Z
sort-best-selling = Best selling
sort-price-asc = Price, low to high
sort-price-desc = Price, high to low
sort-name-of-member = Name A–Z
sort-revenue = Most revenue
sort-orders = Most orders
sort-last-order = Latest order
chip-search = “{ $value }”
chip-category = Category: { $value }
chip-merchant = Merchant: { $value }
chip-status = Status: { $value }
chip-from = From { $value }
chip-until = Until { $value }
chip-customers = Customers: { $value }
chip-country = Country: { $value }
chip-product = Product: { $value }
chip-member = Member: { $value }
chip-currency = Currency: { $value }
chip-ordered-from = Ordered from { $value }
chip-ordered-until = Ordered until { $value }
chip-orders-min =
    { $count ->
        [one] At least one order
       *[other] At least { $count } orders
    }
chip-cohort = First order in { $value }
chip-active-in = Ordered in { $value }

## Columns

column-product = Product
column-sku = SKU
column-category = Category
column-merchant = Merchant
column-status = Status
column-price = Price
column-unit-price = Unit price
column-units = Units
column-units-sold = Units sold
column-quantity = Quantity
column-returned = Returned
column-returned-at = Returned at
column-total = Total
column-order = Order
column-return = Return
column-placed = Placed
column-member = Member
column-number = Number
column-country = Country
column-joined = Joined
column-first-order = First order
column-last-order = Last order
column-created = Created
column-source = Source
source-own = This shop
country-any = All countries
country-unknown = Unknown
category-any = All categories
merchant-any = All merchants
status-any = Any status
currency-name = Currency
customers-name = Customers
customers-known = Known customers
customers-guest = Guests
customers-all = All customers
member-guest = Guest

## Counts

units-count =
    { $count ->
        [one] one unit
       *[other] { $count } units
    }
lines-count =
    { $count ->
        [one] one line
       *[other] { $count } lines
    }
orders-count =
    { $count ->
        [one] one order
       *[other] { $count } orders
    }
returns-count =
    { $count ->
        [one] one return
       *[other] { $count } returns
    }
days-ago =
    { $count ->
        [0] today
        [one] one day ago
       *[other] { $count } days ago
    }
products-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }

## Home

home-empty = No orders yet
home-compared = Changes are against { $period }
home-not-compared = There are no orders in { $period } to compare with
report-nothing = No orders in this period.
period-name = Period
period-own = Own dates
period-7-days = Last 7 days
period-30-days = Last 30 days
period-90-days = Last 90 days
period-this-month = This month
period-last-month = Last month
period-12-months = Last 12 months
period-all = All time
period-from = From
period-until = Until
period-to = –
figures-name = Key figures
figure-revenue = Revenue
figure-revenue-note = { $units } units in { $lines } lines
figure-orders = Orders
figure-average-order-value = Average order value
figure-customers = Customers
figure-repeat-rate = Repeat rate
figure-repeat-note =
    { $count ->
        [one] one customer with 2+ orders
       *[other] { $count } customers with 2+ orders
    }
figure-returns = Returns
figure-returns-note =
    { $count ->
        [one] one return, { $share } of orders
       *[other] { $count } returns, { $share } of orders
    }
figure-net-revenue = Net revenue
change-same = No change
change-points = { $points } points
trend-title = Trend
trend-metric = Figure
trend-view = Show as
trend-chart = Chart
trend-table = Table
trend-by-day = By day
trend-by-week = By week
trend-by-month = By month
top-products-title = Top products
countries-title = Countries
retention-title = Cohort retention
retention-note = Known customers by the month of their first order, and how many ordered again in each later month
retention-unit = Show cells as
retention-share = Percent
retention-count = Counts
retention-cohort = Cohort
retention-size = Size
retention-month =
    { $month ->
        [0] Month of the first order
        [one] One month later
       *[other] { $month } months later
    }
retention-cell = { $cohort } cohort in { $month }: { $active } of { $size } ordered ({ $share })
retention-legend = Share that ordered:

## Products

products-search = Search title or SKU
products-empty = No products yet
product-name = Product
product-about = About
product-attributes = Attributes
product-attributes-none = This product has no attributes.
product-similar = Similar products
product-bought-together = Bought together
product-status-published = Published
product-status-archived = Archived

## Recommendations

recommendations-none = There is nothing to recommend yet.
recommendations-personal = Chosen from this member’s own history.
recommendations-not-personal = Not personal: the member has no history, or personalisation is off.
recommendations-model = Model { $version }.
recommendations-no-model = No model is trained yet.
recommendation-score = score { $score }
strategy-popular = Popular
strategy-popular-in-category = Popular in the category
strategy-popular-in-region = Popular in the region
strategy-newest = Newest
strategy-also-bought = Also bought
strategy-similar = Similar
strategy-personal = Personal

## Orders and returns

orders-search = Search order number or member
orders-empty = No orders yet
order-title = Order { $number }
order-status-completed = Completed
order-lines = Lines
order-returns = Returns of this order
order-returns-none = Nothing came back.
returns-search = Search return number or member
returns-empty = No returns yet
return-title = Return { $number }
return-lines = Lines
return-order-unknown = Order not found

## Members

members-search = Search name, number or e-mail
members-empty = No members yet
ordered-from = Ordered from
ordered-until = Ordered until
orders-min-name = Orders at least
orders-min-any = Any number of orders
orders-min =
    { $count ->
        [one] At least 1 order
       *[other] At least { $count } orders
    }
member-profile = Profile
member-activity = Activity
member-purchases = Purchases
member-purchases-none = This member has no orders.
member-purchases-all = All { $total } orders of this member
member-timeline = Timeline
member-timeline-none = Nothing has happened yet.
member-recommendations = Recommendations
personalisation-off = No personalisation
personalisation-help = When on, search, recommendations, prices, messages and ads treat this member like anyone else.
personalisation-forbidden = Your role cannot change it.
personalisation-failed = The switch was turned back
rfm-title = RFM
rfm-note = Scores from 1 to 5: the fifth of all members in which this one lies
rfm-none = There are no scores without an order.
rfm-recency = Recency: last order
rfm-frequency = Frequency: orders
rfm-monetary = Monetary: revenue
rfm-score = Score { $score } of { $max }
segment-champions = Champion
segment-champions-help = Bought just now, often and much. Thank them, and show them new things first.
segment-loyal = Loyal
segment-loyal-help = Buys often, and lately. Good for membership tiers and reviews.
segment-potential-loyalist = Potential loyalist
segment-potential-loyalist-help = Bought lately, more than once. The next orders make the habit.
segment-new = New
segment-new-help = Bought just now for the first time. A good start decides what follows.
segment-promising = Promising
segment-promising-help = Bought lately, little so far. Show what suits the first purchase.
segment-needs-attention = Needs attention
segment-needs-attention-help = Middling in everything. A timely reason to come back helps.
segment-about-to-sleep = About to sleep
segment-about-to-sleep-help = Below the middle, and drifting away.
segment-at-risk = At risk
segment-at-risk-help = Bought often, but long ago. Ask what went wrong, and win them back.
segment-cannot-lose = Cannot lose
segment-cannot-lose-help = Was among the best, but long ago. Worth a personal effort.
segment-hibernating = Hibernating
segment-hibernating-help = Bought little, long ago.
segment-lost = Lost
segment-lost-help = Bought little, longest ago.
event-page-viewed = Viewed a page
event-product-viewed = Viewed a product
event-product-list-viewed = Viewed a list
event-products-searched = Searched
event-product-added = Added to the basket
event-product-removed = Took out of the basket
event-checkout-started = Began checkout
event-order-completed = Ordered
event-order-refunded = Returned
event-product-reviewed = Reviewed a product

## Models

models-note = What recommendations are made with. A worse model never replaces a good one.
models-empty = No model is trained yet
models-empty-help = Until then the shop shows what is newest. Train one from the events:
model-version = Version
model-kind-recommend = Recommendations
model-active = Active
model-inactive = Kept
model-trained = Trained
model-events = Events
model-metrics = Hold-out metrics
metric-members-tested = Members tested
metric-personal-hr-at-10 = HR@10, personal
metric-popular-hr-at-10 = HR@10, popular
metric-coverage = Catalogue coverage

## Settings

shop-note = What the shop is called, and how it counts and speaks.
shop-saved = Settings saved
shop-currency-help = For new prices. Orders keep the currency they were placed in.
shop-time-zone = Time zone
shop-time-zone-help = Days and months of every report begin and end in it.
shop-language = Default language
shop-language-help = Shown where a text is missing in the visitor’s language.
shop-consent = Consent of visitors
shop-consent-required = Ask first
shop-consent-implied = Record until a visitor refuses
shop-consent-help = If you ask first, nothing is recorded before a visitor agrees. Which of the two is lawful depends on where your visitors live. Browsers that ask not to be followed are never recorded, and marketing always needs a yes.
api-note = For developers who send events, read decisions, or connect other systems.
api-reference = Reference
api-docs = API reference
api-docs-help = Every endpoint with its fields, errors and limits, to read and to try.
api-openapi = OpenAPI file
api-openapi-help = OpenAPI 3.1, to generate a client from.

## Events

kind-free = Use “{ $name }”
event-any = Any event
event-screen-viewed = Viewed an app screen
event-product-list-filtered = Filtered a list
event-product-clicked = Clicked a product
event-product-wished = Added to the wish list
event-product-unwished = Took off the wish list
event-product-shared = Shared a product
event-cart-viewed = Viewed the basket
event-checkout-step-viewed = Viewed a checkout step
event-checkout-step-completed = Completed a checkout step
event-payment-info-entered = Entered payment details
event-order-updated = Changed an order
event-order-cancelled = Cancelled an order
event-coupon-entered = Entered a coupon
event-coupon-applied = Coupon accepted
event-coupon-denied = Coupon refused
event-coupon-removed = Took a coupon back
event-promotion-viewed = Saw a promotion
event-promotion-clicked = Clicked a promotion
event-identified = Identified
event-aliased = Joined two ids
event-grouped = Joined a group
event-column-device = Device
event-column-region = Region
event-column-channel = Channel
event-column-source = Source
event-column-product = Product
event-column-merchant = Merchant
event-column-currency = Currency
event-column-url = Address
event-column-session = Session
event-column-utm-source = Campaign source
event-column-utm-medium = Campaign medium
event-column-utm-campaign = Campaign

## People

person-name = Person
person-kind = Kind
person-member = Member
person-visitor = Visitor
person-visitor-id = Visitor id
people-none = Nobody is behind this number.
people-shown =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
people-shown-more =
    { $count ->
        [one] One person shown, and more
       *[other] { $count } people shown, and more
    }
figure-people = People
column-event = Event

## Analyze

period-days =
    { $count ->
        [one] Last day
       *[other] Last { $count } days
    }
coverage-cut = There are more events than one report reads; the latest are missing.

## Funnel

funnel-note = How many people do one thing after the other, and where they stop
funnel-steps = Steps
funnel-steps-note = In this order; other events may stand between
funnel-step = Step
funnel-step-add = Add a step
funnel-step-kind = Event of step { $number }
funnel-step-choose = Choose an event
funnel-step-up = Move step { $number } up
funnel-step-down = Move step { $number } down
funnel-step-remove = Remove step { $number }
funnel-condition-add = Add a condition
funnel-condition-add-to = Add a condition to step { $number }
funnel-condition-column = Field of the condition of step { $number }
funnel-condition-test = Comparison of the condition of step { $number }
funnel-condition-value = Value of the condition of step { $number }
funnel-condition-value-hint = Value
condition-is = is
condition-is-not = is not
condition-contains = contains
condition-is-there = is there
funnel-window = Time to complete
funnel-window-days =
    { $count ->
        [one] Within one day
       *[other] Within { $count } days
    }
funnel-by = Break down by
funnel-by-none = No breakdown
funnel-empty = Nobody did the first step
funnel-empty-help = Choose a longer period or another first step.
funnel-conversion = { $share } convert
funnel-about = { $last } of { $first } people, { $period }
funnel-rate = Of first step
funnel-rate-before = Of step before
funnel-dropped = Stopped here
funnel-median-time = Median time
funnel-p90-time = Nine in ten within
funnel-median-seconds = Median seconds
funnel-p90-seconds = 90th percentile seconds
funnel-of-before = { $share } of the step before
funnel-median = median { $time }
funnel-dropped-here = { $count } stopped here ({ $share })
funnel-people-count =
    { $count ->
        [one] One person came to “{ $event }”
       *[other] { $count } people came to “{ $event }”
    }
funnel-dropped-count =
    { $count ->
        [one] One person stopped after “{ $event }”
       *[other] { $count } people stopped after “{ $event }”
    }
funnel-people = Came to “{ $event }”
funnel-people-dropped = Stopped after “{ $event }”
funnel-groups = By { $column }
funnel-group-none = Not given
funnel-group-others = All others

## Live

live-on = Live, updated { $at }
live-paused = Paused at { $at }
live-failed = No answer since { $at }; trying again
live-pause = Pause
live-resume = Go on

## Sources

sources-note = Where events come from: each source has keys of its own
sources-empty = No sources yet
sources-empty-help = Add one for each website, app or server that sends events. You get a key and the lines to paste.
source-new = Add a source
source-create = Add the source
source-name = Name
source-name-help = What it is, such as “Web shop” or “Order server”.
source-kind = Kind
source-kind-help = The key of a website is seen by its visitors and can only send. The key of a server is a secret.
source-user-ids = User ids
source-user-ids-help = Whose ids the clients send: “user” for ids of their own, or the source of an import for its member numbers.
source-storefront = Storefront
source-browser = Website or app
source-server = Server
source-any = All sources
source-keys = Keys
source-keys-none = No working key
source-keys-working =
    { $count ->
        [one] One works
       *[other] { $count } work
    }
source-debug = What arrives from { $name }
source-arrivals = Arriving events
source-rename = Rename
source-rename-help = Keys and events stay as they are.
source-renamed = Renamed
source-tabs = About this source
keys-note-browser = Anyone who opens the page can read these keys; they can only send events.
keys-note-server = Keep these keys secret, on your servers only.
key-name = Key
key-add = Add a key
key-added = Key added. The others go on working.
key-copy = Copy key { $key }
key-works = Works
key-revoked = Revoked
key-revoked-at = Revoked at
key-revoke = Revoke
key-revoke-one = Revoke key { $key }
key-revoke-title = Revoke this key?
key-revoke-stops = Clients of “{ $name }” that use it are refused from now on, and their events are lost.
key-revoke-storefront = The storefront itself sends with such a key.
key-revoke-others =
    { $count ->
        [one] One other key of this source goes on working.
       *[other] { $count } other keys of this source go on working.
    }
key-revoke-last = It is the last working key: nothing arrives from this source any more.
key-revoke-final = A revoked key cannot be brought back.
key-revoke-done = Key revoked
install-name = Install
install-library = Client library
install-help = Any client of the Segment HTTP API works. Choose one and paste its lines.
install-storefront = The storefront has it already. Paste these lines only on other sites of yours.
install-no-key = No working key
install-no-key-help = Add a key first; then the lines to paste are shown here.
install-command = Installing { $name }
install-code = Code for { $name }
debugger-name = Debugger
debugger-show = Show
debugger-events = Arrived ({ $count })
debugger-refused = Refused ({ $count })
debugger-empty = Nothing has arrived
debugger-empty-help = Send an event: it shows here within two seconds.
debugger-list = Events that arrived, newest first
arrival-member = Open the member
arrival-visitor = Visitor { $id }
arrival-occurred = Happened { $at }
arrival-json = The event as JSON
refused-title = Refused events
refused-none = Nothing was refused lately.
refused-at = Time
refused-field = Field
refused-reason = Reason
refused-index = Place in batch
refused-key-unknown = Unknown key

## Tracking plan

plan-name = Tracking plan
plan-note = The events that you expect, and what they carry
plan-add = Add an event
plan-empty = Nothing is expected yet
plan-empty-help = Say which events should come with which properties. What comes otherwise is counted, and nothing is lost.
plan-properties = Properties
plan-required = required
plan-updated = Changed
plan-edit-one = Edit { $name }
plan-remove-one = Remove { $name }
plan-remove-title = Take “{ $name }” out of the plan?
plan-remove-help = Events of this kind are still kept. They no longer have to look like anything.
plan-removed = Taken out of the plan
plan-saved = Plan saved
plan-event-note = Events that look otherwise are kept and counted as violations.
plan-description = What it means
plan-property-add = Add a property
plan-property-name = Name of property { $number }
plan-property-kind = Kind of property { $number }
plan-property-remove = Remove property { $number }
plan-kind-any = any
violations-title = Violations
violations-note = What came otherwise than planned in the last seven days
violations-none = Everything came as planned.
violation-property = Property
violation-problem = Problem
violation-events = Events
violation-last = Last
violation-unplanned = Not in the plan
violation-missing = Missing
violation-type = Wrong kind of value

## Live events

events-note = What happens in the shop right now, and lately
events-hour = Last hour
events-day = 24 hours
events-week = 7 days
events-month = 30 days
events-by-minute = By minute
events-by-hour = By hour
events-all = All events
events-sum = { $events } events of { $people } people
events-time = Time
figure-events = Events
events-empty = Nothing happened in this time
events-empty-help = Choose a longer range, or send an event: it shows here within seconds.
events-by-kind = By kind
events-by-kind-note = A name narrows the chart; a number opens the people
events-none = No events.
events-others =
    { $count ->
        [one] and one event of other kinds
       *[other] and { $count } events of other kinds
    }
events-by-source = By source
events-source-own = Mercat and imports
source-id = Source id
events-people = People with “{ $event }”
events-people-count =
    { $count ->
        [one] One event “{ $event }”: show the people
       *[other] { $count } events “{ $event }”: show the people
    }
chip-kind = Event: { $value }
chip-source = Source: { $value }
refused-note = The last ones that this server did not take
debugger-open = Open the debugger

## Retention

retention-page-note = Of those who began in a period, how many came back later
retention-of = Kind of retention
retention-of-events = By behaviour
retention-of-orders = By orders
retention-start = Begins with
retention-then = then
retention-return = Comes back with
retention-return-same = The same event again
retention-period = Periods
retention-by-day = Days
retention-by-week = Weeks
retention-by-month = Months
retention-events-note = “{ $start }” first, then “{ $return }”, { $period }
retention-empty = Nobody began in this time
retention-empty-help = Choose another event to begin with.
retention-days-later =
    { $count ->
        [0] the same day
        [one] one day later
       *[other] { $count } days later
    }
retention-weeks-later =
    { $count ->
        [0] the same week
        [one] one week later
       *[other] { $count } weeks later
    }
retention-months-later =
    { $count ->
        [0] the same month
        [one] one month later
       *[other] { $count } months later
    }
retention-event-cell = { $cohort } cohort, { $period }: { $active } of { $size } came back ({ $share })
retention-event-legend = Share that came back:
retention-people = Cohort of { $cohort }: came back { $period }
retention-people-cohort = Cohort of { $cohort }

## Paths

paths-note = What people do one after the other within a session
paths-anchor = Direction
paths-starting = From
paths-ending = To
paths-kind = Event that paths begin or end with
paths-kind-any = First event of the session
paths-by-page = Tell pages apart
paths-title = Most frequent paths
paths-shown = { $shown } of { $all } sessions take these paths
paths-path = Path
paths-others =
    { $count ->
        [one] and one session on another path
       *[other] and { $count } sessions on other paths
    }
paths-empty = No sessions in this period
paths-empty-help = Choose a longer period or another event.
path-people = People with this path
transitions-title = Transitions
transitions-note = Which event follows straight after which
transition-name = From → to
transition-from = From
transition-to = To
transitions-others =
    { $count ->
        [one] and one other transition
       *[other] and { $count } other transitions
    }
transition-people = People with this transition
figure-times = Times
figure-sessions = Sessions
figure-bounce-rate = Bounce rate
figure-bounced = Bounced
figure-bounce-note =
    { $count ->
        [one] one session with one event
       *[other] { $count } sessions with one event
    }
figure-events-per-session = Events per session
figure-session-length = Median length
figure-session-p90 = nine in ten within { $time }
sessions-by-day = Sessions by day
sessions-people = People with a session
sessions-people-bounced = People with a session of one event
sessions-people-day = People with a session on { $day }

## Identity

identity-note = Which browsers and members were said to be one person
identity-empty = Nothing was said yet
identity-empty-help = When a visitor signs in or a client identifies one, it is noted here.
merge-actor = Who
merge-member = Is said to be
merge-outcome = Outcome
merge-outcome-any = Any outcome
merge-at = Said
merge-undone-at = Undone
merge-merged = Merged
merge-conflict = Conflict
merge-cycle = Already one
merge-undone = Undone
merge-undo = Undo
merge-undo-one = Undo the merge of { $actor }
merge-undo-title = Undo this merge?
merge-undo-help = Both are themselves again from the next report on. No event is lost.
merge-undo-done = Merge undone
member-identity = Identity
identity-person = Merged into
identity-visitors = Browsers and devices
identity-merged = Merged members
identity-id = Member id
merges-title = Statements
merges-note = Who was said to be this member, and what became of it
merges-all = Open in the list
merges-none = Nothing was said of this member.
forget-title = Right to be forgotten
forget-note = Removes the person from store, log and lake.
forget-action = Forget this person
forget-confirm = Forget member { $number }?
forget-goes = The profile goes at once, events within minutes.
forget-stays = Orders and returns stay for the books and name nobody.
forget-final = This cannot be undone.
forget-type = Type { $number } to confirm
forget-done = Member { $number } is being forgotten

## Privacy

erasures-note = People who wished to be forgotten, and what was removed
erasures-empty = Nobody has asked to be forgotten
erasures-empty-help = Start it on the page of a member, under Identity.
erasure-name = Erasure
erasure-requested = Asked
erasure-finished = Done
erasure-rows = Rows removed
erasure-unlinked = Kept without a name
erasure-log-events = Events of the log
erasure-lake-events = Events of the lake
erasure-found = Still found
erasure-found-none = Nothing
erasure-left = Something is left
erasure-done = Done
erasure-running = Running
