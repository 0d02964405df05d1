"""An organ's name: found in whatever words, cleaned of what stands around it, as full as the document prints it."""

from __future__ import annotations

import pytest

from parsing import read_report
from parsing.catalogue import message
from parsing.model import Source
from tests.parsing.texts import agency, read_with_table

LEFT_BY_A_TEMPLATE = "本报告由故城县人民政府办公室按照《条例》编制。如有疑问，请联系故城县水利局（电话：1234）。"
TITLE = "政府信息公开工作年度报告"


def code(text: str) -> str | None:
    found = read_with_table(text).agency
    return found.division_code if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"县水利局2021年{TITLE}\n请与故城县水利局联系。", "故城县水利局"),
        (f"市政府办公室2021年{TITLE}\n来源：天门市人民政府办公室", "天门市人民政府办公室"),
        (f"县水利局2021年{TITLE}\n请与故城县水利局联系，并抄送景县水利局。", "县水利局"),  # of two places
        (f"青禾镇2021年{TITLE}\n地址：故城县青禾镇人民政府。", "故城县青禾镇人民政府"),
        (f"桂花街道2021年{TITLE}\n桂花街道办事处门户网站", "桂花街道办事处"),
        (f"故城县卫生健康委2021年{TITLE}\n故城县卫生健康委员会公报", "故城县卫生健康委员会"),
        (f"舒城经济开发区2021年{TITLE}\n请与安徽舒城经济开发区管委会联系。", "安徽舒城经济开发区管委会"),
        (f"扎赉特旗扎赉特旗人民政府2021年{TITLE}", "扎赉特旗人民政府"),
        (f"故城县水利局办公室2021年{TITLE}", "故城县水利局"),
        (f"故城县人民政府办公室2021年{TITLE}", "故城县人民政府办公室"),
        (f"故城县青禾镇党政办公室2021年{TITLE}", "故城县青禾镇"),
        ("如有疑问，请与故城县青禾乡办公室联系。", "故城县青禾乡"),
        ("本报告由故城县演示街道综合办公室编制。", "故城县演示街道"),
        (f"根据要求，故城县演示街道特编制2021年{TITLE}。\n2021年，演示街道办事处在网站公开。", "故城县演示街道"),
        ("2021年，在县委、县政府的坚强领导下，在县政务公开办的指导下，青禾乡人民政府认真落实。", "青禾乡人民政府"),
        (f"兴安盟行政公署办公室2021年{TITLE}", "兴安盟行政公署办公室"),
        (f"海关总署（本级机关）2021年{TITLE}", "海关总署（本级机关）"),
        (f"天津海关关区2021年{TITLE}", "天津海关"),
        (f"市政府研究室2021年{TITLE}\n来源：铜陵市人民政府研究室", "铜陵市人民政府研究室"),
        (f"内容概述 市水利局2021年{TITLE}\n来源 衡水市水利局", "衡水市水利局"),
        ("制定水利局2021年政府信息公开工作年度报告。\n建立故城县水利局审查制度。", "故城县水利局"),
        (f"故城县科委2021年{TITLE}\n请与故城县科学技术委员会联系。", "故城县科学技术委员会"),
        (f"县人社局2021年{TITLE}\n来源：故城县人力资源和社会保障局", "故城县人力资源和社会保障局"),
        (f"福州高新区2021年{TITLE}\n请与福州高新技术产业开发区党政办公室联系。", "福州高新技术产业开发区"),
        (f"故城县教育局2021年{TITLE}\n请与故城县教育体育局联系。", "故城县教育局"),
        (f"故城县应急局2021年{TITLE}\n请与故城县应急管理局联系。", "故城县应急管理局"),
        (f"县退役军人局2021年{TITLE}\n来源：故城县退役军人事务局", "故城县退役军人事务局"),
        (f"故城县发改局2021年{TITLE}\n请与景县发展和改革局联系。", "故城县发改局"),
        (f"故城县科委2021年{TITLE}\n各级科学技术委员会要做好公开。", "故城县科委"),  # nothing says that it is this one
    ],
)
def test_a_name_is_as_full_as_the_document_prints_it(text: str, name: str) -> None:
    assert agency(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"名 称: 故城县水利局2021年{TITLE} 发布日期: 2022年01月21日", "故城县水利局"),
        (f"衡水市人民政府门户网站 部门 故城县水利局2021年{TITLE}", "故城县水利局"),
        (f"大 中 小故城县水利局2021年{TITLE}", "故城县水利局"),
        (f"根据要求，编制发布故城县水利局2021年{TITLE}。", "故城县水利局"),
        ("标 题 | 故城县水利局关于2021年度政府信息公开工作情况的报告 | |", "故城县水利局"),
        (f"故城县2021年{TITLE}（以下简称年报）根据《条例》编制，全文共六个部分，统计期限为全年。", "故城县"),
        (f"故城县水利局 2021年{TITLE} 2021年，区水利局公开透明，全文共六个部分，以下分述。", "故城县水利局"),
        ("结合广州实际编制本报告，由广州市政府办公厅综合各区的年度报告编写。", "广州市政府办公厅"),
        (
            "根据《故城县政府信息公开工作年度报告制度》，特制作故城县水利局2021年政府信息公开工作年度报告。",
            "故城县水利局",
        ),
        ("根据《故城县政府信息公开工作年度报告制度》，编制本报告。", None),
        ("现编制本报告向社会公开青禾乡2021年政府信息公开工作年度报告。", "青禾乡"),
        (
            "本报告由故城县公开工作领导小组办公室根据《条例》和甲政办函〔2022〕7号，汇总而成。",
            "故城县公开工作领导小组办公室",
        ),
        ("由故城县人民政府办公室综合各乡镇和各部门的年度报告编写。", "故城县人民政府办公室"),
        ("按照《条例》要求，故城县水利局编制了县水利局2021年政府信息公开工作年度报告。", "故城县水利局"),
        ("如有意见，请联系故城县水利局办公室政务公开科，电话：1234。", "故城县水利局"),
        ("请与故城县重点工程领导小组办公室综合科联系。", "故城县重点工程领导小组办公室"),
        ("有意见可直接与故城县水利局办公室联系。", "故城县水利局"),
        (f"{LEFT_BY_A_TEMPLATE}\n一、总体情况\n2021年以来，县水利局严格落实《条例》。", "故城县水利局"),
        (f"{LEFT_BY_A_TEMPLATE}\n一、总体情况\n2021年，故城县严格落实《条例》。", "故城县人民政府办公室"),
        (f"青禾街2021年{TITLE}", "青禾街"),
        (f"青禾街2021年{TITLE}\n请与青禾街道办事处联系。", "青禾街道办事处"),
        (f"故城县气象部门2021年{TITLE}", "故城县气象部门"),
        (f"故城县部门2021年{TITLE}", None),
        ("一、总体情况\n今年以来，故城县水利局认真贯彻落实《条例》。", "故城县水利局"),
        ("一、总体情况\n2021年度，故城县水利局未发生因信息公开引起的行政复议。", "故城县水利局"),
        ("请与故城县政府信息中心联系。", "故城县政府"),
        ("全文包括故城县青禾镇人民政府信息公开总体情况和其他事项。", "故城县青禾镇人民政府"),
        ("发文机构\n故城县水利局\n日期\n2022-01-31", "故城县水利局"),
        (
            "这是根据《条例》的要求，由故城县统计局、国家统计局故城调\n查队编制的报告。",
            "故城县统计局、国家统计局故城调查队",
        ),
        ("一、总体情况\n2021年，青禾镇人民政府未收到政府信息公开申请。", "青禾镇人民政府"),
        ("一、总体情况\n故城县水利局高度重视政府信息公开工作。", "故城县水利局"),
        ("一、总体情况\n故城县水利局高度重视公开工作。\n景县水利局高度重视公开工作。", None),
        ("一、总体情况\n2021年，经开区认真做好公开工作。", None),
        ("一、总体情况\n2021年，分局认真做好公开工作。", None),
        ("现公布2021年度本机关政府信息公开工作年度报告。", None),
        ("主动公开本单位财政预决算、政府信息公开工作年度报告等4条。", None),
        ("现梳理2021年度全国海关政府信息公开工作年度报告。", None),
        ("2020年，我街按照全区政府信息公开工作的要求，公开各类信息。", None),
        (f"mobile 365人民政府2021年{TITLE}", None),
        ("2021年的故城县政府信息公开工作，由各部门分别推进。", "故城县"),
    ],
)
def test_a_name_is_found_in_other_words_and_nothing_else_is_taken_for_one(text: str, name: str | None) -> None:
    assert agency(text) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (f"2021年{TITLE}（故城县水利局）", "故城县水利局"),
        (f"2021年{TITLE} (故城县水利局)", "故城县水利局"),
        (f"2021年度{TITLE}（故城县青禾镇人民政府）", "故城县青禾镇人民政府"),
        (f"2021年{TITLE}——故城县水利局", "故城县水利局"),
        (f"2021年{TITLE}--故城县水利局", "故城县水利局"),
        (f"故城县水利局2021年{TITLE}（衡水市水利局）", "故城县水利局"),
        (f"2021年{TITLE}（2021年度）", None),
        (f"2021年{TITLE}（公示稿）", None),
        (f"2021年{TITLE}（乡镇）", None),
        (f"2021年{TITLE}（乡镇街道）", None),
        (f"2021年{TITLE}（市县区）", None),
        (f"2021年{TITLE}--故城县人民政府", None),  # whose site it is
        (f"2021年{TITLE}-故城县水利局", None),
        (f"2021年{TITLE} | 故城县水利局", None),
        (f"2021年{TITLE}（故城县水利局）解读", None),
    ],
)
def test_the_organ_behind_the_words_of_a_title(title: str, name: str | None) -> None:
    assert agency(f"{title}\n一、总体情况\n2021年，我局公开信息8条。") == name


def test_dashes_in_the_head_of_a_page_part_the_article_from_the_site() -> None:
    page = f"<title>2021年{TITLE}--衡水市水利局</title><p>2021年{TITLE}</p><p>一、总体情况</p><p>公开8条。</p>"
    assert read_report(Source("report.html", page.encode())).agency is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        # which of them is the title of this report cannot be told
        ((f"故城县水利局2021年{TITLE}", f"景县水利局2020年{TITLE}", f"景县教育局2022年{TITLE}"), None),
        ((f"景县水利局2020年{TITLE}", f"景县教育局2022年{TITLE}", f"故城县水利局2021年{TITLE}"), None),
        ((f"景县水利局2020年{TITLE}", "2021-01-20", f"景县教育局2020年{TITLE}", "2021-01-21"), None),
        # the list stands apart
        (
            (f"故城县水利局2021年{TITLE}", "浏览次数：8", f"景县水利局2020年{TITLE}", f"景县教育局2020年{TITLE}"),
            "故城县水利局",
        ),
        (
            (f"景县水利局2020年{TITLE}", f"景县教育局2020年{TITLE}", "浏览次数：8", f"故城县水利局2021年{TITLE}"),
            "故城县水利局",
        ),
        # the text says whose report it is
        ((f"景县水利局2020年{TITLE}", f"景县教育局2020年{TITLE}", "本报告由故城县水利局编制。"), "故城县水利局"),
        # one organ: in other years, in short, below the name of the site
        ((f"故城县水利局2021年{TITLE}", f"故城县水利局2020年{TITLE}", f"故城县水利局2019年{TITLE}"), "故城县水利局"),
        ((f"故城县发改局2021年{TITLE}", f"故城县发展和改革局2021年{TITLE}"), "故城县发展和改革局"),
        ((f"衡水市人民政府2021年{TITLE}", f"故城县水利局2021年{TITLE}"), "故城县水利局"),
    ],
)
def test_a_list_of_other_reports_between_title_and_body_names_no_organ(
    lines: tuple[str, ...], name: str | None
) -> None:
    text = "\n".join((*lines, "统计期限为2021年1月1日至2021年12月31日。", "一、总体情况", "我局公开信息8条。"))
    report = read_with_table(text)
    assert (report.agency.name if report.agency else None) == name
    assert ("agency-not-found" in {problem.code for problem in report.problems}) == (name is None)


def test_a_list_of_other_reports_says_nothing_of_the_year() -> None:
    listed = [f"{name}2020年{TITLE}" for name in ("景县水利局", "景县教育局", "景县民政局")]
    lines = (f"故城县水利局2021年{TITLE}", "浏览次数：8", *listed, "一、总体情况", "我局公开信息8条。")
    assert read_with_table("\n".join(lines)).fiscal_year == 2021


@pytest.mark.parametrize(
    ("name", "year", "division"),
    [
        ("临平区水利局", 2022, "330113"),
        ("龙港市水利局", 2020, "330383"),
        ("白杨市水利局", 2023, "659012"),
        ("三元区水利局", 2020, "350403"),
        ("三元区水利局", 2021, "350404"),
        ("沙县水利局", 2019, "350427"),
        ("临夏州水利局", 2021, "622900"),
        ("恩施州水利局", 2021, "422800"),
        ("襄樊市水利局", 2009, "420600"),
        ("襄阳市水利局", 2012, "420600"),
        ("下城区水利局", 2022, "330103"),  # abolished the year before
        ("南宁经济技术开发区管理委员会", 2021, "450100"),
        ("安徽舒城经济开发区", 2021, "341523"),
        ("朝阳经济开发区", 2021, None),  # there are several
        ("国家统计局湖北调查总队", 2021, "420000"),
        ("国家统计局故城调查队", 2021, "131126"),
        ("池州市公安局贵池分局", 2021, "341702"),
        ("池州市公安贵池分局", 2021, "341702"),
        ("成都市生态环境局双流分局", 2021, "510116"),
        ("池州市公安局经开区分局", 2021, "341700"),
    ],
)
def test_the_division_that_stood_in_the_year_of_the_report(name: str, year: int, division: str | None) -> None:
    assert code(f"{name}{year}年{TITLE}") == division


@pytest.mark.parametrize(
    ("site", "division"),
    [
        ("报告可在“故城县人民政府”门户网站下载", "131126"),
        ("通过梅河口市政府网站公开", "220581"),
        ("通过故城县政府网站和景县政府网站公开", None),
        ("通过衡水市政府网站公开", None),
        ("按照《故城县2021年政务公开工作要点》", "131126"),
    ],
)
def test_a_township_lies_in_the_county_whose_site_or_plan_it_names(site: str, division: str | None) -> None:
    assert code(f"青禾镇2021年{TITLE}\n{site}") == division


def test_candidates_are_told_with_the_city_that_they_lie_in() -> None:
    report = read_with_table(f"鼓楼区水利局2020年{TITLE}")
    problem = next(problem for problem in report.problems if problem.code == "region-ambiguous")
    assert "江苏省南京市鼓楼区、江苏省徐州市鼓楼区" in message(problem, "zh")


def test_a_date_below_its_name_is_the_date_of_publication() -> None:
    published = read_with_table(f"日期\n2022-01-31\n故城县水利局2021年{TITLE}").published
    assert published is not None
    assert published.isoformat() == "2022-01-31"


@pytest.mark.parametrize(
    ("printed", "code"),
    [("（地址：故城县青禾镇演示村）", "131126"), ("故城县青禾镇、景县青禾镇", None), ("故城县红禾镇", None)],
)
def test_a_town_lies_in_the_county_printed_before_its_name(printed: str, code: str | None) -> None:
    found = read_report(Source("report.txt", f"青禾镇人民政府2020年{TITLE}\n{printed}".encode())).agency
    assert found is not None
    assert found.division_code == code
