//! The parts that goods of the demo shop are put together from: words in English and Chinese, and their banks.

/// A word or a sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
}

/// What goods are made of, or which variety of a food they are, with a sentence about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Material {
    /// The attribute that it is: a material, a variety, a scent.
    pub(super) key: &'static str,
    pub(super) name: Word,
    pub(super) note: Word,
    /// Its own colour; goods of it come in no other.
    pub(super) colour: Option<Word>,
}

/// A taste that runs through categories: people who like one look like others of its mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Plain,
    Natural,
    Playful,
    Classic,
}

impl Mood {
    pub(super) const ALL: [Mood; 4] = [Mood::Plain, Mood::Natural, Mood::Playful, Mood::Classic];
}

/// How goods look or work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) name: Word,
    pub(super) mood: Mood,
}

/// A size with its price in percent of the usual one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) text: Word,
    pub(super) percent: u32,
}

/// The sizes of goods and the attribute that holds them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub(super) key: &'static str,
    pub(super) list: &'static [Size],
}

/// What people of one taste buy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is named by what its people like")]
pub enum Cluster {
    Tea,
    Coffee,
    Cooking,
    Decoration,
    Scent,
    Rest,
    Stationery,
    Desk,
    Camping,
    Fitness,
    Baby,
    Pets,
    Clothing,
    Garden,
}

impl Cluster {
    /// All clusters.
    pub const ALL: [Cluster; 14] = [
        Cluster::Tea,
        Cluster::Coffee,
        Cluster::Cooking,
        Cluster::Decoration,
        Cluster::Scent,
        Cluster::Rest,
        Cluster::Stationery,
        Cluster::Desk,
        Cluster::Camping,
        Cluster::Fitness,
        Cluster::Baby,
        Cluster::Pets,
        Cluster::Clothing,
        Cluster::Garden,
    ];
}

/// When in the year goods sell better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Always,
    Cold,
    Warm,
}

/// One kind of goods with everything that it varies by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goods {
    pub(super) name: Word,
    /// A sentence that says what it is good for.
    pub(super) about: Word,
    /// Usual prices from and to, in yuan.
    pub(super) yuan: (u32, u32),
    pub(super) made: &'static [Material],
    pub(super) looks: &'static [Look],
    pub(super) colours: &'static [Word],
    pub(super) sizes: Sizes,
    /// Days until it is used up and bought again; 0 for what lasts.
    pub(super) lasts: u32,
}

/// A category that holds goods.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf {
    pub(super) slug: &'static str,
    pub(super) name: Word,
    pub(super) cluster: Cluster,
    pub(super) season: Season,
    /// Slugs of the leaves whose goods are bought with these.
    pub(super) goes_with: &'static [&'static str],
    pub(super) goods: &'static [Goods],
}

/// A category at the top of the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Top {
    pub(super) slug: &'static str,
    pub(super) name: Word,
    /// The merchants, by position, who sell most and some of it.
    pub(super) merchants: (usize, usize),
    pub(super) leaves: &'static [Leaf],
}

pub(super) const fn w(en: &'static str, zh: &'static str) -> Word {
    Word { en, zh }
}

const fn m(name: Word, note: Word) -> Material {
    v("material", name, note)
}

/// A material that comes in its own colour only.
const fn own(colour: Word, name: Word, note: Word) -> Material {
    Material { key: "material", name, note, colour: Some(colour) }
}

/// A variety, a scent or whatever else the attribute `key` holds.
pub(super) const fn v(key: &'static str, name: Word, note: Word) -> Material {
    Material { key, name, note, colour: None }
}

const fn look(name: Word, mood: Mood) -> Look {
    Look { name, mood }
}

pub(super) const fn s(en: &'static str, zh: &'static str, percent: u32) -> Size {
    Size { text: w(en, zh), percent }
}

pub(super) const PLAIN: &[Look] = &[];
pub(super) const UNDYED: &[Word] = &[];
pub(super) const ONE_SIZE: Sizes = Sizes { key: "size", list: &[] };

pub(super) const CAPACITY: &str = "capacity";
pub(super) const DIMENSIONS: &str = "dimensions";
pub(super) const NET_WEIGHT: &str = "net_weight";
pub(super) const PACK: &str = "pack";

pub(super) const GLAZES: &[Word] = &[
    w("sage green", "鼠尾草绿"),
    w("ivory", "象牙白"),
    w("charcoal", "炭灰"),
    w("terracotta", "陶土红"),
    w("sky blue", "天蓝"),
    w("mustard", "姜黄"),
    w("white", "白色"),
    w("navy", "藏青"),
];

pub(super) const CLOTHS: &[Word] = &[
    w("ivory", "象牙白"),
    w("sand", "沙色"),
    w("sage green", "鼠尾草绿"),
    w("navy", "藏青"),
    w("grey", "灰色"),
    w("blush pink", "浅粉"),
    w("terracotta", "陶土红"),
    w("forest green", "墨绿"),
    w("lavender", "薰衣草紫"),
];

pub(super) const BRIGHTS: &[Word] = &[
    w("yellow", "黄色"),
    w("coral", "珊瑚色"),
    w("sky blue", "天蓝"),
    w("mint", "薄荷绿"),
    w("orange", "橙色"),
    w("lavender", "薰衣草紫"),
];

pub(super) const FIELD: &[Word] = &[
    w("forest green", "墨绿"),
    w("sand", "沙色"),
    w("charcoal", "炭灰"),
    w("orange", "橙色"),
    w("navy", "藏青"),
];

pub(super) const DEVICES: &[Word] = &[
    w("black", "黑色"),
    w("white", "白色"),
    w("grey", "灰色"),
    w("navy", "藏青"),
    w("mint", "薄荷绿"),
    w("blush pink", "浅粉"),
];

pub(super) const COVERS: &[Word] = &[
    w("mustard", "姜黄"),
    w("navy", "藏青"),
    w("burgundy", "酒红"),
    w("forest green", "墨绿"),
    w("blush pink", "浅粉"),
    w("black", "黑色"),
];

pub(super) const METALS: &[Word] = &[w("silver", "银色"), w("black", "黑色"), w("gold", "金色")];

pub(super) const FIRED: &[Look] = &[
    look(w("ribbed", "竖纹"), Mood::Plain),
    look(w("matte", "哑光"), Mood::Plain),
    look(w("speckled", "洒点"), Mood::Natural),
    look(w("hand-painted", "手绘"), Mood::Playful),
    look(w("carved", "刻花"), Mood::Classic),
];

pub(super) const WOVEN: &[Look] = &[
    look(w("plain", "素色"), Mood::Plain),
    look(w("striped", "条纹"), Mood::Classic),
    look(w("checked", "格纹"), Mood::Classic),
    look(w("textured", "肌理"), Mood::Natural),
    look(w("floral", "碎花"), Mood::Playful),
    look(w("embroidered", "刺绣"), Mood::Playful),
];

pub(super) const SHAPED: &[Look] = &[
    look(w("minimal", "极简"), Mood::Plain),
    look(w("Nordic", "北欧风"), Mood::Plain),
    look(w("Japanese-style", "日式"), Mood::Natural),
    look(w("retro", "复古"), Mood::Classic),
    look(w("rounded", "圆角"), Mood::Playful),
];

pub(super) const RULED: &[Look] = &[
    look(w("dotted", "点阵"), Mood::Plain),
    look(w("lined", "横线"), Mood::Classic),
    look(w("blank", "空白"), Mood::Natural),
    look(w("squared", "方格"), Mood::Plain),
    look(w("illustrated", "插画"), Mood::Playful),
];

pub(super) const WIRED: &[Look] = &[
    look(w("slim", "轻薄"), Mood::Plain),
    look(w("compact", "便携"), Mood::Plain),
    look(w("retro", "复古"), Mood::Classic),
    look(w("matte", "哑光"), Mood::Natural),
    look(w("colour-block", "拼色"), Mood::Playful),
];

pub(super) const RUGGED: &[Look] = &[
    look(w("lightweight", "轻量"), Mood::Plain),
    look(w("waterproof", "防水"), Mood::Natural),
    look(w("reinforced", "加固"), Mood::Plain),
    look(w("vintage", "复古"), Mood::Classic),
];

pub(super) const GEAR: &[Look] = &[
    look(w("lightweight", "轻量"), Mood::Plain),
    look(w("compact", "便携"), Mood::Natural),
    look(w("vintage", "复古"), Mood::Classic),
    look(w("rounded", "圆角"), Mood::Playful),
];

pub(super) const PRINTED: &[Look] = &[
    look(w("abstract", "抽象"), Mood::Plain),
    look(w("botanical", "植物"), Mood::Natural),
    look(w("landscape", "山水"), Mood::Classic),
    look(w("line-drawn", "线条"), Mood::Playful),
];

pub(super) const NURSERY: &[Look] = &[
    look(w("cloud", "云朵"), Mood::Plain),
    look(w("bunny", "小兔"), Mood::Playful),
    look(w("dinosaur", "恐龙"), Mood::Playful),
    look(w("forest", "森林"), Mood::Natural),
    look(w("star", "星星"), Mood::Classic),
];

pub(super) const STONEWARE: Material = m(
    w("stoneware", "粗陶"),
    w(
        "Stoneware is fired at high heat, so it keeps warm and takes daily use.",
        "粗陶经高温烧制，保温，也经得起天天使用。",
    ),
);
pub(super) const PORCELAIN: Material = m(
    w("porcelain", "白瓷"),
    w("The porcelain is thin, smooth and easy to keep clean.", "白瓷胎体轻薄细腻，好清洗，不留味。"),
);
pub(super) const CELADON: Material = own(
    w("celadon", "青瓷色"),
    w("celadon ware", "青瓷"),
    w("Its celadon glaze pools to a deeper green at the edges.", "青瓷釉色温润，边缘处颜色自然变深。"),
);
pub(super) const PURPLE_CLAY: Material = own(
    w("brown", "棕色"),
    w("purple clay", "紫砂"),
    w(
        "Unglazed purple clay breathes and takes on a soft sheen with the years.",
        "紫砂不上釉，透气，越用越润。",
    ),
);
pub(super) const GLASS: Material = own(
    w("clear", "透明"),
    w("glass", "玻璃"),
    w("Clear glass shows what is inside.", "通透的玻璃，里面的东西一目了然。"),
);
pub(super) const HEAT_GLASS: Material = own(
    w("clear", "透明"),
    w("borosilicate glass", "高硼硅玻璃"),
    w("Borosilicate glass takes boiling water without cracking.", "高硼硅玻璃耐冷热骤变，沸水直接冲泡。"),
);
pub(super) const CAST_IRON: Material = own(
    w("black", "黑色"),
    w("cast iron", "铸铁"),
    w("Cast iron stores heat and gets better with every use.", "铸铁蓄热均匀，越用越顺手。"),
);
pub(super) const STEEL: Material = m(
    w("stainless steel", "不锈钢"),
    w("The stainless steel does not rust and wipes clean.", "不锈钢不易生锈，一擦就干净。"),
);
pub(super) const TITANIUM: Material =
    m(w("titanium", "钛金属"), w("Titanium weighs little and carries no taste.", "钛质轻巧，没有金属味。"));
pub(super) const ALUMINIUM: Material = m(
    w("aluminium", "铝合金"),
    w("The aluminium body is light and does not bend.", "铝合金机身轻而不易变形。"),
);
pub(super) const ENAMEL: Material =
    m(w("enamel", "珐琅"), w("Enamel is easy to clean and keeps its colour.", "珐琅表面易清洁，颜色持久。"));
pub(super) const BAMBOO: Material = own(
    w("natural", "原色"),
    w("bamboo", "竹制"),
    w("Bamboo grows back fast and stays light in the hand.", "竹材生长快、质地轻，拿在手里不费力。"),
);
pub(super) const BEECH: Material = own(
    w("natural", "原色"),
    w("beech wood", "榉木"),
    w("The beech is sanded smooth and finished with plant oil.", "榉木打磨光滑，表面用植物油养护。"),
);
pub(super) const WALNUT: Material = own(
    w("walnut", "胡桃色"),
    w("walnut wood", "胡桃木"),
    w("No two pieces of walnut have the same grain.", "每一块胡桃木的纹理都不一样。"),
);
pub(super) const OAK: Material = own(
    w("natural", "原色"),
    w("oak", "橡木"),
    w("Solid oak, made to be handed on.", "实心橡木，结实得可以传下去。"),
);
pub(super) const RATTAN: Material = own(
    w("natural", "原色"),
    w("rattan", "藤编"),
    w("Woven by hand from natural rattan.", "天然藤条手工编织。"),
);
pub(super) const COTTON: Material =
    m(w("cotton", "纯棉"), w("Soft cotton that gets softer in the wash.", "棉质柔软，越洗越舒服。"));
pub(super) const ORGANIC_COTTON: Material = m(
    w("organic cotton", "有机棉"),
    w("The organic cotton is gentle on sensitive skin.", "有机棉亲肤，敏感肌也适用。"),
);
pub(super) const LINEN: Material =
    m(w("linen", "亚麻"), w("Linen dries fast and feels cool in summer.", "亚麻吸汗快干，夏天也凉爽。"));
pub(super) const WOOL: Material =
    m(w("wool", "羊毛"), w("The wool warms without weighing.", "羊毛保暖而不厚重。"));
pub(super) const MERINO: Material = m(
    w("merino wool", "美利奴羊毛"),
    w("Fine merino does not scratch and airs out overnight.", "美利奴羊毛细软不扎，晾一夜就清爽。"),
);
pub(super) const SILK: Material = m(
    w("silk", "桑蚕丝"),
    w("Mulberry silk is smooth on skin and hair.", "桑蚕丝顺滑，对皮肤和头发都温和。"),
);
pub(super) const CANVAS: Material =
    m(w("canvas", "帆布"), w("Thick canvas with doubled seams.", "厚实帆布，走线加固。"));
pub(super) const LEATHER: Material = m(
    w("leather", "牛皮"),
    w("Vegetable-tanned leather that darkens with use.", "植鞣牛皮，用久了颜色会变深。"),
);
pub(super) const FELT: Material =
    m(w("felt", "毛毡"), w("Dense felt that keeps its shape.", "密实毛毡，挺括不变形。"));
pub(super) const NYLON: Material =
    m(w("nylon", "尼龙"), w("Ripstop nylon that sheds rain and dust.", "防撕裂尼龙，防泼水、不沾灰。"));
pub(super) const POLYESTER: Material =
    m(w("polyester", "涤纶"), w("The polyester dries quickly and hardly creases.", "涤纶快干，不易起皱。"));
pub(super) const RECYCLED: Material = m(
    w("recycled plastic", "再生塑料"),
    w("Moulded from recycled plastic, and sturdy.", "由回收塑料制成，结实耐用。"),
);
pub(super) const SILICONE: Material = m(
    w("silicone", "硅胶"),
    w("Food-grade silicone, soft and safe to boil.", "食品级硅胶，柔软，可沸水消毒。"),
);
pub(super) const RUBBER: Material =
    m(w("natural rubber", "天然橡胶"), w("Natural rubber grips and springs back.", "天然橡胶，防滑又回弹。"));
pub(super) const CORK: Material = own(
    w("natural", "原色"),
    w("cork", "软木"),
    w("Cork is warm to the touch and does not slip.", "软木触感温和，不打滑。"),
);
pub(super) const PAPER: Material = m(
    w("paper", "纸质"),
    w("The 100-gram paper takes fountain pens without bleeding.", "100 克纸张，钢笔书写不洇不透。"),
);
pub(super) const PLUSH: Material =
    m(w("plush", "毛绒"), w("Short plush that does not shed.", "短毛绒不掉毛，抱着软乎乎。"));
pub(super) const FLEECE: Material =
    m(w("fleece", "摇粒绒"), w("Fleece that keeps warm even when damp.", "摇粒绒轻暖，微湿也保温。"));
pub(super) const DOWN: Material =
    m(w("down", "羽绒"), w("Light down with a high loft.", "高蓬松度羽绒，轻而暖。"));
pub(super) const FOAM: Material = m(
    w("memory foam", "记忆棉"),
    w("Memory foam follows the neck and lets go slowly.", "记忆棉贴合颈部，慢慢回弹。"),
);
pub(super) const SOY_WAX: Material =
    m(w("soy wax", "大豆蜡"), w("Soy wax burns slowly and without soot.", "大豆蜡燃烧慢、少黑烟。"));
pub(super) const BEESWAX: Material =
    m(w("beeswax", "蜂蜡"), w("Pure beeswax with a faint smell of honey.", "纯蜂蜡，带一点淡淡的蜜香。"));
pub(super) const CERAMIC: Material =
    m(w("ceramic", "陶瓷"), w("The ceramic is heavy enough to stand firm.", "陶瓷有分量，放得稳。"));
