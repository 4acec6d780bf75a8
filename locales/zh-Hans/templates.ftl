# 常用的通知：存起来下回再用，日子到了提醒一声。

button-notice-templates = 📄 常用的通知
notice-templates = 常用的通知，挑一个改改就能发：
button-notice-template = 📄 { $name }
button-notice-season = 🌱 { $name }
button-notice-save = 📄 存成常用的
notice-template-name = 给它起个名字，短一点，下回好找。
notice-template-kept = 存好了，叫“{ $name }”。在“常用的通知”里找得到。
notice-template = 📄 <b>{ $name }</b>（{ $unit }）
    { $words }
    { $when }
notice-template-day = 🔁 下一回是 { $day }，前一天早上提醒您。
notice-template-no-day = 用的时候再拿出来，不会自己提醒。
button-notice-use = ✏️ 用它写一条
button-notice-rhythm = 🔁 什么时候提醒我
button-notice-forget = 🗑 不要了
button-notice-not-now = 这一回不发
notice-comes-round = 👆 { $unit }的“{ $name }”，{ $day }就到日子了。
    看一看要不要改，点了才会发。
notice-not-now = 好，这一回不发。下回到了再提醒您。
notice-forgotten = 好，不存了。
notice-rhythm-ask = 什么时候要用？打字告诉我，像这样：
    每周三 · 每月10号 · 农历逢三逢八
    每年3月20日 · 每年腊月初八
notice-rhythm-unclear = 没看懂是什么日子，换个说法试试。
button-notice-never = 不用提醒

season-vaccination-name = 打预防针
season-vaccination = 明天村卫生室给娃娃打预防针，上午八点半到十一点半。请带上预防接种证，发烧的先不要来。
season-market-name = 赶场
season-market = 明天赶场。有东西要卖、要带的，今晚收拾好；老人家路上慢一点。
season-sowing-name = 春耕播种
season-sowing = 到下种的时候了。谷种先晒一天再泡，秧田要整平，肥料要施足。拿不准的，问问科技培训员。
season-frost-name = 防霜冻
season-frost = 这两天夜里要打霜。菜地、果树请盖好，猪牛圈的门窗关严，家里烤火要开一点窗，小心煤气。
season-flood-name = 防汛
season-flood = 雨大水涨。河边、沟边、陡坎下的人家请马上往高处走。不要过河，不要回去拿东西。要帮忙就打值班电话。
