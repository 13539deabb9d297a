//! Goods for the table: tea, coffee, cooking.

use super::words::{
    ALUMINIUM, BAMBOO, BEECH, BRIGHTS, CAPACITY, CAST_IRON, CELADON, CERAMIC, Cluster, DIMENSIONS, ENAMEL,
    FIRED, GEAR, GLASS, GLAZES, Goods, HEAT_GLASS, Leaf, METALS, Material, NET_WEIGHT, ONE_SIZE, PACK, PLAIN,
    PORCELAIN, PURPLE_CLAY, RECYCLED, SHAPED, SILICONE, STEEL, STONEWARE, Season, Sizes, TITANIUM, Top,
    UNDYED, WALNUT, s, v, w,
};

const POT_ML: Sizes = Sizes {
    key: CAPACITY,
    list: &[s("180 ml", "180 毫升", 90), s("260 ml", "260 毫升", 100), s("400 ml", "400 毫升", 125)],
};
const CUP_ML: Sizes = Sizes {
    key: CAPACITY,
    list: &[s("90 ml", "90 毫升", 80), s("180 ml", "180 毫升", 100), s("300 ml", "300 毫升", 115)],
};
const TEA_G: Sizes = Sizes {
    key: NET_WEIGHT,
    list: &[s("50 g", "50 克", 60), s("100 g", "100 克", 100), s("250 g", "250 克", 225)],
};
const BEAN_G: Sizes = Sizes {
    key: NET_WEIGHT,
    list: &[s("227 g", "227 克", 100), s("454 g", "454 克", 185), s("1 kg", "1 千克", 370)],
};
const PAN_CM: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[s("20 cm", "20 厘米", 80), s("24 cm", "24 厘米", 100), s("28 cm", "28 厘米", 125)],
};
const PLATE_CM: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[s("15 cm", "15 厘米", 75), s("20 cm", "20 厘米", 100), s("26 cm", "26 厘米", 140)],
};
const BREW_ML: Sizes =
    Sizes { key: CAPACITY, list: &[s("350 ml", "350 毫升", 90), s("600 ml", "600 毫升", 110)] };
const BOX_ML: Sizes = Sizes {
    key: CAPACITY,
    list: &[s("400 ml", "400 毫升", 75), s("800 ml", "800 毫升", 100), s("1.5 l", "1.5 升", 150)],
};
const JAR_G: Sizes =
    Sizes { key: NET_WEIGHT, list: &[s("200 g", "200 克", 75), s("400 g", "400 克", 120)] };
const SET_OF: Sizes =
    Sizes { key: PACK, list: &[s("set of 2", "2 件装", 100), s("set of 4", "4 件装", 185)] };

const GREEN: &[Material] = &[
    v(
        "variety",
        w("Longjing", "龙井"),
        w(
            "Picked before the spring rains on hills around Hangzhou; it tastes of chestnut.",
            "明前采摘，产自杭州一带的山坡，带栗香。",
        ),
    ),
    v(
        "variety",
        w("Biluochun", "碧螺春"),
        w("Small curled leaves with a fragrance of fruit blossom.", "条索纤细卷曲，有花果香。"),
    ),
    v(
        "variety",
        w("Huangshan Maofeng", "黄山毛峰"),
        w("Downy buds from cloudy slopes; light, sweet, clean.", "云雾山间的嫩芽，清淡回甘。"),
    ),
];

const BLACK: &[Material] = &[
    v(
        "variety",
        w("Keemun", "祁门"),
        w("Rounded and a little winy, good with milk or without.", "香气高长，清饮或加奶都好。"),
    ),
    v(
        "variety",
        w("Dianhong", "滇红"),
        w("Golden buds from Yunnan, malty and warm.", "云南金芽，蜜香醇厚。"),
    ),
    v(
        "variety",
        w("Lapsang", "正山小种"),
        w("Dried over pine smoke in the Wuyi hills.", "武夷山松烟熏制，桂圆香。"),
    ),
];

const OOLONG: &[Material] = &[
    v(
        "variety",
        w("Tieguanyin", "铁观音"),
        w("Rolled leaves that open over seven infusions.", "颗粒紧结，七泡有余香。"),
    ),
    v(
        "variety",
        w("Da Hong Pao", "大红袍"),
        w("Roasted rock tea with a long mineral finish.", "岩骨花香，焙火适中。"),
    ),
    v(
        "variety",
        w("Phoenix Dancong", "凤凰单丛"),
        w("Honey and orchid from old single bushes.", "单株采制，蜜兰香。"),
    ),
];

const PUER: &[Material] = &[
    v("variety", w("ripe", "熟"), w("Earthy and mild, easy on the stomach.", "陈香温润，不刺激肠胃。")),
    v("variety", w("raw", "生"), w("Bright and brisk now, made to age.", "口感鲜爽，也适合存放。")),
];

const BEANS: &[Material] = &[
    v(
        "variety",
        w("Yunnan", "云南"),
        w("Medium roast with brown sugar and nuts.", "中度烘焙，红糖与坚果风味。"),
    ),
    v(
        "variety",
        w("Ethiopia", "埃塞俄比亚"),
        w("Light roast with jasmine and citrus.", "浅度烘焙，茉莉与柑橘香气。"),
    ),
    v(
        "variety",
        w("Colombia", "哥伦比亚"),
        w("Balanced, with caramel and red apple.", "均衡，焦糖与红苹果风味。"),
    ),
    v("variety", w("house blend", "拼配"), w("Dark roast that stands up to milk.", "深度烘焙，适合做奶咖。")),
];

const HONEY: &[Material] = &[
    v("variety", w("acacia", "洋槐"), w("Clear, mild, slow to crystallise.", "清亮温和，不易结晶。")),
    v("variety", w("linden", "椴树"), w("Pale honey with a cool, minty note.", "色浅，带一丝薄荷凉意。")),
    v(
        "variety",
        w("lychee", "荔枝"),
        w("Full and fruity, from southern orchards.", "南方果园的荔枝花蜜，果香饱满。"),
    ),
];

const NUTS: &[Material] = &[
    v("variety", w("cashew", "腰果"), w("Slowly roasted without salt.", "低温慢烤，不加盐。")),
    v("variety", w("berry", "莓果"), w("With dried cranberries and blueberries.", "搭配蔓越莓干与蓝莓干。")),
    v(
        "variety",
        w("pumpkin seed", "南瓜籽"),
        w("Light and crunchy, with three kinds of seeds.", "三种籽仁，轻盈酥脆。"),
    ),
];

#[rustfmt::skip]
pub(super) const TEA_COFFEE: Top = Top {
    slug: "tea-coffee", name: w("Tea & coffee", "茶与咖啡"), merchants: (0, 1),
    leaves: &[
        Leaf {
            slug: "teapots", name: w("Teapots", "茶壶"), cluster: Cluster::Tea, season: Season::Always,
            goes_with: &["tea-cups", "green-oolong"],
            goods: &[
                Goods {
                    name: w("teapot", "茶壶"), yuan: (98, 368), lasts: 0,
                    about: w("Pours in a clean arc and stops without dripping.", "出水利落，收水不滴。"),
                    made: &[PURPLE_CLAY, STONEWARE, CELADON, HEAT_GLASS], looks: FIRED, colours: GLAZES, sizes: POT_ML,
                },
                Goods {
                    name: w("side-handle teapot", "侧把壶"), yuan: (88, 288), lasts: 0,
                    about: w("The handle stays cool while you pour with one hand.", "侧把不烫手，单手就能倒。"),
                    made: &[STONEWARE, PORCELAIN, HEAT_GLASS], looks: FIRED, colours: GLAZES, sizes: POT_ML,
                },
            ],
        },
        Leaf {
            slug: "tea-cups", name: w("Tea cups", "茶杯"), cluster: Cluster::Tea, season: Season::Always,
            goes_with: &["teapots", "tea-accessories"],
            goods: &[
                Goods {
                    name: w("tea cup", "品茗杯"), yuan: (26, 88), lasts: 0,
                    about: w("Three sips deep, the way tea is tasted.", "三口一杯，正适合慢慢品。"),
                    made: &[PORCELAIN, CELADON, STONEWARE], looks: FIRED, colours: GLAZES, sizes: CUP_ML,
                },
                Goods {
                    name: w("gaiwan", "盖碗"), yuan: (49, 158), lasts: 0,
                    about: w("One vessel to brew, pour and smell the tea.", "一器三用：泡茶、出汤、闻香。"),
                    made: &[PORCELAIN, CELADON, HEAT_GLASS], looks: FIRED, colours: GLAZES, sizes: CUP_ML,
                },
                Goods {
                    name: w("lidded tumbler", "泡茶杯"), yuan: (45, 129), lasts: 0,
                    about: w("Keeps the leaves back while you drink at your desk.", "办公桌上的一人饮，茶水分离。"),
                    made: &[HEAT_GLASS, STONEWARE, PORCELAIN], looks: FIRED, colours: GLAZES, sizes: CUP_ML,
                },
            ],
        },
        Leaf {
            slug: "green-oolong", name: w("Green & oolong tea", "绿茶与乌龙"), cluster: Cluster::Tea, season: Season::Always,
            goes_with: &["tea-cups", "tea-accessories"],
            goods: &[
                Goods {
                    name: w("green tea", "绿茶"), yuan: (58, 168), lasts: 45,
                    about: w("Brew at 80 °C and let it steep for one minute.", "80℃ 的水，一分钟出汤最鲜。"),
                    made: GREEN, looks: PLAIN, colours: UNDYED, sizes: TEA_G,
                },
                Goods {
                    name: w("oolong tea", "乌龙茶"), yuan: (68, 198), lasts: 50,
                    about: w("Made for small pots and many infusions.", "小壶快冲，耐泡。"),
                    made: OOLONG, looks: PLAIN, colours: UNDYED, sizes: TEA_G,
                },
            ],
        },
        Leaf {
            slug: "black-puer", name: w("Black & pu'er tea", "红茶与普洱"), cluster: Cluster::Tea, season: Season::Cold,
            goes_with: &["teapots", "tea-accessories"],
            goods: &[
                Goods {
                    name: w("black tea", "红茶"), yuan: (48, 148), lasts: 50,
                    about: w("Warms a cold afternoon.", "天冷的下午，来一壶暖的。"),
                    made: BLACK, looks: PLAIN, colours: UNDYED, sizes: TEA_G,
                },
                Goods {
                    name: w("pu'er tea", "普洱茶"), yuan: (78, 258), lasts: 70,
                    about: w("Rinse once, then brew as strong as you like.", "醒茶一次，浓淡随意。"),
                    made: PUER, looks: PLAIN, colours: UNDYED, sizes: TEA_G,
                },
            ],
        },
        Leaf {
            slug: "tea-accessories", name: w("Tea accessories", "茶道配件"), cluster: Cluster::Tea, season: Season::Always,
            goes_with: &["teapots", "tea-cups"],
            goods: &[
                Goods {
                    name: w("tea tray", "茶盘"), yuan: (89, 329), lasts: 0,
                    about: w("Catches every drop and holds a whole tea set.", "接住每一滴水，摆得下整套茶具。"),
                    made: &[BAMBOO, WALNUT, CERAMIC], looks: SHAPED, colours: UNDYED, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("tea canister", "茶叶罐"), yuan: (39, 139), lasts: 0,
                    about: w("The inner lid keeps air and light out.", "双层盖，避光密封。"),
                    made: &[CERAMIC, STONEWARE, PORCELAIN], looks: FIRED, colours: GLAZES, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("serving pitcher", "公道杯"), yuan: (29, 99), lasts: 0,
                    about: w("Evens out the brew before it reaches the cups.", "匀茶汤，杯杯浓淡一致。"),
                    made: &[HEAT_GLASS, PORCELAIN, CELADON], looks: FIRED, colours: UNDYED, sizes: POT_ML,
                },
            ],
        },
        Leaf {
            slug: "coffee-beans", name: w("Coffee beans", "咖啡豆"), cluster: Cluster::Coffee, season: Season::Always,
            goes_with: &["coffee-brewing", "coffee-mugs"],
            goods: &[
                Goods {
                    name: w("coffee beans", "咖啡豆"), yuan: (49, 98), lasts: 28,
                    about: w("Roasted to order every Tuesday.", "每周二新鲜烘焙，现烘现发。"),
                    made: BEANS, looks: PLAIN, colours: UNDYED, sizes: BEAN_G,
                },
            ],
        },
        Leaf {
            slug: "coffee-brewing", name: w("Coffee brewing", "咖啡器具"), cluster: Cluster::Coffee, season: Season::Always,
            goes_with: &["coffee-beans", "coffee-mugs"],
            goods: &[
                Goods {
                    name: w("pour-over dripper", "手冲滤杯"), yuan: (49, 159), lasts: 0,
                    about: w("The ribs let air out, so that water runs evenly.", "导流肋排气均匀，萃取稳定。"),
                    made: &[CERAMIC, HEAT_GLASS, STEEL], looks: SHAPED, colours: GLAZES, sizes: SET_OF,
                },
                Goods {
                    name: w("French press", "法压壶"), yuan: (79, 229), lasts: 0,
                    about: w("Four minutes, press, pour.", "静置四分钟，下压，倒出。"),
                    made: &[HEAT_GLASS, STEEL], looks: SHAPED, colours: METALS, sizes: BREW_ML,
                },
                Goods {
                    name: w("hand grinder", "手摇磨豆机"), yuan: (139, 399), lasts: 0,
                    about: w("Twenty-four steps from espresso to French press.", "24 档粗细，从意式到法压。"),
                    made: &[STEEL, ALUMINIUM, WALNUT], looks: GEAR, colours: METALS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "coffee-mugs", name: w("Mugs", "马克杯"), cluster: Cluster::Coffee, season: Season::Always,
            goes_with: &["coffee-beans", "plates-bowls"],
            goods: &[
                Goods {
                    name: w("mug", "马克杯"), yuan: (32, 98), lasts: 0,
                    about: w("A handle that fits three fingers and a rim that is kind to lips.", "把手容得下三根手指，杯口圆润。"),
                    made: &[STONEWARE, PORCELAIN, ENAMEL], looks: FIRED, colours: GLAZES, sizes: CUP_ML,
                },
                Goods {
                    name: w("coffee cup", "咖啡杯"), yuan: (36, 108), lasts: 0,
                    about: w("Thick walls keep a flat white hot to the last sip.", "厚壁保温，最后一口也是热的。"),
                    made: &[STONEWARE, PORCELAIN], looks: FIRED, colours: GLAZES, sizes: SET_OF,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const KITCHEN: Top = Top {
    slug: "kitchen", name: w("Kitchen", "厨房"), merchants: (1, 0),
    leaves: &[
        Leaf {
            slug: "pots-pans", name: w("Pots & pans", "锅具"), cluster: Cluster::Cooking, season: Season::Always,
            goes_with: &["kitchen-tools", "boards-knives"],
            goods: &[
                Goods {
                    name: w("frying pan", "平底锅"), yuan: (99, 299), lasts: 0,
                    about: w("Browns evenly and goes from hob to oven.", "受热均匀，灶台烤箱都能用。"),
                    made: &[CAST_IRON, STEEL, ALUMINIUM], looks: SHAPED, colours: UNDYED, sizes: PAN_CM,
                },
                Goods {
                    name: w("casserole", "炖锅"), yuan: (149, 459), lasts: 0,
                    about: w("Keeps a stew simmering on the smallest flame.", "小火慢炖，锁住水汽。"),
                    made: &[CAST_IRON, ENAMEL, CERAMIC], looks: SHAPED, colours: GLAZES, sizes: PAN_CM,
                },
                Goods {
                    name: w("wok", "炒锅"), yuan: (119, 349), lasts: 0,
                    about: w("Light enough to toss with one hand.", "单手就能颠勺。"),
                    made: &[CAST_IRON, STEEL, TITANIUM], looks: SHAPED, colours: UNDYED, sizes: PAN_CM,
                },
                Goods {
                    name: w("steamer", "蒸锅"), yuan: (69, 219), lasts: 0,
                    about: w("Two tiers for buns above and fish below.", "双层，上蒸包子下蒸鱼。"),
                    made: &[BAMBOO, STEEL], looks: SHAPED, colours: UNDYED, sizes: PAN_CM,
                },
            ],
        },
        Leaf {
            slug: "plates-bowls", name: w("Plates & bowls", "餐盘碗碟"), cluster: Cluster::Cooking, season: Season::Always,
            goes_with: &["kitchen-tools", "coffee-mugs"],
            goods: &[
                Goods {
                    name: w("plate", "餐盘"), yuan: (29, 98), lasts: 0,
                    about: w("Stacks neatly and looks good under noodles or cake.", "好叠放，盛面盛蛋糕都好看。"),
                    made: &[STONEWARE, PORCELAIN, CELADON], looks: FIRED, colours: GLAZES, sizes: PLATE_CM,
                },
                Goods {
                    name: w("bowl", "饭碗"), yuan: (22, 79), lasts: 0,
                    about: w("Sits well in the palm.", "大小合手，端着不烫。"),
                    made: &[STONEWARE, PORCELAIN, CELADON], looks: FIRED, colours: GLAZES, sizes: SET_OF,
                },
                Goods {
                    name: w("serving dish", "大餐盘"), yuan: (59, 169), lasts: 0,
                    about: w("Room for a whole fish in the middle of the table.", "摆得下一整条鱼。"),
                    made: &[STONEWARE, PORCELAIN, ENAMEL], looks: FIRED, colours: GLAZES, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "boards-knives", name: w("Boards & knives", "刀与砧板"), cluster: Cluster::Cooking, season: Season::Always,
            goes_with: &["pots-pans", "kitchen-tools"],
            goods: &[
                Goods {
                    name: w("chopping board", "砧板"), yuan: (49, 189), lasts: 0,
                    about: w("Both sides work: one for meat, one for greens.", "正反两面，生熟分开。"),
                    made: &[BAMBOO, BEECH, WALNUT], looks: SHAPED, colours: UNDYED, sizes: PLATE_CM,
                },
                Goods {
                    name: w("kitchen knife", "厨刀"), yuan: (79, 329), lasts: 0,
                    about: w("Balanced at the bolster, sharp out of the box.", "重心在刀柄前端，开箱即锋利。"),
                    made: &[STEEL, TITANIUM], looks: SHAPED, colours: METALS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "kitchen-tools", name: w("Kitchen tools", "厨房小工具"), cluster: Cluster::Cooking, season: Season::Always,
            goes_with: &["pots-pans", "food-storage"],
            goods: &[
                Goods {
                    name: w("spatula", "锅铲"), yuan: (15, 59), lasts: 0,
                    about: w("Does not scratch coated pans.", "不伤锅，翻面利落。"),
                    made: &[BEECH, SILICONE, STEEL], looks: SHAPED, colours: UNDYED, sizes: SET_OF,
                },
                Goods {
                    name: w("soup ladle", "汤勺"), yuan: (16, 59), lasts: 0,
                    about: w("One scoop fills a bowl.", "一勺一碗，深浅刚好。"),
                    made: &[STEEL, BEECH, SILICONE], looks: SHAPED, colours: UNDYED, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("chopsticks", "筷子"), yuan: (19, 89), lasts: 0,
                    about: w("Square at the grip, round at the tip.", "上方下圆，夹得稳。"),
                    made: &[BAMBOO, WALNUT, TITANIUM], looks: SHAPED, colours: UNDYED, sizes: SET_OF,
                },
            ],
        },
        Leaf {
            slug: "food-storage", name: w("Food storage", "食物收纳"), cluster: Cluster::Cooking, season: Season::Always,
            goes_with: &["kitchen-tools", "pantry"],
            goods: &[
                Goods {
                    name: w("storage jar", "密封罐"), yuan: (19, 89), lasts: 0,
                    about: w("Keeps rice, beans and biscuits dry.", "米、豆、饼干都能保持干燥。"),
                    made: &[GLASS, CERAMIC, STEEL], looks: SHAPED, colours: UNDYED, sizes: BOX_ML,
                },
                Goods {
                    name: w("lunch box", "便当盒"), yuan: (39, 149), lasts: 0,
                    about: w("Leak-proof, so that soup may come along.", "密封不漏，带汤也放心。"),
                    made: &[STEEL, HEAT_GLASS, RECYCLED], looks: SHAPED, colours: BRIGHTS, sizes: BOX_ML,
                },
            ],
        },
        Leaf {
            slug: "baking", name: w("Baking", "烘焙"), cluster: Cluster::Cooking, season: Season::Cold,
            goes_with: &["kitchen-tools", "pantry"],
            goods: &[
                Goods {
                    name: w("baking mould", "烘焙模具"), yuan: (19, 89), lasts: 0,
                    about: w("Lets go of the cake without a crumb.", "脱模干净，不掉渣。"),
                    made: &[SILICONE, STEEL, ALUMINIUM], looks: SHAPED, colours: UNDYED, sizes: PAN_CM,
                },
                Goods {
                    name: w("whisk", "打蛋器"), yuan: (16, 69), lasts: 0,
                    about: w("Eleven wires that beat eggs in no time.", "十一根线圈，打发省力。"),
                    made: &[STEEL, SILICONE, BEECH], looks: SHAPED, colours: UNDYED, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "pantry", name: w("Pantry", "食品杂货"), cluster: Cluster::Cooking, season: Season::Always,
            goes_with: &["food-storage", "plates-bowls"],
            goods: &[
                Goods {
                    name: w("honey", "蜂蜜"), yuan: (36, 98), lasts: 60,
                    about: w("Straight from the hive, only filtered.", "原蜜，只过滤，不加工。"),
                    made: HONEY, looks: PLAIN, colours: UNDYED, sizes: JAR_G,
                },
                Goods {
                    name: w("nut mix", "混合坚果"), yuan: (29, 89), lasts: 25,
                    about: w("A handful a day.", "每天一小把。"),
                    made: NUTS, looks: PLAIN, colours: UNDYED, sizes: JAR_G,
                },
            ],
        },
    ],
};
