"""Figures as a village announcer says them, understood again by somebody who hears them."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.spoken import in_words, unmarked
from tests.domain.hearing import digits_heard, fen_heard, time_heard, understood


def said(words: str, *, traditional: bool = False) -> str:
    """What is heard."""
    return unmarked(in_words(words, traditional=traditional))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-12-03", "二零二六年十二月三号"),
        ("2026/1/1", "二零二六年一月一号"),
        ("2026.12.31", "二零二六年十二月三十一号"),
        ("2026年12月3日", "二零二六年十二月三号"),
        ("2026 年 12 月 3 日", "二零二六年十二月三号"),
        ("2026年12月", "二零二六年十二月"),
        ("2026-12", "二零二六年十二月"),
        ("2026年度", "二零二六年度"),
        ("2026-2028年", "二零二六到二零二八年"),
        ("12月3日", "十二月三号"),
        ("12月3號", "十二月三号"),
        ("12/3", "十二月三号"),
        ("12月10日", "十二月十号"),
        ("2月20日", "二月二十号"),
        ("5日", "五号"),
        ("12月3日-5日", "十二月三号到五号"),
        ("12月3-5日", "十二月三号到五号"),
        ("12月3日至12月5日", "十二月三号到十二月五号"),
        ("12月-2月", "十二月到二月"),
    ],
)
def test_dates_are_said_with_the_year_digit_by_digit(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("15日内", "十五日内"),
        ("连续7日", "连续七日"),
        ("13/32", "三十二分之十三"),
        ("13月32日", "十三月三十二日"),
        ("100年", "一百年"),
        ("1899年", "一千八百九十九年"),
        ("1900年", "一九零零年"),
        ("2099年", "二零九九年"),
        ("2100年", "两千一百年"),
    ],
)
def test_what_only_looks_like_a_date_is_none(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("0:00", "凌晨零点"),
        ("00:05", "凌晨零点零五分"),
        ("4:59", "凌晨四点五十九分"),
        ("5:00", "早上五点"),
        ("8:59", "早上八点五十九分"),
        ("9:00", "上午九点"),
        ("9:30", "上午九点半"),
        ("9:05", "上午九点零五分"),
        ("9:10", "上午九点十分"),
        ("11:59", "上午十一点五十九分"),
        ("12:00", "中午十二点"),
        ("12:30", "中午十二点半"),
        ("12:59", "中午十二点五十九分"),
        ("13:00", "下午一点"),
        ("14:00", "下午两点"),
        ("14：00", "下午两点"),
        ("17:59", "下午五点五十九分"),
        ("18:00", "晚上六点"),
        ("23:59", "晚上十一点五十九分"),
        ("24:00", "晚上十二点"),
        ("9:15:30", "上午九点十五分三十秒"),
        ("2点", "两点"),
        ("9点半", "九点半"),
        ("9点30分", "九点半"),
        ("12时", "十二点"),
        ("13时", "下午一点"),
        ("14点05分", "下午两点零五分"),
        ("20时", "晚上八点"),
        ("10分钟", "十分钟"),
    ],
)
def test_times_are_said_with_the_part_of_the_day(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("上午9:30", "上午九点半"),
        ("下午2:00", "下午两点"),
        ("下午14:00", "下午两点"),
        ("明早8点", "明早八点"),
        ("晚7:30", "晚七点半"),
        ("9:00-11:30", "上午九点到十一点半"),
        ("14:00~16:00", "下午两点到四点"),
        ("11:00至14:30", "上午十一点到下午两点半"),
        ("下午2:30-4:00", "下午两点半到四点"),
        ("上午9:00-14:00", "上午九点到下午两点"),
        ("早上8:00-晚上6:00", "早上八点到晚上六点"),
        ("9-11点", "九点到十一点"),
        ("14-16点", "下午两点到四点"),
        ("11-14点", "上午十一点到下午两点"),
    ],
)
def test_the_part_of_the_day_is_said_once(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1元", "一块"),
        ("2元", "两块"),
        ("10元", "十块"),
        ("12元", "十二块"),
        ("0.5元", "五毛"),
        ("0.20元", "两毛"),
        ("0.05元", "五分"),
        ("0元", "零块"),
        ("3.05元", "三块零五分"),
        ("3.50元", "三块五毛"),
        ("22.22元", "二十二块两毛两分"),
        ("¥1250", "一千二百五十块"),
        ("￥ 3.60", "三块六毛"),
        ("1,250.50元", "一千二百五十块零五毛"),
        ("1251.50元", "一千二百五十一块五毛"),
        ("200元", "两百块"),
        ("3.5万元", "三万五千块"),
        ("20万元", "二十万块"),
        ("1.2亿元", "一亿二千万块"),
        ("1.255元", "一点二五五块"),
        ("3元/斤", "三块每斤"),
        ("3元/㎡", "三块每平方米"),
        ("20元/人/月", "二十块每人每月"),
        ("100-200元", "一百到两百块"),
        ("1000-2000元", "一千到两千块"),
        ("20元—50元", "二十块到五十块"),
        ("2角5分", "两角五分"),
        ("结余：-1,250.5元", "结余：负一千二百五十块零五毛"),
    ],
)
def test_money_is_said_in_kuai_mao_and_fen(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("30%", "百分之三十"),
        ("30 %", "百分之三十"),
        ("30.5％", "百分之三十点五"),
        ("100%", "百分之百"),
        ("10%-20%", "百分之十到百分之二十"),
        ("10-20%", "百分之十到百分之二十"),
        ("5‰", "千分之五"),
        ("100‰", "千分之一百"),
        ("2/3以上", "三分之二以上"),
        ("1/3的人", "三分之一的人"),
        ("3:2", "三比二"),
        ("1:50兑水", "一比五十兑水"),
    ],
)
def test_shares_are_said_with_the_whole_first(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2个", "两个"),
        ("2 个", "两个"),
        ("2人", "两人"),
        ("2户", "两户"),
        ("2年", "两年"),
        ("2个月", "两个月"),
        ("2小时", "两小时"),
        ("2斤", "两斤"),
        ("2亩", "两亩"),
        ("2公里", "两公里"),
        ("2-3个", "两到三个"),
        ("2千", "两千"),
        ("2万", "两万"),
        ("2两", "二两"),
        ("2月", "二月"),
        ("2号", "二号"),
        ("2楼", "二楼"),
        ("2组", "二组"),
        ("2年级", "二年级"),
        ("第2个", "第二个"),
        ("2", "二"),
        ("12个", "十二个"),
        ("20个", "二十个"),
        ("22个", "二十二个"),
        ("102户", "一百零二户"),
        ("200户", "两百户"),
        ("2.5亩", "二点五亩"),
    ],
)
def test_two_of_something_is_liang_and_number_two_is_er(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("3-5天", "三到五天"),
        ("3天-5天", "三天到五天"),
        ("3~5天", "三到五天"),
        ("3至5天", "三到五天"),
        ("费用20元——12月3日交", "费用二十块——十二月三号交"),
        ("2、3天", "二、三天"),
        ("3.5万人", "三万五千人"),
        ("1.5亿", "一亿五千万"),
        ("3千多人", "三千多人"),
        ("5百", "五百"),
        ("50千克", "五十千克"),
        ("100千瓦", "一百千瓦"),
        ("1,234,567人", "一百二十三万四千五百六十七人"),
        ("1,2,3", "一,二,三"),
        ("007", "零零七"),
        ("0.05", "零点零五"),
        ("1.2.3", "一点二.三"),
        ("１２个", "十二个"),
        ("123456789人", "一亿二千三百四十五万六千七百八十九人"),
    ],
)
def test_quantities_and_ranges_are_said_as_numbers(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2kg", "两公斤"),
        ("1.5km", "一点五公里"),
        ("100 m", "一百米"),
        ("5cm", "五厘米"),
        ("80㎡", "八十平方米"),
        ("80m2", "八十平方米"),
        ("80m²", "八十平方米"),
        ("3m³", "三立方米"),
        ("60km/h", "六十公里每小时"),
        ("3斤", "三斤"),
        ("3亩", "三亩"),
        ("5℃", "五度"),
        ("-5℃", "零下五度"),
        ("－5°C", "零下五度"),
        ("-5~3℃", "零下五到三度"),
        ("-8~-3℃", "零下八到零下三度"),
        ("5-8℃", "五到八度"),
        ("温差为-5", "温差为负五"),
        ("5G", "五G"),
        ("3mall", "三mall"),
    ],
)
def test_units_are_said_and_not_spelled(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("138 0000 0001", "幺三八，零零零零，零零零幺"),
        ("13800000001", "幺三八，零零零零，零零零幺"),
        ("+86 138-0000-0001", "幺三八，零零零零，零零零幺"),
        ("0831-1234567", "零八三幺，幺二三，四五六七"),
        ("（0831）12345678", "零八三幺，幺二三四，五六七八"),
        ("400-123-4567", "四零零，幺二三，四五六七"),
        ("电话：1234567", "电话：幺二三，四五六七"),
        ("打120，拨110", "打幺二零，拨幺幺零"),
        ("12345热线", "幺二三四五热线"),
        ("1004号", "幺零零四号"),
        ("101室", "幺零幺室"),
        ("99号", "九十九号"),
        ("2026-017", "二零二六杠零幺七"),
        ("云民发〔2026〕38号", "云民发〔二零二六〕三十八号"),
        ("G318", "G三幺八"),
        ("62284804025648", "六二二八，四八零四，零二五六，四八"),
        ("120户", "一百二十户"),
        ("打100斤", "打一百斤"),
        ("拨120元", "拨一百二十块"),
    ],
)
def test_telephone_numbers_and_codes_are_said_digit_by_digit(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1. 带户口本", "第一，带户口本"),
        ("2、带钱", "第二，带钱"),
        ("(3)带笔", "第三，带笔"),
        ("（10）带章", "第十，带章"),
        ("说好：\n1）早来\n2）别忘", "说好：\n第一，早来\n第二，别忘"),
        ("1.5元", "一块五毛"),
        ("1、3、5号", "一、三、五号"),
    ],
)
def test_points_of_a_list_are_counted(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("14:00", "下午兩點"),
        ("2026-12-03", "二零二六年十二月三號"),
        ("3.5萬元", "三萬五千塊"),
        ("1.2億", "一億二千萬"),
        ("2個", "兩個"),
        ("-5℃", "零下五度"),
        ("为-5", "为負五"),
        ("3t", "三噸"),
        ("60km/h", "六十公里每小時"),
        ("1004號", "幺零零四號"),
        ("2号", "二号"),
    ],
)
def test_the_words_are_in_traditional_characters_and_what_people_wrote_stays(
    written: str, words: str
) -> None:
    assert said(written, traditional=True) == words


@given(st.integers(0, 99_999_999) | st.integers(0, 3000))
def test_whoever_hears_how_many_writes_the_same_number(number: int) -> None:
    [heard] = re.findall("共(.+)人", said(f"一共{number}人"))

    assert understood(heard) == number
    assert said(f"一共{number:,}人") == said(f"一共{number}人")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_whoever_hears_a_date_writes_the_same_date(day: date) -> None:
    for written in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}"):
        found = re.fullmatch("(.+)年(.+)月(.+)号", said(written))
        assert found is not None
        heard = date(int(digits_heard(found[1])), understood(found[2]), understood(found[3]))
        assert heard == day


def test_whoever_hears_a_time_writes_the_same_time() -> None:
    for minute in range(24 * 60):
        at = time(*divmod(minute, 60))
        assert time_heard(said(f"{at:%H:%M}")) == at
        assert said(f"{at.hour}:{at:%M}") == said(f"{at:%H:%M}")


@given(st.integers(0, 10**9))
@example(204901)
@example(199912)
def test_whoever_hears_an_amount_writes_the_same_amount(fen: int) -> None:
    yuan = f"{fen // 100}.{fen % 100:02}"

    assert fen_heard(said(f"{yuan}元")) == fen
    assert said(f"¥{yuan}") == said(f"{yuan}元")


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_whoever_hears_a_mobile_number_writes_the_same_number(number: str) -> None:
    words = said(f"电话{number}。").removeprefix("电话").removesuffix("。")

    assert digits_heard(words) == number
    assert [len(group) for group in words.split("，")] == [3, 4, 4]


@given(st.text("0123456789-/.:,，月日年号元%个万 点a一\n￥第", max_size=25), st.booleans())
def test_no_digit_is_left_and_no_mark(words: str, traditional: bool) -> None:
    assert not re.search("[0-9０-９\ue000-\ue002]", said(words, traditional=traditional))


@given(st.text(max_size=30))
def test_anything_may_be_said_without_a_fall(words: str) -> None:
    assert not re.search("[0-9０-９]", said(words))


@given(st.text("天地人，。！？a b\n「」——", max_size=30))
def test_words_without_figures_stay_as_they_are(words: str) -> None:
    assert said(words) == words
