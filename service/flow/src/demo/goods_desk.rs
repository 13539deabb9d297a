//! Goods for the desk: paper, pens, devices.

use super::words::{
    ALUMINIUM, BAMBOO, BEECH, BRIGHTS, CANVAS, CLOTHS, COVERS, Cluster, DEVICES, DIMENSIONS, FELT, GEAR,
    Goods, LEATHER, Leaf, METALS, Material, NURSERY, NYLON, ONE_SIZE, PACK, PAPER, PLAIN, PRINTED, RECYCLED,
    RUBBER, RULED, SHAPED, SILICONE, STEEL, Season, Sizes, Top, UNDYED, WALNUT, WIRED, WOVEN, s, v, w,
};

const BOOK_SIZE: Sizes =
    Sizes { key: DIMENSIONS, list: &[s("A6", "A6", 70), s("A5", "A5", 100), s("B5", "B5", 125)] };
const PENS: Sizes = Sizes { key: PACK, list: &[s("single", "单支", 100), s("set of 5", "5 支装", 400)] };
const TAPES: Sizes =
    Sizes { key: PACK, list: &[s("15 mm", "15 毫米", 80), s("set of 6", "6 卷装", 380)] };
const METRES: Sizes = Sizes { key: DIMENSIONS, list: &[s("1 m", "1 米", 85), s("2 m", "2 米", 110)] };
const POWER: Sizes = Sizes {
    key: "power",
    list: &[s("30 W", "30 瓦", 80), s("65 W", "65 瓦", 130), s("100 W", "100 瓦", 180)],
};
const INCHES: Sizes = Sizes {
    key: DIMENSIONS,
    list: &[s("up to 14 inches", "14 英寸以内", 90), s("up to 17 inches", "17 英寸以内", 115)],
};
const SET_OF_NOTES: Sizes =
    Sizes { key: PACK, list: &[s("one pad", "单本", 100), s("set of 4", "4 本装", 340)] };
const SET_OF_COLOURS: Sizes = Sizes {
    key: PACK,
    list: &[s("12 colours", "12 色", 70), s("24 colours", "24 色", 110), s("48 colours", "48 色", 190)],
};
const SET_OF_BRUSHES: Sizes = Sizes {
    key: PACK,
    list: &[s("no. 4", "4 号", 80), s("no. 8", "8 号", 110), s("set of 3", "3 支装", 240)],
};

const INKS: &[Material] = &[
    v("colour", w("black", "黑色"), w("Dries in two seconds and does not smear.", "两秒速干，不蹭手。")),
    v("colour", w("blue-black", "蓝黑"), w("Writes blue and dries almost black.", "写时偏蓝，干后近黑。")),
    v("colour", w("forest green", "墨绿"), w("Deep green with a little shading.", "深绿，有浓淡变化。")),
    v("colour", w("burgundy", "酒红"), w("Wine red for notes in the margin.", "酒红色，适合旁批。")),
];

#[rustfmt::skip]
pub(super) const STATIONERY: Top = Top {
    slug: "stationery", name: w("Stationery", "文具手账"), merchants: (3, 2),
    leaves: &[
        Leaf {
            slug: "notebooks", name: w("Notebooks", "笔记本"), cluster: Cluster::Stationery, season: Season::Always,
            goes_with: &["pens", "tapes-stickers"],
            goods: &[
                Goods {
                    name: w("notebook", "笔记本"), yuan: (15, 69), lasts: 70,
                    about: w("Lies flat on any page.", "任意一页都能摊平。"),
                    made: &[PAPER, LEATHER, CANVAS], looks: RULED, colours: COVERS, sizes: BOOK_SIZE,
                },
                Goods {
                    name: w("sketchbook", "速写本"), yuan: (25, 89), lasts: 80,
                    about: w("Heavy paper for pencil, ink and a little wash.", "厚纸，铅笔钢笔淡彩都能画。"),
                    made: &[PAPER, CANVAS], looks: RULED, colours: COVERS, sizes: BOOK_SIZE,
                },
                Goods {
                    name: w("weekly planner", "周计划本"), yuan: (29, 99), lasts: 0,
                    about: w("A week on two pages, without dates.", "一周两页，不印日期，随时开始。"),
                    made: &[PAPER, LEATHER], looks: RULED, colours: COVERS, sizes: BOOK_SIZE,
                },
            ],
        },
        Leaf {
            slug: "pens", name: w("Pens & ink", "笔与墨水"), cluster: Cluster::Stationery, season: Season::Always,
            goes_with: &["notebooks", "art-supplies"],
            goods: &[
                Goods {
                    name: w("gel pen", "中性笔"), yuan: (5, 19), lasts: 35,
                    about: w("Half-millimetre tip, no skipping.", "0.5 毫米，不断墨。"),
                    made: INKS, looks: WIRED, colours: UNDYED, sizes: PENS,
                },
                Goods {
                    name: w("fountain pen", "钢笔"), yuan: (49, 239), lasts: 0,
                    about: w("A fine nib and a converter in the box.", "细尖，附上墨器。"),
                    made: &[STEEL, WALNUT, RECYCLED], looks: WIRED, colours: COVERS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("bottled ink", "钢笔墨水"), yuan: (29, 89), lasts: 90,
                    about: w("Fifty millilitres for a year of letters.", "50 毫升，够写一年的信。"),
                    made: INKS, looks: PLAIN, colours: UNDYED, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "tapes-stickers", name: w("Tapes & stickers", "胶带贴纸"), cluster: Cluster::Stationery, season: Season::Always,
            goes_with: &["notebooks", "cards-calendars"],
            goods: &[
                Goods {
                    name: w("washi tape", "和纸胶带"), yuan: (6, 19), lasts: 40,
                    about: w("Tears by hand and comes off again.", "手撕即断，可反复揭贴。"),
                    made: &[PAPER], looks: NURSERY, colours: BRIGHTS, sizes: TAPES,
                },
                Goods {
                    name: w("sticky notes", "便签"), yuan: (6, 25), lasts: 40,
                    about: w("Stay where you put them, leave nothing behind.", "粘得住，撕下不留胶。"),
                    made: &[PAPER], looks: RULED, colours: BRIGHTS, sizes: SET_OF_NOTES,
                },
            ],
        },
        Leaf {
            slug: "art-supplies", name: w("Art supplies", "绘画用品"), cluster: Cluster::Stationery, season: Season::Always,
            goes_with: &["pens", "notebooks"],
            goods: &[
                Goods {
                    name: w("watercolour paint", "固体水彩颜料"), yuan: (59, 259), lasts: 0,
                    about: w("Lifts with one touch of a wet brush.", "湿笔一蘸就起色。"),
                    made: &[], looks: GEAR, colours: UNDYED, sizes: SET_OF_COLOURS,
                },
                Goods {
                    name: w("colour pencil", "彩铅"), yuan: (39, 189), lasts: 0,
                    about: w("Soft leads that layer well.", "笔芯软，叠色自然。"),
                    made: &[BEECH], looks: PLAIN, colours: UNDYED, sizes: SET_OF_COLOURS,
                },
                Goods {
                    name: w("watercolour brush", "水彩画笔"), yuan: (15, 89), lasts: 0,
                    about: w("Holds water and comes to a point.", "蓄水好，聚锋利落。"),
                    made: &[BEECH, BAMBOO], looks: PLAIN, colours: UNDYED, sizes: SET_OF_BRUSHES,
                },
            ],
        },
        Leaf {
            slug: "cards-calendars", name: w("Cards & calendars", "贺卡与日历"), cluster: Cluster::Stationery, season: Season::Cold,
            goes_with: &["tapes-stickers", "pens"],
            goods: &[
                Goods {
                    name: w("greeting card", "贺卡"), yuan: (6, 25), lasts: 0,
                    about: w("Blank inside, envelope included.", "内页空白，附信封。"),
                    made: &[PAPER], looks: PRINTED, colours: CLOTHS, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("desk calendar", "台历"), yuan: (25, 79), lasts: 0,
                    about: w("A page a month with room for notes.", "一月一页，留有笔记栏。"),
                    made: &[PAPER, BEECH], looks: SHAPED, colours: COVERS, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};

#[rustfmt::skip]
pub(super) const TECH_DESK: Top = Top {
    slug: "tech-desk", name: w("Tech desk", "数码桌面"), merchants: (3, 4),
    leaves: &[
        Leaf {
            slug: "audio", name: w("Headphones & speakers", "耳机与音箱"), cluster: Cluster::Desk, season: Season::Always,
            goes_with: &["chargers", "stands"],
            goods: &[
                Goods {
                    name: w("wireless headphones", "无线耳机"), yuan: (159, 699), lasts: 0,
                    about: w("Thirty hours between two charges.", "续航三十小时。"),
                    made: &[RECYCLED, ALUMINIUM, LEATHER], looks: WIRED, colours: DEVICES, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("bluetooth speaker", "蓝牙音箱"), yuan: (129, 499), lasts: 0,
                    about: w("Fills a room and survives the rain.", "一屋子的声音，淋雨也不怕。"),
                    made: &[RECYCLED, WALNUT, ALUMINIUM], looks: WIRED, colours: DEVICES, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "keyboards-mice", name: w("Keyboards & mice", "键盘与鼠标"), cluster: Cluster::Desk, season: Season::Always,
            goes_with: &["stands", "chargers"],
            goods: &[
                Goods {
                    name: w("keyboard", "键盘"), yuan: (129, 599), lasts: 0,
                    about: w("Quiet keys with a clear stop.", "按键安静，落键清晰。"),
                    made: &[ALUMINIUM, RECYCLED, WALNUT], looks: WIRED, colours: DEVICES, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("wireless mouse", "无线鼠标"), yuan: (59, 259), lasts: 0,
                    about: w("Fits the palm and glides on wood.", "贴合手掌，木桌上也顺滑。"),
                    made: &[RECYCLED, ALUMINIUM], looks: WIRED, colours: DEVICES, sizes: ONE_SIZE,
                },
                Goods {
                    name: w("mouse pad", "鼠标垫"), yuan: (29, 139), lasts: 0,
                    about: w("Big enough for mouse and keyboard.", "键盘鼠标都放得下。"),
                    made: &[FELT, LEATHER, RUBBER], looks: WOVEN, colours: CLOTHS, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "chargers", name: w("Chargers & cables", "充电与线材"), cluster: Cluster::Desk, season: Season::Always,
            goes_with: &["audio", "stands"],
            goods: &[
                Goods {
                    name: w("charger", "充电器"), yuan: (59, 199), lasts: 0,
                    about: w("Stays cool and folds flat.", "低温快充，插脚可折叠。"),
                    made: &[RECYCLED, ALUMINIUM], looks: WIRED, colours: DEVICES, sizes: POWER,
                },
                Goods {
                    name: w("charging cable", "数据线"), yuan: (15, 69), lasts: 0,
                    about: w("Braided, with relief at both ends.", "编织线身，两端加固。"),
                    made: &[NYLON, SILICONE], looks: WIRED, colours: DEVICES, sizes: METRES,
                },
                Goods {
                    name: w("power bank", "充电宝"), yuan: (79, 259), lasts: 0,
                    about: w("Two full charges in a shirt pocket.", "衬衫口袋里的两次满电。"),
                    made: &[ALUMINIUM, RECYCLED], looks: WIRED, colours: DEVICES, sizes: ONE_SIZE,
                },
            ],
        },
        Leaf {
            slug: "stands", name: w("Stands & desk mats", "支架与桌垫"), cluster: Cluster::Desk, season: Season::Always,
            goes_with: &["keyboards-mice", "audio"],
            goods: &[
                Goods {
                    name: w("laptop stand", "电脑支架"), yuan: (59, 269), lasts: 0,
                    about: w("Lifts the screen to eye level.", "把屏幕抬到视线高度。"),
                    made: &[ALUMINIUM, BEECH, WALNUT], looks: SHAPED, colours: METALS, sizes: INCHES,
                },
                Goods {
                    name: w("phone stand", "手机支架"), yuan: (19, 99), lasts: 0,
                    about: w("Holds phones and tablets at any angle.", "手机平板，任意角度。"),
                    made: &[ALUMINIUM, BEECH, SILICONE], looks: SHAPED, colours: DEVICES, sizes: ONE_SIZE,
                },
            ],
        },
    ],
};
