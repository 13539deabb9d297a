//! A category for each imported product, from the words of its title: the files name none.

/// Categories with the words that lead to them; the first that matches wins, the last takes the rest.
pub(super) const CATEGORIES: &[(&str, &str, &str, &[&str])] = &[
    (
        "christmas",
        "Christmas",
        "圣诞",
        &["christmas", "xmas", "advent", "reindeer", "santa", "snowflake", "bauble"],
    ),
    ("bags", "Bags and purses", "包袋", &["bag", "bags", "purse", "rucksack", "backpack", "shopper", "tote"]),
    (
        "candles-and-lights",
        "Candles and lights",
        "蜡烛灯饰",
        &[
            "candle",
            "candles",
            "t-light",
            "tealight",
            "light",
            "lights",
            "lamp",
            "lantern",
            "candlestick",
            "night",
        ],
    ),
    (
        "jewellery",
        "Jewellery",
        "首饰",
        &["necklace", "bracelet", "earring", "earrings", "ring", "brooch", "hair", "bangle", "jewellery"],
    ),
    (
        "stationery",
        "Cards and stationery",
        "文具卡片",
        &[
            "card", "cards", "notebook", "pencil", "pencils", "pen", "wrap", "paper", "sticker", "tape",
            "journal", "envelope", "ribbon", "ribbons", "stamp", "memo", "tissues", "tissue", "chalk",
        ],
    ),
    (
        "kitchen",
        "Kitchen and baking",
        "厨房烘焙",
        &[
            "cake",
            "cakestand",
            "jar",
            "jam",
            "baking",
            "kitchen",
            "spoon",
            "apron",
            "oven",
            "tin",
            "recipe",
            "bread",
            "cutlery",
            "sieve",
            "scales",
            "moulds",
            "mould",
            "pantry",
            "tray",
            "cookie",
        ],
    ),
    (
        "table",
        "Cups, plates and bottles",
        "杯盘餐具",
        &[
            "mug", "mugs", "cup", "cups", "tea", "teacup", "teapot", "coffee", "plate", "plates", "bowl",
            "glass", "bottle", "napkins", "coaster", "coasters", "saucer", "jug", "cocktail", "straws",
            "lunch", "snack",
        ],
    ),
    (
        "garden",
        "Garden",
        "园艺",
        &[
            "garden",
            "plant",
            "flower",
            "flowers",
            "bird",
            "watering",
            "herb",
            "parasol",
            "thermometer",
            "birdhouse",
        ],
    ),
    (
        "children",
        "Toys and children",
        "儿童玩具",
        &[
            "toy",
            "toys",
            "doll",
            "dolly",
            "game",
            "games",
            "children",
            "childs",
            "child",
            "girl",
            "boy",
            "playhouse",
            "spaceboy",
            "dominoes",
            "skipping",
            "puppet",
            "jigsaw",
            "soldier",
            "circus",
            "baby",
        ],
    ),
    (
        "storage",
        "Boxes and storage",
        "收纳",
        &[
            "box", "boxes", "drawer", "cabinet", "basket", "storage", "hook", "hooks", "rack", "hanger",
            "holder", "chest", "crate",
        ],
    ),
    (
        "home-textiles",
        "Cushions and textiles",
        "家居布艺",
        &[
            "cushion",
            "blanket",
            "towel",
            "doormat",
            "mat",
            "curtain",
            "quilt",
            "warmer",
            "slippers",
            "tablecloth",
        ],
    ),
    (
        "decoration",
        "Decoration",
        "装饰",
        &[
            "heart",
            "hearts",
            "frame",
            "mirror",
            "clock",
            "sign",
            "bunting",
            "garland",
            "hanging",
            "decoration",
            "decorations",
            "wreath",
            "ornament",
            "wall",
            "vintage",
            "antique",
            "metal",
            "wooden",
            "feltcraft",
        ],
    ),
    ("more", "More finds", "更多好物", &[]),
];

/// The position of the category of a title.
pub(super) fn category_of(title: &str) -> usize {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
    CATEGORIES
        .iter()
        .position(|(.., keys)| keys.iter().any(|key| words.contains(key)))
        .unwrap_or(CATEGORIES.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_find_their_category() {
        for (title, slug) in [
            ("WHITE HANGING HEART T-LIGHT HOLDER", "candles-and-lights"),
            ("JUMBO BAG RED RETROSPOT", "bags"),
            ("REGENCY CAKESTAND 3 TIER", "kitchen"),
            ("PARTY BUNTING", "decoration"),
            ("CHRISTMAS LIGHTS 10 REINDEER", "christmas"),
            ("", "more"),
        ] {
            assert_eq!(CATEGORIES[category_of(title)].0, slug, "{title}");
        }
    }
}
