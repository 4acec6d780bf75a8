"""Reads a villager's sentence: folds its script, hears its sounds and cuts it into features.

People write dialect, traditional characters, pinyin, English, and above all other characters of the same
sound. So a sentence is read twice: as written, and as it sounds without tones.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

LONGEST = 600
"""Characters read of a sentence: the need is said before that, and work stays bounded."""

_PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z]+|\d+")
_SYLLABLES = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen
ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci
cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dian diao die ding diu dong dou du duan
dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou
gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui
hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong
kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling
liu long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou
mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou
pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing
qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se
sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si
song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang
yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao
zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun
zuo
"""
_KNOWN = frozenset(_SYLLABLES.split())
_PINYIN_WORD = re.compile(f"(?:{'|'.join(sorted(_KNOWN))})+")
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class Reading(NamedTuple):
    """A sentence in pieces: runs of Chinese characters, runs of sounds, and words and numbers in ASCII."""

    runs: tuple[str, ...]
    sounds: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


def fold(text: str, longest: int = LONGEST) -> str:
    """The sentence, up to so many characters, in simplified script, half-width and lower case."""
    from zhconv.zhconv import convert  # slow to load, and only needed once somebody writes

    plain = unicodedata.normalize("NFKC", text[:longest]).lower()
    return str(convert(plain, "zh-hans"))


def sounds(run: str) -> tuple[str, ...]:
    """How each Chinese character of a run sounds in its place, toneless, easily mixed sounds made one."""
    from pypinyin.seg.simpleseg import seg  # slow to load, and only needed once somebody writes

    return tuple(chain.from_iterable(map(_sounds_of_word, seg(run))))


@lru_cache(maxsize=5_000)
def _sounds_of_word(word: str) -> tuple[str, ...]:
    """People use the same words again and again, and looking one up takes the library twenty microseconds a
    character: it was a third of the time that a suggestion takes."""
    from pypinyin import lazy_pinyin

    return tuple(merge(syllable) for syllable in lazy_pinyin([word], errors="ignore"))


@cache
def merge(syllable: str) -> str:
    """A syllable with zh/z, ch/c, sh/s, n/l and the endings ng/n made one."""
    for distinct, merged in _MERGED:
        syllable = syllable.replace(distinct, merged)
    return "l" + syllable[1:] if syllable.startswith("n") else syllable


def read(text: str) -> Reading:
    """Take a sentence apart. Latin words count as pinyin too when all of them can be."""
    pieces = _PIECE.findall(fold(text))
    words = tuple(piece for piece in pieces if piece.isascii())
    runs = tuple(piece for piece in pieces if not piece.isascii())
    spelled = all(_PINYIN_WORD.fullmatch(word) for word in words if word.isalpha())
    return Reading(runs, tuple(_sounds(pieces, spelled)), words)


def _sounds(pieces: Sequence[str], spelled: bool) -> Iterator[tuple[str, ...]]:
    """Runs of sounds; pinyin words in a row are one run, for people put a space after each syllable."""
    run: list[str] = []
    for piece in pieces:
        if not piece.isascii():
            yield sounds(piece)
        elif spelled and piece.isalpha():
            run.extend(merge(syllable) for syllable in syllables(piece))
    if run:
        yield tuple(run)


@cache
def syllables(word: str) -> tuple[str, ...]:
    """The pinyin syllables of a word, the longest first where there is a choice; empty if it has none."""
    if not _PINYIN_WORD.fullmatch(word):
        return ()
    for end in range(min(6, len(word)), 0, -1):
        head, tail = word[:end], word[end:]
        if head in _KNOWN and (not tail or _PINYIN_WORD.fullmatch(tail)):
            return (head, *syllables(tail))
    return ()


def grams(sequence: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Every stretch of `size` neighbours."""
    return (sequence[start : start + size] for start in range(len(sequence) - size + 1))


def features(reading: Reading) -> Counter[str]:
    """What a learned model sees of a sentence: stretches of characters (c), of sounds (s) and words (w)."""
    seen: Counter[str] = Counter()
    for run in reading.runs:
        for size in (1, 2, 3):
            seen.update("c" + str(gram) for gram in grams(run, size))
    for sounds in reading.sounds:
        for size in (2, 3):
            seen.update("s" + " ".join(gram) for gram in grams(sounds, size))
    seen.update("w" + word for word in reading.words)
    seen.update("w" + word[:4] for word in reading.words if len(word) > 4)
    seen.update("w" + " ".join(pair) for pair in grams(reading.words, 2))
    return seen
