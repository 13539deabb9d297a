//! The colours of a picture: named in the title or drawn by hash, always set off from the ground.

use super::word::last_match;

/// The colours of one picture, as `#rrggbb`.
pub(super) struct Scheme {
    pub(super) main: String,
    pub(super) shade: String,
    pub(super) light: String,
    pub(super) accent: String,
    pub(super) ground: String,
    pub(super) backdrop: String,
    pub(super) shadow: String,
}

type Rgb = [u8; 3];

/// A colour and the words for it.
type Named = (Rgb, &'static [&'static str]);

const fn rgb(hex: u32) -> Rgb {
    [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8]
}

/// Colours by their names.
const COLOURS: &[Named] = &[
    (rgb(0x15_7d74), &["teal", "turquoise", "蓝绿色", "孔雀蓝"]),
    (rgb(0x3a_3f44), &["black", "黑色"]),
    (rgb(0xf6_f1e8), &["white", "白色"]),
    (rgb(0xf0_e4cb), &["ivory", "cream", "beige", "象牙白", "米色", "奶油"]),
    (rgb(0xd6_bf9b), &["sand", "natural", "沙色", "原色"]),
    (rgb(0x94_9ba0), &["grey", "gray", "灰色"]),
    (rgb(0x4b_5157), &["charcoal", "炭灰"]),
    (rgb(0x2b_4570), &["navy", "藏青", "深蓝"]),
    (rgb(0x83_b6d6), &["sky blue", "天蓝"]),
    (rgb(0x44_7ab3), &["blue", "蓝色"]),
    (rgb(0x9a_b298), &["sage green", "sage", "鼠尾草绿"]),
    (rgb(0x33_6149), &["forest green", "墨绿"]),
    (rgb(0x55_925f), &["green", "绿色"]),
    (rgb(0xd8_a13c), &["mustard", "姜黄"]),
    (rgb(0xef_c552), &["yellow", "黄色"]),
    (rgb(0xc2_6a4c), &["terracotta", "陶土红"]),
    (rgb(0xe3_8b42), &["orange", "橙色"]),
    (rgb(0x80_303d), &["burgundy", "wine", "酒红"]),
    (rgb(0xba_3a33), &["red", "retrospot", "红色"]),
    (rgb(0xe8_b8b2), &["blush pink", "blush", "浅粉"]),
    (rgb(0xe3_95a9), &["pink", "rose", "粉色"]),
    (rgb(0xb4_a5d2), &["lavender", "薰衣草紫"]),
    (rgb(0x8b_6db0), &["purple", "紫色"]),
    (rgb(0xe9_7f6b), &["coral", "珊瑚色"]),
    (rgb(0x7d_5539), &["walnut", "brown", "胡桃色", "棕色"]),
    (rgb(0xc5_dde0), &["clear", "透明"]),
    (rgb(0xa7_cdbd), &["celadon", "mint", "青瓷色", "薄荷绿"]),
    (rgb(0xbf_c6ca), &["silver", "银色"]),
    (rgb(0xcf_a44c), &["gold", "金色"]),
];

/// The colours of materials, where no colour is named.
const MATERIALS: &[Named] = &[
    (rgb(0x3a_3f44), &["cast iron", "铸铁"]),
    (rgb(0xf6_f1e8), &["porcelain", "白瓷"]),
    (rgb(0xd6_bf9b), &["bamboo", "beech wood", "linen", "rattan", "竹", "榉木", "亚麻", "藤编"]),
    (rgb(0x94_9ba0), &["felt", "毛毡"]),
    (rgb(0x44_7ab3), &["denim"]),
    (rgb(0xef_c552), &["beeswax", "蜂蜡"]),
    (rgb(0x7d_5539), &["walnut wood", "leather", "胡桃木", "牛皮"]),
    (
        rgb(0xb9_8a57),
        &[
            "oak",
            "acacia wood",
            "wood",
            "wooden",
            "cork",
            "kraft paper",
            "橡木",
            "相思木",
            "木",
            "软木",
            "牛皮纸",
        ],
    ),
    (rgb(0x8a_4e3c), &["purple clay", "紫砂"]),
    (rgb(0xc5_dde0), &["glass", "borosilicate glass", "玻璃"]),
    (rgb(0xa7_cdbd), &["celadon ware", "青瓷"]),
    (rgb(0xbf_c6ca), &["stainless steel", "titanium", "aluminium", "不锈钢", "钛", "铝合金"]),
    (rgb(0xcf_a44c), &["brass", "黄铜"]),
    (rgb(0xb8_7043), &["copper", "紫铜"]),
];

/// Main colours of goods that name none.
const MAINS: [Rgb; 10] = [
    rgb(0x15_7d74),
    rgb(0xc2_6a4c),
    rgb(0x44_7ab3),
    rgb(0xd8_a13c),
    rgb(0x8b_6db0),
    rgb(0x33_6149),
    rgb(0xe3_95a9),
    rgb(0x2b_4570),
    rgb(0x9a_b298),
    rgb(0xb9_8a57),
];

const ACCENTS: [Rgb; 6] =
    [rgb(0xf2_bd61), rgb(0xdd_7253), rgb(0x2f_7f86), rgb(0xff_f1d6), rgb(0x3d_5a80), rgb(0xe4_8da0)];

/// Grounds for dark and middle goods.
const SOFT_GROUNDS: [Rgb; 7] = [
    rgb(0xf4_e9da),
    rgb(0xe2_efeb),
    rgb(0xf7_e4df),
    rgb(0xe6_eaf5),
    rgb(0xee_f0de),
    rgb(0xf8_edd2),
    rgb(0xee_e6f0),
];

/// Grounds for pale goods.
const DEEP_GROUNDS: [Rgb; 5] =
    [rgb(0xa9_c9c0), rgb(0xd9_b59b), rgb(0xa9_b9d4), rgb(0xc3_b3cf), rgb(0xc2_bf94)];

/// Squared distance below which two colours run into each other.
const DISTANCE_MIN: u32 = 9_000;

/// Luma above which goods count as pale (of 255).
const PALE_MIN: u32 = 200;

/// The colours for a title; the hash draws what the title leaves open.
pub(super) fn scheme(title: &str, hash: u64) -> Scheme {
    let title = title.replace(',', " ");
    let main = named(COLOURS, &title)
        .or_else(|| named(MATERIALS, &title))
        .unwrap_or(MAINS[(hash % MAINS.len() as u64) as usize]);
    let grounds: &[Rgb] = if luma(main) >= PALE_MIN { &DEEP_GROUNDS } else { &SOFT_GROUNDS };
    let ground = set_off(grounds, hash >> 8, &[main]);
    let accent = set_off(&ACCENTS, hash >> 12, &[main, ground]);
    Scheme {
        main: hex(main),
        shade: hex(mixed(main, rgb(0x1c_1a18), 32)),
        light: hex(mixed(main, rgb(0xff_fdf8), 45)),
        accent: hex(accent),
        ground: hex(ground),
        backdrop: hex(mixed(ground, rgb(0xff_ffff), 42)),
        shadow: hex(mixed(ground, rgb(0x2a_2622), 18)),
    }
}

fn named(list: &[Named], title: &str) -> Option<Rgb> {
    last_match(title, list.iter().flat_map(|(colour, words)| words.iter().map(move |word| (*word, *colour))))
}

/// The first colour, from a place drawn by hash, that none of the others runs into; else the farthest.
fn set_off(choices: &[Rgb], hash: u64, others: &[Rgb]) -> Rgb {
    let start = (hash % choices.len() as u64) as usize;
    let clear = |colour: Rgb| others.iter().map(|other| distance(colour, *other)).min().unwrap_or(u32::MAX);
    let rotated = || choices.iter().cycle().skip(start).take(choices.len()).copied();
    rotated()
        .find(|colour| clear(*colour) >= DISTANCE_MIN)
        .or_else(|| rotated().max_by_key(|colour| clear(*colour)))
        .unwrap_or(choices[0])
}

fn distance(a: Rgb, b: Rgb) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// Brightness as seen, 0 to 255 (ITU-R BT.601).
fn luma([red, green, blue]: Rgb) -> u32 {
    (299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue)) / 1000
}

/// `percent` of `other` in `colour`.
fn mixed(colour: Rgb, other: Rgb, percent: u32) -> Rgb {
    std::array::from_fn(|i| {
        ((u32::from(colour[i]) * (100 - percent) + u32::from(other[i]) * percent) / 100) as u8
    })
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_colour_is_taken() {
        assert_eq!(scheme("Mug, forest green", 1).main, scheme("墨绿马克杯", 9).main);
        assert_ne!(scheme("Mug, red", 1).main, scheme("Mug, teal", 1).main);
        assert_eq!(scheme("Steel mug, red", 1).main, scheme("红色不锈钢马克杯", 1).main);
    }

    #[test]
    fn goods_stand_out_from_their_ground() {
        for hash in 0..500_u64 {
            for (colour, words) in COLOURS.iter().chain(MATERIALS) {
                let ground = scheme(words[0], hash * 7_919).ground;
                let ground = rgb(u32::from_str_radix(&ground[1..], 16).unwrap());
                assert!(distance(*colour, ground) > 3_000, "{} on {ground:?}", words[0]);
            }
        }
    }
}
