# 常用的通知：存起來下回再用，日子到了提醒一聲。

button-notice-templates = 📄 常用的通知
notice-templates = 常用的通知，挑一個改改就能發：
button-notice-template = 📄 { $name }
button-notice-season = 🌱 { $name }
button-notice-save = 📄 存成常用的
notice-template-name = 給它起個名字，短一點，下回好找。
notice-template-kept = 存好了，叫「{ $name }」。在「常用的通知」裡找得到。
notice-template = 📄 <b>{ $name }</b>（{ $unit }）
    { $words }
    { $when }
notice-template-day = 🔁 下一回是 { $day }，前一天早上提醒您。
notice-template-no-day = 用的時候再拿出來，不會自己提醒。
button-notice-use = ✏️ 用它寫一條
button-notice-rhythm = 🔁 什麼時候提醒我
button-notice-forget = 🗑 不要了
button-notice-not-now = 這一回不發
notice-comes-round = 👆 { $unit }的「{ $name }」，{ $day }就到日子了。
    看一看要不要改，點了才會發。
notice-not-now = 好，這一回不發。下回到了再提醒您。
notice-forgotten = 好，不存了。
notice-rhythm-ask = 什麼時候要用？打字告訴我，像這樣：
    每週三 · 每月10號 · 農曆逢三逢八
    每年3月20日 · 每年臘月初八
notice-rhythm-unclear = 沒看懂是什麼日子，換個說法試試。
button-notice-never = 不用提醒

season-vaccination-name = 打預防針
season-vaccination = 明天村衛生室給娃娃打預防針，上午八點半到十一點半。請帶上預防接種證，發燒的先不要來。
season-market-name = 趕場
season-market = 明天趕場。有東西要賣、要帶的，今晚收拾好；老人家路上慢一點。
season-sowing-name = 春耕播種
season-sowing = 到下種的時候了。穀種先曬一天再泡，秧田要整平，肥料要施足。拿不準的，問問科技培訓員。
season-frost-name = 防霜凍
season-frost = 這兩天夜裡要打霜。菜地、果樹請蓋好，豬牛圈的門窗關嚴，家裡烤火要開一點窗，小心煤氣。
season-flood-name = 防汛
season-flood = 雨大水漲。河邊、溝邊、陡坎下的人家請馬上往高處走。不要過河，不要回去拿東西。要幫忙就打值班電話。
