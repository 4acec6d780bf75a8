# 值班：一週怎麼排，哪一天不一樣。

button-duty = 🗓️ 誰值班
duty = <b>{ $center }，今天誰值班</b>
    { $items }
duty-no-desks = 職務上還沒有人，排不了班。
duty-desk-row = · { $role }：{ $names }
duty-desk-nobody = · { $role }：沒排人，大家一起接
weekday-0 = 週一
weekday-1 = 週二
weekday-2 = 週三
weekday-3 = 週四
weekday-4 = 週五
weekday-5 = 週六
weekday-6 = 週日
duty-week = <b>{ $role }，一週怎麼值班</b>
    { $items }

    來了事先找當天值班的。沒排人的日子，大家都會收到。
duty-day-names = { $day }　{ $names }
duty-day-nobody = { $day }　沒排人
duty-unusual = 這幾天不一樣：
duty-date = { $day }
button-duty-unusual = 📅 某一天不一樣
button-duty-ready = ✅ 排好了
duty-pick = <b>{ $role } · { $day }</b>
    誰值班？點名字，打勾就是他。
button-duty-on = ✅ { $name }
button-duty-off = ▫️ { $name }
duty-dates = { $role }：哪一天跟平常不一樣？
button-duty-date = { $day }
button-duty-changed = ✏️ { $day }
button-duty-usual = ↩️ 照舊
duty-ready = 好。班有變的 { $count } 位，都告訴了。
duty-ready-nobody = 好。沒有誰的班變了，不用再說。
duty-day-over = 這一天已經過了，或者太遠了。請另選一天。
duty-told = { $by }給您排了班（{ $center }，{ $role }）：
    { $items }
    那幾天來了事，先找您。
duty-told-week = 每{ $days }
duty-told-on = { $day } 加一天
duty-told-off = { $day } 不用值
duty-told-none = { $by }改了班（{ $center }，{ $role }）。以後不用您值班了。
