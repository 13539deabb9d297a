## The frame of every page

skip-to-content = Skip to content
home = Home
categories = Categories
languages = Language
breadcrumb = You are here
footer-note = { $shop } runs on Mercat, open-source shop software.
product-count =
    { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
sold-by = Sold by { $merchant }

## Home

home-page-title = { $shop }: everyday finds from people who make and choose them
home-welcome = Welcome to { $shop }
home-facts =
    { $products ->
        [one] { $products } product
       *[other] { $products } products
    } in { $categories ->
        [one] { $categories } category
       *[other] { $categories } categories
    }, from { $merchants ->
        [one] { $merchants } merchant
       *[other] { $merchants } merchants
    }.
home-description = { $shop }: { $facts } See what is popular now and browse every category.
home-see-popular = See what is popular
home-see-categories = Browse categories
home-for-you = For you
home-for-you-note = Chosen from what you looked at and bought here.
home-popular = Popular now
home-popular-note = What others bought most in the last weeks.
home-new = Just in
home-new-note = The latest additions to the shop.
home-categories = All categories

## A category

category-page-title = { $category } · { $shop }
category-description =
    { $count ->
        [one] { $count } product
       *[other] { $count } products
    } in { $category } at { $shop }: compare prices, see what sells best and what is new.
category-within = Within { $category }
category-empty = Nothing is listed here at the moment.
category-empty-advice = Look around in the other categories, or start again from the home page.
category-end = This page has no more products.
sort-by = Sort by
sort-best-selling = Best selling
sort-newest = Newest
sort-price-ascending = Price: low to high
sort-price-descending = Price: high to low
paging = Pages
paging-first = First page
paging-previous = Previous page
paging-next = Next page

## A product

product-page-title = { $product } · { $shop }
product-summary = { $product } from { $merchant }, { $price }.
product-price = Price
product-about = About this product
product-details = Details
product-sku = SKU
product-category = Category
product-together = Often bought together
product-similar = You may also like

attribute-brand = Brand
attribute-capacity = Capacity
attribute-care = Care
attribute-colour = Colour
attribute-dimensions = Dimensions
attribute-flavour = Flavour
attribute-material = Material
attribute-net-weight = Net weight
attribute-origin = Origin
attribute-pack = Pack
attribute-pattern = Pattern
attribute-power = Power
attribute-scent = Scent
attribute-season = Season
attribute-size = Size
attribute-style = Style
attribute-use = Use
attribute-variety = Variety
attribute-weight = Weight

## When a page cannot be shown

error-code = Error { $status }
error-not-found = We could not find this page
error-not-found-advice = The address may have changed, or the product is no longer sold. Try one of these ways on.
error-too-many = That was a little fast
error-too-many-advice = Wait a minute, then load the page again.
error-request = This address does not work
error-request-advice = Something in it is not as we expect. Start again from the home page.
error-unavailable = We are back in a moment
error-unavailable-advice = The shop is being looked after. Try again in a few minutes.
error-server = Something went wrong on our side
error-server-advice = It is not your fault. Try again in a moment; if it happens again, tell us the number below.
error-request-id = Number of this case
error-to-home = Go to the home page
error-popular = Popular while you are here

## A shop without products

empty-title = The shelves are still empty
empty-lead = This shop has just been set up. Please come back soon.
empty-owner = Is this your shop?
empty-owner-lead = Fill it in one of these ways:
empty-import = Import your products from a CSV or JSON Lines file
empty-import-history = Bring in a year of orders, to see figures and recommendations at once
empty-console = Open the console to sign in and follow the import
empty-console-link = Open the console

## Consent and privacy

consent-title = May we remember your visit?
consent-required = With your permission we count visits and show you goods that suit you. Without it we keep nothing but your answer.
consent-implied = We count visits and show you goods that suit you, unless you say no.
consent-more = What we keep, and for how long
consent-refuse = Only what is necessary
consent-accept = Accept all
footer-privacy = Privacy and cookies
footer-choice = Change your choice

privacy-page-title = Privacy and cookies · { $shop }
privacy-description = What { $shop } keeps in your browser, what for and how long, and how you change your choice.
privacy-title = Privacy and cookies
privacy-lead = This is all that { $shop } keeps in your browser, and only this shop reads it.
privacy-choice = Your choice
privacy-choice-required = Nothing of this happens unless you tick it. You can change your mind at any time.
privacy-choice-implied = What is ticked happens unless you untick it. You can change your mind at any time.
privacy-saved = Your choice is kept.
privacy-save = Keep this choice
privacy-signal-seen = Your browser tells us not to follow you (Global Privacy Control or Do Not Track). We do as it says: your visit is not recorded, no goods are chosen by it, and there is nothing to decide here.
privacy-kept = What may stand in your browser
privacy-kept-note = What is necessary is there without a question. Everything else is there only with the consent named beside it, and goes when you take that back.
privacy-purpose = Consent
privacy-place = Where
privacy-lifetime = Kept for
privacy-cookie = Cookie of this shop
privacy-local-storage = Local storage of this shop
privacy-holds-choice = Your answer: the purposes you agreed to and the version of the text you were shown.
privacy-holds-staff = The sign-in of people who work here. Visitors never get it.
privacy-holds-anonymous-id = A random number by which we see that two visits come from the same browser. It is set once, lives 13 months from then, and later visits do not extend it.
privacy-holds-visit = A random number of this visit, and the link or advertisement that led you here.
privacy-holds-waiting = What you looked at and could not be sent yet, for example without a network.
privacy-holds-user-id = Your member number, after you signed in.
privacy-holds-viewed = The last products you looked at. They stay in your browser; we use them while we build a page and keep them nowhere else.
privacy-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
privacy-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
privacy-idle-minutes =
    { $minutes ->
        [one] { $minutes } minute after your last click
       *[other] { $minutes } minutes after your last click
    }
privacy-until-sent =
    { $days ->
        [one] until it is sent, { $days } day at most
       *[other] until it is sent, { $days } days at most
    }
privacy-until-withdrawn = until you sign out or take the consent back
privacy-recorded = What we record
privacy-recorded-note = With your consent to analytics: the address and title of the page, the page you came from, the time, your language and kind of device, and what the page showed. Never your name, e-mail or phone number. Where a browser blocks our script, the server records the page itself, under the same consent.
privacy-signal = Signals of your browser
privacy-signal-note = We honour Global Privacy Control and Do Not Track. While your browser sends one of them, nothing is recorded, and what an earlier visit left is removed, whatever you chose before.

purpose-necessary = Necessary, no consent needed
purpose-analytics = Analytics
purpose-analytics-note = We count which pages and products are looked at.
purpose-personalisation = Personalisation
purpose-personalisation-note = You see goods chosen by what you looked at and bought.
purpose-marketing = Marketing
purpose-marketing-note = Advertisements and messages may follow what you looked at. This one always needs your yes.

## Values of attributes

value-0-6-months = 0–6 months
value-1-2-years = 1–2 years
value-12-colours = 12 colours
value-24-colours = 24 colours
value-30-pieces = 30 pieces
value-48-colours = 48 colours
value-6---80-sheets = 6 × 80 sheets
value-6-12-months = 6–12 months
value-60-pieces = 60 pieces
value-80-sheets = 80 sheets
value-abstract = Abstract
value-acacia = Acacia
value-acacia-wood = Acacia wood
value-aluminium = Aluminium
value-bamboo = Bamboo
value-basil = Basil
value-beech-wood = Beech wood
value-beef = Beef
value-beeswax = Beeswax
value-beige = Beige
value-bentonite = Bentonite
value-bergamot = Bergamot
value-berry = Berry
value-biluochun = Biluochun
value-black = Black
value-blank = Blank
value-blue-black = Blue-black
value-blush-pink = Blush pink
value-borosilicate-glass = Borosilicate glass
value-botanical = Botanical
value-brass = Brass
value-brown = Brown
value-bunny = Bunny
value-burgundy = Burgundy
value-camellia = Camellia
value-canvas = Canvas
value-carved = Carved
value-cashew = Cashew
value-cast-iron = Cast iron
value-cedar = Cedar
value-celadon = Celadon
value-celadon-ware = Celadon ware
value-ceramic = Ceramic
value-charcoal = Charcoal
value-checked = Checked
value-cherry-tomato = Cherry tomato
value-chicken = Chicken
value-clear = Clear
value-clear-glass-shows-what-is-inside- = Clear glass shows what is inside.
value-cloud = Cloud
value-colombia = Colombia
value-colour-block = Colour-block
value-compact = Compact
value-copper = Copper
value-coral = Coral
value-cork = Cork
value-cotton = Cotton
value-da-hong-pao = Da Hong Pao
value-dense-felt-that-keeps-its-shape- = Dense felt that keeps its shape.
value-dianhong = Dianhong
value-dinosaur = Dinosaur
value-dotted = Dotted
value-down = Down
value-duck = Duck
value-embroidered = Embroidered
value-enamel = Enamel
value-ethiopia = Ethiopia
value-felt = Felt
value-fleece = Fleece
value-fleece-that-keeps-warm-even-when-damp- = Fleece that keeps warm even when damp.
value-floral = Floral
value-for-2 = For 2
value-for-4 = For 4
value-forest = Forest
value-forest-green = Forest green
value-ginger = Ginger
value-glass = Glass
value-gold = Gold
value-green-tea = Green tea
value-grey = Grey
value-hand-painted = Hand-painted
value-high = High
value-house-blend = House blend
value-huangshan-maofeng = Huangshan Maofeng
value-illustrated = Illustrated
value-ivory = Ivory
value-japanese-style = Japanese-style
value-keemun = Keemun
value-kraft-paper = Kraft paper
value-lamb = Lamb
value-landscape = Landscape
value-lapsang = Lapsang
value-large = Large
value-lavender = Lavender
value-leather = Leather
value-light-down-with-a-high-loft- = Light down with a high loft.
value-lightweight = Lightweight
value-linden = Linden
value-line-drawn = Line-drawn
value-lined = Lined
value-linen = Linen
value-longjing = Longjing
value-low = Low
value-lychee = Lychee
value-matte = Matte
value-medium = Medium
value-memory-foam = Memory foam
value-merino-wool = Merino wool
value-minimal = Minimal
value-mint = Mint
value-monstera = Monstera
value-mustard = Mustard
value-natural = Natural
value-natural-rubber = Natural rubber
value-natural-rubber-grips-and-springs-back- = Natural rubber grips and springs back.
value-navy = Navy
value-night = Night
value-no--4 = No. 4
value-no--8 = No. 8
value-nordic = Nordic
value-nylon = Nylon
value-oak = Oak
value-oat = Oat
value-one-bar = One bar
value-one-pad = One pad
value-orange = Orange
value-organic-cotton = Organic cotton
value-osmanthus = Osmanthus
value-pair = Pair
value-paper = Paper
value-phoenix-dancong = Phoenix Dancong
value-pine = Pine
value-plain = Plain
value-plastic = Plastic
value-plush = Plush
value-polyester = Polyester
value-porcelain = Porcelain
value-pothos = Pothos
value-pumpkin-seed = Pumpkin seed
value-purple-clay = Purple clay
value-rattan = Rattan
value-raw = Raw
value-recycled-plastic = Recycled plastic
value-red = Red
value-reinforced = Reinforced
value-retro = Retro
value-ribbed = Ribbed
value-ripe = Ripe
value-ripstop-nylon-that-sheds-rain-and-dust- = Ripstop nylon that sheds rain and dust.
value-rounded = Rounded
value-rubber = Rubber
value-rubber-fig = Rubber fig
value-sage-green = Sage green
value-salmon = Salmon
value-sand = Sand
value-sandalwood = Sandalwood
value-set-of-2 = Set of 2
value-set-of-3 = Set of 3
value-set-of-4 = Set of 4
value-set-of-5 = Set of 5
value-set-of-6 = Set of 6
value-short-plush-that-does-not-shed- = Short plush that does not shed.
value-silicone = Silicone
value-silk = Silk
value-silver = Silver
value-single = Single
value-sky-blue = Sky blue
value-slim = Slim
value-small = Small
value-snake-plant = Snake plant
value-soft-cotton = Soft cotton
value-solid-oak--made-to-be-handed-on- = Solid oak, made to be handed on.
value-soy-wax = Soy wax
value-soy-wax-burns-slowly-and-without-soot- = Soy wax burns slowly and without soot.
value-speckled = Speckled
value-squared = Squared
value-stainless-steel = Stainless steel
value-star = Star
value-stoneware = Stoneware
value-striped = Striped
value-sunflower = Sunflower
value-teal = Teal
value-terracotta = Terracotta
value-textured = Textured
value-the-wool-warms-without-weighing- = The wool warms without weighing.
value-thick = Thick
value-thick-canvas-with-doubled-seams- = Thick canvas with doubled seams.
value-thin = Thin
value-tieguanyin = Tieguanyin
value-titanium = Titanium
value-tofu = Tofu
value-up-to-14-inches = Up to 14 inches
value-up-to-17-inches = Up to 17 inches
value-vintage = Vintage
value-walnut = Walnut
value-walnut-wood = Walnut wood
value-waterproof = Waterproof
value-white = White
value-wool = Wool
value-woven-by-hand-from-natural-rattan- = Woven by hand from natural rattan.
value-yellow = Yellow
value-yunnan = Yunnan
