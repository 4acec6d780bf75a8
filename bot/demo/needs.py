"""Scenes of everyday needs, from the first word to the thanks."""

from __future__ import annotations

from bot.demo.stage import Stage
from bot.demo.village import Cast


async def a_sentence_becomes_a_request(stage: Stage, cast: Cast) -> None:
    """Her sentence goes to the doctor, who sees need and village first; name and story once she takes it."""
    grandma, doctor = cast.grandma, cast.doctor
    await grandma.taps("看病拿药")
    await grandma.sees("发出去之前，您看一眼", "给谁：村医", "发烧两天")
    await grandma.taps("发出去")
    await grandma.sees("收到了：")
    await doctor.sees("看病拿药", "上马曲", without=("王秀英", "发烧"))
    await doctor.taps("我来接")
    await doctor.sees("王秀英", "13800000001", "发烧两天")
    await grandma.sees("村医接了")
    stage.prove_secret("发烧两天", grandma, doctor)


async def they_talk(_stage: Stage, cast: Cast) -> None:
    """Doctor and grandma talk through the bot, with a photo and a place, seeing no account."""
    grandma, doctor = cast.grandma, cast.doctor
    await doctor.taps("跟他说话")
    await doctor.says("烧到多少度？家里吃的什么药，拍给我看看")
    asked = await grandma.sees("拍给我看看")
    await grandma.taps("回他", asked)
    await grandma.shows("就是这个药")
    await doctor.sees("就是这个药")
    await grandma.sends_place()
    await doctor.sees("王秀英")
    await grandma.taps("说完了")
    await doctor.says("这个药先停，我带退烧药过来")
    await grandma.sees("我带退烧药过来")
    await doctor.taps("说完了")


async def it_is_finished_and_rated(_stage: Stage, cast: Cast) -> None:
    """Done: grandma agrees with one tap, gives five of five, and a word of thanks."""
    grandma, doctor = cast.grandma, cast.doctor
    await doctor.taps("待办的事")
    await doctor.taps("身体不舒服")
    await doctor.taps("✅ 办好了")
    await grandma.sees("村医说办好了")
    await grandma.taps("👍 办好了")
    await doctor.sees("村民说办好了")
    await grandma.taps("5 分")
    await grandma.taps("说一句")
    await grandma.says("药到病除，谢谢李医生")
    await doctor.sees("5 分", "药到病除")


async def a_voice_note_by_the_menu(_stage: Stage, cast: Cast) -> None:
    """No writing at all: the menu and a voice note about a broken lamp; the caretaker hears it."""
    chen, sweeper = cast.chen, cast.sweeper
    await chen.taps("我要办事")
    await chen.taps("村里的事")
    await chen.taps("环境与设施")
    await chen.sees("您说说是什么事")
    await chen.speaks(6)
    await chen.sees("语音 1 段", "给谁：环卫员")
    await chen.taps("发出去")
    await sweeper.sees("环境与设施", "柳树湾", without=("陈建国",))
    await sweeper.taps("我来接")
    await sweeper.sees("陈建国", "语音 1 段")
    await chen.sees("环卫员接了")


async def not_done_then_done(_stage: Stage, cast: Cast) -> None:
    """ "Not done" is one tap and a word: it opens again for the caretaker, and the second time it holds."""
    chen, sweeper = cast.chen, cast.sweeper
    await sweeper.taps("待办的事")
    await sweeper.taps("环境与设施")
    await sweeper.taps("✅ 办好了")
    await chen.sees("环卫员说办好了")
    await chen.taps("👎 没办好")
    await chen.says("换了灯泡，晚上还是不亮")
    await sweeper.sees("说没办好", "晚上还是不亮")
    await sweeper.taps("开始办")
    await chen.sees("环卫员开始办了")
    await sweeper.taps("✅ 办好了")
    await chen.sees("环卫员说办好了")
    await chen.taps("👍 办好了")
    await chen.sees("您给打几分")


async def a_neighbour_asks_for_grandma(_stage: Stage, cast: Cast) -> None:
    """The neighbour asks on grandma's behalf, whom the roster knows; she is told on her own phone."""
    neighbour, helper = cast.neighbour, cast.helper
    await neighbour.says("屋顶漏雨了，一个人住，想请人帮忙修一下")
    await neighbour.taps("帮扶救助")
    await neighbour.taps("替别人办")
    await neighbour.says("王秀英")
    await neighbour.taps("王秀英")
    await neighbour.taps("邻居")
    await neighbour.sees("替谁办：王秀英，上马曲")
    await neighbour.taps("发出去")
    await cast.grandma.sees("刘小军替您提了这件事")
    await cast.grandma.taps("可以，以后都行")
    await neighbour.sees("王秀英同意了")
    await helper.sees("帮扶救助", "上马曲", without=("王秀英", "刘小军", "漏雨"))
    await helper.taps("我来接")
    await helper.sees("王秀英", "刘小军代办", "漏雨")
    await cast.grandma.sees("救助专干接了")
    await neighbour.sees("救助专干接了")


async def a_question_about_grafting(_stage: Stage, cast: Cast) -> None:
    """A villager wants to learn; the trainer answers and sends a handout."""
    zhao, teacher = cast.zhao, cast.teacher
    await zhao.says("想学果树嫁接，什么时候有培训班")
    await zhao.taps("不是这个意思")
    await zhao.taps("科技培训")
    await zhao.taps("发出去")
    await teacher.sees("科技培训", "下马曲", without=("赵桂芳", "嫁接"))
    await teacher.taps("我来接")
    await teacher.taps("跟他说话")
    await teacher.says("下个月初八在村委会讲嫁接，给您留个位子")
    told = await zhao.sees("给您留个位子")
    await zhao.says("好，我带隔壁嫂子一起来", reply_to=told)
    await teacher.sees("我带隔壁嫂子一起来")
    await teacher.taps("说完了")


async def a_quarrel_that_only_two_read(stage: Stage, cast: Cast) -> None:
    """A quarrel between neighbours: its words reach the mediator and nobody else, the director included."""
    zhao, mediator = cast.zhao, cast.mediator
    words = "隔壁周老三砌墙占了我家半尺宅基，还推了我一把"
    await zhao.says(words)
    await zhao.taps("一件新的事")
    await zhao.taps("矛盾调解")
    await zhao.sees("只有接这件事的人看得到")
    await zhao.taps("发出去")
    await mediator.sees("矛盾调解", without=("赵桂芳", "砌墙", "周老三"))
    await mediator.taps("我来接")
    await mediator.sees("赵桂芳", words)
    await mediator.taps("跟他说话")
    await mediator.says("明天上午我把两家请到一起，当面量一量")
    await zhao.sees("当面量一量")
    await mediator.taps("说完了")
    await cast.director.taps("待办的事")
    for secret in ("砌墙", "周老三", "当面量一量"):
        stage.prove_secret(secret, zhao, mediator)


async def moved_to_another_desk(_stage: Stage, cast: Cast) -> None:
    """It was asked of the caretaker, but it is helping hands that are needed: moved on, with the reason."""
    chen, sweeper, helper = cast.chen, cast.sweeper, cast.helper
    await chen.says("门口的水沟堵了，我腰伤了弯不下去")
    await chen.taps("环境与设施")
    await chen.taps("发出去")
    await sweeper.taps("我来接")
    await sweeper.taps("办不了，转出去")
    await sweeper.taps("转给别的岗位")
    await sweeper.taps("家里要人帮")
    await sweeper.taps("帮扶救助")
    await sweeper.says("沟是自家院里的，要人上门帮忙清")
    await helper.sees("别处转过来的：沟是自家院里的")
    await chen.sees("转到🤝 帮扶救助了")
    await helper.taps("我来接")
    await helper.sees("陈建国", "腰伤了")
    await chen.sees("救助专干接了")


async def where_nobody_sits(_stage: Stage, cast: Cast) -> None:
    """A center with nobody at the desk: the request starts a step higher, at the township, and says so."""
    yang, officer = cast.yang, cast.officer
    await yang.says("想在附近找个活干，镇上有没有招工的")
    await yang.taps("务工与行情")
    await yang.sees("给谁：镇上")
    await yang.taps("发出去")
    await yang.sees("直接交给上面的人了")
    await officer.sees("东兴村社区服务中心", "河坝", without=("杨秋月", "招工"))
    await officer.taps("我来接")
    await officer.sees("杨秋月", "招工")
    await yang.sees("镇上接了")


async def following_up(stage: Stage, cast: Cast) -> None:
    """Where is my request? Who has what to do? One key each, or the number said over the phone."""
    grandma, helper = cast.grandma, cast.helper
    await grandma.taps("我办的事")
    await grandma.sees("您提的事")
    await grandma.taps("身体不舒服")
    await grandma.sees("办完了", "发烧两天")
    await helper.taps("待办的事")
    await helper.sees("一共 2 件")
    await helper.taps("修修补补")
    await helper.sees("王秀英", "刘小军代办", "漏雨")
    stage.prove("eight needs were said, and the database has eight requests", await stage.requests() == 8)
