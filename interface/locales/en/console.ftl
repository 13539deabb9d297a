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

## Actions

action-retry = Try again
action-reload = Reload
action-close = Close
action-save = Save
action-sign-in = Sign in
action-sign-out = Sign out
action-show-more = Show more
action-clear-filters = Clear filters

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
