# 岗位接到群里：绑定、群里的卡片、主任私聊里的清单。

button-groups = 📣 接到群里的岗位
groups = <b>{ $center }，接到群里的岗位</b>
    点一下，就不再发到那个群。
    再接一个：把我拉进群，在群里打 /bind，要接到话题里就在话题里打。
    要保密的事从来不进群。
groups-none = <b>{ $center }，还没有岗位接到群里</b>
    要接的话，把我拉进群，在群里打 /bind，要接到话题里就在话题里打。
    接好以后，新的事发到群里，谁先点归谁。要保密的事从来不进群。
button-desk-group = { $role } · { $title }
groups-free-sure = { $role }的事不再发到“{ $title }”，改成单独发给每个人？
button-free-desk = 对，单独发
groups-freed = 好，{ $role }的事以后单独发给每个人。

groups-bind = { $center }：哪个岗位的事发到这里来？点一下就行。
    带 ✅ 的已经接好了。要保密的事从来不进群。
button-desk-here = ✅ { $role }
button-desk-free = { $role }
button-desk-elsewhere = { $role }（在别的群）
groups-bound = 好，{ $role }的事以后发到这里。
groups-unbind = 哪个岗位的事不再发到这里？点一下就行。
groups-unbind-none = 这里没有接着您管的岗位。
groups-leaders-only = 这个要主任来弄。您有事要办，私聊里跟我说就行。
groups-not-your-question = 这几个按钮不是给您的。要弄的话，请主任自己打一遍命令。
groups-desk-secret = 这个岗位的事不能进群。
groups-private-only = 这个按钮在群里用不了。请到跟我的私聊里点。
groups-start-first = 请先到私聊里跟我打个招呼，再回来接。

groups-card-new = 谁先点归谁。是谁、什么事，只在私聊里告诉接的人。
groups-card-returned = 别人退回来的。谁先点归谁，详情在私聊里看。
groups-card-transferred = 别处转过来的。谁先点归谁，详情在私聊里看。
groups-card-reopened = 说是没办好，又打开了。谁先点归谁，详情在私聊里看。
groups-taken = 归您了，谢谢！是谁、什么事，请看跟我的私聊。
groups-taken-by-you = ✋ 您在群里接了，往下看。
groups-number = { $number } 号
groups-gone-returned = ↩️ 退回来了，换个人接。
groups-gone-transferred = 🔀 转到别处去了。
groups-gone-risen = ⬆️ 交给上面的人接着办。
groups-gone-unbound = 这个岗位的事不在这里接了，已经另外告诉管事的人。

groups-row = · { $role }：{ $title }
groups-lost = 这个群我发不进去了：
    { $items }
    没人接的事已经单独发给每个人，新的也单独发。
    还要用群的话，把我拉回去，在群里再打一遍 /bind。
