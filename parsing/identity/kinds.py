"""What kind of organ reports, and on which level it stands, by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from parsing.divisions import divisions
from parsing.identity.region import without_divisions
from parsing.identity.titles import TOWNSHIP


@dataclass(frozen=True, slots=True)
class OrganKind:
    """A kind of organ: the words in its name, and what it is called."""

    id: str
    zh: str
    en: str
    words: str  # a pattern; the first kind whose words occur in the name is taken


_KINDS: Final = (
    OrganKind("emergency", "应急管理", "Emergency management", "应急|安全生产监督|安监|地震|煤矿|煤炭"),
    OrganKind("education", "教育", "Education", "教育|教体|学校|中学|小学"),
    OrganKind("police", "公安", "Public security", "公安|警"),
    OrganKind("justice", "司法", "Justice", "司法"),
    OrganKind("market", "市场监管", "Market regulation", "市场监|工商|质量技术|药品|知识产权"),
    OrganKind("environment", "生态环境", "Environment", "环境|环保"),
    OrganKind("health", "卫生健康", "Health", "卫生|卫健|疾病预防|中医"),
    OrganKind("medical_insurance", "医疗保障", "Medical insurance", "医疗保障|医保"),
    OrganKind(
        "land", "自然资源和规划", "Natural resources and planning", "自然资源|国土|规划(?!和?建设|建设)|林业|海洋"
    ),
    OrganKind("housing", "住房和城乡建设", "Housing and construction", "住房|住建|建设局|建设委|房产|房屋|公积金"),
    OrganKind("urban", "城市管理", "Urban management", "城市管理|城管|综合行政?执法|园林|绿化"),
    OrganKind("transport", "交通运输", "Transport", "交通|公路|港|邮政"),
    OrganKind("water", "水利", "Water", "水利|水务"),
    OrganKind("agriculture", "农业农村", "Agriculture", "农业|农村|畜牧|乡村振兴|粮食"),
    OrganKind("labour", "人力资源和社会保障", "Labour and social security", "人力资源|社会保障|人社|社会保险"),
    OrganKind("civil_affairs", "民政", "Civil affairs", "(?<!人)民政|退役军人|残疾人"),
    OrganKind("finance", "财政", "Finance", "财政|金融|国有资产|国资"),
    OrganKind("tax", "税务", "Taxation", "税务"),
    OrganKind("audit", "审计", "Audit", "审计"),
    OrganKind("statistics", "统计", "Statistics", "统计|调查队"),
    OrganKind("development", "发展和改革", "Development and reform", "发展和?改革|发改|物价|能源"),
    OrganKind(
        "industry", "工业和信息化", "Industry and information", "工业和|工信|经济和|经信|科技和工业|大数据|数据局"
    ),
    OrganKind("science", "科学技术", "Science and technology", "科学技术|科技|科委"),
    OrganKind("commerce", "商务", "Commerce", "商务|投资促进|招商"),
    OrganKind("culture", "文化旅游", "Culture and tourism", "文化|旅游|文旅|广播|体育|文物|新闻出版"),
    OrganKind("ethnic", "民族宗教", "Ethnic and religious affairs", "民族|宗教|民宗|(?<![居村])民委"),
    OrganKind("foreign", "外事", "Foreign affairs", "外事|侨"),
    OrganKind("approval", "行政审批和政务服务", "Approvals and services", "行政审批|政务服务|行政服务"),
    OrganKind("weather", "气象", "Meteorology", "气象"),
    OrganKind("customs", "海关", "Customs", "海关"),
    OrganKind("petition", "信访", "Petitions", "信访"),
    OrganKind("township", "街道和乡镇", "Townships and subdistricts", TOWNSHIP.pattern),
    OrganKind("zone", "开发区", "Development zones", "开发区|新区|园区|实验区|示范区|高新区|管理委员会$|管委会$"),
    OrganKind(
        "government",
        "人民政府",
        "Governments",
        "(?:政府|行政公署|行署)(?:办公厅|办公室|办)?$|(?:省|市|县|旗|州|盟|(?<![发新园验范开税假理景])区)$",
    ),
)
KINDS: Final[Mapping[str, OrganKind]] = MappingProxyType({kind.id: kind for kind in _KINDS})

LEVELS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "national": ("国家级", "National"),
        "province": ("省级", "Province"),
        "city": ("市级", "City"),
        "county": ("县级", "County"),
        "township": ("乡级", "Township"),
    }
)
# What a body is says more than what else its name contains: 港口镇人民政府 has no port.
_FIRST: Final = (KINDS["township"], KINDS["government"])
_NATIONAL: Final = re.compile(r"^(?:国家|中国|中华人民共和国|国务院)|^.{2,4}部$|^(?:海关总|审计)署|海关$")
_BY_WORDS: Final = (
    ("county", re.compile(r"(?:(?<!自治)(?<!地)区|县|旗)(?!域)")),
    ("city", re.compile("市|地区")),
    ("province", re.compile("省|自治区")),
)


def kind_of_organ(name: str) -> str | None:
    """The kind whose words come first in the list; None where no words of any kind occur.

    Names of divisions say nothing: 贵港市审计局 is no office of a port.
    """
    own = without_divisions(name)
    if not own:
        return "government"
    return next((kind.id for kind in (*_FIRST, *_KINDS) if re.search(kind.words, own)), None)


def level_of_organ(name: str, division_code: str | None) -> str | None:
    """The level by the name's ending, its division, or the kind of division that it names."""
    if TOWNSHIP.search(name):
        return "township"
    division = divisions().get(division_code or "")
    if division is not None:
        return division.level  # of a branch too: 国家税务总局甲县税务局
    if _NATIONAL.search(name):
        return "national"
    return next((level for level, words in _BY_WORDS if words.search(name)), None)
