"""Figures of one report that no rule forbids and that are worth a look."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Group, Kind, Severity, Wording

ODDITIES: Final[tuple[Kind, ...]] = (
    Kind(
        "other-share",
        Severity.NOTABLE,
        Group.ARITHMETIC,
        Wording(
            "其他处理占比高",
            "{table}：其他处理 {other} 件，超过办理总数 {processed} 件的一半。",
            "请了解其他处理的具体情形。",
            basis="上级要求关注“其他处理”占比较高的情形",
            tolerance="办理不足 20 件的不提示",
            example="35 件中有 20 件为其他处理",
            sides=("其他处理", "办理总数"),
        ),
        Wording(
            "Many settled as other handling",
            "{table}: {other} of {processed} applications were settled as other handling.",
            "Find out what other handling stands for.",
            basis="Supervisors are told to watch a high share of other handling",
            tolerance="Said of 20 applications or more",
            example="20 of 35 settled as other handling",
            sides=("Other handling", "Processed"),
        ),
    ),
    Kind(
        "remedies-without-applications",
        Severity.NOTE,
        Group.ARITHMETIC,
        Wording(
            "无申请而有复议诉讼",
            "本年无申请，{table}有行政复议、行政诉讼 {remedies} 件，可能源于往年申请。",
            "一般无需处理。",
            basis="复议、诉讼可能由往年的申请引起",
            tolerance="无",
            example="申请为 0，尚未审结的行政复议 3 件",
        ),
        Wording(
            "Remedies without applications",
            "No applications, but {table} counts reviews and lawsuits ({remedies}); they can stem from earlier years.",
            "As a rule nothing has to be done.",
            basis="Reviews and lawsuits can stem from applications of earlier years",
            tolerance="None",
            example="no applications, 3 reviews pending",
        ),
    ),
    Kind(
        "items-change-decisions",
        Severity.NOTE,
        Group.ARITHMETIC,
        Wording(
            "增减与处理决定数不合",
            "{table}“{row}”：上一年 {previous}，增减 {change}，合计 {left}，处理决定数量为 {right}；其他各行相合。",
            "可请报送单位核实；格式并未要求三者相合。",
            basis="格式未作规定；不少单位按上一年决定数填写",
            tolerance="两数相差一倍以上的，视为按事项填报，不提示",
            example="上一年 206，增 168，处理决定数量 347",
            sides=("上一年加增减", "处理决定数量"),
        ),
        Wording(
            "Change and decisions differ",
            "{table}, {row}: {previous} last year, changed by {change}, make {left}, not {right}; other rows fit.",
            "The organ may be asked; the form does not require them to fit.",
            basis="No rule of the form; many organs fill in last year's decisions",
            tolerance="Not said where one is more than twice the other: items are counted there",
            example="206 last year, +168, but 347 decisions",
            sides=("With change", "Decisions"),
        ),
    ),
)
