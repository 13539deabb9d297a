//! Drawings of what furnishes a home, a garden or a camp.

use super::Shape;

#[rustfmt::skip]
pub(super) const SHAPES: &[Shape] = &[
    Shape {
        words: &["lamp", "desk lamp", "night light", "light", "lampshade", "台灯", "夜灯", "落地灯", "灯"],
        drawing: "<path fill=\"#ffe9b8\" opacity=\".7\" d=\"M92 156L52 250h216l-40-94z\"/><path fill=\"$b\" d=\"M154 150h12v92h-12z\"/><path fill=\"$a\" d=\"M122 70h76l38 88H84z\"/><path fill=\"$c\" d=\"M134 84h13l-22 62h-17z\"/><path fill=\"$d\" d=\"M87 148h146l4 10H83z\"/><rect x=\"114\" y=\"238\" width=\"92\" height=\"12\" rx=\"6\" fill=\"$b\"/>",
        stands: true,
    },
    Shape {
        words: &["lantern", "camping light", "营地灯", "灯笼", "马灯"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"8\" d=\"M114 116a46 58 0 0 1 92 0\"/><path fill=\"#ffe9b8\" d=\"M116 130h88v96h-88z\"/><path fill=\"$d\" d=\"M160 146c26 32 18 62 0 62s-26-30 0-62z\"/><path stroke=\"$b\" stroke-width=\"8\" d=\"M118 130v96M202 130v96\"/><rect x=\"104\" y=\"108\" width=\"112\" height=\"26\" rx=\"10\" fill=\"$a\"/><rect x=\"98\" y=\"222\" width=\"124\" height=\"28\" rx=\"10\" fill=\"$a\"/>",
        stands: true,
    },
    Shape {
        words: &["candle", "t-light", "tealight", "tea light", "candle holder", "holder", "candlestick", "votive", "diffuser", "incense", "incense burner", "蜡烛", "香薰", "烛台", "线香", "香炉"],
        drawing: "<rect x=\"106\" y=\"142\" width=\"108\" height=\"108\" rx=\"14\" fill=\"$a\"/><path fill=\"$w\" d=\"M106 180h108v42H106z\"/><path stroke=\"$d\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M136 194h48M146 208h28\"/><ellipse cx=\"160\" cy=\"144\" rx=\"54\" ry=\"11\" fill=\"$c\"/><path stroke=\"$b\" stroke-width=\"5\" d=\"M160 146v-26\"/><path fill=\"#f6b73f\" d=\"M160 60c28 34 22 62 0 64-22-2-28-30 0-64z\"/><path fill=\"#fff0c4\" d=\"M160 92c12 16 10 28 0 30-10-2-12-14 0-30z\"/>",
        stands: true,
    },
    Shape {
        words: &["clock", "alarm clock", "watch", "timer", "时钟", "闹钟", "挂钟", "手表", "计时器"],
        drawing: "<circle cx=\"160\" cy=\"158\" r=\"96\" fill=\"$b\"/><circle cx=\"160\" cy=\"154\" r=\"96\" fill=\"$a\"/><circle cx=\"160\" cy=\"154\" r=\"76\" fill=\"$w\"/><circle cx=\"160\" cy=\"154\" r=\"64\" fill=\"none\" stroke=\"$a\" stroke-width=\"9\" stroke-dasharray=\"3 30.5\" stroke-dashoffset=\"1.5\"/><path stroke=\"#33373b\" stroke-width=\"8\" stroke-linecap=\"round\" d=\"M160 154v-48M160 154l34 20\"/><circle cx=\"160\" cy=\"154\" r=\"8\" fill=\"$d\"/>",
        stands: false,
    },
    Shape {
        words: &["chair", "stool", "armchair", "bench", "camping chair", "椅", "凳", "折叠椅", "人体工学椅"],
        drawing: "<path stroke=\"$b\" stroke-width=\"13\" stroke-linecap=\"round\" d=\"M98 186l-10 58M222 186l10 58M128 190v40M192 190v40\"/><path fill=\"$a\" d=\"M108 66h104a16 16 0 0 1 16 16v86H92V82a16 16 0 0 1 16-16z\"/><path stroke=\"$d\" stroke-width=\"9\" stroke-linecap=\"round\" d=\"M126 92v50M160 92v50M194 92v50\"/><rect x=\"78\" y=\"162\" width=\"164\" height=\"32\" rx=\"15\" fill=\"$c\"/>",
        stands: true,
    },
    Shape {
        words: &["table", "desk", "folding table", "side table", "桌", "茶几", "折叠桌", "边几"],
        drawing: "<path stroke=\"$b\" stroke-width=\"13\" stroke-linecap=\"round\" d=\"M92 168l-20 76M228 168l20 76M130 168v52M190 168v52\"/><rect x=\"48\" y=\"144\" width=\"224\" height=\"28\" rx=\"10\" fill=\"$a\"/><path fill=\"$c\" d=\"M58 144h204a10 10 0 0 1 8 6H50a10 10 0 0 1 8-6z\"/><path fill=\"$d\" d=\"M118 144h44l-6-40h-32z\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M140 104c-4-24 10-36 26-40M140 104c-2-20-14-26-24-28\"/>",
        stands: true,
    },
    Shape {
        words: &["cushion", "pillow", "cushion cover", "pillowcase", "抱枕", "枕头", "枕", "靠垫", "坐垫", "枕套"],
        drawing: "<path fill=\"$b\" d=\"M80 90q80 24 160 0-22 80 0 158-80-22-160 0 22-78 0-158z\"/><path fill=\"$a\" d=\"M80 84q80 24 160 0-22 80 0 156-80-22-160 0 22-76 0-156z\"/><path fill=\"none\" stroke=\"$d\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-dasharray=\"1 12\" d=\"M104 110q56 14 112 0-14 54 0 104-56-14-112 0 14-50 0-104z\"/><circle cx=\"160\" cy=\"162\" r=\"11\" fill=\"$c\"/>",
        stands: false,
    },
    Shape {
        words: &["towel", "blanket", "bedding", "duvet", "duvet cover", "sheet", "throw", "quilt", "cloth", "tea towel", "swaddle", "nappies", "wipes", "毛巾", "浴巾", "毯", "被", "床笠", "四件套", "床单", "盖毯", "桌布", "抹布", "纸尿裤", "湿巾", "包被"],
        drawing: "<rect x=\"66\" y=\"200\" width=\"188\" height=\"50\" rx=\"24\" fill=\"$a\"/><rect x=\"76\" y=\"152\" width=\"168\" height=\"50\" rx=\"24\" fill=\"$c\"/><rect x=\"66\" y=\"104\" width=\"188\" height=\"50\" rx=\"24\" fill=\"$b\"/><path fill=\"$d\" d=\"M206 104h18v50h-18zM206 200h18v50h-18z\"/><path stroke=\"$a\" stroke-width=\"4\" stroke-linecap=\"round\" d=\"M94 168h92M94 184h70\"/>",
        stands: true,
    },
    Shape {
        words: &["plant", "succulent", "planter", "plant pot", "flowerpot", "seeds", "盆栽", "绿植", "多肉", "花盆", "种子"],
        drawing: "<path fill=\"#4f8f5b\" d=\"M160 182c-64-10-74-64-70-98 48 10 70 44 70 98z\"/><path fill=\"#3c7549\" d=\"M160 182c64-10 74-64 70-98-48 10-70 44-70 98z\"/><path fill=\"#7db57f\" d=\"M160 182c-24-44-20-86 0-120 20 34 24 76 0 120z\"/><path fill=\"$a\" d=\"M108 190h104l-12 60h-80z\"/><rect x=\"98\" y=\"174\" width=\"124\" height=\"24\" rx=\"8\" fill=\"$b\"/><path fill=\"$d\" d=\"M114 214h92l-2 10h-88z\"/>",
        stands: true,
    },
    Shape {
        words: &["vase", "flower", "bouquet", "jug", "花瓶", "花器", "干花", "花束"],
        drawing: "<path fill=\"none\" stroke=\"#5f8a5e\" stroke-width=\"6\" d=\"M160 136V80M160 130c-6-30-24-40-36-46M160 130c6-30 24-40 36-46\"/><circle cx=\"160\" cy=\"66\" r=\"22\" fill=\"$d\"/><circle cx=\"118\" cy=\"84\" r=\"17\" fill=\"$d\"/><circle cx=\"202\" cy=\"84\" r=\"17\" fill=\"$d\"/><circle cx=\"160\" cy=\"66\" r=\"8\" fill=\"$w\"/><path fill=\"$a\" d=\"M136 130h48c0 28 36 34 36 74 0 30-24 46-60 46s-60-16-60-46c0-40 36-46 36-74z\"/><path fill=\"$c\" d=\"M118 196c2-20 12-28 20-38l8 6c-12 12-16 22-14 36z\"/><rect x=\"130\" y=\"122\" width=\"60\" height=\"13\" rx=\"6\" fill=\"$b\"/>",
        stands: true,
    },
    Shape {
        words: &["box", "gift box", "gift", "chest", "advent calendar", "礼盒", "盒", "收纳盒", "首饰盒"],
        drawing: "<rect x=\"86\" y=\"142\" width=\"148\" height=\"108\" rx=\"8\" fill=\"$a\"/><rect x=\"76\" y=\"114\" width=\"168\" height=\"38\" rx=\"8\" fill=\"$b\"/><path fill=\"$d\" d=\"M146 114h28v136h-28zM160 114c-16-46-70-42-60-12 6 16 40 14 60 12zM160 114c16-46 70-42 60-12-6 16-40 14-60 12z\"/><path fill=\"$c\" opacity=\".6\" d=\"M100 168h12v62h-12z\"/>",
        stands: true,
    },
    Shape {
        words: &["basket", "hamper", "storage basket", "laundry basket", "organiser", "organizer", "rack", "shelf", "桌面收纳盒", "收纳篮", "篮", "脏衣篮", "收纳筐", "置物架", "收纳架"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"11\" d=\"M104 146c4-74 108-74 112 0\"/><path fill=\"$a\" d=\"M70 150h180l-24 100H94z\"/><path stroke=\"$b\" stroke-width=\"7\" stroke-dasharray=\"15 9\" d=\"M78 180h164M86 204h150M90 228h142\"/><rect x=\"60\" y=\"136\" width=\"200\" height=\"24\" rx=\"12\" fill=\"$c\"/><path fill=\"$d\" d=\"M150 150h20v34l-10-8-10 8z\"/>",
        stands: true,
    },
    Shape {
        words: &["frame", "photo frame", "poster", "print", "picture", "mirror", "sign", "wall art", "calendar", "相框", "装饰画", "海报", "镜", "挂画", "日历", "台历"],
        drawing: "<rect x=\"74\" y=\"62\" width=\"172\" height=\"192\" rx=\"8\" fill=\"$b\"/><path fill=\"$w\" d=\"M92 80h136v156H92z\"/><circle cx=\"190\" cy=\"122\" r=\"20\" fill=\"$d\"/><path fill=\"$c\" d=\"M92 204l58-66 48 58 30-20v60H92z\"/><path fill=\"$a\" d=\"M92 216l36-36 42 40 26-18 32 26v8H92z\"/>",
        stands: false,
    },
    Shape {
        words: &["heart", "ornament", "decoration", "charm", "hanging heart", "心形挂件", "挂件", "挂饰", "爱心", "摆件"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"5\" d=\"M160 112V64a14 14 0 0 1 14-14\"/><path fill=\"$b\" d=\"M160 252c-68-46-98-80-98-118a51 51 0 0 1 98-20 51 51 0 0 1 98 20c0 38-30 72-98 118z\"/><path fill=\"$a\" d=\"M160 246c-68-46-98-80-98-118a51 51 0 0 1 98-20 51 51 0 0 1 98 20c0 38-30 72-98 118z\"/><path fill=\"none\" stroke=\"$d\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-dasharray=\"1 13\" d=\"M160 220c-50-34-76-62-76-90a32 32 0 0 1 62-12l14 26 14-26a32 32 0 0 1 62 12c0 28-26 56-76 90z\"/>",
        stands: false,
    },
    Shape {
        words: &["bauble", "garland", "christmas", "wreath", "string lights", "圣诞", "彩球", "花环", "灯串"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"5\" d=\"M160 76V40\"/><circle cx=\"160\" cy=\"164\" r=\"86\" fill=\"$a\"/><rect x=\"142\" y=\"66\" width=\"36\" height=\"22\" rx=\"5\" fill=\"$b\"/><path fill=\"$d\" d=\"M76 150q84 30 168 0l2 28q-86 32-172 0z\"/><circle cx=\"124\" cy=\"122\" r=\"13\" fill=\"$c\"/><path fill=\"none\" stroke=\"$c\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-dasharray=\"1 16\" d=\"M90 206q70 24 140 0\"/>",
        stands: false,
    },
    Shape {
        words: &["bunting", "party", "flag", "banner", "彩旗", "派对"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"6\" d=\"M20 96q140 60 280 0\"/><path fill=\"$a\" d=\"M34 102l60 18-20 62zM226 120l60-18-40 80z\"/><path fill=\"$d\" d=\"M104 122l50 5-20 68z\"/><path fill=\"$c\" d=\"M166 127l50-5-30 73z\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"6\" d=\"M20 196q140 60 280 0\"/><path fill=\"$d\" d=\"M44 206l54 14-22 54z\"/><path fill=\"$c\" d=\"M222 220l54-14-32 68z\"/><path fill=\"$a\" d=\"M112 222l96 0-48 62z\"/>",
        stands: false,
    },
    Shape {
        words: &["tent", "tarp", "canopy", "帐篷", "天幕"],
        drawing: "<path fill=\"$b\" d=\"M160 78l112 170H48z\"/><path fill=\"$a\" d=\"M160 78l44 170H48z\"/><path fill=\"$w\" d=\"M148 134l32 114h-72z\"/><path fill=\"$d\" d=\"M148 134l-8 114h-32z\"/><path stroke=\"$b\" stroke-width=\"6\" stroke-linecap=\"round\" d=\"M160 84V52\"/><path fill=\"$d\" d=\"M160 48l30 11-30 11z\"/>",
        stands: true,
    },
    Shape {
        words: &["sleeping bag", "mat", "yoga mat", "yoga block", "瑜伽砖", "roll", "rug", "picnic blanket", "wrap", "睡袋", "瑜伽垫", "防潮垫", "地毯", "野餐垫", "地垫", "爬行垫"],
        drawing: "<path fill=\"$a\" d=\"M84 150h140v96H84z\"/><ellipse cx=\"84\" cy=\"198\" rx=\"26\" ry=\"48\" fill=\"$a\"/><ellipse cx=\"224\" cy=\"198\" rx=\"26\" ry=\"48\" fill=\"$c\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"6\" d=\"M224 164c22 8 22 60 0 68s-20-44 0-48 10 28 2 28\"/><path fill=\"$d\" d=\"M110 150h15q-20 48 0 96h-15q-20-48 0-96zM166 150h15q-20 48 0 96h-15q-20-48 0-96z\"/>",
        stands: true,
    },
    Shape {
        words: &["stove", "burner", "grill", "fire pit", "炉", "卡式炉", "烤架", "焚火台"],
        drawing: "<path fill=\"#f2a53c\" d=\"M160 84c42 44 44 76 22 90h-44c-22-16-18-44 22-90z\"/><path fill=\"#ffe2a0\" d=\"M160 130c16 18 14 36 6 44h-14c-10-10-8-26 8-44z\"/><path fill=\"$b\" d=\"M72 166h176v16H72z\"/><path fill=\"$a\" d=\"M84 182h152l-16 46H100z\"/><path stroke=\"$b\" stroke-width=\"11\" stroke-linecap=\"round\" d=\"M108 228l-14 18M212 228l14 18\"/><path fill=\"$d\" d=\"M136 198h48v12h-48z\"/>",
        stands: true,
    },
    Shape {
        words: &["watering can", "trowel", "garden", "secateurs", "洒水壶", "浇水壶", "园艺", "铲"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"12\" d=\"M112 160c-52-10-50 72 0 70M128 142c6-56 66-56 72 0\"/><path fill=\"$a\" d=\"M102 144h116v88a18 18 0 0 1-18 18h-80a18 18 0 0 1-18-18z\"/><path fill=\"$b\" d=\"M216 206l42-92 14 8-50 112z\"/><path fill=\"$c\" d=\"M240 102l48 26-8 14-48-26z\"/><path fill=\"$d\" d=\"M102 180h116v14H102z\"/>",
        stands: true,
    },
    Shape {
        words: &["bird", "dove", "duck", "hen", "owl", "鸟", "小鸭"],
        drawing: "<path fill=\"$d\" d=\"M62 128l34-16v26z\"/><path fill=\"$a\" d=\"M90 136c-4-44 62-60 80-16 30 8 70 0 96-26 4 76-28 136-94 136-56 0-84-40-82-94z\"/><path fill=\"$b\" d=\"M144 156c34-8 64-6 92-26-8 50-50 74-78 62-16-8-20-22-14-36z\"/><circle cx=\"118\" cy=\"122\" r=\"8\" fill=\"#2d2a26\"/><path stroke=\"$d\" stroke-width=\"7\" stroke-linecap=\"round\" d=\"M152 226v22M180 226v22\"/>",
        stands: true,
    },
];
