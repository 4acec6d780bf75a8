# 崗位接到群裡：綁定、群裡的卡片、主任私聊裡的清單。

button-groups = 📣 接到群裡的崗位
groups = <b>{ $center }，接到群裡的崗位</b>
    點一下，就不再發到那個群。
    再接一個：把我拉進群，在群裡打 /bind，要接到話題裡就在話題裡打。
    要保密的事從來不進群。
groups-none = <b>{ $center }，還沒有崗位接到群裡</b>
    要接的話，把我拉進群，在群裡打 /bind，要接到話題裡就在話題裡打。
    接好以後，新的事發到群裡，誰先點歸誰。要保密的事從來不進群。
button-desk-group = { $role } · { $title }
groups-free-sure = { $role }的事不再發到「{ $title }」，改成單獨發給每個人？
button-free-desk = 對，單獨發
groups-freed = 好，{ $role }的事以後單獨發給每個人。

groups-bind = { $center }：哪個崗位的事發到這裡來？點一下就行。
    帶 ✅ 的已經接好了。要保密的事從來不進群。
button-desk-here = ✅ { $role }
button-desk-free = { $role }
button-desk-elsewhere = { $role }（在別的群）
groups-bound = 好，{ $role }的事以後發到這裡。
groups-unbind = 哪個崗位的事不再發到這裡？點一下就行。
groups-unbind-none = 這裡沒有接著您管的崗位。
groups-leaders-only = 這個要主任來弄。您有事要辦，私聊裡跟我說就行。
groups-not-your-question = 這幾個按鈕不是給您的。要弄的話，請主任自己打一遍命令。
groups-desk-secret = 這個崗位的事不能進群。
groups-private-only = 這個按鈕在群裡用不了。請到跟我的私聊裡點。
groups-start-first = 請先到私聊裡跟我打個招呼，再回來接。

groups-card-new = 誰先點歸誰。是誰、什麼事，只在私聊裡告訴接的人。
groups-card-returned = 別人退回來的。誰先點歸誰，詳情在私聊裡看。
groups-card-transferred = 別處轉過來的。誰先點歸誰，詳情在私聊裡看。
groups-card-reopened = 說是沒辦好，又打開了。誰先點歸誰，詳情在私聊裡看。
groups-taken = 歸您了，謝謝！是誰、什麼事，請看跟我的私聊。
groups-taken-by-you = ✋ 您在群裡接了，往下看。
groups-number = { $number } 號
groups-gone-returned = ↩️ 退回來了，換個人接。
groups-gone-transferred = 🔀 轉到別處去了。
groups-gone-risen = ⬆️ 交給上面的人接著辦。
groups-gone-unbound = 這個崗位的事不在這裡接了，已經另外告訴管事的人。

groups-row = · { $role }：{ $title }
groups-lost = 這個群我發不進去了：
    { $items }
    沒人接的事已經單獨發給每個人，新的也單獨發。
    還要用群的話，把我拉回去，在群裡再打一遍 /bind。
