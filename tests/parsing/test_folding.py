"""Width, script and the signs of fonts: two printings of the same words are one."""

from __future__ import annotations

import pytest

from parsing import read_report
from parsing.folding import fold
from parsing.model import Source

TABLE = "第二十条第（五）项\n信息内容\n本年处理决定数量\n⾏政许可\n1\n"


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("⼈⺠政府", "人民政府"),
        ("⻄⻔⻓⻘⻢⻩⻬⻰", "西门长青马黄齐龙"),
        ("⻁⻅⻆⻉⻋⻙⻚⻛⻜⻝⻣⻤⻥⻦⻧⻨⻪⻮⻳⺟⺩⺒", "虎见角贝车韦页风飞食骨鬼鱼鸟卤麦黾齿龟母王巳"),
        ("⻑沙", "长沙"),  # the traditional sign
        ("⺡⻏⻖⺼", "⺡⻏⻖⺼"),  # parts of characters, not characters
    ],
)
def test_a_radical_that_is_a_whole_character_is_that_character(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("規(guī)章(zhāng)", "规章"),
        ("行(xing)政(zheng)許(xu)可(ke)", "行政许可"),
        ("公(gong)(gong)開女(nv)兒(er)", "公开女儿"),
        ("附件（pdf）说明（doc）重量（kg）三件（a）", "附件(pdf)说明(doc)重量(kg)三件(a)"),
    ],
)
def test_how_a_sign_is_spoken_is_no_part_of_a_word(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize(
    ("printed", "name", "division"),
    [
        ("故城县⻘⽲演⽰镇⼈⺠政府", "故城县青禾演示镇人民政府", "131126"),
        ("⻩⼭市⻩⼭区⽔利局", "黄山市黄山区水利局", "341003"),
        ("⻬⻬哈尔市⺠政局", "齐齐哈尔市民政局", "230200"),
    ],
)
def test_an_organ_printed_with_radicals_is_named_in_ordinary_characters(printed: str, name: str, division: str) -> None:
    text = f"{printed}2021年政府信息公开⼯作年度报告\n{TABLE}"
    agency = read_report(Source("report.txt", text.encode())).agency
    assert agency is not None
    assert (agency.name, agency.division_code) == (name, division)
