# 岗位：邀请、接受、收回。

roles = <b>{ $center }，谁在管什么</b>
    点名字可以收回岗位。
button-invite = ➕ 请一个人来管事
button-grant = { $role } · { $name }
invite-which = 请他来做什么？
invite-made = 请人来{ $center }管事，岗位是<b>{ $role }</b>。
    把这个链接或者码发给他本人。只能用一次，七天里有效。
    { $link }
invited = { $unit }想请您来管事，岗位是<b>{ $role }</b>。您愿意吗？
button-accept-role = ✅ 愿意
button-decline-role = 不做
invited-accepted = 好！从今天起您在{ $unit }管事了，岗位是<b>{ $role }</b>。
    有事会来找您，打 /desk 看待办的事。
invited-declined = 好，那就算了。
invitation-unknown = 没有这个邀请，可能抄错了。请跟主任再要一个。
invitation-used = 这个邀请已经有人用过了。请跟主任再要一个。
invitation-expired = 这个邀请过期了。请跟主任再要一个。
role-not-allowed = 这个只有主任能做。
role-last-director = 只剩这一位主任，不能收回。先请一位新主任。
revoke-sure = 真要收回这个岗位？
button-revoke-yes = 对，收回
revoked = 收回了：{ $role }。
role-lost-handed = 这几件事交给别人接着办了，您不用管了：
    { $items }
