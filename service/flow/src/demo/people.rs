//! The members of the demo shop: names from our own banks, where they live, and what they like.

use std::collections::HashMap;

use mercat_model::time::DAY_US;
use mercat_model::{Locale, Member, MemberId, Timestamp};

use super::calendar::Calendar;
use super::random::{Random, Weights};
use super::words::{Cluster, Mood};

#[rustfmt::skip]
const SURNAMES: [(&str, &str); 36] = [
    ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"),
    ("黄", "huang"), ("赵", "zhao"), ("吴", "wu"), ("周", "zhou"), ("徐", "xu"), ("孙", "sun"),
    ("马", "ma"), ("朱", "zhu"), ("胡", "hu"), ("郭", "guo"), ("何", "he"), ("林", "lin"),
    ("高", "gao"), ("罗", "luo"), ("郑", "zheng"), ("梁", "liang"), ("谢", "xie"), ("宋", "song"),
    ("唐", "tang"), ("许", "xu"), ("韩", "han"), ("冯", "feng"), ("邓", "deng"), ("曹", "cao"),
    ("彭", "peng"), ("曾", "zeng"), ("田", "tian"), ("董", "dong"), ("潘", "pan"), ("叶", "ye"),
];

#[rustfmt::skip]
const GIVEN: [(&str, &str); 64] = [
    ("雨桐", "yutong"), ("子涵", "zihan"), ("思远", "siyuan"), ("若溪", "ruoxi"), ("明轩", "mingxuan"),
    ("静", "jing"), ("浩然", "haoran"), ("佳宁", "jianing"), ("晓峰", "xiaofeng"), ("梓萱", "zixuan"),
    ("伟", "wei"), ("欣怡", "xinyi"), ("俊杰", "junjie"), ("雪", "xue"), ("文博", "wenbo"),
    ("诗涵", "shihan"), ("志强", "zhiqiang"), ("梦瑶", "mengyao"), ("宇航", "yuhang"), ("丽", "li"),
    ("嘉怡", "jiayi"), ("磊", "lei"), ("一诺", "yinuo"), ("可馨", "kexin"), ("天佑", "tianyou"),
    ("芳", "fang"), ("睿", "rui"), ("安琪", "anqi"), ("建国", "jianguo"), ("秋月", "qiuyue"),
    ("立新", "lixin"), ("慧敏", "huimin"), ("鹏", "peng"), ("婉清", "wanqing"), ("凯", "kai"),
    ("语嫣", "yuyan"), ("景行", "jingxing"), ("沐阳", "muyang"), ("小曼", "xiaoman"), ("泽宇", "zeyu"),
    ("琳", "lin"), ("书瑶", "shuyao"), ("海涛", "haitao"), ("春华", "chunhua"), ("知夏", "zhixia"),
    ("云舒", "yunshu"), ("承宇", "chengyu"), ("美玲", "meiling"), ("东", "dong"), ("晨曦", "chenxi"),
    ("雅", "ya"), ("永康", "yongkang"), ("念安", "nianan"), ("艺", "yi"), ("世昌", "shichang"),
    ("采薇", "caiwei"), ("航", "hang"), ("怀瑾", "huaijin"), ("玉兰", "yulan"), ("亦凡", "yifan"),
    ("清扬", "qingyang"), ("楠", "nan"), ("恩泽", "enze"), ("苏", "su"),
];

const FIRST_NAMES: [&str; 28] = [
    "Alice", "Ben", "Chloe", "Daniel", "Ella", "Felix", "Grace", "Henry", "Iris", "Jack", "Kate", "Leo",
    "Mia", "Noah", "Olive", "Peter", "Quinn", "Rosa", "Sam", "Tara", "Umar", "Vera", "Will", "Xenia", "Yara",
    "Zack", "Hannah", "Oscar",
];

const LAST_NAMES: [&str; 24] = [
    "Archer", "Bennett", "Carter", "Dalton", "Ellis", "Foster", "Gray", "Harper", "Ingram", "Jensen",
    "Keller", "Lowe", "Marsh", "Norton", "Owens", "Parker", "Reid", "Shaw", "Turner", "Vaughn", "Walsh",
    "Young", "Zeller", "Hart",
];

/// Countries of members abroad.
const ABROAD: [&str; 6] = ["SG", "MY", "GB", "US", "AU", "DE"];

/// Provinces with their share of members, and what they like more than others.
const PROVINCES: [(&str, f64, Cluster); 24] = [
    ("广东", 12.0, Cluster::Desk),
    ("浙江", 9.0, Cluster::Tea),
    ("江苏", 9.0, Cluster::Decoration),
    ("山东", 7.0, Cluster::Cooking),
    ("上海", 8.0, Cluster::Coffee),
    ("北京", 7.5, Cluster::Stationery),
    ("四川", 7.0, Cluster::Camping),
    ("河南", 5.0, Cluster::Baby),
    ("福建", 5.0, Cluster::Tea),
    ("湖北", 4.5, Cluster::Cooking),
    ("湖南", 4.0, Cluster::Clothing),
    ("河北", 3.5, Cluster::Rest),
    ("安徽", 3.5, Cluster::Tea),
    ("辽宁", 3.0, Cluster::Rest),
    ("陕西", 3.0, Cluster::Stationery),
    ("重庆", 3.0, Cluster::Pets),
    ("江西", 2.5, Cluster::Cooking),
    ("广西", 2.5, Cluster::Garden),
    ("云南", 2.5, Cluster::Coffee),
    ("天津", 2.0, Cluster::Desk),
    ("黑龙江", 2.0, Cluster::Rest),
    ("吉林", 1.5, Cluster::Fitness),
    ("贵州", 1.5, Cluster::Camping),
    ("海南", 1.0, Cluster::Scent),
];

/// How many people like each cluster most, in the order of [`Cluster::ALL`].
const FANS: [f64; 14] = [10.0, 9.0, 12.0, 8.0, 7.0, 8.0, 9.0, 8.0, 7.0, 6.0, 7.0, 8.0, 10.0, 5.0];

/// How many times as many fans a cluster has in a province that likes it.
const HOME_TURF: f64 = 3.5;

/// A member's share of purchases in their first, second and third cluster; the rest is anything.
pub(super) const TASTES: [f64; 4] = [0.56, 0.25, 0.11, 0.08];

/// The share of members who had joined before the year, per mille.
const JOINED_BEFORE: u64 = 340;

/// A member with what the simulation knows about them.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) member: Member,
    /// What they like most, second and third.
    pub(super) tastes: [Cluster; 3],
    pub(super) mood: Mood,
    /// Prices that they choose: 0 cheap to 2 dear.
    pub(super) tier: i64,
    pub(super) region: &'static str,
    /// How often they come, by a power law.
    pub(super) activity: f64,
}

/// So many members, in the order in which they joined.
pub(super) fn people(seed: u64, count: usize, calendar: &Calendar) -> Vec<Person> {
    let mut random = Random::new(seed, 2);
    let mut joined: Vec<Timestamp> = (0..count).map(|_| joined_at(calendar, &mut random)).collect();
    joined.sort_unstable();
    let provinces = Weights::new(PROVINCES.iter().map(|(_, share, _)| *share));
    joined
        .into_iter()
        .enumerate()
        .map(|(number, at)| person(100_001 + number, at, &provinces, &mut random))
        .collect()
}

/// The region of a visitor whom nobody knows.
pub(super) fn region(random: &mut Random) -> &'static str {
    PROVINCES[Weights::new(PROVINCES.iter().map(|(_, share, _)| *share)).draw(random)].0
}

/// The taste of a visitor whom nobody knows.
pub(super) fn tastes(favoured: Option<Cluster>, random: &mut Random) -> [Cluster; 3] {
    let mut fans = FANS;
    if let Some(cluster) = favoured {
        fans[cluster as usize] *= HOME_TURF;
    }
    let mut chosen = [Cluster::Tea; 3];
    for slot in &mut chosen {
        let drawn = Weights::new(fans.into_iter()).draw(random);
        *slot = Cluster::ALL[drawn];
        fans[drawn] = 0.0;
    }
    chosen
}

/// Every third joined within the year before; from then on the shop grows.
fn joined_at(calendar: &Calendar, random: &mut Random) -> Timestamp {
    if random.chance(JOINED_BEFORE) {
        let days = random.between(1, 365);
        return calendar.start().plus_micros(-days * DAY_US).plus_seconds(random.between(0, 86_399));
    }
    // The larger of two days half of the time: later months bring more members.
    let last = calendar.len() - 1;
    let day = calendar.day_between(0, last, random);
    let day = if random.chance(500) { day.max(random.below(last + 1)) } else { day };
    calendar.moment(day, random)
}

fn person(number: usize, at: Timestamp, provinces: &Weights, random: &mut Random) -> Person {
    let is_abroad = random.chance(60);
    let province = PROVINCES[provinces.draw(random)];
    let (name, mailbox, locale) = if is_abroad || random.chance(15) {
        let (first, last) = (random.pick(&FIRST_NAMES), random.pick(&LAST_NAMES));
        (format!("{first} {last}"), format!("{first}.{last}").to_lowercase(), Locale::en())
    } else {
        let (surname, given) = (random.pick(&SURNAMES), random.pick(&GIVEN));
        (format!("{}{}", surname.0, given.0), format!("{}.{}", surname.1, given.1), Locale::zh_cn())
    };
    let country = if is_abroad { *random.pick(&ABROAD) } else { "CN" };
    // One over the square root of chance: a few come very often.
    let activity = (1.0 / (random.unit() + 0.004).sqrt()).min(12.0);
    Person {
        member: Member {
            id: MemberId::from_parts(at.id_ms(), random.id_bytes()),
            number: format!("M{number}"),
            name,
            email: Some(format!("{mailbox}.{number}@example.com")),
            country: country.to_owned(),
            locale: Some(locale),
            joined_at: at,
            no_personalisation: random.chance(20),
        },
        tastes: tastes((!is_abroad).then_some(province.2), random),
        mood: *random.pick(&Mood::ALL),
        tier: random.between(0, 2),
        region: if is_abroad { country } else { province.0 },
        activity,
    }
}

/// The members' favourite clusters by id, for tests and benches that ask whether a model finds them.
pub(super) fn tastes_by_member(people: &[Person]) -> HashMap<MemberId, [Cluster; 3]> {
    people.iter().map(|person| (person.member.id, person.tastes)).collect()
}
