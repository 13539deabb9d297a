//! Drawings of what people wear, carry, write with, listen to and play with.

use super::Shape;

#[rustfmt::skip]
pub(super) const SHAPES: &[Shape] = &[
    Shape {
        words: &["shirt", "t-shirt", "jumper", "sweater", "jacket", "fleece jacket", "hoodie", "cardigan", "pyjamas", "romper", "dress", "bathrobe", "robe", "浴袍", "上衣", "衬衫", "t恤", "毛衣", "外套", "冲锋衣", "卫衣", "开衫", "睡衣", "连体衣", "连衣裙"],
        drawing: "<path fill=\"$a\" d=\"M122 74l-66 38 24 56 28-14v96h104v-96l28 14 24-56-66-38q-38 34-76 0z\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"9\" d=\"M120 76q40 38 80 0\"/><path fill=\"$d\" d=\"M108 186h104v16H108z\"/><path stroke=\"$b\" stroke-width=\"4\" d=\"M108 154v94M212 154v94\"/>",
        stands: false,
    },
    Shape {
        words: &["hat", "cap", "beanie", "sun hat", "帽", "遮阳帽", "毛线帽", "渔夫帽"],
        drawing: "<ellipse cx=\"160\" cy=\"206\" rx=\"118\" ry=\"26\" fill=\"$b\"/><path fill=\"$a\" d=\"M90 204c0-74 18-108 70-108s70 34 70 108q-70 26-140 0z\"/><path fill=\"$d\" d=\"M91 176q69 26 138 0l1 28q-70 26-140 0z\"/><path fill=\"$c\" opacity=\".6\" d=\"M112 164c2-28 8-42 20-48l6 6c-8 8-12 22-12 44z\"/>",
        stands: false,
    },
    Shape {
        words: &["sock", "stocking", "leggings", "slipper socks", "袜", "袜子", "打底裤"],
        drawing: "<path fill=\"$b\" d=\"M160 74h56v108c0 14-6 22-14 30l-24 24a30 30 0 0 1-44-40l26-28z\"/><path fill=\"$a\" d=\"M104 74h56v108c0 14-6 22-14 30l-24 24a30 30 0 0 1-44-40l26-28z\"/><path fill=\"$c\" d=\"M100 66h64v24h-64zM164 66h56v24h-56z\"/><path fill=\"$d\" d=\"M104 112h56v14h-56zM104 136h56v8h-56z\"/>",
        stands: false,
    },
    Shape {
        words: &["scarf", "shawl", "glove", "mitten", "围巾", "披肩", "手套", "口水巾"],
        drawing: "<path fill=\"$b\" d=\"M112 84c30-26 66-26 96 0l14 42c-38 26-86 26-124 0z\"/><path fill=\"$a\" d=\"M98 118c40 28 84 28 124 0l6 28c-24 16-46 24-68 26v78h-46v-88c-10-6-16-12-22-18z\"/><path stroke=\"$d\" stroke-width=\"9\" d=\"M114 206h46M114 226h46\"/><path stroke=\"$b\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M120 252v14M136 252v14M152 252v14\"/>",
        stands: false,
    },
    Shape {
        words: &["shoe", "sneaker", "trainer", "boot", "slipper", "sandal", "鞋", "运动鞋", "拖鞋", "登山鞋", "学步鞋"],
        drawing: "<path fill=\"$a\" d=\"M62 222c0-48 4-78 22-94 20 22 48 14 58-4 22 42 54 54 92 62 26 6 32 20 32 36z\"/><path fill=\"$b\" d=\"M62 222c0-48 4-78 22-94 8 8 18 12 26 12-14 20-16 50-16 82z\"/><path fill=\"$c\" d=\"M58 216h210v16a18 18 0 0 1-18 18H76a18 18 0 0 1-18-18z\"/><path stroke=\"$d\" stroke-width=\"8\" stroke-linecap=\"round\" d=\"M144 162l22-15M164 178l22-15M186 190l20-15\"/>",
        stands: true,
    },
    Shape {
        words: &["bag", "tote", "tote bag", "lunch bag", "shopper", "handbag", "pouch", "case", "purse", "wallet", "包", "帆布袋", "手提袋", "收纳袋", "袋", "托特包", "钱包", "化妆包"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"13\" d=\"M120 132v-28a40 40 0 0 1 80 0v28\"/><path fill=\"$a\" d=\"M86 122h148l14 118a10 10 0 0 1-10 10H82a10 10 0 0 1-10-10z\"/><path fill=\"$b\" d=\"M80 176l-8 64a10 10 0 0 0 10 10h156a10 10 0 0 0 10-10l-8-64z\"/><circle cx=\"160\" cy=\"178\" r=\"26\" fill=\"$d\"/><path stroke=\"$c\" stroke-width=\"4\" stroke-dasharray=\"8 7\" d=\"M92 136h136\"/>",
        stands: true,
    },
    Shape {
        words: &["backpack", "rucksack", "school bag", "daypack", "carrier", "pet carrier", "双肩包", "背包", "书包", "登山包", "宠物包", "背带"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"11\" d=\"M134 92c0-36 52-36 52 0\"/><path fill=\"$b\" d=\"M74 160h22v66H84a10 10 0 0 1-10-10zM246 160h-22v66h12a10 10 0 0 0 10-10z\"/><path fill=\"$a\" d=\"M90 152a70 72 0 0 1 140 0v76a22 22 0 0 1-22 22h-96a22 22 0 0 1-22-22z\"/><rect x=\"110\" y=\"174\" width=\"100\" height=\"62\" rx=\"14\" fill=\"$b\"/><path stroke=\"$d\" stroke-width=\"7\" stroke-linecap=\"round\" d=\"M124 194h72\"/><rect x=\"130\" y=\"120\" width=\"60\" height=\"15\" rx=\"7\" fill=\"$c\"/>",
        stands: true,
    },
    Shape {
        words: &["umbrella", "parasol", "雨伞", "伞", "晴雨伞"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"9\" stroke-linecap=\"round\" d=\"M160 66v168a18 18 0 0 0 36 0\"/><path fill=\"$a\" d=\"M52 172a108 98 0 0 1 216 0q-18-18-36 0-18-18-36 0-18-18-36 0-18-18-36 0-18-18-36 0-18-18-36 0z\"/><path fill=\"$d\" d=\"M160 74c-24 24-36 58-36 98q18-18 36 0 18-18 36 0c0-40-12-74-36-98z\"/>",
        stands: false,
    },
    Shape {
        words: &["book", "notebook", "journal", "planner", "diary", "sketchbook", "note", "sticky note", "计划本", "本", "picture book", "card", "书", "笔记本", "手账", "手帐", "绘本", "日记本", "速写本", "贺卡", "便签"],
        drawing: "<path fill=\"$w\" d=\"M104 82h140v168H104z\"/><rect x=\"92\" y=\"70\" width=\"144\" height=\"176\" rx=\"10\" fill=\"$a\"/><path fill=\"$b\" d=\"M92 80a10 10 0 0 1 10-10h20v176h-20a10 10 0 0 1-10-10z\"/><path fill=\"$w\" d=\"M142 104h74v40h-74z\"/><path stroke=\"$a\" stroke-width=\"5\" d=\"M154 118h50M154 130h34\"/><path fill=\"$d\" d=\"M196 184h18v72l-9-10-9 10z\"/>",
        stands: false,
    },
    Shape {
        words: &["pen", "pencil", "brush", "marker", "paint", "watercolour", "fountain pen", "ink", "stationery", "crayon", "tape", "washi tape", "eraser", "ruler", "笔", "钢笔", "铅笔", "毛笔", "墨水", "彩铅", "胶带", "水彩", "颜料", "橡皮", "尺", "文具"],
        drawing: "<path fill=\"$d\" d=\"M122 92l11-26 11 26v80h-22z\"/><path fill=\"$b\" d=\"M152 78l11-26 11 26v94h-22z\"/><path fill=\"$c\" d=\"M182 100l11-26 11 26v72h-22z\"/><path fill=\"#33373b\" d=\"M130 74l3-8 3 8zM160 60l3-8 3 8zM190 82l3-8 3 8z\"/><path fill=\"$a\" d=\"M100 152h124l-10 98H110z\"/><path fill=\"$b\" d=\"M103 178h118l-2 18H105z\"/>",
        stands: true,
    },
    Shape {
        words: &["headphones", "headphone", "earphones", "headset", "earbuds", "耳机"],
        drawing: "<path fill=\"none\" stroke=\"$a\" stroke-width=\"19\" d=\"M84 184v-20a76 80 0 0 1 152 0v20\"/><rect x=\"62\" y=\"168\" width=\"46\" height=\"80\" rx=\"21\" fill=\"$b\"/><rect x=\"212\" y=\"168\" width=\"46\" height=\"80\" rx=\"21\" fill=\"$b\"/><rect x=\"94\" y=\"174\" width=\"22\" height=\"68\" rx=\"11\" fill=\"$d\"/><rect x=\"204\" y=\"174\" width=\"22\" height=\"68\" rx=\"11\" fill=\"$d\"/><path fill=\"none\" stroke=\"$c\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M104 116q24-30 56-30\"/>",
        stands: true,
    },
    Shape {
        words: &["keyboard", "键盘"],
        drawing: "<rect x=\"44\" y=\"130\" width=\"232\" height=\"112\" rx=\"18\" fill=\"$b\"/><rect x=\"44\" y=\"124\" width=\"232\" height=\"110\" rx=\"18\" fill=\"$a\"/><path stroke=\"$c\" stroke-width=\"20\" stroke-dasharray=\"20 7\" d=\"M66 152h192M66 180h192\"/><path stroke=\"$d\" stroke-width=\"18\" stroke-linecap=\"round\" d=\"M122 208h76\"/><path stroke=\"$c\" stroke-width=\"18\" d=\"M66 208h22M232 208h22\"/>",
        stands: false,
    },
    Shape {
        words: &["mouse", "mouse pad", "trackball", "鼠标", "鼠标垫"],
        drawing: "<rect x=\"108\" y=\"76\" width=\"104\" height=\"174\" rx=\"52\" fill=\"$b\"/><rect x=\"108\" y=\"70\" width=\"104\" height=\"174\" rx=\"52\" fill=\"$a\"/><path stroke=\"$b\" stroke-width=\"5\" d=\"M160 72v72M109 144h102\"/><rect x=\"150\" y=\"94\" width=\"20\" height=\"40\" rx=\"10\" fill=\"$d\"/><path fill=\"none\" stroke=\"$c\" stroke-width=\"6\" stroke-linecap=\"round\" d=\"M126 180c2 26 14 40 26 44\"/>",
        stands: false,
    },
    Shape {
        words: &["speaker", "radio", "音箱", "收音机"],
        drawing: "<rect x=\"100\" y=\"66\" width=\"120\" height=\"184\" rx=\"26\" fill=\"$a\"/><circle cx=\"160\" cy=\"190\" r=\"40\" fill=\"$b\"/><circle cx=\"160\" cy=\"190\" r=\"20\" fill=\"$c\"/><circle cx=\"160\" cy=\"114\" r=\"23\" fill=\"$b\"/><circle cx=\"160\" cy=\"114\" r=\"10\" fill=\"$d\"/><circle cx=\"200\" cy=\"86\" r=\"5\" fill=\"$d\"/>",
        stands: true,
    },
    Shape {
        words: &["charger", "power bank", "hub", "adapter", "cable", "dock", "充电器", "充电宝", "扩展坞", "数据线", "转换器", "插排"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"9\" stroke-linecap=\"round\" d=\"M160 86V66c0-26 46-26 46 0\"/><rect x=\"96\" y=\"84\" width=\"128\" height=\"166\" rx=\"24\" fill=\"$a\"/><path fill=\"$b\" d=\"M96 208h128v18a24 24 0 0 1-24 24h-80a24 24 0 0 1-24-24z\"/><path fill=\"$d\" d=\"M172 104l-44 60h28l-10 42 46-62h-28z\"/><path stroke=\"$c\" stroke-width=\"7\" stroke-linecap=\"round\" d=\"M126 230h10M150 230h10M174 230h10\"/>",
        stands: true,
    },
    Shape {
        words: &["laptop stand", "stand", "monitor", "tablet stand", "phone stand", "monitor stand", "支架", "显示器", "电脑支架", "手机支架", "增高架"],
        drawing: "<rect x=\"78\" y=\"78\" width=\"164\" height=\"116\" rx=\"12\" fill=\"$b\"/><path fill=\"$c\" d=\"M90 90h140v92H90z\"/><path stroke=\"$a\" stroke-width=\"8\" stroke-linecap=\"round\" d=\"M106 112h60M106 132h90M106 152h44\"/><path fill=\"$a\" d=\"M62 196h196l14 22H48z\"/><path fill=\"$d\" d=\"M116 218h88l20 32H96z\"/>",
        stands: true,
    },
    Shape {
        words: &["bear", "teddy", "plush", "doll", "soft toy", "toy", "rattle", "comforter", "小熊", "玩偶", "毛绒玩具", "玩具", "公仔", "摇铃", "安抚巾"],
        drawing: "<ellipse cx=\"160\" cy=\"212\" rx=\"58\" ry=\"40\" fill=\"$a\"/><ellipse cx=\"160\" cy=\"218\" rx=\"32\" ry=\"27\" fill=\"$c\"/><circle cx=\"108\" cy=\"84\" r=\"26\" fill=\"$b\"/><circle cx=\"212\" cy=\"84\" r=\"26\" fill=\"$b\"/><circle cx=\"160\" cy=\"122\" r=\"64\" fill=\"$a\"/><ellipse cx=\"160\" cy=\"142\" rx=\"29\" ry=\"22\" fill=\"$c\"/><ellipse cx=\"160\" cy=\"134\" rx=\"11\" ry=\"8\" fill=\"#2d2a26\"/><circle cx=\"136\" cy=\"112\" r=\"7\" fill=\"#2d2a26\"/><circle cx=\"184\" cy=\"112\" r=\"7\" fill=\"#2d2a26\"/><path fill=\"$d\" d=\"M160 188l-34-16v34zM160 188l34-16v34z\"/>",
        stands: true,
    },
    Shape {
        words: &["blocks", "block", "puzzle", "stacking toy", "game", "train", "kit", "building blocks", "积木", "拼图", "叠叠乐", "桌游", "小火车", "套件"],
        drawing: "<rect x=\"62\" y=\"164\" width=\"92\" height=\"86\" rx=\"10\" fill=\"$a\"/><rect x=\"166\" y=\"164\" width=\"92\" height=\"86\" rx=\"10\" fill=\"$d\"/><rect x=\"114\" y=\"72\" width=\"92\" height=\"86\" rx=\"10\" fill=\"$b\"/><circle cx=\"108\" cy=\"207\" r=\"23\" fill=\"$c\"/><path fill=\"$w\" d=\"M212 182l26 46h-52zM160 90l8 16 18 2-13 13 3 18-16-9-16 9 3-18-13-13 18-2z\"/>",
        stands: true,
    },
    Shape {
        words: &["baby bottle", "sippy cup", "bib", "dummy", "feeding set", "奶瓶", "吸管杯", "围兜", "奶嘴", "辅食碗"],
        drawing: "<path fill=\"$d\" d=\"M134 108c0-24 16-24 18-46h16c2 22 18 22 18 46z\"/><rect x=\"108\" y=\"104\" width=\"104\" height=\"28\" rx=\"9\" fill=\"$b\"/><path fill=\"$w\" d=\"M114 132h92v92a26 26 0 0 1-26 26h-40a26 26 0 0 1-26-26z\"/><path fill=\"$a\" d=\"M114 174h92v50a26 26 0 0 1-26 26h-40a26 26 0 0 1-26-26z\"/><path stroke=\"$b\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M178 150h18M184 168h12M178 186h18M184 204h12\"/>",
        stands: true,
    },
    Shape {
        words: &["pet bowl", "feeder", "fountain", "dog bowl", "cat bowl", "食盆", "宠物碗", "喂食器", "饮水机"],
        drawing: "<path fill=\"$a\" d=\"M90 178h140l30 72H60z\"/><ellipse cx=\"160\" cy=\"178\" rx=\"70\" ry=\"16\" fill=\"$b\"/><path fill=\"$d\" d=\"M102 176c10-34 36-20 42-30 18-10 34 0 38 8 20-2 32 10 36 22q-58 16-116 0z\"/><circle cx=\"160\" cy=\"226\" r=\"11\" fill=\"$w\"/><circle cx=\"142\" cy=\"212\" r=\"6\" fill=\"$w\"/><circle cx=\"154\" cy=\"206\" r=\"6\" fill=\"$w\"/><circle cx=\"167\" cy=\"206\" r=\"6\" fill=\"$w\"/><circle cx=\"178\" cy=\"213\" r=\"6\" fill=\"$w\"/>",
        stands: true,
    },
    Shape {
        words: &["pet toy", "ball", "dog toy", "cat toy", "collar", "lead", "harness", "狗玩具", "猫玩具", "逗猫棒", "球", "项圈", "牵引绳", "胸背"],
        drawing: "<circle cx=\"160\" cy=\"164\" r=\"88\" fill=\"$b\"/><circle cx=\"160\" cy=\"158\" r=\"88\" fill=\"$a\"/><path fill=\"$w\" d=\"M160 150c26 0 46 24 40 42-6 16-24 8-40 8s-34 8-40-8c-6-18 14-42 40-42z\"/><ellipse cx=\"118\" cy=\"144\" rx=\"13\" ry=\"18\" fill=\"$w\"/><ellipse cx=\"145\" cy=\"120\" rx=\"13\" ry=\"19\" fill=\"$w\"/><ellipse cx=\"175\" cy=\"120\" rx=\"13\" ry=\"19\" fill=\"$w\"/><ellipse cx=\"202\" cy=\"144\" rx=\"13\" ry=\"18\" fill=\"$w\"/><path fill=\"none\" stroke=\"$d\" stroke-width=\"8\" stroke-linecap=\"round\" d=\"M92 190q68 60 136 0\"/>",
        stands: true,
    },
    Shape {
        words: &["pet bed", "cat bed", "dog bed", "cat tree", "scratcher", "nest", "猫窝", "狗窝", "猫抓板", "猫爬架", "宠物窝"],
        drawing: "<ellipse cx=\"160\" cy=\"206\" rx=\"114\" ry=\"44\" fill=\"$a\"/><ellipse cx=\"160\" cy=\"192\" rx=\"84\" ry=\"28\" fill=\"$b\"/><path fill=\"$d\" d=\"M98 194c0-42 40-58 76-48l4-22 18 14 20-12 6 26c12 14 6 36-6 42z\"/><circle cx=\"186\" cy=\"154\" r=\"4\" fill=\"#2d2a26\"/><circle cx=\"206\" cy=\"154\" r=\"4\" fill=\"#2d2a26\"/><path fill=\"$a\" d=\"M46 206a114 44 0 0 0 228 0q-30 26-114 26t-114-26z\"/>",
        stands: true,
    },
    Shape {
        words: &["hand cream", "lotion", "toothpaste", "sunscreen", "face wash", "cleanser", "护手霜", "乳液", "牙膏", "防晒霜", "身体乳", "洁面乳", "润肤霜"],
        drawing: "<path fill=\"$a\" d=\"M104 70h112l-16 148h-80z\"/><path fill=\"$b\" d=\"M104 62h112v16H104z\"/><rect x=\"120\" y=\"214\" width=\"80\" height=\"36\" rx=\"9\" fill=\"$b\"/><path fill=\"$w\" d=\"M114 116h92l-6 62h-80z\"/><path fill=\"$d\" d=\"M160 126c20 6 18 36 0 42-18-6-20-36 0-42z\"/>",
        stands: true,
    },
    Shape {
        words: &["oil", "serum", "essential oil", "perfume", "shampoo", "body wash", "hand wash", "toner", "精油", "精华", "香水", "洗发水", "沐浴露", "洗手液", "爽肤水", "护发素"],
        drawing: "<rect x=\"106\" y=\"138\" width=\"108\" height=\"112\" rx=\"18\" fill=\"$a\"/><path fill=\"$b\" d=\"M136 104h48v36h-48z\"/><path fill=\"$d\" d=\"M146 56h28a8 8 0 0 1 8 8v42h-44V64a8 8 0 0 1 8-8z\"/><path fill=\"$w\" d=\"M122 166h76v58h-76z\"/><path fill=\"$d\" d=\"M160 174c18 20 16 40 0 40s-18-20 0-40z\"/>",
        stands: true,
    },
    Shape {
        words: &["soap", "bath bomb", "sponge", "香皂", "手工皂", "皂", "浴球", "海绵"],
        drawing: "<rect x=\"66\" y=\"152\" width=\"188\" height=\"98\" rx=\"44\" fill=\"$b\"/><rect x=\"66\" y=\"142\" width=\"188\" height=\"98\" rx=\"44\" fill=\"$a\"/><rect x=\"96\" y=\"164\" width=\"128\" height=\"54\" rx=\"26\" fill=\"none\" stroke=\"$c\" stroke-width=\"6\"/><path fill=\"$d\" d=\"M160 174c14 10 14 26 0 36-14-10-14-26 0-36z\"/><g fill=\"$w\" opacity=\".85\"><circle cx=\"110\" cy=\"110\" r=\"20\"/><circle cx=\"150\" cy=\"84\" r=\"13\"/><circle cx=\"196\" cy=\"108\" r=\"24\"/><circle cx=\"228\" cy=\"76\" r=\"10\"/></g>",
        stands: true,
    },
    Shape {
        words: &["dumbbell", "kettlebell", "resistance band", "jump rope", "foam roller", "哑铃", "壶铃", "弹力带", "跳绳", "泡沫轴"],
        drawing: "<path fill=\"$c\" d=\"M104 182h112v20H104z\"/><rect x=\"84\" y=\"142\" width=\"32\" height=\"100\" rx=\"10\" fill=\"$a\"/><rect x=\"204\" y=\"142\" width=\"32\" height=\"100\" rx=\"10\" fill=\"$a\"/><rect x=\"56\" y=\"156\" width=\"30\" height=\"72\" rx=\"10\" fill=\"$b\"/><rect x=\"234\" y=\"156\" width=\"30\" height=\"72\" rx=\"10\" fill=\"$b\"/><path fill=\"$d\" d=\"M84 184h32v16H84zM204 184h32v16h-32z\"/>",
        stands: true,
    },
];
