"""The kinds of organ in the synthetic corpus: what they do, how much of it, and what they write about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One kind of organ. The amounts are yearly means of an organ of a county."""

    suffix: str  # how the organ's name ends
    we: str  # what the organ calls itself
    topics: tuple[str, ...]  # fields that its reports write about
    licences: int = 0
    other_services: int = 0
    penalties: int = 0
    coercion: int = 0
    applications: int = 4
    documents: int = 1  # normative documents issued
    fees: int = 0  # administrative fees, in 10,000 yuan
    makes_regulations: bool = False


GOVERNMENT: Final = Trade(
    suffix="人民政府",
    we="本机关",
    topics=("重大项目建设", "营商环境优化", "乡村振兴", "财政预决算", "民生实事办理", "重大行政决策"),
    applications=40,
    documents=7,
    makes_regulations=True,
)
OFFICES: Final = (
    Trade(
        suffix="应急管理局",
        we="我局",
        topics=("安全生产监管", "防汛抗旱", "森林防灭火", "危险化学品管理", "自然灾害救助", "应急预案演练"),
        licences=60,
        penalties=45,
        coercion=2,
        applications=5,
    ),
    Trade(
        suffix="市场监督管理局",
        we="我局",
        topics=("食品安全抽检", "药品监管", "特种设备安全", "消费者权益保护", "公平竞争审查", "企业登记注册"),
        licences=4200,
        other_services=300,
        penalties=620,
        coercion=35,
        applications=26,
    ),
    Trade(
        suffix="教育局",
        we="我局",
        topics=("义务教育招生", "教师资格认定", "校外培训治理", "学生资助", "普惠性学前教育", "校园安全"),
        licences=120,
        penalties=2,
        applications=9,
        documents=2,
    ),
    Trade(
        suffix="公安局",
        we="我局",
        topics=("户籍管理", "出入境服务", "道路交通管理", "治安防控", "反诈宣传", "警务公开"),
        licences=9800,
        penalties=5200,
        coercion=780,
        applications=12,
        fees=160,
    ),
    Trade(
        suffix="自然资源和规划局",
        we="我局",
        topics=("土地征收", "国土空间规划", "不动产登记", "矿产资源管理", "耕地保护", "地质灾害防治"),
        licences=310,
        other_services=900,
        penalties=30,
        applications=48,
        documents=2,
        fees=420,
    ),
    Trade(
        suffix="生态环境局",
        we="我局",
        topics=("大气污染防治", "环评审批", "排污许可管理", "饮用水水源保护", "固体废物监管", "生态环境监测"),
        licences=85,
        penalties=38,
        coercion=6,
        applications=8,
    ),
    Trade(
        suffix="住房和城乡建设局",
        we="我局",
        topics=("老旧小区改造", "保障性住房分配", "工程质量安全", "物业服务监管", "燃气安全", "房地产市场管理"),
        licences=420,
        penalties=54,
        applications=33,
        documents=2,
        fees=75,
    ),
    Trade(
        suffix="卫生健康委员会",
        we="我委",
        topics=("医疗机构监管", "传染病防控", "妇幼保健", "职业健康", "基层医疗服务", "公共场所卫生监督"),
        licences=560,
        penalties=41,
        applications=6,
    ),
    Trade(
        suffix="交通运输局",
        we="我局",
        topics=("农村公路建设", "道路运输管理", "公交线路调整", "水上交通安全", "超限超载治理", "出租汽车管理"),
        licences=730,
        penalties=260,
        coercion=12,
        applications=7,
    ),
    Trade(
        suffix="人力资源和社会保障局",
        we="我局",
        topics=("就业创业服务", "社会保险经办", "劳动保障监察", "职业技能培训", "人事考试", "农民工工资支付保障"),
        licences=48,
        other_services=1500,
        penalties=9,
        applications=15,
        documents=2,
    ),
    GOVERNMENT,
    Trade(
        suffix="民政局",
        we="我局",
        topics=("社会救助", "养老服务", "社会组织管理", "殡葬服务", "婚姻登记", "残疾人福利"),
        licences=36,
        other_services=2600,
        applications=3,
    ),
    Trade(
        suffix="农业农村局",
        we="我局",
        topics=("惠农补贴发放", "农产品质量安全", "高标准农田建设", "动物疫病防控", "农村宅基地管理", "农机安全"),
        licences=190,
        penalties=27,
        coercion=3,
        applications=10,
    ),
)
TOWNSHIP: Final = Trade(
    suffix="镇人民政府",
    we="我镇",
    topics=("惠民资金发放", "人居环境整治", "村务公开", "农村低保", "宅基地审批", "防返贫监测"),
    licences=18,
    penalties=1,
    applications=2,
    documents=0,
)
