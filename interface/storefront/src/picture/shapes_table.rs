//! Drawings of what stands on a table or in a kitchen.

use super::Shape;

#[rustfmt::skip]
pub(super) const SHAPES: &[Shape] = &[
    Shape {
        words: &["mug", "马克杯"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"16\" d=\"M206 140h16a29 29 0 0 1 0 62h-18\"/><path fill=\"$a\" d=\"M94 110h120v102a38 38 0 0 1-38 38h-44a38 38 0 0 1-38-38z\"/><path fill=\"$d\" d=\"M94 168h120v16H94z\"/><ellipse cx=\"154\" cy=\"110\" rx=\"60\" ry=\"12\" fill=\"$c\"/><ellipse cx=\"154\" cy=\"111\" rx=\"50\" ry=\"8\" fill=\"$b\"/><path fill=\"none\" stroke=\"$c\" stroke-width=\"6\" stroke-linecap=\"round\" d=\"M136 84c-10-14 10-18 0-34M168 84c-10-14 10-18 0-34\"/>",
        stands: true,
    },
    Shape {
        words: &["teapot", "kettle", "茶壶", "紫砂壶", "水壶", "烧水壶", "壶"],
        drawing: "<path fill=\"none\" stroke=\"$b\" stroke-width=\"14\" d=\"M100 152c-46-10-54 64 4 60\"/><path fill=\"$b\" d=\"M212 200c36-8 26-56 56-66l8 10c-20 18-16 70-58 86z\"/><path fill=\"$a\" d=\"M160 126c52 0 72 38 72 70s-28 54-72 54-72-22-72-54 20-70 72-70z\"/><path fill=\"$c\" d=\"M116 138a44 24 0 0 1 88 0z\"/><circle cx=\"160\" cy=\"108\" r=\"10\" fill=\"$d\"/><path fill=\"$d\" d=\"M90 184h140l2 10H88z\"/>",
        stands: true,
    },
    Shape {
        words: &["cup", "teacup", "saucer", "gaiwan", "tumbler", "茶杯", "杯", "盖碗", "咖啡杯", "杯碟"],
        drawing: "<ellipse cx=\"160\" cy=\"239\" rx=\"90\" ry=\"12\" fill=\"$b\"/><ellipse cx=\"160\" cy=\"234\" rx=\"90\" ry=\"12\" fill=\"$c\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"11\" d=\"M210 166c36-6 34 40-10 40\"/><path fill=\"$a\" d=\"M102 148h116c0 58-22 86-58 86s-58-28-58-86z\"/><ellipse cx=\"160\" cy=\"148\" rx=\"58\" ry=\"11\" fill=\"$c\"/><ellipse cx=\"160\" cy=\"149\" rx=\"48\" ry=\"8\" fill=\"$d\"/>",
        stands: true,
    },
    Shape {
        words: &["bowl", "碗"],
        drawing: "<path fill=\"$b\" d=\"M126 238h68l6 12h-80z\"/><path fill=\"$a\" d=\"M74 152h172c0 58-38 92-86 92s-86-34-86-92z\"/><ellipse cx=\"160\" cy=\"152\" rx=\"86\" ry=\"17\" fill=\"$c\"/><ellipse cx=\"160\" cy=\"154\" rx=\"73\" ry=\"12\" fill=\"$b\"/><path fill=\"none\" stroke=\"$d\" stroke-width=\"8\" stroke-linecap=\"round\" stroke-dasharray=\"1 19\" d=\"M88 190q72 30 144 0\"/>",
        stands: true,
    },
    Shape {
        words: &["plate", "dish", "tray", "cakestand", "cake stand", "coaster", "盘", "碟", "托盘", "杯垫"],
        drawing: "<circle cx=\"160\" cy=\"160\" r=\"98\" fill=\"$b\"/><circle cx=\"160\" cy=\"157\" r=\"98\" fill=\"$a\"/><circle cx=\"160\" cy=\"157\" r=\"64\" fill=\"$c\"/><circle cx=\"160\" cy=\"157\" r=\"81\" fill=\"none\" stroke=\"$d\" stroke-width=\"8\" stroke-linecap=\"round\" stroke-dasharray=\"1 16\"/><path fill=\"none\" stroke=\"$a\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M160 190v-56M160 160c-20-2-24-16-24-24 14 0 24 8 24 24zM160 174c20-2 24-16 24-24-14 0-24 8-24 24z\"/>",
        stands: false,
    },
    Shape {
        words: &["pot", "casserole", "saucepan", "steamer", "cooker", "锅", "砂锅", "蒸锅", "炖锅"],
        drawing: "<path fill=\"$b\" d=\"M60 158h40v18H72a12 12 0 0 1-12-12zM260 158h-40v18h28a12 12 0 0 0 12-12z\"/><path fill=\"$a\" d=\"M82 146h156v72a32 32 0 0 1-32 32h-92a32 32 0 0 1-32-32z\"/><path fill=\"$c\" d=\"M78 142a82 40 0 0 1 164 0v10H78z\"/><circle cx=\"160\" cy=\"98\" r=\"12\" fill=\"$d\"/><path fill=\"$c\" opacity=\".5\" d=\"M98 168h12v40a6 6 0 0 1-12 0z\"/>",
        stands: true,
    },
    Shape {
        words: &["pan", "wok", "skillet", "frying pan", "煎锅", "平底锅", "炒锅"],
        drawing: "<path stroke=\"$d\" stroke-width=\"24\" stroke-linecap=\"round\" d=\"M212 212l54 54\"/><circle cx=\"146\" cy=\"148\" r=\"94\" fill=\"$b\"/><circle cx=\"146\" cy=\"145\" r=\"94\" fill=\"$a\"/><circle cx=\"146\" cy=\"145\" r=\"74\" fill=\"$b\"/><path fill=\"$w\" d=\"M112 120c20-30 74-18 78 16 2 26-24 44-50 36-34-8-42-30-28-52z\"/><circle cx=\"148\" cy=\"142\" r=\"18\" fill=\"#f2b544\"/>",
        stands: false,
    },
    Shape {
        words: &["board", "chopping board", "knife", "peeler", "砧板", "菜板", "刀", "削皮刀"],
        drawing: "<rect x=\"120\" y=\"58\" width=\"36\" height=\"60\" rx=\"16\" fill=\"$a\"/><rect x=\"76\" y=\"96\" width=\"124\" height=\"154\" rx=\"18\" fill=\"$a\"/><circle cx=\"138\" cy=\"78\" r=\"8\" fill=\"$b\"/><path stroke=\"$b\" stroke-width=\"4\" stroke-linecap=\"round\" opacity=\".5\" d=\"M96 134h84M96 168h60M96 204h84\"/><path fill=\"#d7dde0\" d=\"M220 66c26 28 30 70 24 112h-24z\"/><rect x=\"218\" y=\"176\" width=\"26\" height=\"74\" rx=\"10\" fill=\"$d\"/>",
        stands: false,
    },
    Shape {
        words: &["spoon", "ladle", "spatula", "cutlery", "chopsticks", "fork", "utensil", "whisk", "勺", "锅铲", "餐具", "筷", "打蛋器"],
        drawing: "<path stroke=\"$a\" stroke-width=\"15\" stroke-linecap=\"round\" d=\"M122 138v108\"/><ellipse cx=\"122\" cy=\"104\" rx=\"27\" ry=\"42\" fill=\"$a\"/><ellipse cx=\"122\" cy=\"106\" rx=\"17\" ry=\"30\" fill=\"$b\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"9\" stroke-linecap=\"round\" d=\"M176 66v50a22 22 0 0 0 44 0V66M198 66v60\"/><path stroke=\"$b\" stroke-width=\"15\" stroke-linecap=\"round\" d=\"M198 146v100\"/><path stroke=\"$d\" stroke-width=\"15\" d=\"M122 190v20M198 190v20\"/>",
        stands: false,
    },
    Shape {
        words: &["bottle", "flask", "thermos", "decanter", "水杯", "保温杯", "水瓶", "瓶", "酒壶", "运动水壶"],
        drawing: "<rect x=\"120\" y=\"98\" width=\"80\" height=\"152\" rx=\"24\" fill=\"$a\"/><rect x=\"136\" y=\"60\" width=\"48\" height=\"44\" rx=\"10\" fill=\"$b\"/><path fill=\"$d\" d=\"M120 178h80v26h-80z\"/><rect x=\"132\" y=\"116\" width=\"11\" height=\"52\" rx=\"5\" fill=\"$c\"/><path fill=\"none\" stroke=\"$b\" stroke-width=\"7\" d=\"M184 74h18v26\"/>",
        stands: true,
    },
    Shape {
        words: &["jar", "canister", "tin", "honey", "jam", "cream", "balm", "caddy", "茶叶罐", "罐", "蜂蜜", "果酱", "面霜", "膏"],
        drawing: "<rect x=\"102\" y=\"112\" width=\"116\" height=\"138\" rx=\"20\" fill=\"$a\"/><rect x=\"108\" y=\"82\" width=\"104\" height=\"36\" rx=\"10\" fill=\"$b\"/><path fill=\"$w\" d=\"M102 150h116v66H102z\"/><path fill=\"$d\" d=\"M160 160c30 8 28 38 0 46-28-8-30-38 0-46z\"/><path stroke=\"$w\" stroke-width=\"4\" d=\"M160 170v30\"/>",
        stands: true,
    },
    Shape {
        words: &["tea", "coffee", "coffee beans", "snack", "treat", "kibble", "nut", "nut mix", "food", "litter", "oolong", "pu'er", "茶", "绿茶", "红茶", "乌龙茶", "普洱", "咖啡豆", "零食", "坚果", "猫粮", "狗粮", "冻干", "猫砂"],
        drawing: "<path fill=\"$a\" d=\"M102 96h116l12 144a10 10 0 0 1-10 10H100a10 10 0 0 1-10-10z\"/><path fill=\"$b\" d=\"M100 74h120v26H100z\"/><path stroke=\"$c\" stroke-width=\"3\" stroke-dasharray=\"6 5\" d=\"M102 87h116\"/><circle cx=\"160\" cy=\"172\" r=\"42\" fill=\"$w\"/><path fill=\"$d\" d=\"M134 190c-4-32 22-44 50-42 2 30-20 48-44 38z\"/><path fill=\"none\" stroke=\"$w\" stroke-width=\"4\" d=\"M138 190c10-18 22-26 34-32\"/>",
        stands: true,
    },
    Shape {
        words: &["dripper", "coffee maker", "french press", "carafe", "grinder", "pitcher", "滤杯", "手冲壶", "分享壶", "公道杯", "磨豆机", "法压壶"],
        drawing: "<path fill=\"$c\" d=\"M122 158h76l26 66a26 26 0 0 1-26 26h-76a26 26 0 0 1-26-26z\"/><path fill=\"$b\" d=\"M104 204h112l8 20a26 26 0 0 1-26 26h-76a26 26 0 0 1-26-26z\"/><path fill=\"$a\" d=\"M94 82h132l-46 70h-40z\"/><path fill=\"$d\" d=\"M130 150h60v12h-60z\"/><rect x=\"82\" y=\"72\" width=\"156\" height=\"15\" rx=\"7\" fill=\"$b\"/><path stroke=\"$c\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M124 100l20 36M160 100v36M196 100l-20 36\"/>",
        stands: true,
    },
    Shape {
        words: &["cake", "cake case", "cake cases", "baking mould", "mould", "biscuit", "cookie", "mooncake", "烘焙模具", "模具", "蛋糕", "饼干", "月饼"],
        drawing: "<path fill=\"$a\" d=\"M98 168h124l-16 82h-92z\"/><path stroke=\"$b\" stroke-width=\"5\" d=\"M122 172l8 74M148 172l4 76M174 172l-4 76M200 172l-10 74\"/><path fill=\"$c\" d=\"M92 172c-16-28 10-46 24-44 2-32 46-44 62-16 28-4 38 20 30 30 22 2 26 20 18 30z\"/><circle cx=\"162\" cy=\"88\" r=\"15\" fill=\"$d\"/>",
        stands: true,
    },
];
