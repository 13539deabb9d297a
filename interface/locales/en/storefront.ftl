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

## Values of attributes

value-acacia-wood = Acacia wood
value-aluminium = Aluminium
value-bamboo = Bamboo
value-beech-wood = Beech wood
value-beeswax = Beeswax
value-beige = Beige
value-black = Black
value-blush-pink = Blush pink
value-borosilicate-glass = Borosilicate glass
value-brass = Brass
value-brown = Brown
value-burgundy = Burgundy
value-canvas = Canvas
value-cast-iron = Cast iron
value-celadon = Celadon
value-celadon-ware = Celadon ware
value-ceramic = Ceramic
value-charcoal = Charcoal
value-clear = Clear
value-copper = Copper
value-coral = Coral
value-cork = Cork
value-cotton = Cotton
value-down = Down
value-enamel = Enamel
value-felt = Felt
value-fleece = Fleece
value-forest-green = Forest green
value-glass = Glass
value-gold = Gold
value-grey = Grey
value-ivory = Ivory
value-kraft-paper = Kraft paper
value-lavender = Lavender
value-leather = Leather
value-linen = Linen
value-memory-foam = Memory foam
value-merino-wool = Merino wool
value-mint = Mint
value-mustard = Mustard
value-natural = Natural
value-natural-rubber = Natural rubber
value-navy = Navy
value-nylon = Nylon
value-oak = Oak
value-orange = Orange
value-organic-cotton = Organic cotton
value-paper = Paper
value-plastic = Plastic
value-plush = Plush
value-polyester = Polyester
value-porcelain = Porcelain
value-purple-clay = Purple clay
value-rattan = Rattan
value-recycled-plastic = Recycled plastic
value-red = Red
value-rubber = Rubber
value-sage-green = Sage green
value-sand = Sand
value-silicone = Silicone
value-silk = Silk
value-silver = Silver
value-sky-blue = Sky blue
value-soy-wax = Soy wax
value-stainless-steel = Stainless steel
value-stoneware = Stoneware
value-teal = Teal
value-terracotta = Terracotta
value-titanium = Titanium
value-walnut = Walnut
value-walnut-wood = Walnut wood
value-white = White
value-wool = Wool
value-yellow = Yellow
