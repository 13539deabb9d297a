//! Goods for the home: decoration, scent, sleep, plants.

use super::words::{
    ALUMINIUM, BAMBOO, BEECH, BEESWAX, BRIGHTS, CANVAS, CAPACITY, CELADON, CERAMIC, CLOTHS, COTTON, Cluster,
    DIMENSIONS, DOWN, ENAMEL, FELT, FIRED, FLEECE, FOAM, GLAZES, Goods, LINEN, Leaf, METALS, Material,
    NET_WEIGHT, OAK, ONE_SIZE, ORGANIC_COTTON, PACK, PAPER, PLAIN, PORCELAIN, PRINTED, PURPLE_CLAY, RATTAN,
    RECYCLED, SHAPED, SILICONE, SILK, SOY_WAX, STEEL, STONEWARE, Season, Sizes, Top, UNDYED, WALNUT, WOOL,
    WOVEN, s, v, w,
};

const LAMP_CM: Sizes =
    Sizes { key: DIMENSIONS, list: &[s("25 cm", "25 厘米", 85), s("38 cm", "38 厘米", 110)] };
const WALL_CM: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[s("20 cm", "20 厘米", 80), s("30 cm", "30 厘米", 100), s("40 cm", "40 厘米", 135)],
};
const PRINT_CM: Sizes =
    Sizes { key: DIMENSIONS, list: &[s("A5", "A5", 60), s("A4", "A4", 80), s("A3", "A3", 120)] };
const BASKET_L: Sizes = Sizes { key: CAPACITY, list: &[s("8 l", "8 升", 80), s("20 l", "20 升", 120)] };
const CANDLE_G: Sizes =
    Sizes { key: NET_WEIGHT, list: &[s("120 g", "120 克", 70), s("220 g", "220 克", 110)] };
const OIL_ML: Sizes =
    Sizes { key: CAPACITY, list: &[s("10 ml", "10 毫升", 70), s("30 ml", "30 毫升", 130)] };
const WASH_ML: Sizes =
    Sizes { key: CAPACITY, list: &[s("250 ml", "250 毫升", 75), s("500 ml", "500 毫升", 115)] };
const BED_CM: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[
        s("150 × 200 cm", "150 × 200 厘米", 90),
        s("200 × 230 cm", "200 × 230 厘米", 115),
        s("220 × 240 cm", "220 × 240 厘米", 130),
    ],
};
const TOWEL_CM: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[s("34 × 75 cm", "34 × 75 厘米", 60), s("70 × 140 cm", "70 × 140 厘米", 150)],
};
const HEIGHT: Sizes = Sizes { key: "size", list: &[s("low", "低款", 95), s("high", "高款", 105)] };
const POT_CM: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[s("12 cm", "12 厘米", 75), s("18 cm", "18 厘米", 110), s("25 cm", "25 厘米", 160)],
};
const SET_OF_SOAP: Sizes =
    Sizes { key: PACK, list: &[s("one bar", "单块", 100), s("set of 3", "3 块装", 270)] };

const SCENTS: &[Material] = &[
    v(
        "scent",
        w("lavender", "薰衣草"),
        w("Lavender, cut in July, to end the day.", "七月采收的薰衣草，适合一天结束时点上。"),
    ),
    v(
        "scent",
        w("osmanthus", "桂花"),
        w("Osmanthus, as in the streets of Hangzhou in October.", "桂花香，像十月的杭州街头。"),
    ),
    v("scent", w("cedar", "雪松"), w("Cedar and a little smoke.", "雪松，带一点烟熏。")),
    v("scent", w("bergamot", "佛手柑"), w("Bergamot: bright and clean.", "佛手柑，明亮干净。")),
    v("scent", w("sandalwood", "檀香"), w("Sandalwood, warm and steady.", "檀香，温暖沉稳。")),
];

const BOTANICALS: &[Material] = &[
    v("variety", w("camellia", "山茶花"), w("With cold-pressed camellia oil.", "添加冷榨山茶油。")),
    v("variety", w("oat", "燕麦"), w("With oat for dry skin.", "燕麦成分，适合干性肌肤。")),
    v(
        "variety",
        w("green tea", "绿茶"),
        w("With green tea extract, light and fresh.", "绿茶提取，清爽不油腻。"),
    ),
    v("variety", w("ginger", "生姜"), w("With ginger that warms.", "生姜成分，温润舒缓。")),
];

const LEAVES: &[Material] = &[
    v(
        "variety",
        w("monstera", "龟背竹"),
        w("A monstera with its first split leaves.", "已经长出第一片开背叶。"),
    ),
    v(
        "variety",
        w("snake plant", "虎尾兰"),
        w("Forgives three weeks without water.", "三周不浇水也没关系。"),
    ),
    v(
        "variety",
        w("rubber fig", "橡皮树"),
        w("Glossy leaves for a bright corner.", "叶片油亮，适合明亮的角落。"),
    ),
    v("variety", w("pothos", "绿萝"), w("Trails from a shelf and roots in water.", "垂吊或水培都能活。")),
];

const SEEDS: &[Material] = &[
    v("variety", w("basil", "罗勒"), w("Sprouts in a week on a sunny sill.", "阳光窗台上一周发芽。")),
    v("variety", w("cherry tomato", "樱桃番茄"), w("Fruit in about ten weeks.", "大约十周结果。")),
    v(
        "variety",
        w("sunflower", "向日葵"),
        w("Grows taller than a child in one summer.", "一个夏天长得比孩子还高。"),
    ),
];

#[rustfmt::skip]
pub(super) const HOME_LIGHT: Top = Top {
    slug: "home-light", name: w("Home & light", "家居灯饰"), merchants: (2, 3),
    leaves: &[
        Leaf {
            slug: "lamps", name: w("Lamps", "灯具"), cluster: Cluster::Decoration, season: Season::Always,
            goes_with: &["frames-prints", "clocks"],
            goods: &[
                Goods {
                    name: w("desk lamp", "台灯"), yuan: (89, 359), lasts: 0,
                    about: w("Even light without flicker for reading at night.", "光线均匀无频闪，夜里看书不累眼。"),
                    made: &[BEECH, ALUMINIUM, CERAMIC], looks: SHAPED, colours: GLAZES, sizes: LAMP_CM,
                },
                Goods {
                    name: w("night light", "小夜灯"), yuan: (39, 129), lasts: 0,
                    about: w("Glows at a touch and goes out by itself.", "轻触点亮，定时熄灭。"),
                    made: &[SILICONE, CERAMIC, WALNUT], looks: SHAPED, colours: BRIGHTS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("floor lamp", "落地灯"), yuan: (199, 599), lasts: 0,
                    about: w("Turns a chair into a reading corner.", "一把椅子旁边，就是阅读角。"),
                    made: &[OAK, STEEL, RATTAN], looks: SHAPED, colours: METALS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "clocks", name: w("Clocks", "时钟"), cluster: Cluster::Decoration, season: Season::Always,
            goes_with: &["frames-prints", "lamps"],
            goods: &[
                Goods {
                    name: w("wall clock", "挂钟"), yuan: (69, 259), lasts: 0,
                    about: w("Sweeps without ticking.", "静音扫秒，不滴答。"),
                    made: &[BEECH, WALNUT, STEEL], looks: SHAPED, colours: UNDYED, sizes: WALL_CM,
                },
                Goods {
                    name: w("alarm clock", "闹钟"), yuan: (49, 169), lasts: 0,
                    about: w("Wakes with light first, then with sound.", "先亮灯，再响铃。"),
                    made: &[BEECH, RECYCLED, STEEL], looks: SHAPED, colours: BRIGHTS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "frames-prints", name: w("Frames & prints", "相框与装饰画"), cluster: Cluster::Decoration, season: Season::Always,
            goes_with: &["clocks", "vases"],
            goods: &[
                Goods {
                    name: w("photo frame", "相框"), yuan: (25, 119), lasts: 0,
                    about: w("Stands or hangs, upright or across.", "可立可挂，横竖都行。"),
                    made: &[BEECH, WALNUT, STEEL], looks: SHAPED, colours: UNDYED, sizes: PRINT_CM,
                },
                Goods {
                    name: w("art print", "装饰画"), yuan: (39, 189), lasts: 0,
                    about: w("Printed with pigment inks that do not fade.", "颜料墨水微喷，不褪色。"),
                    made: &[PAPER, CANVAS], looks: PRINTED, colours: CLOTHS, sizes: PRINT_CM,
                },
            ],
        },
        Leaf {
            slug: "vases", name: w("Vases", "花瓶"), cluster: Cluster::Decoration, season: Season::Warm,
            goes_with: &["frames-prints", "plants"],
            goods: &[
                Goods {
                    name: w("vase", "花瓶"), yuan: (39, 189), lasts: 0,
                    about: w("Narrow neck, so that three stems are enough.", "窄口，三枝花就够。"),
                    made: &[CELADON, STONEWARE, PORCELAIN], looks: FIRED, colours: GLAZES, sizes: LAMP_CM,
                },
            ],
        },
        Leaf {
            slug: "storage", name: w("Storage", "收纳"), cluster: Cluster::Decoration, season: Season::Always,
            goes_with: &["lamps", "towels"],
            goods: &[
                Goods {
                    name: w("storage basket", "收纳篮"), yuan: (35, 149), lasts: 0,
                    about: w("Takes toys, towels or magazines, and looks tidy.", "装玩具、毛巾、杂志，放哪儿都整齐。"),
                    made: &[RATTAN, COTTON, FELT], looks: SHAPED, colours: CLOTHS, sizes: BASKET_L,
                },
                Goods {
                    name: w("desk organiser", "桌面收纳盒"), yuan: (29, 119), lasts: 0,
                    about: w("Everything small in one place.", "小东西都有地方放。"),
                    made: &[BAMBOO, RECYCLED, WALNUT], looks: SHAPED, colours: UNDYED, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const SCENT_CARE: Top = Top {
    slug: "scent-care", name: w("Scent & care", "香氛个护"), merchants: (2, 5),
    leaves: &[
        Leaf {
            slug: "candles", name: w("Candles", "香薰蜡烛"), cluster: Cluster::Scent, season: Season::Cold,
            goes_with: &["diffusers-oils", "vases"],
            goods: &[
                Goods {
                    name: w("scented candle", "香薰蜡烛"), yuan: (39, 169), lasts: 45,
                    about: w("Burns for about forty hours.", "可燃约四十小时。"),
                    made: SCENTS, looks: FIRED, colours: UNDYED, sizes: CANDLE_G,
                },
                Goods {
                    name: w("candle holder", "烛台"), yuan: (29, 119), lasts: 0,
                    about: w("Keeps the flame steady and the table clean.", "火苗稳，不滴蜡。"),
                    made: &[CERAMIC, STONEWARE, PORCELAIN], looks: FIRED, colours: GLAZES, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("pillar candle", "柱形蜡烛"), yuan: (19, 69), lasts: 40,
                    about: w("Burns straight down and hardly drips.", "直直燃到底，几乎不滴蜡。"),
                    made: &[SOY_WAX, BEESWAX], looks: SHAPED, colours: CLOTHS, sizes: CANDLE_G,
                },
            ],
        },
        Leaf {
            slug: "diffusers-oils", name: w("Oils & incense", "精油与线香"), cluster: Cluster::Scent, season: Season::Always,
            goes_with: &["candles", "hand-body"],
            goods: &[
                Goods {
                    name: w("essential oil", "精油"), yuan: (39, 139), lasts: 50,
                    about: w("A few drops in a diffuser or the bath.", "几滴入香薰机或浴缸。"),
                    made: SCENTS, looks: PLAIN, colours: UNDYED, sizes: OIL_ML,
                },
                Goods {
                    name: w("incense", "线香"), yuan: (29, 99), lasts: 40,
                    about: w("Ground wood and herbs, without chemicals.", "木粉与草本，不加化学香精。"),
                    made: SCENTS, looks: PLAIN, colours: UNDYED, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("incense burner", "香炉"), yuan: (39, 189), lasts: 0,
                    about: w("Holds sticks, cones and their ash.", "线香、塔香、香灰都接得住。"),
                    made: &[CERAMIC, CELADON, PURPLE_CLAY], looks: FIRED, colours: GLAZES, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "hand-body", name: w("Hand & body", "手部与身体"), cluster: Cluster::Scent, season: Season::Cold,
            goes_with: &["soap-wash", "candles"],
            goods: &[
                Goods {
                    name: w("hand cream", "护手霜"), yuan: (19, 79), lasts: 40,
                    about: w("Sinks in before you pick up the phone again.", "吸收快，抹完就能拿手机。"),
                    made: BOTANICALS, looks: PLAIN, colours: UNDYED, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("body lotion", "身体乳"), yuan: (39, 119), lasts: 50,
                    about: w("Light enough for summer, rich enough for winter.", "夏天不黏，冬天够润。"),
                    made: BOTANICALS, looks: PLAIN, colours: UNDYED, sizes: WASH_ML,
                },
            ],
        },
        Leaf {
            slug: "soap-wash", name: w("Soap & wash", "皂与沐浴"), cluster: Cluster::Scent, season: Season::Always,
            goes_with: &["hand-body", "towels"],
            goods: &[
                Goods {
                    name: w("handmade soap", "手工皂"), yuan: (15, 49), lasts: 30,
                    about: w("Cured for six weeks, so that it lasts.", "熟成六周，耐用不软烂。"),
                    made: BOTANICALS, looks: PLAIN, colours: UNDYED, sizes: SET_OF_SOAP,
                },
                Goods {
                    name: w("shampoo", "洗发水"), yuan: (39, 109), lasts: 55,
                    about: w("Foams gently and rinses out fast.", "泡沫细腻，一冲就净。"),
                    made: BOTANICALS, looks: PLAIN, colours: UNDYED, sizes: WASH_ML,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const BED_BATH: Top = Top {
    slug: "bed-bath", name: w("Bed & bath", "床品卫浴"), merchants: (2, 5),
    leaves: &[
        Leaf {
            slug: "bedding", name: w("Bedding", "床品套件"), cluster: Cluster::Rest, season: Season::Always,
            goes_with: &["pillows", "blankets"],
            goods: &[
                Goods {
                    name: w("duvet cover", "被套"), yuan: (159, 499), lasts: 0,
                    about: w("Buttons that hold and corners with ties.", "纽扣结实，四角有系带。"),
                    made: &[COTTON, LINEN, ORGANIC_COTTON], looks: WOVEN, colours: CLOTHS, sizes: BED_CM,
                },
                Goods {
                    name: w("fitted sheet", "床笠"), yuan: (79, 269), lasts: 0,
                    about: w("Elastic all the way round.", "四周松紧，翻身不跑。"),
                    made: &[COTTON, LINEN, ORGANIC_COTTON], looks: WOVEN, colours: CLOTHS, sizes: BED_CM,
                },
            ],
        },
        Leaf {
            slug: "pillows", name: w("Pillows & cushions", "枕头与抱枕"), cluster: Cluster::Rest, season: Season::Always,
            goes_with: &["bedding", "blankets"],
            goods: &[
                Goods {
                    name: w("pillow", "枕头"), yuan: (69, 299), lasts: 0,
                    about: w("Supports side and back sleepers alike.", "侧睡仰睡都撑得住。"),
                    made: &[FOAM, DOWN, COTTON], looks: PLAIN, colours: UNDYED, sizes: HEIGHT,
                },
                Goods {
                    name: w("cushion", "抱枕"), yuan: (39, 149), lasts: 0,
                    about: w("The cover comes off for the wash.", "外套可拆洗。"),
                    made: &[LINEN, COTTON, WOOL], looks: WOVEN, colours: CLOTHS, sizes: WALL_CM,
                },
                Goods {
                    name: w("pillowcase", "枕套"), yuan: (129, 369), lasts: 0,
                    about: w("Kind to hair and cheeks.", "不压痕，头发也顺。"),
                    made: &[SILK], looks: SHAPED, colours: CLOTHS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "blankets", name: w("Blankets", "毯子"), cluster: Cluster::Rest, season: Season::Cold,
            goes_with: &["pillows", "bedding"],
            goods: &[
                Goods {
                    name: w("throw blanket", "盖毯"), yuan: (99, 399), lasts: 0,
                    about: w("For the sofa, the office and the train.", "沙发、办公室、火车上都用得着。"),
                    made: &[WOOL, FLEECE, COTTON], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("duvet", "被子"), yuan: (199, 799), lasts: 0,
                    about: w("Quilted in squares, so that the filling stays put.", "格子绗缝，填充不跑位。"),
                    made: &[DOWN, WOOL, COTTON], looks: PLAIN, colours: UNDYED, sizes: BED_CM,
                },
            ],
        },
        Leaf {
            slug: "towels", name: w("Towels", "毛巾浴巾"), cluster: Cluster::Rest, season: Season::Always,
            goes_with: &["soap-wash", "bath-mats"],
            goods: &[
                Goods {
                    name: w("towel", "毛巾"), yuan: (19, 89), lasts: 0,
                    about: w("Long loops that drink up water.", "长毛圈，吸水快。"),
                    made: &[COTTON, ORGANIC_COTTON, LINEN], looks: WOVEN, colours: CLOTHS, sizes: TOWEL_CM,
                },
            ],
        },
        Leaf {
            slug: "bath-mats", name: w("Bath mats & robes", "浴室地垫与浴袍"), cluster: Cluster::Rest, season: Season::Cold,
            goes_with: &["towels", "soap-wash"],
            goods: &[
                Goods {
                    name: w("bath mat", "浴室地垫"), yuan: (39, 129), lasts: 0,
                    about: w("Dries between two showers.", "两次洗澡之间就能干。"),
                    made: &[COTTON, LINEN, ORGANIC_COTTON], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("bathrobe", "浴袍"), yuan: (149, 399), lasts: 0,
                    about: w("Wraps you from shower to breakfast.", "从浴室裹到早餐桌。"),
                    made: &[COTTON, LINEN, FLEECE], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const PLANTS_GARDEN: Top = Top {
    slug: "plants-garden", name: w("Plants & garden", "绿植园艺"), merchants: (2, 4),
    leaves: &[
        Leaf {
            slug: "plants", name: w("Plants", "绿植"), cluster: Cluster::Garden, season: Season::Warm,
            goes_with: &["plant-pots", "garden-tools"],
            goods: &[
                Goods {
                    name: w("pot plant", "盆栽"), yuan: (29, 139), lasts: 0,
                    about: w("Sent with roots in soil and a note on care.", "带土发货，附养护卡片。"),
                    made: LEAVES, looks: PLAIN, colours: UNDYED, sizes: POT_CM,
                },
                Goods {
                    name: w("seeds", "种子"), yuan: (9, 29), lasts: 90,
                    about: w("Enough for two window boxes.", "够种两个窗台花箱。"),
                    made: SEEDS, looks: PLAIN, colours: UNDYED, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "plant-pots", name: w("Plant pots", "花盆"), cluster: Cluster::Garden, season: Season::Warm,
            goes_with: &["plants", "garden-tools"],
            goods: &[
                Goods {
                    name: w("plant pot", "花盆"), yuan: (19, 119), lasts: 0,
                    about: w("A hole and a saucer, so that roots never stand in water.", "带孔带托盘，不积水。"),
                    made: &[CERAMIC, STONEWARE, CELADON], looks: FIRED, colours: GLAZES, sizes: POT_CM,
                },
            ],
        },
        Leaf {
            slug: "garden-tools", name: w("Garden tools", "园艺工具"), cluster: Cluster::Garden, season: Season::Warm,
            goes_with: &["plants", "plant-pots"],
            goods: &[
                Goods {
                    name: w("watering can", "浇水壶"), yuan: (39, 139), lasts: 0,
                    about: w("A long spout that reaches the soil under the leaves.", "长嘴直达叶下的土。"),
                    made: &[STEEL, RECYCLED, ENAMEL], looks: SHAPED, colours: BRIGHTS, sizes: BASKET_L,
                },
                Goods {
                    name: w("hand trowel", "小铲"), yuan: (19, 69), lasts: 0,
                    about: w("Marks on the blade show how deep you plant.", "铲面有刻度，种多深一看就知道。"),
                    made: &[STEEL, BEECH, RECYCLED], looks: SHAPED, colours: UNDYED, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};
