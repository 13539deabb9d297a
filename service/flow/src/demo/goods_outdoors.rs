//! Goods for outside: camping, sport, clothing, bags.

use super::words::{
    ALUMINIUM, BAMBOO, BEECH, BRIGHTS, CANVAS, CAPACITY, CAST_IRON, CLOTHS, CORK, COTTON, COVERS, Cluster,
    DIMENSIONS, DOWN, FELT, FIELD, FLEECE, GEAR, GLASS, Goods, LEATHER, LINEN, Leaf, MERINO, NYLON, OAK,
    ONE_SIZE, ORGANIC_COTTON, PACK, PLAIN, POLYESTER, RECYCLED, RUBBER, RUGGED, SHAPED, SILICONE, SILK,
    STEEL, Season, Sizes, TITANIUM, Top, UNDYED, WOOL, WOVEN, s, w,
};

const PEOPLE: Sizes = Sizes { key: "size", list: &[s("for 2", "双人", 85), s("for 4", "四人", 140)] };
const LITRES: Sizes = Sizes {
    key: CAPACITY,
    list: &[s("18 l", "18 升", 85), s("30 l", "30 升", 115), s("45 l", "45 升", 145)],
};
const FLASK_ML: Sizes =
    Sizes { key: CAPACITY, list: &[s("500 ml", "500 毫升", 85), s("750 ml", "750 毫升", 105)] };
const MAT_MM: Sizes =
    Sizes { key: DIMENSIONS, list: &[s("4 mm", "4 毫米", 80), s("6 mm", "6 毫米", 105)] };
const KILOS: Sizes = Sizes {
    key: "weight",
    list: &[s("2 kg", "2 千克", 60), s("5 kg", "5 千克", 110), s("10 kg", "10 千克", 190)],
};
const BODY: Sizes =
    Sizes { key: "size", list: &[s("S", "S", 100), s("M", "M", 100), s("L", "L", 100), s("XL", "XL", 105)] };
const FEET: Sizes = Sizes {
    key: "size",
    list: &[s("36–38", "36–38 码", 100), s("39–41", "39–41 码", 100), s("42–44", "42–44 码", 105)],
};
const SET_OF_BLOCKS: Sizes =
    Sizes { key: PACK, list: &[s("single", "单块", 100), s("pair", "一对", 185)] };

#[rustfmt::skip]
pub(super) const OUTDOORS: Top = Top {
    slug: "outdoors", name: w("Outdoors & sport", "户外运动"), merchants: (4, 5),
    leaves: &[
        Leaf {
            slug: "tents", name: w("Tents & tarps", "帐篷与天幕"), cluster: Cluster::Camping, season: Season::Warm,
            goes_with: &["sleeping", "camp-furniture"],
            goods: &[
                Goods {
                    name: w("tent", "帐篷"), yuan: (299, 1299), lasts: 0,
                    about: w("Up in five minutes, even alone.", "一个人五分钟搭好。"),
                    made: &[NYLON, POLYESTER, CANVAS], looks: RUGGED, colours: FIELD, sizes: PEOPLE,
                },
                Goods {
                    name: w("tarp", "天幕"), yuan: (159, 599), lasts: 0,
                    about: w("Shade for a table and four chairs.", "遮得住一桌四椅。"),
                    made: &[POLYESTER, CANVAS, NYLON], looks: RUGGED, colours: FIELD, sizes: PEOPLE,
                },
            ],
        },
        Leaf {
            slug: "sleeping", name: w("Sleeping bags & mats", "睡袋与防潮垫"), cluster: Cluster::Camping, season: Season::Warm,
            goes_with: &["tents", "camp-lights"],
            goods: &[
                Goods {
                    name: w("sleeping bag", "睡袋"), yuan: (159, 699), lasts: 0,
                    about: w("Zips together with a second one.", "两只可以拼成双人。"),
                    made: &[DOWN, POLYESTER, FLEECE], looks: RUGGED, colours: FIELD, sizes: BODY,
                },
                Goods {
                    name: w("picnic mat", "野餐垫"), yuan: (49, 189), lasts: 0,
                    about: w("Rolls up to the size of a bottle.", "卷起来只有水瓶大小。"),
                    made: &[POLYESTER, COTTON], looks: WOVEN, colours: FIELD, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "camp-furniture", name: w("Camp furniture", "户外桌椅"), cluster: Cluster::Camping, season: Season::Warm,
            goes_with: &["tents", "camp-kitchen"],
            goods: &[
                Goods {
                    name: w("camping chair", "露营椅"), yuan: (79, 349), lasts: 0,
                    about: w("Folds into its own bag and carries 120 kilos.", "收进自带的袋子，承重 120 公斤。"),
                    made: &[CANVAS, ALUMINIUM, OAK], looks: GEAR, colours: FIELD, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("folding table", "折叠桌"), yuan: (119, 429), lasts: 0,
                    about: w("Opens like a roll of bamboo.", "蛋卷桌面，一拉就开。"),
                    made: &[BEECH, ALUMINIUM, BAMBOO], looks: GEAR, colours: UNDYED, sizes: PEOPLE,
                },
            ],
        },
        Leaf {
            slug: "camp-kitchen", name: w("Camp kitchen", "户外炊具"), cluster: Cluster::Camping, season: Season::Warm,
            goes_with: &["camp-furniture", "flasks"],
            goods: &[
                Goods {
                    name: w("camping stove", "卡式炉"), yuan: (89, 329), lasts: 0,
                    about: w("A windshield and a piezo lighter built in.", "自带挡风圈和电子点火。"),
                    made: &[STEEL, ALUMINIUM, TITANIUM], looks: GEAR, colours: FIELD, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("camping pot", "户外锅"), yuan: (69, 299), lasts: 0,
                    about: w("Nests with its lid, handle and stove.", "锅盖手柄炉头全收进锅里。"),
                    made: &[TITANIUM, ALUMINIUM, STEEL], looks: GEAR, colours: UNDYED, sizes: PEOPLE,
                },
            ],
        },
        Leaf {
            slug: "camp-lights", name: w("Camp lights", "营地灯"), cluster: Cluster::Camping, season: Season::Warm,
            goes_with: &["tents", "sleeping"],
            goods: &[
                Goods {
                    name: w("lantern", "营地灯"), yuan: (59, 259), lasts: 0,
                    about: w("Warm light for twelve hours, and it charges your phone.", "暖光十二小时，还能给手机充电。"),
                    made: &[STEEL, RECYCLED, ALUMINIUM], looks: GEAR, colours: FIELD, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "backpacks", name: w("Backpacks", "户外背包"), cluster: Cluster::Camping, season: Season::Warm,
            goes_with: &["flasks", "camp-lights"],
            goods: &[
                Goods {
                    name: w("backpack", "双肩包"), yuan: (129, 499), lasts: 0,
                    about: w("A padded back that leaves room for air.", "透气背板，背着不闷。"),
                    made: &[NYLON, CANVAS, POLYESTER], looks: RUGGED, colours: FIELD, sizes: LITRES,
                },
            ],
        },
        Leaf {
            slug: "flasks", name: w("Bottles & flasks", "水壶水杯"), cluster: Cluster::Fitness, season: Season::Always,
            goes_with: &["yoga", "backpacks"],
            goods: &[
                Goods {
                    name: w("vacuum flask", "保温杯"), yuan: (59, 229), lasts: 0,
                    about: w("Hot for twelve hours, cold for twenty-four.", "保热十二小时，保冷二十四小时。"),
                    made: &[STEEL, TITANIUM], looks: GEAR, colours: FIELD, sizes: FLASK_ML,
                },
                Goods {
                    name: w("sports bottle", "运动水瓶"), yuan: (29, 109), lasts: 0,
                    about: w("Opens with one thumb.", "单手拇指开盖。"),
                    made: &[RECYCLED, STEEL, GLASS], looks: GEAR, colours: BRIGHTS, sizes: FLASK_ML,
                },
            ],
        },
        Leaf {
            slug: "yoga", name: w("Yoga", "瑜伽"), cluster: Cluster::Fitness, season: Season::Always,
            goes_with: &["training", "flasks"],
            goods: &[
                Goods {
                    name: w("yoga mat", "瑜伽垫"), yuan: (69, 299), lasts: 0,
                    about: w("Grips with dry and with damp hands.", "干手湿手都不打滑。"),
                    made: &[RUBBER, CORK], looks: GEAR, colours: CLOTHS, sizes: MAT_MM,
                },
                Goods {
                    name: w("yoga block", "瑜伽砖"), yuan: (19, 89), lasts: 0,
                    about: w("Brings the floor a little closer.", "让地面离你近一点。"),
                    made: &[CORK, BAMBOO, RECYCLED], looks: SHAPED, colours: CLOTHS, sizes: SET_OF_BLOCKS,
                },
            ],
        },
        Leaf {
            slug: "training", name: w("Training", "力量训练"), cluster: Cluster::Fitness, season: Season::Always,
            goes_with: &["yoga", "flasks"],
            goods: &[
                Goods {
                    name: w("dumbbell", "哑铃"), yuan: (39, 199), lasts: 0,
                    about: w("Does not roll away.", "放下不乱滚。"),
                    made: &[CAST_IRON, RUBBER], looks: PLAIN, colours: BRIGHTS, sizes: KILOS,
                },
                Goods {
                    name: w("resistance band", "弹力带"), yuan: (19, 89), lasts: 0,
                    about: w("Three strengths of pull in one door-hook set.", "三种阻力，附门扣。"),
                    made: &[RUBBER, COTTON], looks: PLAIN, colours: BRIGHTS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("jump rope", "跳绳"), yuan: (19, 79), lasts: 0,
                    about: w("Ball bearings and a length you can set.", "轴承顺滑，长度可调。"),
                    made: &[BEECH, STEEL, SILICONE], looks: PLAIN, colours: BRIGHTS, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const CLOTHING_BAGS: Top = Top {
    slug: "clothing-bags", name: w("Clothing & bags", "服饰箱包"), merchants: (4, 3),
    leaves: &[
        Leaf {
            slug: "tops", name: w("Tops & knitwear", "上衣与毛衣"), cluster: Cluster::Clothing, season: Season::Cold,
            goes_with: &["scarves-hats", "socks"],
            goods: &[
                Goods {
                    name: w("sweater", "毛衣"), yuan: (129, 469), lasts: 0,
                    about: w("Knitted in one piece, without a side seam.", "一体编织，没有侧缝。"),
                    made: &[MERINO, WOOL, COTTON], looks: WOVEN, colours: CLOTHS, sizes: BODY,
                },
                Goods {
                    name: w("T-shirt", "T恤"), yuan: (49, 159), lasts: 0,
                    about: w("Heavy cotton that keeps its collar.", "重磅面料，领口不松。"),
                    made: &[COTTON, ORGANIC_COTTON, LINEN], looks: WOVEN, colours: CLOTHS, sizes: BODY,
                },
                Goods {
                    name: w("shirt", "衬衫"), yuan: (99, 329), lasts: 0,
                    about: w("Looks better the less you iron it.", "不熨也有型。"),
                    made: &[LINEN, COTTON, SILK], looks: WOVEN, colours: CLOTHS, sizes: BODY,
                },
            ],
        },
        Leaf {
            slug: "scarves-hats", name: w("Scarves & hats", "围巾帽子"), cluster: Cluster::Clothing, season: Season::Cold,
            goes_with: &["tops", "socks"],
            goods: &[
                Goods {
                    name: w("scarf", "围巾"), yuan: (69, 299), lasts: 0,
                    about: w("Wide enough to be a blanket on the plane.", "展开就是飞机上的小毯子。"),
                    made: &[WOOL, MERINO, SILK], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("beanie", "毛线帽"), yuan: (39, 149), lasts: 0,
                    about: w("Covers the ears without itching.", "护耳不扎。"),
                    made: &[MERINO, WOOL, FLEECE], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("sun hat", "遮阳帽"), yuan: (49, 169), lasts: 0,
                    about: w("A wide brim that folds into a bag.", "宽檐，可折进包里。"),
                    made: &[COTTON, LINEN], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "socks", name: w("Socks", "袜子"), cluster: Cluster::Clothing, season: Season::Always,
            goes_with: &["shoes", "tops"],
            goods: &[
                Goods {
                    name: w("socks", "袜子"), yuan: (12, 49), lasts: 60,
                    about: w("Flat toe seams and a cuff that does not pinch.", "平缝袜头，袜口不勒。"),
                    made: &[COTTON, MERINO, WOOL], looks: WOVEN, colours: CLOTHS, sizes: FEET,
                },
            ],
        },
        Leaf {
            slug: "shoes", name: w("Shoes & slippers", "鞋履"), cluster: Cluster::Clothing, season: Season::Always,
            goes_with: &["socks", "tote-bags"],
            goods: &[
                Goods {
                    name: w("slippers", "拖鞋"), yuan: (39, 149), lasts: 0,
                    about: w("A soft step for cold floors.", "地板再凉也软乎。"),
                    made: &[FELT, COTTON, LINEN], looks: WOVEN, colours: CLOTHS, sizes: FEET,
                },
                Goods {
                    name: w("sneakers", "板鞋"), yuan: (89, 289), lasts: 0,
                    about: w("A cushioned sole for a day on foot.", "缓震鞋底，走一天不累。"),
                    made: &[CANVAS, LEATHER], looks: WOVEN, colours: CLOTHS, sizes: FEET,
                },
            ],
        },
        Leaf {
            slug: "tote-bags", name: w("Bags & wallets", "包袋钱包"), cluster: Cluster::Clothing, season: Season::Always,
            goes_with: &["shoes", "scarves-hats"],
            goods: &[
                Goods {
                    name: w("tote bag", "托特包"), yuan: (39, 299), lasts: 0,
                    about: w("Carries a laptop, a lunch and an umbrella.", "装得下电脑、午饭和伞。"),
                    made: &[CANVAS, LEATHER, COTTON], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("wallet", "钱包"), yuan: (59, 329), lasts: 0,
                    about: w("Eight cards, coins, and still slim.", "八张卡加零钱，依然纤薄。"),
                    made: &[LEATHER, CANVAS], looks: SHAPED, colours: COVERS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("umbrella", "雨伞"), yuan: (49, 189), lasts: 0,
                    about: w("Eight ribs that turn over and back in a gust.", "八骨抗风，吹翻也能复原。"),
                    made: &[POLYESTER, NYLON], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};
