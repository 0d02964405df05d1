"""The statistics form of the fiscal years 2014 to 2018 (政府信息公开情况统计表), declared once, as data.

It is one long list: 统计指标 / 单位 / 统计数. Provinces print variants of it; their indicators are told by their
labels, and what has no counterpart is not read. An indicator that means the same as a cell of the later form is linked
to it (``same_as``), so that a trend can run from 2014 on; one that only resembles it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from parsing.form.elements import Column, Kind, Row, Table, TableName

STATISTICS: Final = TableName(
    id="statistics_2014", ordinal="统计表", title="政府信息公开情况统计表", english="Statistics form of 2014"
)
EDITION: Final = "2014"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Column):
    """One line of the list. ``same_as`` is the cell of the later form that counts the same."""

    same_as: str = ""


def _line(id_: str, label: str, english: str, *also: str, unit: str = "", same_as: str = "") -> Indicator:
    kind = Kind.AMOUNT if unit == "万元" else Kind.COUNT
    return Indicator(id=id_, label=label, english=english, also=also, unit=unit, kind=kind, same_as=same_as)


_DISCLOSURE: Final = (
    _line("total", "主动公开政府信息数", "Items disclosed", "主动公开信息数", "主动公开文件数"),
    _line("normative_documents", "主动公开规范性文件数", "Normative documents disclosed"),
    _line("normative_documents_made", "制发规范性文件总数", "Normative documents made", "制发规范性文件数"),
    _line("by_gazette", "政府公报公开政府信息数", "Through the gazette", "政府公报公开数"),
    _line("by_website", "政府网站公开政府信息数", "Through the website", "政府网站公开数"),
    _line("by_weibo", "政务微博公开政府信息数", "Through Weibo"),
    _line("by_wechat", "政务微信公开政府信息数", "Through WeChat"),
    _line("by_other", "其他方式公开政府信息数", "In other ways"),
)
_RESPONSE: Final = (
    _line("hot_topics", "回应公众关注热点或重大舆情数", "Responses to matters of public concern"),
    _line("press_conferences", "参加或举办新闻发布会总次数", "Press conferences"),
    _line("press_conferences_by_head", "主要负责同志参加新闻发布会次数", "Press conferences with the head"),
    _line("online_interviews", "政府网站在线访谈次数", "Online interviews"),
    _line("online_interviews_by_head", "主要负责同志参加政府网站在线访谈次数", "Online interviews with the head"),
    _line("policy_explanations", "政策解读稿件发布数", "Policy explanations"),
    _line("on_social_media", "微博微信回应事件数", "Responses on social media"),
    _line("by_other", "其他方式回应事件数", "Responses in other ways"),
)
_APPLICATIONS: Final = (
    _line(
        "received",
        "收到申请数",
        "Applications received",
        "受理依申请公开信息总数",
        "收到申请总数",
        "受理申请总数",
        same_as="applications.new_received.total",
    ),
    _line("received_in_person", "当面申请数", "In person"),
    _line("received_by_fax", "传真申请数", "By fax"),
    _line("received_online", "网络申请数", "Online", "网上申请数"),
    _line("received_by_letter", "信函申请数", "By letter"),
    _line("closed", "申请办结数", "Closed"),
    _line("closed_on_time", "按时办结数", "Closed on time"),
    _line("closed_extended", "延期办结数", "Closed after an extension"),
    _line("replied", "申请答复数", "Answered", "对申请的答复总数", "对申请答复总数"),
    _line("already_public", "属于已主动公开范围数", "Already public"),
    _line("granted", "同意公开答复数", "Granted"),
    _line(
        "partially_granted",
        "同意部分公开答复数",
        "Partly granted",
        same_as="applications.partially_granted.total",
    ),
    _line("refused", "不同意公开答复数", "Refused", "不予公开答复数"),
    _line("refused_state_secret", "涉及国家秘密", "Refused: state secret"),
    _line("refused_trade_secret", "涉及商业秘密", "Refused: trade secret"),
    _line("refused_privacy", "涉及个人隐私", "Refused: privacy"),
    _line("refused_safety", "危及国家安全、公共安全、经济安全和社会稳定", "Refused: security and stability"),
    _line("refused_not_information", "不是《条例》所指政府信息", "Refused: not government information"),
    _line("refused_other", "法律法规规定的其他情形", "Refused: other law"),
    _line("not_this_organ", "不属于本行政机关公开数", "Not this organ's"),
    _line("does_not_exist", "申请信息不存在数", "Does not exist"),
    _line("asked_to_correct", "告知作出更改补充数", "Asked to correct"),
    _line("referred", "告知通过其他途径办理数", "Referred elsewhere"),
)
_REVIEWS: Final = (
    _line("total", "行政复议数量", "Reviews", "行政复议数", same_as="remedies.administrative_review.total"),
    _line("upheld", "维持具体行政行为数", "Upheld", same_as="remedies.administrative_review.upheld"),
    _line("corrected", "被依法纠错数", "Corrected", same_as="remedies.administrative_review.corrected"),
    _line("other", "其他情形数", "Other result", same_as="remedies.administrative_review.other"),
)
_LAWSUITS: Final = (
    _line("total", "行政诉讼数量", "Lawsuits", "行政诉讼数"),
    _line("upheld", "维持具体行政行为或者驳回原告诉讼请求数", "Upheld"),
    _line("corrected", "被依法纠错数", "Corrected"),
    _line("other", "其他情形数", "Other result"),
)
_RESOURCES: Final = (
    _line("complaints", "举报投诉数量", "Complaints", "举报投诉数"),
    _line(
        "fees", "依申请公开信息收取的费用", "Fees for information (10,000 yuan)", "依申请公开收取的费用", unit="万元"
    ),
    _line("units", "政府信息公开工作专门机构数", "Disclosure offices"),
    _line("reading_points", "设置政府信息公开查阅点数", "Reading points"),
    _line("staff", "从事政府信息公开工作人员数", "Staff"),
    _line("staff_full_time", "专职人员数", "Full-time staff"),
    _line("staff_part_time", "兼职人员数", "Part-time staff"),
    _line("budget", "政府信息公开专项经费", "Budget (10,000 yuan)", unit="万元"),
    _line("meetings", "召开政府信息公开工作会议或专题会议数", "Meetings"),
    _line("trainings", "举办各类培训班数", "Trainings"),
    _line("trained", "接受培训人员数", "People trained"),
)

TABLE: Final = Table(
    id=STATISTICS.id,
    edition=EDITION,
    rows=(
        Row(id="disclosure", label="主动公开情况", english="Proactive disclosure", columns=_DISCLOSURE),
        Row(id="response", label="回应解读情况", english="Responses", columns=_RESPONSE),
        Row(id="applications", label="依申请公开情况", english="Applications", columns=_APPLICATIONS),
        Row(id="reviews", label="行政复议", english="Administrative review", columns=_REVIEWS),
        Row(id="lawsuits", label="行政诉讼", english="Lawsuits", columns=_LAWSUITS),
        Row(id="resources", label="举报投诉、收费、机构、经费和培训", english="Resources", columns=_RESOURCES),
    ),
)
