"""The sentences that synthetic reports are made of.

``{we}`` is what the organ calls itself, ``{year}`` the fiscal year, ``{next}`` the year after, ``{topic}`` and
``{other}`` are two of its fields of work and ``{posts}`` is a number of items published, which the form does not count.
"""

from __future__ import annotations

from typing import Final

NOTICE: Final = "本文件为合成数据，仅供演示。"

OPENINGS: Final = (
    "依照《中华人民共和国政府信息公开条例》第五十条，{name}编制了本报告。统计期限为{year}年1月1日至{year}年12月31日。",
    "现将{name}{year}年政府信息公开工作情况报告如下。各项数据的统计时间自{year}年1月1日起，至{year}年12月31日止。",
    "本报告由{name}按照《中华人民共和国政府信息公开条例》的要求编写，分六个部分，数据统计至{year}年12月31日。",
    "按照《中华人民共和国政府信息公开条例》的有关要求，{name}对{year}年的政府信息公开工作作了梳理，形成本报告。",
)

PROACTIVE: Final = (
    "围绕{topic}和{other}，{we}把群众最常问到的内容放到栏目首屏，全年通过网站发布各类信息{posts}条。",
    "{year}年，{we}重新核对主动公开基本目录，补齐{topic}方面的缺项，网站全年更新信息{posts}条。",
    "{we}坚持每季度盘点一次公开内容，{topic}、{other}两个栏目更新最为频繁，全年累计上网{posts}条信息。",
    "涉及{topic}的政策出台后，{we}同步配发问答和图解，网站与新媒体全年共推送信息{posts}条。",
    "{we}将{other}的办事流程、所需材料和办理时限逐项上网，并对{topic}的进展按月公布，全年发布信息{posts}条。",
    "针对{topic}，{we}设立专题页面集中展示政策、进度和结果，全年发布信息{posts}条。",
)
DOCUMENTS: Final = (
    "全年制发行政规范性文件{issued}件，废止{repealed}件，截至年底现行有效{in_force}件。",
    "文件管理方面，全年制发行政规范性文件{issued}件、废止{repealed}件，年末现行有效的行政规范性文件为{in_force}件。",
)
DECISIONS: Final = (
    "全年作出{list}。",
    "行政执法方面，全年共作出{list}，有关结果依法公示。",
    "{year}年，{we}作出{list}。",
)

RECEIVED: Final = (
    "{year}年，{we}共收到政府信息公开申请{new}件，上年结转{carried_in}件",
    "全年新收政府信息公开申请{new}件，加上上年结转的{carried_in}件",
    "依申请公开方面，{we}全年新收申请{new}件，另有上年结转{carried_in}件",
)
RECEIVED_FRESH: Final = (
    "{year}年，{we}共收到政府信息公开申请{new}件",
    "全年新收政府信息公开申请{new}件",
    "依申请公开方面，{we}全年新收申请{new}件，没有上年结转的申请",
)
PROCESSED: Final = (
    "，共办结{processed}件，其中{list}",
    "，年内办结{processed}件：{list}",
)
CARRIED_OUT: Final = ("，结转下年度继续办理{carried_out}件。", "，另有{carried_out}件结转下年度继续办理。")
SETTLED: Final = ("，没有结转下年度的申请。", "，均在法定期限内办结。")
NO_APPLICATIONS: Final = (
    "{year}年，{we}未收到政府信息公开申请。",
    "全年没有收到政府信息公开申请，也没有上年结转的申请。",
    "依申请公开方面，{we}全年未收到申请。",
)
REMEDIES: Final = (
    "因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{suits}件。",
    "全年因政府信息公开发生行政复议{reviews}件、行政诉讼{suits}件。",
)
NO_REMEDIES: Final = (
    "全年未发生因政府信息公开引起的行政复议和行政诉讼。",
    "没有因政府信息公开被申请行政复议或者被提起行政诉讼的情况。",
)

MANAGEMENT: Final = (
    "公文起草时即标明公开属性，由办公室对{topic}类文件逐件复核。",
    "{we}完善了信息发布前的保密审查，拟公开的{other}材料须经两人核对后方可上网。",
    "对历年公开的文件作了一次清理，失效内容加注标识，{topic}的旧版指南一律撤换。",
    "信息员名册在年中作了调整，各科室明确一人负责{topic}信息的收集和报送。",
    "{we}给每条公开信息建立台账，来源、审核人和发布时间均可追溯。",
    "涉及个人信息的{other}名单，发布前统一作隐去处理。",
)
PLATFORM: Final = (
    "网站检索功能完成改版，按主题和文号均可查到{topic}文件。",
    "政务服务大厅设有公开查阅点，备有{other}的纸质资料和自助终端。",
    "新媒体账号归并为一个，{topic}的提示信息由专人值守发布。",
    "{we}对栏目链接逐一测试，修复了失效的页面，并为老年用户增加大字版式。",
    "公开专栏与上级平台完成对接，{topic}数据实现一次录入、同步更新。",
    "在社区和村部的公示栏里，{we}按月张贴{other}的办理情况。",
)
SUPERVISION: Final = (
    "{we}把政府信息公开列入科室年度考核，权重不低于往年。",
    "年内组织培训两次，内容包括申请答复文书的写法和{topic}的公开标准。",
    "分管负责人每半年听取一次专题汇报，对进展缓慢的科室当面提醒。",
    "{we}邀请企业代表和居民代表评议{topic}的公开效果，意见均已反馈到责任科室。",
    "全年未发生因政府信息公开工作被追究责任的情况。",
    "对上级检查指出的栏目空缺，{we}在规定时间内完成整改。",
)

PROBLEMS: Final = (
    "{topic}方面的信息更新偶有滞后，个别栏目间隔时间偏长",
    "政策解读以文字为主，图表和视频偏少，{other}的内容不够好懂",
    "申请答复的说理还不够充分，少数文书格式不统一",
    "科室之间信息共享不畅，{topic}数据存在重复填报",
    "基层信息员变动较多，新手对公开标准掌握不牢",
    "公众参与的渠道不多，{topic}政策征求意见时反馈较少",
    "历史文件的电子化进度偏慢，检索不便",
    "{other}的公开范围与保密边界把握得不够准",
    "公开成效缺少量化的评价办法，发现问题主要靠抽查",
    "新媒体与网站内容有时不同步，{topic}消息出现先后不一",
)
MEASURES: Final = (
    "为{topic}栏目设定更新时限，到期自动提醒责任科室",
    "每项重点政策至少配一份图解，{other}政策增加案例说明",
    "编印答复文书范本，疑难申请由法制人员参与会商",
    "打通科室间的数据接口，{topic}数据做到一数一源",
    "实行新老信息员结对，上岗前先学公开目录",
    "把征求意见的入口放到首页，并公布{topic}意见的采纳情况",
    "分三批把历史文件扫描入库，附上全文检索",
    "会同保密部门列出{other}不宜公开的事项清单",
    "建立月度自查表，抽查结果在内部通报",
    "网站和新媒体由同一班人审核，{topic}消息同时发布",
)
NEXT_STEPS: Final = ("{next}年，{we}将{first}；同时{second}。", "下一步，{we}准备{first}，并{second}。")
SHORTCOMINGS: Final = (
    "对照要求，{we}的工作还有不足：一是{first}；二是{second}。",
    "回顾{year}年，主要问题有两个方面：一是{first}；二是{second}。",
)
FEES: Final = (
    "{year}年，{we}未收取政府信息公开信息处理费。",
    "{we}全年没有收取信息处理费，无其他需要报告的事项。",
    "信息处理费方面，{year}年{we}未发出收费通知，收取金额为0元。",
)
