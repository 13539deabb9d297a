//! Goods for small ones: babies and pets.

use super::words::{
    BEECH, BRIGHTS, CANVAS, CAPACITY, CERAMIC, CLOTHS, COTTON, Cluster, DEVICES, FELT, FIELD, Goods,
    HEAT_GLASS, LEATHER, LINEN, Leaf, MERINO, Material, NET_WEIGHT, NURSERY, NYLON, OAK, ONE_SIZE,
    ORGANIC_COTTON, PACK, PLAIN, PLUSH, RATTAN, RECYCLED, RUGGED, SHAPED, SILICONE, STEEL, Season, Sizes,
    Top, UNDYED, WOOL, WOVEN, s, v, w,
};

const BOTTLE_ML: Sizes =
    Sizes { key: CAPACITY, list: &[s("150 ml", "150 毫升", 90), s("240 ml", "240 毫升", 105)] };
const NAPPY: Sizes =
    Sizes { key: "size", list: &[s("S", "S 码", 100), s("M", "M 码", 105), s("L", "L 码", 110)] };
const MONTHS: Sizes = Sizes {
    key: "size",
    list: &[
        s("0–6 months", "0–6 个月", 95),
        s("6–12 months", "6–12 个月", 100),
        s("1–2 years", "1–2 岁", 105),
    ],
};
const WIPES: Sizes =
    Sizes { key: PACK, list: &[s("80 sheets", "80 抽", 100), s("6 × 80 sheets", "80 抽 × 6 包", 480)] };
const PET_KG: Sizes = Sizes {
    key: NET_WEIGHT,
    list: &[s("500 g", "500 克", 45), s("2 kg", "2 千克", 130), s("5 kg", "5 千克", 280)],
};
const PET_SIZE: Sizes = Sizes {
    key: "size",
    list: &[s("small", "小号", 85), s("medium", "中号", 100), s("large", "大号", 125)],
};
const SET_OF_BLOCKS: Sizes =
    Sizes { key: PACK, list: &[s("30 pieces", "30 块", 80), s("60 pieces", "60 块", 140)] };

const SKIN: &[Material] = &[
    v("variety", w("thin", "超薄"), w("Thin and airy for summer.", "轻薄透气，夏天不闷。")),
    v("variety", w("night", "夜用"), w("Holds through a whole night.", "一整夜不漏。")),
    v("variety", w("soft cotton", "柔棉"), w("With a cotton top layer.", "棉柔表层，亲肤。")),
];

const WIPE: &[Material] = &[
    v("variety", w("thick", "加厚"), w("Thick enough to need only one.", "加厚，一张就够。")),
    v("variety", w("soft cotton", "柔棉"), w("As soft as a cotton cloth.", "像棉布一样柔软。")),
];

const CAT_MEALS: &[Material] = &[
    v("flavour", w("chicken", "鸡肉"), w("Fresh chicken is the first ingredient.", "鲜鸡肉为第一原料。")),
    v("flavour", w("salmon", "三文鱼"), w("Salmon for a shiny coat.", "三文鱼配方，毛发亮泽。")),
    v("flavour", w("duck", "鸭肉"), w("Duck and pear, easy to digest.", "鸭肉加梨，好消化。")),
];

const DOG_MEALS: &[Material] = &[
    v("flavour", w("beef", "牛肉"), w("Beef and pumpkin, without grain.", "牛肉南瓜，无谷配方。")),
    v("flavour", w("lamb", "羊肉"), w("Lamb and rice for sensitive stomachs.", "羊肉大米，肠胃敏感也能吃。")),
    v("flavour", w("chicken", "鸡肉"), w("Chicken and oats for everyday.", "鸡肉燕麦，日常主粮。")),
];

const LITTERS: &[Material] = &[
    v("variety", w("tofu", "豆腐"), w("Clumps fast and may be flushed.", "结团快，可冲厕。")),
    v("variety", w("bentonite", "膨润土"), w("Heavy grains that hardly track.", "颗粒重，不易带出。")),
    v("variety", w("pine", "松木"), w("Smells of wood, not of cat.", "只有木香，没有异味。")),
];

#[rustfmt::skip]
pub(super) const BABY: Top = Top {
    slug: "baby", name: w("Baby", "母婴"), merchants: (5, 2),
    leaves: &[
        Leaf {
            slug: "feeding", name: w("Feeding", "喂养用品"), cluster: Cluster::Baby, season: Season::Always,
            goes_with: &["nappies", "baby-toys"],
            goods: &[
                Goods {
                    name: w("baby bottle", "奶瓶"), yuan: (49, 169), lasts: 0,
                    about: w("A slow, wide teat that babies take to.", "宽口慢流，宝宝容易接受。"),
                    made: &[HEAT_GLASS, SILICONE, STEEL], looks: NURSERY, colours: BRIGHTS, sizes: BOTTLE_ML,
                },
                Goods {
                    name: w("bib", "围兜"), yuan: (15, 59), lasts: 0,
                    about: w("A pocket that catches what falls.", "立体口袋，接住掉下的饭。"),
                    made: &[SILICONE, COTTON, ORGANIC_COTTON], looks: NURSERY, colours: BRIGHTS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("sippy cup", "吸管杯"), yuan: (39, 119), lasts: 0,
                    about: w("Tips over without spilling.", "打翻也不漏。"),
                    made: &[SILICONE, RECYCLED, STEEL], looks: NURSERY, colours: BRIGHTS, sizes: BOTTLE_ML,
                },
            ],
        },
        Leaf {
            slug: "nappies", name: w("Nappies & wipes", "尿裤湿巾"), cluster: Cluster::Baby, season: Season::Always,
            goes_with: &["feeding", "baby-clothes"],
            goods: &[
                Goods {
                    name: w("nappies", "纸尿裤"), yuan: (69, 149), lasts: 22,
                    about: w("Fifty to a pack.", "每包五十片。"),
                    made: SKIN, looks: PLAIN, colours: UNDYED, sizes: NAPPY,
                },
                Goods {
                    name: w("baby wipes", "婴儿湿巾"), yuan: (9, 25), lasts: 20,
                    about: w("Pure water and nothing that smells.", "纯水配方，无香精。"),
                    made: WIPE, looks: PLAIN, colours: UNDYED, sizes: WIPES,
                },
            ],
        },
        Leaf {
            slug: "baby-clothes", name: w("Baby clothes", "婴儿服饰"), cluster: Cluster::Baby, season: Season::Always,
            goes_with: &["nappies", "swaddles"],
            goods: &[
                Goods {
                    name: w("romper", "连体衣"), yuan: (49, 159), lasts: 0,
                    about: w("Snaps from neck to toe.", "从领口到脚都是按扣。"),
                    made: &[ORGANIC_COTTON, COTTON, MERINO], looks: NURSERY, colours: CLOTHS, sizes: MONTHS,
                },
                Goods {
                    name: w("baby hat", "婴儿帽"), yuan: (19, 69), lasts: 0,
                    about: w("Stays on and stays soft.", "戴得住，够柔软。"),
                    made: &[ORGANIC_COTTON, COTTON, WOOL], looks: NURSERY, colours: CLOTHS, sizes: MONTHS,
                },
            ],
        },
        Leaf {
            slug: "swaddles", name: w("Swaddles & blankets", "包被与盖毯"), cluster: Cluster::Baby, season: Season::Cold,
            goes_with: &["baby-clothes", "nappies"],
            goods: &[
                Goods {
                    name: w("swaddle", "包被"), yuan: (59, 189), lasts: 0,
                    about: w("Wraps tight without a knot.", "不打结也包得紧。"),
                    made: &[ORGANIC_COTTON, COTTON, LINEN], looks: NURSERY, colours: CLOTHS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "baby-toys", name: w("Toys", "玩具"), cluster: Cluster::Baby, season: Season::Always,
            goes_with: &["feeding", "swaddles"],
            goods: &[
                Goods {
                    name: w("soft toy", "玩偶"), yuan: (39, 149), lasts: 0,
                    about: w("Embroidered eyes, nothing to swallow.", "刺绣眼睛，没有小零件。"),
                    made: &[PLUSH, ORGANIC_COTTON], looks: NURSERY, colours: BRIGHTS, sizes: PET_SIZE,
                },
                Goods {
                    name: w("building blocks", "积木"), yuan: (59, 249), lasts: 0,
                    about: w("Rounded corners and water-based paint.", "圆角打磨，水性漆。"),
                    made: &[BEECH, SILICONE], looks: NURSERY, colours: UNDYED, sizes: SET_OF_BLOCKS,
                },
                Goods {
                    name: w("rattle", "摇铃"), yuan: (19, 79), lasts: 0,
                    about: w("Easy to hold for hands that just learned it.", "刚学会抓握的小手也拿得住。"),
                    made: &[BEECH, SILICONE, COTTON], looks: NURSERY, colours: BRIGHTS, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const PETS: Top = Top {
    slug: "pets", name: w("Pets", "宠物"), merchants: (5, 4),
    leaves: &[
        Leaf {
            slug: "cat-food", name: w("Cat food & litter", "猫粮猫砂"), cluster: Cluster::Pets, season: Season::Always,
            goes_with: &["bowls-fountains", "cat-toys"],
            goods: &[
                Goods {
                    name: w("cat food", "猫粮"), yuan: (39, 98), lasts: 30,
                    about: w("For grown cats of every breed.", "全品种成猫适用。"),
                    made: CAT_MEALS, looks: PLAIN, colours: UNDYED, sizes: PET_KG,
                },
                Goods {
                    name: w("cat litter", "猫砂"), yuan: (15, 39), lasts: 24,
                    about: w("Little dust and little smell.", "低尘，除味。"),
                    made: LITTERS, looks: PLAIN, colours: UNDYED, sizes: PET_KG,
                },
            ],
        },
        Leaf {
            slug: "dog-food", name: w("Dog food & treats", "狗粮零食"), cluster: Cluster::Pets, season: Season::Always,
            goes_with: &["bowls-fountains", "walks"],
            goods: &[
                Goods {
                    name: w("dog food", "狗粮"), yuan: (36, 92), lasts: 30,
                    about: w("For grown dogs with work to do.", "全犬种成犬适用。"),
                    made: DOG_MEALS, looks: PLAIN, colours: UNDYED, sizes: PET_KG,
                },
                Goods {
                    name: w("dog treats", "狗零食"), yuan: (19, 69), lasts: 25,
                    about: w("Dried in one piece; a reward that lasts.", "整块风干，耐嚼。"),
                    made: DOG_MEALS, looks: PLAIN, colours: UNDYED, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "cat-toys", name: w("Cat toys & trees", "猫玩具与爬架"), cluster: Cluster::Pets, season: Season::Always,
            goes_with: &["cat-food", "pet-beds"],
            goods: &[
                Goods {
                    name: w("cat toy", "猫玩具"), yuan: (9, 49), lasts: 0,
                    about: w("Feathers, a bell, and a wire that dances.", "羽毛、铃铛，一根会跳舞的钢丝。"),
                    made: &[FELT, COTTON, PLUSH], looks: NURSERY, colours: BRIGHTS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("cat scratcher", "猫抓板"), yuan: (25, 129), lasts: 0,
                    about: w("Saves the sofa.", "救救沙发。"),
                    made: &[OAK, RATTAN, FELT], looks: SHAPED, colours: UNDYED, sizes: PET_SIZE,
                },
            ],
        },
        Leaf {
            slug: "pet-beds", name: w("Pet beds", "宠物窝"), cluster: Cluster::Pets, season: Season::Cold,
            goes_with: &["cat-toys", "walks"],
            goods: &[
                Goods {
                    name: w("pet bed", "宠物窝"), yuan: (59, 249), lasts: 0,
                    about: w("A raised rim to rest a chin on.", "高边设计，下巴有地方靠。"),
                    made: &[PLUSH, COTTON, LINEN], looks: WOVEN, colours: CLOTHS, sizes: PET_SIZE,
                },
            ],
        },
        Leaf {
            slug: "bowls-fountains", name: w("Bowls & fountains", "食盆与饮水机"), cluster: Cluster::Pets, season: Season::Always,
            goes_with: &["cat-food", "dog-food"],
            goods: &[
                Goods {
                    name: w("pet bowl", "宠物碗"), yuan: (19, 89), lasts: 0,
                    about: w("Does not slide while they eat.", "吃再急也不移位。"),
                    made: &[CERAMIC, STEEL, RECYCLED], looks: SHAPED, colours: BRIGHTS, sizes: PET_SIZE,
                },
                Goods {
                    name: w("water fountain", "宠物饮水机"), yuan: (79, 229), lasts: 0,
                    about: w("Moving water makes them drink more.", "流动的水，更爱喝。"),
                    made: &[CERAMIC, STEEL, RECYCLED], looks: SHAPED, colours: DEVICES, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "walks", name: w("Walks", "外出用品"), cluster: Cluster::Pets, season: Season::Warm,
            goes_with: &["dog-food", "pet-beds"],
            goods: &[
                Goods {
                    name: w("harness", "胸背"), yuan: (39, 149), lasts: 0,
                    about: w("Spreads the pull across the chest.", "受力分散到胸口，不勒脖子。"),
                    made: &[NYLON, COTTON, LEATHER], looks: RUGGED, colours: FIELD, sizes: PET_SIZE,
                },
                Goods {
                    name: w("lead", "牵引绳"), yuan: (25, 99), lasts: 0,
                    about: w("A padded loop for your hand.", "手环带衬垫。"),
                    made: &[NYLON, COTTON, LEATHER], looks: RUGGED, colours: FIELD, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("pet carrier", "宠物包"), yuan: (99, 329), lasts: 0,
                    about: w("Airy on three sides, fits under the seat.", "三面透气，可放座位下。"),
                    made: &[CANVAS, NYLON, FELT], looks: RUGGED, colours: FIELD, sizes: PET_SIZE,
                },
            ],
        },
    ],
};
