# 職務：邀請、接受、收回。

roles = <b>{ $center }，誰在管什麼</b>
    點名字可以收回職務。
button-invite = ➕ 請一個人來管事
button-grant = { $role } · { $name }
invite-which = 請他來做什麼？
invite-made = 請人來{ $center }管事，職務是<b>{ $role }</b>。
    把這個連結或者碼傳給他本人。只能用一次，七天裡有效。
    { $link }
invited = { $unit }想請您來管事，職務是<b>{ $role }</b>。您願意嗎？
button-accept-role = ✅ 願意
button-decline-role = 不做
invited-accepted = 好！從今天起您在{ $unit }管事了，職務是<b>{ $role }</b>。
    有事會來找您，打 /desk 看待辦的事。
invited-declined = 好，那就算了。
invitation-unknown = 沒有這個邀請，可能抄錯了。請跟主任再要一個。
invitation-used = 這個邀請已經有人用過了。請跟主任再要一個。
invitation-expired = 這個邀請過期了。請跟主任再要一個。
role-not-allowed = 這個只有主任能做。
role-last-director = 只剩這一位主任，不能收回。先請一位新主任。
revoke-sure = 真要收回這個職務？
button-revoke-yes = 對，收回
revoked = 收回了：{ $role }。
role-lost-handed = 這幾件事交給別人接著辦了，您不用管了：
    { $items }
