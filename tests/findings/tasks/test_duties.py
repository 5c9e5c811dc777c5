"""Where one duty of a sentence ends and the next begins, and of whom each is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.clauses import read_clause
from notice_site.findings.tasks.duties import Duty, duties
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.findings.tasks.tagging import tag
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
PATTERNS = AddresseePatterns(LEVELS)


def read(text: str, preamble: bool = False) -> list[Duty]:
    return list(duties(strip_asides(text), Span(0, len(strip_asides(text).text)), PATTERNS, preamble))


def told(text: str, preamble: bool = False) -> list[str]:
    """Each duty as `addressee: words`."""
    plain = strip_asides(text).text
    return [
        f"{plain[d.addressee.start : d.addressee.end] if d.addressee else '—'}: {plain[d.span.start : d.span.end]}"
        for d in read(text, preamble)
    ]


SENTENCES = {
    "督导组要学习，活动办要整改。": ["督导组: 督导组要学习", "活动办: 活动办要整改"],
    "督导组要学习；要整改。": ["督导组: 督导组要学习", "—: 要整改"],
    "督导组要学习；活动办要整改；要反馈。": ["督导组: 督导组要学习", "活动办: 活动办要整改", "—: 要反馈"],
    "认真开展自查，督导组要学习。": ["—: 认真开展自查", "督导组: 督导组要学习"],
    "认真开展自查；督导组要学习。": ["—: 认真开展自查", "督导组: 督导组要学习"],
    "督导组在学校发生事故后，活动办要整改。": ["活动办: 督导组在学校发生事故后，活动办要整改"],
    "农业部也表示，对你省的项目将继续予以支持。": ["农业部: 农业部也表示，对你省的项目将继续予以支持"],
    "省财政厅负责监督全省的工作，各市财政局负责本地的工作。": [
        "省财政厅: 省财政厅负责监督全省的工作",
        "各市财政局: 各市财政局负责本地的工作",
    ],
    "发表论文的，由会计人员进行申报，并由所在地财政局在系统内进行审核。": [
        "会计人员: 发表论文的，由会计人员进行申报",
        "所在地财政局: 并由所在地财政局在系统内进行审核",
    ],
    "民政局在报送材料时，要认真审核。": ["民政局: 民政局在报送材料时，要认真审核"],
    "发展改革委研究提出了办理意见：待国务院批准后，该委将按照规划组织论证。": [
        "该委: 待国务院批准后，该委将按照规划组织论证"
    ],
    "如果产量增加较多，供给比较充足，则可不增加补贴。": ["—: 如果产量增加较多，供给比较充足，则可不增加补贴"],
    "确保信息更新及时，发现有害信息要第一时间处理。": ["—: 确保信息更新及时", "—: 发现有害信息要第一时间处理"],
    "各单位原则上在5月底前完成，鼓励提前完成。": ["各单位: 各单位原则上在5月底前完成", "—: 鼓励提前完成"],
    "重点推送需要公众知晓的政府信息。": ["—: 重点推送需要公众知晓的政府信息"],
    "承诺书请各处室收齐汇总后交政治处。": ["各处室: 承诺书请各处室收齐汇总后交政治处"],
    "组织面授培训的，向财政部门提供名单等材料，由财政部门完成登记。": [
        "—: 组织面授培训的，向财政部门提供名单等材料",
        "财政部门: 由财政部门完成登记",
    ],
    "违规发放津补贴，重点整治提高标准、扩大范围，发放购物卡等问题。": [
        "—: 违规发放津补贴，重点整治提高标准、扩大范围，发放购物卡等问题"
    ],
    "充分认识有偿家教是谋取私利的行为。": ["—: 充分认识有偿家教是谋取私利的行为"],
    "如有违反规则的行为，参赛队将受到严肃处理。": ["参赛队: 如有违反规则的行为，参赛队将受到严肃处理"],
    "各店铺要整改。": ["各店铺: 各店铺要整改"],
    "各部门、各生产一线，要整改。": ["各部门、各生产一线: 各部门、各生产一线，要整改"],
    "各类问题要整改。": ["—: 各类问题要整改"],
    "起草单位应当修改。": ["起草单位: 起草单位应当修改"],
    "指导机构应当修改。": ["—: 指导机构应当修改"],
    "节日期间值班人员每天填写汇报表。": ["值班人员: 节日期间值班人员每天填写汇报表"],
    "准备工作由医务科牵头。": ["医务科: 准备工作由医务科牵头"],
    "建立由医务科牵头的机制。": ["—: 建立由医务科牵头的机制"],
    "统一由县政府确定的审核机构进行审核。": ["县政府确定的审核机构: 统一由县政府确定的审核机构进行审核"],
    "由本单位审核机构或者审核人员进行审核。": ["本单位审核机构或者审核人员: 由本单位审核机构或者审核人员进行审核"],
    "督导组可以根据情况，要求学校提供材料。": ["督导组: 督导组可以根据情况，要求学校提供材料"],
    "督导组发现问题的，应当责令学校整改。": ["督导组: 督导组发现问题的，应当责令学校整改"],
    "督导组在检查中，发现问题的，应当通报。": ["督导组: 督导组在检查中，发现问题的，应当通报"],
    "组织一次考试，不及格的责成补课。": ["—: 组织一次考试", "—: 不及格的责成补课"],
    "要学习，各地，要整改。": ["—: 要学习", "各地: 各地，要整改"],
    "当前，生产经营活动进入旺季，容易发生事故。": [],
    "当前，要学习。": ["—: 当前，要学习"],
    "目前，认真开展自查。": ["—: 目前，认真开展自查"],
    "值班电话：85221460。": [],
    "组长：张三，副组长：由李四兼任。": [],
    "检查时间：3月3日至4日。": [],
    "根据行业的发展，学校将建立平台。": ["学校: 根据行业的发展，学校将建立平台"],
    "对自查不深，特别是仍未整改到位的，要处罚。": ["—: 对自查不深，特别是仍未整改到位的，要处罚"],
    "学校要压实责任，特别是教师管理。": ["学校: 学校要压实责任，特别是教师管理"],
    "总书记强调，督导组要学习。": [],
    "总书记指出：督导组要学习。": [],
    "总书记认为，督导组要学习。": [],
    "总书记表示，督导组要学习。": [],
    "总书记明确提出，督导组要学习。": [],
    "总书记深刻阐述“四风”，督导组要学习。": [],
    "现将情况转发给你们，督导组要学习。": ["督导组: 督导组要学习"],
    "现将情况转发给你们，请认真学习。": ["—: 请认真学习"],
    "上、下级活动办之间，活动办和督导组之间，都要联系。": [
        "上、下级活动办之间，活动办和督导组之间: 上、下级活动办之间，活动办和督导组之间，都要联系"
    ],
    "督导组认真组织，高度重视。": [],
    "督导组认真学习，取得成绩。": [],
    "督导组认真学习，开局良好。": [],
    "对象包括：督导组要学习，活动办要整改。": ["—: 对象包括：督导组要学习，活动办要整改"],
    "组织党员干部认真学习。": ["—: 组织党员干部认真学习"],
    "总书记指出要学习，督导组要学习。": [],
    "对象分别为：督导组要学习，活动办要整改。": ["—: 对象分别为：督导组要学习，活动办要整改"],
    "督导组开展自查的，活动办要整改。": ["活动办: 督导组开展自查的，活动办要整改"],
    "督导组开展自查时，活动办要整改。": ["活动办: 督导组开展自查时，活动办要整改"],
    "督导组开展自查前，活动办要整改。": ["活动办: 督导组开展自查前，活动办要整改"],
    "督导组开展自查期间，活动办要整改。": ["活动办: 督导组开展自查期间，活动办要整改"],
    "督导组要在学习后，活动办要整改。": ["督导组: 督导组要在学习后", "活动办: 活动办要整改"],
    "督导组定期学习，活动办要整改。": ["督导组: 督导组定期学习", "活动办: 活动办要整改"],
    "督导组定期学习；活动办要整改。": ["督导组: 督导组定期学习", "活动办: 活动办要整改"],
    "上、下级活动办之间，这一环节督导组都要联系。": ["督导组: 上、下级活动办之间，这一环节督导组都要联系"],
    "上、下级活动办之间，活动结束后督导组都要联系。": ["督导组: 上、下级活动办之间，活动结束后督导组都要联系"],
    "活动办之间；督导组都要联系。": ["督导组: 督导组都要联系"],
    "要学习，，督导组要整改。": ["—: 要学习", "督导组: 督导组要整改"],
    "重点解决督导组要求不严；活动办作风不实等问题。": ["—: 重点解决督导组要求不严；活动办作风不实等问题"],
    "督导组要学习，请认真整改。": ["督导组: 督导组要学习，请认真整改"],
    "督导组要学习！": ["督导组: 督导组要学习"],
    "督导组要学习？": ["督导组: 督导组要学习"],
    "国务院部门制定的文件，由本部门审核机构进行审核。": [
        "本部门审核机构: 国务院部门制定的文件，由本部门审核机构进行审核"
    ],
    "由财政部门督促机构进行审核。": ["财政部门: 由财政部门督促机构进行审核"],
    "续建项目由哪家银行贷款，仍由其安排。": [],
    "你省请求，中央加大投资。": [],
    "国务院决定对组成人员进行调整。": [],
    "党的十八大以来，各级党委要求严格，把禁止浪费作为标志。": [],
    "今年以来，事故多发。": [],
    "对特定领域的抽查，可吸收专家参与。": ["—: 对特定领域的抽查，可吸收专家参与"],
    "对无证经营，有关部门应当予以查处。": ["有关部门: 对无证经营，有关部门应当予以查处"],
    "按照统筹安排的原则，由教育部门负责落实。": ["教育部门: 按照统筹安排的原则，由教育部门负责落实"],
    "提请会议讨论的议题，由办公室提出。": ["办公室: 提请会议讨论的议题，由办公室提出"],
    "省级指挥部接到通知后，要立即组织救援。": ["省级指挥部: 省级指挥部接到通知后，要立即组织救援"],
    "市场监管、发展改革、教育等有关部门要统一认识。": [
        "市场监管、发展改革、教育等有关部门: 市场监管、发展改革、教育等有关部门要统一认识"
    ],
    "中国储备粮管理总公司负责计划的执行。": ["中国储备粮管理总公司: 中国储备粮管理总公司负责计划的执行"],
    "各省份每年2月底前完成考核。": ["各省份: 各省份每年2月底前完成考核"],
    "多措并举，加强利用。": ["—: 多措并举，加强利用"],
    "据初步统计，地震共造成3人死亡。": [],
    "大中城市，应抓紧做好震害预测工作。": ["—: 大中城市，应抓紧做好震害预测工作"],
    "造成严重后果的；": [],
    "戴东昌　交通运输部副部长": [],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=SENTENCES.keys())
def test_the_duties_of_a_sentence(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("认真开展自查。", 0),
        ("要开展自查。", 1),
        ("开展自查不少于3天。", 1),
        ("存在甲气、乙气等问题。", 1),
        ("督导组认真学习。", 0),
    ],
)
def test_before_the_first_section_only_what_says_so_asks(text: str, count: int) -> None:
    assert len(told(text, preamble=True)) == count


@pytest.mark.parametrize("word", ["同时", "此外", "另外", "近期", "目前", "下一步", "近日"])
def test_words_that_link_a_sentence_to_the_one_before(word: str) -> None:
    [duty] = read(f"{word}，要学习。")
    assert duty.linked
    [alone] = read("要学习。")
    assert not alone.linked


CUT = {
    "another subject": ("市级学习5次，县级单位学习3次。", ["市级学习5次", "县级单位学习3次"]),
    "a semicolon": ("制定方案；建立台账。", ["制定方案", "建立台账"]),
    "既…；又… is one": ("要既立足当前；又着眼长远。", ["要既立足当前；又着眼长远"]),
    "questions of a form are one": ("有否吃喝；有否送礼。", ["有否吃喝；有否送礼"]),
    "a case of its own": (
        "委托办学的，要审核资质，对拒不移交的，要收回园舍。",
        ["委托办学的，要审核资质", "对拒不移交的，要收回园舍"],
    ),
    "a case of several clauses": (
        "各校要自查，对责任落实不到位，导致违纪问题，造成严重后果的，要追究责任。",
        ["各校要自查", "对责任落实不到位，导致违纪问题，造成严重后果的，要追究责任"],
    ),
    "a thing with a duty of its own": (
        "已建成的幼儿园应移交，未移交的应限期完成。",
        ["已建成的幼儿园应移交", "未移交的应限期完成"],
    ),
    "a number of its own": (
        "对小企业收取的费率不超过1%，对大企业收取的费率不超过2%。",
        ["对小企业收取的费率不超过1%", "对大企业收取的费率不超过2%"],
    ),
    "a date of its own": (
        "于2019年9月底前完成规划，2019年12月底前完成验收。",
        ["于2019年9月底前完成规划", "2019年12月底前完成验收"],
    ),
    "from and to are one date": (
        "从2014年3月开始开展活动，至9月基本完成。",
        ["从2014年3月开始开展活动，至9月基本完成"],
    ),
    "what is left to choice": (
        "推行政府购买服务，鼓励各校探索，支持学会参与。",
        ["推行政府购买服务", "鼓励各校探索", "支持学会参与"],
    ),
    "what goes on is one": ("加强领导，制定方案，抓好落实。", ["加强领导，制定方案，抓好落实"]),
    "a circumstance goes with what follows": (
        "督导组要学习，按照方案要求，活动办要整改。",
        ["督导组要学习", "按照方案要求，活动办要整改"],
    ),
    "a case that goes on": (
        "下属单位实施犯罪，且所得归下属单位所有的，应当认定为单位犯罪。",
        ["下属单位实施犯罪，且所得归下属单位所有的，应当认定为单位犯罪"],
    ),
    "a description with 需 in it": (
        "对需整改的社会团体，业务主管部门要监督其改正。",
        ["对需整改的社会团体，业务主管部门要监督其改正"],
    ),
    "a purpose goes with what follows": (
        "为促进工业发展，勘探工作只能加强，不能削弱。",
        ["为促进工业发展，勘探工作只能加强，不能削弱"],
    ),
    "what is given for a purpose goes with what precedes": (
        "督导组要学习，为推进活动提供保障，活动办要整改。",
        ["督导组要学习，为推进活动提供保障", "活动办要整改"],
    ),
    "under whose lead it is done goes with what follows": (
        "在领导小组统筹指导下，督导组要学习。",
        ["在领导小组统筹指导下，督导组要学习"],
    ),
    "by what means goes with who": (
        "结合实际，通过前期征求意见，督导组要学习。",
        ["结合实际，通过前期征求意见，督导组要学习"],
    ),
    "what comes at the same time goes with what may be done": (
        "职工在解除劳动关系的同时，可签订合同。",
        ["职工在解除劳动关系的同时，可签订合同"],
    ),
    "another case": ("审核机构要进行审核，不符合要求的，可以退回。", ["审核机构要进行审核", "不符合要求的，可以退回"]),
    "a case of many clauses without a modal word": (
        "文件违法，造成严重后果的，依纪依法追究责任。",
        ["文件违法，造成严重后果的，依纪依法追究责任"],
    ),
    "a list of what is looked at is one": (
        "要严格审核以下内容：主体是否合法；是否超越职权；内容符合宪法。",
        ["要严格审核以下内容：主体是否合法；是否超越职权；内容符合宪法"],
    ),
    "a list of duties is none": ("要做好以下工作：制定方案；建立台账。", ["要做好以下工作：制定方案", "建立台账"]),
    "a label is left out": ("工作目标：增强服务能力。", ["增强服务能力"]),
}


@pytest.mark.parametrize(("text", "expected"), CUT.values(), ids=CUT.keys())
def test_where_a_sentence_is_cut(text: str, expected: list[str]) -> None:
    plain = strip_asides(text).text
    assert [plain[duty.span.start : duty.span.end] for duty in read(text)] == expected


WHO = {
    "the name before an identification": ("校长是第一责任人，要认真履行职责。", "校长"),
    "the name that opens a case": ("困难企业与职工协商一致的，可采取措施。", "困难企业"),
    "a name over several clauses": ("市直机关，乡镇、街道要组织学习。", "市直机关，乡镇、街道"),
    "not where another is asked": ("小区幼儿园移交教育部门后，应由教育部门办成公办园。", "教育部门"),
    "not where something is done to it": ("学校被查实违规的，对所在学校进行通报批评。", None),
}


@pytest.mark.parametrize(("text", "who"), WHO.values(), ids=WHO.keys())
def test_who_is_to_act_over_several_clauses(text: str, who: str | None) -> None:
    [duty] = read(text)
    assert (text[duty.addressee.start : duty.addressee.end] if duty.addressee else None) == who


@pytest.mark.parametrize("verb", ["请求", "建议", "提出", "反映"])
@pytest.mark.parametrize(
    "body", ["你省", "该市", "你区", "该县", "你州", "该委", "你部", "该局", "你厅", "该办", "你校", "该院"]
)
def test_what_a_body_said_asks_nothing(body: str, verb: str) -> None:
    assert told(f"{body}{verb}，中央加大投资。") == []


@pytest.mark.parametrize("verb", ["指出", "强调", "认为", "表示", "明确提出", "深刻阐述"])
@pytest.mark.parametrize("behind", ["，", "：", "“四风”，", "要提高，"])
def test_what_somebody_is_reported_to_have_said_asks_nothing(verb: str, behind: str) -> None:
    assert told(f"总书记{verb}{behind}督导组要学习。") == []


def test_the_words_that_only_look_like_a_report() -> None:
    assert told("督导组要指出问题。") == ["督导组: 督导组要指出问题"]


@pytest.mark.parametrize("opening", ["对象包括：", "对象分别为：", "对象主要是：", "功能支撑："])
def test_a_list_to_the_end_of_the_sentence_is_one(opening: str) -> None:
    assert len(told(f"{opening}督导组要学习，活动办要整改。")) == 1
    assert len(told("对象如下：督导组要学习，活动办要整改。")) == 2


@pytest.mark.parametrize(
    "given",
    [
        *("提供保障", "创造条件", "奠定基础", "营造氛围", "作出表率", "做出样子", "打下根基", "积累经验", "助力添彩"),
        *("服务到位", "贡献力量"),
    ],
)
def test_what_is_given_for_a_purpose_is_no_circumstance(given: str) -> None:
    text = f"为推进活动{given}"
    assert not read_clause(text + "，", tag(text + "，"), Span(0, len(text))).is_circumstance
    plain = "为推进活动发展，"
    assert read_clause(plain, tag(plain), Span(0, len(plain) - 1)).is_circumstance
