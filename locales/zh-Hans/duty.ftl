# 值班：一周怎么排，哪一天不一样。

button-duty = 🗓️ 谁值班
duty = <b>{ $center }，今天谁值班</b>
    { $items }
duty-no-desks = 岗位上还没有人，排不了班。
duty-desk-row = · { $role }：{ $names }
duty-desk-nobody = · { $role }：没排人，大家一起接
weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日
duty-week = <b>{ $role }，一周怎么值班</b>
    { $items }

    来了事先找当天值班的。没排人的日子，大家都会收到。
duty-day-names = { $day }　{ $names }
duty-day-nobody = { $day }　没排人
duty-unusual = 这几天不一样：
duty-date = { $day }
button-duty-unusual = 📅 某一天不一样
button-duty-ready = ✅ 排好了
duty-pick = <b>{ $role } · { $day }</b>
    谁值班？点名字，打勾就是他。
button-duty-on = ✅ { $name }
button-duty-off = ▫️ { $name }
duty-dates = { $role }：哪一天跟平常不一样？
button-duty-date = { $day }
button-duty-changed = ✏️ { $day }
button-duty-usual = ↩️ 照旧
duty-ready = 好。班有变的 { $count } 位，都告诉了。
duty-ready-nobody = 好。没有谁的班变了，不用再说。
duty-day-over = 这一天已经过了，或者太远了。请另选一天。
duty-told = { $by }给您排了班（{ $center }，{ $role }）：
    { $items }
    那几天来了事，先找您。
duty-told-week = 每{ $days }
duty-told-on = { $day } 加一天
duty-told-off = { $day } 不用值
duty-told-none = { $by }改了班（{ $center }，{ $role }）。以后不用您值班了。
